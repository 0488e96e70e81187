"""Whom "the guest" means where somebody was received: never the one who received."""

from collections.abc import Sequence
from functools import cache

from aktenlage.model.candidate import Candidate
from aktenlage.model.language import Analysis
from aktenlage.resources.load import load

Found = Sequence[tuple[Candidate, tuple[str, ...] | None]]

# How many sentences back somebody was received.
_REACH = 3


def guest_meant(candidate: Candidate, analysis: Analysis, found: Found) -> tuple[str, ...] | None:
    """Give the one person who was received last before the candidate; None where that is nobody, or several."""
    if candidate.form != "guest" or candidate.actors:
        return None
    for number in range(candidate.sentence, max(candidate.sentence - _REACH, -1), -1):
        for clause in reversed(analysis.sentences[number].clauses):
            if clause.verb is None or clause.verb.lemma not in _receiving() or clause.start > candidate.start:
                continue
            role = "accusative" if clause.verb.voice == "active" else "subject"
            spans = [(phrase.start, phrase.end) for phrase in clause.phrases if phrase.role == role]
            near = [(c, ids) for c, ids in found if c.sentence == number and c.end <= candidate.start and ids]
            inside = [(c, ids) for c, ids in near if any(start <= c.start and c.end <= end for start, end in spans)]
            people = [(c, ids) for c, ids in inside if c.form in ("person", "pronoun")]
            received = {ids for c, ids in people if candidate.sex is None or c.sex in (None, candidate.sex)}
            if len(received) == 1:
                return received.pop()
    return None


@cache
def _receiving() -> frozenset[str]:
    """Give the verbs whose subject receives somebody."""
    frames = [entry for entry in load("encounters/verbs")["verbs"] if entry["frame"] == "reception"]
    plain = [entry for entry in frames if not (entry.get("needs_word") or entry.get("needs_noun"))]
    return frozenset(lemma for entry in plain for lemma in entry["lemmas"])
