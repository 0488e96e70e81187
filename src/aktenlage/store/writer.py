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
_QUESTION = 500
# The kinds of entries of which changes tell.
_OWNERS = ("event", "position", "document")


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
    owner: str | None = None
    place: str = ""
    actors: frozenset[tuple[str, str]] = frozenset()
    evidence: tuple[Evidence, ...] = ()


def write_dossier(connection: Connection, dossier: Dossier) -> None:
    """Put all entries of *dossier* in the place of those that are there; ids that events lose still lead to them."""
    _keep_aliases(connection, {event.id for event in dossier.events}, None)
    for table in (entries, entry_actors, entry_evidence):
        connection.execute(delete(table))
    states = {actor.id: actor.state for actor in dossier.actors if actor.state}
    _write_all(connection, entries_of(dossier, states))


def replace_entries(
    connection: Connection, gone: Mapping[str, Iterable[str]], dossier: Dossier, states: Mapping[str, str]
) -> None:
    """Take away the entries *gone*, ids by kind, with the changes that tell of them, and write those of *dossier*."""
    rows = list(entries_of(dossier, states))
    written = {(row.kind, row.id) for row in rows}
    removed = sorted({(kind, name) for kind, names in gone.items() for name in names} | written)
    _keep_aliases(connection, {name for kind, name in written if kind == "event"}, set(gone.get("event", ())))
    owners = sorted({name for kind, name in removed if kind in _OWNERS})
    for some in _parts(owners):
        # Nothing but changes has an owner.
        changed = connection.scalars(select(entries.c.id).where(entries.c.owner.in_(some)))
        removed += [("change", name) for name in changed]
    for kind in {kind for kind, _ in removed}:
        for some in _parts([name for each, name in removed if each == kind]):
            for table in (entries, entry_actors, entry_evidence):
                connection.execute(delete(table).where(table.c.kind == kind, table.c.id.in_(some)))
    _write_all(connection, rows)


def _keep_aliases(connection: Connection, kept: set[str], gone: set[str] | None) -> None:
    """Remember where ids lead that events no longer bear; *gone* are those in question, None all."""
    question = select(entry_evidence).where(entry_evidence.c.kind == "event").order_by(entry_evidence.c.start.desc())
    found = (
        connection.execute(question).all()
        if gone is None
        else [
            r
            for part in _parts(sorted(gone))
            for r in connection.execute(question.where(entry_evidence.c.id.in_(part)))
        ]
    )
    lost = {row.id: row for row in found if row.id not in kept}
    for some in _parts(sorted(lost)):
        connection.execute(delete(aliases).where(aliases.c.id.in_(some)))
    if lost:
        rows = [lost[name] for name in sorted(lost)]
        connection.execute(
            insert(aliases), [{"id": r.id, "article": r.article, "start": r.start, "end": r.end} for r in rows]
        )


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(names), _QUESTION):
        yield names[at : at + _QUESTION]


def _write_all(connection: Connection, rows: Iterable[Entry]) -> None:
    known = list({(entry.kind, entry.id): entry for entry in rows}.values())
    for at in range(0, len(known), _BATCH):
        _write(connection, known[at : at + _BATCH])


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
    return Entry(
        "event",
        event.id,
        event,
        day,
        event.kind,
        event.status,
        place=_by_days(event.date, event.id),
        actors=_concerned(people, states),
        evidence=evidence,
    )


def _statement(statement: DossierStatement, states: Mapping[str, str]) -> Entry:
    people = [(statement.speaker, "speaker"), (statement.addressee, "addressee")]
    return Entry(
        "statement",
        statement.id,
        statement,
        statement.date,
        statement.type,
        place=_by_report(statement),
        actors=_concerned(people, states),
        evidence=statement.evidence,
    )


def _standpoint(standpoint: Standpoint, states: Mapping[str, str]) -> Entry:
    # Whatever issue users gave it, it keeps its id and its place in the list.
    issue = next((mark.before for mark in standpoint.marks if mark.field == "issue"), standpoint.issue)
    days = sorted(stance.date for stance in standpoint.stances if stance.date)
    people = [(standpoint.actor, "actor"), *((stance.toward, "toward") for stance in standpoint.stances)]
    return Entry(
        "position",
        entry_id("p", standpoint.actor, issue),
        standpoint,
        f"{days[0]}/{days[-1]}" if days else None,
        "/".join(sorted({stance.stance for stance in standpoint.stances})),
        issue=standpoint.issue,
        place=f"{standpoint.actor} {issue or '~'}",
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
        place=f"{first.article if first else '~'} {name}",
        actors=_concerned(people, states),
        evidence=delegation.evidence,
    )


def _origin(origin: Origin) -> Entry:
    evidence = tuple(Evidence(article, 0, 0) for article in origin.articles)
    return Entry("origin", origin.id, origin, sort=origin.kind, place=origin.articles[0], evidence=evidence)


def _actor(actor: DossierActor) -> Entry:
    concerned = {(actor.id, "self")} | ({(actor.state, "state")} if actor.state else set())
    place = f"{0 if actor.names else 1} {actor.id}"
    return Entry("actor", actor.id, actor, sort=actor.kind, place=place, actors=frozenset(concerned))


def _source(source: Source) -> Entry:
    place = f"{source.published or '9'} {source.id}"
    return Entry("article", source.id, source, source.published, source.outlet, source.origin, place=place)


def _change(change: Change, event: Event | None, states: Mapping[str, str]) -> Entry:
    told = change.after if isinstance(change.after, dict) else {}
    people = [each.actor for each in event.participants] if event else [told.get("actor")]
    owner = change.event or told.get("document") or entry_id("p", told.get("actor"), told.get("issue"))
    return Entry(
        "change",
        entry_id("c", change.at, change.kind, change.event, change.before, change.after, *change.evidence),
        change,
        change.at,
        change.kind,
        owner=owner,
        place=f"{change.at} {change.event or '~'} {change.kind}",
        actors=_concerned([(actor, "concerned") for actor in people], states),
        evidence=change.evidence,
    )


def _by_days(value: str | None, name: str) -> str:
    first, last = days_between(value)
    return f"{first or '~'} {last or '~'} {name}"


def _by_report(statement: DossierStatement) -> str:
    first = statement.reports[0] if statement.reports else ""
    start = min((place.start for place in statement.evidence if place.article == first), default=0)
    return f"{statement.date or '~'} {first} {start:09}"


def entry_id(kind: str, *parts: object) -> str:
    """Give an entry that has no id of its own one made of what it says."""
    content = "\x1f".join(str(part) for part in parts)
    return f"{kind}{blake2b(content.encode(), digest_size=5).hexdigest()}"


def _concerned(people: Iterable[tuple[str | None, str]], states: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    named = {(actor, part) for actor, part in people if actor}
    return frozenset(named | {(states[actor], "state") for actor, _ in named if actor in states})


def _write(connection: Connection, batch: Sequence[Entry]) -> None:
    connection.execute(insert(entries), [_row(entry) for entry in batch])
    people = [
        {"kind": entry.kind, "id": entry.id, "actor": actor, "part": part}
        for entry in batch
        for actor, part in sorted(entry.actors)
    ]
    if people:
        connection.execute(insert(entry_actors), people)
    places = [
        {"kind": entry.kind, "id": entry.id, "article": place.article, "start": place.start, "end": place.end}
        for entry in batch
        for place in dict.fromkeys(entry.evidence)
    ]
    if places:
        connection.execute(insert(entry_evidence), places)


def _row(entry: Entry) -> dict[str, Any]:
    first, last = days_between(entry.days)
    marks = getattr(entry.value, "marks", ())
    return {
        "kind": entry.kind,
        "id": entry.id,
        "place": entry.place or entry.id,
        "first_day": first,
        "last_day": last,
        "sort": entry.sort,
        "status": entry.status,
        "issue": entry.issue,
        "owner": entry.owner,
        "hidden": any(mark.act == "hide" for mark in marks),
        "record": to_json(entry.value),
    }


def days_between(value: str | None) -> tuple[str | None, str | None]:
    """Give the first and last ISO day of a TIMEX3 value, an interval or a time stamp; None where it names none."""
    if not value:
        return None, None
    timex = Timex.find(value if "/" in value else value.partition("T")[0])
    return (timex.first.isoformat(), timex.last.isoformat()) if timex else (None, None)
