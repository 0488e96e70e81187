"""Offices and bodies whose noun stands only with the last of them: "der deutsche und der französische Minister"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from aktenlage.model.candidate import Candidate
from aktenlage.read.mentions.lexicon import adjective_of, words
from aktenlage.read.mentions.row import Row


def read_shared(row: Row, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Give those before the *found* ones that share their noun, the nearest first."""
    numbers = {token.start: number for number, token in enumerate(row.tokens)}
    for candidate in found:
        if candidate.link is None and (candidate.roles or candidate.actors):
            at = numbers[candidate.start]
            yield from _before(row, candidate, at if _article(row, at) else at - 1)


def _before(row: Row, candidate: Candidate, first: int) -> Iterator[Candidate]:
    """Give those before token number *first*, the article of the last one."""
    while _article(row, first) and adjective_of(row.word(first + 1)):
        joint = first - 1
        states = adjective_of(row.word(joint - 1)) if row.word(joint) == "," or row.word(joint) in words("and") else ()
        first = joint - 2
        if not states or not _article(row, first) or row.word(joint - 1)[0].isupper():
            return
        of = dict.fromkeys(states)
        start, actors = (joint - 1, of) if candidate.actors else (first, ())  # Bodies are named without their article.
        shared = row.candidate(start, joint, candidate.kind, candidate.form, *actors)
        yield replace(
            shared,
            roles=tuple(replace(role, of=tuple(of)) for role in candidate.roles),
            sex=candidate.sex,
            plural=candidate.plural,
            definite=candidate.definite,
        )


def _article(row: Row, at: int) -> bool:
    return at >= 0 and row.tokens[at].tag in {"ART", "APPRART"}
