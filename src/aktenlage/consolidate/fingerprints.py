"""Which articles may share words: an index over a sample of their shingles, so that no article meets all others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from aktenlage.consolidate.words import Words

# Of each so many shingles in a row the least is kept: six equal words in a row always leave a common trace.
_WINDOW = 4
# A shingle that more articles carry is a set phrase, or an agency text that many print: the first few stand for all.
COMMON = 24
_FIRST = 3
_ENOUGH = 2


def fingerprints(words: Words) -> frozenset[int]:
    """Sample the shingles of an article; equal stretches give equal samples wherever they stand."""
    shingles = words.shingles
    if len(shingles) <= _WINDOW:
        return frozenset(shingles)
    return frozenset(min(shingles[at : at + _WINDOW]) for at in range(len(shingles) - _WINDOW + 1))


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
