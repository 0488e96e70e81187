"""The actors, and one of them with all that the file says."""

from typing import get_args

from starlette.responses import Response

from aktenlage.model.annotation import ActorKind
from aktenlage.publish.web.desk import Desk, Missing
from aktenlage.store.page import Wanted

_FEW = 12


def actors(desk: Desk) -> Response:
    """Answer with the actors, the busiest first."""
    filters = desk.filters
    kind = filters.get("kind") if filters.get("kind") in get_args(ActorKind) else None
    ranked = desk.kept(("busiest", kind), lambda: desk.view.busiest(kind, limit=1_000_000))
    if filters.query:
        folded = filters.query.casefold()
        ranked = [row for row in ranked if any(folded in name.casefold() for name in (row[0].name, *row[0].names))]
    page = desk.part(ranked)
    return desk.page("actors.html", page=page, kinds=get_args(ActorKind))


def actor(desk: Desk) -> Response:
    """Answer with one actor."""
    name = desk.request.path_params["id"]
    found = desk.view.actor(name)
    if found is None:
        raise Missing
    few = Wanted(actor=name, newest_first=True, limit=_FEW)
    events = desk.view.events(few)
    statements = desk.view.statements(Wanted(actor=name, part="speaker", newest_first=True, limit=_FEW))
    standpoints = Wanted(actor=name, part="actor", limit=_FEW * 2)
    positions = desk.view.positions(standpoints)
    desk.fetch_events(events.items)
    told = (place for each in statements.items for place in desk.first(each.evidence))
    desk.fetch([*told, *desk.stance_places(positions.items)])
    own = [each for each, label in desk.labels.items() if label.state == name and each != name]
    return desk.page(
        "actor.html",
        actor=found,
        events=events,
        statements=statements,
        positions=list(zip(desk.view.ids("position", standpoints), positions.items, strict=True)),
        documents=desk.view.documents(Wanted(actor=name, limit=_FEW)),
        people=own[: _FEW * 2],
        path=desk.entry("actor", name),
    )
