"""
Operations that name a place in the calendar: a day, a weekday, a holiday, a month, a year, a century.

Like all operations, they give None where what the words say is no date, such as a 31st of June.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from aktenlage.read.times.calendar import easter, month_length, name, season_span, shift, unknown
from aktenlage.read.times.scene import Arguments, Draft, Scene

SATURDAY = 6

# How many times farther off a span against the tense seems than one with it: single days are told apart by nearness,
# months and seasons by tense.
_AGAINST_TENSE = {True: 8.0, False: 12.0}
# The same where the words leave no doubt ("soll im Dezember", "für März").
_AGAINST_WORDS = 40.0
# Feasts behind that day lie late in their month.
_MID_MONTH = 15


def dated(day: date, unit: str, mod: str | None = None) -> Draft:
    """Name the span of a unit that *day* lies in."""
    return Draft("DATE", name(day, unit), mod, day=day, unit=unit)


def vague(unit: str, mod: str | None = None) -> Draft:
    """Give a span of a unit of which no more is known."""
    return Draft("DATE", unknown(unit), mod)


def told_year(told: Any, scene: Scene) -> int | None:
    """Give the year that is told, two figures as one near to publication."""
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
        against = _AGAINST_WORDS if abs(side) > 1 else _AGAINST_TENSE[first == last]
        return abs(days) * (against if side * days < 0 else 1)

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
    year = told_year(args.get("year"), scene)
    if year is None and args.get("by") is not None and scene.published.precision:
        year = scene.published.day.year + int(args["by"])
    if year is None and scene.told_year is not None and scene.side() <= 0:
        year = scene.told_year
    if year is not None:
        return dated(date(year, month, number), "D")
    if not scene.published.precision:
        return Draft("DATE", f"XXXX-{month:02}-{number:02}")
    years = [year for year in _years_around(scene) if number <= month_length(date(year, month, 1))]
    spans = [(date(year, month, number),) * 2 for year in years]
    return dated(_nearest(spans, scene)[0], "D") if spans else None


def month(args: Arguments, scene: Scene) -> Draft | None:
    """Give a month; without a year the nearest one."""
    number, mod = int(args["month"]), args.get("mod")
    year = told_year(args.get("year"), scene)
    known = scene.published.knows("M")
    if year is None and args.get("by") is not None and known:
        year = scene.published.day.year + int(args["by"])
    if year is None and args.get("back") and known:
        year = scene.published.day.year - int(args["back"])
    if year is not None:
        return dated(date(year, number, 1), "M", mod)
    if not known:
        return Draft("DATE", f"XXXX-{number:02}", mod)
    firsts = [date(candidate, number, 1) for candidate in _years_around(scene)]
    spans = [(first, shift(first, "M", 1) - timedelta(days=1)) for first in firsts]
    span = _nearest(spans, scene) if args.get("to") is None else _directed(spans, int(args["to"]), scene)
    return dated(span[0], "M", mod)


def season(args: Arguments, scene: Scene) -> Draft | None:
    """Give a season; without a year the nearest one. A winter bears the year in which it begins."""
    kind, mod = str(args["season"]), args.get("mod")
    year = told_year(args.get("year"), scene)
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
    number = told_year(args["year"], scene)
    return dated(date(number, 1, 1), "Y", args.get("mod")) if number else None


def decade(args: Arguments, scene: Scene) -> Draft | None:
    """Give a decade; two figures mean the last century."""
    number = int(args.get("decade") or args["word"])
    first = number if number > 100 else 1900 + number
    return dated(date(first, 1, 1), "DE", args.get("mod"))


def century(args: Arguments, scene: Scene) -> Draft | None:
    """Give a century by its number."""
    number = int(args["number"])
    return dated(date(number * 100 - 50, 1, 1), "CE", args.get("mod")) if 1 <= number <= 30 else None


def part_of_year(args: Arguments, scene: Scene) -> Draft | None:
    """Give a quarter or a half of a year, named by *letter*."""
    told = told_year(args.get("year"), scene)
    number, letter = int(args["number"]), args["letter"]
    here = told if told is not None else scene.published.day.year if scene.published.precision else None
    start = date(here or 2000, 1 + (number - 1) * (3 if letter == "Q" else 6), 1)
    return Draft("DATE", f"{here or 'XXXX'}-{letter}{number}", day=start if here else None, unit=letter)


def week(args: Arguments, scene: Scene) -> Draft | None:
    """Give a week by its number."""
    number = int(args["number"])
    if not scene.published.precision:
        return Draft("DATE", f"XXXX-W{number:02}")
    return dated(date.fromisocalendar(scene.published.day.year, number, 1), "W")


def holiday(args: Arguments, scene: Scene) -> Draft | None:
    """Give a holiday, fixed or counted from Easter; late in its month, what was before it was in that month."""
    rule = str(args["holiday"])
    told = told_year(args.get("year"), scene)

    def of(number: int) -> date:
        if rule[0] in "+-":
            return easter(number) + timedelta(days=int(rule))
        return date.fromisoformat(f"{number:04}-{rule}")

    if told is None and not scene.published.knows("M"):
        return Draft("DATE", "XXXX-XX-XX" if rule[0] in "+-" else f"XXXX-{rule}")
    spans = [(of(number), of(number)) for number in ([told] if told else _years_around(scene))]
    draft = dated(_nearest(spans, scene)[0], "D")
    late = draft.day is not None and draft.day.day > _MID_MONTH
    return replace(draft, date=draft.value[:7]) if args.get("before") and late else draft


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
        return dated(monday + timedelta(days=number - 1), "D")
    if args.get("after") and scene.narrative_day and scene.narrative_day.day:
        start = scene.narrative_day.day + timedelta(days=1)
        return dated(start + timedelta(days=(number - start.isoweekday()) % 7), "D")
    side = args.get("side") or scene.side()
    if args.get("near"):
        side = side if side < 0 else 1
    found = today + ahead if side > 0 else today - back
    if args.get("strict"):
        far = timedelta(weeks=int(args.get("more") or 0) + (found == today))
        found += far if side > 0 else -far
    return dated(found, "D")


def weekend(args: Arguments, scene: Scene) -> Draft | None:
    """Give a weekend by tense; on a weekend it is that one."""
    if not scene.published.knows("WE"):
        return vague("WE")
    today = scene.published.day
    side = args.get("side") or scene.side()
    behind = side <= 0 and today.isoweekday() < SATURDAY
    return dated(shift(today, "WE", -1 if behind else 0), "WE")
