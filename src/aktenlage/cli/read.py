"""``aktenlage read``: articles in, readings out."""

import json
import sys

import click

from aktenlage.model.article import Article
from aktenlage.model.record import to_record
from aktenlage.pipeline import read_article


@click.command()
@click.argument("paths", nargs=-1, required=True)
def read(paths: tuple[str, ...]) -> None:
    """
    Print one reading a line.

    Example: aktenlage read articles/ | jq .encounters
    """
    del paths
    for line in sys.stdin:
        record = json.loads(line)
        article = Article(record["id"], record["text"], title=record.get("title"), published=record.get("published"))
        click.echo(json.dumps(to_record(read_article(article)), ensure_ascii=False))
