"""Sessions: of a union's office-holders by what they do together on a day, and those in which others come to terms."""

from aktenlage.read.encounters.lexicon import noun_word, party_words, sitting_bodies, status_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.verbs.telling import plural, several_bodies
from aktenlage.read.encounters.verbs.together import meeting_with

# A year alone is no time of a meeting.
_YEAR = 4


def in_session(scene: Scene, at: Place) -> Candidate | None:
    """Give the meeting of the office-holders of a union of states who do or are to do something on a day."""
    verb = at.clause.verb
    if verb is None or verb.voice != "active" or at.clause.negated or not (plural(at) and several_bodies(at)):
        return None
    candidate = meeting_with(scene, at, [])
    together = candidate.place and candidate.place != candidate.country
    together = together or verb.modal in status_words()["modals"]["intended"]
    return candidate if of_union(candidate) and candidate.date and len(candidate.date) > _YEAR and together else None


def of_union(candidate: Candidate) -> bool:
    """Whether those who act do so for a union of states ("die Finanzminister der Eurozone")."""
    return len(candidate.parties) == 1 and candidate.parties[0] in sitting_bodies()


def sits_in_session(at: Place) -> bool:
    """Whether the clause says that it was in a session or a meeting ("einigten sich in einer Sitzung")."""
    within = (p for p in at.clause.phrases if p.preposition in party_words()["within"])
    nouns = (noun_word(at.sentence.tokens[phrase.head].text) for phrase in within)
    return any(noun is not None and noun.frame.kind == "meeting" for noun in nouns)


def of_several(scene: Scene, candidate: Candidate) -> bool:
    """Whether it is a government or a coalition, whose members come to terms with each other."""
    return all(scene.actors[party].kind in ("group", "state") for party in candidate.parties)
