"""The sentences that a dossier rests on: numbered, with the words that count marked."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from aktenlage.model.article import Span
from aktenlage.model.dossier import Dossier, Evidence
from aktenlage.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Quote:
    """Whole sentences of an article; *pieces* are their words in order, each with whether it is the evidence itself."""

    number: int
    article: str
    span: Span
    pieces: tuple[tuple[str, bool], ...]


class Quotes:
    """All evidence of a dossier as quotes, numbered from 1 in the order of its articles and their text."""

    def __init__(self, dossier: Dossier, readings: Iterable[Reading]) -> None:
        self._readings = {reading.article.id: reading for reading in readings}
        order = {source.id: number for number, source in enumerate(dossier.articles)}
        marked: dict[tuple[int, str, Span], set[Evidence]] = {}
        for evidence in sorted(set(_evidence(dossier))):
            if evidence.article in self._readings and evidence.article in order:
                key = (order[evidence.article], evidence.article, self._sentences(evidence))
                marked.setdefault(key, set()).add(evidence)
        self._numbers: dict[Evidence, int] = {}
        self.all: list[Quote] = []
        for number, ((_, article, span), evidences) in enumerate(sorted(marked.items()), start=1):
            text = self._readings[article].article.text
            self.all.append(Quote(number, article, span, tuple(pieces(text, span, evidences))))
            self._numbers |= dict.fromkeys(evidences, number)

    def numbers(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """The numbers of the quotes that hold *evidence*, ascending."""
        return tuple(sorted({self._numbers[item] for item in evidence if item in self._numbers}))

    def words(self, evidence: Iterable[Evidence]) -> str:
        """The exact words of *evidence* in its first article, gaps marked."""
        places = sorted(item for item in evidence if item.article in self._readings)
        if not places:
            return ""
        text = self._readings[places[0].article].article.text
        return " … ".join(text[item.start : item.end] for item in places if item.article == places[0].article)

    def _sentences(self, evidence: Evidence) -> Span:
        """The evidence widened to whole sentences."""
        sentences: Sequence[Span] = self._readings[evidence.article].sentences
        starts = [sentence.start for sentence in sentences]
        touched = [
            sentence
            for sentence in sentences[
                max(bisect_right(starts, evidence.start) - 1, 0) : bisect_right(starts, evidence.end)
            ]
            if sentence.overlaps(Span(evidence.start, evidence.end))
        ]
        return Span(
            min([evidence.start, *(sentence.start for sentence in touched)]),
            max([evidence.end, *(sentence.end for sentence in touched)]),
        )


def _evidence(value: Any) -> Iterator[Evidence]:
    """All evidence anywhere inside a value of the dossier."""
    if isinstance(value, Evidence):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _evidence(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _evidence(item)


def pieces(text: str, span: Span, evidences: Iterable[Evidence]) -> Iterator[tuple[str, bool]]:
    """Give the words of *span* in order, each with whether it is evidence."""
    at = span.start
    for start, end in _joined(evidences):
        if at < start:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < span.end:
        yield text[at : span.end], False


def _joined(evidences: Iterable[Evidence]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for evidence in sorted(evidences):
        if joined and evidence.start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], evidence.end))
        else:
            joined.append((evidence.start, evidence.end))
    return joined
