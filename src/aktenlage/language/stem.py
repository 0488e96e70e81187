"""What the forms and spellings of a German word have in common, for searching."""

import re
from functools import cache, lru_cache

from aktenlage.resources.load import load
from aktenlage.resources.spelling import without_accents

_WORD = re.compile(r"[^\W_]++")
_SHORTEST = 3
_LONG = 5
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """
    Give the key that the forms of a word share; umlauts written as two letters and accents make no difference.

    Endings are cut as by CISTEM (Weißweiler and Fraser, Developing a Stemmer for German, 2017), in its form that does
    not look at capitals; the prefix ge- stays, since it tells many words apart.
    """
    data = load("stems")
    folded = without_accents(word.casefold().translate(_umlauts()))
    for two, one in data["digraphs"].items():
        behind = data["not_behind"].get(two)
        folded = re.sub(f"(?<![{behind}]){two}", one, folded) if behind else folded.replace(two, one)
    folded = _DOUBLED.sub(r"\1*", folded)
    while len(folded) > _SHORTEST:
        if len(folded) > _LONG and folded[-2:] in data["long"]:
            folded = folded[:-2]
        elif folded[-1] in data["short"]:
            folded = folded[:-1]
        else:
            break
    return folded.replace("*", "")


def stems(text: str) -> list[tuple[str, int, int]]:
    """Give the words of *text*: the key of each, and where it stands."""
    return [(stem(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]


@cache
def _umlauts() -> dict[int, str]:
    return str.maketrans(load("spelling")["umlauts"])
