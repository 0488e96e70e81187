"""How much was reported, month by month."""

from collections.abc import Sequence

from aktenlage.publish.plot.canvas import Canvas, Plot
from aktenlage.publish.words import day_in_words
from aktenlage.resources.messages import message

_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 760, 180, 44, 26
_LABELS = 10


def draw_activity(months: Sequence[tuple[str, int]], interface: str) -> Plot:
    """Draw a bar a month; *months* are pairs of ``2026-01`` and a number, those without any filled in."""
    filled = _filled(months)
    title = message("plot.activity", interface)
    canvas = Canvas(_WIDTH, _HEIGHT, title, message("plot.activity.told", interface))
    highest = max((count for _, count in filled), default=1) or 1
    bottom, room = _HEIGHT - _BOTTOM, _WIDTH - _LEFT - 8
    step = room / max(1, len(filled))
    for part in (0.0, 0.5, 1.0):
        y = bottom - (bottom - 12) * part
        canvas.line((_LEFT, y), (_WIDTH - 8, y))
        canvas.text(_LEFT - 6, y + 4, str(round(highest * part)), anchor="end", kind="soft")
    every = -(-len(filled) // _LABELS) or 1
    for number, (month, count) in enumerate(filled):
        x = _LEFT + step * number
        height = (bottom - 12) * count / highest
        words = day_in_words(month, interface)
        canvas.box(x + step * 0.1, bottom - height, (max(1.0, step * 0.8), height), "bar", f"{words}: {count}")
        if number % every == 0:
            canvas.text(x + step / 2, bottom + 16, month, anchor="middle", kind="soft")
    head = (message("plot.month", interface), message("plot.count", interface))
    rows = tuple((day_in_words(month, interface), str(count)) for month, count in filled)
    return Plot(canvas.svg(), title, head, rows)


def _filled(months: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Fill in the months between the first and the last."""
    counts = dict(months)
    if not counts:
        return []
    numbers = [int(month[:4]) * 12 + int(month[5:7]) - 1 for month in counts]
    names = (f"{number // 12:04}-{number % 12 + 1:02}" for number in range(min(numbers), max(numbers) + 1))
    return [(name, counts.get(name, 0)) for name in names]
