"""Drawings of what a page lists."""

from collections.abc import Sequence
from dataclasses import replace

from aktenlage.model.dossier import DossierActor, Event, Participant, Standpoint
from aktenlage.publish.plot import Plot, draw_activity, draw_network, draw_positions, draw_timeline
from aktenlage.publish.web.desk import Desk
from aktenlage.store.page import Wanted

MARKS = 160


def timeline_plot(desk: Desk, wanted: Wanted) -> Plot | None:
    """Draw the latest of the events that *wanted* chooses; None where none has a date."""
    events = desk.view.events(replace(wanted, offset=0, limit=MARKS, newest_first=True)).items
    plot = draw_timeline(events, _actors(desk), desk.language, lambda name: desk.entry("event", name))
    return plot if plot.rows else None


def positions_plot(desk: Desk, standpoints: Sequence[Standpoint]) -> Plot | None:
    """Draw the stances that a list shows over time; None where fewer than two have a day."""
    shown = [replace(each, stances=desk.last_stances(each)) for each in standpoints]
    plot = draw_positions(shown, _actors(desk), desk.language, lambda name: desk.entry("actor", name))
    return replace(plot, rows=tuple(_told(desk, row) for row in plot.rows)) if len(plot.rows) > 1 else None


def network_plot(desk: Desk, met: dict[str, list[str]]) -> Plot:
    """Draw who met whom; *met* are those who took part, by event."""
    events = [
        Event(name, "meeting", tuple(Participant(actor) for actor in those), None, None, None, (), "held")
        for name, those in met.items()
    ]
    known = desk.labels

    def link(actor: str) -> str:
        return desk.entry("actor", actor) if actor in known else "/actors"

    return draw_network(events, _actors(desk), desk.language, link)


def activity_plot(desk: Desk) -> Plot | None:
    """Draw how many events fall into each month."""
    months = desk.kept("months", desk.view.activity)
    return draw_activity(months, desk.language) if len(months) > 1 else None


def _actors(desk: Desk) -> dict[str, DossierActor]:
    """All actors as far as a drawing needs them, and the states of those who act for one."""

    def made() -> dict[str, DossierActor]:
        found = {
            actor: DossierActor(actor, label.name, label.kind, state=label.state)
            for actor, label in desk.labels.items()
        }
        states = {label.state for label in desk.labels.values() if label.state}
        return found | {state: DossierActor(state, desk.words.name(state), "state") for state in states - found.keys()}

    known: dict[str, DossierActor] = desk.kept("drawn actors", made)
    return known


def _told(desk: Desk, row: tuple[str, ...]) -> tuple[str, ...]:
    return (*row[:-1], desk.words.issue(row[-1]))
