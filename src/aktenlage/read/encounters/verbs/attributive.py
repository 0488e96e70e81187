"""Visits that only an attribute tells ("der nach Kairo gereiste Minister", "die in Berlin weilende Präsidentin")."""

from collections.abc import Iterator

from aktenlage.model.encounter import Status
from aktenlage.model.language import Phrase
from aktenlage.read.encounters.clause.actors import political
from aktenlage.read.encounters.clause.attributes import participle_before_head
from aktenlage.read.encounters.clause.parties import phrase_parties
from aktenlage.read.encounters.lexicon import noun_word, place_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.days import day_value
from aktenlage.read.encounters.setting.places import named_place

_TOLD: tuple[tuple[str, Status], ...] = (("gone", "held"), ("staying", "ongoing"))


def attributive_visits(scene: Scene, at: Place) -> Iterator[Candidate]:
    """Give the visits of persons of whom an attribute says where they went or stay."""
    for phrase in at.clause.phrases:
        for group, status in _TOLD:
            participle = participle_before_head(at, phrase, group)
            place = _goal(scene, at, phrase, participle, group) if participle is not None else None
            if participle is None or place is None:
                continue
            people = [p for p in phrase_parties(scene, at, phrase) if scene.actors[p].kind == "person"]
            if len(people) == 1 and political(scene, people[0]):
                yield _visit(scene, Place(at.number, at.sentence, at.clause, participle), people, place, status)


def _goal(scene: Scene, at: Place, phrase: Phrase, participle: int, group: str) -> tuple[str, bool] | None:
    """Give the place before the participle, unless an encounter is named there for which somebody came."""
    tokens = at.sentence.tokens
    if any(noun_word(tokens[number].text) is not None for number in range(phrase.first, participle)):
        return None
    prepositions = place_words()["attributive"][group]
    found = (n for n in range(phrase.first, participle - 1) if tokens[n].text.lower() in prepositions)
    places = (named_place(scene, at.sentence, number + 1, unknown=False) for number in found)
    return next((place for place in places if place is not None), None)


def _visit(scene: Scene, at: Place, people: list[str], place: tuple[str, bool], status: Status) -> Candidate:
    """Begin the visit, on the day that the attribute tells."""
    name, town = place
    first = at.phrase.first if at.phrase is not None else at.token
    times = scene.times.within(at.sentence.tokens[first].start, at.word.start)
    days = [day for time in times if (day := day_value(time)) is not None]
    candidate = Candidate("visit", status, at, people, place=name, country=None if town else name)
    candidate.date = days[0] if days else None
    return candidate
