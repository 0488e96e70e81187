"""Meetings that a journey is made for ("reiste nach London, um mit … zu sprechen")."""

from aktenlage.read.encounters.clause.parties import phrases_parties
from aktenlage.read.encounters.lexicon import party_words, verb_frames
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.bydays import told_of_the_future
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.setting.places import spots
from aktenlage.read.encounters.setting.status import verb_status
from aktenlage.read.encounters.verbs.together import meeting_with


def _journey_above(at: Place) -> Place | None:
    """Give the clause of the journey whose purpose this infinitive tells ("reiste nach …, um mit … zu sprechen")."""
    clause = at.clause
    above = at.above if clause.kind == "infinitive" else None
    if above is None or above.clause.verb is None or clause.introducer is None:
        return None
    frames = verb_frames().get(above.clause.verb.lemma, ())
    goes = at.sentence.tokens[clause.introducer].text.lower() in party_words()["purpose"]
    if not goes or all(frame.frame != "travel" for frame in frames):
        return None
    return above


def addressed_there(scene: Scene, at: Place) -> Candidate | None:
    """Give the meeting with those of whom, to whom or with whom the traveller wants something there."""
    if _journey_above(at) is None:
        return None
    words = party_words()
    swayed = ("accusative",) if at.clause.verb is not None and at.clause.verb.lemma in words["swaying"] else ()
    addressed = phrases_parties(scene, at, ("dative", *words["addressed"], *swayed))
    company = phrases_parties(scene, at, words["with"])
    met = [party for party in addressed if party in company or scene.actors[party].kind == "person"]
    if not met:
        return None
    candidate = meeting_with(scene, at, met)
    set_on_journey(scene, candidate)
    return candidate


def set_on_journey(scene: Scene, candidate: Candidate) -> None:
    """Take status, day and place from the journey that was made for it."""
    above = _journey_above(candidate.at)
    if above is None or above.clause.verb is None:
        return
    ahead = told_of_the_future(scene, candidate.at)  # "reiste nach Rom, um sie am Freitag zu treffen"
    candidate.status = "planned" if ahead else verb_status(scene, above)
    candidate.date = candidate.date or date_of(scene, above, candidate.status)
    found = list(spots(scene, above))
    towns = [spot.name for spot in found if spot.town]
    candidate.place = candidate.place or next(iter(towns or [spot.name for spot in found]), None)
