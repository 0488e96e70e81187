"""How the commands here end where the data are not what they need: with one line, and no traceback."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path


def run(main: Callable[[], None]) -> None:
    """Run a command; a file that is missing or cannot be read ends it with one line that names it."""
    try:
        main()
    except OSError as error:
        sys.exit(f"{error.filename}: {error.strerror}")


def some(paths: Sequence[Path], folder: Path, wanted: str) -> Sequence[Path]:
    """Give the *paths* found in a folder; where there are none, end with one line that tells what was *wanted*."""
    if not paths:
        sys.exit(f"{folder}: no {wanted} in it")
    return paths
