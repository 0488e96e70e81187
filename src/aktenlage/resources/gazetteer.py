"""Names of states, bodies, towns and buildings, found in a row of words; exact words with German endings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from aktenlage.resources.load import load
from aktenlage.resources.registry import Registry, registry

Sort = Literal["state", "body", "seat", "capital", "town", "building", "neutral"]


@dataclass(frozen=True, slots=True)
class Place:
    """
    What a name means: *actor* is the state or body that it names or stands for.

    *town* is the town of a capital, town or building; *name* the main form; the name means *actor* only in an article
    that also names one of *beside*, where there are any.
    """

    sort: Sort
    name: str
    actor: str | None
    town: str | None = None
    beside: tuple[str, ...] = ()

    @property
    def is_town(self) -> bool:
        """Whether it is the name of a town, also of a capital."""
        return self.sort in ("town", "capital")


class _Node:
    __slots__ = ("next", "place")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.place: Place | None = None


class Gazetteer:
    """A tree of words."""

    def __init__(self, names: Iterator[tuple[str, Place]]) -> None:
        self._root = _Node()
        for name, place in names:
            self._add(name, place)

    def first(self, word: str) -> bool:
        """Whether any name starts with *word*."""
        return word in self._root.next

    def longest(self, words: Sequence[str], start: int) -> tuple[int, Place] | None:
        """Give the longest name that starts at word number *start*: where it ends, and what it means."""
        node = self._root
        found = None
        at = start
        while at < len(words):
            following = node.next.get(words[at])
            if following is None:
                # "St. Lucia" may have been cut at its full stop.
                if words[at] == "." and node is not self._root:
                    at += 1
                    continue
                break
            node = following
            at += 1
            if node.place is not None:
                found = (at, node.place)
        return found

    def one(self, word: str) -> Place | None:
        """What a single word means."""
        node = self._root.next.get(word)
        return node.place if node else None

    def _add(self, name: str, place: Place) -> None:
        words = name.replace(",", " ,").split()
        node = self._root
        for number, word in enumerate(words):
            last = number == len(words) - 1
            forms = _forms(word, last=last, sort=place.sort)
            following = next((node.next[form] for form in forms if form in node.next), None) or _Node()
            for form in forms:
                following = node.next.setdefault(form, following)
            node = following
        if node.place is None:
            node.place = place


def _forms(word: str, *, last: bool, sort: Sort) -> list[str]:
    if not last:
        for ending in ("er", "es", "e"):
            if word[0].isupper() and len(word) > 4 and word.endswith(ending):
                stem = word.removesuffix(ending)
                return [stem + other for other in ("e", "en", "er", "es", "em")]
        return [word]
    forms = [word, word + "s", word + "'s", word + "’s"]
    if word.casefold()[-1] in "sxz":
        forms = [word, word + "'", word + "’"]
        if sort in ("seat", "body", "building"):
            forms.append(word + "es")
    if sort in ("seat", "body", "building") and word[-1].islower():
        forms += [word + "es"] + ([word + "n"] if word.endswith(("e", "er", "el")) else [])
    if sort == "body" and word.endswith("e"):
        forms.append(word + "r")
    if sort == "state" and word.endswith("e"):
        forms.append(word + "n")
    return forms


def gazetteer() -> Gazetteer:
    """Give the names that are shipped, and those of a user's own file."""
    return _built(registry())


@cache
def _built(known: Registry) -> Gazetteer:
    return Gazetteer(_names(known))


def _names(known: Registry) -> Iterator[tuple[str, Place]]:
    states = load("states")
    for key, item in (states["states"] | states["former"]).items():
        yield from _state(key, item)
    for key, item in load("organizations")["entries"].items():
        actor = item["state"] if item.get("self") else key
        for name in item["names"]:
            yield name, Place("body", item["names"][0], actor, beside=tuple(item.get("with", {}).get(name, ())))
    for entry in known.entries.values():
        if entry.source not in ("states", "organizations") and entry.kind != "person":
            for name in entry.names:
                yield name, Place("state" if entry.kind == "state" else "body", entry.name, entry.id)
    for key, towns in load("places")["towns"].items():
        for name in towns:
            yield name, Place("town", name, key, name)
    for name in load("places")["neutral"]:
        yield name, Place("neutral", name, None)
    for name, (town, key) in load("places")["buildings"].items():
        yield name, Place("building", name, key, town)


def _state(key: str, item: dict[str, Any]) -> Iterator[tuple[str, Place]]:
    for name in (item["name"], *item.get("also", ())):
        yield name, Place("state", item["name"], key)
    capital = item.get("capital") or [item["name"]]
    for name in item.get("capital", ()):
        yield name, Place("capital", name, item.get("capital_of", key), capital[0])
    for name in item.get("seats", ()):
        yield name, Place("seat", name, key, capital[0])
