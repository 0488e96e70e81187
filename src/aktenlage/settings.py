"""Settings of a run, from the environment."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Settings:
    """*file* is the store to use; *interface* the language of messages, ``de`` or ``en``."""

    file: Path
    interface: str

    @classmethod
    def from_environment(cls) -> Self:
        """Read ``AKTENLAGE_FILE`` and ``AKTENLAGE_LANG``; without the latter the locale decides."""
        spoken = os.environ.get("AKTENLAGE_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
        return cls(
            file=Path(os.environ.get("AKTENLAGE_FILE", "aktenlage.sqlite")),
            interface="de" if spoken.lower().startswith("de") else "en",
        )
