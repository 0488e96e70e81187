"""Finds delegations: from the words around the noun, from titles of leaders, from verbs that send and accompany."""

from collections.abc import Iterator

from aktenlage.model.annotation import Delegation
from aktenlage.model.article import Span
from aktenlage.model.language import Analysis, Clause
from aktenlage.model.reading import Reading
from aktenlage.read.delegations.company import accompanied
from aktenlage.read.delegations.found import Found, state_of
from aktenlage.read.delegations.nouns import told_by_noun
from aktenlage.read.delegations.sent import sent_in
from aktenlage.read.delegations.titles import titled
from aktenlage.read.encounters.lexicon import party_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.places import spots
from aktenlage.read.encounters.setting.towns import known_place

_OPEN = frozenset({"planned", "possible", "ongoing", "cancelled"})
_OVER = frozenset({"held", "ongoing", "planned", "denied"})


def read_delegations(analysis: Analysis, reading: Reading) -> tuple[Delegation, ...]:
    """Find the delegations that the article describes, each with its members and their offices as worded."""
    scene = Scene(analysis, reading)
    found: list[Found] = []
    for number in range(len(analysis.sentences)):
        for at in scene.clauses(number):
            for delegation in _in_clause(scene, at):
                delegation.evidence.append(Span(at.clause.start, at.clause.end))
                delegation.sentences.append(number)
                delegation.ahead = _ahead(at.clause)
                home = party_words()["origins"]  # "die Abordnung aus Kiew"
                towns = (spot for spot in spots(scene, at) if spot.town and spot.preposition not in home)
                delegation.towns = frozenset(spot.name for spot in towns)
                delegation.of = delegation.of or _told_before(scene, found, delegation)
                _join(found, delegation)
    return tuple(_finish(scene, delegation) for delegation in found)


def _in_clause(scene: Scene, at: Place) -> Iterator[Found]:
    lemma = at.clause.verb.lemma if at.clause.verb else ""
    nouns = list(told_by_noun(scene, at, lemma))
    yield from nouns
    yield from accompanied(scene, at, lemma)
    if not nouns:
        yield from sent_in(scene, at, lemma)
        yield from titled(scene, at)


def _told_before(scene: Scene, found: list[Found], delegation: Found) -> str | None:
    """Give whom the delegation told right before stands for, of which this one tells the head ("die Abordnung")."""
    head, last = delegation.head, found[-1] if found else None
    if head is None or last is None or last.head is not None or delegation.sentences[0] - last.sentences[-1] > 1:
        return None
    return last.of if state_of(scene, head) in (None, last.of) else None


def _ahead(clause: Clause) -> bool:
    """Whether the clause tells of what is to come."""
    verb = clause.verb
    return verb is not None and (verb.tense == "future" or (verb.tense == "present" and verb.modal is not None))


def _join(found: list[Found], delegation: Found) -> None:
    """Add to a delegation told before if both stand for the same actor and share a person, or one has no members."""
    people = {member.actor for member in delegation.members} | {delegation.head} - {None}
    for known in found:
        theirs = {member.actor for member in known.members} | {known.head} - {None}
        unknown = None in (known.of, delegation.of) and people & theirs
        if unknown or (known.of == delegation.of and (people & theirs or not known.members or not delegation.members)):
            known.of = known.of or delegation.of
            known.members += [m for m in delegation.members if m.actor not in {k.actor for k in known.members}]
            known.head = known.head or delegation.head
            known.evidence += delegation.evidence
            known.sentences += delegation.sentences
            return
    found.append(delegation)


def _finish(scene: Scene, delegation: Found) -> Delegation:
    members = tuple(dict.fromkeys(member.actor for member in delegation.members))
    return Delegation(
        of=delegation.of,
        head=delegation.head,
        members=members,
        encounter=_encounter(scene, delegation),
        offices={member.actor: member.office for member in delegation.members if member.office},
        evidence=tuple(delegation.evidence),
    )


def _led(scene: Scene, delegation: Found) -> set[str | None]:
    """Give the travellers with whom a delegation without a head may go: people of its state, or anyone."""
    if delegation.head is not None:
        return set()
    of = delegation.of
    return {actor.id for actor in scene.actors.values() if actor.kind == "person" and of in (None, actor.state)}


def _encounter(scene: Scene, delegation: Found) -> int | None:
    """Give the number of the encounter that the delegation takes part in: the nearest one told before it."""
    fitting = _OPEN if delegation.ahead else _OVER
    people = {delegation.of, delegation.head, *(member.actor for member in delegation.members)} - {None}
    goes_along = not any(people & set(encounter.participants) for encounter in scene.reading.encounters)
    people = _led(scene, delegation) if goes_along else people
    sentences = scene.analysis.sentences
    begin = sentences[delegation.sentences[0]].start
    end = sentences[delegation.sentences[0]].end
    best: tuple[tuple[bool, bool, bool, int], int] | None = None
    for number, encounter in enumerate(scene.reading.encounters):
        anyone = goes_along or not people.isdisjoint(encounter.participants)
        if not anyone or encounter.status not in fitting:
            continue
        if delegation.towns and _is_town(encounter.place) and encounter.place not in delegation.towns:
            continue
        # What is told only later is another's, unless nothing was told before; and so is what is still to come.
        # Whoever goes along does so on the whole journey.
        to_come = not (delegation.ahead or goes_along) and encounter.status == "planned"
        away = ((s.start > end, begin - s.end if s.end <= begin else max(s.start - end, 0)) for s in encounter.evidence)
        later, apart = min(away)
        distance = (later, to_come, goes_along and encounter.kind != "visit", apart)
        if best is None or distance < best[0]:
            best = (distance, number)
    if best is None or not people & set(scene.reading.encounters[best[1]].participants):
        return None  # The nearest that is told has nobody in it with whom they may go.
    return best[1]


def _is_town(name: str | None) -> bool:
    """Whether a place is more than a country, as one that nobody knows is."""
    place = known_place(name) if name else None
    return name is not None and (place is None or place[1])
