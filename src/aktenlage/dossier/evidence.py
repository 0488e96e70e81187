"""The sentences that entries rest on, with outlet and date."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Self

from aktenlage.model.dossier import Evidence
from aktenlage.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence and where it stood."""

    article: str
    outlet: str | None
    published: str | None
    sentence: str


class Texts:
    """The texts of a dossier's articles; *find* gives the reading of an article by its id, each time it is asked."""

    def __init__(self, find: Callable[[str], Reading | None]) -> None:
        self._find = cache(find)

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Self:
        """Give the texts of readings that are all at hand."""
        return cls({reading.article.id: reading for reading in readings}.get)

    def words(self, evidence: Evidence) -> str:
        """Give the exact words, blanks made one."""
        reading = self._find(evidence.article)
        return " ".join(reading.article.text[evidence.start : evidence.end].split()) if reading else ""

    def quoted(self, evidence: Iterable[Evidence]) -> list[Quoted]:
        """Give the whole sentences, each once."""
        found: dict[Quoted, None] = {}
        for place in evidence:
            reading = self._find(place.article)
            if reading is not None:
                start, end = _sentence(reading, place)
                sentence = " ".join(reading.article.text[start:end].split())
                found[Quoted(place.article, reading.article.outlet, reading.article.published, sentence)] = None
        return list(found)


def _sentence(reading: Reading, place: Evidence) -> tuple[int, int]:
    starts = [sentence.start for sentence in reading.sentences]
    first = max(0, bisect_right(starts, place.start) - 1)
    last = max(0, bisect_right(starts, max(place.start, place.end - 1)) - 1)
    if not starts:
        return place.start, place.end
    return min(place.start, reading.sentences[first].start), max(place.end, reading.sentences[last].end)
