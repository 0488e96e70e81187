"""A time axis: from days to pixels, with ticks that do not crowd."""

from collections.abc import Iterator
from datetime import date, timedelta

from aktenlage.publish.plot.canvas import Canvas
from aktenlage.resources.messages import message

_WEEK = 7
# Days up to which every day, week or month has room for a tick of its own, at most so many of them.
_MOST = 14
_MONTHS = 10


class Axis:
    """Days between *first* and *last*, laid between *left* and *right* in pixels."""

    def __init__(self, first: date, last: date, left: float, right: float) -> None:
        if (last - first).days < _WEEK:
            first, last = first - timedelta(days=2), last + timedelta(days=2)
        self.first, self.last, self.left, self.right = first, last, left, right

    def x(self, day: date) -> float:
        """Where a day lies."""
        whole = max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * (day - self.first).days / whole

    def draw(self, canvas: Canvas, top: float, bottom: float, interface: str) -> None:
        """Draw the ticks and write their days."""
        for day, words in self._ticks(interface):
            x = self.x(day)
            canvas.line((x, top), (x, bottom))
            canvas.text(x, bottom + 16, words, anchor="middle", kind="soft")

    def _ticks(self, interface: str) -> Iterator[tuple[date, str]]:
        days = (self.last - self.first).days
        if days <= _MOST * _WEEK:
            step = 1 if days <= _MOST else _WEEK if days <= _MOST * _WEEK else 0
            day = self.first if step == 1 else self.first + timedelta(days=(-self.first.weekday()) % _WEEK)
            while day <= self.last:
                yield day, f"{day.day}. {day.month}." if interface == "de" else f"{day.day} {_short(day, interface)}"
                day += timedelta(days=step)
            return
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = next(size for size in (1, 2, 3, 6, 12, 24, 60, 120, 1200, 12000) if months <= size * _MONTHS)
        count = self.first.year * 12 + self.first.month - 1
        count += -count % step
        while (day := date(count // 12, count % 12 + 1, 1)) <= self.last:
            if day >= self.first:
                yield day, str(day.year) if step >= 12 else f"{_short(day, interface)} {day.year}"
            count += step


def _short(day: date, interface: str) -> str:
    return message(f"month.m{day.month}", interface)[:3]
