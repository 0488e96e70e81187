"""Opening a store: an SQLite file, its schema, and what can be wrong with it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, inspect, select
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError

from aktenlage.errors import StoreError
from aktenlage.resources.messages import message
from aktenlage.store.schema import make_tables, upgrade
from aktenlage.store.tables import SCHEMA_VERSION, meta

_SIGNATURE = b"SQLite format 3\x00"
_PATIENCE_SECONDS = 10
_WORDS = {
    "locked": "store.locked",
    "readonly": "store.readonly",
    "read-only": "store.readonly",
    "unable to open": "store.unreadable",
    "malformed": "store.damaged",
    "not a database": "store.foreign",
    "disk is full": "store.full",
}


class Database:
    """One file and its engine; every transaction is whole or did not happen."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        self._check_file(create=create)
        self._engine = _engine(path)
        self._writing = False
        try:
            self._check_schema(create=create)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def transaction(self, *, writing: bool = False) -> Iterator[Connection]:
        """
        Give a connection; what is done with it is kept when the block ends, and undone when it raises.

        All that is read in one transaction is of one moment. Who is *writing* waits for others who do.
        """
        with self._told(), self._engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
            yield connection

    def prepare_writing(self) -> None:
        """Write ahead from now on: a commit need not touch pages all over the file, and is whole nevertheless."""
        if not self._writing:
            self._pragma("journal_mode = WAL")
            self._writing = True

    def number(self, connection: Connection, key: str) -> int:
        """Give a number that the store keeps about itself, 0 where it has none."""
        return int(connection.scalar(select(meta.c.value).where(meta.c.key == key)) or 0)

    def text(self, connection: Connection, key: str) -> str:
        """Give a text that the store keeps about itself, empty where it has none."""
        return connection.scalar(select(meta.c.value).where(meta.c.key == key)) or ""

    def keep(self, connection: Connection, key: str, value: str) -> None:
        """Keep something that the store says about itself."""
        connection.execute(delete(meta).where(meta.c.key == key))
        connection.execute(insert(meta).values(key=key, value=value))

    def touch(self, connection: Connection) -> None:
        """Say that something was written: the entries made before no longer hold all of it."""
        self.keep(connection, "generation", str(self.number(connection, "generation") + 1))

    def close(self) -> None:
        """Let go of the file; what was written ahead is brought into it, so that one file holds everything."""
        if self._writing:
            # Another program may still have it open: the last one to close brings it in.
            with suppress(StoreError):
                self._pragma("journal_mode = DELETE")
            self._writing = False
        self._engine.dispose()

    def _pragma(self, command: str) -> None:
        with self._told(), self._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA {command}")

    def error(self, key: str) -> StoreError:
        """Make the error whose message is *key*."""
        return StoreError(str(self.path), message(key), key=key)

    def _check_file(self, *, create: bool) -> None:
        try:
            with self.path.open("rb") as file:
                head = file.read(len(_SIGNATURE))
        except FileNotFoundError:
            if not create:
                raise self.error("store.missing") from None
            if not self.path.parent.is_dir():
                raise self.error("store.no_folder") from None
            return
        except OSError as error:
            raise self.error("store.unreadable") from error
        if head and head != _SIGNATURE:
            raise self.error("store.foreign")

    def _check_schema(self, *, create: bool) -> None:
        with self.transaction() as connection:
            if self._version(connection, create=create) == SCHEMA_VERSION:
                return
        with self.transaction(writing=True) as connection:
            # Another program may have been faster.
            version = self._version(connection, create=create)
            if version == 0:
                make_tables(connection)
            elif version < SCHEMA_VERSION:
                upgrade(connection, version)
                self.touch(connection)
            self.keep(connection, "schema", str(SCHEMA_VERSION))

    def _version(self, connection: Connection, *, create: bool) -> int:
        """Give the version of the schema, 0 where there is none yet."""
        tables = inspect(connection).get_table_names()
        if not tables and create:
            return 0
        if not tables:
            raise self.error("store.missing")
        if meta.name not in tables:
            raise self.error("store.foreign")
        version = connection.scalar(select(meta.c.value).where(meta.c.key == "schema"))
        if version is None or not version.isdigit() or int(version) == 0:
            raise self.error("store.damaged")
        if int(version) > SCHEMA_VERSION:
            raise self.error("store.newer")
        return int(version)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (OperationalError, DatabaseError) as error:
            told = str(error.orig).lower()
            key = next((key for words, key in _WORDS.items() if words in told), "store.failed")
            raise self.error(key) from error
        except SQLAlchemyError as error:
            raise self.error("store.failed") from error


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _PATIENCE_SECONDS})

    @event.listens_for(engine, "connect")
    def _prepare(connection: object, record: object) -> None:
        del record
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute("PRAGMA foreign_keys = ON")
        # Safe when writing ahead: a power cut may undo the last commits, never damage the file.
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.close()

    return engine
