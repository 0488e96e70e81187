"""When and where the encounter told last is or was to be, as a pronoun tells it ("Es soll am Montag … stattfinden")."""

from aktenlage.read.encounters.lexicon import party_words, supports
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.details import complete
from aktenlage.read.encounters.setting.status import carried_status


def pronoun_candidate(scene: Scene, at: Place) -> Candidate | None:
    """Give what the clause tells of an encounter that its subject, a pronoun, stands for."""
    verb, subject = at.clause.verb, at.clause.subject
    words = party_words()
    if verb is None or subject is None or subject.last - subject.first > 1:
        return None
    if at.sentence.tokens[subject.head].text.lower() not in words["standing_for_it"]:
        return None
    carrying = (support for support in supports().get(verb.lemma, ()) if "subject" in support.role)
    support = next(carrying, None) if verb.lemma in words["telling_of_it"] else None
    does_it = any(phrase.role == "accusative" for phrase in at.clause.phrases)  # "Sie setzt am Montag ihre Reise fort."
    if support is None or does_it or (support.status == "planned" and verb.voice == "active"):
        return None
    candidate = Candidate("meeting", carried_status(scene, at, support), at, definite=True, leans=True)
    candidate.resumed = support.id in (*words["resuming"], *words["going_on"])
    complete(scene, candidate)
    return candidate if candidate.date or candidate.place else None
