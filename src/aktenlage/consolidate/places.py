"""Places as comparing needs them: a town, the country that it lies in, or a country alone."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its printed name; *town* and *country* are None where unknown."""

    name: str
    town: str | None = None
    country: str | None = None


PlaceOf = Callable[[str], Place]
Relation = Literal["same", "within", "unknown", "different"]


def bare_place(name: str) -> Place:
    """Give a place of which nothing but the name is known."""
    return Place(name)


def relation(one: Place, other: Place) -> Relation:
    """
    Say how two places lie to each other; places of which too little is known are never called different.

    >>> relation(Place("Genf", "Genf", "ch"), Place("Schweiz", None, "ch"))
    'within'
    """
    if one.name.casefold() == other.name.casefold() or (one.town is not None and one.town == other.town):
        return "same"
    if one.country and other.country:
        if one.country != other.country or (one.town and other.town):
            return "different"
        return "within"
    return "unknown"
