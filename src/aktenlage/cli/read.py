"""``aktenlage read``: articles in, readings out."""

import sys

import click

from aktenlage.cli.articles import Readings, quiet_end
from aktenlage.model.record import to_json
from aktenlage.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "pretty"]),
    help="jsonl: one reading a line; pretty: a short view. Without it: pretty on a terminal, jsonl elsewhere.",
)
@click.option("--explain", is_flag=True, help="Show each time expression with its value and the rule that read it.")
def read(paths: tuple[str, ...], form: str | None, *, explain: bool) -> None:
    """
    Read articles and print what each of them says.

    PATH is a text, Markdown or HTML file, a file of JSON Lines, or a folder of them; "-" is standard input. What cannot
    be read is reported on the error stream, the rest is read nevertheless; the exit status is then 1.

    \b
    Examples:
      aktenlage read article.txt
      aktenlage read articles/ > readings.jsonl
      aktenlage read article.txt --explain
      aktenlage read - < articles.jsonl | jq .encounters
    """  # noqa: D301 - click takes the escaped backspace as a sign
    settings = Settings.from_environment()
    pretty = form == "pretty" or (form is None and (explain or sys.stdout.isatty()))
    readings = Readings(paths, settings)
    with quiet_end():
        for reading in readings:
            if pretty:
                from aktenlage.cli.reading_view import show

                show(reading, settings.interface, explain=explain)
            else:
                # Always UTF-8, whatever the terminal speaks; flushed, so that the next program in a pipe can begin.
                line = to_json(reading)
                sys.stdout.buffer.write(line.encode() + b"\n")
                sys.stdout.buffer.flush()
    sys.exit(1 if readings.failed else 0)
