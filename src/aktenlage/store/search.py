"""Full-text search: sentences in which all words of a query stand, whatever their form or spelling."""

import re
from typing import Any

from sqlalchemy import Connection, select, text

from aktenlage.language.stem import stems
from aktenlage.store.archive import Archive
from aktenlage.store.page import Hit, Page, Wanted
from aktenlage.store.tables import entry_evidence

# A query of more words, or longer ones, is no query.
_MOST_WORDS = 24
_LONGEST = 400
_PIECE = re.compile(r'"([^"]*)"|(\S+)')


def search(connection: Connection, archive: Archive, query: str, wanted: Wanted) -> Page[Hit]:
    """Give the sentences that *query* finds, the newest articles first."""
    pieces = _pieces(query)
    if not pieces:
        return Page((), 0, wanted.offset, wanted.limit)
    match = " ".join(f'"{" ".join(words)}"' for words in pieces)
    conditions, values = _narrowed(wanted)
    base = (
        "FROM words JOIN sentence ON sentence.number = words.rowid "
        "JOIN entry ON entry.kind = 'article' AND entry.id = sentence.article "
        f"WHERE words MATCH :match {conditions}"
    )
    values |= {"match": match}
    total = connection.execute(text(f"SELECT count(*) {base}"), values).scalar() or 0
    rows = connection.execute(
        text(
            f'SELECT sentence.article AS article, sentence.start AS start, sentence."end" AS "end" {base} '
            "ORDER BY entry.last_day IS NULL, entry.last_day DESC, sentence.number LIMIT :limit OFFSET :offset"
        ),
        {**values, "limit": wanted.limit, "offset": wanted.offset},
    ).all()
    keys = {word for words in pieces for word in words}
    hits = [hit for row in rows if (hit := _hit(connection, archive, row, keys)) is not None]
    return Page(tuple(hits), total, wanted.offset, wanted.limit)


def _pieces(query: str) -> list[list[str]]:
    """Take a query apart: single words, and rows of words that stood in quotation marks."""
    found = [[key for key, _, _ in stems(match[1] or match[2] or "")] for match in _PIECE.finditer(query[:_LONGEST])]
    return [words for words in found if words][:_MOST_WORDS]


def _narrowed(wanted: Wanted) -> tuple[str, dict[str, Any]]:
    conditions, values = "", {}
    for name, condition in (
        ("article", "sentence.article = :article"),
        ("sort", "entry.sort = :sort"),
        ("since", "entry.last_day >= :since"),
        ("until", "entry.first_day <= :until"),
    ):
        value = getattr(wanted, name)
        if value is not None:
            conditions += f" AND {condition}"
            values[name] = value
    return conditions, values


def _hit(connection: Connection, archive: Archive, row: Any, keys: set[str]) -> Hit | None:
    reading = archive.reading(row.article)
    if reading is None:
        return None
    sentence = reading.article.text[row.start : row.end]
    question = (
        select(entry_evidence.c.kind, entry_evidence.c.id)
        .where(
            entry_evidence.c.article == row.article,
            entry_evidence.c.start < row.end,
            entry_evidence.c.end > row.start,
            entry_evidence.c.kind.in_(("event", "statement", "position", "document")),
        )
        .distinct()
        .order_by(entry_evidence.c.kind, entry_evidence.c.id)
    )
    return Hit(
        row.article,
        row.start,
        row.end,
        sentence,
        tuple((start, end) for key, start, end in stems(sentence) if key in keys),
        reading.article.outlet,
        reading.article.published,
        tuple((kind, name) for kind, name in connection.execute(question)),
    )
