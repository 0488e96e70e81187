"""The pages cannot lag behind the program: commands, options, links and code in them are tried."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from aktenlage.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("eval/*.md")])
BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#)(?P<target>[^)#\s]+)")


def _blocks(language: str) -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
            if block["language"] == language:
                yield page, block["body"]


def _calls() -> Iterator[tuple[str, list[str]]]:
    for page, body in _blocks("sh"):
        for line in re.split(r"\n|&&|\|", body.replace("\\\n", " ")):
            words = shlex.split(line, comments=True)
            if words and words[0] == "aktenlage":
                yield f"{page.name}: {line.strip()}", words[1:]


def _commands() -> Iterator[click.Command]:
    def walk(command: click.Command) -> Iterator[click.Command]:
        if isinstance(command, click.Group):
            for child in command.commands.values():
                yield from walk(child)
        else:
            yield command

    yield from walk(main)


@pytest.mark.parametrize(("call", "words"), list(_calls()), ids=lambda value: value if isinstance(value, str) else "")
def test_commands_in_the_pages_exist(call: str, words: list[str]) -> None:
    """A command that a page shows is one that the program has, with the options shown."""
    command: click.Command = main
    while isinstance(command, click.Group) and words and words[0] in command.commands:
        command = command.commands[words.pop(0)]
    options = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}

    assert not isinstance(command, click.Group), f"no such command: {call}"
    assert {word for word in words if re.match(r"--?[a-z]", word)} <= options | {"--help", "-h"}, call


@pytest.mark.parametrize("command", list(_commands()), ids=lambda command: str(command.name))
def test_help_shows_an_example(command: click.Command) -> None:
    """Whoever asks a command for help sees how it is called."""
    assert re.search(r"aktenlage \w+", command.help or ""), command.name


@pytest.mark.parametrize("page", sorted({page for page, _ in _blocks("python")}), ids=lambda page: page.name)
def test_code_in_the_pages_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page shows in Python can be pasted, block after block, and runs where the examples lie."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    code = "".join(body for other, body in _blocks("python") if other == page)

    exec(compile(code, page.name, "exec"), {"__name__": "__main__"})


def test_settings_are_told() -> None:
    """Every variable of the environment that the program reads stands in the table of settings."""
    settings = (ROOT / "src" / "aktenlage" / "settings.py").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "quick-start-terminal.md").read_text(encoding="utf-8")

    assert set(re.findall(r'"(AKTENLAGE_[A-Z]+)"', settings)) == set(
        re.findall(r"^\| `(AKTENLAGE_[A-Z]+)`", page, re.MULTILINE)
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """A link to a file of the project leads to that file."""
    targets = LINK.finditer(page.read_text(encoding="utf-8"))
    missing = [link["target"] for link in targets if not (page.parent / link["target"]).exists()]

    assert missing == []
