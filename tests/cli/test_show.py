"""The commands on a store and the dossier, as their user meets them."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aktenlage.cli import main
from aktenlage.dossier.views import VIEWS

ARTICLES = [
    {
        "id": "a",
        "text": "Der französische Präsident Emmanuel Macron empfängt am Freitag Bundeskanzler Friedrich Merz in Paris.",
        "published": "2026-01-21",
        "outlet": "Bote",
    },
    {
        "id": "b",
        "text": "=Kurz gemeldet. Der französische Präsident Emmanuel Macron hat am Freitag Bundeskanzler Friedrich "
        "Merz in Paris empfangen.",
        "published": "2026-01-24",
        "outlet": "=Warte",
    },
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")
    return path


@pytest.fixture
def store(source: Path, tmp_path: Path) -> Path:
    path = tmp_path / "talks.sqlite"
    _run("add", str(source), "--file", str(path))
    return path


def _run(*arguments: str, status: int = 0, lang: str = "en") -> Result:
    done = CliRunner().invoke(main, arguments, env={"AKTENLAGE_LANG": lang, "COLUMNS": "200"})
    assert done.exit_code == status, done.output
    return done


def test_add_says_what_it_did(source: Path, store: Path) -> None:
    """A second time nothing is new."""
    done = _run("add", str(source), "--file", str(store), lang="de")

    assert done.stderr == f"{store}: 0 neu, 0 neue Fassungen, 2 bekannt\n"


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_prints_every_format(store: Path, view: str) -> None:
    """JSON Lines without asking, since nobody looks on; what is asked for otherwise."""
    lines = _run("show", view, "--file", str(store)).stdout.splitlines()
    rows = list(csv.reader(io.StringIO(_run("show", view, "--file", str(store), "--format", "csv").stdout)))
    marked = _run("show", view, "--file", str(store), "--format", "markdown").stdout.splitlines()
    table = _run("show", view, "--file", str(store), "--format", "table").stdout

    assert all("evidence" in json.loads(line) for line in lines)
    assert len(rows) == len(marked) - 1 == len(lines) + 1 if lines else rows == marked == []
    assert table.strip()


def test_a_cell_is_never_a_formula(store: Path) -> None:
    """A spreadsheet would run what begins with an equals sign."""
    rows = list(csv.DictReader(io.StringIO(_run("show", "sources", "--file", str(store), "--format", "csv").stdout)))

    assert [row["outlet"] for row in rows] == ["Bote", "'=Warte"]


def test_as_of_and_since(store: Path) -> None:
    """The file as it stood on a day, and what came after it."""
    then = _run("show", "sources", "--file", str(store), "--as-of", "2026-01-22").stdout.splitlines()
    since = _run("changes", "--file", str(store), "--since", "2026-01-23").stdout.splitlines()

    assert [json.loads(line)["article"] for line in then] == ["a"]
    assert all(json.loads(line)["at"] >= "2026-01-23" for line in since)


def test_wrong_usage_and_missing_stores(tmp_path: Path) -> None:
    """A missing store is an error, a date that is none is wrong usage."""
    missing = _run("show", "timeline", "--file", str(tmp_path / "none.sqlite"), status=1)
    wrong = _run("show", "timeline", "--since", "gestern", status=2, lang="de")

    assert missing.stderr.endswith("none.sqlite: there is no such store\n")
    assert "ist kein Tag" in wrong.stderr
    assert not (tmp_path / "none.sqlite").exists()


def test_dossier_in_one_go(source: Path, tmp_path: Path) -> None:
    """JSON for programs, a page for people."""
    page = tmp_path / "akte.html"

    record = json.loads(_run("dossier", str(source), "--format", "json").stdout)
    summary = _run("dossier", str(source), "--format", "summary", "--html", str(page)).stdout

    assert record["schema"] == "aktenlage/dossier/1"
    assert [article["id"] for article in record["articles"]] == ["a", "b"]
    assert summary.strip()
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
