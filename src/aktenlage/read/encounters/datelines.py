"""Meetings of the news without a place: they were where the report is dated from ("Genf (Schweiz), 12.03.2009 –")."""

import re
from datetime import date, timedelta

from aktenlage.model.article import Span
from aktenlage.read.encounters.dates import days_of
from aktenlage.read.encounters.scene import Candidate, Scene
from aktenlage.read.encounters.towns import town_named

# The sentences in which a report tells its news, and how old that is at most.
_LEAD = 4
_NEWS = timedelta(days=3)
_TOWN = re.compile(r"[^(,.–—\d]{2,40}")
_SEVERAL = "/"


def set_at_dateline(scene: Scene, encounters: list[Candidate]) -> None:
    """Set what was held just now, as the first sentences tell it, in the town of the dateline."""
    dateline = next((noise for noise in scene.reading.noise if noise.kind == "dateline"), None)
    town = _town(scene.text[dateline.start : dateline.end]) if dateline is not None else None
    if dateline is None or town is None:
        return
    for encounter in encounters:
        told = encounter.kind in ("meeting", "conference") and encounter.status in ("held", "ongoing")
        first = encounter.place is None and encounter.told_in[0] < _LEAD
        if told and first and _of_these_days(scene, encounter):
            encounter.place = town
            encounter.evidence.append(Span(dateline.start, dateline.end))


def _town(text: str) -> str | None:
    """Give the town from where the report is dated, if it is one."""
    named = _TOWN.match(text.strip())
    return town_named(named[0].strip()) if named is not None and _SEVERAL not in named[0] else None


def _of_these_days(scene: Scene, encounter: Candidate) -> bool:
    days = days_of(encounter.date) if encounter.date else None
    if days is None or scene.published is None:
        return False
    return timedelta() <= date.fromisoformat(scene.published) - days[1] <= _NEWS
