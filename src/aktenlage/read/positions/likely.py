"""
Stances weighed: what a clause shows says how likely those who speak or act in it take a stance, and which one.

A multinomial logistic regression over the signs of a clause, the stances that its listed words tell among them; the
weights are learned by ``scripts/train_signs.py``. It finds stances told by words that no list holds, and drops those
that listed words only seem to tell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from aktenlage.model.article import Span
from aktenlage.model.language import Sentence
from aktenlage.model.position import Stance
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.finding import Found
from aktenlage.read.positions.frames import denied_stance
from aktenlage.read.positions.signs import Holding, holdings, signs
from aktenlage.read.signs import odds

STANCES: tuple[Stance, ...] = tuple(sorted(get_args(Stance)))
# Log odds against no stance, in hundredths: up to the first a stance found is dropped, above the second one is added,
# if it is likelier than the next by more than the third.
_UNLIKELY, _LIKELY, _AHEAD = -360, 0, 100
# Clauses that may say by themselves what somebody wants: not what is asked, supposed or only told beside.
_ASSERTING = ("main", "dass", "infinitive")


@dataclass(frozen=True, slots=True)
class Weighable:
    """A clause with some who may hold what it says, the stances found in it that are theirs, and its signs."""

    holding: Holding
    found: tuple[Found, ...]
    signs: frozenset[str]


def weigh(sentence: Sentence, who: Who, found: Sequence[Found], before: Stance | None) -> Iterator[Found]:
    """Give the stances found in a sentence but for those that are unlikely, and others that are likely."""
    views = [View(sentence, number) for number in range(len(sentence.clauses))]
    views = [view for view in views if view.clause.kind in _ASSERTING or any(_stands_in(each, view) for each in found)]
    weighed = [(each, _odds(each)) for view in views for each in weighable(view, who, found, before)]
    for each in found:
        likely = [sums[each.stance] for clause, sums in weighed if each in clause.found]
        if not likely or max(likely) > _UNLIKELY:
            yield each
    for clause, sums in weighed:
        view = clause.holding.view
        if clause.found or view.clause.kind not in _ASSERTING:
            continue
        *_, next_one, (most, stance) = sorted((each, stance) for stance, each in sums.items())
        if most > _LIKELY and most > next_one[0] + _AHEAD and stance != denied_stance(view):
            tokens = view.tokens
            yield Found(clause.holding.actors, stance, Span(tokens[0].start, tokens[-1].end))


def weighable(view: View, who: Who, found: Sequence[Found], before: Stance | None) -> Iterator[Weighable]:
    """
    Give a clause with those who may hold what it says.

    *found* are the stances that the listed words of its sentence tell, *before* is the last one of the sentence before.
    """
    for holding in holdings(view, who):
        own = tuple(each for each in found if _is_about(each, holding))
        shown = signs(holding, who, [each.stance for each in own], before)
        yield Weighable(holding, own, frozenset(shown))


def _is_about(found: Found, holding: Holding) -> bool:
    return _stands_in(found, holding.view) and not set(found.actors).isdisjoint(holding.actors)


def _stands_in(found: Found, view: View) -> bool:
    tokens = view.tokens
    return bool(tokens) and found.evidence.start < tokens[-1].end and tokens[0].start < found.evidence.end


def _odds(clause: Weighable) -> dict[Stance, int]:
    return dict(zip(STANCES, odds("positions", clause.signs), strict=True))
