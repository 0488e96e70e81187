"""What each party wanted, along time: one track an actor, the stances as marks."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from aktenlage.model.dossier import DossierActor, Standpoint
from aktenlage.publish.plot.axis import Axis
from aktenlage.publish.plot.canvas import Canvas, Plot, fitted
from aktenlage.publish.words import day_in_words
from aktenlage.resources.messages import message

_WIDTH, _LEFT, _TRACK, _TOP = 960, 220, 28, 12
_TRACKS = 30
_DAY = 10
_SHAPES = {
    "demands": "triangle",
    "rejects": "square",
    "accuses": "diamond",
    "threatens": "diamond",
    "accepts": "circle",
    "supports": "circle",
    "offers": "circle",
}
_HOLLOW = ("accuses", "offers")


def draw_positions(
    standpoints: Sequence[Standpoint],
    actors: Mapping[str, DossierActor],
    interface: str,
    link: Callable[[str], str] | None = None,
) -> Plot:
    """Draw the stances of each actor that have a day; *link* gives the address of an actor by its id."""
    tracks: dict[str, list[tuple[date, str, str | None]]] = {}
    for standpoint in standpoints:
        for stance in standpoint.stances:
            if stance.date and len(stance.date) >= _DAY:
                day = date.fromisoformat(stance.date[:_DAY])
                tracks.setdefault(standpoint.actor, []).append((day, stance.stance, standpoint.issue))
    ranked = sorted(tracks, key=lambda actor: (-len(tracks[actor]), actor))[:_TRACKS]
    title = message("plot.positions", interface)
    bottom = _TOP + _TRACK * max(1, len(ranked))
    canvas = Canvas(_WIDTH, bottom + 26, title, message("plot.positions.told", interface))
    days = [day for actor in ranked for day, _, _ in tracks[actor]] or [date(2000, 1, 1)]
    axis = Axis(min(days), max(days), _LEFT + 12, _WIDTH - 16)
    axis.draw(canvas, _TOP, bottom, interface)
    rows = []
    for number, actor in enumerate(ranked):
        y = _TOP + _TRACK * (number + 0.5)
        name = actors[actor].name if actor in actors else actor
        canvas.line((_LEFT, y), (_WIDTH - 8, y))
        canvas.text(_LEFT - 8, y + 4, fitted(name, _LEFT - 16), anchor="end", link=link(actor) if link else None)
        for day, taken, issue in sorted(tracks[actor], key=lambda each: (each[0], each[1], each[2] or "")):
            words = (day_in_words(day.isoformat(), interface), message(f"stance.{taken}", interface))
            kind = f"is-{taken}" + (" open" if taken in _HOLLOW else "")
            tip = f"{name}: {words[1]}, {words[0]}"
            canvas.mark(axis.x(day), y, _SHAPES[taken], kind, tip=tip, link=link(actor) if link else None, size=5.5)
            rows.append((name, *words, issue or "–"))
    head = tuple(message(f"column.{key}", interface) for key in ("actor", "date", "stance", "issue"))
    return Plot(canvas.svg(), title, head, tuple(rows))
