"""Who met whom how often."""

from starlette.responses import Response

from aktenlage.publish.plot import Plot
from aktenlage.publish.web.desk import Desk
from aktenlage.publish.web.pages.plots import network_plot

_MET = ("held", "ongoing")


def network(desk: Desk) -> Response:
    """Answer with the drawing and the table of encounters that took place; people count for their state, or as such."""
    people = desk.filters.told.get("by") == "people"
    actor = desk.filters.actor
    plot: Plot = desk.kept(("network", people, actor, desk.language), lambda: _plot(desk, actor, people=people))
    return desk.page("network.html", plot=plot, people=people)


def _plot(desk: Desk, actor: str | None, *, people: bool) -> Plot:
    met = desk.view.participants(*_MET)
    if not people:
        met = {name: sorted({desk.words.side(each) for each in those}) for name, those in met.items()}
    return network_plot(desk, {name: those for name, those in met.items() if actor is None or actor in those})
