"""What all commands that read articles share: readings one after the other, errors, progress, a quiet end."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count

import click

from aktenlage.errors import InputError, ResourceError
from aktenlage.model.article import Article
from aktenlage.model.reading import Reading
from aktenlage.resources.messages import message
from aktenlage.settings import Settings

ERROR_SCHEMA = "aktenlage/error/1"
# As shells tell that a program was ended by a signal: 128 and the signal's number.
_INTERRUPTED = 130
_BROKEN_PIPE = 141


class Readings:
    """
    The readings of *paths*: iterating reads one article after the other.

    What cannot be read is reported on the error stream and counted in *failed*; the rest is read nevertheless.
    """

    def __init__(self, paths: Sequence[str], settings: Settings, *, collect: bool = False) -> None:
        """With *collect* nothing is printed while reading, so progress may show on any terminal."""
        self._collect = collect
        self._paths = paths
        self._settings = settings
        self.failed = 0

    def __iter__(self) -> Iterator[Reading]:
        """Give the readings."""
        from aktenlage.ingest.sources import Sources

        with _progress(self._settings.interface, collect=self._collect) as advance:
            for item in Sources(self._paths, stdin=sys.stdin.buffer):
                reading = self._read(item)
                advance()
                if reading is not None:
                    yield reading

    def _read(self, item: Article | InputError) -> Reading | None:
        from aktenlage.pipeline import read_article

        if isinstance(item, Article):
            try:
                return read_article(item)
            except ResourceError as wrong:
                raise click.ClickException(str(wrong)) from None
            except Exception as fault:  # noqa: BLE001 - one article's fault must not end the run
                values = {"reason": f"{type(fault).__name__}: {fault}"}
                item = InputError(item.id, message("input.failed", **values), key="input.failed", values=values)
        self.failed += 1
        report(item, self._settings.interface)
        return None


def report(error: InputError, interface: str) -> None:
    """Print an input's error: a line for people on a terminal, else an object of its own."""
    reason = message(error.key, interface, **error.values) if error.key else error.reason
    if sys.stderr.isatty():
        click.secho(f"{error.source}: {reason}", err=True, fg="red")
    else:
        record = {"schema": ERROR_SCHEMA, "input": error.source, "error": reason, "code": error.key}
        click.echo(json.dumps(record, ensure_ascii=True), err=True)


@contextmanager
def quiet_end() -> Iterator[None]:
    """End without a traceback where the reader of the output has gone, its disk is full, or the user interrupts."""
    try:
        yield
        sys.stdout.flush()
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None
    except BrokenPipeError:
        # What is still buffered would raise again when the interpreter flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(_BROKEN_PIPE) from None
    except OSError as error:
        target = error.filename or message("output.stdout", Settings.from_environment().interface)
        if error.filename is None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise unwritten(target, error) from None


def unwritten(target: object, error: OSError) -> click.ClickException:
    """Say in one line that *target* could not be written; the exit status is 1."""
    interface = Settings.from_environment().interface
    return click.ClickException(message("output.failed", interface, target=target, reason=error.strerror))


@contextmanager
def _progress(interface: str, *, collect: bool) -> Iterator[Callable[[], None]]:
    """Give what to call after each article; it shows on the error stream, unless readings go to the terminal."""
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not collect):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(message("read.progress", interface, count=0))
        numbers = count(1)
        yield lambda: progress.update(task, description=message("read.progress", interface, count=next(numbers)))
