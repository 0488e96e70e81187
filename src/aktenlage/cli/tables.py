"""Rows of a view as a table for people, as JSON Lines, CSV or Markdown."""

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import click

from aktenlage.dossier.evidence import Quoted, Texts
from aktenlage.dossier.row import Row
from aktenlage.publish.words import day_in_words, duration_in_words
from aktenlage.resources.load import load
from aktenlage.resources.messages import message, messages

FORMATS = ("table", "json", "csv", "markdown")
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Ids are for programs; a table for people is narrow enough without them.
_FOR_PROGRAMS = frozenset({"id", "event", "edtf"})
_LONGEST_CELL = 160


def print_rows(rows: Sequence[Row], form: str | None, *, texts: Texts, evidence: bool, interface: str) -> None:
    """Print *rows*; without a form as a table on a terminal, else as JSON Lines."""
    match form or ("table" if sys.stdout.isatty() else "json"):
        case "json":
            for row in rows:
                click.echo(json.dumps(_record(row, texts, evidence=evidence), ensure_ascii=False))
        case "csv":
            click.echo(_csv(rows, texts, evidence=evidence), nl=False)
        case "markdown":
            click.echo(_markdown(rows, texts, evidence=evidence, interface=interface), nl=False)
        case _:
            _table(rows, texts, evidence=evidence, interface=interface)


def _record(row: Row, texts: Texts, *, evidence: bool) -> dict[str, Any]:
    record: dict[str, Any] = dict(row.fields)
    record["evidence"] = [[place.article, place.start, place.end] for place in row.evidence]
    if evidence:
        record["quotes"] = [
            {"article": each.article, "outlet": each.outlet, "published": each.published, "sentence": each.sentence}
            for each in texts.quoted(row.evidence)
        ]
    return record


def _csv(rows: Sequence[Row], texts: Texts, *, evidence: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow([*row.fields, *(["evidence"] if evidence else [])])
        cells = [_plain(value) for value in row.fields.values()]
        if evidence:
            cells.append(" | ".join(_source(each) for each in texts.quoted(row.evidence)))
        writer.writerow([_harmless(cell) for cell in cells])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _markdown(rows: Sequence[Row], texts: Texts, *, evidence: bool, interface: str) -> str:
    if not rows:
        return ""
    names = _columns(rows)
    heads = [message(f"column.{name}", interface) for name in names]
    if evidence:
        heads.append(message("column.evidence", interface))
    lines = [heads, ["---"] * len(heads)]
    for row in rows:
        cells = [_cell(name, row.fields, interface) for name in names]
        if evidence:
            cells.append("<br>".join(_marked(_source(each)) for each in texts.quoted(row.evidence)))
        lines.append([*map(_marked, cells[: len(names)]), *cells[len(names) :]])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _marked(cell: str) -> str:
    for sign in ("\\", "|", "<", "[", "*", "_", "`"):
        cell = cell.replace(sign, f"\\{sign}")
    return " ".join(cell.split())


def _table(rows: Sequence[Row], texts: Texts, *, evidence: bool, interface: str) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if not rows:
        console.print(message("show.nothing", interface))
        return
    names = _columns(rows)
    if evidence:
        for row in rows:
            told = [_cell(name, row.fields, interface) for name in names]
            console.print(Text(" · ".join(cell for cell in told if cell), style="bold"))
            for each in texts.quoted(row.evidence):
                console.print(Padding(Text(_source(each)), (0, 0, 0, 4)))
        return
    table = Table(header_style="bold", box=None, pad_edge=False)
    for name in names:
        table.add_column(message(f"column.{name}", interface), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_shortened(_cell(name, row.fields, interface))) for name in names))
    console.print(table)


def _columns(rows: Sequence[Row]) -> list[str]:
    """Leave out what is meant for programs, and columns without a single value."""
    return [
        name
        for name in rows[0].fields
        if name not in _FOR_PROGRAMS and any(row.fields.get(name) not in (None, [], "", False) for row in rows)
    ]


def _cell(name: str, fields: Mapping[str, Any], interface: str) -> str:
    value = fields.get(name)
    if value is None or value is False or value == []:
        return ""
    if value is True:
        return message("show.yes", interface)
    if name in ("date", "at", "published"):
        return day_in_words(str(value), interface)
    if name == "duration":
        return duration_in_words(str(value), interface)
    if name in ("values", "from", "to") and fields.get("field", fields.get("change")) in ("date", "duration"):
        each = day_in_words if fields.get("field") != "duration" else duration_in_words
        values = value if isinstance(value, list | tuple) else [value]
        return ", ".join(each(str(item), interface) for item in values)
    if isinstance(value, list | tuple):
        return ", ".join(_word(name, each, interface) for each in value)
    return _word(name, value, interface)


# What stands in these columns may be one of the record's own words.
_KINDS = {
    "status": ("status", "document.status"),
    "kind": ("kind", "actor.kind", "document.kind"),
    "what": ("kind",),
    "stance": ("stance",),
    "type": ("disagreement", "statement.type"),
    "field": ("field",),
    "change": ("change",),
    "from": ("status", "stance", "document.status"),
    "to": ("status", "stance", "document.status"),
    "values": ("status",),
}


def _word(name: str, value: Any, interface: str) -> str:
    if name in ("issue", "what"):
        return _issues(interface).get(str(value)) or _known_word(name, value, interface)
    return _known_word(name, value, interface)


@cache
def _issues(interface: str) -> dict[str, str]:
    return {issue["id"]: issue["labels"][interface] for issue in load("issues")}


def _known_word(name: str, value: Any, interface: str) -> str:
    known = messages(interface)
    for kind in _KINDS.get(name, ()):
        if f"{kind}.{value}" in known:
            return message(f"{kind}.{value}", interface)
    return str(value)


def _shortened(cell: str) -> str:
    return cell if len(cell) <= _LONGEST_CELL else f"{cell[: _LONGEST_CELL - 1]}…"


def _source(quoted: Quoted) -> str:
    source = ", ".join(part for part in (quoted.outlet or quoted.article, (quoted.published or "")[:10]) if part)
    return f"„{quoted.sentence}“ ({source})"


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
