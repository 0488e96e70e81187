"""Those who are at a ceremony together ("nahmen an der Trauerfeier teil", "Unter den Gästen des Festakts waren")."""

from functools import cache

from aktenlage.read.encounters.clause.actors import political
from aktenlage.read.encounters.lexicon import party_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.verbs.together import meeting_with


def at_ceremony(scene: Scene, at: Place) -> Candidate | None:
    """Give the meeting of several persons of whom it is told that they are among the guests of a ceremony."""
    verb, words = at.clause.verb, party_words()
    if verb is None or verb.voice != "active" or at.clause.negated:
        return None
    attends = verb.lemma in words["taking_part"] or verb.lemma in words["coming_to"]
    among = verb.lemma in words["being_among"] and not at.said.isdisjoint(words["among_guests"])
    if not (attends or among) or not _named(at):
        return None
    candidate = meeting_with(scene, at, [])
    candidate.parties = [party for party in candidate.parties if scene.actors[party].kind == "person"]
    known = any(political(scene, party) for party in candidate.parties)
    return candidate if known and len(candidate.parties) > 1 and (candidate.place or candidate.date) else None


def _named(at: Place) -> bool:
    """Whether the clause names a ceremony."""
    words = (at.sentence.tokens[number] for number in at.clause.tokens)
    return any(word.pos == "NOUN" and word.lemma.lower().endswith(_ceremonies()) for word in words)


@cache
def _ceremonies() -> tuple[str, ...]:
    return tuple(party_words()["ceremonies"])
