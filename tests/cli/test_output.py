"""Output that cannot be written ends with one line and a status, never with a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from aktenlage.cli import main

TEXT = "Der französische Präsident Emmanuel Macron hat am Freitag Bundeskanzler Friedrich Merz in Paris empfangen."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_page_into_a_folder_that_is_missing(article: Path, tmp_path: Path) -> None:
    """The message names the file."""
    page = tmp_path / "missing" / "page.html"
    result = CliRunner().invoke(main, ["dossier", str(article), "--html", str(page)], env={"AKTENLAGE_LANG": "en"})

    assert result.exit_code == 1
    assert f"{page}: cannot be written" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["read", "dossier", "actors search Putin"])
def test_full_disk(command: str, article: Path) -> None:
    """A full disk is told in one line."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "aktenlage", *command.split(), *([] if " " in command else [str(article)])],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_judgement_into_a_folder_that_is_missing(tmp_path: Path) -> None:
    """A judgement that cannot be kept is told in one line."""
    own = tmp_path / "missing" / "actors.yaml"
    result = CliRunner().invoke(main, ["actors", "merge", "a", "b"], env={"AKTENLAGE_ACTORS": str(own)})

    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert str(own) in result.stderr


def test_a_broken_file_of_actors_is_no_fault_of_the_program(article: Path, tmp_path: Path) -> None:
    """Reading stops with the one line that names the file."""
    own = tmp_path / "actors.yaml"
    own.write_text("- nothing\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "aktenlage", "read", str(article)],
        capture_output=True,
        text=True,
        env={"AKTENLAGE_ACTORS": str(own), "PYTHONPATH": ":".join(sys.path)},
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert str(own) in done.stderr


def test_summary_of_no_article(article: Path) -> None:
    """A summary without an article says so instead of printing nothing."""
    arguments = ["dossier", str(article), "--format", "summary", "--as-of", "1990-01-01"]
    result = CliRunner().invoke(main, arguments, env={"AKTENLAGE_LANG": "en"})

    assert result.exit_code == 0
    assert "No article" in result.output


def test_tables_speak_in_words(article: Path, tmp_path: Path) -> None:
    """Kinds of actors and of statements are told in the interface language."""
    article.write_text(f"{TEXT} Norwegen erklärte, die Gespräche in Oslo würden fortgesetzt.", encoding="utf-8")
    store = str(tmp_path / "talks.sqlite")
    CliRunner().invoke(main, ["add", str(article), "--file", store])
    told = {
        view: CliRunner()
        .invoke(main, ["show", view, "--file", store, "--format", "markdown"], env={"AKTENLAGE_LANG": "de"})
        .output
        for view in ("actors", "statements")
    }

    assert "| Person |" in told["actors"]
    assert "| Staat |" in told["actors"]
    assert "| indirekt |" in told["statements"]
