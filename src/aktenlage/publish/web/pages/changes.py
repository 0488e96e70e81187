"""What is new since a day of one's own choosing."""

from datetime import date, timedelta
from typing import get_args

from starlette.responses import Response

from aktenlage.model.dossier import ChangeKind
from aktenlage.publish.web.desk import Desk
from aktenlage.publish.web.pages.told import told_changes

_WEEK = 7
_STRETCHES = (1, _WEEK, 30)


def changes(desk: Desk) -> Response:
    """Answer with the changes since a day, the latest first; without one, since a week before the latest articles."""
    filters = desk.filters
    since = filters.since or _before(desk.as_of, _WEEK)
    wanted = filters.wanted(since=since, sort=filters.get("kind"), dated=True, newest_first=True)
    page = desk.view.changes(wanted)
    return desk.page(
        "changes.html",
        page=page,
        days=told_changes(desk, wanted),
        since=since,
        stretches=[(number, _before(desk.as_of, number)) for number in _STRETCHES],
        kinds=get_args(ChangeKind),
    )


def _before(day: str, days: int) -> str | None:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat() if day else None
