"""What a clause says of an encounter told before ("Moscow has not confirmed this")."""

from aktenlage.read.encounters.lexicon import noun_word, voice_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene, Voice
from aktenlage.read.encounters.voices.acting import answer, doers, named
from aktenlage.read.encounters.voices.invitations import invites
from aktenlage.read.encounters.voices.told import AHEAD, add, fits, no_answer, voice_at


def hear_pointer(scene: Scene, at: Place, encounter: Candidate) -> None:
    """Hear a clause that may speak of the *encounter* told before."""
    published = _publishes(at, encounter)
    voice, actors = voice_at(at) or published, doers(scene, at)
    if voice is None and invites(at) and (points_back(at) or _is_bare(scene, at)):
        add(encounter, "announced", actors)
        return
    if voice is None and _is_bare(scene, at) and any(actor in encounter.parties for actor in actors):
        voice = answer(at)
        add(encounter, voice, actors) if voice is not None and fits(voice, encounter) else None
        return
    if not voice or not (fits(voice, encounter) or published):
        return
    own = voice == "unconfirmed" and encounter.status in AHEAD and any(a in encounter.parties for a in actors)
    if own or no_answer(at) or points_back(at):
        add(encounter, voice, actors or _spoken_for(scene, at, encounter) or named(scene, at))


def _is_bare(scene: Scene, at: Place) -> bool:
    """Whether the clause has no object that somebody accepts or refuses, nor a clause that says what."""
    bare = [
        phrase
        for phrase in at.clause.phrases
        if phrase.preposition is None and phrase.role not in ("subject", "genitive")
    ]
    objects = [phrase for phrase in bare if not scene.times.touching(phrase.start, phrase.end)]
    return at.clause.kind == "main" and not (objects or at.clause.negated or at.below)


def opens_with_what(at: Place) -> bool:
    """Whether the clause takes up the clause before it ("which Moscow never admitted")."""
    first = at.sentence.tokens[at.clause.tokens[0]].text.lower()
    return at.clause.kind in ("relative", "interrogative") and first in voice_words()["which"]


def _publishes(at: Place, encounter: Candidate) -> Voice | None:
    """Tell that somebody makes known what was told ("This the ministry announced"), and no more beside."""
    verb, words = at.clause.verb, voice_words()
    first = at.sentence.tokens[at.clause.tokens[0]].text.lower()
    published = verb is not None and verb.lemma in words["publishing_cues"] and first in words["this"]
    if not published or at.clause.negated:
        return None
    told = encounter.at
    by_verb = told.clause.kind == "main" and told.word.pos != "NOUN" and told.number == at.number - 1
    return "announced" if fits("announced", encounter) or (by_verb and encounter.status != "denied") else None


def _spoken_for(scene: Scene, at: Place, encounter: Candidate) -> list[str]:
    """Give for whom an unnamed spokesman is the subject: the one state that takes part, or the first for "his"."""
    subject = at.clause.subject
    if subject is None:
        return []
    words, tokens = voice_words(), at.sentence.tokens
    head = tokens[subject.head].text
    if head in words["state_spokesmen"]:
        states = [actor for actor in encounter.parties if scene.actors[actor].kind == "state"]
        return states if len(states) == 1 else []
    if head.lower().endswith(tuple(words["spokesmen"])) and tokens[subject.first].text.lower() in words["his"]:
        people = [actor for actor in encounter.parties if scene.actors[actor].kind == "person"]
        return people[:1]
    return []


def points_back(at: Place) -> bool:
    """Whether the clause speaks of "this", or of an encounter named by no more than its noun."""
    words, tokens = voice_words()["pointers"], at.sentence.tokens
    return any(tokens[number].text.lower() in words for number in at.clause.tokens) or any(
        noun_word(tokens[phrase.head].text)
        and phrase.last == phrase.head + 1
        and tokens[phrase.first].text.lower() in voice_words()["the"]
        for phrase in at.clause.phrases
    )
