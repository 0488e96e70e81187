"""JSON-LD with schema.org, and W3C Web Annotations for the evidence."""

import json
from collections.abc import Iterator
from typing import Any

from aktenlage.model.dossier import DossierStatement, Event, Evidence
from aktenlage.model.timex import Timex
from aktenlage.publish.export.material import Material, places_of

_STATUS = {
    "cancelled": "https://schema.org/EventCancelled",
    "denied": "https://schema.org/EventCancelled",
}
_TYPES = {"person": "Person", "state": "Country", "organization": "Organization", "group": "Organization"}
_CONTEXT = 32  # characters before and behind the words, by which they are found again


def write_json_ld(material: Material) -> bytes:
    """
    One graph: people, states and bodies, events, verbatim quotations, claims (positions) and articles.

    schema.org knows neither "possible" nor "denied": what may come is EventScheduled, what was denied EventCancelled,
    and our own status stands beside it as an additional property.
    """
    graph = [*_actors(material), *_events(material), *_quotations(material), *_claims(material), *_articles(material)]
    return _json({"@context": "https://schema.org", "@graph": graph})


def _actors(material: Material) -> Iterator[dict[str, Any]]:
    for actor in material.dossier.actors:
        yield _filled(
            {
                "@type": _TYPES[actor.kind],
                "@id": material.iri("actor", actor.id),
                "name": actor.name,
                "alternateName": [name for name in actor.names if name != actor.name],
                "jobTitle": [office.title for office in actor.offices] if actor.kind == "person" else [],
            }
        )


def _events(material: Material) -> Iterator[dict[str, Any]]:
    for event in material.dossier.events:
        timex = Timex.find(event.date)
        hosts = [each.actor for each in event.participants if each.role == "host"]
        yield _filled(
            {
                "@type": "Event",
                "@id": material.iri("event", event.id),
                "name": ", ".join(material.names(each.actor for each in event.participants)),
                "startDate": timex.first.isoformat() if timex else None,
                "endDate": timex.last.isoformat() if timex else None,
                "eventStatus": _STATUS.get(event.status, "https://schema.org/EventScheduled"),
                "additionalProperty": {"@type": "PropertyValue", "name": "status", "value": event.status},
                "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode" if event.kind == "call" else None,
                "location": {"@type": "Place", "name": event.place} if event.place else None,
                "attendee": [{"@id": material.iri("actor", each.actor)} for each in event.participants],
                "organizer": [{"@id": material.iri("actor", actor)} for actor in hosts],
                "duration": event.duration if event.duration and "X" not in event.duration else None,
                "subjectOf": [{"@id": material.iri("article", report.article)} for report in event.reports],
            }
        )


def _quotations(material: Material) -> Iterator[dict[str, Any]]:
    for each in material.dossier.statements:
        if each.type == "direct" and each.evidence:
            yield _filled(
                {
                    "@type": "Quotation",
                    "@id": material.iri("statement", each.id),
                    "text": material.words(each.evidence[0]),
                    "inLanguage": "de",
                    "spokenByCharacter": {"@id": material.iri("actor", each.speaker)} if each.speaker else None,
                    "dateCreated": each.date,
                    "isPartOf": [{"@id": material.iri("article", name)} for name in each.reports],
                }
            )


def _claims(material: Material) -> Iterator[dict[str, Any]]:
    for standpoint in material.dossier.positions:
        for stance in standpoint.stances:
            yield _filled(
                {
                    "@type": "Claim",
                    "author": {"@id": material.iri("actor", standpoint.actor)},
                    "about": standpoint.issue,
                    "abstract": stance.stance,
                    "text": material.words(stance.evidence[0]) if stance.evidence else None,
                    "dateCreated": stance.date,
                    "appearance": [
                        {"@id": material.iri("article", name)}
                        for name in dict.fromkeys(p.article for p in stance.evidence)
                    ],
                }
            )


def _articles(material: Material) -> Iterator[dict[str, Any]]:
    for source in material.dossier.articles:
        yield _filled(
            {
                "@type": "NewsArticle",
                "@id": material.iri("article", source.id),
                "headline": source.title,
                "datePublished": source.published,
                "publisher": {"@type": "Organization", "name": source.outlet} if source.outlet else None,
                "creditText": "/".join(source.agencies) or None,
                "url": material.url(source.id),
                "inLanguage": "de",
            }
        )


def write_annotations(material: Material) -> bytes:
    """Each place that an event or a statement rests on as a W3C Web Annotation, found by position and by its words."""
    items = [
        *(_annotation(material, event, place) for event in material.dossier.events for place in places_of(event)),
        *(_annotation(material, each, place) for each in material.dossier.statements for place in each.evidence),
    ]
    found = [item for item in items if item is not None]
    return _json(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": material.iri("annotations", "all"),
            "type": "AnnotationPage",
            "items": found,
        }
    )


def _annotation(material: Material, entry: Event | DossierStatement, place: Evidence) -> dict[str, Any] | None:
    reading = material.find(place.article)
    if reading is None:
        return None
    kind = "event" if isinstance(entry, Event) else "statement"
    text = reading.article.text
    exact = text[place.start : place.end]
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": place.start, "end": place.end}]
    if len(exact) <= material.quotation:
        selectors.append(
            {
                "type": "TextQuoteSelector",
                "exact": exact,
                "prefix": text[max(0, place.start - _CONTEXT) : place.start],
                "suffix": text[place.end : place.end + _CONTEXT],
            }
        )
    return {
        "id": material.iri("annotation", f"{entry.id}-{place.article}-{place.start}"),
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"id": material.iri(kind, entry.id), "purpose": "identifying"},
        "target": {
            "source": material.url(place.article) or material.iri("article", place.article),
            "selector": selectors,
        },
    }


def _filled(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is unknown."""
    return {key: value for key, value in record.items() if value not in (None, [], "")}


def _json(record: Any) -> bytes:
    return json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n"
