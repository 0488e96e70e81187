"""Speech acts summed up: "X forderte eine Waffenruhe", "X bezeichnete den Plan als unannehmbar"."""

from collections.abc import Iterator, Sequence

from aktenlage.model.article import Span
from aktenlage.read.statements.complements import mood
from aktenlage.read.statements.cues import Cue
from aktenlage.read.statements.draft import Draft, trimmed
from aktenlage.read.statements.frames import place_of
from aktenlage.read.statements.lexicon import words
from aktenlage.read.statements.views import View

_SUMMING = frozenset({"object", "naming"})


def find_reported(view: View, cues: dict[int, Cue], taken: Sequence[Draft]) -> Iterator[Draft]:
    """Find the main clauses that sum up what was said; the sentence is the statement."""
    if view.heading:
        return
    for number, cue in cues.items():
        clause = view.clauses[number]
        if clause.kind not in {"main", "first"} or not cue.verb.takes & _SUMMING:
            continue
        if "object" not in cue.verb.takes and not any(view.lower[place] in words("as") for place in clause.tokens):
            continue
        if cue.speaker is None or mood(view, clause) == "subjunctive":
            continue
        if view.lower[cue.speaker[0]] in words("speaking_for_themselves") | words("generic"):
            continue
        place = view.span(cue.tokens[0], cue.tokens[0] + 1)
        if any(draft.covers(place) or _framed(draft, place) for draft in taken):
            continue
        first, last = 0, len(view.tokens)
        if clause.joined:
            first = trimmed(view, clause.first, last)[0]
        yield Draft(
            (Span(view.tokens[first].start, view.tokens[last - 1].end),),
            "reported",
            "summed-up",
            view.paragraph,
            cue.verb.medium,
            place_of(view, cue.speaker),
            place_of(view, cue.addressee),
            cue_lemma=" ".join((*cue.verb.needs, cue.verb.lemma)),
            act=cue.verb.act,
            negated=cue.negated,
        )
        return


def _framed(draft: Draft, place: Span) -> bool:
    return any(span.covers(place) for span in draft.frame)
