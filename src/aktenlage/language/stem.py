"""What the forms and spellings of a German word have in common, for searching."""

import re
from functools import lru_cache

from aktenlage.resources.spelling import without_accents

_WORD = re.compile(r"[^\W_]++")
_VOWELS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_WRITTEN_OUT = re.compile(r"([ao])e|(?<![aeq])ue")
_SHORTEST = 3
_LONG = 5
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """
    Give the key that the forms of a word share; umlauts written as ae, oe, ue and accents make no difference.

    Endings are cut as by CISTEM (Weißweiler and Fraser, Developing a Stemmer for German, 2017), in its form that does
    not look at capitals; the prefix ge- stays, since it tells a Gespräch from a Sprache.

    >>> stem("Verhandlungen") == stem("verhandlung"), stem("München") == stem("Muenchen")
    (True, True)
    """
    folded = word.casefold().translate(_VOWELS)
    folded = _WRITTEN_OUT.sub(lambda match: match[1] or "u", without_accents(folded))
    folded = _DOUBLED.sub(r"\1*", folded)
    while len(folded) > _SHORTEST:
        if len(folded) > _LONG and folded.endswith(("em", "er", "nd")):
            folded = folded[:-2]
        elif folded.endswith(("t", "e", "s", "n")):
            folded = folded[:-1]
        else:
            break
    return folded.replace("*", "")


def stems(text: str) -> list[tuple[str, int, int]]:
    """Give the words of *text*: the key of each, and where it stands."""
    return [(stem(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
