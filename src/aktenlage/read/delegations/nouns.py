"""Delegations told by a noun: whom it stands for, who leads it, who belongs to it."""

from collections.abc import Iterator

from aktenlage.read.delegations.found import Found, owner_in, people, state_of
from aktenlage.read.delegations.members import Member, members_between
from aktenlage.read.delegations.words import delegation_words, kind_of, word_set
from aktenlage.read.encounters.clause.parties import parties_between
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.scene import Place, Scene

# Tokens between the noun and the word that tells who leads.
_NEAR = 8
# Tokens between somebody's name and the word that he leads it or belongs to it.
_BEFORE = 12


def told_by_noun(scene: Scene, at: Place, lemma: str) -> Iterator[Found]:
    """Give the delegations whose noun stands in the clause, each with somebody who belongs to it or sends it."""
    if lemma in delegation_words()["lead"]["verbs"] and at.clause.kind == "relative":
        yield from _led_in_relative_clause(scene, at, lemma)
    for token in at.clause.tokens:
        kind = kind_of(at.sentence.tokens[token].text)
        if kind is None:
            continue
        here = Place(at.number, at.sentence, at.clause, token)
        several = here.word.text != here.word.lemma and lemma in delegation_words()["lead"]["verbs"]
        leaders = _leaders(scene, here) if several else []
        if kind == "delegation" and len({state_of(scene, leader) for leader in leaders} - {None}) > 1:
            yield from (Found(state_of(scene, leader), leader) for leader in leaders)
        elif kind == "delegation":
            delegation = Found(_stands_for(scene, here), _head(scene, here, lemma), _listed(scene, here, lemma))
            if delegation.members or delegation.head or (delegation.of and _is_new(here)):
                yield delegation
            if lemma in delegation_words()["lead"]["verbs"]:
                yield from _next_one(scene, here)
        elif kind == "envoys":
            named = _behind(scene, here)
            if named:
                yield Found(_stands_for(scene, here), None, named)
        else:
            head = _under(scene, here)
            if head:
                yield Found(_stands_for(scene, here), head)


def _led_in_relative_clause(scene: Scene, at: Place, lemma: str) -> Iterator[Found]:
    """Give the delegation right before a relative clause that tells who leads it ("…, die von X angeführt wird")."""
    parent = at.sentence.clauses[at.clause.parent] if at.clause.parent is not None else None
    before = range(max(at.clause.tokens[0] - _NEAR, 0), at.clause.tokens[0])
    nouns = [n for n in before if kind_of(at.sentence.tokens[n].text) == "delegation"]
    head = _head(scene, at, lemma) if nouns else None
    if parent is not None and head is not None and nouns[-1] in parent.tokens:
        yield Found(_stands_for(scene, Place(at.number, at.sentence, parent, nouns[-1])), head)


def _next_one(scene: Scene, at: Place) -> Iterator[Found]:
    """Give the delegation whose noun is left out the second time ("die indische leitet X, die Pakistans Y")."""
    tokens = at.sentence.tokens
    for number in at.clause.tokens:
        opener = number + 1
        after = tokens[number].text in delegation_words()["dividers"] and at.token < number < len(tokens) - 1
        if not after or tokens[opener].text.lower() not in delegation_words()["lead"]["the_one"]:
            continue
        named = members_between(scene, at.sentence, opener + 1, _end(at))
        end = next((n for n in range(opener + 1, _end(at)) if named and _names(scene, at, n, named[0].actor)), opener)
        of = owner_in(scene, at, opener + 1, end)
        if named and of:
            yield Found(of, named[0].actor)
            return


def _names(scene: Scene, at: Place, number: int, actor: str) -> bool:
    token = at.sentence.tokens[number]
    return any(mention.actor == actor for mention in scene.mentions.touching(token.start, token.end))


def _is_new(at: Place) -> bool:
    """Whether an indefinite article makes the delegation known."""
    before = at.sentence.tokens[max(at.token - 4, 0) : at.token]
    return any(token.text.lower() in delegation_words()["indefinite"] for token in before)


def _behind(scene: Scene, at: Place) -> list[Member]:
    """Give the names listed behind the noun and whose envoys they are ("two envoys of the Dalai Lama, X and Y")."""
    tokens = at.sentence.tokens
    comma = next(
        (n for n in range(at.token + 1, min(at.token + _NEAR, len(tokens))) if tokens[n].text in (",", ":")), 0
    )
    if not comma or any(token.verb for token in tokens[at.token : comma]):
        return []
    end = next((n for n in range(comma + 1, len(tokens)) if tokens[n].text == "," or tokens[n].verb), len(tokens))
    return members_between(scene, at.sentence, comma + 1, end)


def _stands_for(scene: Scene, at: Place) -> str | None:
    """Give the state or body that the words right before, in and behind the noun name."""
    tokens = at.sentence.tokens
    quoted = any(token.text in delegation_words()["quotes"] for token in tokens[at.token + 1 : at.token + 4])
    behind = at.token + (6 if quoted else 4)
    for first, last in ((max(at.token - 3, 0), at.token + 1), (at.token + 1, behind)):
        own = [number for number in range(first, min(last, len(tokens))) if number in at.clause.tokens]
        parties = parties_between(scene, at.sentence, own[0], own[-1] + 1) if own else []
        bodies = [party for party in parties if scene.actors[party].kind != "person"]
        if bodies:
            return bodies[-1]
    return owner_in(scene, at, at.token - 2, at.token) or owner_in(scene, at, at.token + 1, at.token + 4)


def _under(scene: Scene, at: Place) -> str | None:
    """Give the person under whom a commission or mission goes."""
    lead = delegation_words()["lead"]
    tokens = at.sentence.tokens
    for number in range(at.token + 1, min(at.token + _NEAR, len(tokens))):
        if tokens[number].text.lower() == lead["under"]:
            if any(token.text.lower() in lead["not_under"] for token in tokens[number + 1 : number + 3]):
                return None
            named = members_between(scene, at.sentence, number + 1, _end(at))
            return named[0].actor if named else None
        if tokens[number].verb or tokens[number].tag in ("$,", "$."):
            return None
    return None


def _at_the_head(scene: Scene, at: Place) -> str | None:
    """Give the person who stands at the head of it, told behind it or in its clause."""
    lead = delegation_words()["lead"]
    tokens = at.sentence.tokens
    for number in at.clause.tokens:
        if tokens[number].text in lead["top"] and number > 1:
            opener = next((n for n in range(number - 1, at.token, -1) if tokens[n].text.lower() in lead["with"]), None)
            named = members_between(scene, at.sentence, opener + 1, number) if opener is not None else []
            named = named or members_between(scene, at.sentence, max(number, at.token) + 1, _end(at))
            return named[0].actor if named else None
    return None


def _listed(scene: Scene, at: Place, lemma: str) -> list[Member]:
    words = delegation_words()
    texts = {number: at.sentence.tokens[number].text.lower() for number in at.clause.tokens}
    last = _end(at)
    if lemma in words["consist"]["verbs"]:
        openers = [number for number, text in texts.items() if text == words["consist"]["preposition"]]
        return members_between(scene, at.sentence, openers[0] + 1, last) if openers else []
    if lemma in words["belong"]["verbs"] or lemma in words["contain"]["verbs"]:
        behind = members_between(scene, at.sentence, at.token + 1, last)
        return behind or members_between(scene, at.sentence, at.clause.tokens[0], at.token)
    if lemma in words["lead"]["is"] and _said_before(at, "belonging") is not None:
        named = members_between(scene, at.sentence, at.token + 1, last)
        if named:
            return named
    within = _who_is(scene, at, "belonging")
    if within:
        return [Member(actor, "") for actor in within]
    following = at.token + 1
    if texts.get(following) in words["company"]:
        return members_between(scene, at.sentence, following + 1, _phrase_end(at, following))
    return []


def _who_is(scene: Scene, at: Place, group: str) -> list[str]:
    """Give who is the leader or a member of it: named behind it, else before the word, else the subject."""
    tokens = at.sentence.tokens
    said = _said_before(at, group)
    if said is None or any(tokens[n].verb and tokens[n].tag != "ADJA" for n in range(said, at.token)):
        return []
    behind = next((n for n in range(at.token + 1, min(at.token + _NEAR, len(tokens))) if tokens[n].text == ","), None)
    if behind is not None:
        end = next((n for n in range(behind + 1, len(tokens)) if tokens[n].text == "," or tokens[n].verb), len(tokens))
        named = members_between(scene, at.sentence, behind + 1, end)
        if named:
            return [named[0].actor]
    before = members_between(scene, at.sentence, max(said - _BEFORE, 0), said) if said else []
    return [before[-1].actor] if before else people(scene, subject_parties(scene, at))[:1]


def _said_before(at: Place, group: str) -> int | None:
    """Give the token right before it that says that somebody leads it or belongs to it."""
    words, tokens = word_set("lead", group), at.sentence.tokens
    return next((n for n in range(at.token - 1, max(at.token - _NEAR, -1), -1) if tokens[n].text in words), None)


def _head(scene: Scene, at: Place, lemma: str) -> str | None:
    """Give the person who leads the delegation."""
    lead = delegation_words()["lead"]
    tokens = at.sentence.tokens
    if lemma in lead["verbs"]:
        leaders = _leaders(scene, at)
        beside = leaders or [m.actor for m in members_between(scene, at.sentence, at.clause.tokens[0], _end(at))]
        return beside[0] if beside else None
    top = _at_the_head(scene, at) or _under(scene, at) or next(iter(_who_is(scene, at, "leaders")), None)
    if top is not None:
        return top
    for number in at.clause.tokens:
        text = tokens[number].text
        led = text.lower().startswith(tuple(lead["participles"])) and abs(number - at.token) < _NEAR
        if led or (text in lead["nouns"] and 0 < number - at.token < _NEAR):
            first, last = (number, _end(at)) if number > at.token or not led else (at.clause.tokens[0], number)
            named = members_between(scene, at.sentence, first, last)
            if named:
                return named[-1 if last == number else 0].actor
    return None


def _leaders(scene: Scene, at: Place) -> list[str]:
    """Give the people who lead it as the verb says."""
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    return people(scene, _agents(scene, at) if passive else subject_parties(scene, at))


def _agents(scene: Scene, at: Place) -> list[str]:
    agents = delegation_words()["agents"]
    found: list[str] = []
    for phrase in at.clause.phrases:
        if phrase.role == "agent" or phrase.preposition in agents:
            found += parties_between(scene, at.sentence, phrase.first, phrase.last)
    return found


def _end(at: Place) -> int:
    """Where the clause's words end, with what is inserted between them."""
    return max(at.clause.tokens) + 1


def _phrase_end(at: Place, token: int) -> int:
    return next((phrase.last for phrase in at.clause.phrases if phrase.first <= token < phrase.last), _end(at))
