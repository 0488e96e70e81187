"""Who announced, confirmed or denied an encounter, and who has left it open."""

from aktenlage.model.annotation import Statement
from aktenlage.model.article import Span
from aktenlage.model.language import Clause, Sentence
from aktenlage.read.encounters.lexicon import voice_words
from aktenlage.read.encounters.parties import settle, unique
from aktenlage.read.encounters.scene import Candidate, Place, Scene, Voice
from aktenlage.read.encounters.subjects import subject_parties

# A sentence that says "this" speaks of an encounter at most so many sentences before.
_REACH = 2


def hear(scene: Scene, encounters: list[Candidate]) -> None:
    """Add to each encounter who announced, confirmed, denied or left it open."""
    for statement in scene.reading.statements:
        _hear_statement(scene, encounters, statement)
    for number, sentence in enumerate(scene.analysis.sentences):
        for clause in sentence.clauses:
            voice = voice_of(clause)
            if voice and _points_back(sentence, clause):
                _add(
                    _last_before(encounters, number),
                    voice,
                    subject_parties(scene, Place(number, sentence, clause, clause.tokens[0])),
                )
    for encounter in encounters:
        confirmed = encounter.voices.get("confirmed", []) + encounter.voices.get("denied", [])
        if "unconfirmed" in encounter.voices:
            left = [actor for actor in encounter.voices["unconfirmed"] if actor not in confirmed]
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


def _hear_statement(scene: Scene, encounters: list[Candidate], statement: Statement) -> None:
    voice = voice_words()["acts"].get(statement.act or "")
    if voice is None and statement.cue_lemma in voice_words()["announcing_cues"]:
        voice = "announced"
    if voice is None or statement.speaker is None:
        return
    if statement.negated:
        voice = "unconfirmed" if voice in ("confirmed", "announced") else None
    speakers = [actor for actor in statement.speaker.actors or (statement.speaker.actor,) if actor]
    for encounter in encounters:
        if voice and any(_told(span, statement) for span in encounter.evidence):
            _add(encounter, voice, settle(scene, speakers))


def _told(evidence: Span, statement: Statement) -> bool:
    return any(span.overlaps(evidence) for span in statement.spans)


def _points_back(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause speaks of "this", or of nothing named."""
    words = voice_words()["pointers"]
    return any(sentence.tokens[number].text.lower() in words for number in clause.tokens)


def _last_before(encounters: list[Candidate], number: int) -> Candidate | None:
    near = [
        (place, encounter) for encounter in encounters for place in encounter.told_in if 0 < number - place <= _REACH
    ]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def _add(encounter: Candidate | None, voice: Voice, actors: list[str]) -> None:
    if encounter is not None and actors:
        encounter.voices[voice] = unique(encounter.voices.get(voice, []) + actors)
