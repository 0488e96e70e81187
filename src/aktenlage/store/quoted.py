"""The sentences that entries rest on, found without building the readings of their articles."""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from aktenlage.model.dossier import Evidence
from aktenlage.store.tables import articles, sentences
from aktenlage.store.writer import version_id

_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Quoted:
    """The sentences from *start* to *end* of an article, with what is told of the article."""

    article: str
    start: int
    end: int
    text: str
    outlet: str | None = None
    published: str | None = None
    agencies: tuple[str, ...] = ()
    title: str | None = None
    url: str | None = None

    def words(self, place: Evidence) -> str:
        """Give the exact words of a place in these sentences."""
        return self.text[place.start - self.start : place.end - self.start]


def quoted(connection: Connection, places: Iterable[Evidence]) -> dict[Evidence, Quoted]:
    """Give for each place, in their order, the whole sentences around it; those in unknown articles are left out."""
    asked = dict.fromkeys(places)
    by_article: defaultdict[str, set[Evidence]] = defaultdict(set)
    for place in asked:
        by_article[place.article].add(place)
    wanted = sorted(by_article)
    found: dict[Evidence, Quoted] = {}
    for at in range(0, len(wanted), _QUESTION):
        names = wanted[at : at + _QUESTION]
        spans = _sentences(connection, names)
        for name, record in _articles(connection, names):
            for place in by_article.get(name, ()):
                found[place] = _quoted(name, record, place, spans.get(name, []))
    return {place: found[place] for place in asked if place in found}


def _articles(connection: Connection, names: Sequence[str]) -> Iterable[tuple[str, dict[str, object]]]:
    bases = {base for name in names for base in (name, name.rpartition("@")[0]) if base}
    question = select(
        articles.c.id, articles.c.version, func.json_extract(articles.c.reading, "$.article").label("article")
    ).where(articles.c.id.in_(sorted(bases)))
    for row in connection.execute(question):
        yield version_id(row.id, row.version), json.loads(row.article)


def _sentences(connection: Connection, names: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    question = select(sentences).where(sentences.c.article.in_(names)).order_by(sentences.c.start)
    for row in connection.execute(question):
        found.setdefault(row.article, []).append((row.start, row.end))
    return found


def _quoted(name: str, record: dict[str, object], place: Evidence, spans: Sequence[tuple[int, int]]) -> Quoted:
    text = str(record["text"])
    start, end = place.start, place.end
    if spans:
        starts = [span[0] for span in spans]
        first = max(0, bisect_right(starts, place.start) - 1)
        last = max(0, bisect_right(starts, max(place.start, place.end - 1)) - 1)
        # Between two sentences may lie what is none, such as a caption.
        if spans[first][1] > place.start:
            start = min(start, spans[first][0])
        end = max(end, spans[last][1])
    agencies = record.get("agencies")
    return Quoted(
        name,
        start,
        end,
        text[start:end],
        _told(record, "outlet"),
        _told(record, "published"),
        tuple(map(str, agencies)) if isinstance(agencies, list) else (),
        _told(record, "title"),
        _told(record, "url"),
    )


def _told(record: dict[str, object], field: str) -> str | None:
    value = record.get(field)
    return str(value) if value is not None else None
