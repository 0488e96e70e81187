"""Clauses that say what was said: which clause it is, and where it ends."""

from aktenlage.read.statements.cues import Cue
from aktenlage.read.statements.lexicon import words
from aktenlage.read.statements.views import QUOTE, Clause, View

_BREAKS = frozenset({",", ":"})


def is_personal(view: View, cue: Cue) -> bool:
    """Whether the speaker is "I" or "nobody": then nobody else's words are told."""
    return cue.speaker is not None and view.lower[cue.speaker[0]] in words("speaking_for_themselves")


def is_unspoken(view: View, cue: Cue) -> bool:
    """Whether nobody is told to have said it: "Es ist verboten, …", "Man möchte ihr raten, …"."""
    verb = view.clauses[cue.clause].verb
    if verb is not None and verb.voice == "stative":
        return cue.speaker is None
    if cue.modal is not None and cue.speaker is not None:
        return view.lower[cue.speaker[0]] in words("generic")
    return False


def complement_of(view: View, number: int, cue: Cue) -> int | None:
    """Give the number of the clause behind a verb of saying that says what was said."""
    clause = view.clauses[number]
    after = max(cue.tokens[0], clause.finite or 0)
    takes = cue.verb.takes
    for later in range(number + 1, len(view.clauses)):
        other = view.clauses[later]
        if other.first < after:
            continue
        before = view.tokens[other.first - 1].text if other.first else ""
        if other.kind in {"relative", "inserted"} or is_manner(view, other):
            continue
        if other.joined or before not in _BREAKS or not _adjoins(view, number, later):
            return None
        told = _is_told(view, later, clause, takes)
        if told is not None:
            return later if told else None
    return None


def _is_told(view: View, number: int, clause: Clause, takes: frozenset[str]) -> bool | None:
    """Whether the clause says what was said; None where a clause behind it may."""
    other = view.clauses[number]
    if other.kind == "sub":
        return _is_subordinate_told(view, number, takes)
    if other.kind == "infinitive":
        return "infinitive" in takes and not _purpose(view, other)
    if other.kind == "main":
        return "clause" in takes and _may_complement(view, clause, other)
    # Behind a condition the verb comes first in the clause on which it hangs: "Wenn er einlenke, werde es …".
    ahead = clause.kind in {"sub", "first"}
    return other.kind == "first" and not ahead and "clause" in takes and mood(view, other) == "subjunctive"


def _is_subordinate_told(view: View, number: int, takes: frozenset[str]) -> bool | None:
    other = view.clauses[number]
    assert other.introducer is not None
    word = view.lower[other.introducer]
    if view.lower[other.first] in words("parenthetical"):
        return False  # "so dass" tells a consequence
    if word in words("complementizers"):
        return bool(takes)
    if "clause" in takes and (word in words("questions") or _subjunctive_follows(view, number)):
        return True
    return None


def _adjoins(view: View, number: int, later: int) -> bool:
    """Whether the clause follows right on the clause of saying, its own relative clauses apart."""
    clause, other = view.clauses[number], view.clauses[later]
    behind = view.clause_of(other.first - 2) if other.first > 1 else None
    if behind is None:
        return clause.last >= other.first - 1
    return behind == number or (behind > number and view.clauses[behind].kind != "main")


def _purpose(view: View, clause: Clause) -> bool:
    return view.tokens[clause.first].tag == "KOUI"


def is_manner(view: View, clause: Clause) -> bool:
    """Whether the clause is introduced as in "wie der Sprecher mitteilte"."""
    return clause.kind == "sub" and clause.introducer is not None and view.lower[clause.introducer] in words("manner")


def _may_complement(view: View, clause: Clause, other: Clause) -> bool:
    if clause.kind in {"main", "first"}:
        return other.finite is not None
    return mood(view, other) == "subjunctive"


def _subjunctive_follows(view: View, number: int) -> bool:
    return any(
        other.kind in {"first", "main"} and not other.joined and mood(view, other) == "subjunctive"
        for other in view.clauses[number + 1 : number + 3]
    )


def mood(view: View, clause: Clause) -> str:
    """Give the likeliest mood of a clause: ``subjunctive``, ``indicative``, or ``none`` without a finite verb."""
    if clause.finite is None:
        return "none"
    form = view.tokens[clause.finite].verb
    return "subjunctive" if form is not None and form.moods and form.moods[0] != "indicative" else "indicative"


def complement_end(view: View, clause: Clause, complement: int) -> int:
    """Say where what was said ends: where the frame goes on, or a clause in the indicative is joined to it."""
    other = view.clauses[complement]
    resumed = [place for place in clause.tokens if place > other.first]
    end = min(resumed) if resumed else len(view.tokens)
    subjunctive = mood(view, other) == "subjunctive"
    for later in view.clauses[complement + 1 :]:
        if later.first >= end:
            break
        if clause.finite is None and later.kind == "first" and not later.joined:
            return later.first  # the verb of the clause that what was said interrupts
        if later.joined and later.kind in {"main", "first"} and mood(view, later) == "indicative":
            if other.kind in {"sub", "infinitive"} and not _final(view, later):
                return later.first
            if other.kind == "main" and subjunctive:
                return later.first
        if later.kind == "inserted":
            return later.first
    for place in range(other.first, end):
        if view.tokens[place].text == ";" or (view.tokens[place].tag == QUOTE and view.tokens[place - 1].text == ":"):
            return place
    return end


def _final(view: View, clause: Clause) -> bool:
    return clause.finite is not None and clause.finite >= clause.last - 2 and clause.kind != "first"
