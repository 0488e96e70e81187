"""What is new since a day of one's own choosing."""

from datetime import date, timedelta
from typing import get_args

from starlette.responses import Response

from aktenlage.model.dossier import ChangeKind
from aktenlage.publish.web.desk import Desk
from aktenlage.publish.web.pages.told import told_changes

_WEEK = timedelta(days=7)


def changes(desk: Desk) -> Response:
    """Answer with the changes since a day, the latest first; without one, since a week before the latest articles."""
    filters = desk.filters
    since = filters.since or _week_before(desk.as_of)
    wanted = filters.wanted(since=since, sort=filters.get("kind"), dated=True, newest_first=True)
    page = desk.view.changes(wanted)
    return desk.page(
        "changes.html",
        page=page,
        days=told_changes(desk, wanted),
        since=since,
        kinds=get_args(ChangeKind),
    )


def _week_before(day: str) -> str | None:
    return (date.fromisoformat(day) - _WEEK).isoformat() if day else None
