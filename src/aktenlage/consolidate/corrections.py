"""Articles that correct an earlier one, and the stretches in which they repeat the error."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from aktenlage.model.article import Span
from aktenlage.model.reading import Reading
from aktenlage.resources.load import load


@dataclass(frozen=True, slots=True)
class Correction:
    """That an article corrects; *errors* are the sentences that repeat what was wrong."""

    errors: tuple[Span, ...]

    def repeats(self, evidence: Iterable[Span]) -> bool:
        """Whether what rests on *evidence* is the error."""
        return any(error.overlaps(place) for error in self.errors for place in evidence)


def find_correction(reading: Reading) -> Correction | None:
    """Say whether an article corrects; None where it does not."""
    text = reading.article.text
    announcing, repeating = _patterns()
    places = [text[sentence.start : sentence.end] for sentence in reading.sentences]
    head = [reading.article.title or "", *places[:3]]
    errors = tuple(
        sentence
        for sentence, words in zip(reading.sentences, places, strict=True)
        if any(pattern.search(words) for pattern in repeating)
    )
    if errors or any(pattern.search(words) for pattern in announcing for words in head):
        return Correction(errors)
    return None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    rules = load("corrections")
    return (
        tuple(re.compile(rule["match"]) for rule in rules if rule["tells"] == "correction"),
        tuple(re.compile(rule["match"]) for rule in rules if rule["tells"] == "error"),
    )
