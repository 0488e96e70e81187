"""What a dossier says since a day and did not say before, each change with the evidence of both sides."""

from collections.abc import Iterable, Sequence
from typing import Any

from aktenlage.model.dossier import Change, ChangeKind, DossierDocument, Event, Evidence, StanceTaken, Standpoint

_FIELDS: tuple[ChangeKind, ...] = ("status", "date", "place", "participants")


def event_changes(at: str, before: Event | None, after: Event, *, corrected: bool = False) -> list[Change]:
    """Compare an event as told up to the day before *at* with what is told on that day."""
    if before is None:
        return [Change(at, "new", after.id, None, after.status, _first_evidence(after))]
    changes = []
    for field in _FIELDS:
        old, new = _value(before, field), _value(after, field)
        if old != new and new is not None:
            kind = "corrected" if corrected and field != "status" else field
            evidence = _last_evidence(before), _new_evidence(before, after, new if field == "status" else None)
            changes.append(Change(at, kind, after.id, old, new, tuple(place for place in evidence if place)))
    return changes


def retraction(at: str, event: Event) -> Change:
    """Say that all that was told of an event has been taken back."""
    return Change(at, "retracted", event.id, event.status, None, _first_evidence(event))


def document_changes(at: str, before: DossierDocument | None, after: DossierDocument) -> list[Change]:
    """Compare a document as told up to the day before *at* with what is told on that day."""
    told = after.evidence[-1:]
    if before is None:
        return [Change(at, "document", None, None, _document(after), after.evidence[:1])]
    old, new = _document(before), _document(after)
    return [] if old == new else [Change(at, "document", None, old, new, (*before.evidence[:1], *told))]


def _document(document: DossierDocument) -> dict[str, Any]:
    return {
        "document": document.id,
        "name": document.name,
        "status": document.status,
        "endorsed_by": list(document.endorsed_by),
        "rejected_by": list(document.rejected_by),
    }


def standpoint_changes(standpoints: Iterable[Standpoint]) -> list[Change]:
    """Give each turn of an actor that changed its stance on an issue."""
    changes = []
    for standpoint in standpoints:
        if standpoint.changed:
            for old, new in _turns(standpoint.stances):
                told = {"actor": standpoint.actor, "issue": standpoint.issue}
                changes.append(
                    Change(
                        new.date or "",
                        "position",
                        None,
                        {**told, "stance": old.stance},
                        {**told, "stance": new.stance},
                        (*old.evidence[:1], *new.evidence[:1]),
                    )
                )
    return changes


def _turns(stances: Sequence[StanceTaken]) -> list[tuple[StanceTaken, StanceTaken]]:
    against = [stance for stance in stances if stance.stance == "rejects"]
    agree = [stance for stance in stances if stance.stance in ("accepts", "supports", "offers")]
    turns = []
    for one, other in ((against, agree), (agree, against)):
        for new in other:
            older = [old for old in one if old.date and new.date and old.date < new.date]
            if older:
                turns.append((older[-1], new))
    return sorted(turns, key=lambda turn: turn[1].date or "")


def _value(event: Event, field: str) -> Any:
    if field == "participants":
        return [participant.actor for participant in event.participants]
    return getattr(event, field)


def _first_evidence(event: Event) -> tuple[Evidence, ...]:
    return event.history[0].evidence[:1] if event.history else ()


def _last_evidence(event: Event) -> Evidence | None:
    places = [place for report in event.history for place in report.evidence[:1]]
    return places[-1] if places else None


def _new_evidence(before: Event, after: Event, status: Any) -> Evidence | None:
    """Give the first words of the day that tell the new status, else the last of the day."""
    known = {report.article for report in before.history}
    new = [report for report in after.history if report.article not in known]
    telling = [report for report in new if report.status == status]
    places = [place for report in telling[:1] or new[-1:] for place in report.evidence[:1]]
    return places[0] if places else _last_evidence(after)
