"""A delegation in the making, and whom its people stand for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from aktenlage.model.article import Span
from aktenlage.read.delegations.members import Member
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.mentions.lexicon import adjective_of


@dataclass(slots=True)
class Found:
    """What one place tells of a delegation; *ahead* says that it is still to come, *towns* where it is told to be."""

    of: str | None
    head: str | None = None
    members: list[Member] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    ahead: bool = False
    towns: frozenset[str] = frozenset()


def people(scene: Scene, actors: Iterable[str]) -> list[str]:
    """Give those of the actors who are persons."""
    return [actor for actor in actors if actor in scene.actors and scene.actors[actor].kind == "person"]


def body(scene: Scene, actors: Iterable[str]) -> str | None:
    """Give the first of the actors that can send somebody: a state or body, or a person's state, or the person."""
    known = [actor for actor in actors if actor in scene.actors]
    bodies = [actor for actor in known if scene.actors[actor].kind != "person"]
    return bodies[0] if bodies else next((state_of(scene, actor) or actor for actor in known), None)


def state_of(scene: Scene, person: str) -> str | None:
    """Give the state for which a person acts, where the article knows it."""
    state = scene.actors[person].state
    return state if state in scene.actors else None


def owner_in(scene: Scene, at: Place, first: int, last: int) -> str | None:
    """Give the state or body that the tokens name, or the state of an adjective of origin."""
    tokens = at.sentence.tokens[max(first, 0) : last]
    if not tokens:
        return None
    named = [a for m in scene.mentions.within(tokens[0].start, tokens[-1].end) for a in m.meant]
    bodies = [actor for actor in named if actor in scene.actors and scene.actors[actor].kind != "person"]
    if bodies:
        return bodies[0]
    adjectives = [token.text.lower() for token in tokens if token.pos == "ADJ"]
    return next((actor for word in adjectives for actor in adjective_of(word) if actor in scene.actors), None)


def led_by(of: str | None, members: Sequence[Member], *, head: bool = True) -> Found:
    """Make a delegation of a list of people, the first of whom leads it where *head* says so."""
    if head and members:
        return Found(of, members[0].actor, list(members[1:]))
    return Found(of, None, list(members))
