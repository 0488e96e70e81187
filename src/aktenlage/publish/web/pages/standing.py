"""Where things stand: the latest, the next, what parties want, which plans exist, what rests on one origin only."""

from starlette.responses import Response

from aktenlage.model.dossier import Event
from aktenlage.publish.web.desk import Desk
from aktenlage.publish.web.pages.matrix import matrix
from aktenlage.publish.web.pages.plots import activity_plot
from aktenlage.publish.web.pages.told import told_changes
from aktenlage.store.page import Wanted

_LATEST, _NEXT, _PLANS, _ALONE = 12, 8, 6, 5
_LOOKED_AT = 60
_ISSUES, _PARTIES = 6, 4


def standing(desk: Desk) -> Response:
    """Answer with the first page that a documentation desk opens."""
    return desk.page(
        "standing.html",
        counts=desk.kept("counts", desk.view.counts),
        latest=told_changes(desk, Wanted(newest_first=True, limit=_LATEST)),
        next=_next(desk),
        matrix=matrix(desk, issues=_ISSUES, parties=_PARTIES),
        documents=desk.view.documents(Wanted(limit=_PLANS)),
        alone=_alone(desk),
        activity=activity_plot(desk),
    )


def _next(desk: Desk) -> list[Event]:
    """What is announced for the days to come, the soonest first."""
    coming = [
        event
        for status in ("ongoing", "planned", "possible")
        for event in desk.view.events(Wanted(status=status, since=desk.as_of or None, dated=True, limit=_NEXT)).items
    ]
    coming.sort(key=lambda event: (event.date or "9", event.id))
    desk.fetch_events(coming[:_NEXT])
    return coming[:_NEXT]


def _alone(desk: Desk) -> list[Event]:
    """What is told as held, of late, by one origin only."""
    latest = desk.view.events(Wanted(status="held", newest_first=True, dated=True, limit=_LOOKED_AT)).items
    return [event for event in latest if event.independent_origins == 1][:_ALONE]
