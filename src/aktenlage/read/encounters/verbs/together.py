"""Meetings told by the words for who was there, whatever the verb says: "unter vier Augen", "gemeinsam mit"."""

from dataclasses import replace

from aktenlage.read.encounters.clause.actors import settle
from aktenlage.read.encounters.clause.parties import phrase_parties, phrases_parties
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.lexicon import noun_word, party_words, place_words, verb_frames
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.conjuncts import picked_up
from aktenlage.read.encounters.setting.details import complete
from aktenlage.read.encounters.setting.status import verb_status

# A year alone is no time of a meeting.
_YEAR = 4


def meeting_with(scene: Scene, at: Place, others: list[str]) -> Candidate:
    """Begin the meeting of the clause's subject with *others*, with what the clause says of it."""
    candidate = Candidate("meeting", verb_status(scene, at), at, carried=True)
    candidate.parties = settle(scene, subject_parties(scene, at) + others)
    complete(scene, candidate)
    return candidate


def meeting_there(scene: Scene, at: Place, others: list[str]) -> Candidate:
    """Say that the persons of the clause's subject and *others* were at what was told before, if anything was."""
    candidate = meeting_with(scene, at, others)
    candidate.parties = [party for party in candidate.parties if scene.actors[party].kind == "person"]
    told = candidate.place or candidate.date
    candidate.otherwise = replace(candidate) if told and len(candidate.parties) > 1 else None
    candidate.adds = candidate.definite = True
    return candidate


def face_to_face(scene: Scene, at: Place) -> Candidate | None:
    """Give the meeting that the words "face to face" tell, whatever the verb says that two did."""
    if at.said.isdisjoint(party_words()["face_to_face"]):
        return None
    if any(noun_word(at.sentence.tokens[number].text) is not None for number in at.clause.tokens):
        return None  # A noun tells it.
    others = phrases_parties(scene, at, (*party_words()["with"], "dative", "accusative"))
    candidate = meeting_with(scene, at, others)
    candidate.alone = True
    return candidate if len(candidate.parties) > 1 else None


def on_the_phone(scene: Scene, at: Place) -> Candidate | None:
    """Give the call of those of whom one says or does something to the other on the telephone."""
    if (at.said.isdisjoint(party_words()["by_telephone"]) and not picked_up(at)) or at.clause.negated:
        return None
    if any(noun_word(at.sentence.tokens[number].text) is not None for number in at.clause.tokens):
        return None  # A noun tells it.
    others = phrases_parties(scene, at, (*party_words()["with"], "dative", "accusative", "unknown"))
    kinds = [(scene.actors[party].kind, scene.actors[party].registered) for party in others]
    spoken_to = [p for p, (kind, known) in zip(others, kinds, strict=True) if kind == "person" or known]
    candidate = meeting_with(scene, at, spoken_to)
    candidate.kind = "call"
    persons = any(scene.actors[party].kind == "person" for party in candidate.parties)
    return candidate if len(candidate.parties) > 1 and persons else None


def together_there(scene: Scene, at: Place) -> Candidate | None:
    """Give the meeting of persons who do something together in a town on a day ("gemeinsam mit Merz")."""
    people = [party for party in jointly_with(scene, at) if scene.actors[party].kind == "person"]
    if not people:
        return None
    candidate = meeting_with(scene, at, people)
    told = candidate.date and candidate.place and candidate.place != candidate.country
    return candidate if told and len(candidate.parties) > 1 else None


def jointly_with(scene: Scene, at: Place) -> list[str]:
    """Give those together with whom the subject does what the verb says ("empfing gemeinsam mit Merz …")."""
    tokens, words = at.sentence.tokens, party_words()
    beside = [p for p in at.clause.phrases if p.preposition in words["with"] and p.first]
    beside = [p for p in beside if tokens[p.first - 1].text.lower() in words["together_with"]]
    return [party for phrase in beside for party in phrase_parties(scene, at, phrase)]


def asked_there(scene: Scene, at: Place) -> list[str]:
    """Give who had asked them to the place, as a relative clause tells ("…, wohin Macron sie eingeladen hatte")."""
    words, tokens = party_words(), at.sentence.tokens
    for there in at.below:
        verb, opener = there.clause.verb, there.clause.introducer
        if verb is None or opener is None or verb.voice != "active" or there.clause.negated:
            continue
        if tokens[opener].text.lower() in words["where_to"] and verb.lemma in words["convening"]:
            return [party for party in subject_parties(scene, there) if scene.actors[party].kind == "person"]
    return []


def at_somebodys(scene: Scene, at: Place) -> Candidate | None:
    """Give the meeting of a person with the one at whose place he got or promised something ("bei Merz in Berlin")."""
    if at.clause.verb is None or at.clause.verb.voice != "active" or at.clause.negated:
        return None
    hosts = [p for p in phrases_parties(scene, at, party_words()["at_whom"]) if scene.actors[p].kind == "person"]
    if not hosts:
        return None
    candidate = meeting_with(scene, at, hosts)
    others = [p for p in candidate.parties if p not in hosts and scene.actors[p].kind == "person"]
    told = candidate.place or (candidate.date and len(candidate.date) > _YEAR)
    return candidate if others and told else None


def where_he_went(scene: Scene, at: Place) -> Candidate | None:
    """Give the meeting of a traveller with the person who does something with him there ("reiste nach …, wo ihn …")."""
    parent = at.sentence.clauses[at.clause.parent] if at.clause.parent is not None else None
    verb = at.clause.verb
    if parent is None or parent.verb is None or verb is None or verb.voice != "active" or at.clause.negated:
        return None
    travels = any(frame.frame == "travel" for frame in verb_frames().get(parent.verb.lemma, ()))
    if not travels or at.said.isdisjoint(place_words()["where"]) or verb.lemma in party_words()["behind_ones_back"]:
        return None
    candidate = meeting_with(scene, at, phrases_parties(scene, at, ("dative", "accusative", "unknown")))
    people = [party for party in candidate.parties if scene.actors[party].kind == "person"]
    return candidate if len(people) > 1 and candidate.place else None


def heard_there(scene: Scene, at: Place) -> Candidate | None:
    """Give those who say or do something at a stage of the gathering told right before ("sagte zum Auftakt")."""
    verb = at.clause.verb
    if verb is None or verb.voice != "active" or at.clause.negated or not _at_a_stage(at):
        return None
    candidate = meeting_there(scene, at, [])
    candidate.kind = "conference"
    candidate.close = True
    return candidate if candidate.parties else None


def _at_a_stage(at: Place) -> bool:
    """Whether the clause tells a stage of a gathering, or those before whom one speaks there, and not of what."""
    tokens, phrases = at.sentence.tokens, at.clause.phrases
    stages = [p for p in phrases if p.preposition and tokens[p.head].text in party_words()["stages_alone"]]
    return any(not any(p.first == stage.last and p.role == "genitive" for p in phrases) for stage in stages)
