"""The date of an article as its input gives it."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from aktenlage.ingest.refusal import Refusal

_ZONE = "Europe/Berlin"
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?")


def check_published(value: str) -> str:
    """
    Give *value* as ISO 8601 with the precision it has; raise Refusal unless it is a date, month, year or time stamp.

    A time stamp without an offset is German time.

    >>> check_published("2026-01")
    '2026-01'
    >>> check_published("2026-01-22 22:20")
    '2026-01-22T22:20:00+01:00'
    """
    try:
        if match := _DAY.fullmatch(value):
            year, month, day = match.groups()
            date(int(year), int(month or 1), int(day or 1))
            return value
        if _STAMP.fullmatch(value):
            stamp = datetime.fromisoformat(value.replace(",", ".").replace(" +", "+").replace(" -", "-"))
            return with_offset(stamp).isoformat(timespec="seconds")
    except ValueError:
        pass
    raise Refusal("published", value=value[:40])


def with_offset(stamp: datetime) -> datetime:
    """Give *stamp* its offset: its own, else that of German time at that moment."""
    return stamp if stamp.tzinfo else stamp.replace(tzinfo=ZoneInfo(_ZONE))
