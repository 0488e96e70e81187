"""The network of encounters as a drawing: actors on a circle, the busiest side by side, lines as thick as they met."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from aktenlage.publish.web.desk import Desk

_NODES = 18
WIDTH, HEIGHT, RADIUS = 760, 560, 205


@dataclass(frozen=True, slots=True)
class Node:
    """An actor at its place; *anchor* says on which side of the mark its name stands."""

    actor: str
    name: str
    x: float
    y: float
    size: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """How often two actors met."""

    one: Node
    other: Node
    count: int
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes and edges, the thin ones first so that the thick lie above."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int = WIDTH
    height: int = HEIGHT


def draw(desk: Desk, pairs: Sequence[tuple[tuple[str, str], int]]) -> Drawing | None:
    """Lay out the actors of *pairs* that met most; None where nobody did."""
    met: Counter[str] = Counter()
    for pair, count in pairs:
        for actor in pair:
            met[actor] += count
    if not met:
        return None
    chosen = sorted(met, key=lambda actor: (-met[actor], actor))[:_NODES]
    most = max(met.values())
    nodes = {actor: _node(desk, actor, number, len(chosen), met[actor] / most) for number, actor in enumerate(chosen)}
    thickest = max(count for _, count in pairs)
    edges = [
        Edge(nodes[one], nodes[other], count, round(1 + 7 * count / thickest, 1))
        for (one, other), count in pairs
        if one in nodes and other in nodes
    ]
    return Drawing(tuple(nodes.values()), tuple(sorted(edges, key=lambda edge: (edge.width, edge.one.actor))))


def _node(desk: Desk, actor: str, number: int, of: int, weight: float) -> Node:
    angle = 2 * pi * number / of - pi / 2
    x, y = WIDTH / 2 + RADIUS * cos(angle), HEIGHT / 2 + RADIUS * sin(angle)
    size = 6 + 12 * weight
    out = RADIUS + size + 8
    side = cos(angle)
    anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
    label_y = HEIGHT / 2 + out * sin(angle) + (4 if abs(side) >= 0.2 else 10 if sin(angle) > 0 else -2)
    return Node(
        actor,
        _short(desk.words.name(actor)),
        round(x, 1),
        round(y, 1),
        round(size, 1),
        round(WIDTH / 2 + out * side, 1),
        round(label_y, 1),
        anchor,
    )


def _short(name: str) -> str:
    return name if len(name) <= 22 else f"{name[:21]}…"
