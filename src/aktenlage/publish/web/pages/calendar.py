"""The calendar of what is planned."""

import calendar as months
from collections import defaultdict
from datetime import date, timedelta

from starlette.responses import Response

from aktenlage.model.dossier import Event
from aktenlage.model.timex import Timex
from aktenlage.publish.web.desk import Desk, Missing
from aktenlage.publish.web.pages.timeline import Period, period_at
from aktenlage.store.page import Wanted

_MOST = 400
_AHEAD = ("planned", "possible", "ongoing")
_DAYS_ON_THEIR_OWN = 7
# Where no article bears a date.
_FIRST = "2000-01"


def calendar(desk: Desk) -> Response:
    """Answer with a month: what is planned on its days, and what is planned for it without a day."""
    told = desk.filters.told
    period = period_at("month", told.get("month") or desk.as_of) or period_at("month", _FIRST)
    if period is None:
        raise Missing
    everything = told.get("all") == "1"
    statuses = (None,) if everything else _AHEAD
    events = [event for status in statuses for event in _of(desk, period, status)]
    by_day: defaultdict[date, list[Event]] = defaultdict(list)
    loose: list[Event] = []
    for event in sorted(events, key=lambda each: (each.date or "", each.id)):
        timex = Timex.find(event.date)
        if timex is None or (timex.last - timex.first).days >= _DAYS_ON_THEIR_OWN or timex.precision == "week":
            loose.append(event)
            continue
        for number in range((timex.last - timex.first).days + 1):
            by_day[timex.first + timedelta(days=number)].append(event)
    desk.fetch_events(events)
    return desk.page(
        "calendar.html",
        period=period,
        weeks=months.Calendar().monthdatescalendar(period.first.year, period.first.month),
        by_day=by_day,
        loose=loose,
        days=sorted(day for day in by_day if period.first <= day <= period.last),
        everything=everything,
    )


def _of(desk: Desk, period: Period, status: str | None) -> list[Event]:
    first, last = period.first.isoformat(), period.last.isoformat()
    wanted = Wanted(actor=desk.filters.actor, status=status, since=first, until=last, dated=True, limit=_MOST)
    return [event for event in desk.view.events(wanted).items if event.date]
