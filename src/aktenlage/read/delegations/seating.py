"""Who sat there: those who led a state's delegation take part in an encounter, and not the state beside them."""

from dataclasses import replace

from aktenlage.model.annotation import Delegation
from aktenlage.model.encounter import Encounter
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading

# In what is still to come others may sit.
_SAT = ("held", "ongoing")


def seat_delegates(_: Analysis, reading: Reading) -> tuple[Encounter, ...]:
    """Give the encounters of *reading* with the people of a delegation for the state or body that it stands for."""
    encounters = list(reading.encounters)
    people = {actor.id for actor in reading.actors if actor.kind == "person"}
    for delegation in reading.delegations:
        seated = _people(delegation, people)
        if delegation.encounter is None or not seated or delegation.of in people:
            continue
        encounter = encounters[delegation.encounter]
        if encounter.status in _SAT and delegation.of in encounter.participants:
            encounters[delegation.encounter] = _seat(encounter, delegation, seated)
    return tuple(encounters)


def _people(delegation: Delegation, people: set[str]) -> list[str]:
    """Give its leader and those named with him; a single member alone may be anyone."""
    if delegation.head is None and len(delegation.members) == 1:
        return []
    named = (delegation.head, *delegation.members)
    return list(dict.fromkeys(actor for actor in named if actor in people))


def _seat(encounter: Encounter, delegation: Delegation, seated: list[str]) -> Encounter:
    others = [party for party in encounter.participants if party not in (delegation.of, *seated)]
    at = encounter.participants.index(delegation.of or "")
    participants = (*others[:at], *seated, *others[at:])
    evidence = dict.fromkeys((*encounter.evidence, *delegation.evidence))
    host = seated[0] if encounter.host == delegation.of else encounter.host
    return replace(encounter, participants=participants, host=host, evidence=tuple(evidence))
