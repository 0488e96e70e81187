"""``aktenlage show`` and ``aktenlage changes``: what a store holds."""

from pathlib import Path

import click

from aktenlage.cli.articles import quiet_end
from aktenlage.cli.options import Day, file_option, store_errors
from aktenlage.cli.tables import FORMATS, print_rows
from aktenlage.dossier.evidence import Texts
from aktenlage.dossier.row import narrow
from aktenlage.dossier.views import LISTS, VIEWS, Views
from aktenlage.resources.messages import message
from aktenlage.settings import Settings

_form = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="json: one object a line. Without it: a table on a terminal, json elsewhere.",
)
_evidence = click.option("--evidence", is_flag=True, help="Print the sentences, with outlet and date.")
_actor = click.option("--actor", help="Only what concerns this actor: an id (ru), a name or a surname.")
_until = click.option("--until", type=Day(), help="Only up to this day.")


@click.command()
@click.argument("view", type=click.Choice(VIEWS))
@file_option
@_form
@_evidence
@_actor
@click.option("--since", type=Day(), help="Only from this day on.")
@_until
@click.option("--as-of", type=Day(), help="What the file said on this day: only what had appeared by then counts.")
def show(
    view: str,
    path: Path | None,
    form: str | None,
    actor: str | None,
    since: str | None,
    until: str | None,
    as_of: str | None,
    *,
    evidence: bool,
) -> None:
    """
    Show what a store holds, each line with the sentences that it rests on.

    \b
    Examples:
      aktenlage show timeline --file talks.sqlite
      aktenlage show agenda --evidence
      aktenlage show positions --actor ru --format csv > positions.csv
      aktenlage show timeline --as-of 2026-01-21
    """  # noqa: D301 - click takes the escaped backspace as a sign
    _print(view, path, form, actor=actor, since=since, until=until, as_of=as_of, evidence=evidence)


@click.command()
@file_option
@_form
@_evidence
@_actor
@click.option("--since", type=Day(), required=True, help="Since this day.")
@_until
def changes(
    path: Path | None, form: str | None, actor: str | None, since: str, until: str | None, *, evidence: bool
) -> None:
    """
    Show what the file says since a day and did not say before.

    \b
    Example:
      aktenlage changes --since 2026-01-21 --file talks.sqlite
    """  # noqa: D301 - click takes the escaped backspace as a sign
    _print("changes", path, form, actor=actor, since=since, until=until, as_of=None, evidence=evidence)


def _print(
    view: str,
    path: Path | None,
    form: str | None,
    *,
    actor: str | None,
    since: str | None,
    until: str | None,
    as_of: str | None,
    evidence: bool,
) -> None:
    settings = Settings.from_environment()
    with quiet_end(), store_errors(settings.interface):
        from aktenlage.library import Store

        with Store(path or settings.file, create=False) as store:
            kept = store.view(as_of=as_of)
            texts = Texts(kept.reading)
            views = Views(kept.dossier(*LISTS[view]), texts)
            wanted = views.find_actor(actor) if actor is not None else None
            if actor is not None and wanted is None:
                raise click.BadParameter(message("show.no_actor", settings.interface, name=actor), param_hint="--actor")
            rows = narrow(views.rows(view), actor=wanted, since=since, until=until)
            print_rows(rows, form, texts=texts, evidence=evidence, interface=settings.interface)
