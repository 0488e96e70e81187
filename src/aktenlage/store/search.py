"""Full-text search: sentences in which all words of a query stand, whatever their form or spelling."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, select, text

from aktenlage.language.stem import stems
from aktenlage.model.dossier import Evidence
from aktenlage.store.page import Hit, Page, Wanted
from aktenlage.store.quoted import Quoted
from aktenlage.store.tables import entry_evidence

# A query of more words, or longer ones, is no query.
_MOST_WORDS = 24
_LONGEST = 400
_RESTING = (
    "SELECT 1 FROM entry_evidence WHERE entry_evidence.article = sentence.article "
    'AND entry_evidence.start < sentence."end" AND entry_evidence."end" > sentence.start'
)
# SQLite keeps the order of a cross join: the few entries of the sentence first, then those of the actor among them.
_CONCERNING = _RESTING.replace(" WHERE", " CROSS JOIN entry_actor USING (kind, id) WHERE", 1)
_PIECE = re.compile(r'"([^"]*)"|(\S+)')


Quotations = Callable[[Iterable[Evidence]], dict[Evidence, Quoted]]


def search(
    connection: Connection, quoted: Quotations, query: str, wanted: Wanted, kind: str | None = None
) -> Page[Hit]:
    """Give the sentences that *query* finds, the newest articles first; with *kind* those that such entries rest on."""
    pieces = _pieces(query)
    if not pieces:
        return Page((), 0, wanted.offset, wanted.limit)
    match = " ".join(f'"{" ".join(words)}"' for words in pieces)
    conditions, values = _narrowed(wanted, kind)
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
    found = quoted(Evidence(row.article, row.start, row.end) for row in rows)
    hits = [_hit(connection, place, sentence, keys) for place, sentence in found.items()]
    return Page(tuple(hits), total, wanted.offset, wanted.limit)


def _pieces(query: str) -> list[list[str]]:
    """Take a query apart: single words, and rows of words that stood in quotation marks."""
    found = [[key for key, _, _ in stems(match[1] or match[2] or "")] for match in _PIECE.finditer(query[:_LONGEST])]
    return [words for words in found if words][:_MOST_WORDS]


def _narrowed(wanted: Wanted, kind: str | None) -> tuple[str, dict[str, Any]]:
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
    if kind is not None or wanted.actor is not None:
        resting = _RESTING if wanted.actor is None else _CONCERNING
        for name, value, condition in (
            ("kind", kind, "entry_evidence.kind = :kind"),
            ("actor", wanted.actor, "entry_actor.actor = :actor"),
        ):
            if value is not None:
                resting += f" AND {condition}"
                values[name] = value
        conditions += f" AND EXISTS ({resting})"
    return conditions, values


def _hit(connection: Connection, place: Evidence, quoted: Quoted, keys: set[str]) -> Hit:
    sentence = quoted.words(place)
    question = (
        select(entry_evidence.c.kind, entry_evidence.c.id)
        .where(
            entry_evidence.c.article == place.article,
            entry_evidence.c.start < place.end,
            entry_evidence.c.end > place.start,
            entry_evidence.c.kind.in_(("event", "statement", "position", "document")),
        )
        .distinct()
        .order_by(entry_evidence.c.kind, entry_evidence.c.id)
    )
    return Hit(
        place.article,
        place.start,
        place.end,
        sentence,
        tuple((start, end) for key, start, end in stems(sentence) if key in keys),
        quoted.outlet,
        quoted.published,
        tuple((kind, name) for kind, name in connection.execute(question)),
    )
