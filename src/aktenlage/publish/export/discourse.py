"""A statement table for Discourse Network Analyzer: person, organisation, concept, agreement."""

from collections.abc import Iterator

from aktenlage.publish.export.flat import csv_of
from aktenlage.publish.export.material import Material
from aktenlage.publish.export.tables import Row
from aktenlage.resources.messages import message

_AGREES = {"demands": 1, "accepts": 1, "supports": 1, "offers": 1, "rejects": 0, "accuses": 0, "threatens": 0}


def write_discourse(material: Material) -> bytes:
    """
    Each stance as a DNA statement; the concept is the issue, agreement 1 or 0.

    DNA knows only for and against: what exactly an actor does stands in a column of its own.
    """
    return csv_of(list(_statements(material))).encode()


def _statements(material: Material) -> Iterator[Row]:
    number = 0
    for standpoint in material.dossier.positions:
        known = material.actors.get(standpoint.actor)
        person = material.name(standpoint.actor) if known and known.kind == "person" else ""
        body = material.name(known.state) if known and known.kind == "person" else material.name(standpoint.actor)
        for stance in standpoint.stances:
            number += 1
            place = stance.evidence[0] if stance.evidence else None
            source = material.sources.get(place.article) if place else None
            concept = f"issue.{standpoint.issue}" if standpoint.issue else "issue.other"
            yield {
                "ID": number,
                "Time": stance.date,
                "Document": (source.title or source.id) if source else None,
                "Document ID": source.id if source else None,
                "Source": source.outlet if source else None,
                "Start": place.start if place else None,
                "End": place.end if place else None,
                "person": person,
                "organization": body,
                "concept": standpoint.issue or message(concept, material.interface),
                "agreement": _AGREES[stance.stance],
                "stance": stance.stance,
                "Text": material.words(place) if place else None,
            }
