"""A statement in the making, in token numbers of its view."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from aktenlage.model.annotation import Act, Medium, StatementType
from aktenlage.model.article import Span
from aktenlage.read.statements.views import View

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """
    One statement as a rule found it.

    *quote*, *cue* and *frame* hold places in the text; *speaker* and *addressee* one place each. *source* is the place
    that a word such as "demnach" points back to.
    """

    quote: tuple[Span, ...]
    type: StatementType
    rule: str
    paragraph: int
    medium: Medium = "SW"
    speaker: Span | None = None
    addressee: Span | None = None
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    cue_lemma: str | None = None
    act: Act | None = None
    negated: bool = False
    source: Span | None = None

    @property
    def start(self) -> int:
        """Where what was said begins."""
        return self.quote[0].start

    @property
    def end(self) -> int:
        """Where what was said ends."""
        return self.quote[-1].end

    def covers(self, place: Span) -> bool:
        """Whether what was said holds the whole place."""
        return any(span.covers(place) for span in self.quote)

    def saying(self, quote: Iterable[Span], **changes: object) -> "Draft":
        """Give the same frame with another quote."""
        return replace(self, quote=tuple(quote), **changes)  # type: ignore[arg-type]


def pieces(view: View, places: Iterable[int]) -> tuple[Span, ...]:
    """Turn token numbers into places in the text, neighbours joined."""
    spans: list[Span] = []
    last = -2
    for place in sorted(set(places)):
        token = view.tokens[place]
        if place == last + 1:
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(Span(token.start, token.end))
        last = place
    return tuple(spans)


def trimmed(view: View, first: int, last: int) -> Range:
    """Leave out the commas, dashes and full stops at both ends of a stretch of tokens."""
    while first < last and view.tokens[first].text in {",", ":", ";", "–", "-", "—", ")"}:
        first += 1
    while last > first and view.tokens[last - 1].text in {",", ":", ";", "–", "-", "—", ".", "("}:
        last -= 1
    return first, last
