"""Clauses that an insertion parts from their verb: tags that only what stands behind it tells."""

from collections.abc import Sequence
from itertools import pairwise

from aktenlage.language.tags import BARE, FINITE, RELATIVES
from aktenlage.language.verbforms import participle_of

# A relative clause, and what follows it.
_PARTED = 2


def waits_for_participle(tags: Sequence[str], start: int) -> bool:
    """Whether a relative clause right before parts an auxiliary from its participle ("wurde von X, der …, begrüßt")."""
    commas = [number for number in range(start) if tags[number] == "$,"][-_PARTED:]
    if len(commas) < _PARTED or commas[1] != start - 1 or tags[commas[0] + 1] not in RELATIVES:
        return False
    above = tags[: commas[0]]
    last = next((number for number in range(len(above) - 1, -1, -1) if above[number] in FINITE), None)
    waits = last is not None and above[last] == "VAFIN" and not any(tag in BARE for tag in above[last:])
    return waits and tags[start - 2] in FINITE


def ends_in_participle(lemmas: Sequence[str], low: Sequence[str], tags: Sequence[str], start: int, end: int) -> bool:
    """Whether a stretch is no more than a participle, or begins with one and joins another."""
    alike = participle_of(lemmas[start]) == low[start]
    return alike and (end == start + 1 or (tags[start + 1] == "KON" and tags[end - 1] == "VVPP"))


def verb_behind_insertion(tags: Sequence[str], end: int) -> bool:
    """
    Whether a stretch without a verb goes on up to one behind an insertion ("Als X, die …, kam, …").

    That is a relative clause, or an apposition where the main clause follows with its verb.
    """
    bounds = [number for number in range(end, len(tags)) if tags[number] in {"$,", "$."}]
    pieces = [tags[first + 1 : last] for first, last in pairwise(bounds)][: _PARTED + 1]
    if end >= len(tags) or tags[end] != "$," or len(pieces) < _PARTED or not all(pieces):
        return False
    inner, rest = pieces[:_PARTED]
    if rest[-1] not in FINITE or any(tag in FINITE for tag in rest[:-1]):
        return False
    main = pieces[_PARTED][0] in FINITE if len(pieces) > _PARTED else False
    apposed = main and not any(tag in FINITE for tag in inner)
    return apposed or (inner[-1] in FINITE and inner[0] in RELATIVES | {"ART", "PDS"})
