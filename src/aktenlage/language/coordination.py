"""Phrases of a sentence: appositions joined to what they explain, enumerations with their members."""

from collections.abc import Sequence
from dataclasses import dataclass

from aktenlage.language import agreement
from aktenlage.language.chunks import Chunk, is_time
from aktenlage.language.data import words
from aktenlage.language.names import is_given_name
from aktenlage.language.parts import Part, join_names_behind
from aktenlage.language.segments import FINITE, within_word
from aktenlage.model.language import Token
from aktenlage.resources.gazetteer import gazetteer

# A person and where he comes from.
_PAIR = 2
_NOMINAL = frozenset({"noun", "name", "named"})


@dataclass(slots=True)
class _Run:
    """A phrase with the prepositional and genitive phrases that follow it at once."""

    chunks: list[Chunk]
    last: int
    mark: str = ""

    def named(self, tokens: Sequence[Token]) -> bool:
        """Whether it ends with the name of whom it means: "der Chef der Partei Franz Müntefering"."""
        end = self.chunks[-1]
        if len(self.chunks) == 1 or end.holds not in {"name", "named"}:
            return False
        full = end.head > end.first and is_given_name(tokens[end.head - 1].text)
        return self.chunks[0].holds == "noun" and full and (_names_no_person(tokens, end) or _bare(end))


def _bare(chunk: Chunk) -> bool:
    return not (chunk.genitive or chunk.preposition)


def _names_no_person(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether the noun before a name means a body, so that the name is that of whoever leads it."""
    noun = next((tokens[n] for n in range(chunk.first, chunk.last) if tokens[n].tag == "NN"), None)
    if chunk.holds != "named" or noun is None or noun.text.endswith(tuple(words("cases", "female_ending"))):
        return False
    return not agreement.of_noun(noun.text, noun.lemma) & ~agreement.FEMININE


def parts(tokens: Sequence[Token], found: Sequence[Chunk], owner: Sequence[int]) -> list[Part]:
    """Give the phrases; *owner* is the number of the clause of each token."""
    given: list[Part] = []
    aside = asides(tokens)
    place = 0
    while place < len(found):
        runs = _runs(tokens, found, owner, aside, place)
        joined = _join(tokens, runs, owner) if len(runs) > 1 else None
        if joined is None:
            given.append(_single(found[place], owner, aside))
            place += 1
            continue
        part, used, inner = joined
        last = found.index(used) + 1
        between = [chunk for chunk in found[place:last] if aside[chunk.head] != aside[part.head]]
        if aside[part.head]:
            _set_aside(part)
        given.append(part)
        given.extend(_single(chunk, owner, aside) for chunk in (*inner, *between))
        place = last
    return join_names_behind(tokens, given)


def asides(tokens: Sequence[Token]) -> list[int]:
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


def _runs(
    tokens: Sequence[Token], found: Sequence[Chunk], owner: Sequence[int], aside: Sequence[int], place: int
) -> list[_Run]:
    """Give the stretch of phrases from *place* on that commas, conjunctions and brackets alone hold apart."""
    head = found[place]
    if head.holds not in _NOMINAL:
        return []
    runs = [_Run([head], head.last)]
    for chunk in found[place + 1 :]:
        if aside[chunk.head] != aside[head.head]:
            if aside[head.head]:
                break
            continue
        if owner[chunk.head] != owner[head.head]:
            break
        gap = _gap(tokens, aside, runs[-1].last, chunk.first)
        if gap is None:
            break
        if gap == "":
            if chunk.holds == "pronoun" or not (
                chunk.genitive or chunk.preposition or _names_head(tokens, runs, chunk)
            ):
                break
            runs[-1].chunks.append(chunk)
            runs[-1].last = chunk.last
        elif not _ends_places(tokens, runs[-1], chunk, gap) and _may_join(tokens, head, runs[-1], chunk, gap):
            runs.append(_Run([chunk], chunk.last, gap))
        else:
            break
    return runs


def _ends_places(tokens: Sequence[Token], run: _Run, chunk: Chunk, gap: str) -> bool:
    """Whether a list of places is over and a name explains others ("die Präsidenten von A und B, X und Y")."""
    place = run.mark == "&" and gap == "," and _is_place(tokens, run.chunks[0])
    return place and chunk.holds == "name" and not _is_place(tokens, chunk)


def _names_head(tokens: Sequence[Token], runs: Sequence[_Run], chunk: Chunk) -> bool:
    """Whether a full name behind the genitive of an office, in a list, says who holds it."""
    held = runs[-1].chunks
    if chunk.holds != "name" or held[0].holds != "noun" or len(held) == 1 or held[0].preposition or held[0].genitive:
        return False
    if not is_given_name(tokens[chunk.first].text) or chunk.last - chunk.first == 1:
        return False
    behind = tokens[chunk.last].text.lower() if chunk.last < len(tokens) else ""
    return len(runs) > 1 or behind in words("cases", "enumerating")


def _may_join(tokens: Sequence[Token], head: Chunk, run: _Run, chunk: Chunk, gap: str) -> bool:
    if chunk.holds not in _NOMINAL or (chunk.preposition and chunk.preposition != head.preposition):
        return False
    if gap == "," and run.chunks[-1].preposition and _is_place(tokens, run.chunks[-1]) and _is_place(tokens, chunk):
        return run.chunks[-1] is run.chunks[0]  # "Mit Kollegen aus Polen, Italien und Malta" lists places.
    listed = _affiliated(tokens, run.chunks) and _person(tokens, chunk)
    if gap == "," and (listed or not _goes_with_the_last(tokens, run, chunk)):
        return True
    return run.named(tokens) or _partner(tokens, run.chunks, chunk) is run.chunks[0]


def _goes_with_the_last(tokens: Sequence[Token], run: _Run, chunk: Chunk) -> bool:
    """Whether a comma may go on with a phrase behind the first ("am Samstag mit Putin, Obama und Tusk")."""
    first = run.chunks[0]
    end = next((chunk for chunk in reversed(run.chunks) if not chunk.genitive), first)
    several = len(run.chunks) > 1 and not run.named(tokens)
    apart = first.holds != "noun" or is_time(tokens, first.head)
    return several and bool(end.preposition) and not chunk.preposition and apart


def _partner(tokens: Sequence[Token], chunks: Sequence[Chunk], behind: Chunk) -> Chunk:
    """
    Find the phrase that one behind a conjunction goes with: of its kind and case, and as near as may be.

    A time goes with a time only.
    """
    if _affiliated(tokens, chunks) and _person(tokens, behind):
        return chunks[0]
    best, most = chunks[-1], -1
    timed = is_time(tokens, behind.head)
    for nearness, chunk in enumerate(chunks):
        if chunk is not chunks[-1] and (is_time(tokens, chunk.head) != timed or _somewhere(tokens, chunk, behind)):
            continue
        alike = 2 if chunk.holds == behind.holds else int("named" in {chunk.holds, behind.holds})
        fits = bool(_likely_cases(chunk) & _cases(behind.cases)) and (
            not behind.preposition or chunk.preposition == behind.preposition
        )
        worth = 10 * fits + 2 * alike + 2 * nearness
        if worth >= most:
            best, most = chunk, worth
    return best


def _affiliated(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> bool:
    """Whether a person is named with the body or place that he comes from ("Friedrich Merz von der CDU")."""
    if len(chunks) != _PAIR or chunks[1].preposition not in words("cases", "origins"):
        return False
    home = tokens[chunks[1].head]
    known = home.tag == "NE" or home.text[1:2].isupper() or gazetteer().one(home.text) is not None
    return known and _person(tokens, chunks[0])


def _person(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether a phrase is a person's full name, with or without an office."""
    named = chunk.holds in {"name", "named"} and chunk.head > chunk.first
    return named and not chunk.preposition and is_given_name(tokens[chunk.head - 1].text)


def _somewhere(tokens: Sequence[Token], chunk: Chunk, behind: Chunk) -> bool:
    """Whether a phrase says where something is, and one behind it names no place ("in Rom mit dem Rat und dem Amt")."""
    place = bool(chunk.preposition) and _is_place(tokens, chunk)
    return place and not _is_place(tokens, behind)


def _likely_cases(chunk: Chunk) -> int:
    """The cases of a phrase by its words and its place: a direct one where it stands alone."""
    cases = _cases(chunk.cases)
    if chunk.genitive:
        return cases & agreement.GENITIVE or cases
    if chunk.preposition:
        return cases & (agreement.DATIVE | agreement.ACCUSATIVE | agreement.GENITIVE) or cases
    return cases & (agreement.NOMINATIVE | agreement.ACCUSATIVE) or cases


def _cases(mask: int) -> int:
    """The cases of the readings, whatever their number and gender."""
    return sum(
        case
        for case in (agreement.NOMINATIVE, agreement.GENITIVE, agreement.DATIVE, agreement.ACCUSATIVE)
        if mask & case
    )


def _gap(tokens: Sequence[Token], aside: Sequence[int], start: int, end: int) -> str | None:
    """Give "," or "und" for what lies between two phrases, "" for nothing, None for anything else."""
    if start == end:
        return ""
    here = aside[start - 1]
    between = [tokens[n] for n in range(start, end) if tokens[n].tag != "$(" and aside[n] in (here, aside[end])]
    text = [token.text.lower() for token in between]
    if not text:
        return "" if any(aside[n] != here for n in range(start, end)) else None
    if text == [","]:
        return ","
    if text[0] == ",":
        text = text[1:]
    if (
        text
        and text[0] in words("cases", "enumerating")
        and all(token.tag in {"KON", "ADV", "$,"} for token in between)
    ):
        return "&"
    return None


def _join(tokens: Sequence[Token], runs: list[_Run], owner: Sequence[int]) -> tuple[Part, Chunk, list[Chunk]] | None:
    """Tell appositions from members; give the phrase, the last chunk used, and the chunks within."""
    ends = next((number for number in range(len(runs) - 1, 0, -1) if runs[number].mark == "&"), 0)
    kept = runs[: ends + 1]
    members: list[list[_Run]] = [[kept[0]]]
    for run in kept[1:]:
        alone = len(members[-1]) == 1 and not _is_place(tokens, run.chunks[0])
        if run.mark == "," and alone and _explains(tokens, members[-1][-1], run):
            members[-1].append(run)
        else:
            members.append([run])
    if ends + 1 < len(runs) and runs[ends + 1].mark == ",":
        following = runs[ends + 1]
        if len(members[-1]) == 1 and _explains(tokens, members[-1][-1], following) and _closed(tokens, following.last):
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
    if not final.named(tokens):
        final.chunks = _own(final.chunks)
    final.last = final.chunks[-1].last
    first = kept[0].chunks[0]
    last = final.last
    ranges = tuple((_member_start(group[0].chunks[0], number), group[-1].last) for number, group in enumerate(members))
    head = _head(tokens, members[0])
    inner = [chunk for run in kept for chunk in run.chunks[1:] if chunk.genitive or chunk.preposition]
    part = Part(
        first.first,
        last,
        head,
        first.holds,
        first.cases & _cases_of(members) or first.cases,
        first.preposition,
        first.genitive,
        owner[first.head],
        ranges if len(ranges) > 1 else (),
        len(ranges) > 1 and not _lists_owners(tokens, members),
    )
    return part, kept[-1].chunks[-1], inner


def _own(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Leave out what follows the last member and may as well belong to the verb: all but genitives."""
    kept = [chunks[0]]
    for chunk in chunks[1:]:
        if not chunk.genitive:
            break
        kept.append(chunk)
    return kept


def _cases_of(members: Sequence[Sequence[_Run]]) -> int:
    """The cases that all members can be, other than those that go on with a genitive of the first."""
    first = members[0][0].chunks[0]
    owned = first.holds == "noun" and first.head < first.last - 1
    allowed = _cases(first.cases)
    genitives = first is not members[0][0].chunks[-1] and members[0][0].chunks[-1].genitive
    for group in members[1:]:
        cases = _cases(group[0].chunks[0].cases)
        genitives = genitives and bool(cases & agreement.GENITIVE)
        if not (owned and group[0].chunks[0].holds == "name" and cases & agreement.GENITIVE):
            allowed &= cases
    # "den Vertreter der Kommission, der Bank und des Fonds" goes on with the genitives of its first noun.
    return _cases(first.cases) if genitives and not allowed & _likely_cases(first) else allowed


def _lists_owners(tokens: Sequence[Token], members: Sequence[Sequence[_Run]]) -> bool:
    """Whether the list is one of names in the genitive, and its first noun one ("Vertreter Israels und Syriens")."""
    heads = [group[0].chunks[0] for group in members]
    first = heads[0]
    names = [tokens[first.last - 1], *(tokens[chunk.head] for chunk in heads[1:] if not chunk.article)]
    others = [chunk for chunk in heads[1:] if chunk.holds in _NOMINAL and chunk.cases & agreement.GENITIVE]
    known = all(gazetteer().one(tokens[chunk.head].text) for chunk in others)
    owned = first.holds in {"noun", "named"} and first.head < first.last - 1 and len(others) == len(heads) - 1
    return owned and known and all(name.text.endswith("s") and gazetteer().one(name.text) for name in names)


def _member_start(chunk: Chunk, number: int) -> int:
    return chunk.first + 1 if number == 0 and chunk.preposition else chunk.first


def _head(tokens: Sequence[Token], group: Sequence[_Run]) -> int:
    """The name where an apposition brings one, else the head of what comes first."""
    for run in group:
        if run.chunks[0].holds in {"name", "named"}:
            return run.chunks[0].head
        if run.named(tokens):
            return run.chunks[-1].head
    return group[0].chunks[0].head


def _explains(tokens: Sequence[Token], before: _Run, behind: _Run) -> bool:
    """Whether two phrases with a comma between name one thing: one has the name, the other has none."""
    first, second = before.chunks[0].holds, behind.chunks[0].holds
    if behind.chunks[0].preposition or before.named(tokens) or behind.named(tokens):
        return False
    if (
        len(before.chunks) > 1
        and before.chunks[-1].preposition
        and not _likely_cases(before.chunks[0]) & _cases(behind.chunks[0].cases)
    ):
        return False  # It explains the name behind the preposition: "traf der Papst mit X, dem Leiter der …, zusammen".
    if first == "noun":
        return (second == "name" and not behind.chunks[0].article) or _holds_office(tokens, before, behind)
    return second == "noun" and first in {"name", "named"}


def _holds_office(tokens: Sequence[Token], before: _Run, behind: _Run) -> bool:
    """Whether a name with an office tells who holds another ("der Vorsitzende der AU, Malis Präsident X, …")."""
    titled = behind.chunks[0].holds == "named" and behind.last < len(tokens) and tokens[behind.last].tag == "$,"
    return titled and len(before.chunks) > 1 and before.chunks[-1].genitive and _singular(before.chunks[0])


def _singular(chunk: Chunk) -> bool:
    return bool(chunk.cases & agreement.SINGULAR)


def _is_place(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether a state or a body is named: within a list it is a member, and explains nobody before it."""
    return chunk.holds == "name" and gazetteer().one(tokens[chunk.head].text) is not None


def _closed(tokens: Sequence[Token], place: int) -> bool:
    """Whether an apposition that ends here is closed by a mark or the sentence."""
    return place >= len(tokens) or tokens[place].tag[0] == "$" or tokens[place].tag[0] == "V"
