"""Who met whom how often, and on which occasions."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from starlette.responses import Response

from aktenlage.publish.plot import Plot
from aktenlage.publish.web.desk import Desk
from aktenlage.publish.web.pages.plots import network_plot
from aktenlage.store.page import Page

if TYPE_CHECKING:
    from aktenlage.model.dossier import Event

_MET = ("held", "ongoing")
_PAIRS = 120


@dataclass(frozen=True, slots=True)
class Network:
    """Who took part in each event, as the actors are counted; how often two met; and the drawing of it."""

    met: dict[str, list[str]]
    pairs: tuple[tuple[tuple[str, str], int], ...]
    plot: Plot


def network(desk: Desk) -> Response:
    """Answer with the drawing and the table, or with the events of two who met; people count for their state or not."""
    told = desk.filters.told
    people = told.get("by") == "people"
    actor = desk.filters.actor
    known: Network = desk.kept(("network", people, actor, desk.language), lambda: _network(desk, actor, people=people))
    two = {told.get("one"), told.get("other")} - {None, ""}
    events: Page[Event] | None = None
    if len(two) == 2:
        page = desk.part([name for name, those in known.met.items() if two <= set(those)])
        found = tuple(event for name in page.items if (event := desk.view.event(name)) is not None)
        desk.fetch_events(found)
        events = Page(found, page.total, page.offset, page.limit)
    return desk.page(
        "network.html",
        plot=known.plot,
        pairs=known.pairs[:_PAIRS],
        left_out=max(0, len(known.pairs) - _PAIRS),
        people=people,
        events=events,
        two=sorted(str(each) for each in two),
    )


def _network(desk: Desk, actor: str | None, *, people: bool) -> Network:
    met = desk.view.participants(*_MET)
    if not people:
        met = {name: sorted({desk.words.side(each) for each in those}) for name, those in met.items()}
    met = {name: those for name, those in met.items() if actor is None or actor in those}
    pairs = Counter(pair for those in met.values() for pair in combinations(sorted(those), 2))
    ranked = tuple(sorted(pairs.items(), key=lambda item: (-item[1], item[0])))
    return Network(met, ranked, network_plot(desk, met))
