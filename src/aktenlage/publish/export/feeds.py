"""Atom (RFC 4287) and JSON Feed 1.1: what changed, for feed readers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from aktenlage.model.dossier import Change
from aktenlage.publish.export.material import Material
from aktenlage.publish.export.network import clean
from aktenlage.publish.words import day_in_words
from aktenlage.resources.messages import message
from aktenlage.store.writer import entry_id

_LATEST = 100
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class _News:
    id: str
    day: str
    title: str
    text: str
    link: str


def write_atom(material: Material) -> bytes:
    """The latest changes as an Atom feed."""
    feed = ET.Element("feed", {"xmlns": _ATOM})
    title = message("export.feed", material.interface)
    _text(feed, "id", material.iri("changes", "feed"))
    _text(feed, "title", title)
    _text(feed, "updated", material.moment)
    _text(ET.SubElement(feed, "author"), "name", "Aktenlage")
    ET.SubElement(feed, "link", {"rel": "alternate", "href": material.iri("changes", "")})
    for news in _news(material):
        entry = ET.SubElement(feed, "entry")
        _text(entry, "id", news.id)
        _text(entry, "title", news.title)
        _text(entry, "updated", f"{news.day}T00:00:00Z")
        ET.SubElement(entry, "link", {"rel": "alternate", "href": news.link})
        _text(entry, "content", news.text)
    ET.indent(feed)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(feed) + b"\n"


def write_json_feed(material: Material) -> bytes:
    """The latest changes as a JSON Feed."""
    items = [
        {
            "id": news.id,
            "url": news.link,
            "title": news.title,
            "content_text": news.text,
            "date_published": f"{news.day}T00:00:00Z",
        }
        for news in _news(material)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": message("export.feed", material.interface),
        "language": material.interface,
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode() + b"\n"


def _news(material: Material) -> Iterator[_News]:
    dated = [change for change in material.dossier.changes if change.at]
    for change in sorted(dated, key=lambda each: each.at, reverse=True)[:_LATEST]:
        name = entry_id("c", change.at, change.kind, change.event, change.before, change.after, *change.evidence)
        lines = [f"{each.outlet or each.article}: {each.sentence}" for each in material.quoted(change.evidence)]
        link = material.iri("event", change.event) if change.event else material.iri("changes", name)
        yield _News(material.iri("change", name), change.at, change_in_words(material, change), "\n".join(lines), link)


def change_in_words(material: Material, change: Change) -> str:
    """Tell a change in one line."""
    event = material.events.get(change.event or "")
    told = change.after if isinstance(change.after, dict) else {}
    if event is not None:
        who = ", ".join(material.names(each.actor for each in event.participants))
        what = message(f"event.{event.kind}", material.interface, who=who)
    else:
        what = told.get("name") or material.name(told.get("actor"))
    before, after = (_in_words(material, change, value) for value in (change.before, change.after))
    kind = message(f"change.{change.kind}", material.interface)
    return f"{kind}: {what}" + (f" ({before} → {after})" if before else f" ({after})" if after else "")


def _in_words(material: Material, change: Change, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        stance, status = value.get("stance"), value.get("status")
        if stance:
            return message(f"stance.{stance}", material.interface)
        return message(f"document.status.{status}", material.interface) if status else ""
    if isinstance(value, list | tuple):
        return ", ".join(material.names(map(str, value)))
    if change.kind in ("status", "new", "retracted"):
        return message(f"status.{value}", material.interface)
    return day_in_words(str(value), material.interface) if change.kind == "date" else str(value)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = clean(text)
