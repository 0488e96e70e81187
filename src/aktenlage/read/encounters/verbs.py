"""Encounters that a verb tells: who met, received, visited or invited whom."""

from dataclasses import replace
from datetime import timedelta

from aktenlage.read.encounters.apart import apart
from aktenlage.read.encounters.lexicon import VerbFrame, is_body, noun_word, party_words, place_words, verb_frames
from aktenlage.read.encounters.parties import phrase_parties, phrases_parties, political, settle
from aktenlage.read.encounters.places import adjective_place, capital_told, named_place, spots
from aktenlage.read.encounters.purpose import addressed_there, set_on_journey
from aktenlage.read.encounters.scan import without_setting
from aktenlage.read.encounters.scene import Candidate, Inheritance, Place, Scene
from aktenlage.read.encounters.setting import complete
from aktenlage.read.encounters.status import just_begun, tense_status, told_of_the_future, verb_status
from aktenlage.read.encounters.subjects import subject_parties
from aktenlage.read.encounters.together import face_to_face, together_there
from aktenlage.read.mentions.lexicon import role_of


def verb_candidates(scene: Scene, at: Place) -> list[Candidate]:
    """Give the encounters that the verb of the clause at *at* tells: one, or one with each partner in turn."""
    verb = at.clause.verb
    if verb is None:
        return []
    at = replace(without_setting(at), token=verb.finite if verb.finite is not None else verb.tokens[-1])
    frames = [frame for lemma in (verb.lemma, *_coordinated(at)) for frame in verb_frames().get(lemma, ())]
    for frame in frames:
        if not _said(scene, at, frame):
            continue
        candidate = _FRAMES[frame.frame](scene, at, frame)
        if candidate is not None and (candidate.date or not frame.needs_date):
            in_turn = frame.frame in ("mutual", "reception") and verb.voice == "active"
            return apart(scene, candidate, frame.partner) if in_turn else [candidate]
    other = addressed_there(scene, at) or face_to_face(scene, at) or together_there(scene, at)
    return [other] if other is not None else []


def _said(scene: Scene, at: Place, frame: VerbFrame) -> bool:
    """Whether the clause has the words that the frame asks for, and no others where it must be bare."""
    words = {at.sentence.tokens[number].text for number in at.clause.tokens}
    if (frame.needs_word and not words & frame.needs_word) or not words.isdisjoint(party_words()["hardly"]):
        return False
    return not frame.bare or _bare(scene, at)


def _bare(scene: Scene, at: Place) -> bool:
    """Whether the clause has nothing but its subject and words for times and places."""
    plain = {"subject", "genitive"}
    prepositional = party_words()["place_prepositions"] + party_words()["contracted_places"]
    inside = {number for phrase in at.clause.phrases for number in range(phrase.first, phrase.last)}
    rest = [at.sentence.tokens[number] for number in at.clause.tokens if number not in inside]
    phrases = all(
        phrase.role in plain
        or phrase.preposition in prepositional
        or bool(scene.times.touching(phrase.start, phrase.end))
        for phrase in at.clause.phrases
    )
    return phrases and not any(token.pos in ("ADJ", "NOUN", "NUM") for token in rest) and not at.clause.negated


def _coordinated(at: Place) -> list[str]:
    """Give the full verbs before a conjunction, which share the clause with its last one ("treffen und klären")."""
    tokens = at.sentence.tokens
    return [
        tokens[number].lemma
        for number in at.clause.tokens
        if number + 1 < len(tokens) and tokens[number].pos == "VERB" and tokens[number + 1].pos == "CCONJ"
    ]


def _mutual(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    subject = subject_parties(scene, at)
    passive = at.clause.verb is not None and at.clause.verb.voice == "passive"
    agents = ("agent", *party_words()["agents"]) if passive and "accusative" in frame.partner else ()
    partner = phrases_parties(scene, at, (*agents, *frame.partner))
    if passive and frame.impersonal and not partner:
        inside = phrases_parties(scene, at, party_words()["within"])
        partner = [party for party in inside if scene.actors[party].kind == "organization"]
    if frame.persons_only:
        partner = [party for party in partner if scene.actors[party].kind == "person"]
    together = _together(at)
    unnamed = None if subject or partner or frame.needs_place else _unnamed(at, frame)
    if unnamed:
        candidate = _start(scene, at, frame, [])
        candidate.inherits, candidate.definite = unnamed, True
        return candidate if candidate.date or candidate.place else None
    unnamed_partner = bool(subject) and _unnamed_partner(scene, at, frame)
    several = len(subject) > 1 and (together or _about(at))
    if frame.needs_partner and not partner and not (several or unnamed_partner):
        return None
    if frame.needs_object and not partner and not together:
        return None
    candidate = _start(scene, at, frame, subject + partner)
    candidate.weak = frame.needs_place
    if not candidate.parties and _told_without_names(at, frame) and (candidate.date or candidate.place):
        candidate.leans = candidate.definite = True
        return candidate
    if frame.needs_place and not (candidate.place or candidate.mediators):
        return None
    groups = all(scene.actors[party].kind == "group" for party in candidate.parties)
    if frame.outcome and groups and candidate.place == candidate.country and len(candidate.parties) < 2:
        return None  # "In Japan haben sich Regierung und Opposition geeinigt" is no place where they met.
    told = (_body(at) and _plural(at)) or (not frame.outcome and _sits(scene, candidate))
    candidate.incomplete = not partner and unnamed_partner and not _with_anyone(at, frame)
    if frame.needs_two and len(candidate.parties) < 2 and not (told or unnamed_partner):
        return None
    if len(candidate.parties) < 2 and not _body(at) and not (candidate.date or candidate.place or unnamed_partner):
        return None
    return candidate if any(political(scene, party) for party in candidate.parties) else None


def _told_without_names(at: Place, frame: VerbFrame) -> bool:
    """Whether office-holders meet whom the words do not name ("beraten Umweltminister aus 45 Staaten")."""
    return _body(at) and _plural(at) and not (frame.needs_partner or frame.outcome or frame.needs_word)


def _sits(scene: Scene, candidate: Candidate) -> bool:
    """Whether one body confers at a place on a day."""
    bodies = [party for party in candidate.parties if scene.actors[party].kind == "organization"]
    return bool(bodies) and candidate.place is not None and candidate.date is not None


def _unnamed_partner(scene: Scene, at: Place, frame: VerbFrame) -> bool:
    """Whether the other side is office-holders without a name ("mit mehreren Kollegen")."""
    return any(
        phrase.preposition in frame.partner
        and is_body(at.sentence.tokens[phrase.head].lemma)
        and not scene.mentions.touching(phrase.start, phrase.end)
        for phrase in at.clause.phrases
        if phrase.preposition is not None
    )


def _with_anyone(at: Place, frame: VerbFrame) -> bool:
    """Whether the other side is not those told before ("mit mehreren Kollegen")."""
    tokens = at.sentence.tokens
    phrases = [p for p in at.clause.phrases if p.preposition in frame.partner]
    return any(token.text.lower() in party_words()["anyone"] for p in phrases for token in tokens[p.first : p.head])


def _unnamed(at: Place, frame: VerbFrame) -> Inheritance | None:
    """Whether the subject stands for those who met before ("both sides"), or for their states ("the ministers")."""
    subject = at.clause.subject
    if subject is None:
        passive = at.clause.verb is not None and at.clause.verb.voice == "passive"
        return "parties" if passive and frame.impersonal else None
    tokens = at.sentence.tokens[subject.first : subject.last]
    bodies = is_body(at.sentence.tokens[subject.head].lemma)
    behind = at.sentence.tokens[subject.last].text.lower() if subject.last < len(at.sentence.tokens) else ""
    both = behind in party_words()["both"]
    alone = both or not any(p.first == subject.last and p.role == "genitive" for p in at.clause.phrases)
    opener = tokens[0].text.lower() in (*party_words()["definite"], *party_words()["unnamed"])
    several = _plural(at) and alone and (both or opener)
    counted = any(token.text.lower() in party_words()["all_of_them"] for token in tokens)
    if bodies and several:
        head = at.sentence.tokens[subject.head]
        themselves = counted and head.lemma in party_words()["leaders"]
        return "states" if role_of(head.text) and not themselves else "parties"
    if counted and _plural(at) and all(token.pos != "NOUN" for token in tokens):
        return "parties"
    plain = len(tokens) == 1 and not frame.needs_partner and tokens[0].text.lower() in party_words()["unnamed"]
    return "parties" if plain and (_plural(at) or tokens[0].text.lower() == party_words()["unnamed"][0]) else None


def _reception(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    hosts = phrases_parties(scene, at, ("agent", *party_words()["agents"])) if passive else subject_parties(scene, at)
    guests = subject_parties(scene, at) if passive else phrases_parties(scene, at, frame.partner)
    unknown = not guests and bool(hosts) and _unknown_guest(scene, at, frame)
    if not guests and not unknown and not (hosts and not passive and _several(at, frame)):
        return None
    if not any(political(scene, party) for party in hosts + guests):
        return None
    candidate = _start(scene, at, frame, hosts + guests)
    candidate.host = hosts[0] if hosts else None
    if frame.status and candidate.status != "denied":
        candidate.status = frame.status
    candidate.incomplete = unknown
    if frame.needs_place and not candidate.place:
        return None
    return candidate if len(candidate.parties) > 1 or candidate.place or unknown else None


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
            if at.sentence.tokens[phrase.head].lemma in party_words()["guests"]:
                return True
            return any(m.kind in ("office", "description", "pronoun") and m.actor is None for m in mentions)
    return False


def _travel(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    if passive and "accusative" not in frame.goal:
        return None
    guests = phrases_parties(scene, at, ("agent",)) if passive else subject_parties(scene, at)
    if not any(political(scene, guest) for guest in guests):
        return None
    if frame.persons_only and not _travellers(scene, at, guests):
        return None
    if _stayed_away(at):
        return None
    sent = _sent(scene, at) if frame.sends else []
    if frame.sends and not (sent or _delegation(at)):
        return None
    guests = sent or guests
    candidate = _start(scene, at, frame, guests + phrases_parties(scene, at, party_words()["with"]))
    goals = _goals(scene, at, frame, passive=passive)
    if goals:
        candidate.place = max(goals, key=lambda goal: goal[1])[0]
        candidate.country = next((name for name, town in goals if not town), None)
    hosts = _hosts(scene, at, frame, passive=passive)
    candidate.parties = settle(scene, candidate.parties + hosts)
    candidate.host = hosts[0] if hosts else None
    return candidate if goals or hosts else None


def _stayed_away(at: Place) -> bool:
    """Whether someone did not come, without a word of being kept from it ("war nicht nach Genf gekommen")."""
    verb = at.clause.verb
    return (
        at.clause.negated
        and verb is not None
        and verb.modal is None
        and verb.tense in ("past", "perfect", "pluperfect")
    )


def _sent(scene: Scene, at: Place) -> list[str]:
    """Give the persons who are sent."""
    return [p for p in phrases_parties(scene, at, ("accusative",)) if scene.actors[p].kind == "person"]


def _delegation(at: Place) -> bool:
    """Whether the object is a delegation or an envoy."""
    heads = [at.sentence.tokens[p.head] for p in at.clause.phrases if p.role in ("accusative", "unknown")]
    return any(is_body(head.lemma) for head in heads)


def _goals(scene: Scene, at: Place, frame: VerbFrame, *, passive: bool) -> list[tuple[str, bool]]:
    """Give the places that the journey goes to, each with whether it is more than a country."""
    contracted = party_words()["contracted"]
    told = [
        spot
        for spot in spots(scene, at)
        if (contracted.get(spot.preposition, spot.preposition) in frame.goal or "accusative" in frame.goal)
        and adjective_place(at.sentence.tokens[spot.token].text) != spot.name
    ]
    # "After talks in Rome he flies to Paris": what is said to be the goal is it.
    directed = [spot for spot in told if spot.preposition in place_words()["directions"]]
    found = [(spot.name, spot.town) for spot in directed or told]
    for phrase in at.clause.phrases:
        visited = phrase.role == ("subject" if passive else "accusative") and phrase.preposition is None
        if visited and "accusative" in frame.goal:
            numbers = range(phrase.first, phrase.last)
            places = [named_place(scene, at.sentence, number, unknown=False) for number in numbers]
            capital = capital_told(at.sentence, numbers)
            found += [(capital, True)] if capital else [place for place in places if place][:1]
    return found


def _hosts(scene: Scene, at: Place, frame: VerbFrame, *, passive: bool) -> list[str]:
    """Give the persons and bodies that are visited; a state that is visited is the place."""
    hosts: list[str] = []
    for phrase in at.clause.phrases:
        visited = phrase.role == "subject" if passive else (phrase.preposition or phrase.role) in frame.host
        head = at.sentence.tokens[phrase.head]
        if phrase.preposition is not None and not scene.mentions.touching(head.start, head.end):
            continue
        if noun_word(head.text) is not None:
            continue  # Whoever goes to the World Economic Forum is nobody's guest.
        if visited and (passive or phrase.role != "subject"):
            hosts += [p for p in phrase_parties(scene, at, phrase) if scene.actors[p].kind != "state"]
    return hosts


def _invite(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    hosts = phrases_parties(scene, at, ("agent", *party_words()["agents"])) if passive else subject_parties(scene, at)
    guests = subject_parties(scene, at) if passive else phrases_parties(scene, at, frame.partner)
    if not (hosts or (passive and guests and not at.clause.negated)):
        return None
    candidate = _start(scene, at, frame, hosts + guests)
    to_something = any(noun_word(at.sentence.tokens[number].text) for number in at.clause.tokens)
    if not guests and (passive or to_something or not (candidate.date and candidate.place)):
        return None
    candidate.host = hosts[0] if hosts else None
    candidate.status = "denied" if at.clause.negated else frame.status or candidate.status
    if not guests and not at.clause.negated:
        candidate.kind, candidate.status = "conference", "planned"  # Those invited are not named, but the day is set.
    return candidate


def _company(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    """Someone goes along, or takes part in what was told before."""
    if at.clause.negated and not frame.outcome:
        return None
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    agents = ("agent", *party_words()["agents"]) if passive else ()
    parties = phrases_parties(scene, at, ("subject", *agents, *frame.partner))
    if frame.persons_only:
        parties = [party for party in parties if scene.actors[party].kind == "person"]
    if len(parties) < (2 if frame.needs_two else 1):
        return None
    candidate = _start(scene, at, frame, parties)
    candidate.adds = True
    if _mediates(at):
        candidate.mediators = list(candidate.parties)
    candidate.definite = not frame.outcome and (not frame.needs_partner or not subject_parties(scene, at))
    return candidate


def _start(scene: Scene, at: Place, frame: VerbFrame, parties: list[str]) -> Candidate:
    status = verb_status(scene, at)
    words = {at.sentence.tokens[number].text for number in at.clause.tokens}
    distant = frame.kind == "meeting" and frame.frame == "mutual" and words & set(party_words()["by_telephone"])
    if frame.outcome and at.clause.negated and at.clause.verb is not None:
        verb = replace(at.clause.verb, modal=None) if at.clause.verb.tense == "past" else at.clause.verb
        status = tense_status(scene, at, verb)  # They met, but came or could come to nothing.
    candidate = Candidate("call" if distant else frame.kind, status, at, carried=True)
    recent = at.clause.verb is not None and at.clause.verb.tense != "pluperfect"
    if frame.begun and candidate.status == "held" and recent and just_begun(scene, at, timedelta(days=1)):
        candidate.status = "ongoing"
    candidate.parties = settle(scene, parties)
    if candidate.status == "held" and told_of_the_future(scene, at):
        candidate.status = "planned"
    complete(scene, candidate)
    candidate.begun = frame.begun
    set_on_journey(scene, candidate)
    return candidate


def _mediates(at: Place) -> bool:
    words = party_words()["mediators"]
    return any(at.sentence.tokens[number].text in words for number in at.clause.tokens)


def _about(at: Place) -> bool:
    words = party_words()["about"]
    reflexive = party_words()["reflexive"][0]
    tokens = [at.sentence.tokens[number].text.lower() for number in at.clause.tokens]
    return reflexive not in tokens and any(word in tokens for word in words)


def _together(at: Place) -> bool:
    words = party_words()["reflexive"] + party_words()["alone"]
    return any(at.sentence.tokens[number].text.lower() in words for number in at.clause.tokens)


def _body(at: Place) -> bool:
    """Whether the subject is a body of several ("the ministers")."""
    subjects = [phrase for phrase in at.clause.phrases if phrase.role == "subject"]
    members = [member for phrase in subjects for member in (phrase.members or ((phrase.first, phrase.last),))]
    tokens = at.sentence.tokens
    return any(tokens[n].pos == "NOUN" and is_body(tokens[n].lemma) for member in members for n in range(*member))


def _plural(at: Place) -> bool:
    """Whether the verb is plural: several act."""
    verb = at.clause.verb
    form = at.sentence.tokens[verb.finite].verb if verb is not None and verb.finite is not None else None
    return form is not None and form.numbers == ("plural",)


def _travellers(scene: Scene, at: Place, guests: list[str]) -> bool:
    return _body(at) or any(scene.actors[guest].kind == "person" for guest in guests)


_FRAMES = {"mutual": _mutual, "reception": _reception, "travel": _travel, "invite": _invite, "company": _company}
