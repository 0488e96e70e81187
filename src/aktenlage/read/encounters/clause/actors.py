"""Who counts as taking part: politicians and bodies, each once, and persons instead of their states."""

from collections.abc import Iterable

from aktenlage.model.annotation import Mention
from aktenlage.read.encounters.lexicon import party_words
from aktenlage.read.encounters.scene import Scene

# Mentions by which an office-holder whom the article never names is meant.
_MEANT = ("office", "pronoun")


def actors_of(scene: Scene, mention: Mention) -> list[str]:
    """Give the participants that *mention* stands for: an office-holder whom the article never names is his state."""
    found = []
    for known in mention.actors or (mention.actor,):
        actor = scene.actors.get(known or "")
        if actor is None:
            continue
        unnamed = actor.kind == "person" and mention.kind in _MEANT and actor.id not in scene.named
        found.append(actor.state if unnamed and actor.state in scene.actors else actor.id)
    return [actor for actor in found if actor]


def political(scene: Scene, party: str) -> bool:
    """Whether the actor is known to act in politics; of a person that no register knows, an office tells it."""
    actor = scene.actors[party]
    if party in scene.outsiders:
        return False
    known = actor.registered or bool(actor.offices) or actor.state is not None
    acts = actor.kind == "group" and actor.name not in party_words()["bystanders"]
    if actor.kind == "person" and scene.of_politics:
        return True
    return acts or actor.kind in ("state", "organization") or known or party in scene.titled


def settle(scene: Scene, parties: Iterable[str]) -> list[str]:
    """Drop the state of a person who is a participant himself, and groups that meet nobody as political actors."""
    found = [
        p for p in unique(parties) if p in scene.actors and scene.actors[p].name not in party_words()["bystanders"]
    ]
    states = {actor.state for party in found if (actor := scene.actors.get(party)) and actor.kind == "person"}
    return [party for party in found if party not in states and not _stands_for_known(scene, party, states)]


def _stands_for_known(scene: Scene, party: str, states: set[str | None]) -> bool:
    """Whether a group without a name belongs to the state of someone named ("our American partners")."""
    actor = scene.actors[party]
    return actor.kind == "group" and not actor.registered and actor.state is not None and actor.state in states


def unique(items: Iterable[str]) -> list[str]:
    """Give each item once, in order."""
    return list(dict.fromkeys(items))
