"""Verbatim speech: quotations that stand by themselves, and those inside a sentence."""

from collections.abc import Sequence

from aktenlage.model.article import Span
from aktenlage.read.statements.cues import Cue
from aktenlage.read.statements.draft import Draft, pieces
from aktenlage.read.statements.frames import place_of
from aktenlage.read.statements.lexicon import noun, words
from aktenlage.read.statements.phrases import phrase_end, starts_phrase, subject
from aktenlage.read.statements.quotation import Quotation
from aktenlage.read.statements.runs import Voice
from aktenlage.read.statements.views import QUOTE, View

_SAYING = frozenset({"clause", "object", "naming"})
_LONGEST_NAME = 6
_NOUNS = frozenset({"NN", "NE", "FM", "XY", "CARD", "TRUNC"})
_NAMING = _NOUNS | {"ART", "ADJA", "APPR", "APPRART", "KON", "$(", "$,", "$."}
_BEFORE_NAMES = frozenset({"ART", "APPR", "APPRART", "ADJA", "PPOSAT", "$,", "KON"})


def find_direct(
    view: View, cues: dict[int, Cue], drafts: Sequence[Draft], before: View | None, voice: Voice | None
) -> list[Draft]:
    """Find the verbatim quotations of a view; *voice* is who spoke last, *before* the view before."""
    taken = {span.start for draft in drafts if draft.type == "direct" for span in draft.quote}
    found: list[Draft] = []
    for place, quotation in view.quotes.items():
        if quotation.start not in taken:
            draft = _alone(view, place, quotation, cues, before, found[-1] if found else None, voice)
            if draft is not None:
                found.append(draft)
    for quotation in view.inline:
        draft = _inline(view, quotation, cues, drafts)
        if draft is not None:
            found.append(draft)
    return found


def _alone(
    view: View,
    place: int,
    quotation: Quotation,
    cues: dict[int, Cue],
    before: View | None,
    last: Draft | None,
    voice: Voice | None,
) -> Draft | None:
    span = (Span(quotation.start, quotation.end),)
    behind = _framed_behind(view, place, cues)
    if place and view.tokens[place - 1].text in {":", "("} and behind is None:
        return _colon(view, place - 1, cues, span)
    if place == 0 and before is not None and before.tokens[-1].text == ":":
        return _colon(before, len(before.tokens) - 1, {}, span)
    number = behind if behind is not None else _frame_clause(view, place)
    if number is not None:
        cue = cues.get(number)
        clause = view.clauses[number]
        if cue is not None:
            start = clause.first - 1 if clause.first and view.tokens[clause.first - 1].text == "," else clause.first
            frame = [
                spot
                for spot in range(min(start, *clause.tokens), len(view.tokens))
                if view.tokens[spot].tag not in {QUOTE, "$."}
            ]
            if clause.kind == "main" and place in clause.tokens:
                frame = [spot for spot in frame if spot > place]
            return _framed(view, cue, span, frame)
    if last is not None:
        return last.saying(span, type="direct", rule="quote-goes-on")
    if voice is not None and voice.paragraph >= view.paragraph - 1:
        if voice.draft is not None:
            return voice.draft.saying(span, type="direct", rule="quote-goes-on")
        return Draft(span, "direct", "quote-goes-on", view.paragraph, voice.medium, voice.speaker)
    speaker = subject(view, view.clauses[number]) if number is not None else None
    if speaker is None and len(view.tokens) > 2 and number is None:
        return None
    return Draft(span, "direct", "quote-alone", view.paragraph, "speech", place_of(view, speaker))


def _framed_behind(view: View, place: int, cues: dict[int, Cue]) -> int | None:
    """Find the clause of saying that follows right on the quotation: "„…“, sagte er"."""
    for number, clause in enumerate(view.clauses):
        if clause.kind == "first" and clause.first in {place + 1, place + 2} and number in cues:
            return number
    return None


def _frame_clause(view: View, place: int) -> int | None:
    """Find the clause around, behind or before a quotation that tells who says it."""
    own = view.clause_of(place)
    if own is not None and view.clauses[own].finite is not None:
        return own
    for number, clause in enumerate(view.clauses):
        if clause.first > place and clause.finite is not None:
            return number
    for number in range(len(view.clauses) - 1, -1, -1):
        if view.clauses[number].finite is not None:
            return number
    return None


def _colon(view: View, colon: int, cues: dict[int, Cue], span: tuple[Span, ...]) -> Draft | None:
    before = [
        number
        for number, clause in enumerate(view.clauses)
        if clause.first < colon and clause.kind in {"main", "first", "sub", "relative"}
    ]
    main = [number for number in before if view.clauses[number].kind in {"main", "first"}]
    number = next(
        (number for number in (*reversed(main), *reversed(before)) if number in cues),
        main[-1] if main else (before[-1] if before else None),
    )
    start = max((spot + 1 for spot in range(colon) if view.tokens[spot].tag == QUOTE), default=0)
    frame = list(range(start, colon + 1))
    cue = cues.get(number) if number is not None else None
    if cue is not None:
        return _framed(view, cue, span, frame)
    speaker = subject(view, view.clauses[number]) if number is not None else None
    if speaker is None and number is None and starts_phrase(view, start):
        end = phrase_end(view, start, colon, wide=True)
        speaker = (start, end) if end > start else None
    return Draft(span, "direct", "colon", view.paragraph, "speech", place_of(view, speaker), frame=pieces(view, frame))


def _framed(view: View, cue: Cue, span: tuple[Span, ...], frame: list[int]) -> Draft:
    return Draft(
        span,
        "direct",
        "framed-quote",
        view.paragraph,
        "writing" if cue.verb.medium == "writing" else "speech",
        place_of(view, cue.speaker),
        place_of(view, cue.addressee),
        pieces(view, cue.tokens),
        pieces(view, frame),
        " ".join((*cue.verb.needs, cue.verb.lemma)),
        cue.verb.act,
        cue.negated,
    )


def _inline(view: View, quotation: Quotation, cues: dict[int, Cue], drafts: Sequence[Draft]) -> Draft | None:
    place = Span(quotation.start, quotation.end)
    held = view.held[quotation.start]
    number = view.clause_of(held[1] if len(held) > 2 else held[0])
    cue = cues.get(number) if number is not None else None
    if cue is not None and not (cue.verb.takes & _SAYING and cue.verb.lemma not in words("impersonal")):
        cue = None
    if _names(view, held):
        return None
    speakers = [draft.speaker for draft in drafts if draft.speaker is not None]
    if cue is not None and cue.speaker is not None:
        speakers.append(view.span(*cue.speaker))
    if any(speaker.covers(place) for speaker in speakers):
        return None
    for draft in drafts:
        if draft.covers(place):
            return draft.saying((place,), type="direct", rule="quote-inside")
    if cue is not None:
        frame = [spot for spot in range(len(view.tokens)) if spot not in held]
        return _framed(view, cue, (place,), frame)
    return None


def _names(view: View, held: Sequence[int]) -> bool:
    """Whether the words in quotation marks are a name or a title rather than somebody's words."""
    inside = [view.tokens[place] for place in held[1:-1]]
    if not inside:
        return True
    before = view.tokens[held[0] - 1] if held[0] else None
    if len(inside) > _LONGEST_NAME or before is None or not all(token.tag in _NAMING for token in inside):
        return False
    if before.tag in {"NN", "NE"}:
        entry = noun(before.text)
        return (entry is None or not entry.quote) and inside[0].text[:1].isupper()
    return all(token.tag in _NOUNS for token in inside) and before.tag in _BEFORE_NAMES
