"""Encounters of a host and a guest, told by one verb ("empfing den Präsidenten")."""

from aktenlage.read.encounters.clause.actors import political
from aktenlage.read.encounters.clause.attributes import leaders
from aktenlage.read.encounters.clause.parties import phrases_parties
from aktenlage.read.encounters.clause.subjects import acting_parties
from aktenlage.read.encounters.lexicon import VerbFrame, agent_roles, is_body, noun_word, party_words, place_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.verbs.summoning import summoner
from aktenlage.read.encounters.verbs.telling import start


def reception(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    """Give the encounter of those who receive and those who are received, by a verb like "empfangen"."""
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    hosts = _receiving(scene, at) if passive else acting_parties(scene, at)
    guests = acting_parties(scene, at) if passive else phrases_parties(scene, at, frame.partner)
    guests += [] if passive else leaders(scene, at, frame.partner)
    unknown = not guests and bool(hosts) and _unknown_guest(scene, at, frame)
    if not guests and not unknown and not (hosts and not passive and _several(at, frame)):
        return None
    if not any(political(scene, party) for party in hosts + guests) or (not passive and _of_a_thing(scene, at, frame)):
        return None
    if frame.one_side and not hosts:
        hosts = summoner(scene, at, guests)
    candidate = start(scene, at, frame, hosts + guests)
    candidate.host = hosts[0] if hosts else None
    if frame.status and candidate.status != "denied" and not (hosts and _was_there(at)):
        candidate.status = frame.status
    candidate.incomplete = unknown
    if frame.needs_place and not (candidate.place or at_door(at)):
        return None
    sent = not guests and bool(candidate.date) and _several(at, frame)  # "empfing am Montag eine Delegation aus …"
    enough = len(candidate.parties) > 1 or candidate.place or unknown or frame.one_side or sent
    return candidate if enough else None


def _receiving(scene: Scene, at: Place) -> list[str]:
    """Give by whom guests are received or, as persons, at whose place ("wird bei Macron erwartet")."""
    at_whose = phrases_parties(scene, at, party_words()["at_whom"])
    persons = [party for party in at_whose if scene.actors[party].kind == "person"]
    return phrases_parties(scene, at, agent_roles()) or persons


def _of_a_thing(scene: Scene, at: Place, frame: VerbFrame) -> bool:
    """Whether what is welcomed or received is no person or body ("begrüßte die Einigung, ebenso Macron")."""
    objects = (p for p in at.clause.phrases if p.role in frame.partner and p.preposition is None)
    phrase = next((p for p in objects if not scene.times.touching(p.start, p.end)), None)
    if phrase is None:
        return False
    head = at.sentence.tokens[phrase.head]
    if any(noun_word(token.text) for token in at.sentence.tokens[phrase.first : phrase.head + 1]):
        return True  # "begrüßte das Treffen Macrons mit Putin"
    named = scene.mentions.touching(phrase.start, phrase.end) or any(p.first == phrase.last for p in at.clause.phrases)
    return head.pos == "NOUN" and not (named or is_body(head.lemma) or head.lemma in party_words()["guests"])


def _was_there(at: Place) -> bool:
    """Whether the host was there already ("wo ihn Macron am Flughafen erwartete")."""
    verb = at.clause.verb
    return verb is not None and verb.tense == "past" and verb.modal is None


def at_door(at: Place) -> bool:
    """Whether they are somewhere that has no name ("am Flughafen", "im Präsidentenpalast")."""
    heads = (at.sentence.tokens[p.head].lemma for p in at.clause.phrases if p.preposition is not None)
    return any(head in place_words()["doors"] for head in heads)


def _several(at: Place, frame: VerbFrame) -> bool:
    """Whether the guests are several office-holders without names ("fünf Präsidenten")."""
    objects = [p for p in at.clause.phrases if p.role in frame.partner and p.preposition is None]
    return any(is_body(at.sentence.tokens[phrase.head].lemma) for phrase in objects)


def _unknown_guest(scene: Scene, at: Place, frame: VerbFrame) -> bool:
    """Whether the object is someone whom the article told before and the words do not name."""
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    roles = ("subject",) if passive else frame.partner
    for phrase in at.clause.phrases:
        if phrase.role in roles and phrase.preposition is None:
            mentions = scene.mentions.touching(phrase.start, phrase.end)
            head = at.sentence.tokens[phrase.head]
            those = at.sentence.tokens[phrase.first].text.lower() in party_words()["definite"]
            led = those and head.lemma in party_words()["led"]
            if led or head.lemma in party_words()["guests"] or (head.tag == "PPER" and not mentions):
                return True
            return any(m.kind in ("office", "description", "pronoun") and m.actor is None for m in mentions)
    return False
