"""A line of a view, and which lines a reader wants."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from aktenlage.model.dossier import Evidence
from aktenlage.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a view; *day* is a TIMEX3 value, *actors* are all whom it concerns, people's states included."""

    fields: Mapping[str, Any]
    evidence: tuple[Evidence, ...] = ()
    day: str | None = None
    actors: frozenset[str] = frozenset()


def narrow(rows: Iterable[Row], *, actor: str | None, since: str | None, until: str | None) -> list[Row]:
    """Keep the rows that concern *actor* and whose days touch the stretch; rows without a day stay."""
    first, last = _first(since), _last(until)
    return [
        row
        for row in rows
        if (actor is None or actor in row.actors)
        and (first is None or row.day is None or (_last(row.day) or "9") >= first)
        and (last is None or row.day is None or (_first(row.day) or "") <= last)
    ]


def is_over(date: str | None, today: str) -> bool:
    """Whether the last day of a TIMEX3 value lies before the ISO day *today*."""
    last = _last(date)
    return last is not None and bool(today) and last < today


def edtf(value: str | None) -> str | None:
    """
    Write a TIMEX3 value or an interval in the Extended Date/Time Format; None where it names no days.

    >>> edtf("2026-W04")
    '2026-01-19/2026-01-25'
    """
    timex = Timex.find(value)
    return timex.edtf() if timex else None


def _first(value: str | None) -> str | None:
    return _edge(value, 0)


def _last(value: str | None) -> str | None:
    return _edge(value, -1)


def _edge(value: str | None, which: int) -> str | None:
    """Give the first or last ISO day of a TIMEX3 value, an interval or a time stamp; None where it names none."""
    if not value:
        return None
    timex = Timex.find(value.split("/")[which].partition("T")[0])
    return (timex.first if which == 0 else timex.last).isoformat() if timex else None
