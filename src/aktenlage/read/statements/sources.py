"""Sources without a verb: "laut Ministerium", "nach Angaben der Polizei", "Berichten zufolge", "so der Minister"."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from aktenlage.model.annotation import Medium
from aktenlage.read.statements.draft import Draft, Range, pieces, trimmed
from aktenlage.read.statements.lexicon import Noun, noun, words
from aktenlage.read.statements.phrases import phrase_end, starts_phrase
from aktenlage.read.statements.views import QUOTE, Clause, View
from aktenlage.resources.load import load

# A sentence with more sources is no reporting.
_MOST_SOURCES = 20


@cache
def _prepositions() -> dict[str, dict[str, Any]]:
    return {entry["form"]: entry for entry in load("speech/sources")["prepositions"]}


def find_sources(view: View) -> Iterator[Draft]:
    """Find the sources of a view, each with what it is said to have said."""
    place, found_before = 0, 0
    while place < len(view.tokens) and found_before < _MOST_SOURCES:
        entry = _prepositions().get(view.lower[place])
        found = _phrase(view, place, entry) if entry is not None else None
        if found is not None:
            cue, phrase, medium = found
            draft = _draft(view, cue, phrase, medium)
            if draft is not None:
                yield draft
                found_before += 1
                place = max(phrase[1], cue) + 1
                continue
        place += 1
    yield from _inserted(view)


def _phrase(view: View, place: int, entry: dict[str, Any]) -> tuple[int, Range, Medium] | None:
    if entry.get("nouns") and place and view.lower[place - 1] in words("time_units"):
        return None
    if entry["place"] != "after" and place + 1 < len(view.tokens) and view.tokens[place].tag != "PTKVZ":
        first = place + 1
        if starts_phrase(view, first):
            last = phrase_end(view, first, _stop(view, first), wide=_fronted(view, place))
            named = _noun_of(view, first, last)
            if last > first and (named is not None or not entry.get("nouns")) and _fits(view, first, last, entry):
                return place, (first, last), _medium(named)
    if entry["place"] != "before":
        start = _phrase_before(view, place)
        if start is not None:
            named = _noun_of(view, start, place)
            if not entry.get("nouns") or (named is not None and _opens_clause(view, start)):
                return place, (start, place), _medium(named)
    return None


def _fits(view: View, first: int, last: int, entry: dict[str, Any]) -> bool:
    """Whether the phrase has one of the nouns to which the preposition is bound, where it is."""
    only = entry.get("only")
    return only is None or any(view.tokens[place].text in only for place in range(first, last))


def _opens_clause(view: View, start: int) -> bool:
    """Whether the phrase before "nach" stands at the clause's head or behind its verb."""
    number = view.clause_of(start)
    if number is None:
        return False
    clause = view.clauses[number]
    return view.tokens[start].tag != "NN" and (start == clause.first or clause.finite is not None)


def _medium(named: Noun | None) -> Medium:
    return named.medium if named is not None else "SW"


def _fronted(view: View, place: int) -> bool:
    number = view.clause_of(place)
    if number is None:
        return False
    clause = view.clauses[number]
    return clause.finite is not None and place < clause.finite and clause.kind in {"main", "first"}


def _stop(view: View, first: int) -> int:
    """Behind the last token that a noun phrase from *first* on may reach: the next finite verb or the clause's end."""
    number = view.clause_of(first)
    if number is None:
        return len(view.tokens)
    clause = view.clauses[number]
    if clause.finite is not None and clause.finite > first:
        return clause.finite
    return clause.last if clause.last > first else len(view.tokens)


def _noun_of(view: View, first: int, last: int) -> Noun | None:
    """Give the noun of saying that heads the phrase; attributes behind it do not count."""
    for place in range(first, last):
        token = view.tokens[place]
        if token.tag in {"NN", "NE", "TRUNC"} and not _possessor(view, place, last):
            found = noun(token.text)
            return found if found is not None and found.source else None
        if token.tag in {"APPR", "APPRART"}:
            return None
    return None


def _possessor(view: View, place: int, last: int) -> bool:
    """Whether the name is a genitive before its noun ("Trumps Angaben")."""
    return (
        view.tokens[place].text[-1:] in {"s", "'", "’"}
        and place + 1 < last
        and view.tokens[place + 1].tag == "NN"
        and noun(view.tokens[place].text) is None
    )


def _phrase_before(view: View, place: int) -> int | None:
    """Find where the noun phrase begins that ends before *place*."""
    number = view.clause_of(place)
    lowest = view.clauses[number].first if number is not None else 0
    clause = view.clauses[number] if number is not None else None
    if clause is not None and clause.finite is not None and lowest <= clause.finite < place:
        lowest = clause.finite + 1
    best = None
    for first in range(place - 1, lowest - 1, -1):
        if view.tokens[first].tag == QUOTE or view.tokens[first].tag in {"APPR", "APPRART"}:
            if best is not None and view.tokens[first].tag == QUOTE:
                break
            if best is not None and first == lowest:
                break
        if starts_phrase(view, first) and phrase_end(view, first, place, wide=True) == place:
            best = first
    return best


def _draft(view: View, cue: int, phrase: Range, medium: Medium) -> Draft | None:
    first, last = min(cue, phrase[0]), max(cue + 1, phrase[1])
    number = view.clause_of(cue)
    if number is None:
        return None
    places, frame = scope(view, number, first, last)
    if not any(view.tokens[place].tag[0] not in "$X" for place in places):
        return None
    return Draft(
        pieces(view, places),
        "indirect",
        "source",
        view.paragraph,
        medium,
        view.span(*phrase),
        None,
        (view.span(cue, cue + 1),),
        pieces(view, frame),
        view.lower[cue],
    )


def scope(view: View, number: int, first: int, last: int) -> tuple[list[int], list[int]]:
    """Say what the source is said to have said: its clause with all that hangs on it, without the source."""
    clause = view.clauses[number]
    if clause.kind in {"sub", "relative", "infinitive"}:
        begin, end = clause.first, _end_of(view, number)
        if clause.introducer is not None and clause.kind == "relative":
            begin = max(begin, clause.introducer + 1)
    else:
        begin, end = _main_start(view, number), _main_end(view, number)
    start = first - 1 if first > begin and view.tokens[first - 1].text in {",", "–"} and _closed(view, last) else first
    stop = last + 1 if start < first and _closed(view, last) and view.tokens[last].text != "." else last
    left, right = trimmed(view, begin, start), trimmed(view, stop, end)
    places = [*range(*left), *range(*right)]
    return places, list(range(start, stop))


def _closed(view: View, place: int) -> bool:
    return place >= len(view.tokens) or view.tokens[place].text in {",", "–", "."}


def _main_start(view: View, number: int) -> int:
    """Where the main clause begins, the subordinate clauses before it included."""
    begin = view.clauses[number].first
    for other in reversed(view.clauses[:number]):
        if other.kind in {"main", "first"} and other.finite is not None and other.last <= begin:
            break
        begin = min(begin, other.first)
    return begin


def _main_end(view: View, number: int) -> int:
    end = len(view.tokens)
    for other in view.clauses[number + 1 :]:
        if other.first > 0 and view.tokens[other.first - 1].text == ";":
            return other.first - 1
    return end


def _end_of(view: View, number: int) -> int:
    """Where a subordinate clause ends, with the clauses that hang on it."""
    clause: Clause = view.clauses[number]
    end = clause.last
    inside = {number}
    for later, other in enumerate(view.clauses[number + 1 :], number + 1):
        if other.parent in inside and (other.kind in {"relative", "sub", "infinitive"}):
            inside.add(later)
            end = max(end, other.last)
    return end


def _inserted(view: View) -> Iterator[Draft]:
    """Read "…, so der Minister" and "…, so der Minister weiter, …"."""
    for number, clause in enumerate(view.clauses):
        if clause.kind != "inserted" or len(clause.tokens) < 2:
            continue
        first = clause.first + 1
        while first < clause.last and view.tokens[first].tag in {"ADV", "ADJD"}:
            first += 1
        if first >= clause.last or not starts_phrase(view, first):
            continue
        end = phrase_end(view, first, _aside_end(view, number), wide=True)
        if end == first:
            continue
        start = clause.first - 1 if view.tokens[clause.first - 1].text == "," else clause.first
        goes_on = any(place > clause.last for other in view.clauses[:number] for place in other.tokens) and (
            clause.last < len(view.tokens) and view.tokens[clause.last].text in {",", "–"}
        )
        places = list(range(*trimmed(view, 0, start)))
        stop = max(end, clause.last)
        if goes_on:
            stop += 1
            places += range(*trimmed(view, stop, len(view.tokens)))
        else:
            stop = trimmed(view, start, len(view.tokens))[1]
            if view.tokens[start].text == ",":
                start = min(start, clause.first - 1)
        frame = list(range(clause.first, stop))
        if clause.first and view.tokens[clause.first - 1].text == ",":
            frame.insert(0, clause.first - 1)
        places = [place for place in places if view.tokens[place].tag != QUOTE]
        direct = not any(view.tokens[place].tag[0] not in "$X" for place in places)
        quotes = [place for place in view.quotes if place < clause.first or goes_on]
        if direct and not quotes:
            continue
        yield Draft(
            pieces(view, quotes if direct else places),
            "direct" if direct else "indirect",
            "inserted",
            view.paragraph,
            "speech",
            view.span(first, end),
            None,
            (view.span(clause.first, clause.first + 1),),
            pieces(view, frame),
            view.lower[clause.first],
        )


def _aside_end(view: View, number: int) -> int:
    """Where an aside may end at the latest: where a clause with a verb goes on."""
    for other in view.clauses[number + 1 :]:
        if other.finite is not None:
            return other.first
    return len(view.tokens)
