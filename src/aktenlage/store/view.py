"""Questions to a store: lists of entries, page by page, single entries, articles and the sentences behind a fact."""

import json
from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select, true

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
from aktenlage.model.record import from_record
from aktenlage.store.archive import Archive
from aktenlage.store.database import Database
from aktenlage.store.gather import Copied, Label, copies, labels, participants, shared_origins
from aktenlage.store.page import Hit, Page, Wanted
from aktenlage.store.quoted import Quoted, quoted
from aktenlage.store.search import search
from aktenlage.store.tables import aliases, entries, entry_actors, entry_evidence, meta

T = TypeVar("T")
ALL = Wanted()
KINDS: dict[str, type] = {
    "event": Event,
    "statement": DossierStatement,
    "position": Standpoint,
    "document": DossierDocument,
    "delegation": DossierDelegation,
    "origin": Origin,
    "actor": DossierActor,
    "article": Source,
    "change": Change,
}
LISTS = {kind: "positions" if kind == "position" else f"{kind}s" for kind in KINDS}


class View:
    """What a store says, as it was when it was last settled; every list is in the order of the dossier."""

    kinds = tuple(KINDS)

    def __init__(self, database: Database, archive: Archive) -> None:
        self._database = database
        self._archive = archive

    @property
    def generation(self) -> int:
        """A number that changes with all that is written and put together."""
        with self._database.transaction() as connection:
            return self._database.number(connection, "settled")

    @property
    def as_of(self) -> str | None:
        """The moment up to which the articles count, an ISO time stamp."""
        with self._database.transaction() as connection:
            return connection.scalar(select(meta.c.value).where(meta.c.key == "as_of"))

    def events(self, wanted: Wanted = ALL) -> Page[Event]:
        """Give events by day."""
        return self._page(Event, "event", wanted)

    def statements(self, wanted: Wanted = ALL) -> Page[DossierStatement]:
        """Give statements by the day of their first report."""
        return self._page(DossierStatement, "statement", wanted)

    def positions(self, wanted: Wanted = ALL) -> Page[Standpoint]:
        """Give standpoints by actor and issue."""
        return self._page(Standpoint, "position", wanted)

    def documents(self, wanted: Wanted = ALL) -> Page[DossierDocument]:
        """Give plans and agreements."""
        return self._page(DossierDocument, "document", wanted)

    def delegations(self, wanted: Wanted = ALL) -> Page[DossierDelegation]:
        """Give delegations; their *sort* is the id of the event."""
        return self._page(DossierDelegation, "delegation", wanted)

    def origins(self, wanted: Wanted = ALL) -> Page[Origin]:
        """Give the origins of copied words."""
        return self._page(Origin, "origin", wanted)

    def actors(self, wanted: Wanted = ALL) -> Page[DossierActor]:
        """Give actors."""
        return self._page(DossierActor, "actor", wanted)

    def articles(self, wanted: Wanted = ALL) -> Page[Source]:
        """Give articles by publication; their *sort* is the outlet, their *status* the origin."""
        return self._page(Source, "article", wanted)

    def changes(self, wanted: Wanted = ALL) -> Page[Change]:
        """Give what each day brought."""
        return self._page(Change, "change", wanted)

    def event(self, name: str) -> Event | None:
        """Give an event by its id, also by one that it had before."""
        found = self._one(Event, "event", name)
        if found is None:
            with self._database.transaction() as connection:
                place = connection.execute(select(aliases).where(aliases.c.id == name)).first()
            if place is not None:
                near = self.resting_on("event", Evidence(place.article, place.start, place.end))
                found = self._one(Event, "event", near[0]) if near else None
        return found

    def entry(self, kind: str, name: str) -> Any:
        """Give the entry of a kind with an id; None if there is none."""
        return self.event(name) if kind == "event" else self._one(KINDS[kind], kind, name)

    def statement(self, name: str) -> DossierStatement | None:
        """Give a statement by its id."""
        return self._one(DossierStatement, "statement", name)

    def position(self, name: str) -> Standpoint | None:
        """Give a standpoint by its id."""
        return self._one(Standpoint, "position", name)

    def document(self, name: str) -> DossierDocument | None:
        """Give a document by its id."""
        return self._one(DossierDocument, "document", name)

    def origin(self, name: str) -> Origin | None:
        """Give an origin by its id."""
        return self._one(Origin, "origin", name)

    def actor(self, name: str) -> DossierActor | None:
        """Give an actor by its id."""
        return self._one(DossierActor, "actor", name)

    def source(self, name: str) -> Source | None:
        """Give what the dossier says of an article, without its text."""
        return self._one(Source, "article", name)

    def reading(self, article: str) -> Reading | None:
        """Give the reading of an article, its text included."""
        return self._archive.reading(article)

    def readings(self, articles: Iterable[str]) -> dict[str, Reading]:
        """Give the readings of some articles by id; what is unknown is left out."""
        found = ((name, self._archive.reading(name)) for name in dict.fromkeys(articles))
        return {name: reading for name, reading in found if reading is not None}

    def names(self) -> dict[str, str]:
        """Give the names of all actors by id."""
        record = func.json_extract(entries.c.record, "$.name")
        with self._database.transaction() as connection:
            rows = connection.execute(select(entries.c.id, record.label("name")).where(entries.c.kind == "actor"))
            return {row.id: row.name for row in rows}

    def labels(self) -> dict[str, Label]:
        """Give names, kinds and states of all actors by id."""
        with self._database.transaction() as connection:
            return labels(connection)

    def participants(self, *statuses: str) -> dict[str, list[str]]:
        """Give the participants of all events, or of those of some statuses, by the event's id."""
        with self._database.transaction() as connection:
            return participants(connection, statuses)

    def quoted(self, places: Iterable[Evidence]) -> dict[Evidence, Quoted]:
        """Give the sentences around places, each with outlet, date and agencies."""
        with self._archive.database.transaction() as connection:
            return quoted(connection, places)

    def shared_origins(self, *, offset: int = 0, limit: int = 50) -> Page[Origin]:
        """Give the origins that several articles share, those of most articles first."""
        with self._database.transaction() as connection:
            return shared_origins(connection, offset=offset, limit=limit)

    def copies(self) -> list[Copied]:
        """Count who carries words of whom."""
        with self._database.transaction() as connection:
            return copies(connection)

    def busiest(
        self, kind: str | None = None, *, limit: int = 20, offset: int = 0
    ) -> list[tuple[DossierActor, int, int]]:
        """Give actors with the numbers of their events and statements, the busiest first."""
        met, said = (_counted(each) for each in ("event", "statement"))
        total = func.coalesce(met.c.count, 0) + func.coalesce(said.c.count, 0)
        question = (
            select(entries.c.record, met.c.count.label("met"), said.c.count.label("said"))
            .outerjoin(met, met.c.actor == entries.c.id)
            .outerjoin(said, said.c.actor == entries.c.id)
            .where(entries.c.kind == "actor", entries.c.sort == kind if kind else true(), total > 0)
            .order_by(total.desc(), entries.c.place)
            .limit(limit)
            .offset(offset)
        )
        with self._database.transaction() as connection:
            rows = connection.execute(question).all()
        return [(_value(DossierActor, row.record), row.met or 0, row.said or 0) for row in rows]

    def resting_on(self, kind: str, place: Evidence) -> list[str]:
        """Give the ids of the entries of a kind that rest on words which overlap *place*."""
        exact = case((and_(entry_evidence.c.start == place.start, entry_evidence.c.end == place.end), 0), else_=1)
        question = (
            select(entry_evidence.c.id)
            .where(
                entry_evidence.c.kind == kind,
                entry_evidence.c.article == place.article,
                entry_evidence.c.start < max(place.end, place.start + 1),
                entry_evidence.c.end > place.start,
            )
            .order_by(exact, entry_evidence.c.start, entry_evidence.c.id)
        )
        with self._database.transaction() as connection:
            return list(dict.fromkeys(connection.scalars(question)))

    def ids(self, kind: str, wanted: Wanted = ALL) -> list[str]:
        """Give the ids of the entries that `wanted` chooses, in the order of their list."""
        with self._database.transaction() as connection:
            return list(connection.scalars(_chosen(kind, wanted, entries.c.id)))

    def dossier(self, *kinds: str) -> Dossier:
        """Give the dossier with the lists of some kinds of entries only, without what users have hidden."""
        lists: dict[str, Any] = {}
        with self._database.transaction() as connection:
            for kind in kinds:
                question = select(entries.c.record).where(entries.c.kind == kind, ~entries.c.hidden)
                rows = connection.scalars(question.order_by(entries.c.place))
                lists[LISTS[kind]] = tuple(_value(KINDS[kind], row) for row in rows)
        return Dossier(as_of=self.as_of, **lists)

    def counts(self) -> dict[str, int]:
        """Count the entries of each kind that nobody has hidden."""
        question = select(entries.c.kind, func.count()).where(~entries.c.hidden).group_by(entries.c.kind)
        with self._database.transaction() as connection:
            return {row[0]: row[1] for row in connection.execute(question)}

    def activity(self, kind: str = "event") -> list[tuple[str, int]]:
        """Count the entries of a kind by month, from the first month to the last."""
        month = func.substr(entries.c.first_day, 1, 7)
        question = (
            select(month, func.count())
            .where(entries.c.kind == kind, entries.c.first_day.is_not(None), ~entries.c.hidden)
            .group_by(month)
            .order_by(month)
        )
        with self._database.transaction() as connection:
            return [(name, count) for name, count in connection.execute(question)]

    def outlets(self) -> list[tuple[str | None, int]]:
        """Count the articles of each outlet, most first."""
        question = (
            select(entries.c.sort, func.count().label("count"))
            .where(entries.c.kind == "article")
            .group_by(entries.c.sort)
            .order_by(func.count().desc(), entries.c.sort)
        )
        with self._database.transaction() as connection:
            return [(name, count) for name, count in connection.execute(question)]

    def search(self, query: str, wanted: Wanted = ALL, *, kind: str | None = None) -> Page[Hit]:
        """
        Find the sentences in which all words of *query* stand, in any form; words in quotation marks stand in a row.

        Of *wanted* the article, the days of publication, the outlet (*sort*), offset and limit count, and the actor
        whom an entry that rests on the sentence concerns; with *kind* it is an entry of this kind.
        """
        with self._database.transaction() as connection:
            return search(connection, self.quoted, query, wanted, kind)

    def _page(self, kind: type[T], name: str, wanted: Wanted) -> Page[T]:
        with self._database.transaction() as connection:
            total = connection.scalar(
                select(func.count()).select_from(_chosen(name, wanted, entries.c.id, whole=True).subquery())
            )
            rows = connection.scalars(_chosen(name, wanted, entries.c.record)).all()
        return Page(tuple(_value(kind, row) for row in rows), total or 0, wanted.offset, wanted.limit)

    def _one(self, kind: type[T], name: str, entry: str) -> T | None:
        with self._database.transaction() as connection:
            question = select(entries.c.record).where(entries.c.kind == name, entries.c.id == entry)
            record = connection.scalar(question)
        return None if record is None else _value(kind, record)


def actor_in(connection: Connection, name: str) -> DossierActor | None:
    """Give an actor of the dossier by its id, within a transaction."""
    record = connection.scalar(select(entries.c.record).where(entries.c.kind == "actor", entries.c.id == name))
    return None if record is None else _value(DossierActor, record)


def _value(kind: type[T], record: str) -> T:
    return from_record(kind, json.loads(record))


def _counted(kind: str) -> Any:
    parts = ("state",) if kind == "event" else ("state", "addressee")
    return (
        select(entry_actors.c.actor, func.count(func.distinct(entry_actors.c.id)).label("count"))
        .where(entry_actors.c.kind == kind, entry_actors.c.part.not_in(parts))
        .group_by(entry_actors.c.actor)
        .subquery()
    )


def _chosen(kind: str, wanted: Wanted, column: ColumnElement[Any], *, whole: bool = False) -> Select[Any]:
    conditions = [entries.c.kind == kind, *_conditions(kind, wanted)]
    question = select(column).where(*conditions)
    if whole:
        return question
    order = (
        (entries.c.last_day.desc().nulls_last(), entries.c.place.desc()) if wanted.newest_first else (entries.c.place,)
    )
    return question.order_by(*order).limit(wanted.limit).offset(wanted.offset)


def _conditions(kind: str, wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [] if wanted.hidden else [~entries.c.hidden]
    for column, value in ((entries.c.status, wanted.status), (entries.c.issue, wanted.issue)):
        if value is not None:
            found.append(column == value)
    if wanted.sort is not None:
        found.append(("/" + entries.c.sort + "/").contains(f"/{wanted.sort}/", autoescape=True))
    if wanted.since is not None:
        later = entries.c.last_day >= wanted.since
        found.append(later if wanted.dated else or_(entries.c.last_day.is_(None), later))
    if wanted.until is not None:
        earlier = entries.c.first_day <= wanted.until
        found.append(earlier if wanted.dated else or_(entries.c.first_day.is_(None), earlier))
    if wanted.actor is not None:
        concerned = [
            entry_actors.c.kind == kind,
            entry_actors.c.actor == wanted.actor,
            entry_actors.c.part == wanted.part if wanted.part else true(),
        ]
        found.append(entries.c.id.in_(select(entry_actors.c.id).where(*concerned)))
    if wanted.article is not None:
        rests = (entry_evidence.c.kind == kind, entry_evidence.c.article == wanted.article)
        found.append(entries.c.id.in_(select(entry_evidence.c.id).where(*rests)))
    return found
