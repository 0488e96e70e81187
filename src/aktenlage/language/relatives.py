"""Whether what stands behind a comma is a relative pronoun or an article."""

from collections.abc import Sequence

from aktenlage.language.data import words
from aktenlage.language.names import is_person
from aktenlage.language.tags import BARE, FINITE, OPENERS, OPENING, PHRASE
from aktenlage.language.verbforms import can_be_finite


def tell_relative(
    low: Sequence[str],
    lemmas: Sequence[str],
    tags: list[str],
    start: int,
    end: int,
    finite: Sequence[int],
    *,
    waiting: int,
) -> None:
    """What looks like an article behind a comma is a relative pronoun if the verb stands at the end."""
    first = start
    if start and end - start > 2 and tags[first] in {"APPR", "APPRART"}:
        first += 1
    last = end - 1
    while last > first and tags[last] == "$(":
        last -= 1
    if not start or tags[start - 1] == "$." or low[first] not in words("clauses", "relatives") or last <= first:
        return
    at_end = finite[-1] == last if finite else _verb_follows(tags, end)
    governed = first > start and len(finite) <= 1 and not waiting and not _open_clauses(tags, start)
    cluster = bool(finite) and not waiting and at_end and tags[last - 1] in BARE and last > first + 2
    bare = not finite and not waiting and tags[last] == "VVPP" and can_be_finite(low[last], lemmas[last])
    if bare and tags[first] == "ART" and _needs_no_participle(tags, start):
        at_end = _far_from_second(lemmas, tags, first, last)
        finite = [last] if at_end else finite
    if (
        tags[first] in {"ART", "PDS"}
        and at_end
        and (
            cluster
            or (bool(finite) and not waiting and _far_from_second(lemmas, tags, first, last))
            or governed
            or _parts(tags, start, end)
            or (bool(finite) and tags[first + 1] == "NE" and is_person(lemmas[first + 1]))
            or (tags[first + 1] not in PHRASE and tags[first + 1] not in FINITE)
            or (bool(finite) and tags[last - 1] in BARE and waiting and _closed_later(tags, end))
        )
    ):
        tags[first] = "PRELS"
    elif tags[first] == "PRELS" and (
        (waiting and at_end and finite and _goes_on(lemmas, tags, first, end))
        or _opens_phrase(tags, first, last, finite, at_end=at_end)
    ):
        tags[first] = "ART"


def _far_from_second(lemmas: Sequence[str], tags: Sequence[str], first: int, last: int) -> bool:
    """Whether more than one constituent stands before a verb at the end ("den der Kanzler am Dienstag eröffnet")."""
    noun = next((number for number in range(first + 1, last) if tags[number] in {"NN", "NE"}), last)
    between = range(noun + 1, last)
    prepositions = [number for number in between if tags[number] in {"APPR", "APPRART"}]
    timed = any(lemmas[number + 1] in words("cases", "time_nouns") for number in prepositions)
    adverbs = any(tags[number] in {"ADV", "PAV", "PTKNEG", "PPER", "PRF"} for number in between)
    return adverbs or timed or len(prepositions) > 1


def _needs_no_participle(tags: Sequence[str], end: int) -> bool:
    """Whether the clause before has a full verb, so that a participle behind the comma is not its own."""
    return any(tag == "VVFIN" for tag in tags[:end]) and not any(tag in {"VAFIN", "VMFIN"} for tag in tags[:end])


def _goes_on(lemmas: Sequence[str], tags: Sequence[str], first: int, end: int) -> bool:
    """Whether a clause that waits for its verb goes on with a phrase ("dass X, der …, die Stadt verlassen hat")."""
    named = tags[first + 1] == "NE" and is_person(lemmas[first + 1])
    return tags[first + 1] in PHRASE and not named and not _closed_later(tags, end)


def _closed_later(tags: Sequence[str], end: int) -> bool:
    """Whether a later stretch of the sentence, other than a new clause, ends in a finite verb."""
    start = end + 1
    for number in range(start, len(tags) + 1):
        if number < len(tags) and tags[number] not in {"$,", "$."}:
            continue
        if start < number and tags[start] not in OPENING - {"PRELS"} and tags[number - 1] in FINITE:
            return True
        start = number + 1
    return False


def _opens_phrase(tags: Sequence[str], first: int, last: int, finite: Sequence[int], *, at_end: bool) -> bool:
    """Whether what looks like a relative pronoun is an article, by the verb of the stretch from *first* to *last*."""
    phrase = tags[first + 1] in PHRASE
    if not at_end and (
        (phrase and tags[last] not in BARE)
        or (finite and _closes_attribute(tags, first, finite[0]))
        or (not finite and _has_attribute(tags, first, last))
    ):
        return True
    if finite:
        return False
    with_zu = tags[last] == "VVIZU" or tags[last - 1] == "PTKZU"  # No relative clause ends in such an infinitive.
    return with_zu or (phrase and _takes_infinitive(tags, first, last + 1))


def _closes_attribute(tags: Sequence[str], first: int, finite: int) -> bool:
    """Whether a noun with an attribute stands before the verb ("die seit Jahren geltende Regel verbietet das")."""
    goes_on = finite + 1 < len(tags) and tags[finite + 1] in {"KON", "KOKOM"}
    nouns = finite
    while nouns > first and tags[nouns - 1] in {"NN", "NE"}:
        nouns -= 1
    return not goes_on and nouns < finite and tags[nouns - 1] == "ADJA" and tags[first + 1] != "ADJA"


def _has_attribute(tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a stretch without a verb has a noun with a long attribute ("der im Exil lebende Politiker")."""
    opened = tags[first + 1] in {"APPR", "APPRART", "ADV"} and tags[last] not in BARE
    return opened and any(tags[n] == "ADJA" and tags[n + 1] in {"NN", "NE"} for n in range(first + 3, last))


def _open_clauses(tags: Sequence[str], end: int) -> bool:
    """Whether a clause that has begun before still lacks its verb."""
    openers = sum(tag in OPENERS for tag in tags[:end])
    return openers + 1 > sum(tag in FINITE for tag in tags[:end])


def _takes_infinitive(tags: Sequence[str], start: int, end: int) -> bool:
    """Whether a modal verb before the stretch, which ends the sentence, has no infinitive but the last word."""
    finite = next((number for number in range(start - 1, -1, -1) if tags[number] in FINITE), None)
    closed = end == len(tags) or tags[end] == "$."
    if finite is None or not closed or tags[finite] != "VMFIN" or tags[end - 1] not in BARE:
        return False
    return not any(tag in BARE or tag in OPENERS for tag in tags[finite:start])


def _parts(tags: Sequence[str], start: int, end: int) -> bool:
    """Whether the stretch, up to the verb it waits for, parts words from their verb ("The president, who …, said")."""
    verb = next((number for number in range(start, len(tags)) if tags[number] in FINITE), end - 1)
    behind = max(verb + 1, end)
    follows = behind + 1 < len(tags) and tags[behind] == "$," and tags[behind + 1] in FINITE
    return follows and not any(tag in FINITE or tag in OPENERS for tag in tags[:start])


def _verb_follows(tags: Sequence[str], end: int) -> bool:
    """Whether the next piece with a finite verb has it at its end."""
    for number in range(end + 1, len(tags)):
        if tags[number] in OPENERS:
            return False
        if tags[number] in FINITE:
            return number + 1 == len(tags) or tags[number + 1] in {"$,", "$.", "$("}
    return False
