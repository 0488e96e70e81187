"""Time values as stretches of days, and the moment from which an article's publication is certain."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from aktenlage.errors import InvalidTimexError
from aktenlage.model.timex import Timex

_BERLIN = ZoneInfo("Europe/Berlin")
_QUARTERS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A stretch of days, both ends included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: "Days") -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def covers(self, other: "Days") -> bool:
        """Whether *other* lies wholly inside."""
        return self.first <= other.first and other.last <= self.last

    def gap(self, other: "Days") -> int:
        """How many days lie between the two, 0 where they meet or overlap."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def days_of(value: str | None) -> Days | None:
    """Give the days that a TIMEX3 value or an interval ``first/last`` covers; None where it names none."""
    if not value:
        return None
    first, _, last = value.partition("/")
    start, end = _days(first), _days(last or first)
    if start is None or end is None or start.first > end.last:
        return None
    return Days(start.first, end.last)


def _days(value: str) -> Days | None:
    value = value.partition("T")[0].removesuffix("-WE")
    year, _, part = value.partition("-")
    if part in _QUARTERS and year.isdigit():
        begin, end = _QUARTERS[part]
        return Days(date(int(year), begin, 1), Timex.parse(f"{year}-{end:02}").last)
    try:
        timex = Timex.parse(value)
    except InvalidTimexError:
        return None
    return Days(timex.first, timex.last)


def published_days(published: str | None) -> Days | None:
    """Give the days on which an article may have appeared, as far as its *published* tells."""
    if published is None:
        return None
    if "T" in published:
        try:
            day = datetime.fromisoformat(published).date()
        except ValueError:
            return days_of(published)
        return Days(day, day)
    return days_of(published)


def certain_moment(published: str | None) -> datetime | None:
    """Give the moment by which an article had surely appeared; a day or month counts from its end."""
    if published is None:
        return None
    if "T" in published:
        try:
            moment = datetime.fromisoformat(published)
        except ValueError:
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=_BERLIN)
    days = days_of(published)
    return datetime.combine(days.last, time(23, 59, 59), _BERLIN) if days else None


def end_of(moment: str) -> datetime:
    """Give the last moment of a day, month or year, or the time stamp itself; raise InvalidTimexError for all else."""
    found = certain_moment(moment)
    if found is None:
        raise InvalidTimexError(moment)
    return found
