"""Dates as TIMEX3 writes them: 2026-01-22, 2026-W04, 2025-SU, 2025-12, 2025, and intervals of them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from aktenlage.errors import InvalidTimexError

Precision = Literal["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"]

_FORMS: dict[Precision, re.Pattern[str]] = {
    "day": re.compile(r"(\d{4}-\d\d-\d\d)(?:T.+)?"),
    "weekend": re.compile(r"(\d{4}-W\d\d)-WE"),
    "week": re.compile(r"(\d{4}-W\d\d)"),
    "month": re.compile(r"(\d{4})-(\d\d)"),
    "quarter": re.compile(r"(\d{4})-Q([1-4])"),
    "season": re.compile(r"(\d{4})-(SP|SU|FA|WI)"),
    "half": re.compile(r"(\d{4})-H([12])"),
    "year": re.compile(r"(\d{4})"),
    "decade": re.compile(r"(\d{3})"),
    "century": re.compile(r"(\d\d)"),
}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100}
# What stands for a part of a year in EDTF behind the year.
_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}


@dataclass(frozen=True, slots=True, order=True)
class Timex:
    """
    The days that a TIMEX3 value covers; sorts by time. An interval has the precision of its coarser end.

    >>> str(Timex.parse("2026-W04").first)
    '2026-01-19'
    >>> str(Timex.parse("2026-01-23/2026-01-24").last)
    '2026-01-24'
    """

    first: date
    last: date
    value: str
    precision: Precision = "day"

    @classmethod
    def parse(cls, value: str) -> Self:
        """Read *value*; raise InvalidTimexError unless it names days of the calendar."""
        if "/" in value:
            ends = [cls.parse(part) for part in value.split("/")]
            if len(ends) != 2 or ends[0].first > ends[1].last:
                raise InvalidTimexError(value)
            coarser = max(ends, key=lambda end: list(_FORMS).index(end.precision))
            return cls(ends[0].first, ends[1].last, value, coarser.precision)
        for precision, form in _FORMS.items():
            match = form.fullmatch(value)
            if match:
                try:
                    return cls(*_days(precision, match), value, precision)
                except (ValueError, OverflowError) as error:
                    raise InvalidTimexError(value) from error
        raise InvalidTimexError(value)

    @classmethod
    def find(cls, value: str | None) -> Self | None:
        """Read *value*; give None where it names no days."""
        try:
            return cls.parse(value) if value else None
        except InvalidTimexError:
            return None

    def edtf(self) -> str:
        """
        Write it in the Extended Date/Time Format; weeks and weekends become intervals of days.

        >>> Timex.parse("2025-SU").edtf()
        '2025-22'
        """
        if "/" in self.value:
            first, last = (Timex.parse(part).edtf().split("/") for part in self.value.split("/"))
            return f"{first[0]}/{last[-1]}"
        if self.precision in ("week", "weekend"):
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        if self.precision in ("quarter", "season", "half"):
            return f"{self.value[:4]}-{_EDTF[self.value[5:]]}"
        return self.value[:10].ljust(4, "X")


def _days(precision: Precision, match: re.Match[str]) -> tuple[date, date]:
    told = match[1]
    if precision == "day":
        return date.fromisoformat(told), date.fromisoformat(told)
    if precision in ("week", "weekend"):
        return date.fromisoformat(f"{told}-{6 if precision == 'weekend' else 1}"), date.fromisoformat(f"{told}-7")
    if precision in _YEARS:
        count = _YEARS[precision]
        return date(int(told) * count, 1, 1), date(int(told) * count + count - 1, 12, 31)
    length = _MONTHS[precision]
    begin = _SEASONS[match[2]] if precision == "season" else int(match[2])
    if precision in ("quarter", "half"):
        begin = (begin - 1) * length + 1
    after = int(told) * 12 + begin - 1 + length
    return date(int(told), begin, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
