"""The decisions that users took over a store, in the order in which they were taken."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from aktenlage.model.judgement import Judgement
from aktenlage.model.record import from_record, to_json
from aktenlage.store.database import Database
from aktenlage.store.tables import judgements


class Judgements:
    """Where judgements are kept; none is ever changed or removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, judgement: Judgement) -> Judgement:
        """Keep a judgement; give it back with its number and, where it has none, the time."""
        self._database.prepare_writing()
        with self._database.transaction(writing=True) as connection:
            at = judgement.at or datetime.now(UTC).isoformat(timespec="seconds")
            row = {"at": at, "by": judgement.by, "act": judgement.act, "record": ""}
            done = connection.execute(insert(judgements).values(**row))
            kept = replace(judgement, number=done.inserted_primary_key[0], at=at)  # type: ignore[index]
            connection.execute(
                judgements.update().where(judgements.c.number == kept.number).values(record=to_json(kept))
            )
            self._database.touch(connection)
        return kept

    def all(self) -> list[Judgement]:
        """Give all judgements, the first first."""
        with self._database.transaction() as connection:
            return self.known(connection)

    def known(self, connection: Connection) -> list[Judgement]:
        """Give all judgements, within a transaction."""
        rows = connection.scalars(select(judgements.c.record).order_by(judgements.c.number))
        return [from_record(Judgement, json.loads(row)) for row in rows]
