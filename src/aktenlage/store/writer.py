"""Writes a dossier into the tables of entries, each with what it is looked up by."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text

from aktenlage.language.stem import stems
from aktenlage.model.dossier import (
    Change,
    Dossier,
    DossierActor,
    DossierDelegation,
    DossierDocument,
    DossierStatement,
    Event,
    Evidence,
    Origin,
    Source,
    Standpoint,
)
from aktenlage.model.reading import Reading
from aktenlage.model.record import from_record, to_json
from aktenlage.model.timex import Timex
from aktenlage.store.tables import aliases, entries, entry_actors, entry_evidence, sentences

_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table of entries; *actors* are pairs of an actor and the part that he has."""

    kind: str
    id: str
    value: Any
    days: str | None = None
    sort: str | None = None
    status: str | None = None
    issue: str | None = None
    actors: frozenset[tuple[str, str]] = frozenset()
    evidence: tuple[Evidence, ...] = ()


def write_dossier(connection: Connection, dossier: Dossier) -> None:
    """Put all entries of *dossier* in the place of those that are there; ids that events lose still lead to them."""
    before = {
        row.id: row
        for row in connection.execute(
            select(entry_evidence).where(entry_evidence.c.kind == "event").order_by(entry_evidence.c.start.desc())
        )
    }
    lost = before.keys() - {event.id for event in dossier.events}
    if lost:
        connection.execute(delete(aliases).where(aliases.c.id.in_(lost)))
        gone = [before[name] for name in sorted(lost)]
        connection.execute(
            insert(aliases), [{"id": r.id, "article": r.article, "start": r.start, "end": r.end} for r in gone]
        )
    for table in (entries, entry_actors, entry_evidence):
        connection.execute(delete(table))
    states = {actor.id: actor.state for actor in dossier.actors if actor.state}
    rows = {(entry.kind, entry.id): entry for entry in entries_of(dossier, states)}
    numbered = list(enumerate(rows.values()))
    for at in range(0, len(numbered), _BATCH):
        _write(connection, numbered[at : at + _BATCH])


def version_id(article: str, version: int) -> str:
    """Name a version of an article: the first bears its id, later ones ``id@2`` and so on."""
    return article if version == 1 else f"{article}@{version}"


def stored_reading(record: str, article: str, version: int) -> Reading:
    """Build the reading of a version of an article from its row."""
    reading = from_record(Reading, json.loads(record))
    return replace(reading, article=replace(reading.article, id=version_id(article, version)))


def write_sentences(connection: Connection, reading: Reading) -> None:
    """Add the sentences of an article to the full-text index."""
    article = reading.article
    for each in reading.sentences:
        done = connection.execute(insert(sentences).values(article=article.id, start=each.start, end=each.end))
        number = done.inserted_primary_key[0]  # type: ignore[index]
        keys = " ".join(key for key, _, _ in stems(each.of(article.text)))
        connection.execute(
            text("INSERT INTO words(rowid, keys) VALUES (:number, :keys)"), {"number": number, "keys": keys}
        )


def entries_of(dossier: Dossier, states: Mapping[str, str]) -> Iterator[Entry]:
    """Give the entries of *dossier*, by kind in the order of its lists; *states* are those that people act for."""
    for event in dossier.events:
        yield _event(event, states)
    for statement in dossier.statements:
        yield _statement(statement, states)
    for standpoint in dossier.positions:
        yield _standpoint(standpoint, states)
    for document in dossier.documents:
        yield _document(document, states)
    for delegation in dossier.delegations:
        yield _delegation(delegation, states)
    for origin in dossier.origins:
        yield _origin(origin)
    for actor in dossier.actors:
        yield _actor(actor)
    for source in dossier.articles:
        yield _source(source)
    events = {event.id: event for event in dossier.events}
    for change in dossier.changes:
        yield _change(change, events.get(change.event or ""), states)


def _event(event: Event, states: Mapping[str, str]) -> Entry:
    evidence = tuple(dict.fromkeys(place for report in event.history for place in report.evidence))
    day = event.date or (event.history[-1].published if event.history else None)
    people = [(each.actor, each.role or "participant") for each in event.participants]
    return Entry("event", event.id, event, day, event.kind, event.status, None, _concerned(people, states), evidence)


def _statement(statement: DossierStatement, states: Mapping[str, str]) -> Entry:
    people = [(statement.speaker, "speaker"), (statement.addressee, "addressee")]
    return Entry(
        "statement",
        statement.id,
        statement,
        statement.date,
        statement.type,
        actors=_concerned(people, states),
        evidence=statement.evidence,
    )


def _standpoint(standpoint: Standpoint, states: Mapping[str, str]) -> Entry:
    days = sorted(stance.date for stance in standpoint.stances if stance.date)
    people = [(standpoint.actor, "actor"), *((stance.toward, "toward") for stance in standpoint.stances)]
    return Entry(
        "position",
        entry_id("p", standpoint.actor, standpoint.issue),
        standpoint,
        f"{days[0]}/{days[-1]}" if days else None,
        "/".join(sorted({stance.stance for stance in standpoint.stances})),
        issue=standpoint.issue,
        actors=_concerned(people, states),
        evidence=tuple(place for stance in standpoint.stances for place in stance.evidence),
    )


def _document(document: DossierDocument, states: Mapping[str, str]) -> Entry:
    people = [
        *((actor, "party") for actor in document.parties),
        *((actor, "endorses") for actor in document.endorsed_by),
        *((actor, "rejects") for actor in document.rejected_by),
    ]
    return Entry(
        "document",
        document.id,
        document,
        None,
        document.kind,
        document.status,
        actors=_concerned(people, states),
        evidence=document.evidence,
    )


def _delegation(delegation: DossierDelegation, states: Mapping[str, str]) -> Entry:
    people = [(delegation.of, "of"), (delegation.head, "head"), *((member, "member") for member in delegation.members)]
    first = delegation.evidence[0] if delegation.evidence else None
    name = entry_id("g", delegation.of, delegation.event, first, *sorted(delegation.members))
    return Entry(
        "delegation",
        name,
        delegation,
        sort=delegation.event,
        actors=_concerned(people, states),
        evidence=delegation.evidence,
    )


def _origin(origin: Origin) -> Entry:
    evidence = tuple(Evidence(article, 0, 0) for article in origin.articles)
    return Entry("origin", origin.id, origin, sort=origin.kind, evidence=evidence)


def _actor(actor: DossierActor) -> Entry:
    concerned = {(actor.id, "self")} | ({(actor.state, "state")} if actor.state else set())
    return Entry("actor", actor.id, actor, sort=actor.kind, actors=frozenset(concerned))


def _source(source: Source) -> Entry:
    return Entry("article", source.id, source, source.published, source.outlet, source.origin)


def _change(change: Change, event: Event | None, states: Mapping[str, str]) -> Entry:
    told = change.after if isinstance(change.after, dict) else {}
    people = [each.actor for each in event.participants] if event else [told.get("actor")]
    return Entry(
        "change",
        entry_id("c", change.at, change.kind, change.event, change.before, change.after, *change.evidence),
        change,
        change.at,
        change.kind,
        actors=_concerned([(actor, "concerned") for actor in people], states),
        evidence=change.evidence,
    )


def entry_id(kind: str, *parts: object) -> str:
    """Give an entry that has no id of its own one made of what it says."""
    content = "\x1f".join(str(part) for part in parts)
    return f"{kind}{blake2b(content.encode(), digest_size=5).hexdigest()}"


def _concerned(people: Iterable[tuple[str | None, str]], states: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    named = {(actor, part) for actor, part in people if actor}
    return frozenset(named | {(states[actor], "state") for actor, _ in named if actor in states})


def _write(connection: Connection, batch: Sequence[tuple[int, Entry]]) -> None:
    connection.execute(insert(entries), [_row(place, entry) for place, entry in batch])
    people = [
        {"kind": entry.kind, "id": entry.id, "actor": actor, "part": part}
        for _, entry in batch
        for actor, part in sorted(entry.actors)
    ]
    if people:
        connection.execute(insert(entry_actors), people)
    places = [
        {"kind": entry.kind, "id": entry.id, "article": place.article, "start": place.start, "end": place.end}
        for _, entry in batch
        for place in dict.fromkeys(entry.evidence)
    ]
    if places:
        connection.execute(insert(entry_evidence), places)


def _row(place: int, entry: Entry) -> dict[str, Any]:
    first, last = days_between(entry.days)
    marks = getattr(entry.value, "marks", ())
    return {
        "kind": entry.kind,
        "id": entry.id,
        "place": place,
        "first_day": first,
        "last_day": last,
        "sort": entry.sort,
        "status": entry.status,
        "issue": entry.issue,
        "hidden": any(mark.act == "hide" for mark in marks),
        "record": to_json(entry.value),
    }


def days_between(value: str | None) -> tuple[str | None, str | None]:
    """Give the first and last ISO day of a TIMEX3 value, an interval or a time stamp; None where it names none."""
    if not value:
        return None, None
    timex = Timex.find(value if "/" in value else value.partition("T")[0])
    return (timex.first.isoformat(), timex.last.isoformat()) if timex else (None, None)
