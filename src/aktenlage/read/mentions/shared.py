"""Offices and bodies whose noun stands only with the last of them: "der deutsche und der französische Minister"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from aktenlage.model.candidate import Candidate
from aktenlage.read.mentions.lexicon import adjective_of
from aktenlage.read.mentions.row import Row


def read_shared(row: Row, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Give the members of a list that share the noun of one of the *found* behind them."""
    lists = [phrase.members for clause in row.sentence.clauses for phrase in clause.phrases if phrase.members]
    for candidate in found:
        if candidate.link is None and (candidate.roles or candidate.actors):
            for members in lists:
                yield from _before(row, candidate, members)


def _before(row: Row, candidate: Candidate, members: tuple[tuple[int, int], ...]) -> Iterator[Candidate]:
    """Give those without a noun right before the candidate, one of these members."""
    starts = [row.tokens[first].start for first, _ in members]
    ends = [row.tokens[last - 1].end for _, last in members]
    own = next((n for n in range(len(members)) if starts[n] <= candidate.start and candidate.end <= ends[n]), 0)
    for first, last in reversed(members[:own]):
        states = adjective_of(row.texts[last - 1])
        if not states or row.tokens[last - 1].tag != "ADJA":
            return
        of = tuple(dict.fromkeys(states))
        start, actors = (last - 1, of) if candidate.actors else (first, ())  # Bodies are named without their article.
        yield replace(
            row.candidate(start, last, candidate.kind, candidate.form, *actors),
            roles=tuple(replace(role, of=of) for role in candidate.roles),
            sex=candidate.sex,
            plural=candidate.plural,
            definite=candidate.definite,
        )
