"""Sets that grow together: whatever is joined, directly or by others, is one group."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Items and the groups that joining them makes."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {item: item for item in items}

    def head(self, item: T) -> T:
        """Give the item that stands for the group of *item*."""
        above = self._above
        above.setdefault(item, item)
        while above[item] != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    def join(self, one: T, other: T) -> None:
        """Make the groups of the two one."""
        first, second = self.head(one), self.head(other)
        if first != second:
            low, high = sorted((first, second), key=_order)
            self._above[high] = low

    def all(self) -> list[list[T]]:
        """Give the groups, each sorted, in the order of their first items."""
        found: defaultdict[T, list[T]] = defaultdict(list)
        for item in self._above:
            found[self.head(item)].append(item)
        return sorted((sorted(group, key=_order) for group in found.values()), key=lambda group: _order(group[0]))


def _order(item: Any) -> Any:
    return item
