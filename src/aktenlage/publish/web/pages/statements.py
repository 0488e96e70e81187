"""Who said what."""

from typing import get_args

from starlette.responses import Response

from aktenlage.model.annotation import StatementType
from aktenlage.publish.web.cite import cite_statement
from aktenlage.publish.web.desk import Desk, Missing


def statements(desk: Desk) -> Response:
    """Answer with statements, the latest first."""
    filters = desk.filters
    part = "speaker" if filters.actor else None
    page = desk.view.statements(filters.wanted(sort=filters.get("type"), part=part, newest_first=True))
    desk.fetch(place for each in page.items for place in desk.first(each.evidence))
    return desk.page("statements.html", page=page, types=get_args(StatementType))


def statement(desk: Desk) -> Response:
    """Answer with one statement."""
    found = desk.view.statement(desk.request.path_params["id"])
    if found is None:
        raise Missing
    desk.fetch(found.evidence)
    path = desk.entry("statement", found.id)
    return desk.page("statement.html", statement=found, path=path, cite=cite_statement(desk, found, path))
