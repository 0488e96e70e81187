"""Statements that hang on a noun: "die Forderung, … zu …", "Berichte, wonach …", and what "demnach" points back to."""

from collections.abc import Iterator, Sequence

from aktenlage.model.article import Span
from aktenlage.read.statements.complements import complement_end, mood
from aktenlage.read.statements.draft import Draft, Range, pieces, trimmed
from aktenlage.read.statements.lexicon import Noun, noun, words
from aktenlage.read.statements.phrases import phrase_end, starts_phrase
from aktenlage.read.statements.runs import Voice
from aktenlage.read.statements.sources import scope
from aktenlage.read.statements.views import Clause, View, is_finite

_FARTHEST = 12


def find_nominal(view: View, taken: Sequence[Draft], voice: Voice | None) -> Iterator[Draft]:
    """Find the clauses that say what a noun of saying holds, and those that point back to a source."""
    for number, clause in enumerate(view.clauses):
        if clause.first == 0 or any(draft.covers(_place(view, clause)) for draft in taken):
            continue
        draft = _whereby(view, number, clause) or _complement(view, number, clause)
        if draft is not None:
            yield draft
    draft = _accordingly(view, taken, voice)
    if draft is not None:
        yield draft


def _place(view: View, clause: Clause) -> Span:
    token = view.tokens[clause.finite if clause.finite is not None else clause.tokens[-1]]
    return Span(token.start, token.end)


def _noun_before(view: View, first: int) -> tuple[int, Noun] | None:
    """Find the noun of saying whose phrase ends before the comma."""
    for place in range(first - 2, max(first - 2 - _FARTHEST, -1), -1):
        token = view.tokens[place]
        if is_finite(token) or token.text in {",", ":", ";"}:
            return None
        if token.tag in {"NN", "NE"}:
            found = noun(token.text)
            if found is not None and (found.clause or found.source):
                return place, found
    return None


def _complement(view: View, number: int, clause: Clause) -> Draft | None:
    if view.tokens[clause.first - 1].text not in {",", ":"} or clause.joined:
        return None
    if clause.kind == "sub":
        assert clause.introducer is not None
        if view.lower[clause.introducer] not in words("complementizers"):
            return None
    elif clause.kind in {"main", "first"}:
        if mood(view, clause) != "subjunctive" or clause.finite == clause.first:
            return None  # "Sollte es kein Angebot geben, werde man streiken."
    elif clause.kind != "infinitive" or view.tokens[clause.first].tag == "KOUI":
        return None
    found = _noun_before(view, clause.first)
    if found is None or not found[1].clause:
        return None
    place, entry = found
    parent = view.clause_of(place)
    if parent is None:
        return None
    first, last = trimmed(view, clause.first, complement_end(view, view.clauses[parent], number))
    return _draft(view, place, entry, (first, last), "noun-complement")


def _draft(view: View, place: int, entry: Noun, quote: Range, rule: str) -> Draft:
    first, last = quote
    start = place
    while start and view.tokens[start - 1].tag in {"ART", "PPOSAT", "PDAT", "PIAT", "ADJA"}:
        start -= 1
    frame = [spot for spot in range(len(view.tokens)) if not first <= spot < last]
    while frame and view.tokens[frame[-1]].tag == "$.":
        frame.pop()
    return Draft(
        pieces(view, range(first, last)),
        "indirect",
        rule,
        view.paragraph,
        entry.medium,
        _holder(view, place, first),
        None,
        (view.span(start, place + 1),),
        pieces(view, frame),
        view.tokens[place].lemma,
        entry.act,
    )


def _holder(view: View, place: int, stop: int) -> Span | None:
    """Give whose statement it is: the genitive or the phrase with "von" behind the noun."""
    first = place + 1
    if first < stop and view.lower[first] in words("agents"):
        first += 1
    elif first >= stop or view.tokens[first].tag not in {"ART", "PPOSAT", "PDAT", "PIAT", "NE", "ADJA"}:
        if place and view.tokens[place - 1].tag == "NE":
            return view.span(place - 1, place)
        return None
    if not starts_phrase(view, first):
        return None
    end = phrase_end(view, first, stop - 1)
    return view.span(first, end) if end > first else None


def _whereby(view: View, number: int, clause: Clause) -> Draft | None:
    """Read "Berichte, wonach …" and "Angaben, nach denen …"."""
    introducer = clause.introducer
    if introducer is None or clause.kind not in {"sub", "relative"}:
        return None
    if view.lower[introducer] in words("whereby"):
        cue = (introducer, introducer + 1)
    elif introducer > clause.first and view.lower[introducer - 1] in words("relative_sources"):
        cue = (introducer - 1, introducer)
    else:
        return None
    found = _noun_before(view, clause.first)
    if cue[0] != introducer and found is None:
        return None
    parent = view.clause_of(clause.first - 2)
    end = complement_end(view, view.clauses[parent], number) if parent is not None else len(view.tokens)
    first, last = trimmed(view, introducer + 1, end)
    if first >= last:
        return None
    speaker = _antecedent(view, clause.first - 1) if found is None else _phrase_at(view, found[0], clause.first - 1)
    frame = list(range(clause.first - 1, introducer + 1))
    return Draft(
        pieces(view, range(first, last)),
        "indirect",
        "whereby",
        view.paragraph,
        found[1].medium if found is not None else "SW",
        speaker,
        None,
        (view.span(*cue),),
        pieces(view, [*range(clause.first), *frame]),
        view.lower[cue[0]],
    )


def _phrase_at(view: View, place: int, stop: int) -> Span:
    start = place
    while start and view.tokens[start - 1].tag in {"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "CARD"}:
        start -= 1
    return view.span(start, max(phrase_end(view, start, stop), place + 1))


def _antecedent(view: View, stop: int) -> Span | None:
    for place in range(stop - 1, max(stop - _FARTHEST, -1), -1):
        if starts_phrase(view, place) and phrase_end(view, place, stop, wide=True) == stop:
            before = view.tokens[place - 1].tag if place else ""
            if before in {"APPR", "APPRART", "VVFIN", "VAFIN", "$,", "KON", ""}:
                return view.span(place, stop)
    return None


def _accordingly(view: View, taken: Sequence[Draft], voice: Voice | None) -> Draft | None:
    """Read "Demnach ist …": what is said points back to the source named before."""
    for place, word in enumerate(view.lower):
        sure = word in words("accordingly")
        if not sure and word not in words("perhaps_accordingly"):
            continue
        number = view.clause_of(place)
        if number is None:
            continue
        clause = view.clauses[number]
        if clause.finite is None or abs(clause.finite - place) > 1 or clause.kind not in {"main", "first"}:
            continue
        if not sure and not _hearsay(view, clause):
            continue
        if any(draft.covers(_place(view, clause)) for draft in taken):
            return None
        places, frame = scope(view, number, place, place + 1)
        return Draft(
            pieces(view, places),
            "indirect",
            "accordingly",
            view.paragraph,
            voice.medium if voice is not None else "SW",
            view.span(place, place + 1),
            None,
            (view.span(place, place + 1),),
            pieces(view, frame),
            word,
            source=voice.speaker if voice is not None else None,
        )
    return None


def _hearsay(view: View, clause: Clause) -> bool:
    assert clause.finite is not None
    return mood(view, clause) == "subjunctive" or view.tokens[clause.finite].lemma.lower() in words("hearsay")
