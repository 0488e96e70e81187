"""Who talks with whom, along time: one track for each set of sides."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from aktenlage.model.dossier import DossierActor, Event
from aktenlage.model.timex import Timex
from aktenlage.publish.plot.axis import Axis
from aktenlage.publish.plot.canvas import Canvas, Plot, fitted
from aktenlage.publish.words import day_in_words
from aktenlage.resources.messages import message

_WIDTH, _LEFT, _TRACK, _TOP = 960, 250, 30, 12
_TRACKS = 14
_SHAPES = {"meeting": "circle", "call": "diamond", "visit": "square", "conference": "triangle"}
# What has not taken place is drawn hollow.
_OFF = ("cancelled", "denied")
_HOLLOW = ("planned", "possible", "cancelled", "denied")
_APART = 13.0  # pixels between two marks of one track
_LEVELS = (0, -9, 9)  # pixels by which marks that would cover one another are moved up or down


def draw_timeline(
    events: Sequence[Event],
    actors: Mapping[str, DossierActor],
    interface: str,
    link: Callable[[str], str] | None = None,
) -> Plot:
    """
    Draw events that have a date; *link* gives the address of an event by its id.

    Tracks are the sets of states and bodies for which those who take part act, the busiest first; the rest share one.
    """
    dated = [(event, timex) for event in events if (timex := Timex.find(event.date)) is not None]
    tracks: defaultdict[str, list[tuple[Event, Timex]]] = defaultdict(list)
    for event, timex in dated:
        tracks[_sides(event, actors)].append((event, timex))
    ranked = sorted(tracks, key=lambda name: (-len(tracks[name]), name))
    shown = {name: tracks[name] for name in ranked[: _TRACKS - (len(ranked) > _TRACKS)]}
    left = [pair for name in ranked[len(shown) :] for pair in tracks[name]]
    if left:
        shown[message("plot.others", interface)] = left
    title = message("plot.timeline", interface)
    bottom = _TOP + _TRACK * max(1, len(shown))
    canvas = Canvas(_WIDTH, bottom + 26, title, message("plot.timeline.told", interface))
    days = [day for _, timex in dated for day in (timex.first, timex.last)] or [date(2000, 1, 1)]
    axis = Axis(min(days), max(days), _LEFT + 12, _WIDTH - 16)
    axis.draw(canvas, _TOP, bottom, interface)
    for number, (name, track) in enumerate(shown.items()):
        y = _TOP + _TRACK * (number + 0.5)
        canvas.line((_LEFT, y), (_WIDTH - 8, y))
        canvas.text(_LEFT - 8, y + 4, fitted(name, _LEFT - 16), anchor="end")
        _draw_track(canvas, axis, y, track, actors, interface, link)
    head = tuple(message(f"column.{key}", interface) for key in ("date", "kind", "who", "place", "status"))
    rows = tuple(
        (
            day_in_words(event.date, interface),
            message(f"kind.{event.kind}", interface),
            _who(event, actors),
            event.place or "–",
            message(f"status.{event.status}", interface),
        )
        for event, _ in dated
    )
    return Plot(canvas.svg(), title, head, rows)


def _draw_track(
    canvas: Canvas,
    axis: Axis,
    y: float,
    track: list[tuple[Event, Timex]],
    actors: Mapping[str, DossierActor],
    interface: str,
    link: Callable[[str], str] | None,
) -> None:
    taken: list[tuple[float, int]] = []
    for event, timex in sorted(track, key=lambda pair: (pair[1].first, pair[1].last, pair[0].id)):
        x = (axis.x(timex.first) + axis.x(timex.last)) / 2
        levels = {level for other, level in taken if abs(other - x) < _APART}
        level = next((level for level in _LEVELS if level not in levels), 0)
        taken.append((x, level))
        kind = f"is-{event.status}" + (" open" if event.status in _HOLLOW else "")
        kind += " unsure" if event.status == "possible" else ""
        if timex.first != timex.last:
            canvas.line((axis.x(timex.first), y), (axis.x(timex.last), y), kind, 3)
        tip = ", ".join(
            (
                day_in_words(event.date, interface),
                message(f"event.{event.kind}", interface, who=_who(event, actors)),
                *([event.place] if event.place else []),
                message(f"status.{event.status}", interface),
            )
        )
        canvas.mark(x, y + level, _SHAPES[event.kind], kind, tip=tip, link=link(event.id) if link else None)
        if event.status in _OFF:
            canvas.line((x - 7, y + level + 7), (x + 7, y + level - 7), kind, 2)


def _sides(event: Event, actors: Mapping[str, DossierActor]) -> str:
    sides = {_side(each.actor, actors) for each in event.participants}
    return " · ".join(sorted(sides)) or "–"


def _side(actor: str, actors: Mapping[str, DossierActor]) -> str:
    known = actors.get(actor)
    if known is None:
        return actor
    state = actors.get(known.state or "")
    return state.name if state else known.name


def _who(event: Event, actors: Mapping[str, DossierActor]) -> str:
    return ", ".join(actors[each.actor].name if each.actor in actors else each.actor for each in event.participants)
