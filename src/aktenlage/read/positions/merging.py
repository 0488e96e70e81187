"""One entry for each actor, stance and matter, however often the article tells it."""

from collections.abc import Iterable

from aktenlage.model.article import Span
from aktenlage.model.language import Analysis
from aktenlage.model.position import Position

_CONTENT = frozenset({"NOUN", "PROPN"})


def merge(positions: Iterable[Position], analysis: Analysis) -> tuple[Position, ...]:
    """Join positions of one actor and stance that stand in one sentence or share a noun of their matter."""
    merged: list[tuple[Position, set[str], set[int]]] = []
    for position in positions:
        nouns, sentences = _nouns(analysis, position)
        for number, (other, others, places) in enumerate(merged):
            if (other.actor, other.stance) != (position.actor, position.stance):
                continue
            if places & sentences or (other.issue == position.issue and others & nouns):
                merged[number] = (_joined(other, position), others | nouns, places | sentences)
                break
        else:
            merged.append((position, nouns, sentences))
    return tuple(position for position, _, _ in merged)


def _joined(first: Position, second: Position) -> Position:
    evidence = first.evidence + tuple(span for span in second.evidence if not _covered(span, first.evidence))
    return Position(
        first.actor, first.stance, first.toward or second.toward, first.issue or second.issue, first.about, evidence
    )


def _covered(span: Span, others: Iterable[Span]) -> bool:
    return any(other.covers(span) for other in others)


def _nouns(analysis: Analysis, position: Position) -> tuple[set[str], set[int]]:
    about = position.about or position.evidence[0]
    nouns: set[str] = set()
    sentences: set[int] = set()
    for number, sentence in enumerate(analysis.sentences):
        if any(sentence.start < span.end and span.start < sentence.end for span in position.evidence):
            sentences.add(number)
        if sentence.start < about.end and about.start < sentence.end:
            nouns |= {t.lemma for t in sentence.tokens if t.pos in _CONTENT and about.start <= t.start < about.end}
    return nouns, sentences
