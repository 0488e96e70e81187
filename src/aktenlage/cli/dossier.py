"""``aktenlage dossier``: articles in, one record of the negotiation out."""

import json
import sys
from pathlib import Path

import click

from aktenlage.cli.articles import Readings, quiet_end, unwritten
from aktenlage.cli.options import Day
from aktenlage.model.record import to_record
from aktenlage.resources.messages import message
from aktenlage.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@click.option(
    "--format",
    "form",
    type=click.Choice(["summary", "json"]),
    help="Without it: a summary on a terminal, json elsewhere.",
)
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write one self-contained page.")
@click.option("--evidence", is_flag=True, help="Print the sentences that the summary rests on, with outlet and date.")
@click.option("--as-of", type=Day(), help="Only what had appeared by this day counts.")
def dossier(paths: tuple[str, ...], form: str | None, html: Path | None, as_of: str | None, *, evidence: bool) -> None:
    """
    Read articles and make one record of what they report together.

    \b
    Examples:
      aktenlage dossier articles/
      aktenlage dossier articles/ --evidence
      aktenlage dossier articles/ --html akte.html
      aktenlage dossier articles/ --format json | jq .events
    """  # noqa: D301 - click takes the escaped backspace as a sign
    from aktenlage.pipeline import make_dossier

    settings = Settings.from_environment()
    found = Readings(paths, settings, collect=True)
    with quiet_end():
        readings = list(found)
        made = make_dossier(readings, as_of=as_of)
        if html is not None:
            from aktenlage.publish.page import render_page

            page = render_page(made, readings, settings.interface)
            try:
                html.write_text(page, encoding="utf-8")
            except OSError as error:
                raise unwritten(html, error) from None
        summary = form == "summary" or (form is None and sys.stdout.isatty())
        if summary:
            from rich.console import Console

            from aktenlage.publish.quotes import Quotes
            from aktenlage.publish.sections import sections
            from aktenlage.publish.teller import Teller
            from aktenlage.publish.terminal import print_quotes, print_sections

            console, quotes = Console(), Quotes(made, readings)
            if not made.articles:
                console.print(message("dossier.no_articles", settings.interface))
            print_sections(sections(made, quotes, settings.interface), console, numbered=evidence)
            if evidence:
                print_quotes(quotes, Teller(made, quotes, settings.interface), console)
        elif form == "json" or html is None:
            sys.stdout.buffer.write(json.dumps(to_record(made), ensure_ascii=False).encode() + b"\n")
    sys.exit(1 if found.failed else 0)
