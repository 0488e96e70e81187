"""What came of an encounter: the clause that tells of an agreement, progress or a failure."""

from collections.abc import Iterator

from aktenlage.model.article import Span
from aktenlage.model.language import Clause, Sentence
from aktenlage.read.encounters.lexicon import detail_words
from aktenlage.read.encounters.scene import Candidate, Scene


def find_outcomes(scene: Scene, encounters: list[Candidate]) -> None:
    """Give each encounter that is over the clause that tells what came of it."""
    for encounter in encounters:
        if encounter.status in ("held", "ongoing") and encounter.outcome is None:
            encounter.outcome = next(_outcomes(scene, encounter), None)


def _outcomes(scene: Scene, encounter: Candidate) -> Iterator[Span]:
    sentences = scene.analysis.sentences
    for number in dict.fromkeys(encounter.told_in):
        for sentence in (sentences[number], *_following(sentences, number)):
            for clause in sentence.clauses:
                if _tells(sentence, clause):
                    yield Span(clause.start, clause.end)


def _following(sentences: tuple[Sentence, ...], number: int) -> tuple[Sentence, ...]:
    """Give the next sentence if it points back ("then", "there")."""
    following = sentences[number + 1 : number + 2]
    openers = detail_words()["outcome_openers"]
    return tuple(s for s in following if s.tokens and s.tokens[0].text.lower() in openers)


def _tells(sentence: Sentence, clause: Clause) -> bool:
    words = detail_words()
    if clause.verb is not None and clause.verb.lemma in words["outcome_verbs"]:
        return True
    stems = tuple(words["outcome_words"])
    return any(sentence.tokens[number].text.lower().startswith(stems) for number in clause.tokens)
