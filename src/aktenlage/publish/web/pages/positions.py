"""What the parties want: the table of issue by party, and each standpoint with the way that it took."""

from typing import get_args

from starlette.responses import Response

from aktenlage.model.dossier import Standpoint
from aktenlage.model.position import Stance
from aktenlage.publish.web.cite import cite_position
from aktenlage.publish.web.desk import Desk, Missing
from aktenlage.publish.web.pages.matrix import matrix
from aktenlage.publish.web.pages.plots import positions_plot
from aktenlage.publish.wording import issue_labels
from aktenlage.store.page import Page, Wanted

_ISSUES, _PARTIES = 40, 6
_ALL = 1_000_000


def positions(desk: Desk) -> Response:
    """Answer with the table, or with the standpoints of an actor, on an issue or of a stance."""
    filters = desk.filters
    issue = filters.get("issue")
    narrowed = bool(filters.actor or issue or filters.get("stance"))
    wanted = filters.wanted(issue=None if issue == "none" else issue, sort=filters.get("stance"))
    page: Page[Standpoint] | None = None
    ids: list[str] = []
    if narrowed and issue == "none":
        page, ids = _without_issue(desk)
    elif narrowed:
        page, ids = desk.view.positions(wanted), desk.view.ids("position", wanted)
    if page is not None:
        desk.fetch(desk.stance_places(page.items))
    return desk.page(
        "positions.html",
        matrix=None
        if narrowed
        else matrix(desk, issues=_ISSUES, parties=_PARTIES, since=filters.since, until=filters.until),
        page=page,
        plot=positions_plot(desk, page.items) if page is not None else None,
        standpoints=list(zip(ids, page.items, strict=True)) if page is not None else [],
        issues=issue_labels(desk.language),
        stances=get_args(Stance),
    )


def _without_issue(desk: Desk) -> tuple[Page[Standpoint], list[str]]:
    """The standpoints that are assigned to no issue: the store cannot be asked for what is not there."""
    filters = desk.filters
    wanted = Wanted(actor=filters.actor, since=filters.since, until=filters.until, limit=_ALL)
    found = [
        (name, each)
        for name, each in zip(desk.view.ids("position", wanted), desk.view.positions(wanted).items, strict=True)
        if each.issue is None
    ]
    asked = filters.wanted()
    here = found[asked.offset : asked.offset + asked.limit]
    return Page(tuple(each for _, each in here), len(found), asked.offset, asked.limit), [name for name, _ in here]


def position(desk: Desk) -> Response:
    """Answer with one standpoint."""
    name = desk.request.path_params["id"]
    found = desk.view.position(name)
    if found is None:
        raise Missing
    page = desk.part(found.stances)
    desk.fetch(place for taken in page.items for place in taken.evidence)
    path = desk.entry("position", name)
    return desk.page(
        "position.html",
        id=name,
        standpoint=found,
        page=page,
        path=path,
        cite=cite_position(desk, found, path),
        issues=issue_labels(desk.language),
    )
