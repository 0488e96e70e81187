"""The date of an article as its input gives it."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from aktenlage.ingest.refusal import Refusal

_BERLIN = ZoneInfo("Europe/Berlin")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?")

_JAVA = re.compile(
    r"\w{3} (?P<month>\w{3}) (?P<day>\d{1,2}) (?P<time>\d\d:\d\d:\d\d) (?P<zone>\w{3,5}) (?P<year>\d{4})"
)
_OFFSETS = {"CET": "+0100", "MEZ": "+0100", "CEST": "+0200", "MESZ": "+0200"}


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
    return stamp if stamp.tzinfo else stamp.replace(tzinfo=_BERLIN)


def read_moment(value: str) -> str | None:
    """
    Give a page's date as ISO 8601 in German time, None where *value* is none; midnight sharp is taken for a day.

    >>> read_moment("2024-08-26T23:27:57Z")
    '2024-08-27T01:27:57+02:00'
    >>> read_moment("Fri Apr 28 19:20:36 CEST 2023")
    '2023-04-28T19:20:36+02:00'
    """
    words = value.strip()
    moment = _iso(words) or _written_out(words)
    if moment is None:
        return None
    local = (moment if moment.tzinfo else moment.replace(tzinfo=_BERLIN)).astimezone(_BERLIN)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        return local.date().isoformat()
    return local.isoformat(timespec="seconds")


def _iso(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def _written_out(words: str) -> datetime | None:
    """Read the forms that e-mail and Java write."""
    if match := _JAVA.fullmatch(words):
        words = (
            f"{match['day']} {match['month']} {match['year']} {match['time']} {_OFFSETS.get(match['zone'], '+0000')}"
        )
    try:
        return parsedate_to_datetime(words)
    except ValueError:
        return None
