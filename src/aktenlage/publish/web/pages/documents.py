"""Plans and agreements with their versions."""

from typing import get_args

from starlette.responses import Response

from aktenlage.model.annotation import DocumentStatus
from aktenlage.publish.web.cite import cite_document
from aktenlage.publish.web.desk import Desk, Missing
from aktenlage.store.page import Wanted

_CHANGES = 40
_ALL = 1_000_000


def documents(desk: Desk) -> Response:
    """Answer with all plans and agreements."""
    filters = desk.filters
    page = desk.view.documents(filters.wanted(status=filters.get("status"), since=None, until=None, dated=False))
    desk.fetch(place for each in page.items for place in desk.first(each.evidence))
    return desk.page("documents.html", page=page, statuses=get_args(DocumentStatus))


def document(desk: Desk) -> Response:
    """Answer with one of them."""
    found = desk.view.document(desk.request.path_params["id"])
    if found is None:
        raise Missing
    page = desk.part(found.evidence)
    desk.fetch(page.items)
    path = desk.entry("document", found.id)
    known = desk.kept("document changes", lambda: desk.view.changes(Wanted(sort="document", limit=_ALL)).items)
    changes = [
        each for each in known if found.id in {value.get("document") for value in (each.before, each.after) if value}
    ]
    return desk.page(
        "document.html",
        document=found,
        page=page,
        changes=changes[:_CHANGES],
        path=path,
        cite=cite_document(desk, found, path),
        statuses=get_args(DocumentStatus),
    )
