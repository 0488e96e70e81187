"""What a single word may be: an office, an adjective of a state, its inhabitants, a given name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from aktenlage.model.candidate import Sex
from aktenlage.resources.load import load
from aktenlage.resources.spelling import without_accents

_ENDINGS = ("e", "en", "er", "es", "em", "")
# Nouns in -e that are no adjectives: "Kollege", "Biologe".
_WEAK_ENDINGS = ("ollege", "oge")
# No part of a compound is without one of these: "Henkel" is no grandson.
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Role:
    """A word for an office; *noun* as listed, *of* what a compound's first part names, *person* a surname there."""

    office: str
    noun: str
    sex: Sex | None
    plural: bool
    singular: bool
    prefix: str = ""


@lru_cache(maxsize=65536)
def role_of(word: str) -> Role | None:
    """Whether *word* names an office or part, alone or as the end of a compound."""
    if not word[:1].isupper():
        return None
    forms = _role_forms()
    found = forms.get(word)
    if found:
        return found
    for cut in range(1, len(word) - 3):
        tail = word[cut:]
        if not tail[0].isupper():
            if word[cut - 1] == "-":
                continue
            tail = tail[0].upper() + tail[1:]
        elif word[cut - 1] != "-":
            continue
        found = forms.get(tail)
        begin = without_accents(word[:cut].lower())
        joined = tail not in office_words("uncompounded") and not _VOWELS.isdisjoint(begin)
        if found and len(tail) > 3 and (word[cut - 1] == "-" or joined):
            return Role(found.office, found.noun, found.sex, found.plural, found.singular, word[:cut].rstrip("-"))
    return None


@cache
def _role_forms() -> dict[str, Role]:
    forms: dict[str, Role] = {}
    for item in load("offices")["offices"]:
        weak = item.get("weak", [])
        for noun in item["words"]:
            declined = declension(noun, weak=weak is True or (weak is not False and noun in weak))
            for form, sex, singular, plural in declined:
                _add(forms, form, Role(item["id"], noun, sex, plural, singular))
        for noun in item.get("women", ()):
            for form, singular, plural in ((noun, True, False), (noun + "s", True, False), (noun + "nen", False, True)):
                _add(forms, form, Role(item["id"], noun, "f", plural, singular))
    return forms


def _add(forms: dict[str, Role], form: str, role: Role) -> None:
    known = forms.get(form)
    if known is None:
        forms[form] = role
    elif known.office == role.office and known.noun == role.noun:
        sex = known.sex if known.sex == role.sex else None
        forms[form] = Role(role.office, role.noun, sex, known.plural or role.plural, known.singular or role.singular)


def declension(noun: str, *, weak: bool) -> Iterator[tuple[str, Sex | None, bool, bool]]:
    """Give the forms of a noun for a person, man and woman, each with whether it is one or may be several."""
    if noun.endswith("e") and not noun.endswith(_WEAK_ENDINGS):
        stem = noun[:-1]
        yield noun, None, True, True
        yield stem + "er", "m", True, False
        yield stem + "en", None, True, True
        yield stem + "em", "m", True, False
        yield stem + "es", "m", True, False
        return
    if noun.endswith("e"):
        stem = noun[:-1]
        yield noun, "m", True, False
        yield noun + "n", "m", True, True
        yield stem + "in", "f", True, False
        yield stem + "innen", "f", False, True
        return
    yield noun + "in", "f", True, False
    yield noun + "innen", "f", False, True
    if weak:
        yield noun, "m", True, False
        yield noun + "en", "m", True, True
        return
    yield noun, "m", True, noun.endswith(("er", "ler"))
    yield noun + "s", "m", True, noun.endswith(("chef", "general", "premier"))
    yield noun + "es", "m", True, False
    yield noun + "e", "m", False, True
    yield noun + "n", "m", False, True
    yield noun + "en", "m", False, True


@lru_cache(maxsize=65536)
def adjective_of(word: str) -> tuple[str, ...]:
    """Ids of the states or bodies whose adjective *word* is: "ukrainischen", "russisch-ukrainische"."""
    table = _adjectives()
    found = table.get(word)
    if found:
        return (found,)
    for ending in _ENDINGS[:-1]:
        if word.endswith(ending):
            found = table.get(word.removesuffix(ending))
            if found:
                return (found,)
            first, dash, second = word.removesuffix(ending).rpartition("-")
            if dash and second in table and (first in table or first + "isch" in table):
                return (table.get(first) or table[first + "isch"], table[second])
    return ()


@cache
def _adjectives() -> dict[str, str]:
    table: dict[str, str] = {}
    for key, item in (load("states")["states"] | load("states")["former"]).items():
        for stem in item.get("adj", ()):
            table[stem] = key
            table[stem[0].upper() + stem[1:]] = key
        for form in item.get("fixed", ()):
            table[form] = key
    for key, item in load("organizations")["entries"].items():
        for stem in item.get("adj", ()):
            table[stem] = key
            table[stem[0].upper() + stem[1:]] = key
    return table


@cache
def organ_of(body: str) -> str | None:
    """Give the body that *body* is an organ of."""
    owner: str | None = load("organizations")["entries"].get(body, {}).get("of")
    return owner


@dataclass(frozen=True, slots=True)
class People:
    """A word for inhabitants: of which state, one or several, man or woman."""

    of: str
    plural: bool
    singular: bool
    sex: Sex | None


@lru_cache(maxsize=65536)
def people_of(word: str) -> People | None:
    """Whether *word* names the inhabitants of a state."""
    return _people().get(word)


@cache
def _people() -> dict[str, People]:
    table: dict[str, People] = {}
    items = [*load("states")["states"].items(), *load("organizations")["entries"].items()]
    for key, item in items:
        if one := item.get("one"):
            table |= {one: People(key, False, True, "m"), item["woman"]: People(key, False, True, "f")}
        for noun in item.get("people", ()):
            weak = noun.endswith("e")
            stem = noun[:-1] if weak else noun
            woman = item.get("woman", stem + "in")
            table.setdefault(woman, People(key, False, True, "f"))
            table.setdefault(woman + "nen", People(key, True, False, "f"))
            if weak:
                table.setdefault(noun, People(key, False, True, "m"))
                table.setdefault(noun + "n", People(key, True, True, "m"))
            else:
                table.setdefault(noun, People(key, noun.endswith(("er", "i")), True, "m"))
                table.setdefault(noun + "s", People(key, noun.endswith(("o", "i")), True, "m"))
                table.setdefault(noun + "n", People(key, True, False, "m"))
    return table


@cache
def words(kind: str) -> frozenset[str]:
    """A list of ``de/mentions.yaml``."""
    return frozenset(load("mentions")[kind])


@cache
def office_words(kind: str) -> frozenset[str]:
    """A list of ``de/offices.yaml``."""
    return frozenset(load("offices")[kind])


@cache
def word_lists(kind: str) -> dict[str, frozenset[str]]:
    """Several lists of ``de/mentions.yaml`` under one name."""
    return {key: frozenset(items) for key, items in load("mentions")[kind].items()}


def federal_state(word: str) -> str | None:
    """Give the state that the first part of a compound names without being its name: "Bundesinnenministerium"."""
    return next((state for part, state in load("offices")["federal_prefixes"].items() if word.startswith(part)), None)


def without_federal(word: str) -> str:
    """Give the compound without that first part, as a noun."""
    for part in load("offices")["federal_prefixes"]:
        if word.startswith(part):
            rest = word.removeprefix(part)
            return rest[:1].upper() + rest[1:]
    return word
