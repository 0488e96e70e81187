"""Delegations of many articles: one entry a party and event, with all members that the reports name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aktenlage.consolidate.actors import Actors
from aktenlage.consolidate.days import Days, published_days
from aktenlage.consolidate.groups import Groups
from aktenlage.model.annotation import Delegation
from aktenlage.model.dossier import DossierDelegation, Evidence
from aktenlage.model.reading import Reading

# Without an event to go by, only reports of so few days that name the same people mean one delegation.
_NEAR = 5


@dataclass(frozen=True, slots=True)
class _Told:
    article: str
    published: str | None
    days: Days | None
    delegation: Delegation
    of: str | None
    people: frozenset[str]
    event: str | None


def unite_delegations(
    readings: Sequence[Reading], actors: Actors, event_of: Mapping[tuple[str, int], str]
) -> tuple[DossierDelegation, ...]:
    """Unite delegations; *event_of* gives the event of an article's encounter by its number."""
    told = [each for reading in readings for each in _told(reading, actors, event_of)]
    told.sort(key=lambda each: (each.published or "9", each.article, sorted(each.people)))
    groups: Groups[int] = Groups(range(len(told)))
    for number, each in enumerate(told):
        for other in range(number):
            if _same(told[other], each):
                groups.join(other, number)
    return tuple(_united([told[number] for number in group], actors) for group in groups.all())


def _told(reading: Reading, actors: Actors, event_of: Mapping[tuple[str, int], str]) -> list[_Told]:
    article = reading.article
    found = []
    for delegation in reading.delegations:
        people = frozenset(actors.one(name) for name in (delegation.head, *delegation.members) if name)
        number = delegation.encounter
        found.append(
            _Told(
                article.id,
                article.published,
                published_days(article.published),
                delegation,
                actors.one(delegation.of) if delegation.of else _common_side(people, actors),
                people,
                event_of.get((article.id, number)) if number is not None else None,
            )
        )
    return found


def _common_side(people: frozenset[str], actors: Actors) -> str | None:
    """Name the state of the members where the article does not say whose delegation it is, and they agree in it."""
    sides = {side for person in people if (side := actors.side(person)) != person}
    return next(iter(sides)) if len(sides) == 1 and len(people) > 1 else None


def _same(one: _Told, other: _Told) -> bool:
    if one.of is None or one.of != other.of:
        return False
    if one.event is not None and other.event is not None:
        return one.event == other.event
    near = one.days is not None and other.days is not None and one.days.gap(other.days) <= _NEAR
    return near and 2 * len(one.people & other.people) >= min(len(one.people), len(other.people)) > 0


def _united(told: Sequence[_Told], actors: Actors) -> DossierDelegation:
    heads = [actors.one(each.delegation.head) for each in told if each.delegation.head]
    members = dict.fromkeys(actors.one(name) for each in told for name in each.delegation.members)
    offices = {actors.one(name): office for each in told for name, office in each.delegation.offices.items()}
    events = [each.event for each in told if each.event]
    return DossierDelegation(
        of=told[0].of,
        head=heads[0] if heads else None,
        members=tuple(members),
        event=events[0] if events else None,
        offices=offices or None,
        evidence=tuple(
            dict.fromkeys(
                Evidence(each.article, span.start, span.end) for each in told for span in each.delegation.evidence
            )
        ),
    )
