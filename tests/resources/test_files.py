"""Every file of language data fits the schema of its kind."""

from importlib.resources import files
from pathlib import Path

import pytest

from aktenlage.resources.load import check, load

ROOT = Path(str(files("aktenlage.resources"))) / "de"
NAMES = sorted(str(path.relative_to(ROOT).with_suffix("")) for path in ROOT.rglob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_fits_its_schema(name: str) -> None:
    """A file's kind is its name, or its folder's where several files are of one kind."""
    check(load(name), name.split("/", maxsplit=1)[0], f"de/{name}.yaml")
