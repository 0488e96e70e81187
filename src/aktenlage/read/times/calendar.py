"""The calendar as TIMEX3 names it: units, shifting by units, names of spans."""

from datetime import date, timedelta

# What must be known of the day of publication to count in a unit.
_NEEDS = {"D": 3, "W": 3, "WE": 3, "M": 2, "Q": 2, "S": 2}
_UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "DE": "XXX",
    "CE": "XX",
}
_YEARS = {"Y": 1, "DE": 10, "CE": 100, "L": 1000}
_MONTHS = {"M": 1, "Q": 3}
_DAYS = {"D": 1, "W": 7, "WE": 7}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Anchor:
    """The time of publication, as precisely as it is known; without any, every name is unknown."""

    def __init__(self, published: str | None) -> None:
        parts = (published or "")[:10].split("-")
        numbers = [int(part) for part in parts if part.isascii() and part.isdigit()]
        self.precision = 0
        self.day = date.min
        try:
            self.day = date(*[*numbers, 1, 1][:3]) if numbers else date.min
            self.precision = len(numbers)
        except ValueError:
            self.precision = 0

    def knows(self, unit: str) -> bool:
        """Whether the anchor is known well enough to count in *unit*."""
        return self.precision >= _NEEDS.get(unit, 1)


def unknown(unit: str) -> str:
    """Give the value of an unknown span of this unit."""
    return _UNKNOWN.get(unit, "XXXX")


def name(day: date, unit: str) -> str:
    """
    Name the span of this unit that *day* lies in.

    >>> name(date(2026, 1, 22), "W")
    '2026-W04'
    """
    week = day.isocalendar()
    year = f"{day.year:04}"
    names = {
        "D": day.isoformat(),
        "W": f"{week.year:04}-W{week.week:02}",
        "WE": f"{week.year:04}-W{week.week:02}-WE",
        "M": f"{year}-{day.month:02}",
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "DE": year[:3],
        "CE": year[:2],
        "L": year[:1],
    }
    return names.get(unit, year)


def shift(day: date, unit: str, by: int) -> date:
    """Move *day* by a number of units; days that a month lacks become its last."""
    if unit in _DAYS:
        return day + timedelta(days=by * _DAYS[unit])
    months = by * (_MONTHS[unit] if unit in _MONTHS else 12 * _YEARS.get(unit, 1))
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    return first + timedelta(days=min(day.day, month_length(first)) - 1)


def month_length(first: date) -> int:
    """Give the number of days of the month that begins on *first*."""
    return ((first + timedelta(days=31)).replace(day=1) - first).days


def season_span(season: str, year: int) -> tuple[date, date]:
    """Give first and last day of a season; winter begins in *year*."""
    first = date(year, _SEASON_STARTS[season], 1)
    return first, shift(first, "M", 3) - timedelta(days=1)


def easter(year: int) -> date:
    """Give Easter Sunday of the western churches, after Oudin."""
    golden, century = year % 19, year // 100
    full = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = full - (full // 28) * (1 - (29 // (full + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))
