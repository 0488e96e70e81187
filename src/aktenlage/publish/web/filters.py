"""What a reader narrows a list down to, read from the address of a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aktenlage.model.timex import Timex
from aktenlage.store.gather import Label
from aktenlage.store.page import Wanted

PAGE = 40
_LAST_PAGE = 100_000
_CHOICES = ("status", "kind", "type", "issue", "outlet", "stance", "agency")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Filters:
    """
    What is asked for; *chosen* holds values by field, *told* what the reader typed, *problems* keys of messages.

    *since* and *until* are the first and last ISO day.
    """

    actor: str | None = None
    since: str | None = None
    until: str | None = None
    query: str = ""
    page: int = 1
    chosen: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[tuple[str, str], ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.actor or self.since or self.until or self.query or self.chosen)

    def wanted(self, *, size: int = PAGE, **fields: object) -> Wanted:
        """Give the question to the store for this page of the list."""
        asked = {"actor": self.actor, "since": self.since, "until": self.until, "dated": bool(self.since or self.until)}
        return Wanted(**{**asked, **fields, "offset": (self.page - 1) * size, "limit": size})  # type: ignore[arg-type]

    def get(self, name: str) -> str | None:
        """Give the chosen value of a field."""
        return self.chosen.get(name)


def read_filters(query: Mapping[str, str], labels: Mapping[str, Label]) -> Filters:
    """Read what a reader asks for; what cannot be read is told and left aside."""
    told = {name: value.strip()[:_LONGEST] for name, value in query.items()}
    problems: list[tuple[str, str]] = []
    actor = None
    if told.get("actor"):
        actor = find_actor(told["actor"], labels)
        if actor is None:
            problems.append(("show.no_actor", told["actor"]))
    days = {}
    for name, last in (("since", False), ("until", True)):
        if told.get(name):
            days[name] = day_of(told[name], last=last)
            if days[name] is None:
                problems.append(("show.bad_day", told[name]))
    return Filters(
        actor,
        days.get("since"),
        days.get("until"),
        told.get("q", ""),
        page_of(told.get("page", "")),
        {name: told[name] for name in _CHOICES if told.get(name)},
        told,
        tuple(problems),
    )


def find_actor(name: str, labels: Mapping[str, Label]) -> str | None:
    """
    Give the id of the actor that has this id, this name or, if only one has it, this surname.

    >>> find_actor("schweiz", {"ch": Label("Schweiz", "state", "ch")})
    'ch'
    """
    if name in labels:
        return name
    folded = name.casefold()
    same = [actor for actor, label in labels.items() if label.name.casefold() == folded]
    ending = [actor for actor, label in labels.items() if label.name.casefold().endswith(f" {folded}")]
    return same[0] if same else ending[0] if len(ending) == 1 else None


def day_of(value: str, *, last: bool = False) -> str | None:
    """
    Give the first or last ISO day of a day, week, month or year; None where it is none.

    >>> day_of("2026-02", last=True)
    '2026-02-28'
    """
    timex = Timex.find(value)
    return (timex.last if last else timex.first).isoformat() if timex else None


def page_of(value: str) -> int:
    """Read the number of a page; the first where it is none."""
    return min(int(value), _LAST_PAGE) if value.isascii() and value.isdecimal() and int(value[:7]) > 0 else 1
