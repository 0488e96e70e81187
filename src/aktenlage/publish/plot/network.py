"""Who met whom, as a network: those who met often stand near."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from aktenlage.model.dossier import DossierActor, Event
from aktenlage.publish.plot.canvas import Canvas, Plot, fitted
from aktenlage.resources.messages import message

_WIDTH, _HEIGHT, _MARGIN = 960, 640, 70
_NODES = 40
_ROUNDS = 300
_LABEL = 150
_JOINING = ("held", "ongoing")


def draw_network(
    events: Sequence[Event],
    actors: Mapping[str, DossierActor],
    interface: str,
    link: Callable[[str], str] | None = None,
) -> Plot:
    """
    Draw the busiest actors of events that took place; *link* gives the address of an actor by its id.

    The layout is Fruchterman and Reingold's (1991) from a circle in the order of ids, so it is the same every time.
    """
    met: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for event in events:
        if event.status in _JOINING:
            who = sorted({each.actor for each in event.participants})
            met.update(who)
            pairs.update(combinations(who, 2))
    busiest = sorted(met, key=lambda actor: (-met[actor], actor))[:_NODES]
    edges = {pair: count for pair, count in pairs.items() if pair[0] in busiest and pair[1] in busiest}
    joined = sorted({actor for pair in edges for actor in pair})
    places = _laid_out(joined, edges)
    title = message("plot.network", interface)
    canvas = Canvas(_WIDTH, _HEIGHT, title, message("plot.network.told", interface))
    if not joined:
        canvas.text(_WIDTH / 2, _HEIGHT / 2, message("brief.nothing", interface), anchor="middle")
    thickest = max(edges.values(), default=1)
    for (one, other), count in sorted(edges.items(), key=lambda item: (item[1], item[0])):
        canvas.line(places[one], places[other], "edge", 1 + min(8.0, 1.5 * (count - 1)) * count / thickest)
    names = {actor: actors[actor].name if actor in actors else actor for actor in joined}
    written: list[tuple[float, float, float]] = []
    most = max(met.values(), default=1)
    for actor in sorted(joined, key=lambda each: (-met[each], each)):
        x, y = places[actor]
        size = 6 + 13 * math.sqrt(met[actor] / most)
        known = actors.get(actor)
        shape = "circle" if known is not None and known.kind == "person" else "square"
        address = link(actor) if link else None
        canvas.mark(x, y, shape, "node", tip=f"{names[actor]}: {met[actor]}", link=address, size=size)
        label = fitted(names[actor], _LABEL)
        spot = _free(written, x, y, size, len(label) * 7.0)
        if spot is not None:
            canvas.text(spot[0], spot[1], label, anchor="middle", link=address)
    head = tuple(message(f"plot.{key}", interface) for key in ("one", "other", "count"))
    ranked = sorted(edges.items(), key=lambda item: (-item[1], item[0]))
    rows = tuple((names[one], names[other], str(count)) for (one, other), count in ranked)
    return Plot(canvas.svg(), title, head, rows)


def _free(
    written: list[tuple[float, float, float]], x: float, y: float, size: float, width: float
) -> tuple[float, float] | None:
    """Give a place for a label under or above its mark that no other label takes, None if there is none."""
    x = min(max(x, width / 2 + 4), _WIDTH - width / 2 - 4)
    for shift in (size + 15, -size - 6, size + 29, -size - 20):
        place = (x, y + shift)
        if all(abs(place[1] - v) >= 14 or abs(place[0] - u) >= (width + w) / 2 for u, v, w in written):
            written.append((*place, width))
            return place
    return None


def _laid_out(nodes: Sequence[str], edges: Mapping[tuple[str, str], int]) -> dict[str, tuple[float, float]]:
    count = len(nodes)
    if not count:
        return {}
    angle = 2 * math.pi / count
    at = {node: [math.cos(angle * number), math.sin(angle * number)] for number, node in enumerate(nodes)}
    ideal = math.sqrt(4 / count)
    for round_ in range(_ROUNDS):
        moved = {node: [0.0, 0.0] for node in nodes}
        for one, other in combinations(nodes, 2):
            dx, dy = at[one][0] - at[other][0], at[one][1] - at[other][1]
            length = math.hypot(dx, dy) or 1e-6
            push = ideal * ideal / length
            pull = length * length / ideal * (1 + math.log(edges[one, other])) if (one, other) in edges else 0.0
            force = (push - pull) / length
            for axis, part in ((0, dx), (1, dy)):
                moved[one][axis] += part * force
                moved[other][axis] -= part * force
        heat = 0.15 * (1 - round_ / _ROUNDS)
        for node in nodes:
            # A light pull to the middle keeps parts that nothing joins on the sheet.
            dx, dy = moved[node][0] - 0.6 * at[node][0], moved[node][1] - 0.6 * at[node][1]
            length = math.hypot(dx, dy) or 1e-6
            step = min(length, heat) / length
            at[node][0] += dx * step
            at[node][1] += dy * step
    return {node: (_scaled(at, node, 0, _WIDTH), _scaled(at, node, 1, _HEIGHT)) for node in nodes}


def _scaled(at: Mapping[str, Sequence[float]], node: str, axis: int, size: float) -> float:
    values = [place[axis] for place in at.values()]
    low, high = min(values), max(values)
    part = (at[node][axis] - low) / (high - low) if high > low else 0.5
    return _MARGIN + part * (size - 2 * _MARGIN)
