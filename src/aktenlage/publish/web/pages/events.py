"""One event with all that is told of it."""

from starlette.responses import Response

from aktenlage.model.dossier import Event
from aktenlage.model.timex import Timex
from aktenlage.publish.web.cite import cite_event
from aktenlage.publish.web.desk import Desk, Missing
from aktenlage.publish.wording import issue_labels
from aktenlage.store.page import Wanted

_NEAR, _LOOKED_AT = 8, 120


def event(desk: Desk) -> Response:
    """Answer with an event."""
    found = desk.view.event(desk.request.path_params["id"])
    if found is None:
        raise Missing
    delegations = desk.view.delegations(Wanted(sort=found.id)).items
    desk.fetch(
        [
            *desk.event_places(found),
            *(place for each in found.history for place in each.evidence),
            *(place for each in found.confirmations for place in each.evidence),
            *(place for each in found.disagreements for value in each.values for place in value.evidence),
            *(place for each in delegations for place in each.evidence),
            *found.outcome,
        ]
    )
    path = desk.entry("event", found.id)
    return desk.page(
        "event.html",
        event=found,
        delegations=delegations,
        path=path,
        cite=cite_event(desk, found, path),
        near=_near(desk, found) if desk.may_write else [],
        issues=issue_labels(desk.language),
    )


def _near(desk: Desk, found: Event) -> list[Event]:
    """Events that may be the same: of the same actors, the nearest days first."""
    day = _day(found)
    near: dict[str, tuple[int, Event]] = {}
    for participant in found.participants[:3]:
        around = desk.view.events(Wanted(actor=participant.actor, limit=_LOOKED_AT)).items
        for other in around:
            if other.id != found.id:
                there = _day(other)
                near[other.id] = (abs(there - day) if there and day else 10_000, other)
    return [other for _, other in sorted(near.values(), key=lambda item: (item[0], item[1].id))][:_NEAR]


def _day(found: Event) -> int | None:
    timex = Timex.find(found.date)
    return timex.first.toordinal() if timex else None
