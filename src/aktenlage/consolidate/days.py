"""Time values as stretches of days, and the moment from which an article's publication is certain."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from aktenlage.errors import InvalidTimexError
from aktenlage.model.timex import Timex

_BERLIN = ZoneInfo("Europe/Berlin")


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
    timex = Timex.find(value)
    return Days(timex.first, timex.last) if timex else None


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
