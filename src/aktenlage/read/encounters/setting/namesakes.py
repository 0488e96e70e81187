"""Days of one name: the weekday a week, or the day of the month a year, before or after the one told."""

import re
from datetime import date, timedelta

from aktenlage.model.annotation import Time
from aktenlage.read.encounters.lexicon import status_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.days import DAY, day_value, days_of

_YEAR = re.compile(r"(?<!\d)\d{4}(?=-|/|$)")


def other_day(time: Time, way: int) -> str | None:
    """Give the next (1) or the last (-1) day of the same name, None where the words name one day alone."""
    value = day_value(time)
    if value is not None and time.rule in status_words()["comes_again"]["weekly"]:
        return DAY.sub(lambda day: str(date.fromisoformat(day.group()) + timedelta(days=7 * way)), value)
    if value is not None and time.rule in status_words()["comes_again"]["yearly"]:
        return _YEAR.sub(lambda year: str(int(year.group()) + way), value)
    return None


def nearest_of_that_name(scene: Scene, time: Time) -> str | None:
    """Give the day itself or the one of its name a week or year before or behind it, whichever is nearest."""
    value, published = day_value(time), scene.published
    named = [day for day in (value, other_day(time, 1), other_day(time, -1)) if day is not None]
    spans = {day: days for day in named if (days := days_of(day)) is not None}
    return min(spans, key=lambda day: how_far(published, spans[day]), default=value) if published else value


def nearer_day(scene: Scene, at: Place, day: str | None) -> str | None:
    """Give the last day of that name where it is nearer than the coming one ("das am Mittwoch stattfinden sollte")."""
    time = next((t for t in scene.times.within(at.clause.start, at.clause.end) if day_value(t) == day), None)
    last = other_day(time, -1) if time is not None and day is not None else None
    coming, over = days_of(day or ""), days_of(last or "")
    if coming is None or over is None or scene.published is None:
        return day
    return last if how_far(scene.published, over) < how_far(scene.published, coming) else day


def coming_day(scene: Scene, at: Place, day: str | None) -> str | None:
    """Give the next day of that name where the one told is over ("Er sagte die Reise ab. Er wollte am Montag …")."""
    days = days_of(day or "")
    if days is None or scene.published is None or days[1] >= date.fromisoformat(scene.published):
        return day
    times = scene.times.within(at.clause.start, at.clause.end)
    return next((other_day(time, 1) for time in times if day_value(time) == day), None) or day


def how_far(published: str, days: tuple[date, date]) -> timedelta:
    """Give how long before or after the day of publication the days are; of two weekdays the nearer is meant."""
    day = date.fromisoformat(published)
    return max(days[0] - day, day - days[1])
