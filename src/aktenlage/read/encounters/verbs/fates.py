"""What became of an encounter told right before, as words tell it that do not name it ("Dazu kam es nicht")."""

from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.lexicon import VerbFrame, noun_word, party_words, status_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.reserve import is_doubted
from aktenlage.read.encounters.verbs.coming import with_complement

# An answer may hang on what was asked for ("was Merz ablehnte").
_ANSWERING = ("main", "relative", "interrogative")
# What did not come about may be what somebody says ("teilte mit, dass daraus nichts wird").
_FINDING = ("main", "dass")


def fate(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    """It did not come about, is left open, or one of those who were to meet called it off, agreed to it or refused."""
    verb, subject = at.clause.verb, at.clause.subject
    kinds = _ANSWERING if frame.status else _FINDING if frame.impersonal else ("main",)
    if verb is None or at.clause.kind not in kinds or at.clause.negated != frame.negative:
        return None
    left_open = frame.status == "possible"
    if verb.modal in status_words()["modals"]["possible"] or (frame.status and verb.modal):
        return None
    if frame.status and not (is_doubted(at) if left_open else not with_complement(at)):
        return None
    word = at.sentence.tokens[subject.head].text.lower() if subject is not None else ""
    parties = [] if frame.impersonal else subject_parties(scene, at)
    if frame.status and _names_it(at):
        return None
    stands_for_it = (word in party_words()["standing_for_it"] or _goes_on(at)) and not parties
    alone = _points(at) if frame.status else _alone(scene, at)
    answering = frame.status is not None and word in party_words()["answering"]
    if not frame.impersonal and not ((parties or answering if frame.one_side else stands_for_it) and alone):
        return None
    candidate = Candidate("meeting", frame.status or "cancelled", at, parties, definite=True, leans=True)
    candidate.close = True
    candidate.answers = frame.status is not None and not left_open
    return candidate


def _goes_on(at: Place) -> bool:
    """Whether the clause says more of what the one before it names ("stand auf dem Programm, wurde aber abgesagt")."""
    shared, verb = at.clause.shared, at.clause.verb
    named = shared is not None and noun_word(at.sentence.tokens[shared.head].text) is not None
    return named and verb is not None and verb.voice == "passive"


def _names_it(at: Place) -> bool:
    """Whether the clause itself names it ("nahm die Einladung zum Gipfel an")."""
    return any(noun_word(at.sentence.tokens[number].text) is not None for number in at.clause.tokens)


def _alone(scene: Scene, at: Place) -> bool:
    """Whether the clause has no object: nothing else that somebody calls off."""
    return all(
        phrase.role in ("subject", "genitive") or bool(scene.times.touching(phrase.start, phrase.end))
        for phrase in at.clause.phrases
    )


def _points(at: Place) -> bool:
    """Whether the clause has no object but one that points at what was asked for ("lehnte das Angebot ab")."""
    words, tokens = party_words(), at.sentence.tokens
    return all(
        phrase.role in ("subject", "genitive")
        or phrase.preposition is not None
        or tokens[phrase.head].lemma in words["requests"]
        or tokens[phrase.head].text.lower() in words["pointing_at_it"]
        for phrase in at.clause.phrases
    )
