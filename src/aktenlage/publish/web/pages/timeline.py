"""The timeline: events by day, in a stretch that can be widened and narrowed."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import get_args

from starlette.responses import Response

from aktenlage.model.dossier import Event
from aktenlage.model.encounter import EncounterKind, Status
from aktenlage.model.timex import Timex
from aktenlage.publish.web.desk import Desk
from aktenlage.publish.web.filters import PAGE
from aktenlage.publish.web.pages.plots import MARKS, timeline_plot

ZOOMS = ("all", "year", "quarter", "month", "week")
_WITHIN_A_MONTH = ("day", "weekend", "week", "month")
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, and a day in the one before and after it."""

    zoom: str
    first: date
    last: date

    @property
    def before(self) -> str:
        """A day of the stretch before."""
        return (self.first - timedelta(days=1)).isoformat()

    @property
    def after(self) -> str:
        """A day of the stretch behind."""
        return (self.last + timedelta(days=1)).isoformat()

    @property
    def value(self) -> str:
        """The days as a value of the record."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def timeline(desk: Desk) -> Response:
    """Answer with the events of a period."""
    filters = desk.filters
    zoom = filters.told.get("zoom") or ("all" if filters.any or _fits(desk) else "month")
    period = period_at(zoom, filters.told.get("at") or filters.since or desk.as_of)
    since, until = filters.since, filters.until
    if period is not None:
        since, until = period.first.isoformat(), period.last.isoformat()
    wanted = filters.wanted(
        status=filters.get("status"), sort=filters.get("kind"), since=since, until=until, dated=bool(since or until)
    )
    page = desk.view.events(wanted)
    desk.fetch_events(page.items)
    months = desk.kept(("activity", "event"), lambda: desk.view.activity("event"))
    return desk.page(
        "timeline.html",
        page=page,
        groups=_grouped(desk, page.items),
        period=period,
        zoom=zoom if period else "all",
        zooms=ZOOMS,
        months=months,
        most=max((count for _, count in months), default=1),
        plot=timeline_plot(desk, wanted),
        marks=MARKS,
        statuses=get_args(Status),
        kinds=get_args(EncounterKind),
    )


def _fits(desk: Desk) -> bool:
    """Whether the whole time can be taken in at a glance."""
    counts: dict[str, int] = desk.kept("counts", desk.view.counts)
    return counts.get("event", 0) <= PAGE


def period_at(zoom: str, day: str) -> Period | None:
    """
    Give the year, quarter, month or week around a day; None for the whole time.

    >>> period_at("quarter", "2026-02-03").value
    '2026-01-01/2026-03-31'
    """
    timex = Timex.find(day)
    if timex is None or zoom not in ZOOMS[1:] or timex.first.year in (date.min.year, date.max.year):
        return None
    at = timex.first
    if zoom == "week":
        first = at - timedelta(days=at.weekday())
        return Period(zoom, first, first + timedelta(days=6))
    length = _MONTHS[zoom]
    begin = (at.month - 1) // length * length + 1
    after = at.year * 12 + begin - 1 + length
    return Period(zoom, date(at.year, begin, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1))


def _grouped(desk: Desk, events: tuple[Event, ...]) -> list[tuple[str, list[Event]]]:
    """Events under their month, or under that they have none."""
    return [
        (desk.words.day(month) if month else desk.say("date.unknown"), list(those))
        for month, those in groupby(events, key=_month)
    ]


def _month(event: Event) -> str | None:
    timex = Timex.find(event.date)
    if timex is None:
        return None
    return timex.first.isoformat()[: 7 if timex.precision in _WITHIN_A_MONTH else 4]
