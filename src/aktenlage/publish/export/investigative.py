"""FollowTheMoney entities, one a line, for OpenAleph and its like."""

import json
from collections.abc import Iterator
from typing import Any

from aktenlage.model.timex import Timex
from aktenlage.publish.export.material import Material, places_of

_SCHEMAS = {"person": "Person", "state": "PublicBody", "organization": "Organization", "group": "Organization"}
_LETTERS = 2


def write_ftm(material: Material) -> bytes:
    """
    People, bodies, events and articles as FollowTheMoney entities.

    Its Event knows no status, no role and no evidence: the status stands among the keywords, the sentences among the
    notes, and who is host is the organizer. Statements, positions and plans have no place there and are left out.
    """
    entities = (*_actors(material), *_events(material), *_articles(material))
    return "".join(f"{json.dumps(entity, ensure_ascii=False)}\n" for entity in entities).encode()


def _actors(material: Material) -> Iterator[dict[str, Any]]:
    for actor in material.dossier.actors:
        state = actor.id if actor.kind == "state" else actor.state
        properties: dict[str, list[str | None]] = {
            "name": [actor.name],
            "alias": [name for name in actor.names if name != actor.name],
            "country": [state] if state and len(state) == _LETTERS else [],
        }
        if actor.kind == "person":
            properties["position"] = [office.title for office in actor.offices]
        yield _entity(f"actor-{actor.id}", _SCHEMAS[actor.kind], properties)


def _events(material: Material) -> Iterator[dict[str, Any]]:
    for event in material.dossier.events:
        timex = Timex.find(event.date)
        days = (timex.first, timex.last) if timex else None
        one_day = days is not None and days[0] == days[1]
        yield _entity(
            event.id,
            "Event",
            {
                "name": [", ".join(material.names(each.actor for each in event.participants)) or event.kind],
                "date": [days[0].isoformat()] if days and one_day else [],
                "startDate": [days[0].isoformat()] if days and not one_day else [],
                "endDate": [days[1].isoformat()] if days and not one_day else [],
                "location": [event.place],
                "involved": [f"actor-{each.actor}" for each in event.participants],
                "organizer": [f"actor-{each.actor}" for each in event.participants if each.role == "host"],
                "keywords": [event.kind, event.status, *event.topics],
                "notes": [each.sentence for each in material.quoted(places_of(event))],
                "proof": [f"article-{report.article}" for report in event.reports],
                "modifiedAt": [material.moment[:10]],
            },
        )


def _articles(material: Material) -> Iterator[dict[str, Any]]:
    for source in material.dossier.articles:
        yield _entity(
            f"article-{source.id}",
            "Article",
            {
                "title": [source.title or source.id],
                "publisher": [source.outlet],
                "date": [source.published[:10] if source.published else None],
                "sourceUrl": [material.url(source.id)],
                "language": ["deu"],
            },
        )


def _entity(name: str, schema: str, properties: dict[str, Any]) -> dict[str, Any]:
    filled = {key: list(dict.fromkeys(value for value in values if value)) for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in filled.items() if values}}
