"""What users decide over the file: accepted, corrected, merged, split, hidden, noted, and taken back."""

from dataclasses import dataclass
from typing import Any, Literal

from aktenlage.model.dossier import Evidence

Act = Literal["accept", "correct", "merge", "split", "hide", "note", "undo"]
TargetKind = Literal["event", "statement", "position", "document"]
ACTS: tuple[Act, ...] = ("accept", "correct", "merge", "split", "hide", "note", "undo")

# What a user may correct, by kind of entry.
FIELDS: dict[TargetKind, tuple[str, ...]] = {
    "event": ("kind", "status", "place", "date", "duration", "occasion", "participants", "topics"),
    "statement": ("speaker", "addressee", "channel"),
    "position": ("issue",),
    "document": ("name", "status"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """
    An entry, named by the words that it rests on, so that it is found again whatever its id is then.

    Where several entries rest on the same words, *tells* parts them: ids, days and names that this one tells of.
    """

    places: tuple[Evidence, ...]
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    One decision; nothing that it concerns is rewritten.

    *target* are the entries: of "merge" all events that are one, of "split" the reports that are an event of their
    own, while *others* are the rest. *at* is a time stamp in universal time, *undoes* the number of what an "undo"
    takes back.
    """

    number: int
    at: str
    act: Act
    kind: TargetKind = "event"
    target: tuple[Target, ...] = ()
    others: tuple[Target, ...] = ()
    field: str | None = None
    value: Any = None
    reason: str | None = None
    by: str | None = None
    undoes: int | None = None

    @property
    def places(self) -> tuple[Evidence, ...]:
        """All words that it is about."""
        return tuple(place for target in (*self.target, *self.others) for place in target.places)
