"""Finding what stands at a place: a sorted list of values with offsets."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """Behind the last code point."""
        ...


P = TypeVar("P", bound=Placed)


class Index(Generic[P]):
    """Values by their place in the text; both questions answer in the order of the text."""

    def __init__(self, items: Iterable[P]) -> None:
        self._items = sorted(items, key=lambda item: (item.start, item.end))
        self._starts = [item.start for item in self._items]
        self._longest = max((item.end - item.start for item in self._items), default=0)

    def within(self, start: int, end: int) -> list[P]:
        """Values that lie wholly between the two offsets."""
        return [item for item in self.touching(start, end) if item.start >= start and item.end <= end]

    def touching(self, start: int, end: int) -> list[P]:
        """Values that share at least one code point with the stretch."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [item for item in self._items[first:last] if item.end > start]
