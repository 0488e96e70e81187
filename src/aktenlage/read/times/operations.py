"""
How values are computed: each operation makes a draft of what a rule captured and of the scene.

An operation gives None where what the words say is no date, such as a 31st of June.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from aktenlage.read.times.calendar import (
    easter,
    month_length,
    name,
    season_span,
    shift,
    unknown,
)
from aktenlage.read.times.scene import Draft, Scene

Arguments = Mapping[str, Any]
Operation = Callable[[Arguments, Scene], Draft | None]

_SATURDAY = 6

# How many times farther off a span against the tense seems than one with it: single days are told apart by nearness,
# months and seasons by tense.
_AGAINST_TENSE = {True: 2.5, False: 5.0}


def _dated(day: date, unit: str, mod: str | None = None) -> Draft:
    return Draft("DATE", name(day, unit), mod, day=day, unit=unit)


def _vague(unit: str, mod: str | None = None) -> Draft:
    return Draft("DATE", unknown(unit), mod)


def _year(told: Any, scene: Scene) -> int | None:
    if told is None:
        return None
    year = int(told)
    if len(str(told)) > 2 or year >= 100:
        return year
    pivot = scene.published.day.year % 100 + 15 if scene.published.precision else 30
    return year + (2000 if year <= pivot else 1900)


def _nearest(candidates: list[tuple[date, date]], scene: Scene) -> tuple[date, date]:
    """Choose the span nearest to publication, those against the tense counting as farther off."""
    today = scene.published.day
    side = scene.side()

    def distance(span: tuple[date, date]) -> float:
        first, last = span
        if first <= today <= last:
            return 0
        days = (first - today).days if first > today else (last - today).days
        return abs(days) * (_AGAINST_TENSE[first == last] if side * days < 0 else 1)

    return min(candidates, key=distance)


def _years_around(scene: Scene) -> range:
    year = scene.published.day.year
    return range(year - 1, year + 2)


def _directed(candidates: list[tuple[date, date]], to: int, scene: Scene) -> tuple[date, date]:
    """Choose the span that lies *to* spans after (or before) publication, or about now for 0."""
    today = scene.published.day
    if to > 0:
        return [span for span in candidates if span[0] > today][to - 1]
    if to < 0:
        return [span for span in candidates if span[1] < today][to]
    return min(candidates, key=lambda span: abs((span[0] + (span[1] - span[0]) / 2 - today).days))


def day(args: Arguments, scene: Scene) -> Draft | None:
    """Give a day of a month; without a year the nearest one."""
    month, number = int(args["month"]), int(args["day"])
    year = _year(args.get("year"), scene)
    if year is None and args.get("by") is not None and scene.published.precision:
        year = scene.published.day.year + int(args["by"])
    if year is None and scene.told_year is not None and scene.side() <= 0:
        year = scene.told_year
    if year is not None:
        return _dated(date(year, month, number), "D")
    if not scene.published.precision:
        return Draft("DATE", f"XXXX-{month:02}-{number:02}")
    years = [year for year in _years_around(scene) if number <= month_length(date(year, month, 1))]
    spans = [(date(year, month, number),) * 2 for year in years]
    return _dated(_nearest(spans, scene)[0], "D") if spans else None


def month(args: Arguments, scene: Scene) -> Draft | None:
    """Give a month; without a year the nearest one."""
    number, mod = int(args["month"]), args.get("mod")
    year = _year(args.get("year"), scene)
    known = scene.published.knows("M")
    if year is None and args.get("by") is not None and known:
        year = scene.published.day.year + int(args["by"])
    if year is not None:
        return _dated(date(year, number, 1), "M", mod)
    if not known:
        return Draft("DATE", f"XXXX-{number:02}", mod)
    firsts = [date(candidate, number, 1) for candidate in _years_around(scene)]
    spans = [(first, shift(first, "M", 1) - timedelta(days=1)) for first in firsts]
    span = _nearest(spans, scene) if args.get("to") is None else _directed(spans, int(args["to"]), scene)
    return _dated(span[0], "M", mod)


def season(args: Arguments, scene: Scene) -> Draft | None:
    """Give a season; without a year the nearest one. A winter bears the year in which it begins."""
    kind, mod = str(args["season"]), args.get("mod")
    year = _year(args.get("year"), scene)
    if year is None and args.get("by") is not None and scene.published.precision:
        year = scene.published.day.year + int(args["by"])
    if year is None:
        if not scene.published.knows("S"):
            return Draft("DATE", f"XXXX-{kind}", mod)
        here = scene.published.day.year
        spans = [season_span(kind, candidate) for candidate in range(here - 2, here + 3)]
        span = _nearest(spans, scene) if args.get("to") is None else _directed(spans, int(args["to"]), scene)
        year = span[0].year
    return Draft("DATE", f"{year:04}-{kind}", mod, day=season_span(kind, year)[0], unit="S")


def year(args: Arguments, scene: Scene) -> Draft | None:
    """Give a year."""
    number = _year(args["year"], scene)
    return _dated(date(number, 1, 1), "Y", args.get("mod")) if number else None


def decade(args: Arguments, scene: Scene) -> Draft | None:
    """Give a decade; two figures mean the last century."""
    number = int(args.get("decade") or args["word"])
    first = number if number > 100 else 1900 + number
    return _dated(date(first, 1, 1), "DE", args.get("mod"))


def century(args: Arguments, scene: Scene) -> Draft | None:
    """Give a century by its number."""
    number = int(args["number"])
    return _dated(date(number * 100 - 50, 1, 1), "CE", args.get("mod")) if 1 <= number <= 30 else None


def part_of_year(args: Arguments, scene: Scene) -> Draft | None:
    """Give a quarter or a half of a year, named by *letter*."""
    told = _year(args.get("year"), scene)
    number, letter = int(args["number"]), args["letter"]
    here = told if told is not None else scene.published.day.year if scene.published.precision else None
    start = date(here or 2000, 1 + (number - 1) * (3 if letter == "Q" else 6), 1)
    return Draft("DATE", f"{here or 'XXXX'}-{letter}{number}", day=start if here else None, unit=letter)


def week(args: Arguments, scene: Scene) -> Draft | None:
    """Give a week by its number."""
    number = int(args["number"])
    if not scene.published.precision:
        return Draft("DATE", f"XXXX-W{number:02}")
    return _dated(date.fromisocalendar(scene.published.day.year, number, 1), "W")


def holiday(args: Arguments, scene: Scene) -> Draft | None:
    """Give a holiday, fixed or counted from Easter."""
    rule = str(args["holiday"])
    told = _year(args.get("year"), scene)

    def of(number: int) -> date:
        if rule[0] in "+-":
            return easter(number) + timedelta(days=int(rule))
        return date.fromisoformat(f"{number:04}-{rule}")

    if told is None and not scene.published.knows("M"):
        return Draft("DATE", "XXXX-XX-XX" if rule[0] in "+-" else f"XXXX-{rule}")
    spans = [(of(number), of(number)) for number in ([told] if told else _years_around(scene))]
    return _dated(_nearest(spans, scene)[0], "D")


def weekday(args: Arguments, scene: Scene) -> Draft | None:
    """Give a weekday: in a week counted from publication, strictly before or after it, or by tense."""
    number = int(args["weekday"])
    if not scene.published.knows("D"):
        return Draft("DATE", f"XXXX-WXX-{number}")
    today = scene.published.day
    ahead = timedelta(days=(number - today.isoweekday()) % 7)
    back = timedelta(days=(today.isoweekday() - number) % 7)
    if args.get("week") is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=int(args["week"]))
        return _dated(monday + timedelta(days=number - 1), "D")
    if args.get("after") and scene.narrative_day and scene.narrative_day.day:
        start = scene.narrative_day.day + timedelta(days=1)
        return _dated(start + timedelta(days=(number - start.isoweekday()) % 7), "D")
    side = args.get("side") or scene.side()
    if args.get("near"):
        side = side if side < 0 else 1
    found = today + ahead if side > 0 else today - back
    if args.get("strict"):
        far = timedelta(weeks=int(args.get("more") or 0) + (found == today))
        found += far if side > 0 else -far
    return _dated(found, "D")


def weekend(args: Arguments, scene: Scene) -> Draft | None:
    """Give a weekend by tense; on a weekend it is that one."""
    if not scene.published.knows("WE"):
        return _vague("WE")
    today = scene.published.day
    side = args.get("side") or scene.side()
    behind = side <= 0 and today.isoweekday() < _SATURDAY
    return _dated(shift(today, "WE", -1 if behind else 0), "WE")


def unit(args: Arguments, scene: Scene) -> Draft | None:
    """Give the span of a unit, counted from publication."""
    size, mod = str(args["unit"]), args.get("mod")
    told = _year(args.get("year"), scene)
    if told is not None:
        return _dated(date(told, 1, 1), "Y", mod)
    if not scene.published.knows(size):
        return _vague(size, mod)
    by = int(args["by"])
    if size == "WE" and by > 0 and scene.published.day.isoweekday() < _SATURDAY:
        by -= 1  # the coming weekend is that of this week
    return _dated(shift(scene.published.day, size, by), size, mod)


def today(args: Arguments, scene: Scene) -> Draft | None:
    """Give the day of publication in news and in the past tense, the present elsewhere and where an age is meant."""
    by = int(args.get("by") or 0)
    news = scene.news or scene.side() < 0
    if by == 0 and (not news or args.get("general") or not scene.published.knows("D")):
        return Draft("DATE", "PRESENT_REF")
    return unit({"unit": "D", "by": by}, scene)


def ahead(args: Arguments, scene: Scene) -> Draft | None:
    """Give the span that lies a number of units after publication."""
    size, count = str(args["unit"]), _number(args["n"])
    if size.startswith("T") or not isinstance(count, int):
        return duration(args, scene)
    if not scene.published.knows(size):
        return duration(args, scene)
    return _dated(shift(scene.published.day, size, count), size)


def narrative(args: Arguments, scene: Scene) -> Draft | None:
    """Give the span of a unit, counted from what the text has set."""
    size = str(args["unit"])
    base = scene.narrative_day if size == "D" else scene.narrative
    if base is None or base.day is None:
        return _vague(size)
    return _dated(shift(base.day, size, int(args["by"])), size)


def duration(args: Arguments, scene: Scene) -> Draft | None:
    """Give a duration; with a side, the date that lies so far from publication or from what the text has set."""
    size, count = str(args["unit"]), _number(args.get("n") or "X")
    value = _length(count, size)
    if args.get("unit2"):
        second = _length(_number(args["n2"]), str(args["unit2"]))
        value += second.removeprefix("PT" if value.startswith("PT") else "P")
    draft = Draft("DURATION", value, args.get("mod"))
    side = args.get("side")
    if side is None or not isinstance(count, int) or size.startswith("T"):
        return draft
    if args.get("narrative"):
        base = scene.narrative_day.day if scene.narrative_day else None
    else:
        base = scene.published.day if scene.published.knows(size) else None
    return replace(draft, date=name(shift(base, size, int(side) * count), size)) if base else draft


def _number(told: Any) -> int | float | str:
    if isinstance(told, str):
        plain = told.replace(".", "").replace(",", ".")
        told = float(plain) if plain.replace(".", "").isdigit() else told
    if isinstance(told, float) and told.is_integer():
        return int(told)
    number: int | float | str = told
    return number


def _length(count: float | str, size: str) -> str:
    return f"PT{count}{size[1:]}" if size.startswith("T") else f"P{count}{size}"


def every(args: Arguments, scene: Scene) -> Draft | None:
    """Give a set that comes again after a number of units."""
    return Draft("SET", _length(_number(args.get("n") or 1), str(args["unit"])))


def repeated(args: Arguments, scene: Scene) -> Draft | None:
    """Give a set by its value."""
    return Draft("SET", str(args["value"]))


def length(args: Arguments, scene: Scene) -> Draft | None:
    """Give a duration by its value."""
    return Draft("DURATION", str(args["value"]), args.get("mod"))


def habit(args: Arguments, scene: Scene) -> Draft | None:
    """Give a weekday or a part of the day that comes again."""
    part = args.get("part")
    if args.get("weekday") is None:
        return Draft("SET", f"PT1{part}")
    return Draft("SET", f"XXXX-WXX-{args['weekday']}" + (f"T{part}" if part else ""))


def part(args: Arguments, scene: Scene) -> Draft | None:
    """Give a part of a day; a night *to* a day began on the evening before."""
    base = OPERATIONS[args["of"]["op"]](args["of"], scene) if args.get("of") else scene.clock_day
    if base is None:
        return None if args.get("of") else Draft("TIME", f"XXXX-XX-XXT{args['part']}")
    if base.day is None or base.unit != "D":
        return Draft("TIME", f"{base.value}T{args['part']}" if "X" in base.value else f"XXXX-XX-XXT{args['part']}")
    start, meant = base.day, base.day.isoformat()
    if args.get("night"):
        start -= timedelta(days=1)
        meant = f"{start.isoformat()}/{meant}"
    return Draft("TIME", f"{start.isoformat()}T{args['part']}", args.get("mod"), day=start, unit="D", date=meant)


def clock(args: Arguments, scene: Scene) -> Draft | None:
    """Give a time of the day."""
    minutes = (
        int(args["hour"]) * 60 + int(args.get("side") or 1) * int(args.get("minute") or 0) - int(args.get("minus") or 0)
    )
    if args.get("part") in ("AF", "EV") and minutes < 12 * 60:
        minutes += 12 * 60
    if not 0 <= minutes <= 24 * 60:
        return None
    base = scene.clock_day
    clock_time = f"T{minutes // 60:02}:{minutes % 60:02}"
    if base is None or base.unit != "D" or base.day is None:
        return Draft("TIME", "XXXX-XX-XX" + clock_time)
    return Draft("TIME", base.value[:10] + clock_time, day=base.day, unit="D", date=base.value[:10])


def refer(args: Arguments, scene: Scene) -> Draft | None:
    """Give the past, the present or the future as such."""
    return Draft("DATE", str(args["ref"]))


OPERATIONS: dict[str, Operation] = {
    operation.__name__: operation
    for operation in (
        ahead,
        century,
        clock,
        day,
        decade,
        duration,
        every,
        habit,
        holiday,
        length,
        month,
        narrative,
        part,
        part_of_year,
        refer,
        repeated,
        season,
        today,
        unit,
        week,
        weekday,
        weekend,
        year,
    )
}


def resolve(arguments: Arguments, scene: Scene) -> Draft | None:
    """Compute the value that a rule asks for; None where the words name no date of the calendar."""
    try:
        return OPERATIONS[arguments["op"]](arguments, scene)
    except (ValueError, OverflowError, IndexError):
        return None
