"""Those who come, are expected or are sent to the gathering told right before, as other sentences say."""

from aktenlage.read.encounters.clause.parties import phrase_parties, phrases_parties
from aktenlage.read.encounters.clause.subjects import standing_for_others, subject_parties
from aktenlage.read.encounters.lexicon import VerbFrame, is_body, party_words, status_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.verbs.telling import start

_KINDS = ("main", "inserted")
_OBJECTS = ("accusative", "unknown", "predicative")
_CONTENTS = ("main", "dass", "infinitive", "interrogative")


def come(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    """Someone comes to what was told right before: the clause says who, and nothing else."""
    verb = at.clause.verb
    if verb is None or at.clause.kind not in _KINDS or at.clause.negated:
        return None
    if (verb.voice != "active") != frame.passive or verb.modal in status_words()["modals"]["possible"]:
        return None
    if with_complement(at) or not _says_only_who(scene, at, frame):
        return None
    parties = _sent(scene, at) if frame.sends else subject_parties(scene, at) + _from_where(scene, at)
    parties += phrases_parties(scene, at, ("predicative",)) if frame.needs_word and not frame.sends else []
    parties += phrases_parties(scene, at, party_words()["beside"]) + standing_for_others(scene, at)
    candidate = start(scene, at, frame, parties)
    candidate.status = frame.status or candidate.status
    candidate.place = candidate.country = None  # A place that is told is the one they come from.
    candidate.adds = candidate.definite = candidate.close = True
    candidate.answers = frame.status == "planned"
    return candidate if candidate.parties else None


def with_complement(at: Place) -> bool:
    """Whether another clause says what somebody expects or promises ("sagte zu, mehr zu tun")."""
    clauses = at.sentence.clauses
    below = [each for each in clauses if each.parent is not None and clauses[each.parent].start == at.clause.start]
    return any(each.kind in _CONTENTS for each in below)


def _says_only_who(scene: Scene, at: Place, frame: VerbFrame) -> bool:
    """Whether every phrase of the clause says who comes or when."""
    words = party_words()
    plain = {"subject", "genitive", *(_OBJECTS if frame.sends or frame.needs_word else ())}
    among = (*words["beside"], *words["origins"], *words["from_among"], *words["on_behalf"])
    phrases = at.clause.phrases
    sides = {phrase.last for phrase in phrases if phrase.preposition in (*words["on_behalf"], *words["origins"])}
    return all(
        phrase.role in plain
        or phrase.preposition in among
        or phrase.first in sides
        or bool(scene.times.touching(phrase.start, phrase.end))
        or at.sentence.tokens[phrase.head].text in frame.needs_word
        for phrase in phrases
    )


def _sent(scene: Scene, at: Place) -> list[str]:
    """Give the person who is sent, else who sends somebody of whom only the office is told."""
    objects = [p for p in at.clause.phrases if p.role in ("accusative", "unknown") and p.preposition is None]
    people = [party for phrase in objects for party in phrase_parties(scene, at, phrase)]
    people = [party for party in people if scene.actors[party].kind == "person"]
    bodies = any(is_body(at.sentence.tokens[phrase.head].lemma) for phrase in objects)
    return people or (subject_parties(scene, at) if bodies else [])


def _from_where(scene: Scene, at: Place) -> list[str]:
    """Give the states from where members of delegations come ("Auch aus Ägypten werden Vertreter erwartet")."""
    subject = at.clause.subject
    if subject is None or not is_body(at.sentence.tokens[subject.head].lemma):
        return []
    return phrases_parties(scene, at, party_words()["origins"])
