"""One word of a person's name: whether it may be one, its genitive, a ruler's number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from aktenlage.model.candidate import Sex
from aktenlage.model.language import Token
from aktenlage.read.mentions.lexicon import adjective_of, office_words, people_of, role_of, words
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.given import given_sex

_LONGEST = 32
# Two capitals may be initials ("JD Vance"), more are an abbreviation.
_INITIALS = 2
_NUMERAL = re.compile(r"[IVX]{2,}\.?|[IVX]\.")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: token numbers, last exclusive, the words without a genitive ending."""

    first: int
    last: int
    words: tuple[str, ...]
    sex: Sex | None
    genitive: bool = False
    strong: bool = True

    @property
    def family(self) -> str:
        """The last word, a ruler's number left out."""
        return self.words[-2] if len(self.words) > 1 and _NUMERAL.fullmatch(self.words[-1]) else self.words[-1]


def may_be_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word may be part of a person's name."""
    word = tokens[at].text
    if not _spelled_like_a_name(word):
        return False
    if given_sex(word)[0]:
        return True
    if word in words("surnames_like_offices") and at > 0 and given_sex(tokens[at - 1].text)[0]:
        return True
    if role_of(word) or people_of(word) or adjective_of(word) or word in office_words("titles"):
        return False
    place = gazetteer().one(word)
    return place is None or (place.sort == "town" and at > 0 and given_sex(tokens[at - 1].text)[0])


@lru_cache(maxsize=65536)
def _spelled_like_a_name(word: str) -> bool:
    """Whether a word has the letters of a name, and no list says that it is none."""
    if not (word[0].isupper() or (word[:3] in ("al-", "el-") and len(word) > 4)):
        return False
    if not word.replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha():
        return False
    if (len(word) > _INITIALS and word.isupper()) or len(word) > _LONGEST:
        return False
    return not (word in words("no_names") or word in words("regions") or word.removesuffix("s") in words("regions"))


def is_plain(tokens: Sequence[Token], at: int) -> bool:
    """Whether the grammar takes the token for a name."""
    return tokens[at].tag.startswith("NE")


def number_at(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """Give a ruler's number behind a name: "Benedikt XVI."."""
    return (tokens[at].text,) if at < len(tokens) and _NUMERAL.fullmatch(tokens[at].text) else ()


def bare_form(word: str) -> str:
    """Take a genitive ending off."""
    for ending in ("'s", "’s", "'", "’", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            return word.removesuffix(ending)
    return word
