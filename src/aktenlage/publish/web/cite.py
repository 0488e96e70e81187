"""How a fact is cited: what it says, where it stands in the file, and the articles that it rests on."""

from collections.abc import Iterable

from aktenlage.model.dossier import DossierDocument, DossierStatement, Event, Standpoint
from aktenlage.publish.web.desk import Desk

_SOURCES, _LONGEST = 3, 240


def cite_event(desk: Desk, event: Event, path: str) -> str:
    """Give the text to cite an event."""
    told = [desk.words.title(event)]
    if event.date:
        told.append(desk.words.day(event.date))
    told.append(desk.words.label("status", event.status))
    return _cited(desk, ", ".join(told), (report.article for report in event.reports), path)


def cite_statement(desk: Desk, statement: DossierStatement, path: str) -> str:
    """Give the text to cite a statement."""
    who = desk.words.name(statement.speaker)
    told = f"{who}: „{_short(desk.wording(statement.evidence))}“"
    if statement.date:
        told += f", {desk.words.day(statement.date)}"
    return _cited(desk, told, statement.reports, path)


def cite_position(desk: Desk, standpoint: Standpoint, path: str) -> str:
    """Give the text to cite a standpoint."""
    steps = ", ".join(
        f"{desk.words.label('stance', taken.stance)} ({desk.words.day(taken.date)})" for taken in standpoint.stances
    )
    told = f"{desk.words.name(standpoint.actor)}, {desk.words.issue(standpoint.issue)}: {steps}"
    return _cited(desk, told, (place.article for taken in standpoint.stances for place in taken.evidence), path)


def cite_document(desk: Desk, document: DossierDocument, path: str) -> str:
    """Give the text to cite a plan or agreement."""
    state = f" ({desk.words.label('document.status', document.status)})" if document.status else ""
    return _cited(desk, f"{document.name}{state}", (place.article for place in document.evidence), path)


def cite_article(desk: Desk, article: str) -> str:
    """Say who printed an article and when."""
    source = desk.source(article)
    if source is None:
        return article
    told = desk.outlet(source.outlet, source.agencies, source.id)
    if source.title:
        told += f", „{_short(source.title)}“"
    return f"{told}, {desk.words.day(source.published)}" if source.published else told


def _cited(desk: Desk, told: str, articles: Iterable[str], path: str) -> str:
    known = list(dict.fromkeys(articles))
    sources = "; ".join(cite_article(desk, article) for article in known[:_SOURCES])
    if len(known) > _SOURCES:
        sources += f" {desk.say('web.cite.more', count=len(known) - _SOURCES)}"
    return desk.say(
        "web.cite.text", told=told, day=desk.words.day(desk.as_of or None), sources=sources, link=desk.permanent(path)
    )


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()} …"
