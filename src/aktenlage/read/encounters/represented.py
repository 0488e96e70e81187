"""Bodies and groups for which persons are there: whoever is named himself takes part instead of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from aktenlage.model.annotation import Delegation, Mention
from aktenlage.model.encounter import Encounter
from aktenlage.model.language import Analysis, Clause, Phrase
from aktenlage.model.reading import Reading
from aktenlage.read.encounters.lexicon import sitting_bodies
from aktenlage.read.encounters.scene import Scene
from aktenlage.read.mentions.lexicon import role_of
from aktenlage.resources.load import load
from aktenlage.resources.registry import registry

# Persons beside whom a group without a name is only told of.
_SEVERAL = 2
# No more signs stand between the body and the name of whoever holds its office ("der Chef der „Partei“, Merz").
_SIGNS = 3
# Words before a body among which the office stands.
_OFFICE = 3
_MONTH = re.compile(r"\d{4}-\d{2}")


def leave_out_represented(analysis: Analysis, reading: Reading) -> tuple[Encounter, ...]:
    """Give the encounters of *reading* without the bodies and groups for which somebody is there who is named."""
    scene = Scene(analysis, reading)
    return tuple(_themselves(scene, encounter) for encounter in reading.encounters)


def _themselves(scene: Scene, encounter: Encounter) -> Encounter:
    parties = encounter.participants
    people = [party for party in parties if scene.actors[party].kind == "person"]
    sent = {delegation.of for delegation in scene.reading.delegations if _is_there(scene, delegation, people)}
    left = tuple(p for p in parties if p in people or not (p in sent or _stood_for(scene, encounter, p, people)))
    host = encounter.host if encounter.host in left or encounter.host not in parties else None
    return encounter if left == parties else replace(encounter, participants=left, host=host)


def _is_there(scene: Scene, delegation: Delegation, people: Sequence[str]) -> bool:
    """Whether those who lead a delegation, or several of its people, take part; a single member may be anyone."""
    theirs = {delegation.head} if delegation.head is not None else set(delegation.members)
    there = [person for person in people if person in theirs]
    of_others = any(scene.actors[person].state not in (None, delegation.of) for person in there)
    mediate = delegation.of in scene.actors and scene.actors[delegation.of].kind == "state" and of_others
    return not mediate and len(there) >= (1 if delegation.head is not None else _SEVERAL)


def _stood_for(scene: Scene, encounter: Encounter, party: str, people: Sequence[str]) -> bool:
    """Whether the party is a group beside several who are named, or a body of which somebody there holds an office."""
    actor = scene.actors[party]
    if actor.kind == "group" and not actor.registered:
        return len(people) >= _SEVERAL and not _on_one_footing(scene, encounter, party, people)
    if actor.kind != "organization" or encounter.kind == "conference":
        return False
    told = any(party in _told_bodies(scene, person) for person in people)
    officers = [person for person in people if _holds_office_of(scene, encounter, person, party)]
    held = bool(officers) and not _told_together(scene, encounter, party, officers)
    return (told or held) and not _gathers(scene, party, encounter.participants)


def _on_one_footing(scene: Scene, encounter: Encounter, group: str, people: Sequence[str]) -> bool:
    """Whether a list has the group beside a person ("mit der Bürgermeisterin Scholz und dem Betriebsrat")."""
    lists = (phrase for clause in _clauses_of(scene, encounter) for phrase in clause.phrases if phrase.members)
    return any(_names_both(scene, phrase, group, people) for phrase in lists)


def _told_together(scene: Scene, encounter: Encounter, body: str, people: Sequence[str]) -> bool:
    """Whether one clause names the body and its officer, as two ("sprach mit Abbas und Vertretern der Fatah")."""
    return any(_names_both(scene, clause, body, people) for clause in _clauses_of(scene, encounter))


def _clauses_of(scene: Scene, encounter: Encounter) -> list[Clause]:
    """Give the clauses that tell of an encounter."""
    clauses = (clause for sentence in scene.analysis.sentences for clause in sentence.clauses)
    told = encounter.evidence
    return [c for c in clauses if any(span.start < c.end and c.start < span.end for span in told)]


def _names_both(scene: Scene, words: Clause | Phrase, party: str, people: Sequence[str]) -> bool:
    inside = {mention.actor for mention in scene.mentions.within(words.start, words.end) if mention.role is None}
    return party in inside and not inside.isdisjoint(people)


def _gathers(scene: Scene, body: str, parties: Sequence[str]) -> bool:
    """Whether those come together who sit in the body itself, and no other side is there."""
    members = load("memberships").get(body)
    if members is None or body not in sitting_bodies():
        return body in sitting_bodies()
    others = (scene.actors[party] for party in parties if party != body)
    states = (actor.id if actor.kind == "state" else actor.state for actor in others)
    return all(state in members for state in states if state)


def _holds_office_of(scene: Scene, encounter: Encounter, person: str, body: str) -> bool:
    told = encounter.date if encounter.date and _MONTH.match(encounter.date) else scene.published
    entry, day = registry().get(person), (told or "")[:10]
    return entry is not None and any(tenure.of == body and tenure.covers(day) for tenure in entry.tenures)


def _told_bodies(scene: Scene, person: str) -> set[str]:
    """Give the bodies of which the article says that a person holds an office: before the name, or in its words."""
    found: set[str | None] = set()
    for mention in scene.reading.mentions:
        if mention.actor == person and mention.kind == "office":
            found |= {m.actor for m in scene.mentions.within(mention.start, mention.end)}
        elif mention.actor == person and mention.kind == "name":
            found.add(_body_before(scene, mention))
    first = {word.rpartition("-")[0] for office in scene.actors[person].offices for word in office.split()}
    found |= {actor.id for actor in scene.actors.values() if not first.isdisjoint(_names(actor.id, actor.name))}
    return {body for body in found if body}


def _names(actor: str, name: str) -> set[str]:
    entry = registry().get(actor)
    return {name, *(entry.names if entry is not None else ())}


def _body_before(scene: Scene, name: Mention) -> str | None:
    """Give the body named right before a name, behind an office ("der Vorsitzende der IG BCE, Hubertus Schmoldt")."""
    for body in scene.mentions.touching(max(name.start - _SIGNS - 1, 0), name.start):
        between = scene.text[body.end : name.start]
        words = scene.text[: body.start].rsplit(maxsplit=_OFFICE)[-_OFFICE:]
        if body.end <= name.start and not any(map(str.isalnum, between)) and any(role_of(word) for word in words):
            return body.actor
    return None
