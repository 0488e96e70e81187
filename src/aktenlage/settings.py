"""Settings of a run, from the environment."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Settings:
    """
    What the environment sets.

    *file* is the store to use; *interface* the language of messages, ``de`` or ``en``; *actors* a user's own file of
    actors, None if there is none.
    """

    file: Path
    interface: str
    actors: Path | None = None

    @classmethod
    def from_environment(cls) -> Self:
        """Read ``AKTENLAGE_FILE``, ``AKTENLAGE_ACTORS`` and ``AKTENLAGE_LANG``; without the last the locale decides."""
        spoken = os.environ.get("AKTENLAGE_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
        return cls(
            file=Path(os.environ.get("AKTENLAGE_FILE", "aktenlage.sqlite")),
            actors=Path(os.environ["AKTENLAGE_ACTORS"]) if os.environ.get("AKTENLAGE_ACTORS") else None,
            interface="de" if spoken.lower().startswith("de") else "en",
        )
