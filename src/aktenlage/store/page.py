"""A part of a longer list, and what narrows a list down."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

# So many entries a page where nothing else is asked.
LIMIT = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The entries of a list from *offset* on, at most *limit*; *total* counts all of them."""

    items: tuple[T, ...]
    total: int
    offset: int = 0
    limit: int = LIMIT


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    What the entries of a list must have; None asks for nothing.

    *actor* concerns an entry, people of a state concern the state; with *part* only in that part (``speaker``).
    *since* and *until* are ISO days that the entry's days must touch; what has no day is kept, unless *dated*.
    *sort* is the kind of event, statement, document, change or actor, *article* an article's id.
    *hidden* also gives what a user has hidden.
    """

    actor: str | None = None
    part: str | None = None
    status: str | None = None
    sort: str | None = None
    issue: str | None = None
    article: str | None = None
    since: str | None = None
    until: str | None = None
    dated: bool = False
    hidden: bool = False
    newest_first: bool = False
    offset: int = 0
    limit: int = LIMIT


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A sentence in which all words of a query stand, and the entries that rest on it.

    *marks* are the places of the words in the sentence; *entries* are pairs of kind and id.
    """

    article: str
    start: int
    end: int
    sentence: str
    marks: tuple[tuple[int, int], ...]
    outlet: str | None
    published: str | None
    entries: tuple[tuple[str, str], ...] = ()
