"""``aktenlage actors`` lists, searches, checks, imports and keeps judgements."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from aktenlage.cli import main
from aktenlage.model.article import Article
from aktenlage.pipeline import read_article
from aktenlage.resources.registry import use_own_file

QUERY = {
    "results": {
        "bindings": [
            {
                "person": {"value": "http://www.wikidata.org/entity/Q4115189"},
                "personLabel": {"value": "Maria Muster"},
                "personAltLabel": {"value": "Mary Muster, M. M."},
                "sex": {"value": "http://www.wikidata.org/entity/Q6581072"},
                "born": {"value": "1970-01-02T00:00:00Z"},
                "office": {"value": office},
                "of": {"value": "LI"},
                "start": {"value": start},
            }
            for office, start in (
                ("foreign-minister", "2024-05-01T00:00:00Z"),
                ("defence-minister", "2020-05-01T00:00:00Z"),
            )
        ]
    }
}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's own file, named in the environment."""
    path = tmp_path / "actors.yaml"
    monkeypatch.setenv("AKTENLAGE_ACTORS", str(path))
    yield path
    use_own_file(None)


def _run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["actors", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_searches_in_any_transcription() -> None:
    """A name is found however it is spelt, with offices, dates and the file that holds the entry."""
    _, out, _ = _run("search", "Sergey", "Lavrov", "--json")

    found = json.loads(out)
    assert found["id"] == "sergej-lawrow"
    assert found["offices"] == [{"office": "foreign-minister", "of": "ru", "from": "2004-03-09", "to": None}]
    assert found["source"] == "holders/world"


def test_lists_holders_on_a_day() -> None:
    """Office, state and day narrow the list."""
    _, out, _ = _run("list", "--state", "us", "--office", "president", "--on", "2010-01-01")

    assert [line.split()[0] for line in out.splitlines()] == ["barack-obama"]


def test_imports_a_query_and_reads_with_it(tmp_path: Path, own: Path) -> None:
    """What a query gives becomes a file that passes the check, and its people hold their offices."""
    query = tmp_path / "query.json"
    query.write_text(json.dumps(QUERY), encoding="utf-8")
    status, out, _ = _run("import", str(query))
    assert status == 0
    own.write_text(out, encoding="utf-8")

    assert _run("check", str(own))[1] == "1 actors, 0 merged, 0 split\n"
    use_own_file(own)
    text = "Die liechtensteinische Außenministerin reiste nach Genf."
    reading = read_article(Article("case", text, published="2025-01-01"))
    people = [(actor.name, actor.wikidata) for actor in reading.actors if actor.kind == "person"]
    assert people == [("Maria Muster", "Q4115189")]


@pytest.mark.parametrize("content", ["actors: [{kind: person}]", "actors: 5", "actor: []", "a: [", "offices: {}"])
def test_names_what_is_wrong_in_a_file(tmp_path: Path, content: str) -> None:
    """A faulty file gives one line that names it, and status 1."""
    path = tmp_path / "faulty.yaml"
    path.write_text(content, encoding="utf-8")

    status, _, error = _run("check", str(path))
    assert status == 1
    assert "faulty.yaml" in error


def test_names_an_office_of_nobody(tmp_path: Path) -> None:
    """An office of a state or body that does not exist is told."""
    path = tmp_path / "own.yaml"
    offices = [{"office": "president", "of": "zz"}]
    path.write_text(yaml.safe_dump({"actors": [{"name": "Maria Muster", "offices": offices}]}), encoding="utf-8")

    assert _run("check", str(path))[0] == 1


@pytest.mark.parametrize("content", ["[]", "{", '{"results": {"bindings": [{}]}}', "5"])
def test_refuses_what_is_no_query_result(tmp_path: Path, content: str) -> None:
    """Other JSON, or none, gives one line and status 1."""
    path = tmp_path / "query.json"
    path.write_text(content, encoding="utf-8")

    status, out, error = _run("import", str(path))
    assert (status, out) == (1, "")
    assert "query.json" in error


def test_judgements_join_and_part_and_are_taken_back(own: Path) -> None:
    """A judgement is kept in the user's file, changes whom a name means, and can be undone."""
    text = "Sergej Lawrov reiste nach Genf."

    def actor() -> str:
        use_own_file(own)
        return read_article(Article("case", text, published="2026-01-22")).actors[0].id

    assert _run("split", "sergej-lawrov", "sergej-lawrow")[0] == 0
    assert actor() == "sergej-lawrov"
    assert _run("split", "sergej-lawrov", "sergej-lawrow", "--undo")[0] == 0
    assert actor() == "sergej-lawrow"
    assert _run("merge", "sergej-lawrov", "marco-rubio")[0] == 0
    assert actor() == "marco-rubio"


def test_asks_for_a_file_to_judge_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file of one's own a judgement has no place."""
    monkeypatch.delenv("AKTENLAGE_ACTORS", raising=False)

    assert _run("merge", "a", "b")[0] == 2
