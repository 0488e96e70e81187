"""Looking up what a new article concerns: who else tells the same, and what was made of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, insert, or_, select

from aktenlage.model.dossier import Evidence
from aktenlage.store.tables import accounts, articles, entry_evidence, known_actors, meta, passages, told
from aktenlage.store.writer import version_id

_QUESTION = 400


@dataclass(frozen=True, slots=True)
class Told:
    """Something that an article tells, under a key; *record* is JSON where it is needed again without the article."""

    kind: str
    key: str
    article: str
    number: int = 0
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """What became of an article's encounter: its event, and the component of all that it fits."""

    article: str
    number: int
    event: str
    component: str


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of some article, the one that stands for him in the file, and the key of those who may be the same."""

    id: str
    same: str
    key: str | None
    record: str


class Index:
    """The look-up tables of a store, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def clear(self) -> None:
        """Forget everything, to be filled anew."""
        for table in (told, accounts, known_actors):
            self._connection.execute(delete(table))

    def new_articles(self) -> tuple[list[str], int]:
        """Give the articles that came in since the store was last settled, and the number of the last of them."""
        last = self._connection.scalar(select(meta.c.value).where(meta.c.key == "settled_article")) or "0"
        rows = self._connection.execute(
            select(articles.c.number, articles.c.id, articles.c.version)
            .where(articles.c.number > int(last))
            .order_by(articles.c.number)
        ).all()
        return [version_id(row.id, row.version) for row in rows], rows[-1].number if rows else int(last)

    def sharing(self, names: Iterable[str]) -> tuple[set[str], list[tuple[str, int, int, str, int, int, int]]]:
        """Give all articles that share words with some of *names*, directly or by others, and what they share."""
        known: dict[int, str] = {}
        for some in _parts(sorted({base for name in names for base in (name, name.rpartition("@")[0]) if base})):
            rows = self._connection.execute(
                select(articles.c.number, articles.c.id, articles.c.version).where(articles.c.id.in_(some))
            )
            known |= {row.number: version_id(row.id, row.version) for row in rows}
        wanted = set(names)
        reached = {number for number, name in known.items() if name in wanted}
        fresh = set(reached)
        found: dict[int, Any] = {}
        while fresh:
            pairs = [
                row
                for some in _parts(sorted(fresh))
                for row in self._connection.execute(
                    select(passages).where(or_(passages.c.first.in_(some), passages.c.second.in_(some)))
                )
            ]
            found |= {row.number: row for row in pairs}
            fresh = {number for row in pairs for number in (row.first, row.second)} - reached
            reached |= fresh
        missing = sorted(reached - known.keys())
        for numbers in _parts(missing):
            rows = self._connection.execute(
                select(articles.c.number, articles.c.id, articles.c.version).where(articles.c.number.in_(numbers))
            )
            known |= {row.number: version_id(row.id, row.version) for row in rows}
        shared = [
            (known[r.first], r.first_start, r.first_end, known[r.second], r.second_start, r.second_end, r.words)
            for _, r in sorted(found.items())
        ]
        return {known[number] for number in reached}, shared

    def told_by(self, names: Iterable[str]) -> list[Told]:
        """Give all that some articles tell."""
        return [
            each
            for some in _parts(sorted(set(names)))
            for each in self._told(select(told).where(told.c.article.in_(some)))
        ]

    def telling(self, kind: str, keys: Iterable[str]) -> list[Told]:
        """Give all that is told of a kind under some keys."""
        return [
            each
            for some in _parts(sorted(set(keys)))
            for each in self._told(select(told).where(told.c.kind == kind, told.c.key.in_(some)))
        ]

    def _told(self, question: Select[Any]) -> list[Told]:
        rows = self._connection.execute(question.order_by(told.c.kind, told.c.key, told.c.article, told.c.number))
        return [Told(*row) for row in rows]

    def put_told(self, names: Iterable[str], rows: Iterable[Told]) -> None:
        """Put what some articles tell in the place of what they told before."""
        self._remove(told, sorted(set(names)))
        values = [
            {"kind": r.kind, "key": r.key, "article": r.article, "number": r.number, "record": r.record} for r in rows
        ]
        if values:
            self._connection.execute(insert(told), values)

    def members(self, *, of: Iterable[str] = (), components: Iterable[str] = ()) -> list[Membership]:
        """Give the encounters of some articles, or of some components."""
        conditions = [(accounts.c.article, sorted(set(of))), (accounts.c.component, sorted(set(components)))]
        return [
            Membership(row.article, row.number, row.event, row.component)
            for column, values in conditions
            for some in _parts(values)
            for row in self._connection.execute(
                select(accounts).where(column.in_(some)).order_by(accounts.c.article, accounts.c.number)
            )
        ]

    def put_members(self, components: Iterable[str], names: Iterable[str], rows: Iterable[Membership]) -> None:
        """Put encounters in the place of those of some components and articles."""
        for some in _parts(sorted(set(components))):
            self._connection.execute(delete(accounts).where(accounts.c.component.in_(some)))
        self._remove(accounts, sorted(set(names)))
        values = [{"article": r.article, "number": r.number, "event": r.event, "component": r.component} for r in rows]
        if values:
            self._connection.execute(insert(accounts), values)

    def actors(
        self, *, ids: Iterable[str] = (), keys: Iterable[str] = (), same: Iterable[str] = ()
    ) -> dict[str, Known]:
        """Give known actors by their ids, by the keys of those who may be the same, or by whom stands for them."""
        found: dict[str, Known] = {}
        columns = ((known_actors.c.id, ids), (known_actors.c.key, keys), (known_actors.c.same, same))
        for column, values in columns:
            for some in _parts(sorted(set(values))):
                for row in self._connection.execute(select(known_actors).where(column.in_(some))):
                    found[row.id] = Known(row.id, row.same, row.key, row.record)
        return found

    def put_actors(self, rows: Iterable[Known]) -> None:
        """Keep actors, each in the place of what was known of him."""
        given = list(rows)
        known = self.actors(ids=[row.id for row in given])
        new = [row for row in given if known.get(row.id) != row]
        values = [{"id": r.id, "same": r.same, "key": r.key, "record": r.record} for r in new]
        for some in _parts([value["id"] or "" for value in values]):
            self._connection.execute(delete(known_actors).where(known_actors.c.id.in_(some)))
        if values:
            self._connection.execute(insert(known_actors), values)

    def resting_in(self, kind: str, names: Iterable[str]) -> dict[str, set[str]]:
        """Give the entries of a kind that rest on words of some articles, each with all articles that it rests on."""
        ids = {
            name
            for some in _parts(sorted(set(names)))
            for name in self._connection.scalars(
                select(entry_evidence.c.id).where(entry_evidence.c.kind == kind, entry_evidence.c.article.in_(some))
            )
        }
        found: dict[str, set[str]] = {name: set() for name in ids}
        for some in _parts(sorted(ids)):
            question = select(entry_evidence.c.id, entry_evidence.c.article)
            for row in self._connection.execute(
                question.where(entry_evidence.c.kind == kind, entry_evidence.c.id.in_(some))
            ):
                found[row.id].add(row.article)
        return found

    def resting_on(self, kind: str, places: Iterable[Evidence]) -> set[str]:
        """Give the entries of a kind that rest on just these words."""
        wanted = {(place.article, place.start, place.end) for place in places}
        found = set()
        for some in _parts(sorted({article for article, _, _ in wanted})):
            rows = self._connection.execute(
                select(entry_evidence).where(entry_evidence.c.kind == kind, entry_evidence.c.article.in_(some))
            )
            found |= {row.id for row in rows if (row.article, row.start, row.end) in wanted}
        return found

    def _remove(self, table: Table, names: Sequence[str]) -> None:
        for some in _parts(names):
            self._connection.execute(delete(table).where(table.c.article.in_(some)))


def _parts(values: Sequence[str] | Sequence[int]) -> Iterator[Sequence[str] | Sequence[int]]:
    for at in range(0, len(values), _QUESTION):
        yield values[at : at + _QUESTION]
