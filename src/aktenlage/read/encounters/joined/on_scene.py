"""Encounters of the news without a place or a day: they were where and when the report is ("Genf, 12.03.2009 –")."""

import re
from datetime import date, timedelta
from functools import cache

from aktenlage.model.annotation import Time
from aktenlage.model.article import Noise, Span
from aktenlage.read.encounters.clause.scan import beside_the_point
from aktenlage.read.encounters.lexicon import detail_words
from aktenlage.read.encounters.scene import Candidate, Scene
from aktenlage.read.encounters.setting.days import days_of
from aktenlage.read.encounters.setting.narrated import NEWS, day_told_of
from aktenlage.read.encounters.setting.towns import country_of_town, known_place, town_named
from aktenlage.resources.load import load

_GATHERINGS = ("meeting", "conference")
# Sentences before that of the encounter, one of which may tell its day.
_BACK = 2
# Sentences with which a report begins.
_LEDE = 3
_CAPITAL = r"[A-Z\u00c0-\u00de][\w'’.-]*+"
# Words between capitals are part of a name if they are as short as in "Frankfurt am Main".
_TOWN = re.compile(rf"{_CAPITAL}(?:\s(?:[a-z]{{2,3}}[\s-]){{0,2}}{_CAPITAL}){{0,3}}(?=\s?(?:[(/,:–—-]|$)|(?<=\.))")


def stay_on_scene(scene: Scene, encounters: list[Candidate]) -> None:
    """
    Set what was held just now where and when the report is, unless it says otherwise.

    That is the day that a sentence nearby tells, the town of the dateline, else the day and the place of what was
    held and told right before.
    """
    told = ((noise, _town(scene, noise)) for noise in scene.reading.noise if noise.kind == "dateline")
    dateline, town = next(((noise, town) for noise, town in told if town is not None), (None, None))
    before: Candidate | None = None
    for encounter in sorted(encounters, key=lambda known: known.told_in[0]):
        if encounter.status not in ("held", "ongoing") or encounter.kind == "visit" or _is_background(encounter):
            continue
        undated = encounter.date is None and not _at_another_time(encounter)
        if undated and encounter.status == "held":
            _set_on_day_nearby(scene, encounter)
        if encounter.kind not in _GATHERINGS:
            continue
        if before is not None and undated and encounter.place in (None, before.place):
            encounter.date = encounter.date or before.date
        of_the_news = encounter.date is not None and _is_news(scene, encounter.date)
        in_the_country = of_the_news and town is not None and encounter.place == country_of_town(town)
        if in_the_country or (encounter.place is None and (encounter.date is None or of_the_news)):
            if town is not None and dateline is not None:
                encounter.place = town
                encounter.evidence.append(Span(dateline.start, dateline.end))
            elif before is not None and encounter.date in (None, before.date):
                encounter.place = before.place
        before = encounter if encounter.status == "held" else before


def _is_background(encounter: Candidate) -> bool:
    """Whether it is told without a day of what had been before the news, and not right before them."""
    verb = encounter.at.clause.verb
    had_been = encounter.date is None and verb is not None and verb.tense == "pluperfect"
    return had_been and encounter.at.said.isdisjoint(detail_words()["just_before"])


def _at_another_time(encounter: Candidate) -> bool:
    """Whether it was before or after what is told around it ("Nach Gesprächen mit …"), or is only spoken of."""
    later = not {word.lower() for word in encounter.at.said}.isdisjoint(detail_words()["then"])
    beside = not encounter.carried or beside_the_point(encounter.at)
    return later or (bool(encounter.frames) and beside)


def _set_on_day_nearby(scene: Scene, encounter: Candidate) -> None:
    """
    Set it on the only day of its sentence, or of the nearest one before that tells any, if that is news.

    Where none nearby tells a day, and people met face to face, that is the day with which the report begins.
    """
    first = encounter.told_in[0]
    near = range(first, first - min(_BACK, first) - 1, -1)
    lede = range(min(_LEDE, first))
    told = (
        times
        for number in (*near, *(lede if _of_the_news(scene, encounter) else ()))
        if (times := _days_of_sentence(scene, number))
    )
    times = next(told, [])
    days = {day_told_of(scene, time) for time in times}
    day = next(iter(days)) if len(days) == 1 else None
    if day is not None and _is_news(scene, day):
        encounter.date = day
        encounter.evidence.append(Span(times[0].start, times[0].end))


def _of_the_news(scene: Scene, encounter: Candidate) -> bool:
    """Whether people met, and not before what else the report tells."""
    verb = encounter.at.clause.verb
    before = verb is not None and verb.tense == "pluperfect"
    people = any(scene.actors[party].kind == "person" for party in encounter.parties)
    return people and not before and encounter.kind in _GATHERINGS


def _days_of_sentence(scene: Scene, number: int) -> list[Time]:
    sentence = scene.analysis.sentences[number]
    return [time for time in scene.times.within(sentence.start, sentence.end) if time.date]


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


def _is_news(scene: Scene, day: str) -> bool:
    """Whether a day is one of those before publication of which the report tells."""
    days = days_of(day)
    if days is None or scene.published is None:
        return False
    return timedelta() <= date.fromisoformat(scene.published) - days[1] <= NEWS
