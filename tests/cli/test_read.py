"""The command as its user meets it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from aktenlage import pipeline
from aktenlage.cli import main

TEXT = "Die Außenminister trafen sich am Montag in Genf. Sie wollen weiter über den Vertrag sprechen.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "genf.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _program(*arguments: str, given: bytes = b"", lang: str = "en") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "AKTENLAGE_LANG": lang, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "aktenlage", "read", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env=environment, check=False, timeout=60)


def test_prints_one_reading_a_line(article: Path) -> None:
    """Readings are UTF-8 JSON with all lists of the record, whatever the terminal's encoding."""
    done = _program(str(article))

    [line] = done.stdout.decode().splitlines()
    reading = json.loads(line)
    assert (done.returncode, done.stderr) == (0, b"")
    assert reading["schema"] == "aktenlage/reading/1"
    assert reading["article"]["text"] == TEXT
    assert {"noise", "sentences", "actors", "mentions", "times", "statements", "encounters", "positions"} < set(reading)
    assert {"documents", "delegations", "figures"} < set(reading)


def test_errors_are_objects_and_the_run_goes_on(article: Path) -> None:
    """Each input that cannot be read gives one object on the error stream; the status is 1."""
    done = _program("fehlt.txt", "-", str(article), given=b'{"id": "a"}\n{"id": "b"', lang="de")

    errors = [json.loads(line) for line in done.stderr.decode().splitlines()]
    assert done.returncode == 1
    assert [error["schema"] for error in errors] == ["aktenlage/error/1"] * 3
    assert [error["input"] for error in errors] == ["fehlt.txt", "-:1", "-:2"]
    assert errors[0]["error"] == "Datei oder Ordner gibt es nicht"
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["genf"]


def test_wrong_usage_has_a_status_of_its_own() -> None:
    """No path at all, or an unknown format, is status 2."""
    assert CliRunner().invoke(main, ["read"]).exit_code == 2
    assert CliRunner().invoke(main, ["read", "--format", "xml", "-"]).exit_code == 2


def test_a_fault_in_one_article_does_not_end_the_run(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that raises costs one article, not the others."""
    read_article = pipeline.read_article

    def faulty(item):
        if item.id == "schlecht":
            raise ZeroDivisionError("division by zero")
        return read_article(item)

    monkeypatch.setattr(pipeline, "read_article", faulty)
    (article.parent / "schlecht.txt").write_text(TEXT + "Mehr.", encoding="utf-8")

    result = CliRunner().invoke(main, ["read", str(article.parent)])

    assert result.exit_code == 1
    assert json.loads(result.stdout)["id"] == "genf"
    assert "ZeroDivisionError" in json.loads(result.stderr)["error"]


def test_short_view_is_for_people(article: Path) -> None:
    """The short view names the article and is no JSON."""
    result = CliRunner(env={"AKTENLAGE_LANG": "de"}).invoke(main, ["read", "--format", "pretty", str(article)])

    assert result.exit_code == 0
    assert "genf" in result.stdout
    assert '"schema"' not in result.stdout


def test_a_closed_pipe_is_no_fault() -> None:
    """Where the next program of a pipe has enough, nothing is said."""
    lines = b"".join(json.dumps({"id": str(n), "text": TEXT}).encode() + b"\n" for n in range(300))
    program = subprocess.Popen(
        [sys.executable, "-m", "aktenlage", "read", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdin
    assert program.stdout
    assert program.stderr
    program.stdout.close()
    try:
        program.stdin.write(lines)
        program.stdin.close()
    except BrokenPipeError:
        pass
    with program.stderr as said:
        assert said.read() == b""
    assert program.wait(60) == 141


def test_help_shows_an_example() -> None:
    """The first thing that a user asks for."""
    result = CliRunner().invoke(main, ["read", "--help"])

    assert result.exit_code == 0
    assert "aktenlage read articles/ > readings.jsonl" in result.output


def test_explain_names_the_rule_of_each_time() -> None:
    """Whoever doubts a date sees which rule read it and what that rule is for."""
    article = json.dumps({"text": "Die Delegationen treffen sich am Freitag in Genf.", "published": "2026-01-22"})

    result = CliRunner().invoke(main, ["read", "-", "--explain"], input=article)

    assert "Freitag · DATE 2026-01-23 · weekday: News names the days around publication" in result.output
