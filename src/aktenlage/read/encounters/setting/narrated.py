"""The day of which a report tells where words name a time of some day alone ("am Abend")."""

import re
from datetime import date, timedelta

from aktenlage.model.annotation import Time
from aktenlage.read.encounters.lexicon import status_words
from aktenlage.read.encounters.scene import Scene
from aktenlage.read.encounters.setting.days import DAY, day_value

_SMALL_HOURS = re.compile(r"T(?:0[0-5]|24)")
# So many code points back are looked at, more than most articles have.
_REACH = 5000
# How old the news of a report is at most.
NEWS = timedelta(days=3)


def day_told_of(scene: Scene, time: Time, *, ahead: bool = False) -> str | None:
    """
    Give the day before publication of which the report tells, where words name a time of some day ("am Abend").

    Of what is *ahead* it is the coming day told last ("will ihn am Freitag treffen. Das Treffen soll am Abend …").
    """
    bare = status_words()["times_of_day"]
    small_hours = _SMALL_HOURS.match(time.value[10:])  # They may be those of the day after.
    if time.rule not in bare or small_hours or scene.published is None:
        return day_value(time)
    datelines = [noise for noise in scene.reading.noise if noise.kind == "dateline"]
    before = scene.times.within(max(time.start - _REACH, 0), time.start)
    before = [t for t in before if not any(line.start <= t.start < line.end for line in datelines)]
    told = (day_value(each) for each in before if each.rule not in bare)
    days = [day for day in told if day is not None and DAY.fullmatch(day)]
    if ahead:
        return days[-1] if days and days[-1] > scene.published else day_value(time)
    first = str(date.fromisoformat(scene.published) - NEWS)
    news = [day for day in days if first <= day < scene.published]
    return news[-1] if news and scene.published not in days else day_value(time)
