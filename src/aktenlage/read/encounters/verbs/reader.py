"""Encounters that a verb tells: who met, received, visited or invited whom."""

from collections.abc import Iterator
from dataclasses import replace

from aktenlage.model.language import VerbGroup
from aktenlage.read.encounters.clause.actors import political, settle
from aktenlage.read.encounters.clause.attributes import leaders
from aktenlage.read.encounters.clause.excepted import bracketed
from aktenlage.read.encounters.clause.governors import PAST
from aktenlage.read.encounters.clause.parties import phrase_parties, phrases_parties
from aktenlage.read.encounters.clause.scan import without_setting
from aktenlage.read.encounters.clause.subjects import acting_parties, proposed_to, tells_of_matter
from aktenlage.read.encounters.lexicon import (
    VerbFrame,
    agent_roles,
    detail_words,
    is_body,
    noun_word,
    party_words,
    sitting_bodies,
    status_words,
    verb_frames,
)
from aktenlage.read.encounters.nouns.stops import at_each_stop
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.verbs.apart import apart, each_elsewhere
from aktenlage.read.encounters.verbs.ceremonies import at_ceremony
from aktenlage.read.encounters.verbs.coming import come
from aktenlage.read.encounters.verbs.fates import fate
from aktenlage.read.encounters.verbs.indays import days_apart
from aktenlage.read.encounters.verbs.joining import join_in
from aktenlage.read.encounters.verbs.private import own_sitting
from aktenlage.read.encounters.verbs.purpose import addressed_there
from aktenlage.read.encounters.verbs.receptions import at_door, reception
from aktenlage.read.encounters.verbs.sessions import in_session, of_several, of_union, sits_in_session
from aktenlage.read.encounters.verbs.telling import plural, several_bodies, start
from aktenlage.read.encounters.verbs.together import (
    asked_there,
    at_somebodys,
    face_to_face,
    heard_there,
    jointly_with,
    on_the_phone,
    together_there,
    where_he_went,
)
from aktenlage.read.encounters.verbs.travels import invite, travel
from aktenlage.read.encounters.verbs.unnamed import (
    body_of_chiefs,
    only_where,
    stands_alone,
    together,
    union_by_kind,
    unnamed,
)


def verb_candidates(scene: Scene, at: Place) -> list[Candidate]:
    """Give the encounters that the verb of the clause at *at* tells: one, or one with each partner in turn."""
    verb = at.clause.verb
    if verb is None or (verb.voice == "active" and tells_of_matter(at)):
        return []
    at = replace(without_setting(at), token=verb.finite if verb.finite is not None else verb.tokens[-1])
    parts = days_apart(scene, at)
    told = [candidate for part in parts for candidate in _told(scene, part, verb)]
    if len(parts) == 1 or len(told) != len(parts) or any(candidate.date is None for candidate in told):
        return told if len(parts) == 1 else _told(scene, at, verb)
    for candidate in told:
        candidate.at, candidate.apart = at, {at.clause.start}
    return told


def _told(scene: Scene, at: Place, verb: VerbGroup) -> list[Candidate]:
    """Give the encounters that the verb of the clause at *at*, or of a part of it, tells."""
    ceremony = at_ceremony(scene, at)
    if ceremony is not None:
        return [ceremony]
    adding = None
    for candidates in _by_frames(scene, at, verb):
        if not (candidates[0].adds and _coordinated(at)):
            return candidates
        adding = adding or candidates  # The other verb may tell an encounter itself.
    if adding is not None:
        return adding
    other = (
        addressed_there(scene, at)
        or face_to_face(scene, at)
        or on_the_phone(scene, at)
        or together_there(scene, at)
        or at_somebodys(scene, at)
        or where_he_went(scene, at)
        or in_session(scene, at)
        or heard_there(scene, at)
    )
    return [other] if other is not None else []


def _by_frames(scene: Scene, at: Place, verb: VerbGroup) -> Iterator[list[Candidate]]:
    """Give the encounters that each frame of the verb, and of those coordinated with it, tells."""
    frames = [frame for lemma in (verb.lemma, *_coordinated(at)) for frame in verb_frames().get(lemma, ())]
    for frame in frames:
        if not _said(scene, at, frame):
            continue
        candidate = _FRAMES[frame.frame](scene, at, frame)
        if candidate is None or (frame.needs_date and not _when(scene, at, candidate)):
            continue
        if frame.frame in _JOINTLY and not candidate.inherits:
            there_too = jointly_with(scene, at) + asked_there(scene, at)
            candidate.parties = settle(scene, candidate.parties + there_too)
        if frame.frame == "travel":
            stops = at_each_stop(scene, candidate, frame.goal)
            yield stops if len(stops) > 1 else each_elsewhere(scene, candidate, frame.host)
        elif frame.frame in ("mutual", "reception", "invite"):
            partner = frame.partner if verb.voice == "active" else _by_several(at) or ("subject",)
            yield apart(scene, candidate, partner, singly=frame.singly)
        else:
            yield [candidate]


def _by_several(at: Place) -> frozenset[str]:
    """Give the roles of those by whom something is done to the subject, where several phrases name them."""
    agents = frozenset(agent_roles())
    return agents if sum((p.preposition or p.role) in agents for p in at.clause.phrases) > 1 else frozenset()


def _when(scene: Scene, at: Place, candidate: Candidate) -> bool:
    """Whether the clause tells a day, how often, or that somebody is there now."""
    often = any(time.type == "SET" for time in scene.times.within(at.clause.start, at.clause.end))
    now = candidate.kind == "visit" and not at.said.isdisjoint(status_words()["just_then"])
    return often or now or date_of(scene, at, candidate.status) is not None


def _said(scene: Scene, at: Place, frame: VerbFrame) -> bool:
    """Whether the clause has the words that the frame asks for, none that it rules out, no others where it is bare."""
    if not at.says(frame) or not at.said.isdisjoint(frame.without_word):
        return False
    if not at.said.isdisjoint(party_words()["hardly"]) and _hardly(at):
        return False
    return not frame.bare or _bare(scene, at, frame)


def _hardly(at: Place) -> bool:
    """Whether a word up to the end of the verb says that it hardly came to it."""
    verb = at.clause.verb
    before = (at.sentence.tokens[n].text for n in at.clause.tokens if verb is not None and n <= max(verb.tokens))
    return any(word in party_words()["hardly"] for word in before)


def _bare(scene: Scene, at: Place, frame: VerbFrame) -> bool:
    """Whether the clause has nothing but its subject, those beside it and words for times and places."""
    plain = {"subject", "genitive"}
    prepositional = (*party_words()["place_prepositions"], *party_words()["contracted_places"], *frame.partner)
    inside = {number for phrase in at.clause.phrases for number in range(phrase.first, phrase.last)}
    rest = [at.sentence.tokens[number] for number in at.clause.tokens if number not in inside]
    phrases = all(
        phrase.role in plain
        or phrase.preposition in prepositional
        or bracketed(at, phrase.first)
        or bool(scene.times.touching(phrase.start, phrase.end))
        for phrase in at.clause.phrases
    )
    words = any(token.pos in ("ADJ", "NOUN", "NUM") and token.text not in party_words()["other"] for token in rest)
    return phrases and not words and not at.clause.negated


def _coordinated(at: Place) -> list[str]:
    """Give the full verbs before a conjunction, which share the clause with its last one ("treffen und klären")."""
    tokens = at.sentence.tokens
    return [
        tokens[number].lemma
        for number in at.clause.tokens
        if number + 1 < len(tokens) and tokens[number].pos == "VERB" and tokens[number + 1].pos == "CCONJ"
    ]


def _out_of_touch(at: Place) -> bool:
    """Whether they have not met for some time, which is no encounter that somebody denies."""
    words = status_words()
    since = any(phrase.preposition in words["since"] for phrase in at.clause.phrases)
    since = since or at.has_phrase(words["never_before"])
    return since and at.clause.negated and at.clause.verb is not None and at.clause.verb.tense in PAST


def _mutual(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    if _out_of_touch(at):
        return None
    partner = _partners(scene, at, frame)
    among_them = together(at)
    where = among_them and not partner and only_where(scene, at)
    subject = ([] if where else acting_parties(scene, at)) or body_of_chiefs(scene, at) or union_by_kind(scene, at)
    if len(subject) > 1 and not partner and (among_them or not (frame.needs_object or frame.needs_place)):
        partner = _at_whose_place(scene, at)
    named = settle(scene, subject + partner)
    told_before = None if named or frame.needs_place else unnamed(at, frame)
    if told_before:
        candidate = start(scene, at, frame, [])
        candidate.inherits, candidate.definite = told_before, True
        told = candidate.date or candidate.place or stands_alone(at, frame, candidate.status)
        return candidate if told else None
    unnamed_partner = bool(subject) and _unnamed_partner(scene, at, frame)
    several = len(subject) > 1 and (among_them or _about(at) or _agreed_on(at))
    if frame.needs_partner and not partner and not (several or unnamed_partner):
        return None
    if frame.needs_object and not (partner or among_them or unnamed_partner):
        return None
    candidate = start(scene, at, frame, subject + partner)
    candidate.weak = frame.needs_place
    if not candidate.parties and _told_without_names(at, frame, candidate):
        candidate.leans = candidate.definite = True
        return candidate
    if frame.needs_place and not _told_together(at, frame, candidate, partner):
        return None
    if len(candidate.parties) == 1 and own_sitting(scene, at, candidate.parties[0]):
        return None
    sat = frame.outcome and sits_in_session(at)
    if frame.outcome and candidate.place == candidate.country and not sat and _at_home(scene, candidate):
        return None  # "In Japan haben sich Regierung und Opposition geeinigt" is no place where they met.
    told = (several_bodies(at) and plural(at)) or (not frame.outcome and _sits(scene, candidate))
    told = told or (sat and of_several(scene, candidate))
    candidate.incomplete = not partner and unnamed_partner and not _with_anyone(at, frame)
    if frame.needs_two and len(candidate.parties) < 2 and not (told or unnamed_partner):
        return None
    if (
        len(candidate.parties) < 2
        and not several_bodies(at)
        and not (candidate.date or candidate.place or unnamed_partner or _goes_on_within(at, frame, candidate))
    ):
        return None
    return candidate if any(political(scene, party) for party in candidate.parties) else None


def _at_whose_place(scene: Scene, at: Place) -> list[str]:
    """Give the person at whose place several meet each other ("Bei Merz trafen sich Tusk und Fiala")."""
    hosts = phrases_parties(scene, at, party_words()["at_whom"])
    return [party for party in hosts if scene.actors[party].kind == "person"]


def _at_home(scene: Scene, candidate: Candidate) -> bool:
    """Whether only groups of a country, or they and its government, come to terms in it."""
    groups = (p for p in candidate.parties if scene.actors[p].name != candidate.country)
    return all(scene.actors[p].kind == "group" and p not in sitting_bodies() for p in groups)


def _partners(scene: Scene, at: Place, frame: VerbFrame) -> list[str]:
    """Give those whom the verb's frame, or the agent of a passive, names as the others."""
    passive = at.clause.verb is not None and at.clause.verb.voice == "passive"
    acts = "accusative" in frame.partner or frame.needs_place or frame.needs_two
    agents = agent_roles() if passive and acts else ()
    partner = phrases_parties(scene, at, (*agents, *frame.partner))
    partner += leaders(scene, at, frame.partner)
    partner += _agreed_with(scene, at, frame) if not partner else []
    if frame.needs_place and not frame.outcome and "accusative" not in frame.partner:
        partner += _party_to_it(scene, at)
    if passive and frame.impersonal and not partner:
        inside = phrases_parties(scene, at, party_words()["within"])
        partner = [party for party in inside if scene.actors[party].kind == "organization"]
    if frame.persons_only:
        partner = [party for party in partner if scene.actors[party].kind == "person"]
    return partner


def _goes_on_within(at: Place, frame: VerbFrame, candidate: Candidate) -> bool:
    """Whether a body is told to be just negotiating within itself ("Derzeit wird in der EU um Quoten verhandelt")."""
    passive = at.clause.verb is not None and at.clause.verb.voice == "passive"
    return passive and frame.impersonal and candidate.status == "ongoing" and bool(candidate.parties)


def _agreed_with(scene: Scene, at: Place, frame: VerbFrame) -> list[str]:
    """Give with whom the clause above has agreed on it ("vereinbarte mit Merz, sich in Rom zu treffen")."""
    above = at.above if at.clause.kind == "infinitive" and together(at) else None
    if above is None:
        return proposed_to(scene, at) if not frame.needs_object else []
    if above.clause.verb is None or above.clause.verb.lemma not in party_words()["agreeing"]:
        return proposed_to(scene, at)
    return phrases_parties(scene, above, party_words()["with"])


def _party_to_it(scene: Scene, at: Place) -> list[str]:
    """Give the persons with whom what is signed is agreed upon ("unterschrieb ein Abkommen mit Merz")."""
    tokens, words = at.sentence.tokens, party_words()
    ends = {phrase.last for phrase in at.clause.phrases if phrase.role == "accusative"}
    behind = (p for p in at.clause.phrases if p.preposition in words["with"] and p.first in ends)
    related = (p for p in behind if tokens[p.first - 1].text.lower().endswith(tuple(words["relations"])))
    found = [party for phrase in related for party in phrase_parties(scene, at, phrase)]
    return [party for party in found if scene.actors[party].kind == "person"]


def _told_together(at: Place, frame: VerbFrame, candidate: Candidate, partner: list[str]) -> bool:
    """Whether it is told where they were together, in whose presence, for which union, or that they were on a day."""
    if candidate.place or at_door(at) or candidate.mediators or not at.said.isdisjoint(detail_words()["presence"]):
        return True
    if candidate.date and sits_in_session(at):
        return True
    sitting = frame.outcome and plural(at) and several_bodies(at) and of_union(candidate)
    joint = bool(partner) and not at.said.isdisjoint(party_words()["together_with"])
    return bool(candidate.date) and (sitting or joint)


def _told_without_names(at: Place, frame: VerbFrame, candidate: Candidate) -> bool:
    """Whether office-holders meet whom the words do not name ("beraten Umweltminister aus 45 Staaten")."""
    if not (several_bodies(at) and plural(at)) or frame.needs_partner:
        return False
    if frame.outcome:
        named = any(noun_word(at.sentence.tokens[number].text) for number in at.clause.tokens)
        return bool(candidate.date and candidate.place) and not named
    return bool(candidate.date or candidate.place) and frame.plain


def _sits(scene: Scene, candidate: Candidate) -> bool:
    """Whether one body confers at a place on a day; one whose sessions are meetings needs no place."""
    bodies = [party for party in candidate.parties if scene.actors[party].kind == "organization"]
    seated = not set(party_words()["in_session"]).isdisjoint(bodies)
    return bool(bodies) and (candidate.place is not None or seated) and candidate.date is not None


def _unnamed_partner(scene: Scene, at: Place, frame: VerbFrame) -> bool:
    """Whether the other side is office-holders without a name ("mit mehreren Kollegen", "traf den Rebellenführer")."""
    return any(
        (phrase.preposition or phrase.role) in frame.partner
        and is_body(at.sentence.tokens[phrase.head].lemma)
        and not any(mention.actor for mention in scene.mentions.touching(phrase.start, phrase.end))
        for phrase in at.clause.phrases
        if phrase.preposition is not None or (frame.needs_object and phrase.role == "accusative")
    )


def _with_anyone(at: Place, frame: VerbFrame) -> bool:
    """Whether the other side is not those told before ("mit mehreren Kollegen", "traf elf Präsidenten")."""
    tokens = at.sentence.tokens
    phrases = [p for p in at.clause.phrases if (p.preposition or p.role) in frame.partner]
    words = [token for p in phrases for token in tokens[p.first : p.head]]
    return any(word.tag == "CARD" or word.text.lower() in party_words()["anyone"] for word in words)


def _agreed_on(at: Place) -> bool:
    """Whether it is what several have agreed on above ("vereinbarten, am Freitag erneut zu sprechen")."""
    parent = at.sentence.clauses[at.clause.parent] if at.clause.parent is not None else None
    agreed = parent is not None and parent.verb is not None and parent.verb.lemma in party_words()["agreeing"]
    return agreed and at.clause.kind == "infinitive" and not any(p.role == "accusative" for p in at.clause.phrases)


def _about(at: Place) -> bool:
    words = party_words()["about"]
    reflexive = party_words()["reflexive"][0]
    tokens = [at.sentence.tokens[number].text.lower() for number in at.clause.tokens]
    return reflexive not in tokens and any(word in tokens for word in words)


# What one may do to others together with somebody.
_JOINTLY = ("mutual", "reception")
_FRAMES = {
    "mutual": _mutual,
    "reception": reception,
    "travel": travel,
    "invite": invite,
    "company": join_in,
    "attendance": come,
    "fate": fate,
}
