"""Encounters of the news without a place or a day: they were where and when the report is ("Genf, 12.03.2009 –")."""

from aktenlage.model.article import Noise, Span
from aktenlage.model.language import Clause
from aktenlage.read.encounters.joined.day_nearby import is_apart, set_on_day_nearby
from aktenlage.read.encounters.lexicon import detail_words, governing_verb_status
from aktenlage.read.encounters.scene import Candidate, Place, Scene, backwards
from aktenlage.read.encounters.setting.dateline import GATHERINGS, dated_from, is_background, is_news
from aktenlage.read.encounters.setting.houses import house_town, town_of_report, towns_told
from aktenlage.read.encounters.setting.places import spots
from aktenlage.read.encounters.setting.towns import capital_over, country_of_regions, country_of_town

# Sentences before that of the encounter, one of which may tell its town.
_BACK = 2


def stay_on_scene(scene: Scene, encounters: list[Candidate]) -> None:
    """
    Set what was held just now where and when the report is, unless it says otherwise.

    That is the day that a sentence nearby tells, the town of the dateline, else the day and the place of what was
    held and told right before, else the town of a sentence nearby. In the town of the report was also what came to
    nothing.
    """
    dated = dated_from(scene)
    town = dated[1] if dated is not None else None
    before: Candidate | None = None
    for encounter in sorted(encounters, key=lambda known: known.told_in[0]):
        if dated is not None and _came_to_nothing(scene, encounter):
            _set_in_town(scene, encounter, dated[0])
        if encounter.place is None and encounter.kind != "call":
            encounter.place = house_town(scene, encounter.at)
        over = encounter.status in ("held", "ongoing") and encounter.kind != "visit"
        undated = encounter.date is None and not is_apart(encounter)
        background = is_background(scene, encounter, town)
        if over and encounter.date is None and encounter.status == "held":
            set_on_day_nearby(scene, encounter, encounters, background=background)
        if not over or background or encounter.kind not in GATHERINGS:
            continue
        encounter.place = _town_within(scene, encounter) or encounter.place
        if before is not None and undated and encounter.place in (None, before.place):
            encounter.date = encounter.date or before.date
        of_the_news = encounter.date is not None and is_news(scene, encounter.date)
        in_the_country = of_the_news and town is not None and encounter.place == country_of_town(town)
        if in_the_country or (encounter.place is None and (encounter.date is None or of_the_news)):
            if dated is not None:
                _set_in_town(scene, encounter, dated[0])
            elif before is not None and encounter.date in (None, before.date):
                encounter.place = before.place
            encounter.place = encounter.place or _town_nearby(scene, encounter)
        before = encounter if encounter.status == "held" else before


def _set_in_town(scene: Scene, encounter: Candidate, dateline: Noise) -> None:
    encounter.place = town_of_report(scene, encounter.told_in[0])
    encounter.evidence.append(Span(dateline.start, dateline.end))


def _town_within(scene: Scene, encounter: Candidate) -> str | None:
    """
    Give the town in which a gathering was of which only the country is told.

    That is the only town of the country that the sentences around tell; of a part of the country it is the town of the
    report, if that is no capital.
    """
    region = country_of_regions().get(encounter.place or "")
    if region is not None:
        town = town_of_report(scene, encounter.told_in[0])
        within = town is not None and country_of_town(town) == region and capital_over(town) != town
        return town if within else None
    if encounter.place is None:
        return None
    last = len(scene.analysis.sentences)
    around = range(max(encounter.told_in[0] - _BACK, 0), min(encounter.told_in[-1] + _BACK + 1, last))
    towns = {spot.name for number in around for spot in towns_told(scene, number)}
    towns = {town for town in towns if country_of_town(town) == encounter.place}
    return towns.pop() if len(towns) == 1 else None


def _town_nearby(scene: Scene, encounter: Candidate) -> str | None:
    """Give the only town told before it in its sentence, or in the nearest one before of its paragraph."""
    first, sentences = encounter.told_in[0], scene.analysis.sentences
    for number in backwards(first, _BACK):
        if sentences[number].paragraph != sentences[first].paragraph:
            return None
        before = (there for there in scene.clauses(number) if there.clause.start < encounter.at.clause.start)
        told = (there for there in before if _of_the_day(scene, encounter, there.clause))
        towns = {town for there in told for town in _towns(scene, there)}
        if towns:
            return towns.pop() if len(towns) == 1 else None
    return None


def _of_the_day(scene: Scene, encounter: Candidate, clause: Clause) -> bool:
    """Whether the days that a clause tells, if any, are that of the encounter, or news where it has none."""
    days = {time.date for time in scene.times.within(clause.start, clause.end) if time.date}
    return days <= {encounter.date} if encounter.date is not None else all(is_news(scene, day) for day in days)


def _towns(scene: Scene, at: Place) -> list[str]:
    found = [spot for spot in spots(scene, at, goals=True) if spot.town and not spot.aside]
    return [spot.name for spot in found if spot.preposition not in detail_words()["origins"]]


def _came_to_nothing(scene: Scene, encounter: Candidate) -> bool:
    """Whether it is told that it did not come about there ("Ein Treffen kam nicht zustande"), or was meant to."""
    verb, of_the_day = encounter.at.clause.verb, encounter.date is None or is_news(scene, encounter.date)
    if verb is None or encounter.place is not None or encounter.kind not in GATHERINGS or not of_the_day:
        return False
    if encounter.status == "planned":
        return verb.tense == "past" and verb.modal is not None
    refused = governing_verb_status().get(verb.lemma) == "denied"
    called_off = encounter.status == "cancelled" and verb.tense in ("past", "pluperfect")
    return called_off or (encounter.status == "denied" and verb.tense == "past" and not refused)
