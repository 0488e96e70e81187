"""People's names in open text."""

from collections.abc import Sequence
from dataclasses import dataclass

from aktenlage.model.candidate import Sex
from aktenlage.model.language import Token
from aktenlage.read.mentions.lexicon import (
    adjective_of,
    family_first,
    given_sex,
    office_words,
    people_of,
    role_of,
    words,
)
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import name_key

_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: token numbers, last exclusive, the words without a genitive ending."""

    first: int
    last: int
    words: tuple[str, ...]
    sex: Sex | None
    genitive: bool = False
    strong: bool = True


def name_at(tokens: Sequence[Token], at: int, *, titled: bool = False) -> Name | None:
    """
    Give the full name that starts at token number *at*.

    With *titled*, an office or title stands before it, so that less evidence is enough.
    """
    first = tokens[at].text
    if not _may_be_name(tokens, at):
        return None
    is_given, sex = given_sex(first)
    if first in family_first() and not is_given and at + 1 < len(tokens) and _may_be_name(tokens, at + 1):
        end = at + 2
        if end < len(tokens) and _may_be_name(tokens, end) and len(tokens[end].text) < 7 and _plain(tokens, end):
            end += 1
        return _name(tokens, at, end, None)
    end = _end(tokens, at)
    if end - at < 2 or tokens[end - 1].text in words("no_persons"):
        return None
    plain = _plain(tokens, at)
    if is_given or titled or (plain and _known_family(tokens[end - 1].text)):
        return _name(tokens, at, end, sex)
    before = tokens[at - 1].text.lower() if at else ""
    if before in words("locative") or before in words("articles") or not plain:
        return None
    return _name(tokens, at, end, sex, strong=False) if all(_plain(tokens, n) for n in range(at + 1, end)) else None


def _end(tokens: Sequence[Token], at: int) -> int:
    """Give where a full name ends: given names, initials, particles, one or two family names."""
    end = at + 1
    while end < len(tokens) and (
        _initial(tokens, end) or (given_sex(tokens[end].text)[0] and _may_be_name(tokens, end))
    ):
        end += 1
    if end < len(tokens) and tokens[end].text == "." and _initial(tokens, end - 1):
        end += 1
    family = begin = _particles(tokens, end)
    while family < len(tokens) and family - begin < 2 and _may_be_name(tokens, family):
        if family > begin and not _plain(tokens, family):
            break
        family += 1
    return end if family == begin else family


def single_at(tokens: Sequence[Token], at: int, families: frozenset[str], *, titled: bool = False) -> Name | None:
    """Give the name that is one word: a family name of *families* or the registry, or behind a title any name."""
    word = tokens[at].text
    if len(word) < 2 or not word[0].isupper() or not _may_be_name(tokens, at):
        return None
    keys = (word, _bare(word))
    for number, form in enumerate(keys):
        if name_key(form) in families:
            return Name(at, at + 1, (form,), None, genitive=number == 1, strong=False)
    after_article = at > 0 and tokens[at - 1].text.lower() in words("articles")
    if not after_article or tokens[at].tag.startswith("NE"):
        for number, form in enumerate(keys):
            if registry().family(name_key(form)) and (titled or tokens[at].tag.startswith("NE")):
                return Name(at, at + 1, (form,), None, genitive=number == 1, strong=False)
    if titled and tokens[at].tag.startswith("NE"):
        return Name(at, at + 1, (_bare(word) if word.endswith("'") else word,), None, strong=False)
    return None


def _name(tokens: Sequence[Token], first: int, last: int, sex: Sex | None, *, strong: bool = True) -> Name:
    parts = [tokens[n].text for n in range(first, last)]
    final = parts[-1]
    genitive = final.endswith(("s", "'", "’")) and (
        final[-1] in "'’" or (bool(registry().family(name_key(final[:-1]))) and not registry().family(name_key(final)))
    )
    if genitive:
        parts[-1] = _bare(final)
    return Name(first, last, tuple(parts), sex, genitive=genitive, strong=strong)


def _bare(word: str) -> str:
    """Take a genitive ending off."""
    for ending in ("'s", "’s", "'", "’", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            return word.removesuffix(ending)
    return word


def _known_family(word: str) -> bool:
    return bool(registry().family(name_key(word)) or registry().family(name_key(_bare(word))))


def _plain(tokens: Sequence[Token], at: int) -> bool:
    """Whether the grammar takes the token for a name."""
    return tokens[at].tag.startswith("NE")


def _initial(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    return word[0].isupper() and (len(word) == 1 or (len(word) == 2 and word[1] == "."))


def _particles(tokens: Sequence[Token], at: int) -> int:
    """Pass over "von der", "al-", "bin" if a name follows."""
    end = at
    while end < len(tokens) and end - at < 3 and tokens[end].text in words("particles"):
        end += 1
    if end < len(tokens) and tokens[end].text[0].isupper() and _may_be_name(tokens, end):
        # "und", "zu" and articles only stand inside a name with another particle beside them.
        inner = [tokens[n].text for n in range(at, end)]
        if (
            len(inner) == 1
            and inner[0] in words("inner_particles")
            and not (_plain(tokens, end) and _plain(tokens, at - 1))
        ):
            return at
        return end
    return at


def _may_be_name(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    if not (word[0].isupper() or (word[:3] in ("al-", "el-") and len(word) > 4)):
        return False
    if not word.replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha():
        return False
    if (len(word) > 3 and word.isupper()) or len(word) > _LONGEST:
        return False
    if word in words("no_names"):
        return False
    if given_sex(word)[0]:
        return True
    if role_of(word) or people_of(word) or adjective_of(word) or word in office_words("titles"):
        return False
    place = gazetteer().one(word)
    return place is None or (place.sort == "town" and at > 0 and given_sex(tokens[at - 1].text)[0])
