"""Readings written by hand: one sentence an encounter, so that each test tells its story in a few lines."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aktenlage.model.annotation import Actor
from aktenlage.model.article import Article, Span
from aktenlage.model.encounter import Encounter
from aktenlage.model.reading import Reading

STATES = {"us": "USA", "ru": "Russland", "ua": "Ukraine", "de": "Deutschland", "fr": "Frankreich", "ir": "Iran"}
PEOPLE = {"trump": "us", "rubio": "us", "witkoff": "us", "putin": "ru", "lawrow": "ru", "selenskyj": "ua", "merz": "de"}
PEOPLE |= {"macron": "fr", "araghtschi": "ir"}


def actor(name: str) -> Actor:
    """A state of two letters, or a person of one."""
    if name in STATES:
        return Actor(name, STATES[name], "state", state=name, registered=True)
    return Actor(name, name.title(), "person", state=PEOPLE.get(name), registered=name in PEOPLE)


def told(kind: str, participants: str, status: str, **more: Any) -> Encounter:
    """An encounter; *participants* are separated by blanks."""
    return Encounter(kind, tuple(participants.split()), status, **more)  # type: ignore[arg-type]


def reading(
    name: str,
    published: str | None,
    *encounters: Encounter,
    outlet: str | None = "?",
    text: str | None = None,
    **more: Any,
) -> Reading:
    """An article that tells *encounters*, one sentence each, unless it has a *text* of its own."""
    sentences = [f"{name.title()} {number}." for number in range(len(encounters))]
    body = text or " ".join(sentences)
    spans = [Span(body.find(sentence), body.find(sentence) + len(sentence)) for sentence in sentences]
    placed = tuple(
        encounter if encounter.evidence else replace(encounter, evidence=(Span(max(0, span.start), max(1, span.end)),))
        for encounter, span in zip(encounters, spans, strict=True)
    )
    names = {each for encounter in encounters for each in _named(encounter)}
    article = Article(
        name,
        body,
        title=more.pop("title", None),
        published=published,
        outlet=name if outlet == "?" else outlet,
        agencies=more.pop("agencies", ()),
    )
    return Reading(
        article,
        sentences=tuple(spans) if text is None else (Span(0, len(body)),),
        actors=tuple(actor(each) for each in sorted(names)),
        encounters=placed,
        **more,
    )


def _named(encounter: Encounter) -> Sequence[str]:
    host = (encounter.host,) if encounter.host else ()
    stances = encounter.announced_by + encounter.confirmed_by + encounter.denied_by + encounter.unconfirmed_by
    return (*encounter.participants, *host, *stances, *encounter.mediators)
