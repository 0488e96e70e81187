"""Which articles may share words: an index over a sample of their words, so that no article meets all others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from aktenlage.consolidate.words import Words

# Two shingles so far apart make one mark of four words: three alone are shared by chance in a large store.
_APART = 1
_FACTOR = 0x9E3779B1
_MASK = 0xFFFFFFFF
# Of each so many marks in a row the least is kept: seven equal words in a row always leave a common trace.
_WINDOW = 4
# A mark that more articles carry is a set phrase, or an agency text that many print: the first few stand for all.
COMMON = 24
_FIRST = 3
_ENOUGH = 3


def fingerprints(words: Words) -> frozenset[int]:
    """Sample the shingles of an article; equal stretches give equal samples wherever they stand."""
    marks = [
        (_FACTOR * one + other) & _MASK for one, other in zip(words.shingles, words.shingles[_APART:], strict=False)
    ]
    if len(marks) <= _WINDOW:
        return frozenset(marks)
    return frozenset(min(marks[at : at + _WINDOW]) for at in range(len(marks) - _WINDOW + 1))


def partners(prints: Iterable[int], carriers: Mapping[int, Sequence[str]]) -> list[str]:
    """Give the articles that share enough with *prints*; *carriers* tells who else carries a print."""
    shared: Counter[str] = Counter()
    for mark in prints:
        known = carriers.get(mark, ())
        shared.update(known if len(known) <= COMMON else known[:_FIRST])
    return sorted(article for article, count in shared.items() if count >= _ENOUGH)


class FingerprintIndex:
    """The index in memory; `aktenlage.store` keeps the same in a table."""

    def __init__(self) -> None:
        self._carriers: defaultdict[int, list[str]] = defaultdict(list)

    def add(self, words: Words) -> list[str]:
        """Take an article in; give those before it that may share words with it."""
        prints = fingerprints(words)
        found = partners(prints, self._carriers)
        for mark in prints:
            if len(self._carriers[mark]) <= COMMON:
                self._carriers[mark].append(words.article)
        return found
