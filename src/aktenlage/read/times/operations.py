"""
How values are computed: each operation makes a draft of what a rule captured and of the scene.

An operation gives None where what the words say is no date. Those that name a place in the calendar stand in `dates`.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from aktenlage.read.times import dates
from aktenlage.read.times.calendar import name, shift
from aktenlage.read.times.dates import SATURDAY, dated, told_year, vague
from aktenlage.read.times.scene import Arguments, Draft, Scene

Operation = Callable[[Arguments, Scene], Draft | None]

# What half a unit is counted in ("anderthalb Wochen").
_PARTS = {"W": ("D", 7), "Y": ("M", 12)}


def unit(args: Arguments, scene: Scene) -> Draft | None:
    """Give the span of a unit, counted from publication."""
    size, mod = str(args["unit"]), args.get("mod")
    told = told_year(args.get("year"), scene)
    if told is not None:
        return dated(date(told, 1, 1), "Y", mod)
    if not scene.published.knows(size):
        return vague(size, mod)
    by = int(args["by"])
    if size == "WE" and by > 0 and scene.published.day.isoweekday() < SATURDAY:
        by -= 1  # the coming weekend is that of this week
    return dated(shift(scene.published.day, size, by), size, mod)


def today(args: Arguments, scene: Scene) -> Draft | None:
    """Give the day of publication in news and in the past tense, the present elsewhere and where an age is meant."""
    by = int(args.get("by") or 0)
    news = scene.news or scene.side() < 0
    if by == 0 and (args.get("general") or not scene.published.knows("D")):
        return Draft("DATE", "PRESENT_REF")
    if by == 0 and not news:
        # Of an event, "today" tells the day even where it reads as "nowadays".
        return Draft("DATE", "PRESENT_REF", date=scene.published.day.isoformat())
    return unit({"unit": "D", "by": by}, scene)


def ahead(args: Arguments, scene: Scene) -> Draft | None:
    """Give the span that lies a number of units after publication."""
    size, count = str(args["unit"]), _number(args["n"])
    if isinstance(count, float) and size in _PARTS and scene.published.knows(size):
        inner, parts = _PARTS[size]
        return dated(shift(scene.published.day, inner, round(count * parts)), size)
    if size.startswith("T") or not isinstance(count, int):
        return duration(args, scene)
    if not scene.published.knows(size):
        return duration(args, scene)
    return dated(shift(scene.published.day, size, count), size)


def counted(args: Arguments, scene: Scene) -> Draft | None:
    """Give the day that lies a number of units after or before another."""
    base, count = OPERATIONS[args["of"]["op"]](args["of"], scene), _number(args["n"])
    if base is None or base.day is None or not isinstance(count, int):
        return base
    return dated(shift(base.day, str(args["unit"]), int(args["side"]) * count), "D")


def narrative(args: Arguments, scene: Scene) -> Draft | None:
    """Give the span of a unit, counted from what the text has set."""
    size = str(args["unit"])
    base, by = scene.narrative_day if size == "D" else scene.narrative, int(args["by"])
    day = base.day if base is not None else None
    if day is None and size == "D" and by < 0 and scene.published is not None:
        day = scene.published.day  # "Am Vorabend" that opens a report is that of its day.
    return dated(shift(day, size, by), size) if day is not None else vague(size)


def duration(args: Arguments, scene: Scene) -> Draft | None:
    """Give a duration; with a side, the date that lies so far from publication or from what the text has set."""
    size, count = str(args["unit"]), _number(args.get("n") or "X")
    value = _length(count, size)
    if args.get("unit2"):
        second = _length(_number(args["n2"]), str(args["unit2"]))
        value += second.removeprefix("PT" if value.startswith("PT") else "P")
    draft = Draft("DURATION", value, args.get("mod"))
    side = args.get("side")
    inner, parts = (size, 1) if isinstance(count, int) else _PARTS.get(size, (size, 0))
    if side is None or isinstance(count, str) or size.startswith("T") or not parts:
        return draft
    if args.get("narrative"):
        base = scene.narrative_day.day if scene.narrative_day else None
    else:
        base = scene.published.day if scene.published.knows(size) else None
    return replace(draft, date=name(shift(base, inner, int(side) * round(count * parts)), size)) if base else draft


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
        dates.century,
        clock,
        counted,
        dates.day,
        dates.decade,
        duration,
        every,
        habit,
        dates.holiday,
        length,
        dates.month,
        narrative,
        part,
        dates.part_of_year,
        refer,
        repeated,
        dates.season,
        today,
        unit,
        dates.week,
        dates.weekday,
        dates.weekend,
        dates.year,
    )
}


def resolve(arguments: Arguments, scene: Scene) -> Draft | None:
    """Compute the value that a rule asks for; None where the words name no date of the calendar."""
    try:
        return OPERATIONS[arguments["op"]](arguments, scene)
    except (ValueError, OverflowError, IndexError):
        return None
