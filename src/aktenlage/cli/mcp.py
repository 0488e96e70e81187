"""``aktenlage mcp``: the file for programs that speak the Model Context Protocol."""

from pathlib import Path

import click

from aktenlage.cli.options import file_option, store_errors
from aktenlage.resources.messages import message
from aktenlage.settings import Settings


@click.command()
@file_option
def mcp(path: Path | None) -> None:
    """
    Serve a store over standard input and output, read-only: search, timeline, event, positions, changes.

    Example: aktenlage mcp --file talks.sqlite
    """
    settings = Settings.from_environment()
    try:
        from aktenlage.publish.mcp import make_server
    except ModuleNotFoundError:
        raise click.ClickException(message("mcp.missing", settings.interface)) from None
    with store_errors(settings.interface):
        from aktenlage.library import Store

        with Store(path or settings.file, create=False) as store:
            make_server(store).run("stdio")
