"""The sources: how much each outlet gives, and who carries words of whom."""

from starlette.responses import Response

from aktenlage.publish.web.desk import Desk
from aktenlage.publish.web.filters import PAGE

_COPIES = 40


def sources(desk: Desk) -> Response:
    """Answer with the outlets and what they share."""
    copies = desk.kept("copies", desk.view.copies)
    page = desk.view.shared_origins(offset=(desk.filters.page - 1) * PAGE, limit=PAGE)
    return desk.page(
        "sources.html",
        outlets=desk.kept("outlets", desk.view.outlets),
        copies=copies[:_COPIES],
        left_out=max(0, len(copies) - _COPIES),
        page=page,
    )
