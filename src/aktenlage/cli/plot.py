"""``aktenlage plot``: the file as drawings."""

import sys
from collections import Counter
from pathlib import Path

import click

from aktenlage.cli.articles import Readings, quiet_end, unwritten
from aktenlage.cli.options import file_option, store_errors
from aktenlage.model.dossier import Dossier
from aktenlage.model.timex import Timex
from aktenlage.publish.plot import Plot, draw_activity, draw_network, draw_positions, draw_timeline
from aktenlage.resources.messages import message
from aktenlage.settings import Settings

_KINDS = ("timeline", "network", "activity", "positions")


@click.command()
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@file_option
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Where to; else standard output.")
@click.option("--issue", help="Of positions only those on this issue, by its id: ceasefire.")
def plot(kind: str, paths: tuple[str, ...], path: Path | None, output: Path | None, issue: str | None) -> None:
    """
    Draw the file of a store, or of articles right away, as SVG.

    Example: aktenlage plot timeline --file talks.sqlite -o timeline.svg
    """
    settings = Settings.from_environment()
    failed = False
    with quiet_end(), store_errors(settings.interface):
        if paths:
            from aktenlage.pipeline import make_dossier

            found = Readings(paths, settings, collect=True)
            dossier = make_dossier(list(found))
            failed = bool(found.failed)
        else:
            from aktenlage.library import Store

            with Store(path or settings.file, create=False) as store:
                dossier = store.view().dossier("event", "actor", "position")
        drawn = _draw(kind, dossier, settings.interface, issue).standalone()
    if output is None:
        click.echo(drawn, nl=False)
    else:
        try:
            output.write_text(drawn, encoding="utf-8")
        except OSError as error:
            raise unwritten(output, error) from None
        click.echo(message("export.done", settings.interface, file=output, bytes=len(drawn.encode())), err=True)
    sys.exit(1 if failed else 0)


def _draw(kind: str, dossier: Dossier, interface: str, issue: str | None) -> Plot:
    actors = {actor.id: actor for actor in dossier.actors}
    if kind == "timeline":
        return draw_timeline(dossier.events, actors, interface)
    if kind == "network":
        return draw_network(dossier.events, actors, interface)
    if kind == "positions":
        chosen = [each for each in dossier.positions if issue in (None, each.issue)]
        return draw_positions(chosen, actors, interface)
    days = (timex.first for event in dossier.events if (timex := Timex.find(event.date)) is not None)
    return draw_activity(sorted(Counter(f"{day:%Y-%m}" for day in days).items()), interface)
