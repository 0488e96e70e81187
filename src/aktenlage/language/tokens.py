"""Words and signs with their offsets."""

import re
from functools import cache

from aktenlage.resources.load import load

# Marks that combine with a letter, soft hyphens and joiners lie inside a word.
_LETTER = r"[\w\u0300-\u036f\u00ad\u200b-\u200d]"
_TOKEN = re.compile(
    rf"""
    https?://[^\s<>"“”»«]++ | www\.[^\s<>"“”»«]++       # addresses
  | [\w.+-]{{1,64}}+@\w[\w.-]*+ | [@#]\w++              # of mail, handles, tags
  | \d++(?:[.,:]\d++)++ (?:-{_LETTER}++)*+              # 18.01.2026, 22:20, 1,5
  | (?:(?<=[“”"'»«’])-(?=\w))?{_LETTER}++(?:[-’'\u2011]{_LETTER}++)*+
    (?:\.[a-z]{{2,4}}\b(?!\.)(?:-{_LETTER}++)*+|\.\d++|-(?=[\s,;)/]))?
                                                        # words; a hyphen behind one says that a part is left out
  | `` | '' | \.\.++ | -\-++ | [^\w\s]
    """,
    re.VERBOSE,
)
_LONGEST_ABBREVIATION = 12
_DOTTED = re.compile(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{1,4}\.?")


def token_bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the offsets of the tokens of the sentence between the two offsets."""
    bounds = [match.span() for match in _TOKEN.finditer(text, start, end)]
    if text.find(".", start, end - 1) < 0:
        return bounds
    joined: list[tuple[int, int]] = []
    for first, last in bounds:
        if joined and joined[-1][1] == first and first - joined[-1][0] <= _LONGEST_ABBREVIATION:
            before = text[joined[-1][0] : first]
            if text[first:last] == "." and _keeps_dot(before, final=last >= end):
                joined[-1] = (joined[-1][0], last)
                continue
            if before[-1] == "." and text[first].isalnum() and _DOTTED.fullmatch(before + text[first:last]):
                joined[-1] = (joined[-1][0], last)
                continue
        joined.append((first, last))
    return joined


def _keeps_dot(word: str, *, final: bool) -> bool:
    if final:
        return word in _abbreviations() and not word.isalpha()
    return (
        word in _abbreviations()
        or word.isdigit()
        or (len(word) == 1 and word.isalpha())
        or (word[0].isdigit() and word.replace(".", "").isdigit())
        or bool(_DOTTED.fullmatch(word))
        or set(word) <= set("IVX")
    )


@cache
def _abbreviations() -> frozenset[str]:
    data = load("abbreviations")
    return frozenset(word for kind in ("inside", "ending", "units") for word in data[kind])
