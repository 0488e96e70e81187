"""Passages that two articles share, word for word or lightly edited, wherever they stand in either."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aktenlage.consolidate.fingerprints import FingerprintIndex
from aktenlage.consolidate.words import SHINGLE, Words
from aktenlage.model.dossier import Evidence

# A shingle that stands so often in one article says little about where a passage belongs.
_OFTEN = 4
# Words that an editor may have put in, left out or changed in a row.
_GAP = 9
_FEWEST_WORDS = 11
_FEWEST_OWN_WORDS = 8
_FEWEST_TELLING_WORDS = 5
_FEWEST_BESIDE = 7
_DENSITY = 0.5
_RIM = 3


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch in each of two articles that carries the same text; *words* counts what is equal in both."""

    first: Evidence
    second: Evidence
    words: int


@dataclass(slots=True)
class _Chain:
    pairs: list[tuple[int, int]]

    @property
    def last(self) -> tuple[int, int]:
        return self.pairs[-1]


def shared_passages(one: Words, other: Words) -> list[Passage]:
    """
    Align two articles; the result does not depend on which comes first.

    What only quotes the same words is no copy by itself, for two may quote one speaker; nor is a set phrase. Where at
    least one passage is surely copied, quotations and shorter stretches count as well.
    """
    if one.article > other.article:
        one, other = other, one
    stretches = _stretches(one, other)
    if not any(_is_copy(pairs, one) for pairs in stretches):
        return []
    return sorted(_passage(pairs, one, other) for pairs in stretches)


def find_passages(articles: Iterable[Words]) -> list[Passage]:
    """Find what any two of many articles share; the result does not depend on their order."""
    index = FingerprintIndex()
    known: dict[str, Words] = {}
    found: list[Passage] = []
    for words in sorted(articles, key=lambda words: words.article):
        for partner in index.add(words):
            found += shared_passages(known[partner], words)
        known[words.article] = words
    return sorted(found)


def _stretches(one: Words, other: Words) -> list[list[tuple[int, int]]]:
    """Give stretches of equal words that do not overlap, the longer before the shorter."""
    chains = sorted(_chains(one, other), key=lambda chain: (-len(chain.pairs), chain.pairs[0]))
    taken: tuple[set[int], set[int]] = (set(), set())
    stretches = []
    for chain in chains:
        for pairs in _dense([(i, j) for i, j in chain.pairs if i not in taken[0] and j not in taken[1]]):
            length = max(pairs[-1][0] - pairs[0][0], pairs[-1][1] - pairs[0][1]) + 1
            if len(pairs) >= max(_FEWEST_BESIDE, _DENSITY * length):
                stretches.append(pairs)
                taken[0].update(range(pairs[0][0], pairs[-1][0] + 1))
                taken[1].update(range(pairs[0][1], pairs[-1][1] + 1))
    return stretches


def _chains(one: Words, other: Words) -> list[_Chain]:
    places: defaultdict[int, list[int]] = defaultdict(list)
    for at, shingle in enumerate(other.shingles):
        places[shingle].append(at)
    done: list[_Chain] = []
    growing: list[_Chain] = []
    for i, shingle in enumerate(one.shingles):
        hits = places.get(shingle, ())
        if not hits or len(hits) > _OFTEN:
            continue
        done += [chain for chain in growing if i - chain.last[0] > _GAP]
        growing = [chain for chain in growing if i - chain.last[0] <= _GAP]
        for j in hits:
            fitting = [chain for chain in growing if chain.last[0] <= i and 0 < j - chain.last[1] <= _GAP]
            if fitting:
                _extend(min(fitting, key=lambda chain: abs((i - chain.last[0]) - (j - chain.last[1]))), i, j)
            else:
                growing.append(_Chain([(i + k, j + k) for k in range(SHINGLE)]))
    return [_grown(chain, one, other) for chain in done + growing]


def _extend(chain: _Chain, i: int, j: int) -> None:
    for pair in ((i + k, j + k) for k in range(SHINGLE)):
        if pair[0] > chain.last[0] and pair[1] > chain.last[1]:
            chain.pairs.append(pair)


def _grown(chain: _Chain, one: Words, other: Words) -> _Chain:
    """Fill in single equal words between and around the shingles, which shingles alone cannot see."""
    filled: list[tuple[int, int]] = []
    first, last = chain.pairs[0], chain.last
    before = (max(-1, first[0] - _GAP), max(-1, first[1] - _GAP))
    behind = (min(len(one), last[0] + _GAP), min(len(other), last[1] + _GAP))
    for start, end in pairwise([before, *chain.pairs, behind]):
        filled += _equal_words(one, other, start, end)
        if end is not behind:
            filled.append(end)
    return _Chain(_trimmed(filled, first, last))


def _equal_words(one: Words, other: Words, start: tuple[int, int], end: tuple[int, int]) -> list[tuple[int, int]]:
    found = []
    j = start[1] + 1
    for i in range(start[0] + 1, end[0]):
        for at in range(j, end[1]):
            if one.folded[i] == other.folded[at]:
                found.append((i, at))
                j = at + 1
                break
    return found


def _trimmed(pairs: list[tuple[int, int]], first: tuple[int, int], last: tuple[int, int]) -> list[tuple[int, int]]:
    """Cut single words at the rims that stand too far off to belong to the passage."""
    start = pairs.index(first)
    while start > 0 and all(near - far <= _RIM for near, far in zip(pairs[start], pairs[start - 1], strict=True)):
        start -= 1
    end = pairs.index(last)
    while end + 1 < len(pairs) and all(
        far - near <= _RIM for near, far in zip(pairs[end], pairs[end + 1], strict=True)
    ):
        end += 1
    return pairs[start : end + 1]


def _dense(pairs: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Split where too much lies between."""
    parts: list[list[tuple[int, int]]] = []
    for pair in pairs:
        if parts and max(pair[0] - parts[-1][-1][0], pair[1] - parts[-1][-1][1]) <= _GAP + SHINGLE:
            parts[-1].append(pair)
        else:
            parts.append([pair])
    return parts


def _is_copy(pairs: Sequence[tuple[int, int]], one: Words) -> bool:
    own = sum(1 for i, _ in pairs if not one.quoted[i])
    telling = sum(1 for i, _ in pairs if one.telling[i])
    return len(pairs) >= _FEWEST_WORDS and own >= _FEWEST_OWN_WORDS and telling >= _FEWEST_TELLING_WORDS


def _passage(pairs: Sequence[tuple[int, int]], one: Words, other: Words) -> Passage:
    (i, j), (k, n) = pairs[0], pairs[-1]
    return Passage(
        Evidence(one.article, one.starts[i], one.ends[k]),
        Evidence(other.article, other.starts[j], other.ends[n]),
        len(pairs),
    )
