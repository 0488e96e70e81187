"""What a store said on past days: each day is put together once and kept aside, the latest asked for only."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from weakref import finalize

from aktenlage.model.dossier import Dossier
from aktenlage.store.archive import Archive
from aktenlage.store.database import Database
from aktenlage.store.writer import write_dossier, write_sentences

# A reader goes to and fro between a few days.
_KEPT = 6


class Past:
    """The past days of a store; *make* gives the dossier of one."""

    def __init__(self, archive: Archive, make: Callable[[str], Dossier]) -> None:
        self._archive = archive
        self._make = make
        self._days: dict[tuple[int, str], Database] = {}
        self._making = Lock()

    def day(self, generation: int, as_of: str) -> Database:
        """Give the entries of a day, as a store of its own that goes when nobody asks it any more."""
        key = (generation, as_of)
        with self._making:
            found = self._days.pop(key, None) or self._made(as_of, generation)
            known = {each: day for each, day in self._days.items() if each[0] == generation}
            self._days = dict([*list(known.items())[-(_KEPT - 1) :], (key, found)])
            return found

    def clear(self) -> None:
        """Forget all days."""
        with self._making:
            self._days.clear()

    def _made(self, as_of: str, generation: int) -> Database:
        made = self._make(as_of)
        folder = TemporaryDirectory(prefix="aktenlage-", ignore_cleanup_errors=True)
        day = Database(Path(folder.name) / "past.sqlite", create=True)
        # Whoever still reads the day keeps it.
        finalize(day, folder.cleanup)
        with day.transaction(writing=True) as connection:
            write_dossier(connection, made)
            day.keep(connection, "as_of", made.as_of or "")
            day.keep(connection, "settled", str(generation))
            for source in made.articles:
                reading = self._archive.reading(source.id)
                if reading is not None:
                    write_sentences(connection, reading)
        return day
