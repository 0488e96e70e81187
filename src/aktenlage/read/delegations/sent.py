"""Who stands for a state or body without a word for a delegation: who represents it, is sent by it, sits for it."""

from collections.abc import Iterator

from aktenlage.model.language import Phrase
from aktenlage.read.delegations.found import Found, body, led_by, owner_in, people, state_of
from aktenlage.read.delegations.members import Member, members_between
from aktenlage.read.delegations.words import delegation_words
from aktenlage.read.encounters.clause.parties import parties_between, phrase_parties
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.scene import Place, Scene

# Tokens behind "on the side" that say whose.
_SIDE_REACH = 3


def sent_in(scene: Scene, at: Place, lemma: str) -> Iterator[Found]:
    """Give the delegations that the clause tells by its verb."""
    words = delegation_words()
    lemmas = {lemma, *(at.sentence.tokens[number].lemma for number in at.clause.tokens if lemma in words["let"])}
    if not lemmas.isdisjoint(words["represent"]["verbs"]):
        yield from _represented(scene, at)
    elif lemma in words["send"]["verbs"]:
        yield from _sent(scene, at)
    elif lemma in words["sit"]["verbs"]:
        yield from _sitting(scene, at)


def _represented(scene: Scene, at: Place) -> Iterator[Found]:
    """Read "the USA were represented by X", "Peru let itself be represented by X", "X represents the USA"."""
    agents = delegation_words()["agents"]
    by = [phrase for phrase in at.clause.phrases if phrase.role == "agent" or phrase.preposition in agents]
    sides = [side for phrase in by[1:] for side in at.clause.phrases if _is_next_side(scene, at, side, phrase)]
    ends = [*(side.first for side in sides), max(at.clause.tokens) + 1]
    if by:
        members = members_between(scene, at.sentence, by[0].first, ends[0])
        of = [actor for actor in subject_parties(scene, at) if actor not in {m.actor for m in members}]
        if members and of:
            yield led_by(body(scene, of), members)
        for side, end in zip(sides, ends[1:], strict=True):
            members = members_between(scene, at.sentence, side.last, end)
            yield led_by(body(scene, phrase_parties(scene, at, side)), members)
        return
    if at.clause.verb is None or at.clause.verb.voice != "active":
        return
    persons = people(scene, subject_parties(scene, at))
    of = [actor for phrase in _objects(at) for actor in phrase_parties(scene, at, phrase)]
    bodies = [actor for actor in of if scene.actors[actor].kind in ("state", "organization")]
    if persons and bodies:
        yield Found(bodies[0], persons[0])


def _is_next_side(scene: Scene, at: Place, side: Phrase, by: Phrase) -> bool:
    """Whether a phrase names the next side that is represented ("die CDU war durch X vertreten, die SPD durch Y")."""
    parties = phrase_parties(scene, at, side) if side.last == by.first and side.preposition is None else []
    return bool(parties) and all(scene.actors[party].kind != "person" for party in parties)


def _sent(scene: Scene, at: Place) -> Iterator[Found]:
    """Read "Moscow sent X": whom a state or body sends stands for it."""
    barred = delegation_words()["send"]["not"]
    if any(at.sentence.tokens[number].text.lower() in barred for number in at.clause.tokens):
        return
    verb = at.clause.verb
    passive = verb is not None and verb.voice != "active"
    if passive:
        return
    senders = subject_parties(scene, at)
    sender = body(scene, senders)
    members: list[Member] = []
    for phrase in _objects(at):
        named = members_between(scene, at.sentence, phrase.first, phrase.last)
        if not named:
            bodies = phrase_parties(scene, at, phrase)
            if not bodies and at.sentence.tokens[phrase.head].tag == "NN":
                return
            if members and bodies:
                yield led_by(sender, members)
                sender, members = body(scene, bodies), []
        members += [member for member in named if member.actor not in senders]
    if members and senders:
        yield led_by(sender, members)


def _sitting(scene: Scene, at: Place) -> Iterator[Found]:
    """Read "for Israel X negotiates", "on the side of the government sat X and Y"."""
    sides = [phrase for phrase in at.clause.phrases if _is_side(at, phrase)]
    end = max(at.clause.tokens) + 1
    for number, phrase in enumerate(sides):
        last = sides[number + 1].first if number + 1 < len(sides) else end
        sided = phrase.preposition in delegation_words()["sit"]["upon"]
        of = owner_in(scene, at, phrase.first, phrase.last + (_SIDE_REACH if sided else 0))
        first = phrase.first if of else phrase.last
        of = of or next(iter(parties_between(scene, at.sentence, phrase.first, phrase.last)), None)
        members = members_between(scene, at.sentence, first, last)
        if not members and len(sides) == 1:
            members = members_between(scene, at.sentence, at.clause.tokens[0], phrase.first)
            members = members or [Member(actor, "") for actor in people(scene, subject_parties(scene, at))]
        members = [m for m in members if m.actor != of and state_of(scene, m.actor) in (None, of, _state(scene, of))]
        if of is not None and members:
            yield led_by(of, members, head=len(members) == 1)


def _state(scene: Scene, of: str | None) -> str | None:
    return scene.actors[of].state if of in scene.actors else None


def _is_side(at: Place, phrase: Phrase) -> bool:
    words = delegation_words()["sit"]
    if phrase.preposition in words["for"]:
        return True
    if at.clause.verb is None or at.clause.verb.lemma not in words["present"]:
        return False
    tokens = at.sentence.tokens[phrase.first : phrase.last]
    return phrase.preposition in words["upon"] and any(token.text.lower() in words["side"] for token in tokens)


def _objects(at: Place) -> list[Phrase]:
    return [p for p in at.clause.phrases if p.role in ("accusative", "unknown", "dative") and p.preposition is None]
