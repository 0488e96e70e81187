"""Who met whom how often."""

from collections import Counter
from itertools import combinations

from starlette.responses import Response

from aktenlage.publish.web.desk import Desk
from aktenlage.publish.web.pages.drawing import draw

_PAIRS, _DRAWN = 60, 60
_MET = ("held", "ongoing")


def network(desk: Desk) -> Response:
    """Answer with the drawing and the table of encounters that took place; people count for their state, or as such."""
    people = desk.filters.told.get("by") == "people"
    pairs: Counter[tuple[str, str]] = desk.kept(("pairs", people), lambda: _pairs(desk, people=people))
    ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    actor = desk.filters.actor
    if actor is not None:
        ranked = [(pair, count) for pair, count in ranked if actor in pair]
    return desk.page(
        "network.html",
        pairs=ranked[:_PAIRS],
        total=len(ranked),
        drawing=draw(desk, ranked[:_DRAWN]),
        people=people,
    )


def _pairs(desk: Desk, *, people: bool) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for those in desk.view.participants(*_MET).values():
        sides = {each if people else desk.words.side(each) for each in those}
        for one, other in combinations(sorted(sides), 2):
            if not people or desk.words.side(one) != desk.words.side(other):
                found[one, other] += 1
    return found
