"""Visits to several places told as one journey ("reiste nach Brasilien und Paraguay"): one for each place."""

from collections.abc import Container
from dataclasses import replace

from aktenlage.model.language import Phrase
from aktenlage.read.encounters.lexicon import party_words, status_words
from aktenlage.read.encounters.scene import Candidate, Scene
from aktenlage.read.encounters.setting.places import named_place


def at_each_stop(scene: Scene, candidate: Candidate, goal: Container[str]) -> list[Candidate]:
    """Give the visit once for each place of a list behind prepositions, or in roles, of *goal*; else *candidate*."""
    contracted = party_words()["contracted"]
    for phrase in candidate.at.clause.phrases:
        preposition = contracted.get(phrase.preposition, phrase.preposition)
        towards = (preposition or phrase.role) in goal and phrase.role != "subject"
        places = _listed(scene, candidate, phrase) if towards and phrase.members else []
        if len(places) > 1 and candidate.place in [name for name, _ in places]:
            return [_stop(candidate, *place) for place in places]
    return [candidate]


def _listed(scene: Scene, candidate: Candidate, phrase: Phrase) -> list[tuple[str, bool]]:
    """Give the place that each member of a list names, none if one of them names no place."""
    sentence = candidate.at.sentence
    tokens = sentence.tokens[phrase.first : phrase.last]
    if any(token.text.lower() in status_words()["alternatives"] for token in tokens):
        return []  # It is not known which.
    found = []
    for first, last in phrase.members:
        names = (named_place(scene, sentence, number, unknown=False) for number in range(first, last))
        found.append(next((name for name in names if name), None))
    return [place for place in found if place] if all(found) else []


def _stop(candidate: Candidate, name: str, town: bool) -> Candidate:
    stop = replace(candidate, place=name, country=None if town else name, parties=list(candidate.parties))
    stop.evidence, stop.told_in, stop.voices = [], [], dict(candidate.voices)
    stop.mediators, stop.frames = list(candidate.mediators), list(candidate.frames)
    stop.apart = candidate.apart | {candidate.at.clause.start}
    return stop
