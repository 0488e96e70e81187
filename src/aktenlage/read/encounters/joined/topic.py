"""Meetings of which only the other side is named: who is spoken of right before takes part ("Ein Treffen mit …")."""

from aktenlage.read.encounters.clause.actors import political, settle
from aktenlage.read.encounters.clause.scan import with_whom
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.clause.surroundings import is_subject
from aktenlage.read.encounters.lexicon import party_words
from aktenlage.read.encounters.scene import Candidate, Scene, backwards

# Sentences back in which somebody is spoken of.
_BACK = 2
_KINDS = ("meeting", "call")


def add_topics(scene: Scene, encounters: list[Candidate]) -> None:
    """Add whom the sentence before speaks of to encounters of which only the other side is named."""
    for encounter in encounters:
        if encounter.kind in _KINDS and _is_news(encounter) and _names_the_other_side(scene, encounter):
            encounter.parties = settle(scene, [*_spoken_of(scene, encounter), *encounter.parties])


def _is_news(encounter: Candidate) -> bool:
    """Whether it is none told before ("ein Treffen mit …"), or another one ("das nächste Treffen mit …")."""
    return not encounter.definite or encounter.other


def _names_the_other_side(scene: Scene, encounter: Candidate) -> bool:
    """Whether it is told by a noun that is the subject, with whom it is right behind it, and nobody does anything."""
    at = encounter.at
    behind = any(p.first == at.token + 1 and p.preposition in party_words()["with"] for p in at.clause.phrases)
    if not (encounter.frames and encounter.carried and behind) or encounter.parties != with_whom(scene, at):
        return False
    subject = at.clause.subject
    nobody = subject is None or at.sentence.tokens[subject.head].text.lower() in party_words()["it"]
    return at.clause.kind == "main" and (is_subject(at) or (nobody and not subject_parties(scene, at)))


def _spoken_of(scene: Scene, encounter: Candidate) -> list[str]:
    """Give the one who is the subject of the sentence before, or of the one before that where it has none."""
    at = encounter.at
    for number in backwards(at.number - 1, _BACK - 1):
        if scene.analysis.sentences[number].paragraph != at.sentence.paragraph:
            break
        for there in scene.clauses(number):
            if there.clause.kind == "main" and there.clause.verb is not None:
                found = subject_parties(scene, there)
                if found:
                    alone = len(found) == 1 and political(scene, found[0])
                    return found if alone else []
    return []
