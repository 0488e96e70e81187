"""What a dossier looks like to a reader, before it is a page or a terminal: sections of lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One fact in words: *when* it was, *text*, further *details*, and the numbers of the *quotes* it rests on."""

    text: str
    when: str | None = None
    badge: str | None = None
    state: str | None = None
    details: tuple[str, ...] = ()
    quotes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together, under a *title* if there are several groups."""

    lines: tuple[Line, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the dossier; *key* names it in links, *empty* says what it means that it holds nothing."""

    key: str
    title: str
    empty: str
    groups: tuple[Group, ...] = ()
