"""The speaker whom a pronoun means that stands before the name: "Er habe telefoniert, sagte Obama"."""

from collections.abc import Sequence

from aktenlage.model.candidate import Candidate
from aktenlage.model.language import Analysis
from aktenlage.resolve.people import People
from aktenlage.resources.load import load

Found = Sequence[tuple[Candidate, tuple[str, ...] | None]]


def speaker_meant(candidate: Candidate, analysis: Analysis, found: Found, people: People) -> tuple[str, ...] | None:
    """
    Give the one who says, behind it, what the clause of a pronoun reports; None if nobody does.

    Whoever speaks for others does not tell of himself, nor does one of what he does as if to another.
    """
    if candidate.form != "pronoun" or candidate.inquit:
        return None
    clauses = analysis.sentences[candidate.sentence].clauses
    verb = clauses[candidate.clause].verb if candidate.clause >= 0 else None
    if verb is None or verb.mood != "subjunctive_1":
        return None
    for other, ids in found:
        if other.sentence != candidate.sentence or other.start < candidate.end or not ids or other.clause < 0:
            continue
        saying = clauses[other.clause]
        if saying.kind != "inserted" or not (other.subject or saying.verb is None):
            continue
        person = people.all.get(ids[0]) if len(ids) == 1 else None
        if person is None or candidate.sex not in (person.sex, None):
            return None
        doers = [(c, meant) for c, meant in found if c.subject and _same_clause(c, candidate)]
        if not candidate.subject and any(c.form == "pronoun" or person.id in (meant or ()) for c, meant in doers):
            return None
        for_others = any(role.office in load("mentions")["speaks_for_others"] for role in person.roles)
        return None if for_others else (person.id,)
    return None


def _same_clause(one: Candidate, other: Candidate) -> bool:
    return (one.sentence, one.clause) == (other.sentence, other.clause)
