"""``aktenlage actors``: who is known, and what a user adds to it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
import yaml

from aktenlage.cli.articles import quiet_end, unwritten
from aktenlage.cli.options import Day
from aktenlage.errors import ResourceError
from aktenlage.model.registry import Entry
from aktenlage.resources.load import check as check_data
from aktenlage.resources.own import from_wikidata, read_own
from aktenlage.resources.registry import registry, use_own_file
from aktenlage.resources.spelling import name_key
from aktenlage.settings import Settings

_as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


def use_settings() -> None:
    """Put the user's own file, where the environment names one, before the registry that is shipped."""
    use_own_file(Settings.from_environment().actors)


@click.group()
def actors() -> None:
    """
    List and search the known actors; check, import and judge your own.

    Your own file is the one that AKTENLAGE_ACTORS names; its entries and judgements come before those shipped.

    Example: aktenlage actors search Zelensky
    """


@actors.command("list")
@click.option("--kind", type=click.Choice(["person", "state", "organization", "group"]))
@click.option("--state", help="Only actors or offices of this state or body, by its id: ua.")
@click.option("--office", help="Only holders of this office, by its id: foreign-minister.")
@click.option("--on", "day", type=Day(), help="Only those in an office on this day.")
@_as_json
def list_actors(kind: str | None, state: str | None, office: str | None, day: str | None, *, as_json: bool) -> None:
    """
    List actors.

    Example: aktenlage actors list --office foreign-minister --on 2014-09-01
    """
    _print(
        (
            entry
            for entry in _entries()
            if kind in (None, entry.kind)
            and (_in_office(entry, state, office, day) if office or day else state in (None, entry.state))
        ),
        as_json=as_json,
    )


@actors.command()
@click.argument("words", nargs=-1, required=True)
@_as_json
def search(words: tuple[str, ...], *, as_json: bool) -> None:
    """
    Search actors by name, in any transcription, or by id.

    Example: aktenlage actors search Zelensky
    """
    wanted = {name_key(part) for word in words for part in word.split()}
    _print(
        (
            entry
            for entry in _entries()
            if " ".join(words).lower() == entry.id
            or any(wanted and wanted <= {name_key(part) for part in name.split()} for name in entry.names)
        ),
        as_json=as_json,
    )


@actors.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """
    Check a file of your own actors.

    Example: aktenlage actors check actors.yaml
    """
    own = _own(file)
    unknown = [
        f"{entry.id}: {tenure.of}"
        for entry in own.entries
        for tenure in entry.tenures
        if registry().get(tenure.of) is None and all(tenure.of != other.id for other in own.entries)
    ]
    for line in unknown:
        click.secho(f"unknown state or body of an office: {line}", err=True, fg="red")
    if unknown:
        raise SystemExit(1)
    click.echo(f"{len(own.entries)} actors, {len(own.merged)} merged, {len(own.split) // 2} split")


@actors.command("import")
@click.argument("result", type=click.File(encoding="utf-8"))
def import_result(result: Any) -> None:
    """
    Turn the JSON of a Wikidata query into a file of your own actors.

    The query's variables are person, personLabel, personAltLabel, sex, born, office, of, start, end.

    Example: aktenlage actors import query.json > actors.yaml
    """
    try:
        data = from_wikidata(json.load(result))
        check_data(data, "actors", result.name)
    except (ValueError, KeyError, TypeError, ResourceError) as error:
        click.secho(f"{result.name}: not the result of a query for people: {error}", err=True, fg="red")
        raise SystemExit(1) from None
    click.echo(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), nl=False)


@actors.command()
@click.argument("actor")
@click.argument("same_as")
@click.option("--undo", is_flag=True, help="Take the judgement back.")
def merge(actor: str, same_as: str, *, undo: bool) -> None:
    """
    Judge that ACTOR is the same as SAME_AS; both are ids.

    Example: aktenlage actors merge sergej-lawrov sergej-lawrow
    """
    _judge("merge", actor, same_as, undo=undo)


@actors.command()
@click.argument("actor")
@click.argument("other")
@click.option("--undo", is_flag=True, help="Take the judgement back.")
def split(actor: str, other: str, *, undo: bool) -> None:
    """
    Judge that ACTOR and OTHER are never the same; both are ids.

    Example: aktenlage actors split igor-iwanow sergej-iwanow
    """
    _judge("split", actor, other, undo=undo)


def _judge(kind: str, one: str, other: str, *, undo: bool) -> None:
    """Write a judgement beside the data, into the user's own file."""
    path = Settings.from_environment().actors
    if path is None:
        click.secho("set AKTENLAGE_ACTORS to the file that keeps your judgements", err=True, fg="red")
        raise SystemExit(2)
    if path.exists():
        _own(path)
    data = (yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else None) or {}
    pairs = [pair for pair in data.get(kind, []) if pair != [one, other]]
    data[kind] = pairs if undo else [*pairs, [one, other]]
    try:
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    except OSError as error:
        raise unwritten(path, error) from None


def _own(file: Path) -> Any:
    try:
        return read_own(file)
    except ResourceError as error:
        click.secho(str(error), err=True, fg="red")
        raise SystemExit(1) from None


def _entries() -> Iterable[Entry]:
    try:
        return registry().entries.values()
    except ResourceError as error:
        click.secho(str(error), err=True, fg="red")
        raise SystemExit(1) from None


def _in_office(entry: Entry, of: str | None, office: str | None, day: str | None) -> bool:
    return any(
        of in (None, tenure.of) and office in (None, tenure.office) and (day is None or tenure.covers(day))
        for tenure in entry.tenures
    )


def _print(entries: Iterable[Entry], *, as_json: bool) -> None:
    with quiet_end():
        for entry in entries:
            held = [{"office": t.office, "of": t.of, "from": t.start, "to": t.end} for t in entry.tenures]
            if as_json:
                record: dict[str, Any] = {"id": entry.id, "name": entry.name, "kind": entry.kind, "state": entry.state}
                record |= {"names": list(entry.names[1:]), "offices": held, "wikidata": entry.wikidata}
                click.echo(json.dumps(record | {"source": entry.source}, ensure_ascii=False))
                continue
            offices = "; ".join(f"{t.office} {t.of} {t.start or '?'}/{t.end or ''}" for t in entry.tenures)
            others = ", ".join(entry.names[1:])
            click.echo("  ".join(filter(None, (entry.id, entry.name, others, offices, f"[{entry.source}]"))))
