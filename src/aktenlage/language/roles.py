"""Which role each phrase plays in its clause."""

from collections.abc import Sequence

from aktenlage.language import agreement
from aktenlage.language.clauses import Draft
from aktenlage.language.data import words
from aktenlage.language.parts import Part
from aktenlage.language.subjects import find_subject
from aktenlage.language.timenouns import is_time
from aktenlage.model.language import Role, Token, VerbGroup


def roles(
    tokens: Sequence[Token], clause: Draft, group: VerbGroup | None, found: Sequence[Part], antecedent: Part | None
) -> dict[int, Role]:
    """Give the role of each phrase of the clause by its number in *found*."""
    given: dict[int, Role] = {}
    for number, part in enumerate(found):
        if part.genitive:
            given[number] = "genitive"
        elif part.preposition is not None:
            given[number] = _prepositional(part, group)
    for number in [n for n in given if given[n] == "agent"]:
        of = _of_the_noun_before(group, found, number, given) or _within(found, number)
        if of or _says(tokens, found, number):
            given[number] = "prepositional"
    subject = find_subject(tokens, clause, group, found, antecedent)
    for number in range(len(found)):
        if number in given:
            continue
        given[number] = "subject" if number == subject else _object(tokens, group, found[number])
    return given


def _prepositional(part: Part, group: VerbGroup | None) -> Role:
    if group is not None and group.voice == "passive" and part.preposition in words("cases", "agent_prepositions"):
        return "agent"
    return "prepositional"


def _within(found: Sequence[Part], number: int) -> bool:
    """Whether a phrase is part of another ("von Tusk, einem Vertrauten von Merz, empfangen")."""
    part = found[number]
    return any(other.first < part.first and part.last <= other.last for other in found)


def _of_the_noun_before(group: VerbGroup | None, found: Sequence[Part], number: int, given: dict[int, Role]) -> bool:
    """Whether a phrase says whose the noun right before it is: before the verb, or beside the agent."""
    part = found[number]
    if not number or found[number - 1].last != part.first or found[number - 1].holds not in ("noun", "named"):
        return False
    before_verb = group is not None and group.finite is not None and part.last <= group.finite and number == 1
    return (
        before_verb
        or given.get(number - 1) == "agent"
        or any(given.get(later) == "agent" for later in range(number + 1, len(found)))
    )


def _says(tokens: Sequence[Token], found: Sequence[Part], number: int) -> bool:
    """Whether a phrase tells according to whom something is so ("nach Angaben von …"), and not who does it."""
    before = found[number - 1] if number and found[number - 1].last == found[number].first else None
    source = before is not None and before.preposition in words("cases", "according_to")
    return source and before is not None and tokens[before.head].text in words("cases", "nouns_of_saying")


def _object(tokens: Sequence[Token], group: VerbGroup | None, part: Part) -> Role:
    if group is None or is_time(tokens, part.head):
        return "unknown"
    cases = part.cases
    copula = group.lemma in words("verbs", "copula")
    if copula and cases & agreement.NOMINATIVE:
        return "predicative"
    if cases & agreement.ACCUSATIVE:
        return "accusative"
    if cases & agreement.DATIVE:
        return "dative"
    return "genitive" if cases & agreement.GENITIVE else "unknown"
