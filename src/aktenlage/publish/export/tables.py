"""The dossier as flat tables: one row a fact, ids and plain values only."""

from collections.abc import Callable, Iterator
from typing import Any

from aktenlage.publish.export.material import Material, places_of

Row = dict[str, Any]
Table = Callable[[Material], Iterator[Row]]


def events(material: Material) -> Iterator[Row]:
    """Events, their best-supported values and how many tell them."""
    for event in material.dossier.events:
        stances: dict[str, list[str]] = {}
        for each in event.confirmations:
            stances.setdefault(each.stance, []).append(each.actor)
        yield {
            "id": event.id,
            "kind": event.kind,
            "status": event.status,
            "date": event.date,
            "place": event.place,
            "duration": event.duration,
            "participants": ";".join(each.actor for each in event.participants),
            "participant_names": "; ".join(material.names(each.actor for each in event.participants)),
            "topics": ";".join(event.topics),
            "occasion": event.occasion,
            "announced_by": ";".join(stances.get("announces", ())),
            "confirmed_by": ";".join(stances.get("confirms", ())),
            "denied_by": ";".join(stances.get("denies", ())),
            "unconfirmed_by": ";".join(stances.get("unconfirmed", ())),
            "articles": len(event.reports),
            "outlets": event.outlets,
            "independent_origins": event.independent_origins,
            "disagreements": ";".join(f"{each.field}:{each.type}" for each in event.disagreements),
        }


def participants(material: Material) -> Iterator[Row]:
    """Who takes part in which event, and in what role."""
    for event in material.dossier.events:
        for each in event.participants:
            known = material.actors.get(each.actor)
            state = known.state if known else None
            yield {
                "event": event.id,
                "actor": each.actor,
                "name": material.name(each.actor),
                "state": state,
                "role": each.role,
            }


def actors(material: Material) -> Iterator[Row]:
    """Actors with their names."""
    for actor in material.dossier.actors:
        yield {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "state": actor.state,
            "names": "; ".join(actor.names),
            "offices": "; ".join(office.title for office in actor.offices),
        }


def statements(material: Material) -> Iterator[Row]:
    """Statements with the words of their first report."""
    for each in material.dossier.statements:
        yield {
            "id": each.id,
            "date": each.date,
            "speaker": each.speaker,
            "speaker_name": material.name(each.speaker) or None,
            "addressee": each.addressee,
            "type": each.type,
            "channel": each.channel,
            "articles": len(each.reports),
            "words": material.words(each.evidence[0]) if each.evidence else None,
        }


def positions(material: Material) -> Iterator[Row]:
    """Every stance of every actor."""
    for standpoint in material.dossier.positions:
        for stance in standpoint.stances:
            yield {
                "actor": standpoint.actor,
                "name": material.name(standpoint.actor),
                "issue": standpoint.issue,
                "stance": stance.stance,
                "toward": stance.toward,
                "date": stance.date,
                "changed": standpoint.changed,
                "words": material.words(stance.evidence[0]) if stance.evidence else None,
            }


def documents(material: Material) -> Iterator[Row]:
    """Plans and agreements with their versions."""
    for each in material.dossier.documents:
        yield {
            "id": each.id,
            "name": each.name,
            "kind": each.kind,
            "status": each.status,
            "versions": " > ".join(each.versions),
            "parties": ";".join(each.parties),
            "endorsed_by": ";".join(each.endorsed_by),
            "rejected_by": ";".join(each.rejected_by),
        }


def articles(material: Material) -> Iterator[Row]:
    """Articles without their texts."""
    for each in material.dossier.articles:
        yield {
            "id": each.id,
            "outlet": each.outlet,
            "title": each.title,
            "published": each.published,
            "agencies": ";".join(each.agencies),
            "origin": each.origin,
            "url": material.url(each.id),
        }


def evidence(material: Material) -> Iterator[Row]:
    """The places in articles on which events rest, with the words there."""
    for event in material.dossier.events:
        for place in places_of(event):
            yield {
                "entry": event.id,
                "article": place.article,
                "start": place.start,
                "end": place.end,
                "words": material.words(place),
            }


def changes(material: Material) -> Iterator[Row]:
    """What each day brought."""
    for each in material.dossier.changes:
        yield {
            "at": each.at,
            "kind": each.kind,
            "event": each.event,
            "from": _plain(each.before),
            "to": _plain(each.after),
        }


def _plain(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, dict):
        return ";".join(f"{key}={_plain(part) or ''}" for key, part in value.items())
    return ";".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


TABLES: dict[str, Table] = {
    "events": events,
    "participants": participants,
    "actors": actors,
    "statements": statements,
    "positions": positions,
    "documents": documents,
    "articles": articles,
    "evidence": evidence,
    "changes": changes,
}
