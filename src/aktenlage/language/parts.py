"""Phrases before they have a role, and the lists of names that say who is meant by a noun before them."""

from collections.abc import Sequence
from dataclasses import dataclass

from aktenlage.language import agreement
from aktenlage.language.chunks import Holds
from aktenlage.language.timenouns import is_time
from aktenlage.model.language import Token
from aktenlage.resources.gazetteer import gazetteer


@dataclass(slots=True, eq=False)
class Part:
    """
    A phrase before it has a role; *plural* says that it counts as more than one, *clause* is its clause's number.

    *aside* says that it stands in brackets and only adds to what is before them.
    """

    first: int
    last: int
    head: int
    holds: Holds
    cases: int
    preposition: str | None
    genitive: bool
    clause: int
    members: tuple[tuple[int, int], ...] = ()
    plural: bool = False
    aside: bool = False


def join_names_behind(tokens: Sequence[Token], given: Sequence[Part]) -> list[Part]:
    """Join to a plural noun the list of names that says who they are ("die Präsidenten von A und B, X und Y")."""
    joined: list[Part] = []
    for names in given:
        noun = _explained_by(tokens, joined, names)
        if noun is None:
            joined.append(names)
            continue
        noun.members = ((noun.first + bool(noun.preposition), names.members[0][1]), *names.members[1:])
        noun.last, noun.plural = names.last, True
    return joined


def _explained_by(tokens: Sequence[Token], before: Sequence[Part], names: Part) -> Part | None:
    """Give the plural noun, some phrases on it between, that a list of names behind a comma explains."""
    comma = names.first - 1
    if not (names.members and names.holds == "name" and not names.preposition and tokens[comma].tag == "$,"):
        return None
    if gazetteer().one(tokens[names.head].text) is not None:
        return None
    ends, found = {comma}, None
    for part in reversed(before):
        if part.last not in ends or part.clause != names.clause:
            break
        plural = part.holds == "noun" and part.cases & agreement.PLURAL and not part.genitive
        if plural and not is_time(tokens, part.head):
            found = part  # The first of them: "die Botschafter von A und B bei den Vereinten Nationen, X und Y".
        if not (part.genitive or part.preposition or part.holds == "pronoun"):
            break
        ends.add(part.first)
    return found
