"""Places that tell encounters, and what voices may say of them."""

from dataclasses import dataclass

from aktenlage.model.language import Clause
from aktenlage.read.encounters.clause.actors import unique
from aktenlage.read.encounters.lexicon import voice_words
from aktenlage.read.encounters.scene import Candidate, Place, Voice

AHEAD = ("planned", "possible")


@dataclass(frozen=True, slots=True)
class Told:
    """A place that tells an encounter; what stands there *negated* is no news of it but a denial."""

    start: int
    end: int
    encounter: Candidate
    negated: bool


def voice_of(clause: Clause) -> Voice | None:
    """Tell what the verb of *clause* does with the news of an encounter."""
    return _voice(clause, denied=clause.negated)


def voice_at(at: Place) -> Voice | None:
    """Tell the same with words like "nobody" and "never" taken in."""
    tokens = at.sentence.tokens
    words = voice_words()
    denied = at.clause.negated or any(tokens[n].text.lower() in words["nobody"] for n in at.clause.tokens)
    if denied and at.clause.verb is not None and at.clause.verb.lemma in words["silent"]:
        return "unconfirmed"
    if at.clause.verb is not None and at.clause.verb.lemma in words["calling"] and at.has_phrase(words["false"]):
        return "denied"
    if no_answer(at):
        return "unconfirmed"
    return _voice(at.clause, denied=denied)


def _voice(clause: Clause, *, denied: bool) -> Voice | None:
    if clause.verb is None:
        return None
    for voice, lemmas in voice_words()["verbs"].items():
        if clause.verb.lemma in lemmas:
            found: Voice = voice
            return "unconfirmed" if denied else found
    return None


def no_answer(at: Place) -> bool:
    """Whether the clause says that there was no confirmation or comment ("a confirmation was outstanding")."""
    words = voice_words()["confirmation"]
    texts = [at.sentence.tokens[number].text.lower() for number in at.clause.tokens]
    lemma = at.clause.verb.lemma if at.clause.verb else ""
    if lemma in words["being_silent"]:
        return not (at.clause.negated or any(phrase.preposition in words["on"] for phrase in at.clause.phrases))
    if at.has_phrase(words["silence"]) and not at.clause.negated:
        return True
    if not any(text in words["nouns"] for text in texts):
        return False
    return lemma in words["lacking"] or at.clause.negated or any(text in words["denying"] for text in texts)


def fits(voice: Voice, encounter: Candidate) -> bool:
    """Whether the voice fits the encounter: what is over is not announced, what was is not denied."""
    if voice == "announced":
        return encounter.status in (*AHEAD, "cancelled")
    return voice != "denied" or encounter.status != "held"


def add(encounter: Candidate | None, voice: Voice, actors: list[str]) -> None:
    """Add the actors to those with the same voice."""
    if encounter is not None and actors:
        encounter.voices[voice] = unique(encounter.voices.get(voice, []) + actors)
