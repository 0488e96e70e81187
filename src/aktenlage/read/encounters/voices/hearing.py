"""Who announced, confirmed or denied an encounter, and who has left it open."""

from collections.abc import Iterator
from dataclasses import dataclass

from aktenlage.model.annotation import Statement
from aktenlage.model.index import Index
from aktenlage.model.language import Clause, Sentence
from aktenlage.read.encounters.clause.actors import settle, unique
from aktenlage.read.encounters.clause.parties import parties_between
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.lexicon import noun_word, voice_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene, Voice, backwards
from aktenlage.read.encounters.voices.invitations import inviters

# A sentence that says "this" speaks of an encounter at most so many sentences before.
_REACH = 2
# Where the words of a statement begin, an encounter's clause may begin some characters later ("dass").
_NEAR = 3
_AHEAD = ("planned", "possible")


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
    last |= {number: e for e in encounters for number in e.told_in if e.status in _AHEAD}
    for number in range(len(scene.analysis.sentences)):
        for at in scene.clauses(number):
            _hear_clause(scene, told, at)
            silent = at.clause.verb is not None and at.clause.verb.lemma in voice_words()["silent"]
            before = [last[n] for n in backwards(number - 1, 0 if silent else _REACH - 1) if n in last]
            here = [last[number]] if number in last and _opens_with_what(at) else []
            _hear_pointer(scene, at, here or before)
    for encounter in encounters:
        settled = encounter.voices.get("confirmed", []) + encounter.voices.get("denied", [])
        if "unconfirmed" in encounter.voices:
            left = [actor for actor in encounter.voices["unconfirmed"] if actor not in settled]
            encounter.voices["unconfirmed"] = left


def voice_of(clause: Clause) -> Voice | None:
    """Tell what the verb of *clause* does with the news of an encounter."""
    return _voice(clause, denied=clause.negated)


def _voice_at(at: Place) -> Voice | None:
    """Tell the same with words like "nobody" and "never" taken in."""
    tokens = at.sentence.tokens
    words = voice_words()
    denied = at.clause.negated or any(tokens[n].text.lower() in words["nobody"] for n in at.clause.tokens)
    if denied and at.clause.verb is not None and at.clause.verb.lemma in words["silent"]:
        return "unconfirmed"
    return _voice(at.clause, denied=denied)


def _voice(clause: Clause, *, denied: bool) -> Voice | None:
    if clause.verb is None:
        return None
    for voice, lemmas in voice_words()["verbs"].items():
        if clause.verb.lemma in lemmas:
            found: Voice = voice
            return "unconfirmed" if denied and found in ("confirmed", "announced") else found
    return None


def _hear_statement(scene: Scene, told: Index[_Told], statement: Statement) -> None:
    """Hear what somebody says of an encounter in a clause of its own."""
    speaker = statement.speaker
    if speaker is None or not statement.spans:
        return
    speakers = settle(scene, (actor for actor in speaker.actors or (speaker.actor,) if actor))
    start, end = min(span.start for span in statement.spans), max(span.end for span in statement.spans)
    for place in told.touching(start, end):
        if abs(place.start - start) > _NEAR and not _is_said(statement, place):
            continue
        voice = _voice_in(statement, place.encounter, speakers)
        if voice and statement.negated:
            voice = "unconfirmed" if voice in ("confirmed", "announced") else None
        if voice:
            _add(place.encounter, voice, speakers)


def _is_said(statement: Statement, place: _Told) -> bool:
    """Whether the clause begins with who says it and goes on with the encounter ("as X reported, he had met Y")."""
    frame = statement.frame
    word = place.encounter.at.word
    opens = frame is not None and place.start >= frame.start - _NEAR and place.start <= frame.end
    return opens and any(span.start <= word.start < span.end for span in statement.spans)


def _voice_in(statement: Statement, encounter: Candidate, speakers: list[str]) -> Voice | None:
    words = voice_words()
    acts: dict[str, Voice] = words["acts"]
    voice = acts.get(statement.act or "")
    if voice and voice != "announced":
        return voice if _may(voice, encounter) else None
    if encounter.status in ("denied", "cancelled"):
        return "denied" if encounter.status == "denied" and statement.type != "direct" else None
    if encounter.status in _AHEAD:
        announcing = voice == "announced" or statement.cue_lemma in words["announcing_cues"]
        return "announced" if announcing else None
    own = any(actor in encounter.parties for actor in speakers)
    return "confirmed" if own and statement.cue_lemma in words["telling_cues"] else None


def _hear_clause(scene: Scene, told: Index[_Told], at: Place) -> None:
    """Hear what a clause does with an encounter that it names: who invites to it, announces or denies it."""
    here = [
        place
        for place in told.touching(at.clause.start, at.clause.end)
        if place.start <= at.clause.start and place.end >= at.clause.end
    ]
    if here:
        nearest = min(here, key=lambda place: place.end - place.start)
        if (nearest.start, nearest.end) == (at.clause.start, at.clause.end) or at.clause.kind == "relative":
            _add(nearest.encounter, "announced", inviters(scene, at))
    voice = _voice_at(at)
    asked = _asked(told, at) if voice == "unconfirmed" else None
    if asked is not None:
        _add(asked, "unconfirmed", subject_parties(scene, at) or _named(scene, at))
    elif voice and here and _is_object(at):
        encounter = min(here, key=lambda place: place.end - place.start).encounter
        if _may(voice, encounter):
            _add(encounter, voice, subject_parties(scene, at))


def _may(voice: Voice, encounter: Candidate) -> bool:
    """Whether the voice fits the encounter: what is over is not announced, what was is not denied."""
    if voice == "announced":
        return encounter.status in _AHEAD
    return voice != "denied" or encounter.status != "held"


def _is_object(at: Place) -> bool:
    """Whether the encounter's noun is the object of the clause's verb, or what it speaks of."""
    return any(
        phrase.role in ("accusative", "unknown", "subject") and noun_word(at.sentence.tokens[phrase.head].text)
        for phrase in at.clause.phrases
    )


def _asked(told: Index[_Told], at: Place) -> Candidate | None:
    """Give the encounter of a question that the clause leaves open ("whether they will meet")."""
    number = next((n for n, clause in enumerate(at.sentence.clauses) if clause is at.clause), None)
    for clause in at.sentence.clauses:
        if clause.kind != "interrogative" or clause.parent != number or clause.introducer is None:
            continue
        if at.sentence.tokens[clause.introducer].text.lower() in voice_words()["whether"]:
            places = told.within(clause.start, clause.end)
            if places:
                return places[0].encounter
    return None


def _hear_pointer(scene: Scene, at: Place, before: list[Candidate]) -> None:
    """Hear a clause that speaks of the encounter told before ("Moscow has not confirmed this")."""
    if not before:
        return
    voice = _voice_at(at)
    encounter = before[0]
    if voice and _may(voice, encounter):
        actors = subject_parties(scene, at)
        own = voice == "unconfirmed" and encounter.status in _AHEAD and any(a in encounter.parties for a in actors)
        if own or _points_back(at.sentence, at.clause):
            _add(encounter, voice, actors or _spoken_for(scene, at, encounter) or _named(scene, at))
    elif not voice and _confirmation_lacks(at):
        _add(encounter, "unconfirmed", _named(scene, at))


def _spoken_for(scene: Scene, at: Place, encounter: Candidate) -> list[str]:
    """Give the one state that takes part where a spokesman of "the government" is the subject."""
    subject = at.clause.subject
    if subject is None or at.sentence.tokens[subject.head].text not in voice_words()["spokesmen"]:
        return []
    states = [actor for actor in encounter.parties if scene.actors[actor].kind == "state"]
    return states if len(states) == 1 else []


def _opens_with_what(at: Place) -> bool:
    """Whether the clause takes up the clause before it ("which Moscow never admitted")."""
    first = at.sentence.tokens[at.clause.tokens[0]].text.lower()
    return at.clause.kind in ("relative", "interrogative") and first in voice_words()["which"]


def _points_back(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause speaks of "this", or of nothing named."""
    words = voice_words()["pointers"]
    return any(sentence.tokens[number].text.lower() in words for number in clause.tokens)


def _confirmation_lacks(at: Place) -> bool:
    """Whether the clause says that there was no confirmation ("a confirmation was outstanding")."""
    words = voice_words()["confirmation"]
    texts = [at.sentence.tokens[number].text.lower() for number in at.clause.tokens]
    if not any(text in words["nouns"] for text in texts):
        return False
    lemma = at.clause.verb.lemma if at.clause.verb else ""
    return lemma in words["lacking"] or at.clause.negated or any(text in words["denying"] for text in texts)


def _named(scene: Scene, at: Place) -> list[str]:
    """Give whom the clause names."""
    return list(_each(scene, at))


def _each(scene: Scene, at: Place) -> Iterator[str]:
    for phrase in at.clause.phrases:
        yield from parties_between(scene, at.sentence, phrase.first, phrase.last)


def _add(encounter: Candidate | None, voice: Voice, actors: list[str]) -> None:
    if encounter is not None and actors:
        encounter.voices[voice] = unique(encounter.voices.get(voice, []) + actors)
