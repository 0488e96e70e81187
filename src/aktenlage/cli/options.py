"""What commands on a store share: its file, days as arguments, errors told in the interface's language."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from aktenlage.consolidate.days import certain_moment
from aktenlage.errors import StoreError
from aktenlage.resources.messages import message
from aktenlage.settings import Settings

file_option = click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    help="The store; without it AKTENLAGE_FILE, else aktenlage.sqlite.",
)


class Day(click.ParamType[str]):
    """A day, month, year or time stamp in ISO 8601."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the value back, or fail with a message."""
        if certain_moment(str(value)) is None:
            self.fail(message("show.bad_day", Settings.from_environment().interface, value=value), param, ctx)
        return str(value)


@contextmanager
def store_errors(interface: str) -> Iterator[None]:
    """Tell what is wrong with a store in one line, and end with status 1."""
    try:
        yield
    except StoreError as error:
        click.secho(f"{error.store}: {message(error.key, interface)}", err=True, fg="red")
        raise SystemExit(1) from None
