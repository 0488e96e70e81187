"""What the clause before says of one that is joined to it: "Am Montag war er in Genf und sprach mit …"."""

from dataclasses import replace

from aktenlage.model.encounter import Status
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.setting.places import spots


def conjunct_before(at: Place) -> Place | None:
    """Give the clause before in the sentence with which this one shares its subject, if it is of the same time."""
    alike = [c for c in at.sentence.clauses if c.tokens and c.start < at.clause.start and c.kind == at.clause.kind]
    before = alike[-1] if alike else None
    shared, verb = at.clause.shared, at.clause.verb
    if before is None or before.subject is None or shared is None or before.subject.first != shared.first:
        return None
    if verb is None or before.verb is None or (before.verb.tense == "pluperfect" and verb.tense != "pluperfect"):
        return None
    return replace(at, clause=before, token=before.tokens[0])


def day_of_conjunct(scene: Scene, at: Place, status: Status) -> str | None:
    """Give the day of the clause to which this one is joined."""
    before = conjunct_before(at)
    return date_of(scene, before, status) if before is not None else None


def town_of_conjunct(scene: Scene, at: Place) -> str | None:
    """Give the town, which may be the goal of a journey, of the clause to which this one is joined."""
    before = conjunct_before(at)
    towns = [spot for spot in spots(scene, before, goals=True) if spot.town] if before is not None else []
    return towns[-1].name if len({spot.name for spot in towns}) == 1 else None
