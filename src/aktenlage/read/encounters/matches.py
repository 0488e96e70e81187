"""Sports: where "meeting" means playing against each other."""

import re

from aktenlage.model.language import Analysis, Sentence
from aktenlage.read.encounters.lexicon import detail_words
from aktenlage.read.encounters.scene import Candidate, Scene

# So many words of sports make a report of sports.
_SPORTS_WORDS = 4
_SCORE = re.compile(r"\d\d?:\d\d?")


def of_sports(analysis: Analysis) -> bool:
    """Whether the article reports matches."""
    words = frozenset(detail_words()["sports"])
    hits = sum(token.text in words for sentence in analysis.sentences for token in sentence.tokens)
    return hits >= _SPORTS_WORDS


def is_match(scene: Scene, encounter: Candidate) -> bool:
    """Whether states alone meet where the words, or those of the next sentence, are of a match or give a score."""
    if encounter.kind != "meeting" or any(scene.actors[party].kind != "state" for party in encounter.parties):
        return False
    number = encounter.at.number
    return any(_of_a_match(sentence) for sentence in scene.analysis.sentences[number : number + 2])


def _of_a_match(sentence: Sentence) -> bool:
    words = " ".join(token.text.lower() for token in sentence.tokens)
    scored = any(_SCORE.fullmatch(token.text) for token in sentence.tokens)
    return scored or any(word in words for word in detail_words()["matches"])
