"""What the clause before says of one joined to it: "Am Montag war er in Genf und sprach mit …", "Gipfel in Rom: …"."""

from aktenlage.model.encounter import Status
from aktenlage.read.encounters.lexicon import detail_words, party_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.bydays import told_of_the_future
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.setting.places import spots

_COLON = ":"


def conjunct_before(at: Place) -> Place | None:
    """Give the clause before in the sentence with which this one shares its subject, if it is of the same time."""
    before = at.conjunct
    subject, shared = before.clause.subject if before is not None else None, at.clause.shared
    if before is None or subject is None or shared is None or subject.first != shared.first:
        return None
    earlier, verb = before.clause.verb, at.clause.verb
    if verb is None or earlier is None or (earlier.tense == "pluperfect" and verb.tense != "pluperfect"):
        return None
    return before


def picked_up(at: Place) -> bool:
    """Whether the clause before says that somebody took up the telephone ("griff zum Hörer und sprach mit …")."""
    before = conjunct_before(at)
    return before is not None and not before.said.isdisjoint(party_words()["picking_up"])


def _before_colon(scene: Scene, at: Place) -> Place | None:
    """Give the clause before a colon behind which this one says what it was, unless somebody says so."""
    colon = at.clause.tokens[0] - 1
    if colon < 1 or at.sentence.tokens[colon].text != _COLON:
        return None
    if any(span.start <= at.clause.start < span.end for told in scene.reading.statements for span in told.spans):
        return None
    before = next((clause for clause in at.sentence.clauses if colon in clause.tokens), None)
    return at.beginning(before) if before is not None else None


def day_of_conjunct(scene: Scene, at: Place, status: Status) -> str | None:
    """Give the day of the clause to which this one is joined, unless it says that it was before or after that."""
    other_day = not {word.lower() for word in at.said}.isdisjoint(
        (*detail_words()["then"], *detail_words()["just_before"])
    )
    if other_day or status in ("possible", "denied"):
        return None
    before = conjunct_before(at) or _before_colon(scene, at)
    return date_of(scene, before, status) if before is not None else None


def to_come_with_conjunct(scene: Scene, at: Place) -> bool:
    """Whether the clause to which this one is joined is of a day to come ("fliegt am Freitag … und verhandelt …")."""
    before, verb = conjunct_before(at), at.clause.verb
    present = verb is not None and verb.tense == "present"
    return present and before is not None and told_of_the_future(scene, before)


def town_of_conjunct(scene: Scene, candidate: Candidate, *, dated: bool) -> str | None:
    """
    Give the town, which may be the goal of a journey, of the clause to which that of the candidate is joined.

    One with a day of its own may be elsewhere, but not behind a colon. What is called off, asked for or talked of may,
    too.
    """
    at, frames = candidate.at, candidate.frames
    happens = candidate.status in ("held", "ongoing") or to_come_with_conjunct(scene, at)
    if (frames and not (candidate.carried and happens)) or candidate.status in ("cancelled", "denied"):
        return None
    before = (None if dated else conjunct_before(at)) or (None if frames else _before_colon(scene, at))
    found = spots(scene, before, goals=True) if before is not None else ()
    towns = {spot.name for spot in found if spot.town and spot.preposition not in detail_words()["origins"]}
    return next(iter(towns)) if len(towns) == 1 else None
