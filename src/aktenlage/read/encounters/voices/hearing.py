"""Who announced, confirmed or denied an encounter, and who has left it open."""

from collections.abc import Mapping

from aktenlage.model.index import Index
from aktenlage.read.encounters.lexicon import voice_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene, backwards
from aktenlage.read.encounters.voices.acting import hear_clause, reports_more
from aktenlage.read.encounters.voices.pointing import hear_pointer, opens_with_what, points_back
from aktenlage.read.encounters.voices.stating import hear_statement
from aktenlage.read.encounters.voices.told import AHEAD, Told

# A sentence that says "this" speaks of an encounter at most so many sentences before.
_REACH = 2


def hear(scene: Scene, encounters: list[Candidate]) -> None:
    """Add to each encounter who announced, confirmed, denied or left it open."""
    if not encounters:
        return
    negated = {clause.start for sentence in scene.analysis.sentences for clause in sentence.clauses if clause.negated}
    told = Index(
        Told(span.start, span.end, encounter, span.start in negated)
        for encounter in encounters
        for span in encounter.evidence
    )
    for statement in scene.reading.statements:
        hear_statement(scene, told, statement)
    last = {number: encounter for encounter in encounters for number in encounter.told_in}
    last |= {number: e for e in encounters for number in e.told_in if e.status in AHEAD}
    for number in range(len(scene.analysis.sentences)):
        for at in scene.clauses(number):
            hear_clause(scene, told, at)
            encounter = _spoken_of(told, last, at)
            if encounter is not None:
                hear_pointer(scene, at, encounter)
    for encounter in encounters:
        settled = encounter.voices.get("confirmed", []) + encounter.voices.get("denied", [])
        if "unconfirmed" in encounter.voices:
            left = [actor for actor in encounter.voices["unconfirmed"] if actor not in settled]
            encounter.voices["unconfirmed"] = left


def _spoken_of(told: Index[Told], last: Mapping[int, Candidate], at: Place) -> Candidate | None:
    """Give the encounter of which the clause may speak: told before in its sentence, or in one of those before."""
    if reports_more(at):
        return None
    before = [place for place in told.touching(at.sentence.start, at.clause.start) if place.start < at.clause.start]
    if before and (opens_with_what(at) or points_back(at)):
        return max(before, key=lambda place: place.start).encounter
    verb = at.clause.verb
    silent = verb is not None and verb.lemma in voice_words()["silent"]
    nearest = next((last[n] for n in backwards(at.number - 1, 0 if silent else _REACH - 1) if n in last), None)
    here = told.within(at.clause.start, at.clause.end)
    return nearest if all(place.encounter is nearest for place in here) else None
