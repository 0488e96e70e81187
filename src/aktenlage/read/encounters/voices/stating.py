"""What somebody says of an encounter in a statement."""

from itertools import pairwise

from aktenlage.model.annotation import Statement
from aktenlage.model.index import Index
from aktenlage.read.encounters.clause.actors import settle
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.lexicon import voice_words
from aktenlage.read.encounters.scene import Candidate, Scene, Voice
from aktenlage.read.encounters.voices.told import AHEAD, Told, add, fits

# Where the words of a statement begin, an encounter's clause may begin some characters later ("dass").
_NEAR = 3
# Code points before a speaker in which "whose" may stand.
_WHOSE = 8


def hear_statement(scene: Scene, told: Index[Told], statement: Statement) -> None:
    """Hear what somebody says of an encounter in a clause of its own."""
    if statement.speaker is None or not statement.spans:
        return
    start, end = min(span.start for span in statement.spans), max(span.end for span in statement.spans)
    for place in told.touching(start, end):
        if abs(place.start - start) > _NEAR and not _is_said(statement, place):
            continue
        speakers = _speakers(scene, statement, place.encounter)
        voice = _voice_in(scene, statement, place, speakers)
        if voice and statement.negated:
            voice = "unconfirmed" if voice in ("confirmed", "announced") else None
        if voice:
            add(place.encounter, voice, speakers)


def _is_said(statement: Statement, place: Told) -> bool:
    """Whether the clause begins with who says it and goes on with the encounter ("as X reported, he had met Y")."""
    frame = statement.frame
    word = place.encounter.at.word
    opens = frame is not None and place.start >= frame.start - _NEAR and place.start <= frame.end
    return opens and any(span.start <= word.start < span.end for span in statement.spans)


def _speakers(scene: Scene, statement: Statement, encounter: Candidate) -> list[str]:
    """Give who speaks; "according to his own words" and "his spokesman" are those of who acts in the encounter."""
    speaker = statement.speaker
    if speaker is None:
        return []
    named = settle(scene, (actor for actor in speaker.actors or (speaker.actor,) if actor))
    if named:
        return named
    words = voice_words()
    before = scene.text[max(speaker.start - _WHOSE, 0) : speaker.start].lower().split()[-1:]
    said = before + scene.text[speaker.start : speaker.end].lower().split()
    if any(word in words["own"] for word in said) or _whose_spokesman(scene, statement):
        return subject_parties(scene, encounter.at)[:1]
    if said[-1].endswith(tuple(words["spokesmen"])) and any(word in words["whose"] for word in said):
        named_before = scene.mentions.within(encounter.at.sentence.start, speaker.start)
        return [mention.actor for mention in named_before if mention.kind == "name" and mention.actor][-1:]
    return []


def _whose_spokesman(scene: Scene, statement: Statement) -> bool:
    """Whether "his" or "her" spokesman says it, by name or not."""
    words = voice_words()
    said = scene.text[statement.speaker.start : statement.speaker.end].lower().split() if statement.speaker else []
    spokesmen = tuple(words["spokesmen"])
    return any(one in words["his"] and other.endswith(spokesmen) for one, other in pairwise(said))


def _voice_in(scene: Scene, statement: Statement, told: Told, speakers: list[str]) -> Voice | None:
    words, encounter = voice_words(), told.encounter
    acts: dict[str, Voice] = words["acts"]
    voice = acts.get(statement.act or "")
    if voice and voice != "announced":
        return voice if fits(voice, encounter) else None
    if statement.act is not None and voice is None:
        return None  # Who demands or judges it says no more of it.
    itself = told.start <= encounter.at.word.start < told.end
    if encounter.status == "denied":
        return "denied" if itself and statement.type != "direct" else None
    if told.negated and encounter.status in AHEAD:
        return "denied" if statement.cue_lemma in words["announcing_cues"] + words["saying_cues"] else None
    own = _whose_spokesman(scene, statement) or any(_speaks_for_one(scene, encounter, actor) for actor in speakers)
    if encounter.status in (*AHEAD, "cancelled"):
        cues = words["announcing_cues"] + (words["saying_cues"] if encounter.status == "planned" else [])
        if voice != "announced" and statement.cue_lemma not in cues:
            return None
        others = set(encounter.voices.get("announced", ())) - set(speakers)
        return "confirmed" if others and own and told.start > encounter.at.clause.start else "announced"
    if not itself or encounter.at.word.pos == "NOUN":
        return None  # It is only where what is told was said or done.
    if statement.cue_lemma in words["publishing_cues"]:
        return "announced"
    return "confirmed" if own and statement.cue_lemma in words["telling_cues"] else None


def _speaks_for_one(scene: Scene, encounter: Candidate, actor: str) -> bool:
    """Whether the actor took part, or is the state or of the state of one who did."""
    states = {scene.actors[party].state for party in encounter.parties} | {*encounter.parties}
    return actor in states or scene.actors[actor].state in states - {None}
