"""A store of the examples, made once, and the reading room over it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from aktenlage import Article, Store
from aktenlage.cli import main
from aktenlage.publish.web.site import make_site

DAVOS = Path(__file__).parents[3] / "examples" / "davos"
HOST = "testserver"
# What an attacker would print.
HOSTILE = Article(
    "boese/<b>&\"'",
    "Der französische Präsident Emmanuel Macron hat am Freitag <script>alert(1)</script> Bundeskanzler Friedrich Merz "
    'in Paris empfangen. „Das ist <img src=x onerror="alert(2)"> gut“, sagte Macron.',
    title="<script>alert(3)</script>",
    outlet='"><svg onload=alert(4)>',
    url="javascript:alert(5)",
    published="2026-01-24",
)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store file that holds the examples."""
    file = tmp_path_factory.mktemp("room") / "davos.sqlite"
    assert CliRunner().invoke(main, ["add", str(DAVOS), "--file", str(file)]).exit_code == 0
    with Store(file) as store:
        store.add(HOSTILE)
        store.settle()
    return file


@pytest.fixture
def store(kept: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of it, to be changed by a test."""
    with Store(shutil.copy(kept, tmp_path / "room.sqlite"), create=False) as opened:
        yield opened


@pytest.fixture
def visit(store: Store) -> Callable[..., TestClient]:
    """Open the reading room; without further words it is for reading only."""

    def opened(**options: object) -> TestClient:
        return TestClient(make_site(store, hosts=(HOST,), **options), headers={"accept-language": "de"})  # type: ignore[arg-type]

    return opened
