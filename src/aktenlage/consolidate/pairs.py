"""Whether two accounts may tell of one event: a score whose every point has its reason."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from aktenlage.consolidate.account import Account
from aktenlage.consolidate.days import Days
from aktenlage.consolidate.places import relation
from aktenlage.model.dossier import Evidence

SameWords = Callable[[tuple[Evidence, ...], tuple[Evidence, ...]], bool]

# Of two accounts that reach this, one event is told.
ENOUGH = 3.5
_OVER = frozenset({"held", "ongoing"})
_PUT_OFF = frozenset({"planned", "possible", "cancelled"})
_AHEAD = frozenset({"planned", "possible", "cancelled", "denied"})
# How far from its publication an encounter without a date may lie.
_RECENT = timedelta(days=10)
_NEAR = timedelta(days=21)
_DAY = timedelta(days=1)
_EXACT_DAYS = 4
_MOVED_DAYS = 31
_MOVED_WITHIN = timedelta(days=_MOVED_DAYS)
_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score and its parts, each by the name of its reason."""

    reasons: Mapping[str, float]

    @property
    def score(self) -> float:
        """The sum of all parts."""
        return sum(self.reasons.values())


def likeness(one: Account, other: Account, *, same_words: SameWords) -> Likeness:
    """Compare two accounts; it makes no difference which comes first."""
    moved = _is_moved(one, other) or _is_moved(other, one)
    parts = {
        "participants": _participants(one, other),
        "rescheduled": -1.0 if moved else 0.0,
        "time": 0.0 if moved else _time(one, other),
        "order": _order(one, other),
        "place": max(-1.0, _place(one, other)) if moved else _place(one, other),
        "kind": _kind(one, other),
        "series": _series(one, other),
        "duration": _duration(one, other),
        "occasion": _occasion(one, other),
        "topics": 0.3 if set(one.encounter.topics) & set(other.encounter.topics) else 0.0,
        "copied": 3.0 if same_words(one.evidence, other.evidence) else 0.0,
        "article": _article(one, other),
    }
    return Likeness({reason: points for reason, points in parts.items() if points})


def minutes(duration: str | None) -> int | None:
    """Give the length of a TIMEX3 duration of hours and minutes."""
    match = _DURATION.fullmatch(duration or "")
    if match is None or not any(match.groups()):
        return None
    return 60 * int(match[1] or 0) + int(match[2] or 0)


def about_equal(one: int, other: int) -> bool:
    """Whether two lengths differ by no more than rounding in speech does."""
    return abs(one - other) <= 0.25 * max(one, other)


def _participants(one: Account, other: Account) -> float:
    persons = one.persons & other.persons
    sides = one.sides & other.sides
    met = {one.side_of[person] for person in persons}
    rivals = loose = 0
    for side in sides - met:
        if _persons_of(one, side) and _persons_of(other, side):
            rivals += 1
        else:
            loose += 1
    alien = min(len(one.sides - other.sides), len(other.sides - one.sides))
    # Talks of three parties are others than those of two of them; a visit of one may be told without its host.
    extra = abs(len(one.sides) - len(other.sides)) * (1.0 if min(len(one.sides), len(other.sides)) >= 2 else 0.2)
    fewest = min(len(one.sides), len(other.sides))
    alone = 1.5 if fewest >= 2 and len(sides) < 2 else 0.0
    none = 2.0 if fewest and not sides else 0.0
    points = min(4.0, 2.0 * len(persons)) + min(3.0, 1.5 * loose)
    return min(4.5, points) - 2.0 * rivals - 1.5 * alien - extra - alone - none


def _persons_of(account: Account, side: str) -> frozenset[str]:
    return frozenset(person for person in account.persons if account.side_of[person] == side)


def _time(one: Account, other: Account) -> float:
    if one.days is None or other.days is None:
        return _undated(one, other)
    gap = one.days.gap(other.days)
    exact = one.days.length <= _EXACT_DAYS and other.days.length <= _EXACT_DAYS
    if gap:
        if not exact or gap > 3:
            return -6.0
        at_once = one.reported is not None and other.reported is not None and one.reported.overlaps(other.reported)
        return (-1.0 if at_once else -1.5) if gap == 1 else -3.0
    if exact:
        return 2.5
    longest = max(one.days.length, other.days.length)
    return 1.5 if longest <= 7 else 1.0 if longest <= 31 else 0.3


def _undated(one: Account, other: Account) -> float:
    if one.days is None and other.days is None:
        if one.reported is None or other.reported is None:
            return -1.0
        gap = one.reported.gap(other.reported)
        return 0.3 if gap <= 3 else -1.0 if gap <= 7 else -3.0
    windows = window(one), window(other)
    if windows[0] is None or windows[1] is None:
        return -1.0
    return 0.5 if windows[0].overlaps(windows[1]) else -2.5


def window(account: Account) -> Days | None:
    """Give the days on which the encounter may have been: its own, else near publication as its status allows."""
    if account.days is not None or account.reported is None:
        return account.days
    reported = account.reported
    if account.encounter.status == "denied":
        return Days(reported.first - _NEAR, reported.last + _NEAR)
    if account.encounter.status in _AHEAD:
        return Days(reported.first - _DAY, reported.last + _NEAR)
    return Days(reported.first - (_RECENT if account.encounter.status == "held" else _DAY), reported.last)


def _is_moved(earlier: Account, later: Account) -> bool:
    """Whether *later* may give a new day for what *earlier* had announced and what had not come, or was called off."""
    if earlier.days is None or later.days is None or earlier.reported is None or later.reported is None:
        return False
    if not earlier.days.gap(later.days) or earlier.days.gap(later.days) > _MOVED_DAYS or earlier.sides != later.sides:
        return False
    if earlier.encounter.status not in _PUT_OFF or later.encounter.status not in _AHEAD:
        return False
    same_round = earlier.encounter.number is not None and earlier.encounter.number == later.encounter.number
    latest = earlier.days.last + (_MOVED_WITHIN if same_round else _DAY)
    return earlier.reported.last < later.reported.first <= latest


def _order(one: Account, other: Account) -> float:
    """What was over when one article appeared is not what a later one announces."""
    for over, ahead in ((one, other), (other, one)):
        if over.encounter.status not in _OVER or ahead.encounter.status not in {"planned", "possible"}:
            continue
        vague = over.days is None or ahead.days is None or max(over.days.length, ahead.days.length) > _EXACT_DAYS
        if vague and over.day < ahead.day != date.max:
            return -2.5
    return 0.0


def _place(one: Account, other: Account) -> float:
    if one.place is None or other.place is None or "call" in (one.encounter.kind, other.encounter.kind):
        return 0.0
    found = relation(one.place, other.place)
    if found == "different":
        return -2.5
    return {"same": 1.5, "within": 0.7, "unknown": -0.5}[found]


def _kind(one: Account, other: Account) -> float:
    kinds = {one.encounter.kind, other.encounter.kind}
    if len(kinds) == 1:
        return 0.3
    return -4.0 if "call" in kinds else -0.3 if kinds == {"visit", "conference"} else 0.0


def _series(one: Account, other: Account) -> float:
    if one.encounter.number is None or other.encounter.number is None:
        return 0.0
    return 2.5 if one.encounter.number == other.encounter.number else -3.0


def _duration(one: Account, other: Account) -> float:
    lengths = minutes(one.encounter.duration), minutes(other.encounter.duration)
    if lengths[0] is None or lengths[1] is None:
        return 0.0
    return 0.7 if about_equal(lengths[0], lengths[1]) else -0.3


def _occasion(one: Account, other: Account) -> float:
    if not one.encounter.occasion or not other.encounter.occasion:
        return 0.0
    if one.encounter.occasion.casefold() != other.encounter.occasion.casefold():
        return -0.5
    both = one.encounter.kind == other.encounter.kind == "conference"
    return 3.0 if both else 0.7


def _article(one: Account, other: Account) -> float:
    """One article names an encounter once: two of its accounts are one event only if all but equal, or corrected."""
    if one.article != other.article:
        return 0.0
    if one.withdrawn != other.withdrawn:
        return 3.0
    if one.encounter == other.encounter:
        return 3.0
    alike = one.persons <= other.persons or other.persons <= one.persons
    equal = one.days == other.days and one.days is not None and one.encounter.kind == other.encounter.kind
    return -1.5 if alike and equal and one.sides & other.sides else -20.0
