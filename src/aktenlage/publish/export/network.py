"""GraphML: who meets whom, for Gephi, visone and their like."""

from collections import Counter
from itertools import combinations
from xml.etree import ElementTree as ET

from aktenlage.publish.export.material import Material

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (
    ("name", "node", "string"),
    ("kind", "node", "string"),
    ("state", "node", "string"),
    ("events", "node", "int"),
    ("weight", "edge", "int"),
    ("events_ids", "edge", "string"),
)
# What was called off or denied joins nobody.
_JOINING = ("held", "ongoing")


def write_graphml(material: Material) -> bytes:
    """Actors as nodes, joined by the events that they took part in together; each edge names them."""
    root = ET.Element("graphml", {"xmlns": _NAMESPACE})
    for name, place, kind in _KEYS:
        ET.SubElement(root, "key", {"id": name, "for": place, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", {"id": "encounters", "edgedefault": "undirected"})
    met: Counter[str] = Counter()
    pairs: dict[tuple[str, str], list[str]] = {}
    for event in material.dossier.events:
        if event.status in _JOINING:
            who = sorted({each.actor for each in event.participants})
            met.update(who)
            for pair in combinations(who, 2):
                pairs.setdefault(pair, []).append(event.id)
    for actor in sorted(met):
        known = material.actors.get(actor)
        node = ET.SubElement(graph, "node", {"id": actor})
        _data(node, "name", material.name(actor))
        _data(node, "kind", known.kind if known else "")
        _data(node, "state", (known.state if known else None) or "")
        _data(node, "events", str(met[actor]))
    for (one, other), events in sorted(pairs.items()):
        edge = ET.SubElement(graph, "edge", {"source": one, "target": other})
        _data(edge, "weight", str(len(events)))
        _data(edge, "events_ids", " ".join(events))
    ET.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root) + b"\n"


def _data(parent: ET.Element, key: str, value: str) -> None:
    ET.SubElement(parent, "data", {"key": key}).text = clean(value)


def clean(text: str) -> str:
    """Leave out signs that XML does not allow."""
    return "".join(
        sign
        for sign in text
        if sign in "\t\n\r" or " " <= sign <= "\ud7ff" or "\ue000" <= sign <= "\ufffd" or sign > "\uffff"
    )
