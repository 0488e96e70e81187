"""Indirect speech told by a clause with a verb of saying: before, behind or around what was said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from aktenlage.model.annotation import Medium, StatementType
from aktenlage.model.article import Span
from aktenlage.read.statements.complements import (
    complement_end,
    complement_of,
    is_manner,
    is_personal,
    is_unspoken,
    mood,
)
from aktenlage.read.statements.cues import Cue
from aktenlage.read.statements.draft import Draft, pieces, trimmed
from aktenlage.read.statements.lexicon import words
from aktenlage.read.statements.views import QUOTE, Clause, View

_TOLD = frozenset({"clause", "dass"})


@dataclass(frozen=True, slots=True)
class Found:
    """A frame with the tokens of what was said; *rule* names the pattern."""

    cue: Cue
    quote: tuple[int, ...]
    frame: tuple[int, ...]
    rule: str


def to_draft(view: View, found: Found, kind: StatementType, medium: Medium | None = None) -> Draft:
    """Turn a frame into a statement."""
    cue = found.cue
    return Draft(
        pieces(view, found.quote),
        kind,
        found.rule,
        view.paragraph,
        medium or cue.verb.medium,
        place_of(view, cue.speaker),
        place_of(view, cue.addressee),
        pieces(view, cue.tokens),
        pieces(view, found.frame),
        " ".join((*cue.verb.needs, cue.verb.lemma)),
        cue.verb.act,
        cue.negated,
    )


def place_of(view: View, phrase: tuple[int, int] | None) -> Span | None:
    """Give the place of a phrase in the text."""
    return None if phrase is None else view.span(*phrase)


def find_frames(view: View, cues: dict[int, Cue]) -> Iterator[Found]:
    """Find the clauses of saying that have what was said in a clause beside them."""
    begin = 0
    for number, cue in cues.items():
        clause = view.clauses[number]
        found = (
            _manner(view, number, cue)
            or _before(view, number, cue, begin)
            or _behind(view, number, cue)
            or _fronted(view, number, cue)
        )
        if found is None:
            continue
        yield found
        begin = max(begin, max(found.quote) + 1, clause.last)


def _before(view: View, number: int, cue: Cue, begin: int) -> Found | None:
    """Read a frame before what was said: "Er sagte, dass …", "Er sagte, er …", "Er fordert, … zu …"."""
    complement = complement_of(view, number, cue)
    if complement is None or is_personal(view, cue) or is_unspoken(view, cue):
        return None
    clause = view.clauses[number]
    other = view.clauses[complement]
    first = other.first
    last = complement_end(view, clause, complement)
    first, last = trimmed(view, first, last)
    if first >= last:
        return None
    start = min(clause.first, begin)
    start = min(start, clause.first)
    frame = [place for place in range(start, first) if view.tokens[place].tag != QUOTE]
    frame += [place for place in clause.tokens if place >= last]
    return Found(cue, tuple(range(first, last)), tuple(frame), "complement-" + other.kind)


def _manner(view: View, number: int, cue: Cue) -> Found | None:
    """Read "Wie der Sprecher mitteilte, …" and "…, wie der Sprecher mitteilte"."""
    clause = view.clauses[number]
    if not is_manner(view, clause) or not cue.verb.takes & _TOLD:
        return None
    assert clause.introducer is not None
    first, last = _with_children(view, number)
    own = set(range(first, last))
    quote = [place for place in range(len(view.tokens)) if place not in own]
    if not any(other.finite is not None for index, other in enumerate(view.clauses) if index != number):
        return None
    frame_end = last + 1 if last < len(view.tokens) and view.tokens[last].text == "," else last
    frame_start = first - 1 if first and view.tokens[first - 1].text == "," else first
    cue = _with_introducer(cue, clause.introducer)
    return _around(view, cue, quote, frame_start, frame_end, "manner")


def _with_introducer(cue: Cue, introducer: int) -> Cue:
    return replace(cue, tokens=(introducer, *cue.tokens))


def _with_children(view: View, number: int) -> tuple[int, int]:
    """Give the stretch of a clause with the relative clauses that hang on it."""
    clause = view.clauses[number]
    last = clause.last
    for other in view.clauses[number + 1 :]:
        if other.kind in {"relative", "sub"} and other.first <= last + 1 and other.finite is not None:
            last = max(last, other.last)
        elif other.first > last:
            break
    return clause.first, last


def _around(view: View, cue: Cue, quote: list[int], first: int, last: int, rule: str) -> Found | None:
    """Take what stands on both sides of an inserted frame as what was said."""
    frame = set(range(first, last))
    left = trimmed(view, 0, first)
    right = trimmed(view, last, len(view.tokens))
    wanted = set(quote)
    places = [place for place in (*range(*left), *range(*right)) if place in wanted and place not in frame]
    places = [place for place in places if view.tokens[place].tag != QUOTE] if not _only_quotes(view, places) else []
    return Found(cue, tuple(places), tuple(sorted(frame)), rule) if places else None


def _only_quotes(view: View, places: list[int]) -> bool:
    return all(view.tokens[place].tag == QUOTE or view.tokens[place].tag[0] == "$" for place in places)


def _behind(view: View, number: int, cue: Cue) -> Found | None:
    """Read a frame behind what was said, or inside it: "…, sagte er", "…, so schrieb er, …"."""
    clause = view.clauses[number]
    if not _trails(view, number) or clause.first == 0 or "clause" not in cue.verb.takes:
        return None
    if (cue.speaker is None and not cue.impersonal) or cue.passive or cue.modal is not None:
        return None
    if cue.negated or mood(view, clause) == "subjunctive" or _opposes(view, clause):
        return None
    before = view.tokens[clause.first - 1]
    if before.text not in {",", "–", "-"} and before.tag != QUOTE:
        return None
    if not any(other.finite is not None and other.kind in {"main", "first"} for other in view.clauses[:number]):
        return None
    first, last = _with_children(view, number)
    start = first - 1 if before.text == "," else first
    goes_on = any(place > last for other in view.clauses[:number] for place in other.tokens)
    goes_on = goes_on and not _explains(view, last)
    quote = list(range(start))
    if goes_on:
        quote += range(last, len(view.tokens))
        last = last + 1 if last < len(view.tokens) and view.tokens[last].text == "," else last
    else:
        last = trimmed(view, start, len(view.tokens))[1]
    return _around(view, cue, quote, start, last, "frame-behind")


def _opposes(view: View, clause: Clause) -> bool:
    """Whether the clause goes on with the subject of the one before: "…, fordert aber …"."""
    behind = (clause.finite or 0) + 1
    return behind < len(view.tokens) and view.lower[behind] in words("adversatives")


def _explains(view: View, place: int) -> bool:
    """Whether nothing but a noun phrase without a verb follows: an apposition to the speaker."""
    rest = view.tokens[place + 1 :]
    if not rest or any(token.verb is not None for token in rest):
        return False
    return rest[0].tag in {"NE", "NN", "ART", "PPOSAT"}


def _trails(view: View, number: int) -> bool:
    clause = view.clauses[number]
    if clause.joined:
        return False
    if clause.kind == "first":
        return True
    return (
        clause.kind == "main"
        and clause.finite == clause.first + 1
        and view.lower[clause.first] in words("parenthetical")
        and clause.first > 0
    )


def _fronted(view: View, number: int, cue: Cue) -> Found | None:
    """Read "Dass er komme, bestätigte der Sprecher"."""
    clause = view.clauses[number]
    if clause.kind != "first" or number == 0 or clause.joined:
        return None
    other = view.clauses[0]
    if other.kind != "sub" or other.introducer is None or view.lower[other.introducer] not in words("complementizers"):
        return None
    first, last = trimmed(view, 0, clause.first)
    end = trimmed(view, clause.first, len(view.tokens))[1]
    return Found(cue, tuple(range(first, last)), tuple(range(clause.first - 1, end)), "complement-fronted")
