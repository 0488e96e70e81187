"""``aktenlage judge``: what users decide over the file; every decision is kept and can be taken back."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from aktenlage.cli.articles import quiet_end
from aktenlage.cli.options import file_option, store_errors
from aktenlage.errors import JudgementError
from aktenlage.model.judgement import FIELDS, Act, Judgement, TargetKind
from aktenlage.model.record import from_record, to_json
from aktenlage.resources.messages import message
from aktenlage.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])

_LISTS = ("participants", "topics")
_kind = click.option(
    "--kind", type=click.Choice(list(FIELDS)), default="event", help="What the ids name.", show_default=True
)
_entries = click.argument("entries", nargs=-1, required=True, metavar="ID...")
_reason = click.option("--reason", help="Why; it is kept with the decision.")
_by = click.option("--by", help="Who decided.")


def _common(command: Command) -> Command:
    for option in (_by, _reason, file_option):
        command = option(command)
    return command


@click.group()
def judge() -> None:
    """
    Accept, correct, merge, split, hide and note what the file says, and take decisions back.

    Nothing in the store is rewritten: decisions are kept beside it with time and reason, stand when articles are read
    again or others come, and count only from their time on where --as-of asks for an earlier day.

    Example: aktenlage judge merge e1f2a3b4c5 e6d7c8b9a0 --reason "one meeting, two dates"
    """


@judge.command()
@_entries
@_kind
@_common
def accept(entries: tuple[str, ...], kind: TargetKind, path: Path | None, reason: str | None, by: str | None) -> None:
    """
    Say that entries are right.

    Example: aktenlage judge accept e1f2a3b4c5
    """
    _judge("accept", entries, path, kind=kind, reason=reason, by=by)


@judge.command()
@_entries
@_kind
@_common
def hide(entries: tuple[str, ...], kind: TargetKind, path: Path | None, reason: str | None, by: str | None) -> None:
    """
    Leave entries out of all views.

    Example: aktenlage judge hide s1f2a3b4c5 --kind statement --reason "no statement"
    """
    _judge("hide", entries, path, kind=kind, reason=reason, by=by)


@judge.command()
@click.argument("entry", metavar="ID")
@click.argument("words", metavar="TEXT")
@_kind
@file_option
@_by
def note(entry: str, words: str, kind: TargetKind, path: Path | None, by: str | None) -> None:
    """
    Add a note to an entry.

    Example: aktenlage judge note e1f2a3b4c5 "to be asked of the ministry"
    """
    _judge("note", (entry,), path, kind=kind, reason=words, by=by)


@judge.command()
@click.argument("entry", metavar="ID")
@click.argument("field")
@click.argument("value")
@_kind
@_common
def correct(
    entry: str, field: str, value: str, kind: TargetKind, path: Path | None, reason: str | None, by: str | None
) -> None:
    """
    Give a field of an entry another value; several ids are parted by commas, nothing ("") says unknown.

    \b
    Examples:
      aktenlage judge correct e1f2a3b4c5 place Genf --reason "the ministry's site"
      aktenlage judge correct e1f2a3b4c5 participants ru,us
    """  # noqa: D301 - click takes the escaped backspace as a sign
    parts = [part.strip() for part in value.split(",") if part.strip()]
    given: Any = parts if field in _LISTS else value or None
    _judge("correct", (entry,), path, kind=kind, field=field, value=given, reason=reason, by=by)


@judge.command()
@_entries
@_common
def merge(entries: tuple[str, ...], path: Path | None, reason: str | None, by: str | None) -> None:
    """
    Say that events are one.

    Example: aktenlage judge merge e1f2a3b4c5 e6d7c8b9a0
    """
    _judge("merge", entries, path, reason=reason, by=by)


@judge.command()
@click.argument("entry", metavar="ID")
@click.option(
    "--article", "articles", multiple=True, required=True, help="An article whose report is of another event."
)
@_common
def split(entry: str, articles: tuple[str, ...], path: Path | None, reason: str | None, by: str | None) -> None:
    """
    Say that the reports of some articles are of an event of their own.

    Example: aktenlage judge split e1f2a3b4c5 --article dpa-17 --article dpa-18
    """
    _judge("split", (entry,), path, articles=articles, reason=reason, by=by)


@judge.command()
@click.argument("number", type=int)
@_common
def undo(number: int, path: Path | None, reason: str | None, by: str | None) -> None:
    """
    Take a decision back by its number; an undoing can be undone as well.

    Example: aktenlage judge undo 3
    """
    with _open(path) as store:
        _print(store.undo(number, reason=reason, by=by))


@judge.command("list")
@file_option
def list_judgements(path: Path | None) -> None:
    """
    List all decisions, one JSON object a line.

    Example: aktenlage judge list --file talks.sqlite > decisions.jsonl
    """
    with _open(path) as store:
        for judgement in store.judgements():
            click.echo(to_json(judgement))


@judge.command("import")
@click.argument("source", type=click.File(encoding="utf-8"))
@file_option
def take(source: Any, path: Path | None) -> None:
    """
    Take over decisions that another store listed; known ones change nothing.

    Example: aktenlage judge import decisions.jsonl
    """
    interface = Settings.from_environment().interface
    found: list[Judgement] = []
    for number, line in enumerate(source, 1):
        try:
            found.append(from_record(Judgement, json.loads(line)))
        except (ValueError, TypeError, KeyError, AttributeError):
            raise click.ClickException(message("judge.bad_line", interface, file=source.name, number=number)) from None
    with _open(path) as store:
        click.echo(message("judge.taken", interface, count=store.take_judgements(found)), err=True)


def _judge(act: Act, entries: tuple[str, ...], path: Path | None, **given: Any) -> None:
    with _open(path) as store:
        _print(store.judge(act, entries, **given))


def _print(judgement: Judgement) -> None:
    click.echo(to_json(judgement))


@contextmanager
def _open(path: Path | None) -> Iterator[Any]:
    settings = Settings.from_environment()
    with quiet_end(), store_errors(settings.interface):
        from aktenlage.library import Store

        try:
            with Store(path or settings.file, create=False) as store:
                yield store
        except JudgementError as error:
            raise click.ClickException(message(error.key, settings.interface, **error.values)) from None
