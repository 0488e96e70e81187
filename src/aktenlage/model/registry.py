"""Values of the registry: who is known before any article is read."""

from dataclasses import dataclass

from aktenlage.model.annotation import ActorKind


@dataclass(frozen=True, slots=True)
class Tenure:
    """
    An office held: *office* and *of* (the state or body) are ids.

    *start* and *end* are ISO dates of any precision, None where unknown or, for *end*, not yet come.
    """

    office: str
    of: str
    start: str | None = None
    end: str | None = None

    def covers(self, day: str, *, slack: str | None = None) -> bool:
        """Whether the office was held on *day*, or between *slack* and *day*."""
        first, last = self.start or "0000", self.end or "9999"
        return first[: len(day)] <= day and (slack or day) <= last + "~"


@dataclass(frozen=True, slots=True)
class Entry:
    """A known actor; *names* starts with the main one, *source* names the file that holds the entry."""

    id: str
    kind: ActorKind
    names: tuple[str, ...]
    state: str | None = None
    sex: str | None = None
    born: str | None = None
    wikidata: str | None = None
    relatives: tuple[tuple[str, str], ...] = ()
    tenures: tuple[Tenure, ...] = ()
    source: str = ""

    @property
    def name(self) -> str:
        """The main name."""
        return self.names[0]
