"""Finds delegations: from the verbs that list members, lead or accompany, and from the words around the noun."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from aktenlage.model.annotation import Delegation
from aktenlage.model.article import Span
from aktenlage.model.language import Analysis, Clause, Sentence
from aktenlage.model.reading import Reading
from aktenlage.read.delegations.members import Member, members_between
from aktenlage.read.delegations.words import delegation_words, is_delegation
from aktenlage.read.encounters.parties import parties_between
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.subjects import subject_parties

# Tokens between the noun and the word that tells who leads.
_NEAR = 8
_OPEN = frozenset({"planned", "possible", "ongoing", "cancelled"})
_OVER = frozenset({"held", "ongoing", "planned", "denied"})


@dataclass(slots=True)
class _Found:
    of: str | None
    head: str | None = None
    members: list[Member] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    ahead: bool = False


def read_delegations(analysis: Analysis, reading: Reading) -> tuple[Delegation, ...]:
    """Find the delegations that the article describes, each with its members and their offices as worded."""
    scene = Scene(analysis, reading)
    found: list[_Found] = []
    for number, sentence in enumerate(analysis.sentences):
        for clause in sentence.clauses:
            for delegation in _in_clause(scene, number, sentence, clause):
                delegation.evidence.append(Span(clause.start, clause.end))
                delegation.sentences.append(number)
                delegation.ahead = _ahead(clause)
                _join(found, delegation)
    return tuple(_finish(scene, delegation) for delegation in found)


def _in_clause(scene: Scene, number: int, sentence: Sentence, clause: Clause) -> Iterator[_Found]:
    words = delegation_words()
    lemma = clause.verb.lemma if clause.verb else ""
    nouns = [token for token in clause.tokens if is_delegation(sentence.tokens[token].text)]
    if not nouns:
        if lemma in words["accompany"]["verbs"] and clause.tokens:
            yield from _accompanied(scene, Place(number, sentence, clause, clause.tokens[0]))
        return
    for token in nouns:
        at = Place(number, sentence, clause, token)
        delegation = _Found(_stands_for(scene, at))
        delegation.members = _listed(scene, at, lemma)
        delegation.head = _head(scene, at, lemma)
        if delegation.members or delegation.head:
            yield delegation


def _stands_for(scene: Scene, at: Place) -> str | None:
    """Give the state or body that the words right before, in and behind the noun name."""
    tokens = at.sentence.tokens
    for first, last in ((max(at.token - 3, 0), at.token + 1), (at.token + 1, at.token + 4)):
        own = [number for number in range(first, min(last, len(tokens))) if number in at.clause.tokens]
        parties = parties_between(scene, at.sentence, own[0], own[-1] + 1) if own else []
        bodies = [party for party in parties if scene.actors[party].kind != "person"]
        if bodies:
            return bodies[-1]
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
    following = at.token + 1
    if texts.get(following) in words["company"]:
        return members_between(scene, at.sentence, following + 1, _phrase_end(at, following))
    return []


def _head(scene: Scene, at: Place, lemma: str) -> str | None:
    """Give the person who leads the delegation."""
    lead = delegation_words()["lead"]
    tokens = at.sentence.tokens
    if lemma in lead["verbs"]:
        leaders = subject_parties(scene, at) + _agents(scene, at)
        return next((actor for actor in leaders if scene.actors[actor].kind == "person"), None)
    for number in at.clause.tokens:
        text = tokens[number].text
        led = text.lower().startswith(tuple(lead["participles"])) and abs(number - at.token) < _NEAR
        if led or (text in lead["nouns"] and 0 < number - at.token < _NEAR):
            first, last = (number, _end(at)) if number > at.token or not led else (at.clause.tokens[0], number)
            people = members_between(scene, at.sentence, first, last)
            if people:
                return people[0].actor
    return None


def _agents(scene: Scene, at: Place) -> list[str]:
    agents = delegation_words()["agents"]
    found: list[str] = []
    for phrase in at.clause.phrases:
        if phrase.role == "agent" or phrase.preposition in agents:
            found += parties_between(scene, at.sentence, phrase.first, phrase.last)
    return found


def _accompanied(scene: Scene, at: Place) -> Iterator[_Found]:
    """Whoever is accompanied leads, whoever goes along is a member."""
    if at.clause.verb is None:
        return
    subject = [actor for actor in subject_parties(scene, at) if scene.actors[actor].kind == "person"]
    if at.clause.verb.voice == "active":
        companions, leaders = subject, _objects(scene, at)
    else:
        companions, leaders = [a for a in _agents(scene, at) if scene.actors[a].kind == "person"], subject
    if companions and leaders:
        state = scene.actors[leaders[0]].state
        of = state if state in scene.actors else None
        yield _Found(of, leaders[0], [Member(actor, "") for actor in companions if actor != leaders[0]])


def _objects(scene: Scene, at: Place) -> list[str]:
    found: list[str] = []
    for phrase in at.clause.phrases:
        if phrase.role in ("accusative", "unknown") and phrase.preposition is None:
            found += parties_between(scene, at.sentence, phrase.first, phrase.last)
    return [actor for actor in found if scene.actors[actor].kind == "person"]


def _end(at: Place) -> int:
    """Where the clause's words end, with what is inserted between them."""
    return max(at.clause.tokens) + 1


def _phrase_end(at: Place, token: int) -> int:
    return next((phrase.last for phrase in at.clause.phrases if phrase.first <= token < phrase.last), _end(at))


def _ahead(clause: Clause) -> bool:
    """Whether the clause tells of what is to come."""
    verb = clause.verb
    return verb is not None and (verb.tense == "future" or (verb.tense == "present" and verb.modal is not None))


def _join(found: list[_Found], delegation: _Found) -> None:
    """Add to a delegation told before if both stand for the same actor and share a person, or one has no members."""
    people = {member.actor for member in delegation.members} | {delegation.head} - {None}
    for known in found:
        theirs = {member.actor for member in known.members} | {known.head} - {None}
        if known.of == delegation.of and (people & theirs or not known.members or not delegation.members):
            known.members += [m for m in delegation.members if m.actor not in {k.actor for k in known.members}]
            known.head = known.head or delegation.head
            known.evidence += delegation.evidence
            known.sentences += delegation.sentences
            return
    found.append(delegation)


def _finish(scene: Scene, delegation: _Found) -> Delegation:
    members = tuple(dict.fromkeys(member.actor for member in delegation.members))
    return Delegation(
        of=delegation.of,
        head=delegation.head,
        members=members,
        encounter=_encounter(scene, delegation),
        offices={member.actor: member.office for member in delegation.members if member.office},
        evidence=tuple(delegation.evidence),
    )


def _encounter(scene: Scene, delegation: _Found) -> int | None:
    """Give the number of the encounter that the delegation takes part in: the nearest one told before it."""
    fitting = _OPEN if delegation.ahead else _OVER
    people = {delegation.of, delegation.head, *(member.actor for member in delegation.members)} - {None}
    sentences = scene.analysis.sentences
    begin = sentences[delegation.sentences[0]].start
    end = sentences[delegation.sentences[0]].end
    best: tuple[int, int] | None = None
    for number, encounter in enumerate(scene.reading.encounters):
        if not people & set(encounter.participants) or encounter.status not in fitting:
            continue
        distance = min(
            begin - span.end if span.end <= begin else max(span.start - end, 0) for span in encounter.evidence
        )
        if best is None or distance < best[0]:
            best = (distance, number)
    return best[1] if best else None
