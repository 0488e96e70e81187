"""An article and places in its text; all offsets count Unicode code points, end exclusive."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in an article's text; in JSON a pair ``[start, end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact words."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span | Part") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span | Part") -> bool:
        """Whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A place in an article's text that plays a part; in JSON an object with ``start`` and ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """
    One text as an outlet printed it.

    *text* is never rewritten. *published* is an ISO 8601 date, month, year or time stamp with offset,
    with just the precision that is known. *agencies* are the credited ones, *credit* the line as printed.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "de"
    published: str | None = None
    byline: str | None = None
    agencies: tuple[str, ...] = ()
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Noise:
    """A stretch that is no reporting; *kind* as in the record's list of noise."""

    start: int
    end: int
    kind: str
