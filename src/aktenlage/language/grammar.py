"""The clauses of one sentence as values of the model."""

from collections.abc import Sequence
from dataclasses import replace

from aktenlage.language import agreement
from aktenlage.language.chunks import chunks
from aktenlage.language.clauses import Draft, draft_clauses
from aktenlage.language.coordination import parts
from aktenlage.language.parts import Part
from aktenlage.language.roles import roles
from aktenlage.language.verbgroups import is_negated, verb_group
from aktenlage.model.language import Clause, Phrase, Token, VerbGroup


def read_clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Give the clauses of a sentence with their verbs and phrases."""
    drafts = draft_clauses(tokens)
    owner = owners(tokens, drafts)
    found: list[list[Part]] = [[] for _ in drafts]
    every = parts(tokens, chunks(tokens), owner)
    for part in every:
        found[part.clause].append(part)
    groups = [verb_group(tokens, draft) for draft in drafts]
    phrases = [
        _phrases(tokens, draft, group, mine, antecedent_of(draft, every))
        for draft, group, mine in zip(drafts, groups, found, strict=True)
    ]
    bounds = _bounds(drafts)
    numbers = {id(draft): number for number, draft in enumerate(drafts)}
    subjects = [next((phrase for phrase in mine if phrase.role == "subject"), None) for mine in phrases]
    for number, draft in enumerate(drafts):
        if draft.beside is None:
            continue
        before = numbers[id(draft.beside)]
        if _without_own_subject(tokens, draft, subjects[before], subjects[number]):
            phrases[number] = tuple(_no_subject(phrase) for phrase in phrases[number])
            subjects[number] = None
        if subjects[number] is None and groups[number] is not None:
            subjects[number] = subjects[before]
    return tuple(
        Clause(
            tokens[bounds[number][0]].start,
            tokens[bounds[number][1]].end,
            draft.kind,
            tuple(draft.tokens),
            numbers[id(draft.parent)] if draft.parent else None,
            draft.introducer,
            groups[number],
            phrases[number],
            is_negated(tokens, draft),
            subjects[number] if not any(phrase.role == "subject" for phrase in phrases[number]) else None,
        )
        for number, draft in enumerate(drafts)
    )


def _without_own_subject(tokens: Sequence[Token], draft: Draft, shared: Phrase | None, own: Phrase | None) -> bool:
    """
    Whether a clause joined to another can have no subject of its own.

    So it is behind a relative pronoun that is the subject; and a pronoun behind a verb that comes first is none if the
    clause before begins with its subject ("Er verschob die Reise, holte sie dann aber nach").
    """
    beside = draft.beside
    if beside is None or shared is None or own is None:
        return False
    if draft.kind == "relative":
        return shared.head == draft.introducer
    if draft.kind != "main" or draft.finite != draft.tokens[0] or beside.finite is None:
        return False
    head = tokens[own.head]
    may_be_object = head.tag == "PPER" and agreement.of_pronoun(head.text.lower()) & agreement.ACCUSATIVE
    return bool(may_be_object) and shared.last <= beside.finite


def _no_subject(phrase: Phrase) -> Phrase:
    return replace(phrase, role="accusative") if phrase.role == "subject" else phrase


def antecedent_of(draft: Draft, every: Sequence[Part]) -> Part | None:
    """Give the phrase that a relative clause hangs on: the last one or member of a list before it, no genitive."""
    if draft.kind != "relative":
        return None
    end = draft.tokens[0] + 1
    free = [part for part in every if not (part.genitive or part.aside)]
    listed = (part for part in free if part.members and part.members[0][1] <= end < part.last)
    if (around := next(listed, None)) is not None:
        return replace(around, members=(), plural=False)
    return next((part for part in reversed(free) if part.last <= end), None)


def owners(tokens: Sequence[Token], drafts: Sequence[Draft]) -> list[int]:
    """Give the number of the clause of each token."""
    owner = [-1] * len(tokens)
    for number, draft in enumerate(drafts):
        for token in draft.tokens:
            owner[token] = number
    return owner


def _bounds(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """First and last token of each clause with all that hangs on it."""
    reach = {id(draft): (draft.tokens[0], draft.tokens[-1]) for draft in drafts}
    for draft in drafts:
        first, last = draft.tokens[0], draft.tokens[-1]
        above = draft.parent
        while above is not None and id(above) in reach:
            held = reach[id(above)]
            if held[0] <= first and held[1] >= last:
                break
            reach[id(above)] = (min(held[0], first), max(held[1], last))
            above = above.parent
    return [reach[id(draft)] for draft in drafts]


def _phrases(
    tokens: Sequence[Token], draft: Draft, group: VerbGroup | None, mine: Sequence[Part], antecedent: Part | None
) -> tuple[Phrase, ...]:
    given = roles(tokens, draft, group, mine, antecedent)
    return tuple(
        Phrase(
            tokens[part.first].start,
            tokens[part.last - 1].end,
            part.first,
            part.last,
            part.head,
            given[number],
            part.preposition,
            part.members,
        )
        for number, part in enumerate(mine)
    )
