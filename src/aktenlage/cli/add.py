"""``aktenlage add``: articles into a store."""

import sys
from collections import Counter
from pathlib import Path

import click

from aktenlage.cli.articles import Readings, quiet_end
from aktenlage.cli.options import file_option, store_errors
from aktenlage.resources.messages import message
from aktenlage.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@file_option
def add(paths: tuple[str, ...], path: Path | None) -> None:
    """
    Keep articles and their readings in a store.

    The store is one SQLite file, made where there is none. Adding the same again changes nothing; a changed text of a
    known article is kept as a new version. Each article comes in whole or not at all, even if the program is killed.

    \b
    Examples:
      aktenlage add articles/ --file talks.sqlite
      aktenlage add - --file talks.sqlite < articles.jsonl
    """  # noqa: D301 - click takes the escaped backspace as a sign
    settings = Settings.from_environment()
    file = path or settings.file
    done: Counter[str] = Counter()
    readings = Readings(paths, settings, collect=True)
    with quiet_end(), store_errors(settings.interface):
        from aktenlage.library import Store

        with Store(file) as store:
            for reading in readings:
                done[store.add(reading)] += 1
            store.settle()
        told = {key: message(f"add.{key}", settings.interface, count=done[key]) for key in ("new", "version", "known")}
        click.echo(message("add.done", settings.interface, file=file, **told), err=True)
    sys.exit(1 if readings.failed else 0)
