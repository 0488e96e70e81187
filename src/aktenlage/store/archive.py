"""Articles and their readings in a store; the only place that asks the database for them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, Literal, Protocol

from sqlalchemy import Connection, func, insert, select

from aktenlage.model.dossier import Evidence
from aktenlage.model.reading import Reading
from aktenlage.model.record import to_json
from aktenlage.store.database import Database
from aktenlage.store.tables import articles, fingerprints, passages
from aktenlage.store.writer import stored_reading, version_id, write_sentences

Added = Literal["new", "version", "known"]
_QUESTION = 500


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A stretch in each of two articles that carries the same text."""

    first: Evidence
    second: Evidence
    words: int


class Copies(Protocol):
    """What finding copied words needs to know, given by the caller: the store only keeps it."""

    common: int

    def prints(self, reading: Reading) -> Iterable[int]:
        """Sample an article's words."""
        ...

    def partners(self, prints: Iterable[int], carriers: dict[int, list[str]]) -> Sequence[str]:
        """Choose the articles that may share words with it."""
        ...

    def shared(self, one: Reading, other: Reading) -> Iterable[SharedPassage]:
        """Align two articles."""
        ...


class Archive:
    """
    The articles of a store.

    An article's id names it; where it comes again with another text it is a new version, called ``id@2`` and so on.
    """

    def __init__(self, database: Database, copies: Copies) -> None:
        self._database = database
        self._copies = copies

    @property
    def database(self) -> Database:
        """Where the articles themselves are kept."""
        return self._database

    def holds(self, reading: Reading) -> bool:
        """Whether this text of this article is there already."""
        with self._database.transaction() as connection:
            return _digest(reading) in {row.digest for row in _versions(connection, reading.article.id)}

    def add(self, reading: Reading) -> Added:
        """Take an article in, all of it or nothing; the same again changes nothing."""
        if self.holds(reading):
            return "known"
        self._database.prepare_writing()
        with self._database.transaction(writing=True) as connection:
            known = _versions(connection, reading.article.id)
            if _digest(reading) in {row.digest for row in known}:
                return "known"
            version = 1 + max((row.version for row in known), default=0)
            named = replace(reading, article=replace(reading.article, id=version_id(reading.article.id, version)))
            prints = sorted(set(self._copies.prints(named)))
            carriers = _carriers(connection, prints)
            done = connection.execute(
                insert(articles).values(
                    id=reading.article.id,
                    version=version,
                    digest=_digest(reading),
                    published=reading.article.published,
                    outlet=reading.article.outlet,
                    reading=to_json(reading),
                )
            )
            number: int = done.inserted_primary_key[0]  # type: ignore[index]
            self._keep_copies(connection, named, number, carriers)
            rows = [{"print": mark, "article": number} for mark in prints if len(carriers[mark]) <= self._copies.common]
            if rows:
                connection.execute(insert(fingerprints), rows)
            write_sentences(connection, named)
            self._database.touch(connection)
            return "new" if version == 1 else "version"

    def reading(self, article: str) -> Reading | None:
        """Give the reading of an article, or of the version that ``id@2`` names; None if there is none."""
        base, _, number = article.rpartition("@")
        wanted = [(article, 1), *([(base, int(number))] if base and number.isdecimal() else [])]
        with self._database.transaction() as connection:
            for name, version in wanted:
                row = connection.scalar(
                    select(articles.c.reading).where(articles.c.id == name, articles.c.version == version)
                )
                if row is not None:
                    return stored_reading(row, name, version)
        return None

    def readings(self) -> list[Reading]:
        """Give all readings, every version of each article under its own name."""
        with self._database.transaction() as connection:
            rows = connection.execute(
                select(articles.c.reading, articles.c.id, articles.c.version).order_by(articles.c.number)
            )
            return [stored_reading(row.reading, row.id, row.version) for row in rows]

    def passages(self) -> list[SharedPassage]:
        """Give the passages that the articles share."""
        with self._database.transaction() as connection:
            names = {row.number: version_id(row.id, row.version) for row in connection.execute(_NAMES)}
            return [
                SharedPassage(
                    Evidence(names[row.first], row.first_start, row.first_end),
                    Evidence(names[row.second], row.second_start, row.second_end),
                    row.words,
                )
                for row in connection.execute(select(passages))
            ]

    def __len__(self) -> int:
        with self._database.transaction() as connection:
            return connection.scalar(select(func.count()).select_from(articles)) or 0

    def _keep_copies(
        self, connection: Connection, reading: Reading, number: int, carriers: dict[int, list[int]]
    ) -> None:
        named = {mark: [str(carrier) for carrier in known] for mark, known in carriers.items()}
        rows = []
        for partner in map(int, self._copies.partners(carriers, named)):
            row = connection.execute(
                select(articles.c.reading, articles.c.id, articles.c.version).where(articles.c.number == partner)
            ).one()
            for passage in self._copies.shared(stored_reading(row.reading, row.id, row.version), reading):
                sides = {passage.first.article: passage.first, passage.second.article: passage.second}
                new = sides.pop(reading.article.id)
                [old] = sides.values()
                rows.append(
                    {
                        "first": partner,
                        "first_start": old.start,
                        "first_end": old.end,
                        "second": number,
                        "second_start": new.start,
                        "second_end": new.end,
                        "words": passage.words,
                    }
                )
        if rows:
            connection.execute(insert(passages), rows)


_NAMES = select(articles.c.number, articles.c.id, articles.c.version)


def _versions(connection: Connection, article: str) -> Sequence[Any]:
    return connection.execute(select(articles.c.version, articles.c.digest).where(articles.c.id == article)).all()


def _carriers(connection: Connection, prints: Sequence[int]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for some in _parts(prints):
        question = select(fingerprints.c.print, fingerprints.c.article).where(fingerprints.c.print.in_(some))
        for row in connection.execute(question):
            found[row.print].append(row.article)
    return {mark: sorted(found[mark]) for mark in prints}


def _parts(prints: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(prints), _QUESTION):
        yield prints[at : at + _QUESTION]


def _digest(reading: Reading) -> str:
    article = reading.article
    content = "\x1f".join((article.text, article.title or "", article.published or "", article.outlet or ""))
    return blake2b(content.encode(), digest_size=16).hexdigest()
