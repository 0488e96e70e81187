"""Changes in words, for all pages that tell of them."""

from dataclasses import dataclass, replace
from typing import Any

from aktenlage.model.dossier import Change, Evidence
from aktenlage.publish.web.desk import Desk
from aktenlage.store.page import Wanted


@dataclass(frozen=True, slots=True)
class Step:
    """One value that changed, in words; *state* is what it is now, in the record's own word."""

    kind: str
    before: str | None
    after: str | None
    state: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What one day changed in one entry: *what* it is with its *link*, and each value that changed."""

    id: str
    what: str
    link: str
    steps: tuple[Step, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """What one day brought."""

    day: str
    changes: tuple[Told, ...]


def told_changes(desk: Desk, wanted: Wanted) -> list[Day]:
    """Tell changes, day by day in the order in which the store gives them."""
    changes = desk.view.changes(wanted).items
    names = desk.view.ids("change", wanted)
    desk.fetch(place for change in changes for place in desk.first(change.evidence))
    days: dict[str, dict[str, Told]] = {}
    for name, change in zip(names, changes, strict=True):
        told = _told(desk, name, change)
        of_day = days.setdefault(change.at, {})
        known = of_day.get(told.link)
        if known is not None:
            steps = (*told.steps, *known.steps) if wanted.newest_first else (*known.steps, *told.steps)
            told = replace(known, steps=steps, evidence=tuple(dict.fromkeys((*known.evidence, *told.evidence))))
        of_day[told.link] = told
    return [Day(day, tuple(those.values())) for day, those in days.items()]


def _told(desk: Desk, name: str, change: Change) -> Told:
    words = desk.words
    if change.event:
        event = desk.kept(("event", change.event), lambda: desk.view.event(change.event or ""))
        what = words.title(event) if event else change.event
        field = "status" if change.kind in ("new", "status", "retracted", "corrected") else change.kind
        step = Step(
            change.kind,
            _value(desk, field, change.before),
            _value(desk, field, change.after),
            str(change.after) if field == "status" and change.after else None,
        )
        return Told(name, what, desk.entry("event", change.event), (step,), change.evidence)
    after = change.after if isinstance(change.after, dict) else {}
    before = change.before if isinstance(change.before, dict) else {}
    if change.kind == "position":
        what = f"{words.name(after.get('actor') or before.get('actor'))}: {words.issue(after.get('issue'))}"
        link = desk.link("/positions", actor=after.get("actor"), issue=after.get("issue") or "none")
        step = Step(change.kind, *_pair(desk, "stance", before, after), after.get("stance"))
        return Told(name, what, link, (step,), change.evidence)
    what = str(after.get("name") or before.get("name") or words.say(f"change.{change.kind}"))
    document = after.get("document") or before.get("document")
    link = desk.entry("document", str(document)) if document else "/documents"
    step = Step(change.kind, *_pair(desk, "document.status", before, after), after.get("status"))
    return Told(name, what, link, (step,), change.evidence)


def _pair(desk: Desk, kind: str, before: dict[str, Any], after: dict[str, Any]) -> tuple[str | None, str | None]:
    key = kind.rpartition(".")[2]
    first, second = (desk.words.label(kind, str(each[key])) if each.get(key) else None for each in (before, after))
    return first, second


def _value(desk: Desk, field: str, value: Any) -> str | None:
    return None if value in (None, [], ()) else desk.words.field_value(field, value)
