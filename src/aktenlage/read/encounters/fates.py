"""What became of an encounter told right before, as words tell it that do not name it ("Dazu kam es nicht")."""

from aktenlage.read.encounters.lexicon import VerbFrame, party_words, status_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.subjects import subject_parties


def fate(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    """It did not come about, or one of those who were to meet called it off or stayed away."""
    verb, subject = at.clause.verb, at.clause.subject
    if verb is None or at.clause.kind != "main" or at.clause.negated != frame.negative:
        return None
    if verb.modal in status_words()["modals"]["possible"]:
        return None
    word = at.sentence.tokens[subject.head].text.lower() if subject is not None else ""
    parties = [] if frame.impersonal else subject_parties(scene, at)
    stands_for_it = word in party_words()["standing_for_it"] and not parties
    if not frame.impersonal and not ((parties if frame.one_side else stands_for_it) and _alone(scene, at)):
        return None
    candidate = Candidate("meeting", "cancelled", at, parties, definite=True, leans=True)
    candidate.close = True
    return candidate


def _alone(scene: Scene, at: Place) -> bool:
    """Whether the clause has no object: nothing else that somebody calls off."""
    return all(
        phrase.role in ("subject", "genitive") or bool(scene.times.touching(phrase.start, phrase.end))
        for phrase in at.clause.phrases
    )
