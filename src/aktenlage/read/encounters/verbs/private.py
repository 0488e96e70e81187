"""What verbs of meeting and travelling tell that is no encounter: schooling, holidays, sittings of one's own party."""

from functools import cache

from aktenlage.read.encounters.lexicon import party_words, sitting_bodies
from aktenlage.read.encounters.scene import Place, Scene

# A year alone is no day of a visit.
_YEAR = 4


def own_sitting(scene: Scene, at: Place, body: str) -> bool:
    """Whether the *body* that sits alone is a house or court, or one of a party ("die Fraktion der CDU")."""
    subject = at.clause.subject
    head = at.sentence.tokens[subject.head].lemma.lower() if subject is not None else ""
    of_one = scene.actors[body].kind == "organization" and body not in sitting_bodies()
    leads = of_one and head.endswith(_ends("leaderships"))
    return leads or scene.actors[body].name.lower().endswith(_ends("houses")) or head.endswith(_ends("organs"))


def for_oneself(scene: Scene, at: Place) -> bool:
    """Whether somebody went to school there, which no day is told of, or goes there for his leisure."""
    tokens, phrases = at.sentence.tokens, at.clause.phrases
    goals = [p for p in phrases if p.preposition in (*party_words()["within"], *party_words()["to"])]
    if any(tokens[phrase.head].text.lower().endswith(_ends("leisure")) for phrase in goals):
        return True
    objects = [p for p in phrases if p.role == "accusative" and p.preposition is None]
    taught = any(tokens[phrase.head].lemma.lower().endswith(_ends("schooling")) for phrase in objects)
    times = scene.times.within(at.clause.start, at.clause.end)
    return taught and not any(time.type == "DATE" and len(time.value) > _YEAR for time in times)


@cache
def _ends(words: str) -> tuple[str, ...]:
    return tuple(party_words()[words])
