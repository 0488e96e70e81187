"""What the values of times say: days, intervals, and how long they last."""

import re
from datetime import date, timedelta

from aktenlage.model.annotation import Time
from aktenlage.model.timex import Timex
from aktenlage.read.encounters.scene import Scene

_DAYS = re.compile(r"P(\d+)D")
# A day of the calendar.
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# TIMEX3 mods of the thirds of a time, in order.
_THIRDS = ("START", "MID", "END")
# No meeting lasts more days.
LONGEST = 20
_DATE = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|SP|SU|FA|WI|Q\d|H\d))?")
_INTERVAL = re.compile(r"\d{4}-\d\d(?:-\d\d)?/\d{4}-\d\d(?:-\d\d)?")


def lasting(date_told: str, duration: str | None, *, ending: bool) -> str:
    """Give the days of what lasts several days, from the day that it begins or, when *ending*, ends on."""
    days = _DAYS.fullmatch(duration or "")
    if days is None or not DAY.fullmatch(date_told) or not 1 < int(days[1]) <= LONGEST:
        return date_told
    told, more = date.fromisoformat(date_told), timedelta(days=int(days[1]) - 1)
    return f"{told - more}/{told}" if ending else f"{told}/{told + more}"


def goes_on(scene: Scene, value: str) -> bool:
    """Whether several days reach to publication ("am Sonntag zu einem zehntägigen Besuch eingetroffen")."""
    days = days_of(value)
    return days is not None and scene.published is not None and days[0] < days[1] >= date.fromisoformat(scene.published)


def day_value(time: Time) -> str | None:
    """Give the days that the words name, also as an interval; None if they name no date."""
    value = time.date or (time.value if time.type in ("DATE", "TIME") else "")
    if _INTERVAL.fullmatch(value) or _DATE.fullmatch(value):
        return value
    day = DAY.match(value)
    return day.group() if day else None


def days_of(value: str) -> tuple[date, date] | None:
    """Give the first and last day of a date or an interval, None if it does not name days of the calendar."""
    timex = Timex.find(value)
    return (timex.first, timex.last) if timex else None


def days_told(time: Time) -> tuple[date, date] | None:
    """Give the days of a time: of "early in June" and the like, but of no week, the third of them that is meant."""
    days = days_of(day_value(time) or "")
    if days is None or time.mod not in _THIRDS or "W" in (day_value(time) or ""):
        return days
    first, last = days
    third = (last - first) / 3
    number = _THIRDS.index(time.mod)
    return first + number * third, last - (2 - number) * third
