"""What stands around an encounter noun: its article and adjectives, and what the clause's verb makes of it."""

from functools import cache

from aktenlage.read.encounters.clause.parties import phrase_parties
from aktenlage.read.encounters.clause.scan import preposition_before
from aktenlage.read.encounters.lexicon import noun_word, party_words, status_words
from aktenlage.read.encounters.scene import Place, Scene


def convened(at: Place) -> bool:
    """Whether people are asked to a conference: it is set, though they may not come."""
    verb = at.clause.verb
    modals = (None, *status_words()["modals"]["wanted"])
    asked = verb is not None and verb.lemma in party_words()["convening"] and verb.modal in modals
    return asked and preposition_before(at) in party_words()["to"]


def invited_to_it(at: Place) -> bool:
    """Whether a relative clause tells who asked others to it ("ein Gipfel, zu dem er die Minister geladen hatte")."""
    first = next((p for p in at.clause.phrases if p.head == at.clause.introducer), None)
    verb = at.clause.verb
    asked = verb is not None and verb.voice == "active" and verb.lemma in party_words()["convening"]
    return asked and at.clause.kind == "relative" and first is not None and first.preposition in party_words()["to"]


def not_asked(at: Place) -> bool:
    """Whether someone is not invited to it: that says nothing of the encounter."""
    verb = at.clause.verb
    return (
        verb is not None and verb.voice != "active" and at.clause.negated and verb.lemma in party_words()["convening"]
    )


def moves(at: Place) -> bool:
    """Whether the verb puts something off."""
    return at.clause.verb is not None and at.clause.verb.lemma in status_words()["moving"]


def considered(at: Place) -> bool:
    """Whether something is only "im Gespräch": being thought of."""
    verb = at.clause.verb
    before = at.sentence.tokens[at.token - 1].text.lower() if at.token else ""
    inside = party_words()["contracted"].get(before) == "in"
    return inside and verb is not None and verb.lemma in party_words()["considering"]


def offered(at: Place) -> bool:
    """Whether an invitation is news itself, and not the reason for a visit or one to an encounter that is named."""
    behind = range(at.token + 1, min(at.token + 5, len(at.sentence.tokens)))
    named = any(noun_word(at.sentence.tokens[number].text) for number in behind)
    if at.token and at.sentence.tokens[at.token - 1].text.lower() in status_words()["negatives"]:
        return False  # Whoever has got none is not said to meet anybody.
    return not named and preposition_before(at) not in party_words()["offer_settings"]


def before_a_court(at: Place) -> bool:
    """Whether it is the hearing of a court ("die Verhandlung gegen")."""
    words, behind = party_words(), at.sentence.tokens[at.token + 1 : at.token + 2]
    return at.word.text in words["hearings"] and any(token.text.lower() in words["against"] for token in behind)


def with_media(scene: Scene, at: Place) -> bool:
    """Whether the talk is one with reporters: they say so, or someone says something "im Gespräch mit" a body."""
    media = tuple(party_words()["media"])
    company = set(party_words()["with"]) - set(party_words()["mutual_prepositions"])
    behind = [p for p in at.clause.phrases if p.first == at.token + 1 and p.preposition in company]
    tokens = [token for phrase in behind for token in at.sentence.tokens[phrase.first : phrase.last]]
    if any(token.text.lower().startswith(media) for token in tokens):
        return True
    partners = [party for phrase in behind for party in phrase_parties(scene, at, phrase)]
    bodies = bool(behind) and all(scene.actors[party].kind == "organization" for party in partners)
    return bodies and at.sentence.tokens[at.token - 1].text.lower() in party_words()["interviewing"] and at.token > 0


def own_talks(at: Place) -> bool:
    """Whether the verb's subject announced what "our" side takes part in."""
    verb = at.clause.verb
    own = tuple(party_words()["own_side"])
    behind = [number for number in at.clause.tokens if number > at.token]
    ours = any(at.sentence.tokens[number].text.lower().startswith(own) for number in behind)
    return verb is not None and verb.tense in ("past", "perfect", "pluperfect") and ours


def is_subject(at: Place) -> bool:
    """Whether the noun is the head of the subject."""
    subject = at.clause.subject
    return subject is not None and subject.first <= at.token < subject.last and subject.head == at.token


def acts(at: Place) -> bool:
    """Whether the noun is the subject of an active verb: a gathering that itself calls for something takes place."""
    return is_subject(at) and at.clause.verb is not None and at.clause.verb.voice == "active"


def is_object(at: Place) -> bool:
    """Whether the noun is the head of an object."""
    phrase = at.phrase
    objects = ("accusative", "dative", "unknown")
    return at.clause.verb is not None and phrase is not None and phrase.head == at.token and phrase.role in objects


def has_word(at: Place, group: str) -> bool:
    """Whether a word of the *group* stands in the phrase before the noun."""
    words = party_words()[group]
    return any(token.text.lower() in words for token in at.sentence.tokens[_start(at) : at.token])


def possessive(at: Place) -> bool:
    """Whether a possessive stands before the noun."""
    stems = tuple(party_words()["possessives"])
    return any(
        token.pos in ("DET", "PRON") and token.text.lower().startswith(stems)
        for token in at.sentence.tokens[_start(at) : at.token]
    )


def other(at: Place) -> bool:
    """Whether the words before the noun say that it is another than the one told before."""
    return any(
        token.pos in ("ADJ", "NUM") and is_other(token.text) for token in at.sentence.tokens[_start(at) : at.token]
    )


def is_other(word: str) -> bool:
    """Whether a word says that something is another than the one told before."""
    return word.lower() in _others()


@cache
def _others() -> frozenset[str]:
    stems, endings = party_words()["other"], party_words()["adjective_endings"]
    return frozenset([*stems, *(stem + ending for stem in stems for ending in endings)])


def _start(at: Place) -> int:
    phrase = at.phrase
    return phrase.first if phrase else max(at.token - 3, 0)
