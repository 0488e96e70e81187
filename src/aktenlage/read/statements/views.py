"""Sentences as the reader of statements sees them: what one quotation ties together is one, with clauses inside."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aktenlage.model.article import Span
from aktenlage.model.language import Analysis, Sentence, Token
from aktenlage.read.statements.lexicon import words
from aktenlage.read.statements.quotation import Quotation, find_quotations

QUOTE = "QUOTE"
_FEWEST_WORDS = 4
_CUTS = frozenset(",;:()")
_DASHES = frozenset("–—-")


@dataclass(slots=True)
class Clause:
    """
    A clause of a view; its numbers count the tokens of the view.

    *tokens* are its own, *finite* is its finite verb, *introducer* the word that subordinates it. *kind* is ``main``,
    ``first`` (its verb stands first), ``sub``, ``relative``, ``infinitive``, ``inserted`` ("so der Minister") or
    ``fragment``; *parent* is the clause that it hangs on, *joined* says that a conjunction joins it to the clause
    before.
    """

    kind: str
    first: int
    tokens: list[int] = field(default_factory=list)
    introducer: int | None = None
    finite: int | None = None
    parent: int | None = None
    joined: bool = False

    @property
    def last(self) -> int:
        """Behind the last of its own tokens."""
        return self.tokens[-1] + 1


@dataclass(slots=True)
class View:
    """
    One sentence, or several that a quotation ties together.

    *tokens* hold a verbatim quotation that stands by itself as one token; *lower* are their words in lower case,
    *quotes* the folded quotations by their token's number, *inline* those that are part of the sentence.
    """

    start: int
    end: int
    paragraph: int
    heading: bool
    tokens: list[Token]
    lower: list[str]
    quotes: dict[int, Quotation] = field(default_factory=dict)
    inline: list[Quotation] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def span(self, first: int, last: int) -> Span:
        """The place of the tokens from *first* up to *last*."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def clause_of(self, place: int) -> int | None:
        """The number of the clause that holds the token."""
        for number, clause in enumerate(self.clauses):
            if place in clause.tokens:
                return number
        return None


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb."""
    return token.verb is not None and token.verb.inflection == "finite"


def read_views(analysis: Analysis) -> list[View]:
    """Tie together the sentences that share a quotation, and bracket each into clauses."""
    quotations = find_quotations(analysis.text)
    starts = [quotation.start for quotation in quotations]
    views: list[View] = []
    group: list[Sentence] = []
    for sentence in analysis.sentences:
        if group:
            at = bisect_left(starts, sentence.start) - 1
            if at >= 0 and quotations[at].start >= group[0].start and _goes_on(analysis.text, quotations[at], sentence):
                group.append(sentence)
                continue
            views.append(_view(group, quotations, starts))
        group = [sentence]
    if group:
        views.append(_view(group, quotations, starts))
    for view in views:
        view.clauses = bracket(view)
    return views


def _goes_on(text: str, quotation: Quotation, sentence: Sentence) -> bool:
    """Whether the sentence shares the quotation, or is the frame behind one that ended with a full stop."""
    if quotation.end > sentence.start:
        return True
    return text[sentence.start].islower() and not text[quotation.end : sentence.start].strip()


def _view(group: Sequence[Sentence], quotations: Sequence[Quotation], starts: Sequence[int]) -> View:
    start, end = group[0].start, group[-1].end
    inside = list(quotations[bisect_left(starts, start) : bisect_left(starts, end)])
    tokens = [token for sentence in group for token in sentence.tokens]
    view = View(start, end, group[0].paragraph, group[0].heading, [], [])
    number = 0
    for quotation in inside:
        while number < len(tokens) and tokens[number].start < quotation.start:
            view.tokens.append(tokens[number])
            number += 1
        first = number
        while number < len(tokens) and tokens[number].start < quotation.end:
            number += 1
        held = tokens[first:number]
        behind = tokens[number] if number < len(tokens) else None
        if held and _stands_alone(view.tokens[-1] if view.tokens else None, held, behind):
            view.quotes[len(view.tokens)] = quotation
            view.tokens.append(Token(quotation.start, quotation.end, "“", "“", "X", QUOTE))
        else:
            view.inline.append(quotation)
            view.tokens.extend(held)
    view.tokens.extend(tokens[number:])
    view.lower = [token.text.lower() for token in view.tokens]
    return view


def _stands_alone(before: Token | None, held: Sequence[Token], behind: Token | None) -> bool:
    """Whether a quotation is an utterance of its own, not a part of the sentence around it."""
    if before is not None and before.text in {":", "("}:
        return len(held) > 2
    at_edge = before is None or before.text in {",", "–", "-", ";"} or before.tag == "$."
    closed = behind is None or behind.text in {",", "–", "-", ".", "(", ")"} or is_finite(behind)
    if not (at_edge and closed):
        return False
    utterance = len(held) > _FEWEST_WORDS and any(token.verb is not None for token in held)
    return utterance or held[-2].text in {"!", "?", "."}


def bracket(view: View) -> list[Clause]:
    """Bracket the tokens of a view into clauses."""
    clauses: list[Clause] = []
    waiting: list[int] = []  # subordinate clauses that still lack their verb, and main clauses that embed them
    for first, last, joined in _stretches(view):
        kind, introducer = _kind(view, first, last)
        finite = next((place for place in range(first, last) if is_finite(view.tokens[place])), None)
        target = _target(view, clauses, waiting, kind, finite, last, joined=joined)
        if target is None:
            parent = waiting[-1] if waiting else (len(clauses) - 1 if clauses else None)
            clauses.append(Clause(kind, first, list(range(first, last)), introducer, finite, parent, joined))
            if finite is None and kind in {"sub", "relative", "fragment", "infinitive"}:
                waiting.append(len(clauses) - 1)
        else:
            clause = clauses[target]
            clause.tokens.extend(range(first, last))
            if finite is not None:
                clause.finite = finite
                if clause.kind in {"fragment", "infinitive"}:
                    clause.kind = "main"
                del waiting[waiting.index(target) :]
    return clauses


def _target(
    view: View, clauses: list[Clause], waiting: list[int], kind: str, finite: int | None, last: int, *, joined: bool
) -> int | None:
    """Say which open clause a stretch goes on with, if any."""
    if not clauses or kind in {"sub", "relative", "infinitive", "inserted"}:
        return None
    if finite is not None:
        if not waiting:
            return None
        # A verb at the end closes a subordinate clause; a verb in front can only belong to a main clause.
        final = finite >= last - 2 and kind != "first"
        for number in reversed(waiting):
            subordinate = clauses[number].kind in {"sub", "relative"}
            if subordinate and final and not joined:
                return number
            if not subordinate:
                return number
        return None
    return waiting[-1] if waiting else (len(clauses) - 1 if not joined else None)


def _kind(view: View, first: int, last: int) -> tuple[str, int | None]:
    tokens = view.tokens
    place = first
    if view.lower[first] in words("parenthetical") and first > 0 and not _has_finite(view, first, last):
        return "inserted", None
    while place < last - 1 and (tokens[place].tag == "KON" or view.lower[place] in words("particles")):
        if tokens[place].tag.startswith("V"):
            break
        place += 1
    token = tokens[place]
    if token.tag in {"KOUS", "KOUI", "PWAV", "PWS", "PWAT"} or view.lower[place] in words("complementizers"):
        return "sub", place
    if token.tag == "PAV" and view.lower[place] in words("whereby"):
        return "sub", place
    if first > 0 and (token.tag in {"PRELS", "PRELAT"}):
        return "relative", place
    if (
        first > 0
        and place + 1 < last
        and token.tag in {"APPR", "APPRART"}
        and tokens[place + 1].tag in {"PRELS", "PRELAT"}
    ):
        return "relative", place + 1
    finite = [number for number in range(first, last) if is_finite(tokens[number])]
    if not finite:
        return ("infinitive" if _has_zu(view, first, last) else "fragment"), None
    return ("first" if finite[0] == place else "main"), None


def _has_finite(view: View, first: int, last: int) -> bool:
    return any(is_finite(token) for token in view.tokens[first:last])


def _has_zu(view: View, first: int, last: int) -> bool:
    return any(
        (token := view.tokens[place]).tag == "VVIZU"
        or (token.tag == "PTKZU" and place + 1 < last and view.tokens[place + 1].tag in {"VVINF", "VAINF", "VMINF"})
        for place in range(first, last)
    )


def _stretches(view: View) -> Iterator[tuple[int, int, bool]]:
    """Cut at commas and the like, and before a conjunction with a finite verb on both sides."""
    tokens, first = view.tokens, 0
    size = len(tokens)
    while size and tokens[size - 1].tag == "$.":
        size -= 1
    for place in range(size + 1):
        if place == size or tokens[place].text in _CUTS or (tokens[place].text in _DASHES):
            if place > first:
                yield from _coordinations(view, first, place)
            first = place + 1


def _coordinations(view: View, first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    seen, joined = False, view.tokens[first].tag == "KON"
    for place in range(first, last):
        if place > first and _lacks_comma(view, place):
            yield first, place, joined
            first, seen, joined = place, False, False
        if is_finite(view.tokens[place]):
            seen = True
        elif seen and view.tokens[place].tag == "KON" and _has_finite(view, place + 1, last):
            yield first, place, joined
            first, seen, joined = place, False, True
    yield first, last, joined


def _lacks_comma(view: View, place: int) -> bool:
    """Whether a comma was left out here: before a complement clause, or between the verbs of two clauses."""
    token, before = view.tokens[place], view.tokens[place - 1]
    if token.tag == "KOUS" and view.lower[place] in words("complementizers"):
        return before.tag not in {"KON", "ADV", "APPR"}
    return is_finite(token) and is_finite(before) and token.tag != "VMFIN"
