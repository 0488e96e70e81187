"""Sentences as the reader of statements sees them: what one quotation ties together is one, with clauses inside."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from aktenlage.language.grammar import read_clauses
from aktenlage.model import language as grammar
from aktenlage.model.article import Span
from aktenlage.model.language import Analysis, Sentence, Token, VerbGroup
from aktenlage.read.statements.lexicon import words
from aktenlage.read.statements.quotation import Quotation, find_quotations

QUOTE = "QUOTE"
_FEWEST_WORDS = 4
_LONGEST_NAME = 7
# Longer groups of sentences and clauses are no reporting.
_MOST_SENTENCES = 60
_MOST_CLAUSES = 60
_MOST_QUOTATIONS = 40
_CUTS = frozenset(",;:()")
_DASHES = frozenset("–—-")
_PAUSES = frozenset(",–—-")


@dataclass(slots=True, eq=False)
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
    verb: VerbGroup | None = None
    negated: bool = False

    @property
    def last(self) -> int:
        """Behind the last of its own tokens."""
        return self.tokens[-1] + 1


@dataclass(slots=True)
class View:
    """
    One sentence, or several that a quotation ties together.

    *tokens* hold a verbatim quotation that stands by itself as one token; *lower* are their words in lower case,
    *quotes* the folded quotations by their token's number, *inline* those that are part of the sentence;
    *held* gives their tokens by the place where they start.
    """

    start: int
    end: int
    paragraph: int
    heading: bool
    tokens: list[Token]
    lower: list[str]
    quotes: dict[int, Quotation] = field(default_factory=dict)
    inline: list[Quotation] = field(default_factory=list)
    held: dict[int, range] = field(default_factory=dict)
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
            together = at >= 0 and quotations[at].start >= group[0].start and len(group) < _MOST_SENTENCES
            if together and _goes_on(analysis.text, quotations[at], sentence):
                group.append(sentence)
                continue
            views.append(_view(group, quotations, starts))
        group = [sentence]
    if group:
        views.append(_view(group, quotations, starts))
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
        elif held and _is_name(view.tokens[-1] if view.tokens else None, held):
            # A name with a verb in it must not be taken for a clause.
            view.tokens.append(Token(quotation.start, quotation.end, held[1].text, held[1].lemma, "PROPN", "NE"))
        else:
            if len(view.inline) < _MOST_QUOTATIONS:
                view.inline.append(quotation)
                view.held[quotation.start] = range(len(view.tokens), len(view.tokens) + len(held))
            view.tokens.extend(held)
    view.tokens.extend(tokens[number:])
    view.lower = [token.text.lower() for token in view.tokens]
    plain = len(group) == 1 and len(view.tokens) == len(tokens)
    given = group[0].clauses if plain else read_clauses(view.tokens)
    view.clauses = bracket(view, given) if len(given) <= _MOST_CLAUSES else []
    return view


def _is_name(before: Token | None, held: Sequence[Token]) -> bool:
    """Whether a few words in quotation marks are a name that holds a verb ("der Verein „Bürger helfen Bürgern“")."""
    if before is None or before.tag not in {"ART", "NN", "APPRART"} or not 3 < len(held) <= _LONGEST_NAME:
        return False
    inside = held[1:-1]
    return inside[0].text[:1].isupper() and any(is_finite(token) for token in inside) and inside[-1].tag[:1] == "V"


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


_KINDS = {
    "dass": "sub",
    "interrogative": "sub",
    "adverbial": "sub",
    "relative": "relative",
    "infinitive": "infinitive",
    "participial": "fragment",
    "fragment": "fragment",
    "inserted": "inserted",
    "main": "main",
}


def bracket(view: View, given_clauses: Sequence[grammar.Clause]) -> list[Clause]:
    """Turn the clauses of the grammar into those of a view: signs left out, verb-first clauses told apart."""
    clauses: list[Clause] = []
    for given in given_clauses:
        tokens = [place for place in given.tokens if not _is_sign(view, place)]
        finite = given.verb.finite if given.verb is not None else None
        kind = _KINDS[given.kind]
        if kind in {"sub", "relative"} and given.introducer is None:
            kind = "main" if finite is not None else "fragment"
        joined = bool(tokens) and view.tokens[tokens[0]].tag == "KON"
        if kind in {"main", "inserted"} and finite is not None:
            kind = "first" if _leads(view, tokens, finite) else "main"
        clauses.append(
            Clause(
                kind,
                tokens[0] if tokens else given.tokens[0],
                tokens or list(given.tokens),
                given.introducer,
                finite,
                given.parent,
                joined,
                given.verb,
                given.negated,
            )
        )
    return _with_asides(view, clauses)


def _with_asides(view: View, clauses: list[Clause]) -> list[Clause]:
    """Take asides such as "so der Minister" out of the clauses that they stand in."""
    asides: list[Clause] = []
    for place in range(1, len(view.tokens) - 1):
        before = view.tokens[place - 1]
        if view.lower[place] not in words("parenthetical") or not (before.text in _PAUSES or before.tag == QUOTE):
            continue
        last = place + 1
        while last < len(view.tokens) and not _is_sign(view, last):
            last += 1
        if last > place + 1 and not any(is_finite(token) for token in view.tokens[place:last]):
            asides.append(Clause("inserted", place, list(range(place, last))))
    if not asides:
        return clauses
    taken = {place for aside in asides for place in aside.tokens}
    kept: list[Clause] = []
    moved: dict[int, int] = {}
    for number, clause in enumerate(clauses):
        clause.tokens = [place for place in clause.tokens if place not in taken]
        if clause.tokens:
            clause.first = clause.tokens[0]
            moved[number] = len(kept)
            kept.append(clause)
    for clause in kept:
        clause.parent = moved.get(clause.parent) if clause.parent is not None else None
    order = sorted([*kept, *asides], key=lambda clause: clause.first)
    for clause in kept:
        if clause.parent is not None:
            clause.parent = order.index(kept[clause.parent])
    return order


def _is_sign(view: View, place: int) -> bool:
    token = view.tokens[place]
    return token.text in _CUTS or token.text in _DASHES or token.tag == "$."


def _leads(view: View, tokens: Sequence[int], finite: int) -> bool:
    """Whether nothing but conjunctions and particles stands before the verb."""
    return all(
        view.tokens[place].tag == "KON" or view.lower[place] in words("particles") for place in tokens if place < finite
    )
