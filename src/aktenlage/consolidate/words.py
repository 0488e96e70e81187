"""An article's words as comparing copies needs them: folded, with offsets, noise left out, quotations marked."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from aktenlage.model.article import Noise

SHINGLE = 3
# Inflection changes the end of a word: copies that only change tense or case stay equal in their first letters.
_STEM = 6
_WORD = re.compile(r"[^\W_]++")
_OPENING, _CLOSING, _PLAIN = "„»", "“”«", '"'
# Behind so many words a mark that was never closed no longer counts.
_LONGEST_QUOTATION = 120


@dataclass(frozen=True, slots=True)
class Words:
    """
    The words of one article.

    *shingles* holds a number for each three words in a row, by the first of them; *telling* are the words that are
    neither quoted nor begin with a capital: what a sentence says beside the names and titles that all must use.
    """

    article: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded: tuple[str, ...]
    quoted: tuple[bool, ...]
    telling: tuple[bool, ...]
    shingles: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)


def words_of(article: str, text: str, noise: Iterable[Noise] = ()) -> Words:
    """Split *text* into words, leaving out what is no reporting."""
    gaps = sorted((part.start, part.end) for part in noise)
    starts_of_gaps = [start for start, _ in gaps]
    found = [match for match in _WORD.finditer(text) if not _inside(gaps, starts_of_gaps, match.start())]
    folded = tuple(match.group().casefold()[:_STEM] for match in found)
    starts = tuple(match.start() for match in found)
    quoted = _quoted(text, starts)
    return Words(
        article,
        starts,
        tuple(match.end() for match in found),
        folded,
        quoted,
        tuple(not said and text[start].islower() for said, start in zip(quoted, starts, strict=True)),
        tuple(crc32(" ".join(folded[at : at + SHINGLE]).encode()) for at in range(len(folded) - SHINGLE + 1)),
    )


def _inside(gaps: list[tuple[int, int]], starts: list[int], offset: int) -> bool:
    before = bisect_right(starts, offset)
    return before > 0 and offset < gaps[before - 1][1]


def _quoted(text: str, starts: tuple[int, ...]) -> tuple[bool, ...]:
    quoted = [False] * len(starts)
    opened: int | None = None
    before = 0
    for number, start in enumerate(starts):
        for sign in text[before:start]:
            if sign in _OPENING or (opened is None and (sign in _PLAIN or sign in _CLOSING)):
                opened = number
            elif sign in _CLOSING or sign in _PLAIN:
                quoted[opened or 0 : number] = [True] * (number - (opened or 0))
                opened = None
        if opened is not None and number - opened > _LONGEST_QUOTATION:
            opened = None
        before = start
    if opened is not None and any(sign in _CLOSING + _PLAIN for sign in text[before:]):
        quoted[opened:] = [True] * (len(starts) - opened)
    return tuple(quoted)
