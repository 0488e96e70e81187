"""Values of the record in words: dates, durations, kinds and states."""

import re
from datetime import date

from aktenlage.model.timex import Timex
from aktenlage.resources.messages import message

_WORDED = ("day", "week", "month", "season", "year")
# A weekend, and several of a unit whose number is not told.
_VAGUE_DURATION = re.compile(r"P(?:X(?=[DWMY])|1(?=WE)|(?=TX))(?P<unit>WE|[DWMY]|TX[HM])")
_DURATION = re.compile(r"P(?:T(?P<clock>\d+(?:\.\d+)?)(?P<part>[HM])|(?P<span>\d+(?:\.\d+)?)(?P<unit>[DWMY]))")


def day_in_words(value: str | None, interface: str) -> str:
    """
    Give a TIMEX3 value or an interval ``first/last`` in words; what is no such value is given as it is.

    >>> day_in_words("2026-01-23/2026-01-24", "en")
    '23–24 January 2026'
    """
    if not value:
        return message("date.unknown", interface)
    first, _, last = value.partition("/")
    if last:
        return _interval(first, last, interface)
    timex = Timex.find(value[:10])
    if timex is None or timex.precision not in _WORDED:
        return value
    part = value.partition("-")[2]
    if part.startswith("W") and part[1:].isdigit():
        return message("date.week", interface, day=_day(timex.first, interface))
    if part in ("SP", "SU", "FA", "WI"):
        return message(f"date.season.{part.lower()}", interface, year=timex.first.year)
    if not part:
        return str(timex.first.year)
    if len(part) == 2:
        return message("date.month", interface, month=_month(timex.first, interface), year=timex.first.year)
    return _day(timex.first, interface)


def duration_in_words(value: str, interface: str) -> str:
    """
    Give a TIMEX3 duration in words; what is none is given as it is.

    >>> duration_in_words("PT5H", "en")
    '5 hours'
    """
    match = _DURATION.fullmatch(value)
    if not match:
        vague = _VAGUE_DURATION.fullmatch(value)
        return message(f"duration.vague.{vague['unit'].lower()}", interface) if vague else value
    number = match["clock"] or match["span"]
    unit = f"T{match['part']}" if match["part"] else match["unit"]
    spoken = number.replace(".", message("number.point", interface))
    return message(f"duration.{unit.lower()}", interface, count=int(number) if number.isdigit() else 2, number=spoken)


def _interval(first: str, last: str, interface: str) -> str:
    opening, closing = Timex.find(first), Timex.find(last)
    if opening is None or closing is None:
        return f"{first}/{last}"
    begin, end = opening.first, closing.last
    if (begin.year, begin.month) != (end.year, end.month):
        return f"{_day(begin, interface)} – {_day(end, interface)}"
    return message("date.days", interface, first=begin.day, last=end.day, month=_month(end, interface), year=end.year)


def _day(day: date, interface: str) -> str:
    return message("date.day", interface, day=day.day, month=_month(day, interface), year=day.year)


def _month(day: date, interface: str) -> str:
    return message(f"month.m{day.month}", interface)
