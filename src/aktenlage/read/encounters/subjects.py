"""The subject of a clause, also where it stands outside: before a relative clause, above an infinitive."""

from aktenlage.model.language import Clause, Phrase
from aktenlage.read.encounters.parties import parties_between, phrase_parties, unique
from aktenlage.read.encounters.scene import Place, Scene

_DEEPEST = 4


def subject_parties(scene: Scene, at: Place) -> list[str]:
    """Give the participants that the subject of the clause names."""
    clause = at.clause
    for _ in range(_DEEPEST):
        here = Place(at.number, at.sentence, clause, at.token)
        subject = clause.subject
        if subject is not None and not _is_introducer(clause, subject):
            return phrase_parties(scene, here, subject)
        if clause.parent is None:
            return []
        parent = at.sentence.clauses[clause.parent]
        if clause.kind == "relative":
            return antecedent_parties(scene, here, parent)
        if clause.kind not in ("infinitive", "participial"):
            return []
        clause = parent
    return []


def antecedent_parties(scene: Scene, at: Place, parent: Clause) -> list[str]:
    """Give the participants that the words right before a relative clause name."""
    before = [phrase for phrase in parent.phrases if phrase.end <= at.clause.start + 1]
    if before:
        last = before[-1]
        return phrase_parties(scene, Place(at.number, at.sentence, parent, at.token), last)
    own = [number for number in parent.tokens if at.sentence.tokens[number].end <= at.clause.start + 1]
    return unique(parties_between(scene, at.sentence, own[0], own[-1] + 1)[-1:]) if own else []


def _is_introducer(clause: Clause, subject: Phrase) -> bool:
    return clause.introducer is not None and subject.first <= clause.introducer < subject.last
