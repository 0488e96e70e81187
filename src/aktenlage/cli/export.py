"""``aktenlage export``: the file in the formats of the trade."""

import sys
from pathlib import Path

import click

from aktenlage.cli.articles import Readings, quiet_end, unwritten
from aktenlage.cli.options import Day, file_option, store_errors
from aktenlage.publish.export import FORMATS, Material
from aktenlage.publish.export.material import QUOTATION
from aktenlage.resources.messages import message
from aktenlage.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), required=True, help="What to write.")
@file_option
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Where to; else standard output.")
@click.option("--as-of", type=Day(), help="What the file said on this day.")
@click.option("--base", help="The address at which the file is served; ids and links begin with it.")
@click.option(
    "--quotation",
    type=click.IntRange(0),
    default=QUOTATION,
    show_default=True,
    help="The most characters of a quotation.",
)
def export(
    paths: tuple[str, ...],
    form: str,
    path: Path | None,
    output: Path | None,
    as_of: str | None,
    base: str | None,
    quotation: int,
) -> None:
    """
    Hand the file on: that of a store, or that of articles right away.

    Quotations are cut, and whole articles never leave the file.

    \b
    Examples:
      aktenlage export --format ical --file talks.sqlite -o talks.ics
      aktenlage export examples/davos --format markdown
    """  # noqa: D301 - click takes the escaped backspace as a sign
    settings = Settings.from_environment()
    failed = False
    with quiet_end(), store_errors(settings.interface):
        if paths:
            from aktenlage.pipeline import make_dossier

            found = Readings(paths, settings, collect=True)
            readings = {reading.article.id: reading for reading in found}
            failed = bool(found.failed)
            dossier = make_dossier(readings.values(), as_of=as_of)
            material = Material(dossier, readings.get, settings.interface, base, quotation)
            _write(material, form, output, settings.interface)
        else:
            from aktenlage.library import Store

            with Store(path or settings.file, create=False) as store:
                view = store.view(as_of=as_of)
                material = Material(view.dossier(*view.kinds), view.reading, settings.interface, base, quotation)
                _write(material, form, output, settings.interface)
    sys.exit(1 if failed else 0)


def _write(material: Material, form: str, output: Path | None, interface: str) -> None:
    try:
        written = FORMATS[form].write(material)
    except ModuleNotFoundError:
        raise click.ClickException(message("export.missing", interface)) from None
    if output is None:
        sys.stdout.buffer.write(written)
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        raise unwritten(output, error) from None
    click.echo(message("export.done", interface, file=output, bytes=len(written)), err=True)
