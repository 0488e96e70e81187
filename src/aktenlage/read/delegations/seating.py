"""Who sat there: a state's delegates take part in an encounter, in its place or beside the one whom they go with."""

from collections.abc import Mapping
from dataclasses import replace

from aktenlage.model.annotation import Actor, Delegation
from aktenlage.model.encounter import Encounter
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading

# In what is still to come others may sit.
_SAT = ("held", "ongoing")
# Whoever is said to go along does so to what is to come, too.
_GOES = (*_SAT, "planned")
# Sentences behind an encounter in which its company is told.
_REACH = 2


def seat_delegates(_: Analysis, reading: Reading) -> tuple[Encounter, ...]:
    """Give the encounters of *reading* with the people of each delegation that takes part."""
    encounters = list(reading.encounters)
    people = {actor.id: actor for actor in reading.actors if actor.kind == "person"}
    for delegation in reading.delegations:
        if delegation.encounter is None or delegation.of in people:
            continue
        encounter, seated = encounters[delegation.encounter], _people(delegation, people)
        leader = _leader(delegation, encounter, people)
        if delegation.of in encounter.participants:
            if encounter.status in _SAT and seated:
                encounters[delegation.encounter] = _seat(encounter, delegation, seated)
        elif leader is not None and encounter.status in _GOES and _is_near(reading, delegation, encounter):
            encounters[delegation.encounter] = _add_company(encounter, delegation, leader)
    return tuple(encounters)


def _leader(delegation: Delegation, encounter: Encounter, people: Mapping[str, Actor]) -> str | None:
    """Give the one of those who take part with whom its members go: its head, or the first who stands for its state."""
    there = [party for party in encounter.participants if party in people]
    if delegation.head is not None:
        return delegation.head if delegation.head in there else None
    return next((party for party in there if delegation.of in (None, people[party].state)), None)


def _is_near(reading: Reading, delegation: Delegation, encounter: Encounter) -> bool:
    """Whether the delegation is told with the encounter or shortly behind it."""
    begin = delegation.evidence[0].start
    told = [span.end for span in encounter.evidence if span.start <= begin]
    between = [sentence for sentence in reading.sentences if told and max(told) <= sentence.start <= begin]
    return bool(told) and len(between) <= _REACH


def _people(delegation: Delegation, people: Mapping[str, Actor]) -> list[str]:
    """Give its leader and those named with him; a single member alone may be anyone."""
    if delegation.head is None and len(delegation.members) == 1:
        return []
    named = (delegation.head or "", *delegation.members)
    return list(dict.fromkeys(actor for actor in named if actor in people))


def _add_company(encounter: Encounter, delegation: Delegation, leader: str) -> Encounter:
    """Add its members behind the one whom they go along with."""
    company = [member for member in delegation.members if member not in encounter.participants]
    at = encounter.participants.index(leader) + 1
    participants = (*encounter.participants[:at], *company, *encounter.participants[at:])
    evidence = dict.fromkeys((*encounter.evidence, *delegation.evidence)) if company else encounter.evidence
    return replace(encounter, participants=participants, evidence=tuple(evidence))


def _seat(encounter: Encounter, delegation: Delegation, seated: list[str]) -> Encounter:
    others = [party for party in encounter.participants if party not in (delegation.of, *seated)]
    at = encounter.participants.index(delegation.of or "")
    participants = (*others[:at], *seated, *others[at:])
    evidence = dict.fromkeys((*encounter.evidence, *delegation.evidence))
    host = seated[0] if encounter.host == delegation.of else encounter.host
    return replace(encounter, participants=participants, host=host, evidence=tuple(evidence))
