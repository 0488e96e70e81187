"""Encounters as one article tells them."""

from dataclasses import dataclass
from typing import Literal

from aktenlage.model.article import Span

EncounterKind = Literal["meeting", "call", "visit", "conference"]
Status = Literal["held", "ongoing", "planned", "possible", "cancelled", "denied"]


@dataclass(frozen=True, slots=True)
class Encounter:
    """
    A contact between political actors, or a visit of one to another's place.

    *date* is a TIMEX3 value or an interval ``first/last``, *duration* a TIMEX3 duration; *topics* are issue ids;
    *participants*, *host*, *mediators* and the four ``…_by`` hold actor ids;
    *number* is its place in a series ("third round" is 3); *outcome* holds the words that tell what came of it.
    """

    kind: EncounterKind
    participants: tuple[str, ...]
    status: Status
    host: str | None = None
    mediators: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    duration: str | None = None
    topics: tuple[str, ...] = ()
    occasion: str | None = None
    number: int | None = None
    outcome: Span | None = None
    announced_by: tuple[str, ...] = ()
    confirmed_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    unconfirmed_by: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
