"""Who summoned an ambassador where the clause itself does not say it ("Man habe den Botschafter einbestellt")."""

from collections.abc import Iterator

from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.scene import Place, Scene, backwards

# Sentences before the summons in which the state speaks or acts that summons.
_REACH = 3


def summoner(scene: Scene, at: Place, guests: list[str]) -> list[str]:
    """Give the state, or who stands for it, that acted last before and whose ambassador is not the one summoned."""
    theirs = {_state(scene, guest) for guest in guests}
    acting = next((party for party in _acting(scene, at) if _state(scene, party) not in {*theirs, None}), None)
    if acting is None:
        return []
    state = _state(scene, acting)
    return [state if state in scene.actors else acting]


def _acting(scene: Scene, at: Place) -> Iterator[str]:
    """Give whom subjects name, the nearest first."""
    for number in backwards(at.number, _REACH):
        for there in reversed(scene.clauses(number)):
            if there.clause.start < at.clause.start:
                yield from subject_parties(scene, there)


def _state(scene: Scene, party: str) -> str | None:
    """Give the state that a party is or stands for."""
    actor = scene.actors[party]
    return party if actor.kind == "state" else actor.state
