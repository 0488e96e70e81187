"""What was found in an article: entries of the dossier with their places, copied passages, and what readers marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from aktenlage.model.dossier import Event, Evidence
from aktenlage.model.reading import Reading
from aktenlage.publish.web.desk import Desk
from aktenlage.publish.web.highlight import Stretch
from aktenlage.store.page import Wanted

LEGEND = ("event", "statement", "position", "document", "copied", "actor", "time", "figure", "noise")
_MOST = 400
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Finding:
    """An entry that rests on words of the article; *twins* are the places that carry the same text elsewhere."""

    number: int
    kind: str
    label: str
    link: str | None
    places: tuple[Evidence, ...]
    twins: tuple[Evidence, ...] = ()


def findings(desk: Desk, article: str) -> list[Finding]:
    """Give the entries that rest on an article, in the order of its text."""
    here = Wanted(article=article, limit=_MOST)
    found: list[tuple[str, str, str | None, tuple[Evidence, ...], tuple[Evidence, ...]]] = []
    found += [
        ("event", desk.words.title(event), desk.entry("event", event.id), _places(desk, event), ())
        for event in desk.view.events(here).items
    ]
    statements = desk.view.statements(here).items
    desk.fetch(place for each in statements for place in each.evidence if place.article == article)
    for statement in statements:
        link = desk.entry("statement", statement.id)
        own = [place for place in statement.evidence if place.article == article]
        label = f"{desk.words.name(statement.speaker)}: {desk.wording(own)}"
        found.append(("statement", label, link, statement.evidence, ()))
    for name, standpoint in zip(desk.view.ids("position", here), desk.view.positions(here).items, strict=True):
        for taken in standpoint.stances:
            stance = desk.words.label("stance", taken.stance)
            label = f"{desk.words.name(standpoint.actor)} {stance}: {desk.words.issue(standpoint.issue)}"
            found.append(("position", label, desk.entry("position", name), taken.evidence, ()))
    found += [
        ("document", document.name, desk.entry("document", document.id), document.evidence, ())
        for document in desk.view.documents(here).items
    ]
    found += [("copied", desk.say("web.article.copied"), None, (own,), twins) for own, twins in _copied(desk, article)]
    kept = [
        (tuple(sorted({place for place in places if place.article == article})), kind, label, link, twins)
        for kind, label, link, places, twins in found
    ]
    ordered = sorted((each for each in kept if each[0]), key=lambda each: (each[0][0], each[1], each[2]))
    return [
        Finding(number, kind, _short(label), link, places, twins)
        for number, (places, kind, label, link, twins) in enumerate(ordered, 1)
    ]


def stretches(
    desk: Desk, reading: Reading, found: Sequence[Finding], marked: Sequence[tuple[int, int]]
) -> list[Stretch]:
    """Give everything that is to be seen in the text."""
    words = desk.words
    told = [
        Stretch(place.start, place.end, finding.kind, finding.number if place == finding.places[0] else None)
        for finding in found
        for place in finding.places
    ]
    told += [Stretch(each.start, each.end, "noise") for each in reading.noise]
    told += [Stretch(each.start, each.end, "time", title=words.day(each.date or each.value)) for each in reading.times]
    names = {actor.id: actor.name for actor in reading.actors}
    for mention in reading.mentions:
        meant = ", ".join(names.get(actor, words.name(actor)) for actor in mention.meant)
        told.append(Stretch(mention.start, mention.end, "actor", title=meant or words.name(None)))
    for figure in reading.figures:
        told += [Stretch(each.start, each.end, "figure") for each in figure.evidence]
    return [*told, *(Stretch(start, end, "mark") for start, end in marked)]


def _places(desk: Desk, event: Event) -> tuple[Evidence, ...]:
    return (*desk.event_places(event), *(place for each in event.history for place in each.evidence))


def _copied(desk: Desk, article: str) -> list[tuple[Evidence, tuple[Evidence, ...]]]:
    source = desk.source(article)
    origin = desk.view.origin(source.origin) if source and source.origin else None
    return [
        (own, tuple(place for place in passage if place.article != article))
        for passage in (origin.passages if origin else ())
        for own in passage
        if own.article == article
    ]


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
