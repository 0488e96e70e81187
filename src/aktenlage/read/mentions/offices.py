"""Offices with what stands around them: "der frühere ukrainische Präsident", "Russlands Außenminister Lawrow"."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from aktenlage.model.candidate import Candidate, RoleUse
from aktenlage.read.mentions.atoms import Atom
from aktenlage.read.mentions.lexicon import Role, adjective_of, office_words, people_of, words
from aktenlage.read.mentions.namewords import Name, may_be_name
from aktenlage.read.mentions.row import Row
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.load import load
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import name_key

_RELATIVE = ("relative", "colleague", "succession")
# What may say whose office it is before the comma that parts it from the name, and how many words at most.
_WITHIN = frozenset({"ART", "ADJA", "NN", "NE", "FM", "APPR", "APPRART", "TRUNC", "CARD", "PPOSAT"})
_FARTHEST = 10


@dataclass(slots=True)
class _Phrase:
    """An office with its surroundings; *first* and *last* are token numbers, last exclusive."""

    first: int
    last: int
    office: str
    of: list[str] = field(default_factory=list)
    person: str | None = None
    part: str | None = None
    marks: set[str] = field(default_factory=set)
    possessive: bool = False
    definite: bool = False


def read_offices(row: Row) -> Iterator[Candidate]:
    """Give the offices that stand for their holder; those before a name become its roles in *row*."""
    for at in sorted(row.atoms):
        role = row.atoms[at].role
        if role and at not in row.used:
            yield from _office(row, row.atoms[at], role)


def _office(row: Row, atom: Atom, role: Role) -> Iterator[Candidate]:
    phrase = _Phrase(atom.first, atom.last, role.office)
    _prefix(role.prefix, phrase)
    _shortened(row, phrase)
    _adjectives(row, phrase)
    _retired(row, phrase)
    _owner(row, phrase)
    if not _name_behind(row, phrase):
        _complement(row, phrase)
        if role.plural and phrase.last > atom.last:
            _more_owners(row, phrase)
    use = RoleUse(
        words=_nominative(row.texts[atom.first], role),
        office=role.office,
        noun=role.noun,
        of=tuple(dict.fromkeys(phrase.of)),
        person=phrase.person,
        part=phrase.part,
        former="former" in phrase.marks,
        coming="coming" in phrase.marks,
        deputy="deputy" in phrase.marks,
        possessive=phrase.possessive,
    )
    several = role.plural and _strong_plural(row, phrase, atom)
    holders = _one_each(row, phrase) if role.plural else []
    for holder, body in holders:
        row.roles.setdefault(holder.first, []).append(replace(use, of=(body,)))
    named = None if several else holders[0][0] if holders else _named(row, phrase, atom)
    if named and not holders:
        row.roles.setdefault(named.first, []).append(use)
        if phrase.last <= named.first <= phrase.last + 1 and row.word(phrase.last) != ",":
            return
    plural = several or (role.plural and (not role.singular or _plural(row, phrase, atom)))
    if (plural and not phrase.of and not phrase.possessive) or (not named and _as_such(row, phrase)):
        return
    candidate = row.candidate(phrase.first, phrase.last, "office", "kin" if role.office in _RELATIVE else "office")
    yield replace(
        candidate,
        roles=(use,),
        sex=role.sex,
        plural=plural,
        definite=phrase.definite or phrase.possessive or bool(phrase.of),
        link=row.tokens[named.first].start if named else None,
        further=tuple(row.tokens[holder.first].start for holder, _ in holders[1:]),
    )


def _nominative(word: str, role: Role) -> str:
    """Give the office as worded, without the ending of its case."""
    if not role.prefix:
        return role.noun + ("in" if role.sex == "f" and not role.noun.endswith("in") else "")
    head = word[: len(role.prefix) + (word[len(role.prefix)] == "-")]
    noun = role.noun if head.endswith("-") else role.noun[0].lower() + role.noun[1:]
    return head + noun + ("in" if role.sex == "f" and not noun.endswith("in") else "")


def _prefix(prefix: str, phrase: _Phrase) -> None:
    """Read the first part of a compound: "US-", "Ex-", "Trump-"."""
    for part in filter(None, prefix.split("-")):
        if part in office_words("former_prefixes"):
            phrase.marks.add("former")
            continue
        if part in load("offices")["federal_prefixes"]:
            phrase.of.append(load("offices")["federal_prefixes"][part])
            continue
        place = gazetteer().one(part) or gazetteer().one(part.removesuffix("s"))
        if place and place.actor:
            phrase.of.append(place.actor)
        elif people := people_of(part):
            phrase.of.append(people.of)
        elif part == prefix and registry().family(name_key(part)):
            phrase.person = part
        elif part not in office_words("neutral_prefixes"):
            phrase.part = part


def _shortened(row: Row, phrase: _Phrase) -> None:
    """Read the first part that a shortened word before the office shares with it ("EU-Innen- und Justizminister")."""
    short = row.word(phrase.first - 2)
    first, dash, rest = short.partition("-")
    if row.word(phrase.first - 1) not in words("and") or not dash or not rest.endswith("-") or len(rest) == 1:
        return
    place = gazetteer().one(first)
    if place and place.actor:
        phrase.of.append(place.actor)
        phrase.first -= 2


def _adjectives(row: Row, phrase: _Phrase) -> None:
    at = phrase.first - 1
    while at >= 0:
        word = row.texts[at]
        mark = next((kind for kind in ("former", "coming", "deputy") if _inflected(word, kind)), None)
        if states := adjective_of(word):
            phrase.of += states
        elif mark:
            phrase.marks.add(mark)
        elif not (
            (word[0].islower() and row.tokens[at].tag.startswith("ADJ"))
            or ((word == "," or word in words("and")) and adjective_of(row.word(at - 1)))
        ):
            break
        at -= 1
    phrase.first = at + 1


def _retired(row: Row, phrase: _Phrase) -> None:
    """Read what says right behind an office that it was held once ("Minister a. D.")."""
    for last in (phrase.last + 1, phrase.last + 2):
        if " ".join(row.texts[phrase.last : last]) in office_words("retired"):
            phrase.marks.add("former")
            phrase.last = last


def _owner(row: Row, phrase: _Phrase) -> None:
    """Read what stands before: an article, a possessive, or a name in the genitive."""
    at = phrase.first - 1
    low = row.low(at)
    owner = row.ends.get(phrase.first)
    if low in words("possessives") or low in words("determiners"):
        phrase.possessive = low in words("possessives")
        phrase.definite = low in words("definite")
        phrase.first = at
    elif owner and owner.place and owner.place.actor and owner.place.sort != "town":
        named = " ".join(row.texts[owner.first : owner.last])
        if row.located(owner.first) and (not named.endswith("s") or named == owner.place.name):
            return  # "traf in Berlin Vertreter der Opposition"; "traf in Paris Vertreter …"
        phrase.of.append(owner.place.actor)
        phrase.first = owner.first
        row.modifiers.add(owner.first)
    elif owner and owner.name and owner.name.genitive:
        phrase.person = owner.name.words[-1]
        phrase.first = owner.first
        row.modifiers.add(owner.first)


def _complement(row: Row, phrase: _Phrase) -> None:
    """Read what stands behind: "der Ukraine", "des ukrainischen Präsidialamtes", "der NATO"."""
    genitive = row.atoms.get(phrase.last)
    if genitive and genitive.place and genitive.place.sort == "state" and row.word(genitive.last - 1).endswith("s"):
        phrase.of.append(genitive.place.actor or "")
        phrase.last = genitive.last
        row.modifiers.add(genitive.first)
    if row.word(phrase.last) not in words("of"):
        return
    for at in range(phrase.last + 1, min(phrase.last + 5, len(row.texts))):
        atom = row.atoms.get(at)
        if not row.texts[at][0].isalnum():
            return
        if atom and atom.place and atom.place.actor:
            if not atom.place.town or phrase.office not in words("offices_of_towns"):
                phrase.of += [atom.place.actor] if atom.place.sort not in ("town", "building") else []
            phrase.last = atom.last
            row.modifiers.add(at)
            return
        if states := adjective_of(row.texts[at]):
            if not row.texts[at][0].isupper():
                phrase.of += states
                row.modifiers.add(at)
            phrase.part = next((word for word in row.texts[at + 1 :] if word[0].isupper()), None)
            phrase.last = next((n + 1 for n in range(at + 1, len(row.texts)) if row.texts[n][0].isupper()), at + 1)
            return
        if row.texts[at][0].isupper() and row.tokens[at].tag != "ADJA":
            if atom is None:
                phrase.last = at + 1
                _unknown(row, phrase, at)
            return


def _more_owners(row: Row, phrase: _Phrase) -> None:
    """Read the owners that a list goes on with: "die Präsidenten Frankreichs, der Ukraine und Polens"."""
    named_after = any(row.word(at) in words("from") for at in range(phrase.first, phrase.last))
    while phrase.of and (row.word(phrase.last) == "," or row.word(phrase.last) in words("and")):
        at = phrase.last + 1 + (row.word(phrase.last + 1) in words("of"))
        owner = row.atoms.get(at)
        bare = at == phrase.last + 1
        if owner is None or owner.place is None or not owner.place.actor:
            return
        if owner.place.sort != "state" and (bare or owner.place.sort != "body"):
            return
        if bare and not (named_after or row.word(owner.last - 1).endswith("s")):
            return
        phrase.of.append(owner.place.actor)
        phrase.last = owner.last
        row.modifiers.add(at)


def _one_each(row: Row, phrase: _Phrase) -> list[tuple[Atom, str]]:
    """Read who holds the office of each of several owners ("die Präsidenten Malis und Polens, X und Y")."""
    found: list[Atom] = []
    at = phrase.last
    while len(phrase.of) > 1 and (row.word(at) == "," or (found and row.word(at) in words("and"))):
        atom = row.atoms.get(at + 1)
        if atom is None or not atom.name or len(atom.name.words) == 1:
            break
        found.append(atom)
        at = atom.last
    return list(zip(found, phrase.of, strict=True)) if len(found) == len(phrase.of) else []


def _unknown(row: Row, phrase: _Phrase, at: int) -> None:
    """Read a noun that no list knows as whose office it is: "der US-Streitkräfte", "der Gewerkschaft Verdi"."""
    place = gazetteer().one(row.texts[at].partition("-")[0])
    if place and place.actor:
        phrase.of.append(place.actor)
        phrase.part = row.texts[at]
        return
    body = row.atoms.get(at + 1)
    if body and body.place and body.place.actor and body.place.sort == "body":
        phrase.of.append(body.place.actor)
        phrase.last = body.last
        row.modifiers.add(body.first)
        return
    named = at + 1 < len(row.texts) and (body is None and row.tokens[at + 1].tag == "NE")
    if named or row.word(at + 1) in words("opening_quotes") or row.texts[at] not in words("general_bodies"):
        phrase.part = row.word(at + 1) if named else row.texts[at]
    if named and at + 2 in row.atoms and row.atoms[at + 2].name:
        phrase.last = at + 2
    if row.low(at + 1) in words("of") and at + 3 < len(row.texts):
        end = at + 3 if row.texts[at + 2][0].isupper() else at + 4
        after = row.atoms.get(end)
        if after and after.name and len(after.name.words) > 1:
            phrase.last = end


def _name_behind(row: Row, phrase: _Phrase) -> Atom | None:
    after = row.atoms.get(phrase.last)
    if after and after.title:
        after = row.atoms.get(after.last)
    return after if after and after.name else None


def _named(row: Row, phrase: _Phrase, office: Atom) -> Atom | None:
    """Find the name that the office belongs to: right behind it, behind a comma, or before one."""
    if behind := _name_behind(row, phrase):
        return behind
    end = _reach(row, phrase.last)
    if row.word(end) == "," and phrase.definite:
        after = row.atoms.get(end + 1) or _surname(row, end + 1)
        if after and after.name and (len(after.name.words) > 1 or end > office.last) and _closed(row, after.last):
            return after
    before = row.ends.get(_name_end(row, phrase.first - 1)) if row.word(phrase.first - 1) == "," else None
    return before if before and before.name and _closed(row, end) else None


def _reach(row: Row, at: int) -> int:
    """Give where an office ends with all that says whose it is: "der Chef der Behörde für Bau in Hessen, …"."""
    end = at
    while end < len(row.texts) and end - at < _FARTHEST:
        if row.word(end) == "," or row.tokens[end].tag not in _WITHIN:
            break
        atom = row.atoms.get(end)
        if atom and (atom.name or atom.role or atom.title):
            return at
        end = atom.last if atom else end + 1
    return end if row.word(end) == "," else at


def _surname(row: Row, at: int) -> Atom | None:
    """Take a single name between commas behind an office for that of the holder."""
    if row.word(at + 1) != "," or row.tokens[at].tag != "NE" or not may_be_name(row.tokens, at):
        return None
    atom = Atom(at, at + 1, name=Name(at, at + 1, (row.texts[at],), None, strong=False))
    row.atoms[at] = atom
    return atom


def _name_end(row: Row, comma: int) -> int:
    """Give where the name before a comma ends; brackets behind it are passed over: "Müller (CDU), …"."""
    if row.word(comma - 1) != ")":
        return comma
    return next((at for at in range(comma - 2, max(comma - 6, 0), -1) if row.word(at) == "("), comma)


def _closed(row: Row, at: int) -> bool:
    return not row.word(at) or row.word(at) in words("close")


def _as_such(row: Row, phrase: _Phrase) -> bool:
    """Whether the office is meant and not its holder: "das Amt des Präsidenten", "zum Präsidenten gewählt"."""
    return row.low(phrase.first) in words("becoming") or row.word(phrase.first - 1) in words("office_as_such")


def _plural(row: Row, phrase: _Phrase, atom: Atom) -> bool:
    """Decide where the form alone may be singular or plural: by number and article, without them by the verb."""
    if row.word(phrase.first - 1).isdigit():
        return True
    if row.low(phrase.first) in words("dative_plurals") and row.low(phrase.first - 1) in words("dative_prepositions"):
        return True  # "mit den Vorsitzenden"
    if row.low(phrase.first) in words("possessive_plurals") and atom.role is not None and atom.role.sex == "m":
        return True  # "ihre Minister"; "ihre Beauftragte" may be one woman.
    if row.low(phrase.first) in words("plural_articles"):
        # "die Beauftragte" is one woman, "die Beauftragten" are several.
        return not row.word(atom.first).endswith("e")
    return phrase.first == atom.first and not row.singular(atom.first)


def _strong_plural(row: Row, phrase: _Phrase, atom: Atom) -> bool:
    """Whether an adjective without an article tells a plural: "traf türkische Minister"."""
    adjective = atom.first - 1
    bare = phrase.first <= adjective and row.low(phrase.first) not in words("determiners") and not phrase.possessive
    if not bare or not row.tokens[adjective].tag.startswith("ADJ") or row.texts[atom.last - 1].endswith("in"):
        return False
    genitive = row.word(adjective).endswith("er") and phrase.first > 0 and row.tokens[phrase.first - 1].tag == "NN"
    return row.word(adjective).endswith("e") or genitive


def _inflected(word: str, kind: str) -> bool:
    listed = office_words(kind)
    return word in listed or word.rstrip("nrsm") in listed
