"""Who announced, confirmed or denied an encounter, and who has left it open."""

from dataclasses import dataclass

from aktenlage.model.annotation import Statement
from aktenlage.model.index import Index
from aktenlage.model.language import Clause, Sentence
from aktenlage.read.encounters.lexicon import voice_words
from aktenlage.read.encounters.parties import settle, unique
from aktenlage.read.encounters.scene import Candidate, Place, Scene, Voice
from aktenlage.read.encounters.subjects import subject_parties

# A sentence that says "this" speaks of an encounter at most so many sentences before.
_REACH = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """A place that tells an encounter."""

    start: int
    end: int
    encounter: Candidate


def hear(scene: Scene, encounters: list[Candidate]) -> None:
    """Add to each encounter who announced, confirmed, denied or left it open."""
    told = Index(_Told(span.start, span.end, encounter) for encounter in encounters for span in encounter.evidence)
    for statement in scene.reading.statements:
        _hear_statement(scene, told, statement)
    last = {number: encounter for encounter in encounters for number in encounter.told_in}
    for number, sentence in enumerate(scene.analysis.sentences):
        for clause in sentence.clauses:
            voice = voice_of(clause)
            if voice and _points_back(sentence, clause):
                meant = next((last[n] for n in range(number - 1, number - 1 - _REACH, -1) if n in last), None)
                _add(meant, voice, subject_parties(scene, Place(number, sentence, clause, clause.tokens[0])))
    for encounter in encounters:
        settled = encounter.voices.get("confirmed", []) + encounter.voices.get("denied", [])
        if "unconfirmed" in encounter.voices:
            left = [actor for actor in encounter.voices["unconfirmed"] if actor not in settled]
            encounter.voices["unconfirmed"] = left


def voice_of(clause: Clause) -> Voice | None:
    """Tell what the verb of *clause* does with the news of an encounter."""
    if clause.verb is None:
        return None
    for voice, lemmas in voice_words()["verbs"].items():
        if clause.verb.lemma in lemmas:
            found: Voice = voice
            return "unconfirmed" if clause.negated and found in ("confirmed", "announced") else found
    return None


def _hear_statement(scene: Scene, told: Index[_Told], statement: Statement) -> None:
    speaker = statement.speaker
    if speaker is None:
        return
    words = voice_words()
    speakers = settle(scene, (actor for actor in speaker.actors or (speaker.actor,) if actor))
    for span in statement.spans:
        for place in told.touching(span.start, span.end):
            voice = words["acts"].get(statement.act)
            ahead = place.encounter.status in ("planned", "possible")
            if statement.cue_lemma in words["announcing_cues"] or (
                ahead and statement.cue_lemma in words["saying_cues"]
            ):
                voice = voice or "announced"
            if voice and statement.negated:
                voice = "unconfirmed" if voice in ("confirmed", "announced") else None
            if voice:
                _add(place.encounter, voice, speakers)


def _points_back(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause speaks of "this", or of nothing named."""
    words = voice_words()["pointers"]
    return any(sentence.tokens[number].text.lower() in words for number in clause.tokens)


def _add(encounter: Candidate | None, voice: Voice, actors: list[str]) -> None:
    if encounter is not None and actors:
        encounter.voices[voice] = unique(encounter.voices.get(voice, []) + actors)
