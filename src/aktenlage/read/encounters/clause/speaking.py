"""Whom "ich", "wir" and "man" mean in what somebody says: "Man habe mit Macron gesprochen, sagte Merz"."""

from aktenlage.model.annotation import Statement
from aktenlage.model.language import Phrase
from aktenlage.read.encounters.lexicon import party_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.mentions.lexicon import role_of


def speaking_of_himself(scene: Scene, at: Place, subject: Phrase) -> list[str]:
    """
    Give the one who says what a clause tells of himself, unless he only speaks for others.

    "Man" and "wir" may be all who met before, where nobody is named with whom they do it.
    """
    words, word = party_words(), at.sentence.tokens[subject.head].text.lower()
    alone, several = word in words["speakers_own"], word in words["speakers_sides"] and _with_somebody(scene, at)
    if subject.last - subject.first != 1 or not (alone or several):
        return []
    told = [said for said in scene.reading.statements if _covers(said, subject)]
    speaker = told[0].speaker if len(told) == 1 else None
    actor = scene.actors.get(speaker.actor or "") if speaker is not None else None
    if actor is None or actor.kind != "person":
        return []
    return [] if speaks_for_others(scene, actor.id) else [actor.id]


def speaks_for_others(scene: Scene, party: str) -> bool:
    """Whether somebody is told of as a spokesman."""
    roles = (role_of(words.split()[-1]) for words in scene.actors[party].offices)
    return any(role is not None and role.office in party_words()["spokesmen"] for role in roles)


def _with_somebody(scene: Scene, at: Place) -> bool:
    beside = (phrase for phrase in at.clause.phrases if phrase.preposition in party_words()["with"])
    return any(scene.mentions.touching(phrase.start, phrase.end) for phrase in beside)


def _covers(statement: Statement, phrase: Phrase) -> bool:
    return any(span.start <= phrase.start < span.end for span in statement.spans)
