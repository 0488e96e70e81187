"""Which role each phrase plays in its clause."""

from collections.abc import Sequence

from aktenlage.language import agreement
from aktenlage.language.chunks import is_time
from aktenlage.language.clauses import Draft
from aktenlage.language.coordination import Part
from aktenlage.language.data import words
from aktenlage.model.language import Role, Token, VerbGroup

_LEAST = -3.0


def roles(tokens: Sequence[Token], clause: Draft, group: VerbGroup | None, found: Sequence[Part]) -> dict[int, Role]:
    """Give the role of each phrase of the clause by its number in *found*."""
    given: dict[int, Role] = {}
    for number, part in enumerate(found):
        if part.genitive:
            given[number] = "genitive"
        elif part.preposition is not None:
            given[number] = _prepositional(part, group)
    open_parts = [number for number in range(len(found)) if number not in given]
    subject = _subject(tokens, clause, group, found, open_parts)
    for number in open_parts:
        given[number] = "subject" if number == subject else _object(tokens, group, found[number])
    return given


def _prepositional(part: Part, group: VerbGroup | None) -> Role:
    if group is not None and group.voice == "passive" and part.preposition in words("cases", "agent_prepositions"):
        return "agent"
    return "prepositional"


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


def _subject(
    tokens: Sequence[Token], clause: Draft, group: VerbGroup | None, found: Sequence[Part], candidates: Sequence[int]
) -> int | None:
    if group is None or group.finite is None:
        return None
    best: int | None = None
    most = _LEAST
    for order, number in enumerate(candidates):
        score = _score(tokens, clause, group.finite, found[number], order)
        if group.lemma in words("verbs", "copula") and tokens[found[number].head].text.lower() in words(
            "cases", "pointing"
        ):
            score += 3.0
        if score > most:
            best, most = number, score
    return best


def _score(tokens: Sequence[Token], clause: Draft, finite: int, part: Part, order: int) -> float:
    """How well a phrase fits as subject; the weights follow the treebank's order of evidence."""
    cases = part.cases
    nominative = cases & agreement.NOMINATIVE
    if not nominative:
        return -9.0
    score = -0.6 * order
    verb = tokens[finite].verb
    if verb is not None and verb.numbers:
        plural = part.plural or not nominative & agreement.SINGULAR
        singular = not part.plural and nominative & agreement.SINGULAR
        if not (
            ("plural" in verb.numbers and (plural or nominative & agreement.PLURAL))
            or ("singular" in verb.numbers and singular)
        ):
            score -= 3.0
    if not cases & ~agreement.NOMINATIVE:
        score += 3.0
    if is_time(tokens, part.head):
        score -= 4.0
    if part.head == part.first and tokens[part.head].tag == "PRF":
        return -9.0
    if clause.verb_last and clause.introducer == part.head:
        score += 1.0
    if part.first > finite and part.first == finite + 1 and not clause.verb_last:
        score += 0.5
    return score
