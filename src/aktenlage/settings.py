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
    actors, *issues* one of issues, None if there is none.
    """

    file: Path
    interface: str
    actors: Path | None = None
    issues: Path | None = None

    @classmethod
    def from_environment(cls) -> Self:
        """Read ``AKTENLAGE_FILE``, ``…_ACTORS``, ``…_ISSUES`` and ``…_LANG``; without the last the locale decides."""
        spoken = os.environ.get("AKTENLAGE_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
        return cls(
            file=Path(os.environ.get("AKTENLAGE_FILE", "aktenlage.sqlite")),
            actors=Path(os.environ["AKTENLAGE_ACTORS"]) if os.environ.get("AKTENLAGE_ACTORS") else None,
            issues=Path(os.environ["AKTENLAGE_ISSUES"]) if os.environ.get("AKTENLAGE_ISSUES") else None,
            interface="de" if spoken.lower().startswith("de") else "en",
        )
