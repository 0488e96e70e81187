"""Who talks with whom over time: a track for each pair of sides, a mark for each event."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from aktenlage.model.dossier import Event
from aktenlage.model.timex import Timex
from aktenlage.publish.web.desk import Desk
from aktenlage.store.page import Wanted

_TRACKS, _MARKS, _TICKS, _SHORT = 8, 600, 9, 62
WIDTH, LEFT, STEP, TOP = 960, 230, 30, 26


@dataclass(frozen=True, slots=True)
class Point:
    """An event on a track."""

    x: float
    width: float
    event: Event


@dataclass(frozen=True, slots=True)
class Track:
    """A pair of sides and its events."""

    name: str
    y: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Tracks:
    """The drawing: *ticks* are places and labels of the axis."""

    tracks: tuple[Track, ...]
    ticks: tuple[tuple[float, str], ...]
    height: int
    width: int = WIDTH
    left: int = LEFT
    top: int = TOP


def tracks(desk: Desk, wanted: Wanted) -> Tracks | None:
    """Lay out the events that *wanted* chooses on tracks of the pairs that meet most; None where there is no pair."""
    events = desk.view.events(replace(wanted, offset=0, limit=_MARKS)).items
    dated = [(event, timex) for event in events if (timex := Timex.find(event.date)) and timex.precision != "year"]
    pairs: Counter[tuple[str, str]] = Counter()
    found: defaultdict[tuple[str, str], list[tuple[Event, Timex]]] = defaultdict(list)
    for event, timex in dated:
        sides = sorted({desk.words.side(each.actor) for each in event.participants})
        for pair in combinations(sides, 2):
            pairs[pair] += 1
            found[pair].append((event, timex))
    chosen = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:_TRACKS]
    shown = [each for pair in chosen for each in found[pair]]
    if not shown:
        return None
    first, last = _edges(wanted, shown)
    scale = (WIDTH - LEFT - 20) / max(1, (last - first).days + 1)

    def place(day: date) -> float:
        return round(LEFT + ((min(max(day, first), last) - first).days) * scale, 1)

    made = tuple(
        Track(
            " – ".join(desk.words.name(side) for side in pair),
            TOP + STEP * number + STEP // 2,
            tuple(
                Point(place(timex.first), max(9.0, round(place(timex.last) - place(timex.first) + scale, 1)), event)
                for event, timex in found[pair]
            ),
        )
        for number, pair in enumerate(chosen)
    )
    return Tracks(made, tuple(_ticks(first, last, place)), TOP + STEP * len(made) + 10)


def _edges(wanted: Wanted, shown: list[tuple[Event, Timex]]) -> tuple[date, date]:
    if wanted.since and wanted.until:
        return date.fromisoformat(wanted.since), date.fromisoformat(wanted.until)
    return min(timex.first for _, timex in shown), max(timex.last for _, timex in shown)


def _ticks(first: date, last: date, place: Callable[[date], float]) -> Iterator[tuple[float, str]]:
    """Label days of a short stretch, else months, else years, as many as there is room for."""
    days = (last - first).days + 1
    if days <= _SHORT:
        step = max(1, -(-days // _TICKS))
        for number in range(0, days, step):
            day = first + timedelta(days=number)
            yield place(day), f"{day.day}.{day.month}."
        return
    months = [
        date(number // 12, number % 12 + 1, 1)
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ]
    if len(months) > 4 * _TICKS:
        months = [month for month in months if month.month == 1]
    for month in months[:: max(1, -(-len(months) // _TICKS))]:
        if month >= first:
            yield place(month), f"{month.month}/{month.year}"
