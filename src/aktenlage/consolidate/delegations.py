"""Delegations of many articles: one entry a party and event, with all members that the reports name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from aktenlage.consolidate.actors import Actors
from aktenlage.model.annotation import Delegation
from aktenlage.model.dossier import DossierDelegation, Evidence
from aktenlage.model.reading import Reading


def unite_delegations(
    readings: Sequence[Reading], actors: Actors, event_of: Mapping[tuple[str, int], str]
) -> tuple[DossierDelegation, ...]:
    """Unite delegations; *event_of* gives the event of an article's encounter by its number."""
    found: defaultdict[tuple[str | None, str], list[tuple[str, Delegation]]] = defaultdict(list)
    events: dict[tuple[str | None, str], str | None] = {}
    for reading in sorted(readings, key=lambda each: (each.article.published or "9", each.article.id)):
        article = reading.article.id
        for number, delegation in enumerate(reading.delegations):
            event = event_of.get((article, delegation.encounter)) if delegation.encounter is not None else None
            of = actors.one(delegation.of) if delegation.of else None
            # Without an event nothing tells that two articles mean one delegation.
            key = of, event or f"{article} {number}"
            found[key].append((article, delegation))
            events[key] = event
    return tuple(_united(key[0], events[key], told, actors) for key, told in found.items())


def _united(
    of: str | None, event: str | None, told: Sequence[tuple[str, Delegation]], actors: Actors
) -> DossierDelegation:
    heads = [actors.one(each.head) for _, each in told if each.head]
    members = dict.fromkeys(actors.one(name) for _, each in told for name in each.members)
    offices = {actors.one(name): office for _, each in told for name, office in each.offices.items()}
    return DossierDelegation(
        of=of,
        head=heads[0] if heads else None,
        members=tuple(members),
        event=event,
        offices=offices or None,
        evidence=tuple(
            dict.fromkeys(Evidence(article, span.start, span.end) for article, each in told for span in each.evidence)
        ),
    )
