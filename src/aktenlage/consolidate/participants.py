"""Who took part, in what role, and where the reports name different people."""

from collections import defaultdict
from collections.abc import Sequence

from aktenlage.consolidate.account import Account
from aktenlage.model.dossier import Disagreement, Participant, ParticipantRole, Value


def participants_of(standing: Sequence[Account]) -> tuple[Participant, ...]:
    """Unite the participants of all accounts, side by side; a state gives way where one of its people is named."""
    side_of = {actor: side for account in standing for actor, side in account.side_of.items()}
    persons = {person for account in standing for person in account.persons}
    present = {side_of[person] for person in persons}
    wholes = {whole for account in standing for whole in account.wholes if whole not in present}
    hosts = {account.encounter.host for account in standing if account.encounter.host}
    mediators = {mediator for account in standing for mediator in account.encounter.mediators}
    delegates = {delegate for account in standing for delegate in account.delegates}
    told: dict[str, ParticipantRole | None] = dict.fromkeys(
        sorted(persons | wholes, key=lambda actor: (side_of[actor], actor))
    )
    told.update(dict.fromkeys(sorted(mediators), "mediator"))
    told.update(dict.fromkeys(sorted(hosts), "host"))
    others = [actor for actor, role in told.items() if role is None]
    if len(hosts) == 1 and hosts <= persons | wholes and len({side_of[actor] for actor in others}) == 1:
        told.update(dict.fromkeys(others, "guest"))
    told.update({actor: "delegate" for actor, role in told.items() if role is None and actor in delegates})
    return tuple(Participant(actor, role) for actor, role in told.items())


def participant_disagreements(standing: Sequence[Account]) -> list[Disagreement]:
    """Report sides for which two accounts name quite different people."""
    named: defaultdict[str, dict[frozenset[str], list[Account]]] = defaultdict(dict)
    for account in standing:
        for side in account.sides:
            people = frozenset(person for person in account.persons if account.side_of[person] == side)
            if people:
                named[side].setdefault(people, []).append(account)
    found = []
    for side in sorted(named):
        groups = named[side]
        if any(not one & other for one in groups for other in groups):
            kind = "contradiction" if all(len(people) == 1 for people in groups) else "scope"
            values = tuple(
                Value(sorted(people), tuple(place for account in accounts for place in account.evidence[:1]))
                for people, accounts in groups.items()
            )
            found.append(Disagreement("participants", "contradiction" if kind == "contradiction" else "scope", values))
    return found
