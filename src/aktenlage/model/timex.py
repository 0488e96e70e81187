"""Dates as TIMEX3 writes them: 2026-01-22, 2026-W04, 2025-SU, 2025-12, 2025."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from aktenlage.errors import InvalidTimexError

# First and last month of a part of the year; month 14 is February of the next.
_MONTHS = {"": (1, 12), "-SP": (3, 5), "-SU": (6, 8), "-FA": (9, 11), "-WI": (12, 14)}
_MONTHS |= {f"-{month:02}": (month, month) for month in range(1, 13)}


@dataclass(frozen=True, slots=True, order=True)
class Timex:
    """
    The days that a TIMEX3 value covers; sorts by time.

    >>> str(Timex.parse("2026-W04").first)
    '2026-01-19'
    """

    first: date
    last: date
    value: str

    @classmethod
    def parse(cls, value: str) -> Self:
        """Read *value*; raise InvalidTimexError unless it names days of the calendar."""
        year = value.partition("-")[0]
        part = value.removeprefix(year)
        try:
            if part in _MONTHS:
                begin, end = _MONTHS[part]
                first = date.fromisoformat(f"{year}-{begin:02}-01")
                last = date(first.year + end // 12, end % 12 + 1, 1) - timedelta(days=1)
            elif part.startswith("-W"):
                first, last = (date.fromisoformat(f"{value}-{day}") for day in (1, 7))
            else:
                first = last = date.fromisoformat(value)
        except ValueError as error:
            raise InvalidTimexError(value) from error
        return cls(first, last, value)
