"""Encounters to which people are asked: set for a day, held where several had been asked to it, else possible."""

from aktenlage.read.encounters.clause.parties import phrases_parties
from aktenlage.read.encounters.clause.surroundings import convened
from aktenlage.read.encounters.lexicon import party_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.bydays import for_a_day, told_of_the_future, told_of_the_past


def set_where_convened(scene: Scene, candidate: Candidate) -> None:
    """Set as planned what people are asked to for a day, and as held what several had been asked to."""
    at, verb, gathering = candidate.at, candidate.at.clause.verb, candidate.kind == "conference"
    all_of_them, ahead = not _asks_a_person(scene, at), told_of_the_future(scene, at)
    meal = not set(candidate.frames).isdisjoint(party_words()["meals"])
    had_been = verb is not None and verb.tense == "pluperfect" and not (ahead or candidate.definite)
    had_been = had_been and all_of_them and candidate.kind in ("meeting", "conference")
    if had_been or (told_of_the_past(scene, at) and (gathering or meal)):
        candidate.status = "held"
    elif gathering or (ahead and for_a_day(scene, at) and all_of_them):
        candidate.status = "planned"


def _asks_a_person(scene: Scene, at: Place) -> bool:
    """Whether somebody is asked to come who is named, and so may refuse."""
    asked = phrases_parties(scene, at, ("accusative", "unknown"))
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    return passive or any(scene.actors[party].kind == "person" for party in asked)


def had_been_asked(at: Place) -> bool:
    """Whether somebody had asked others to what was told before, and so was there ("Zu dem Treffen hatte …")."""
    return convened(at) and at.clause.verb is not None and at.clause.verb.tense == "pluperfect"
