"""The town from where a report is dated ("Genf, 12.03.2009 –"), and what is news there."""

import re
from datetime import date, timedelta
from functools import cache

from aktenlage.model.article import Noise
from aktenlage.read.encounters.lexicon import detail_words
from aktenlage.read.encounters.scene import Candidate, Scene
from aktenlage.read.encounters.setting.days import days_of
from aktenlage.read.encounters.setting.narrated import NEWS
from aktenlage.read.encounters.setting.towns import known_place, town_named
from aktenlage.resources.load import load

GATHERINGS = ("meeting", "conference")
_CAPITAL = r"[A-Z\u00c0-\u00de][\w'’.-]*+"
# Words between capitals are part of a name if they are as short as in "Frankfurt am Main".
_TOWN = re.compile(rf"{_CAPITAL}(?:\s(?:[a-z]{{2,3}}[\s-]){{0,2}}{_CAPITAL}){{0,3}}(?=\s?(?:[(/,:–—-]|$)|(?<=\.))")


def dated_from(scene: Scene) -> tuple[Noise, str] | None:
    """Give the dateline and its town."""
    told = ((noise, _town(scene, noise)) for noise in scene.reading.noise if noise.kind == "dateline")
    return next(((noise, town) for noise, town in told if town is not None), None)


def towns_of_dateline(scene: Scene) -> tuple[str, ...]:
    """Give all towns from where the report is dated, the first one first ("Genf/Damaskus (AFP) –")."""
    dated = dated_from(scene)
    if dated is None:
        return ()
    line = scene.text[dated[0].start : dated[0].end].split("\n")[0]
    named = (_TOWN.match(part.strip() + "/") for part in line.split("/")[1:])
    others = (town_named(name[0].removesuffix(".")) for name in named if name is not None)
    return (dated[1], *(town for town in others if town is not None and town != dated[1]))


def town_of_news(scene: Scene, encounter: Candidate) -> str | None:
    """Give the town of the dateline where an encounter of which no place is told is news from there."""
    over = encounter.status in ("held", "ongoing") and encounter.kind in GATHERINGS
    of_the_day = encounter.date is None or is_news(scene, encounter.date)
    dated = dated_from(scene) if over and of_the_day else None
    return dated[1] if dated is not None and not is_background(scene, encounter, dated[1]) else None


def is_background(scene: Scene, encounter: Candidate, town: str | None) -> bool:
    """
    Whether what had been before the news is told without a day, and is none of them.

    That is what was elsewhere than in the *town* of the report, or long ago, what bodies did, and what is only said of
    somebody named there.
    """
    verb = encounter.at.clause.verb
    had_been = encounter.date is None and verb is not None and verb.tense == "pluperfect"
    if not had_been or not encounter.at.said.isdisjoint(detail_words()["just_before"]):
        return False
    words = {word.lower() for word in encounter.at.said}
    apart = town is None or encounter.place not in (None, town) or not words.isdisjoint(detail_words()["elsewhen"])
    people = any(scene.actors[party].kind == "person" for party in encounter.parties)
    return apart or not people or encounter.at.clause.kind == "relative"


def is_news(scene: Scene, day: str) -> bool:
    """Whether a day is one of those before publication of which the report tells."""
    days = days_of(day)
    if days is None or scene.published is None:
        return False
    return timedelta() <= date.fromisoformat(scene.published) - days[1] <= NEWS


def _town(scene: Scene, dateline: Noise) -> str | None:
    """Give the town, the first of several, from where the report is dated; one that nobody knows as it stands."""
    named = _TOWN.match(scene.text[dateline.start : dateline.end])
    if named is None:
        return None
    name = named[0].removesuffix(".")
    known = town_named(named[0]) or town_named(name)
    leads = not scene.text.startswith(("\n", ":"), dateline.start + len(named[0]))
    leads = leads and not scene.text.startswith("\n", dateline.end)
    if known or not leads or known_place(name) or name in _days():
        return known
    return name.title() if name.isupper() else name


@cache
def _days() -> frozenset[str]:
    """Give the names of days and months, with which a dateline may begin as well."""
    return frozenset([*load("noise")["weekdays"], *load("noise")["months"]])
