"""Sentences as a page shows them: the words that count marked, with their address in the article."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from aktenlage.model.article import Span
from aktenlage.model.dossier import Evidence
from aktenlage.publish.quotes import pieces
from aktenlage.store.quoted import Quoted


@dataclass(frozen=True, slots=True)
class Proof:
    """Sentences of one article; *pieces* are their words in order, each with whether it is the evidence itself."""

    quoted: Quoted
    pieces: tuple[tuple[str, bool], ...]
    link: str


def proofs(places: Iterable[Evidence], found: Mapping[Evidence, Quoted]) -> list[Proof]:
    """Give the sentences around *places*, those of one article in the order of its text."""
    order: dict[str, list[tuple[Quoted, Evidence]]] = {}
    for place in places:
        if place in found:
            order.setdefault(place.article, []).append((found[place], place))
    return [proof for those in order.values() for proof in _joined(sorted(set(those), key=_start))]


def article_link(article: str, places: Iterable[Evidence] = ()) -> str:
    """
    Give the address of an article with *places* marked in it.

    >>> article_link("a b", [Evidence("a b", 3, 9)])
    '/article/a%20b?at=3-9#m'
    """
    marked = "&".join(f"at={place.start}-{place.end}" for place in places)
    return f"/article/{quote(article, safe='')}" + (f"?{marked}#m" if marked else "")


def _start(pair: tuple[Quoted, Evidence]) -> tuple[int, int, int, int]:
    return pair[0].start, pair[0].end, pair[1].start, pair[1].end


def _joined(those: list[tuple[Quoted, Evidence]]) -> Iterable[Proof]:
    group: list[tuple[Quoted, Evidence]] = []
    for pair in those:
        if group and pair[0].start >= max(each.end for each, _ in group):
            yield _proof(group)
            group = []
        group.append(pair)
    if group:
        yield _proof(group)


def _proof(group: list[tuple[Quoted, Evidence]]) -> Proof:
    places = [place for _, place in group]
    # The longest of sentences that overlap holds the words of all, unless two of them reach over one another.
    whole = max((each for each, _ in group), key=lambda each: each.end - each.start)
    inside = [place for place in places if whole.start <= place.start and place.end <= whole.end]
    shifted = [Evidence(whole.article, place.start - whole.start, place.end - whole.start) for place in inside]
    told = tuple(pieces(whole.text, Span(0, len(whole.text)), shifted))
    return Proof(whole, told, article_link(whole.article, places))
