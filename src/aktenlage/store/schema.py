"""Making the tables of a store, and bringing those of an older one up to them."""

import json
from typing import Any

from sqlalchemy import Connection, delete, select, text, update

from aktenlage.store.tables import articles, entry_evidence, judgements, meta, metadata
from aktenlage.store.writer import stored_reading, write_sentences

# The versions that brought entries beside articles, decisions over each entry by itself, and evidence kept by article.
_ENTRIES = 2
_TARGETS = 3
_EVIDENCE = 4


def make_tables(connection: Connection) -> None:
    """Make all tables that are not there."""
    metadata.create_all(connection)
    # The words of each sentence under its number; their texts stand in the readings.
    connection.execute(text("CREATE VIRTUAL TABLE words USING fts5(keys, content='', tokenize='unicode61')"))


def upgrade(connection: Connection, version: int) -> None:
    """Bring a store of an older *version* up to date; its entries are put together anew."""
    if version < _ENTRIES:
        make_tables(connection)
        for record in connection.execute(select(articles.c.reading, articles.c.id, articles.c.version)).all():
            write_sentences(connection, stored_reading(record.reading, record.id, record.version))
    elif version < _EVIDENCE:
        connection.execute(text("DROP INDEX entry_evidence_article"))
        connection.execute(text("ALTER TABLE entry_evidence RENAME TO former"))
        entry_evidence.create(connection)
        connection.execute(text("INSERT INTO entry_evidence SELECT * FROM former"))
        connection.execute(text("DROP TABLE former"))
    if _ENTRIES <= version < _TARGETS:
        for row in connection.execute(select(judgements.c.number, judgements.c.record)).all():
            decision: dict[str, Any] = json.loads(row.record)
            decision |= {name: [{"places": decision[name]}] for name in ("target", "others") if decision[name]}
            told = json.dumps(decision, ensure_ascii=False)
            connection.execute(update(judgements).where(judgements.c.number == row.number).values(record=told))
    connection.execute(delete(meta).where(meta.c.key.in_(("settled_article", "settled_judgement"))))
