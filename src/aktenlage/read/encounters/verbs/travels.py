"""Journeys and invitations: who visits whom or what place, and who asks whom to come."""

from datetime import date

from aktenlage.language.tags import RELATIVES
from aktenlage.language.timenouns import is_time
from aktenlage.model.language import Phrase, Token
from aktenlage.read.encounters.clause.actors import political, settle
from aktenlage.read.encounters.clause.excepted import bracketed
from aktenlage.read.encounters.clause.parties import phrase_parties, phrases_parties
from aktenlage.read.encounters.clause.subjects import acting_parties, subject_parties
from aktenlage.read.encounters.clause.surroundings import invited_to_it
from aktenlage.read.encounters.lexicon import VerbFrame, agent_roles, is_body, noun_word, party_words, place_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.days import days_of
from aktenlage.read.encounters.setting.places import Spot, capital_told, named_place, spots
from aktenlage.read.encounters.setting.towns import adjective_place
from aktenlage.read.encounters.verbs.private import for_oneself
from aktenlage.read.encounters.verbs.telling import several_bodies, start

# Where the goal stands of a verb that has no traveller beside it.
_NAMED_ALONE = frozenset({"predicative", "subject"})


def travel(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    """Somebody comes to a place or to others."""
    if not frame.goal.isdisjoint(_NAMED_ALONE):
        return _stage(scene, at, frame)
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    if passive and "accusative" not in frame.goal and not (frame.sends and _delegation(at, passive=True)):
        return None
    sent = _sent(scene, at) if frame.sends else phrases_parties(scene, at, frame.partner)
    if frame.partner and not sent:
        return None
    guests = sent or (phrases_parties(scene, at, ("agent",)) if passive else acting_parties(scene, at))
    guests = guests or (_senders(scene, at, passive=passive) if frame.sends else [])
    if not any(political(scene, guest) for guest in guests):
        return None
    if frame.persons_only and not _travellers(scene, at, guests):
        return None
    if _stayed_away(at) or _others_go(at) or for_oneself(scene, at):
        return None
    if frame.sends and not (sent or _delegation(at, passive=passive)):
        return None
    candidate = start(scene, at, frame, guests + phrases_parties(scene, at, party_words()["with"]))
    if frame.status is not None and candidate.status != "denied":
        candidate.status = frame.status
    goals = _goals(scene, at, frame, passive=passive)
    if goals:
        candidate.place = max(goals, key=lambda goal: goal[1])[0]
        candidate.country = next((name for name, town in goals if not town), None)
    hosts = _hosts(scene, at, frame, passive=passive)
    candidate.parties = settle(scene, candidate.parties + hosts)
    candidate.host = hosts[0] if hosts else None
    return candidate if goals or hosts or _unnamed_goal(at, frame) else None


def _stage(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    """Give the visit of a traveller told before to a stage of the journey ("Letzte Station war Rom")."""
    goals = [p for p in at.clause.phrases if p.preposition is None and p.role in frame.goal]
    numbers = [number for phrase in goals for number in range(phrase.first, phrase.last)]
    found = [place for number in numbers if (place := named_place(scene, at.sentence, number, unknown=False))]
    if not found or at.clause.negated:
        return None
    owners = [party for party in phrases_parties(scene, at, ("genitive",)) if scene.actors[party].kind == "person"]
    candidate = start(scene, at, frame, owners)
    candidate.place, town = found[0]
    candidate.country = None if town else candidate.place
    candidate.status = "planned" if candidate.status == "ongoing" else candidate.status
    candidate.inherits = None if candidate.parties else "traveller"
    candidate.other = True
    return candidate


def _travellers(scene: Scene, at: Place, guests: list[str]) -> bool:
    return several_bodies(at) or any(scene.actors[guest].kind == "person" for guest in guests)


def _stayed_away(at: Place) -> bool:
    """Whether someone did not come, without a word of being kept from it ("war nicht nach Genf gekommen")."""
    verb = at.clause.verb
    return (
        at.clause.negated
        and verb is not None
        and verb.modal is None
        and verb.tense in ("past", "perfect", "pluperfect")
    )


def _others_go(at: Place) -> bool:
    """Whether somebody has others or things go there ("flog Angriffe auf …", "will sie nach … weiterreisen lassen")."""
    verb, tokens = at.clause.verb, at.sentence.tokens
    if verb is None:
        return False
    lets = verb.lemma in party_words()["letting"]
    lets = lets or (len(verb.tokens) > 1 and any(tokens[n].lemma in party_words()["letting"] for n in verb.tokens))
    objects = [p for p in at.clause.phrases if p.role == "accusative" and not is_time(tokens, p.head)]
    nouns = any(tokens[phrase.head].pos == "NOUN" for phrase in objects)
    return nouns and (lets or verb.lemma in party_words()["transporting"])


def _sent(scene: Scene, at: Place) -> list[str]:
    """Give the persons who are sent."""
    return [p for p in phrases_parties(scene, at, ("accusative",)) if scene.actors[p].kind == "person"]


def _delegation(at: Place, *, passive: bool) -> bool:
    """Whether the object, or the subject of a passive, is a delegation or an envoy."""
    return any(is_body(at.sentence.tokens[phrase.head].lemma) for phrase in _whom(at, passive=passive))


def _whom(at: Place, *, passive: bool) -> list[Phrase]:
    """Give the phrases that tell who is sent."""
    roles = ("subject",) if passive else ("accusative", "unknown")
    return [phrase for phrase in at.clause.phrases if phrase.role in roles and phrase.preposition is None]


def _senders(scene: Scene, at: Place, *, passive: bool) -> list[str]:
    """Give whose delegation it is where nobody is named who sends it, else the body told before that so decides."""
    theirs = [party for phrase in _whom(at, passive=passive) for party in phrase_parties(scene, at, phrase)]
    bodies = [party for party in theirs if scene.actors[party].kind in ("state", "organization")]
    parent = at.sentence.clauses[at.clause.parent] if at.clause.parent is not None else None
    decided = parent is not None and parent.verb is not None and parent.verb.voice != "active"
    if bodies or not decided or not at.number:
        return bodies
    before = (there for there in scene.clauses(at.number - 1) if there.clause.kind == "main")
    acting = [party for there in before for party in subject_parties(scene, there)]
    return acting if len(acting) == 1 and scene.actors[acting[0]].kind == "organization" else []


def _goals(scene: Scene, at: Place, frame: VerbFrame, *, passive: bool) -> list[tuple[str, bool]]:
    """Give the places that the journey goes to, each with whether it is more than a country."""
    contracted = party_words()["contracted"]
    told = [
        spot
        for spot in spots(scene, at)
        if ("accusative" in frame.goal or not _ways(at, spot, contracted).isdisjoint(frame.goal))
        and adjective_place(at.sentence.tokens[spot.token].text) != spot.name
    ]
    # "After talks in Rome he flies to Paris": what is said to be the goal is it.
    directed = [spot for spot in told if spot.preposition in place_words()["directions"]]
    found = [(spot.name, spot.town) for spot in directed or told]
    for phrase in at.clause.phrases:
        visited = phrase.role == ("subject" if passive else "accusative") and phrase.preposition is None
        if visited and "accusative" in frame.goal:
            numbers = range(phrase.first, _visited_up_to(at, phrase))
            places = [named_place(scene, at.sentence, number, unknown=False) for number in numbers]
            capital = capital_told(at.sentence, numbers)
            found += [(capital, True)] if capital else [place for place in places if place][:1]
    return found


def _visited_up_to(at: Place, phrase: Phrase) -> int:
    """Give where the words for what is visited end: with the town whose part it is ("das Hafenviertel von Oslo")."""
    behind = next((p for p in at.clause.phrases if p.first == phrase.last), None)
    of = behind is not None and behind.preposition in party_words()["origins"]
    return (
        behind.last if behind is not None and of and not is_body(at.sentence.tokens[phrase.head].lemma) else phrase.last
    )


def _ways(at: Place, spot: Spot, contracted: dict[str, str]) -> set[str]:
    """Give the preposition before a place without its article, and before what is no house with it ("in die")."""
    before, word = at.sentence.tokens[spot.token - 1 : spot.token + 1]
    plain = contracted.get(spot.preposition, spot.preposition)
    return {plain} if word.pos == "NOUN" else {plain, spot.preposition, f"{spot.preposition} {before.text.lower()}"}


def _unnamed_goal(at: Place, frame: VerbFrame) -> bool:
    """Whether somebody visits what has no name ("besuchte das Lager")."""
    objects = (p for p in at.clause.phrases if p.role == "accusative" and "accusative" in frame.goal)
    return any(at.sentence.tokens[phrase.head].lemma in place_words()["visited"] for phrase in objects)


def _hosts(scene: Scene, at: Place, frame: VerbFrame, *, passive: bool) -> list[str]:
    """Give the persons and bodies that are visited; a state that is visited is the place."""
    hosts: list[str] = []
    for phrase in at.clause.phrases:
        visited = phrase.role == "subject" if passive else (phrase.preposition or phrase.role) in frame.host
        head = at.sentence.tokens[phrase.head]
        pointing = head.tag in RELATIVES
        if phrase.preposition is not None and not pointing and not scene.mentions.touching(head.start, head.end):
            continue
        if noun_word(head.text) is not None or bracketed(at, phrase.first):
            continue  # Whoever goes to the World Economic Forum is nobody's guest, nor is a Christian Democrat "(CDU)".
        if phrase.role == "genitive" and not passive and not _of_the_guest(at, phrase):
            continue
        if visited and (passive or phrase.role != "subject"):
            office = phrase.preposition in party_words()["at_whom"] and _office_holder(scene, head)
            theirs = office or (phrase.role == "genitive" and _of_the_guest(at, phrase))
            hosts += [p for p in phrase_parties(scene, at, phrase) if theirs or scene.actors[p].kind != "state"]
    return hosts


def _office_holder(scene: Scene, head: Token) -> bool:
    """Whether somebody is called by an office alone, so that a state stands for him ("zu Gast beim Kanzler")."""
    return any(mention.kind == "office" for mention in scene.mentions.touching(head.start, head.end))


def _of_the_guest(at: Place, phrase: Phrase) -> bool:
    """Whether it is said right behind the guest whose guest he is ("Gast der Regierungschefin")."""
    before = at.sentence.tokens[phrase.first - 1] if phrase.first else None
    return before is not None and before.lemma in party_words()["guests"]


def invite(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    """Somebody asks others to come."""
    had_been = at.clause.kind == "relative" and at.clause.verb is not None and at.clause.verb.tense == "pluperfect"
    if had_been or invited_to_it(at):
        return None  # It is told with the encounter that they were asked to.
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    asking = (*agent_roles(), *party_words()["at_whom"])
    hosts = phrases_parties(scene, at, asking) if passive else acting_parties(scene, at)
    guests = acting_parties(scene, at) if passive else phrases_parties(scene, at, frame.partner)
    if at.clause.negated or not (hosts or (passive and guests)):
        return None  # Whoever is not asked to come does not meet anybody.
    candidate = start(scene, at, frame, hosts + guests)
    to_something = any(noun_word(at.sentence.tokens[number].text) for number in at.clause.tokens)
    if not guests and (passive or to_something or not (candidate.date and candidate.place)):
        return None
    if not hosts and len(guests) == 1 and not (candidate.date or candidate.place or to_something):
        return None  # "Auch Moldau war eingeladen" says neither by whom nor where to.
    candidate.host = hosts[0] if hosts else None
    candidate.status = frame.status or candidate.status
    if not guests:
        candidate.kind, candidate.status = "conference", "planned"  # Those invited are not named, but the day is set.
    days = days_of(candidate.date) if candidate.date and candidate.status in ("planned", "possible") else None
    if days is not None and scene.published is not None and days[1] < date.fromisoformat(scene.published):
        candidate.date = None  # Then they were asked.
    return candidate
