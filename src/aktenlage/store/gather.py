"""Figures over whole lists of entries: who met whom, who copies whom, how actors are called."""

import json
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, true

from aktenlage.model.dossier import Origin
from aktenlage.model.record import from_record
from aktenlage.store.page import Page
from aktenlage.store.tables import articles, entries, entry_actors, passages


@dataclass(frozen=True, slots=True)
class Label:
    """An actor's name, kind, and the state that the actor stands for."""

    name: str
    kind: str
    state: str | None


@dataclass(frozen=True, slots=True)
class Copied:
    """How many articles of outlet *to* carry words that outlet *source* had before."""

    source: str | None
    to: str | None
    articles: int


def labels(connection: Connection) -> dict[str, Label]:
    """Give what actors are called, by id."""
    fields = [func.json_extract(entries.c.record, f"$.{name}").label(name) for name in ("name", "kind", "state")]
    rows = connection.execute(select(entries.c.id, *fields).where(entries.c.kind == "actor"))
    return {row.id: Label(row.name, row.kind, row.state) for row in rows}


def participants(connection: Connection, statuses: tuple[str, ...]) -> dict[str, list[str]]:
    """Give the participants of all events of some statuses, by the event's id."""
    question = (
        select(entry_actors.c.id, entry_actors.c.actor)
        .join(entries, (entries.c.kind == entry_actors.c.kind) & (entries.c.id == entry_actors.c.id))
        .where(
            entry_actors.c.kind == "event",
            entry_actors.c.part != "state",
            entries.c.status.in_(statuses) if statuses else true(),
            ~entries.c.hidden,
        )
        .order_by(entries.c.place, entry_actors.c.actor)
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in connection.execute(question):
        if row.actor not in found[row.id]:
            found[row.id].append(row.actor)
    return dict(found)


def shared_origins(connection: Connection, *, offset: int, limit: int) -> Page[Origin]:
    """Give the origins that several articles share, those of most articles first."""
    size = func.json_array_length(entries.c.record, "$.articles")
    condition = (entries.c.kind == "origin", size > 1)
    total = connection.scalar(select(func.count()).where(*condition)) or 0
    question = select(entries.c.record).where(*condition).order_by(size.desc(), entries.c.place)
    rows = connection.scalars(question.limit(limit).offset(offset))
    return Page(tuple(from_record(Origin, json.loads(row)) for row in rows), total, offset, limit)


def copies(connection: Connection) -> list[Copied]:
    """Count by outlets the articles that carry words of an earlier one of another outlet, most first."""
    first, second = articles.alias("one"), articles.alias("other")
    question = (
        select(
            passages.c.first,
            passages.c.second,
            first.c.outlet.label("one"),
            second.c.outlet.label("other"),
            first.c.published.label("one_day"),
            second.c.published.label("other_day"),
        )
        .join(first, first.c.number == passages.c.first)
        .join(second, second.c.number == passages.c.second)
    )
    carriers: defaultdict[tuple[str | None, str | None], set[int]] = defaultdict(set)
    for row in connection.execute(question):
        if (row.one_day or "") <= (row.other_day or ""):
            carriers[row.one, row.other].add(row.second)
        else:
            carriers[row.other, row.one].add(row.first)
    found = [Copied(*pair, len(those)) for pair, those in carriers.items() if pair[0] != pair[1]]
    return sorted(found, key=lambda each: (-each.articles, each.source or "", each.to or ""))
