"""Phrases of a sentence: appositions joined to what they explain, enumerations with their members."""

from collections.abc import Sequence

from aktenlage.language import agreement
from aktenlage.language.chunks import Chunk
from aktenlage.language.parts import Part, join_names_behind
from aktenlage.language.runs import NOMINAL, Run, affiliated, cases_of, is_place, likely_cases, runs_from
from aktenlage.language.segments import FINITE, within_word
from aktenlage.language.timenouns import is_time
from aktenlage.model.language import Token
from aktenlage.resources.gazetteer import gazetteer


def parts(tokens: Sequence[Token], found: Sequence[Chunk], owner: Sequence[int]) -> list[Part]:
    """Give the phrases; *owner* is the number of the clause of each token."""
    given: list[Part] = []
    aside = _asides(tokens)
    place = 0
    while place < len(found):
        runs = runs_from(tokens, found, owner, aside, place)
        before = _before_list(tokens, runs)
        if before:
            given.extend(_single(chunk, owner, aside) for chunk in before)
            runs[0].chunks = runs[0].chunks[len(before) :]
        joined = _join(tokens, runs, owner) if len(runs) > 1 else None
        if joined is None:
            given.append(_single(found[place], owner, aside))
            place += 1
            continue
        part, used, inner = joined
        last = found.index(used) + 1
        between = [chunk for chunk in found[place:last] if aside[chunk.head] != aside[part.head]]
        hanging = [chunk for chunk in found[place:last] if owner[chunk.head] != part.clause]
        if aside[part.head]:
            _set_aside(part)
        given.append(part)
        given.extend(_single(chunk, owner, aside) for chunk in (*inner, *between))
        given.extend(parts(tokens, hanging, owner))
        place = last
    return join_names_behind(tokens, given)


def _before_list(tokens: Sequence[Token], runs: Sequence[Run]) -> Sequence[Chunk]:
    """
    Give the phrases before the one with which a list goes on.

    It has a genitive ("Gespräche | mit Leuten der EU, der …") or is a name ("nach Angaben | mit Merz, Tusk und …").
    """
    ends = next((number for number in range(len(runs) - 1, 0, -1) if runs[number].mark == "&"), 0)
    if not ends:
        return ()
    held = runs[0].chunks
    start = max((number for number, chunk in enumerate(held) if not chunk.genitive), default=0)
    heads = [run.chunks[0] for run in runs[1 : ends + 1]]
    if not held[start].preposition or any(chunk.preposition for chunk in heads):
        return ()
    owners = held[-1].genitive and all(chunk.article and chunk.cases & agreement.GENITIVE for chunk in heads)
    return held[:start] if owners or _names(tokens, [held[start], *heads], held[0]) else ()


def _names(tokens: Sequence[Token], listed: Sequence[Chunk], first: Chunk) -> bool:
    """Whether people are listed behind a noun that names none."""
    people = all(chunk.holds in {"name", "named"} and not is_place(tokens, chunk) for chunk in listed)
    return people and first.holds == "noun"


def _asides(tokens: Sequence[Token]) -> list[int]:
    """Give for each token the number of the brackets without a verb that it stands in, else 0."""
    inside = [0] * len(tokens)
    opened: int | None = None
    for number, token in enumerate(tokens):
        if token.text == "(":
            opened = number
        elif token.tag in FINITE:
            opened = None
        elif token.text == ")" and opened is not None and not within_word(tokens, number):
            inside[opened : number + 1] = [opened + 1] * (number + 1 - opened)
            opened = None
    return inside


def _set_aside(part: Part) -> None:
    """Leave a phrase in brackets without a case, so that it has no role in the clause."""
    part.aside = True
    if part.preposition is None:
        part.cases = 0


def _single(chunk: Chunk, owner: Sequence[int], aside: Sequence[int]) -> Part:
    part = _part(chunk, owner)
    if aside[chunk.head]:
        _set_aside(part)
    return part


def _part(chunk: Chunk, owner: Sequence[int]) -> Part:
    return Part(
        chunk.first,
        chunk.last,
        chunk.head,
        chunk.holds,
        chunk.cases,
        chunk.preposition,
        chunk.genitive,
        owner[chunk.head],
    )


def _join(tokens: Sequence[Token], runs: list[Run], owner: Sequence[int]) -> tuple[Part, Chunk, list[Chunk]] | None:
    """Tell appositions from members; give the phrase, the last chunk used, and the chunks within."""
    ends = next((number for number in range(len(runs) - 1, 0, -1) if runs[number].mark == "&"), 0)
    kept = runs[: ends + 1]
    members: list[list[Run]] = [[kept[0]]]
    for run in kept[1:]:
        alone = len(members[-1]) == 1 and not is_place(tokens, run.chunks[0])
        if run.mark == "," and alone and _explains(tokens, members[-1][-1], run):
            members[-1].append(run)
        else:
            members.append([run])
    if ends + 1 < len(runs) and runs[ends + 1].mark == ",":
        following = runs[ends + 1]
        before = members[-1][-1]
        explains = _explains(tokens, before, following) or (
            not ends and _names_office_holder(tokens, before, following)
        )
        if len(members[-1]) == 1 and explains and _closed(tokens, following.last):
            members[-1].append(following)
            kept = runs[: ends + 2]
    if len(kept) == 1:
        if (
            len(runs) > 2
            and all(run.mark == "," for run in runs[1:])
            and all(run.chunks[0].holds in {"name", "named"} for run in runs)
        ):
            kept = runs
            members = [[run] for run in runs]
        else:
            return None
    final = members[-1][-1]
    if not (final.named(tokens) or affiliated(tokens, final.chunks) or _closed_apposition(tokens, members[-1])):
        final.chunks = _own(final.chunks)
    final.last = final.chunks[-1].last
    first = kept[0].chunks[0]
    last = final.last
    ranges = tuple((_member_start(group[0].chunks[0], number), group[-1].last) for number, group in enumerate(members))
    head = _head(tokens, members[0])
    own = [run for group in members for run in group if affiliated(tokens, run.chunks) or _is_apposition(group, run)]
    inner = [
        chunk
        for run in kept
        for chunk in run.chunks[1:]
        if chunk.genitive or (chunk.preposition and not any(run is each for each in own))
    ]
    part = Part(
        first.first,
        last,
        head,
        first.holds,
        first.cases & _common_cases(members) or first.cases,
        first.preposition,
        first.genitive,
        owner[first.head],
        ranges if len(ranges) > 1 else (),
        len(ranges) > 1 and not _lists_owners(tokens, members),
    )
    return part, kept[-1].chunks[-1], inner


def _closed_apposition(tokens: Sequence[Token], group: Sequence[Run]) -> bool:
    """Whether a comma closes what says who the last one is, with all that hangs on it ("…, der Berater von Tusk,")."""
    last = group[-1].last
    return len(group) > 1 and last < len(tokens) and tokens[last].text == ","


def _is_apposition(group: Sequence[Run], run: Run) -> bool:
    """Whether the phrase only says who the name before it is, with all that hangs on it."""
    return run is not group[0] and run.chunks[0].holds == "noun"


def _own(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Leave out what follows the last member and may as well belong to the verb: all but genitives."""
    kept = [chunks[0]]
    for chunk in chunks[1:]:
        if not chunk.genitive:
            break
        kept.append(chunk)
    return kept


def _common_cases(members: Sequence[Sequence[Run]]) -> int:
    """The cases that all members can be, other than those that go on with a genitive of the first."""
    first = members[0][0].chunks[0]
    owned = first.holds == "noun" and first.head < first.last - 1
    allowed = cases_of(first.cases)
    genitives = first is not members[0][0].chunks[-1] and members[0][0].chunks[-1].genitive
    for group in members[1:]:
        cases = cases_of(group[0].chunks[0].cases)
        genitives = genitives and bool(cases & agreement.GENITIVE)
        if not (owned and group[0].chunks[0].holds == "name" and cases & agreement.GENITIVE):
            allowed &= cases
    # "den Vertreter der Kommission, der Bank und des Fonds" goes on with the genitives of its first noun.
    return cases_of(first.cases) if genitives and not allowed & likely_cases(first) else allowed


def _lists_owners(tokens: Sequence[Token], members: Sequence[Sequence[Run]]) -> bool:
    """Whether the list is one of names in the genitive, and its first noun one ("Vertreter Israels und Syriens")."""
    heads = [group[0].chunks[0] for group in members]
    first = heads[0]
    names = [tokens[first.last - 1], *(tokens[chunk.head] for chunk in heads[1:] if not chunk.article)]
    others = [chunk for chunk in heads[1:] if chunk.holds in NOMINAL and chunk.cases & agreement.GENITIVE]
    known = all(gazetteer().one(tokens[chunk.head].text) for chunk in others)
    owned = first.holds in {"noun", "named"} and first.head < first.last - 1 and len(others) == len(heads) - 1
    return owned and known and all(name.text.endswith("s") and gazetteer().one(name.text) for name in names)


def _member_start(chunk: Chunk, number: int) -> int:
    return chunk.first + 1 if number == 0 and chunk.preposition else chunk.first


def _head(tokens: Sequence[Token], group: Sequence[Run]) -> int:
    """The name where an apposition brings one, else the head of what comes first."""
    for run in group:
        if run.chunks[0].holds in {"name", "named"}:
            return run.chunks[0].head
        if run.named(tokens):
            return run.chunks[-1].head
    return group[0].chunks[0].head


def _explains(tokens: Sequence[Token], before: Run, behind: Run) -> bool:
    """Whether two phrases with a comma between name one thing: one has the name, the other has none."""
    first, second = before.chunks[0].holds, behind.chunks[0].holds
    if behind.chunks[0].preposition or before.named(tokens) or behind.named(tokens):
        return False
    if (
        len(before.chunks) > 1
        and before.chunks[-1].preposition
        and not likely_cases(before.chunks[0]) & cases_of(behind.chunks[0].cases)
    ):
        return False  # It explains the name behind the preposition: "traf der Papst mit X, dem Leiter der …, zusammen".
    if first == "noun":
        return (second == "name" and not behind.chunks[0].article) or _holds_office(tokens, before, behind)
    return second == "noun" and first in {"name", "named"}


def _holds_office(tokens: Sequence[Token], before: Run, behind: Run) -> bool:
    """Whether a name with an office tells who holds another ("der Vorsitzende der AU, Malis Präsident X, …")."""
    closed = behind.last < len(tokens) and tokens[behind.last].text in (",", "(")
    titled = behind.chunks[0].holds == "named" and closed
    return titled and len(before.chunks) > 1 and before.chunks[-1].genitive and _singular(before.chunks[0])


def _names_office_holder(tokens: Sequence[Token], before: Run, behind: Run) -> bool:
    """Whether a name with an office tells whom one noun means ("neben dem Gastgeber, Bundeskanzler X, auch …")."""
    noun, name = before.chunks[0], behind.chunks[0]
    one = len(before.chunks) == 1 and noun.holds == "noun" and _singular(noun) and not is_time(tokens, noun.head)
    definite = one and noun.head > noun.first and tokens[noun.head - 1].tag in ("ART", "PPOSAT", "APPRART")
    closed = behind.last < len(tokens) and tokens[behind.last].text == ","
    return definite and closed and name.holds == "named" and not name.preposition


def _singular(chunk: Chunk) -> bool:
    return bool(chunk.cases & agreement.SINGULAR)


def _closed(tokens: Sequence[Token], place: int) -> bool:
    """Whether an apposition that ends here is closed by a mark or the sentence."""
    return place >= len(tokens) or tokens[place].tag[0] == "$" or tokens[place].tag[0] == "V"
