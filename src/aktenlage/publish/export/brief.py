"""A brief for people, as Markdown or HTML: what changed, what is next, who wants what, what rests on one origin."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from aktenlage.dossier.row import is_over
from aktenlage.model.dossier import Event, Evidence
from aktenlage.publish.export.feeds import change_in_words
from aktenlage.publish.export.material import Material, places_of
from aktenlage.publish.words import day_in_words
from aktenlage.resources.load import load
from aktenlage.resources.messages import message

_LATEST = 25
_PROOFS = 2
_STYLE = "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif}li li{color:#555}"


@dataclass(frozen=True, slots=True)
class _Item:
    text: str
    proofs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Chapter:
    title: str
    items: tuple[_Item, ...]


def write_markdown(material: Material) -> bytes:
    """The brief as Markdown."""
    lines = [f"# {_title(material)}", ""]
    for chapter in _chapters(material):
        lines += [f"## {chapter.title}", ""]
        for item in chapter.items:
            lines.append(f"- {_plain(item.text)}")
            lines += [f"  - {_plain(proof)}" for proof in item.proofs]
        lines.append("")
    lines.append(f"*{message('page.footer', material.interface)}*")
    return ("\n".join(lines) + "\n").encode()


def write_html(material: Material) -> bytes:
    """The brief as one HTML page without any script."""
    body = [f"<h1>{escape(_title(material))}</h1>"]
    for chapter in _chapters(material):
        body.append(f"<h2>{escape(chapter.title)}</h2><ul>")
        for item in chapter.items:
            proofs = "".join(f"<li>{escape(proof)}</li>" for proof in item.proofs)
            body.append(f"<li>{escape(item.text)}{f'<ul>{proofs}</ul>' if proofs else ''}</li>")
        body.append("</ul>")
    body.append(f"<p>{escape(message('page.footer', material.interface))}</p>")
    head = f'<meta charset="utf-8"><title>{escape(_title(material))}</title>'
    opening = f'<!DOCTYPE html>\n<html lang="{material.interface}"><head>{head}<style>{_STYLE}</style></head>'
    return f"{opening}<body>{''.join(body)}</body></html>\n".encode()


def _title(material: Material) -> str:
    return message("page.title", material.interface, day=day_in_words(material.moment[:10], material.interface))


def _chapters(material: Material) -> Iterator[_Chapter]:
    today = material.moment[:10]
    changes = sorted((each for each in material.dossier.changes if each.at), key=lambda each: each.at, reverse=True)
    yield _chapter(
        material,
        "brief.changes",
        (
            _Item(
                f"{day_in_words(each.at, material.interface)}: {change_in_words(material, each)}",
                _proofs(material, each.evidence),
            )
            for each in changes[:_LATEST]
        ),
    )
    ahead = [e for e in material.dossier.events if e.status in ("planned", "possible", "ongoing")]
    coming = (event for event in ahead if not is_over(event.date, today))
    yield _chapter(material, "brief.next", (_event(material, event) for event in coming))
    labels = {issue["id"]: issue["labels"][material.interface] for issue in load("issues")}
    for number, (issue, label) in enumerate(labels.items()):
        points = [each for each in material.dossier.positions if each.issue == issue]
        items = tuple(
            _Item(
                f"{material.name(point.actor)} {message(f'stance.{stance.stance}', material.interface)}",
                _proofs(material, stance.evidence),
            )
            for point in points
            for stance in point.stances[-_PROOFS:]
        )
        if items:
            yield _Chapter(message("brief.issue", material.interface, issue=label, number=number), items)
    single = (event for event in material.dossier.events if event.independent_origins == 1 and event.status != "denied")
    yield _chapter(material, "brief.single", (_event(material, event) for event in single))


def _chapter(material: Material, key: str, items: Iterator[_Item]) -> _Chapter:
    found = tuple(items)
    return _Chapter(message(key, material.interface), found or (_Item(message("brief.nothing", material.interface)),))


def _event(material: Material, event: Event) -> _Item:
    who = ", ".join(material.names(each.actor for each in event.participants))
    what = message(f"event.{event.kind}", material.interface, who=who)
    place = f", {event.place}" if event.place else ""
    status = message(f"status.{event.status}", material.interface)
    day = day_in_words(event.date, material.interface)
    return _Item(f"{day}: {what}{place} ({status})", _proofs(material, places_of(event)))


def _proofs(material: Material, evidence: tuple[Evidence, ...] | list[Evidence]) -> tuple[str, ...]:
    quoted = list(material.quoted(evidence))[:_PROOFS]
    return tuple(
        f"„{each.sentence}“ ({each.outlet or each.article}, {day_in_words(each.published, material.interface)})"
        for each in quoted
    )


def _plain(text: str) -> str:
    """Take their meaning from the signs that Markdown and HTML read."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return text
