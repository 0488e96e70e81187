"""The server at the terminal: what it refuses, and that it opens."""

import re
import subprocess
import sys
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from aktenlage import Article, Store
from aktenlage.cli import main


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talks.sqlite"
    with Store(path) as store:
        store.add(Article("a", "Norwegen und die Schweiz trafen sich am Freitag in Genf.", published="2026-01-24"))
    return path


@pytest.mark.parametrize(
    ("options", "token", "told"),
    [
        (["--write", "--host", "0.0.0.0"], None, "--write works on this machine only"),
        (["--host", "0.0.0.0"], None, "say with --name"),
        ([], "short", "at least 16 characters"),
        (["--file", "nowhere.sqlite"], None, "there is no such store"),
    ],
)
def test_refuses_what_is_not_safe(file: Path, options: list[str], token: str | None, told: str) -> None:
    """One sentence says what is missing, and nothing is opened."""
    environment = {"AKTENLAGE_LANG": "en", "AKTENLAGE_TOKEN": token}
    result = CliRunner().invoke(main, ["serve", "--file", str(file), *options], env=environment)

    assert result.exit_code == 1
    assert told in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_opens_on_this_machine(file: Path) -> None:
    """The address that is told answers, and to no other name."""
    command = [sys.executable, "-m", "aktenlage", "serve", "--file", str(file), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            found = re.search(r"http://127\.0\.0\.1:\d+/", server.stderr.readline())
            assert found
            with urlopen(Request(found[0], headers={"Accept-Language": "de"}), timeout=20) as answer:
                assert "Stand der Dinge" in answer.read().decode()
        finally:
            server.terminate()
            server.wait(20)
