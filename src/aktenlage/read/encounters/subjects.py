"""The subject of a clause, also where it stands outside: before a relative clause, above an infinitive."""

from aktenlage.model.language import Clause
from aktenlage.read.encounters.parties import parties_between, phrase_parties, phrases_parties, unique
from aktenlage.read.encounters.scene import Place, Scene

_DEEPEST = 4


def subject_parties(scene: Scene, at: Place) -> list[str]:
    """Give the participants that the subject of the clause names."""
    clause = at.clause
    for _ in range(_DEEPEST):
        here = Place(at.number, at.sentence, clause, at.token)
        found = phrases_parties(scene, here, ("subject", "agent"))
        if found or clause.parent is None:
            return found
        parent = at.sentence.clauses[clause.parent]
        if clause.kind == "relative":
            return antecedent_parties(scene, here, parent) if _relative_subject(here) else []
        if clause.kind not in ("infinitive", "participial") and not _shares_subject(here):
            return []
        clause = parent
    return []


def antecedent_parties(scene: Scene, at: Place, parent: Clause) -> list[str]:
    """Give the participants that the words right before a relative clause name."""
    before = [phrase for phrase in parent.phrases if phrase.end <= at.clause.start + 1]
    if before:
        last = before[-1]
        return phrase_parties(scene, at.sentence, last)
    own = [number for number in parent.tokens if at.sentence.tokens[number].end <= at.clause.start + 1]
    return unique(parties_between(scene, at.sentence, own[0], own[-1] + 1)[-1:]) if own else []


def _relative_subject(at: Place) -> bool:
    """Whether the relative pronoun is the subject: there is no other."""
    introducer = at.clause.introducer
    subjects = [phrase for phrase in at.clause.phrases if phrase.role == "subject"]
    return not subjects or any(introducer is not None and p.first <= introducer < p.last for p in subjects)


def _shares_subject(at: Place) -> bool:
    """Whether a coordinated clause leaves its subject to the one before ("came and spoke with")."""
    return at.clause.kind == "main" and not any(phrase.role == "subject" for phrase in at.clause.phrases)
