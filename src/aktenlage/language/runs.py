"""Stretches of phrases that commas, conjunctions and brackets alone hold apart: what may be a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from aktenlage.language import agreement
from aktenlage.language.chunks import Chunk
from aktenlage.language.data import words
from aktenlage.language.names import is_given_name
from aktenlage.language.tags import RELATIVES
from aktenlage.language.timenouns import is_time
from aktenlage.model.language import Token
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.load import load

# A person and where he comes from.
_PAIR = 2
NOMINAL = frozenset({"noun", "name", "named"})
_PERSONS = frozenset({"name", "named"})


@dataclass(slots=True)
class Run:
    """A phrase with the prepositional and genitive phrases that follow it at once."""

    chunks: list[Chunk]
    last: int
    mark: str = ""

    def named(self, tokens: Sequence[Token]) -> bool:
        """Whether it ends with the name of whom it means: "der Chef der Partei Franz Müntefering"."""
        end = self.chunks[-1]
        if len(self.chunks) == 1 or end.holds not in {"name", "named"}:
            return False
        return self.chunks[0].holds == "noun" and _full(tokens, end) and (_names_no_person(tokens, end) or _bare(end))


def _bare(chunk: Chunk) -> bool:
    return not (chunk.genitive or chunk.preposition)


def _names_no_person(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether the noun before a name means a body, so that the name is that of whoever leads it."""
    noun = next((tokens[n] for n in range(chunk.first, chunk.last) if tokens[n].tag == "NN"), None)
    if chunk.holds != "named" or noun is None or noun.text.endswith(tuple(words("cases", "female_ending"))):
        return False
    return not agreement.of_noun(noun.text, noun.lemma, behind_article=False) & ~agreement.FEMININE


def runs_from(
    tokens: Sequence[Token], found: Sequence[Chunk], owner: Sequence[int], aside: Sequence[int], place: int
) -> list[Run]:
    """Give the stretch of phrases from *place* on that commas, conjunctions and brackets alone hold apart."""
    head = found[place]
    if head.holds not in NOMINAL and not _pronoun_and_name(tokens, found, place):
        return []
    runs = [Run([head], head.last)]
    for chunk in found[place + 1 :]:
        if aside[chunk.head] != aside[head.head]:
            if aside[head.head]:
                break
            continue
        if owner[chunk.head] != owner[head.head]:
            if _hangs_between(tokens, owner, runs[-1].last, chunk.head):
                continue
            break
        gap = _gap(tokens, aside, _behind_hanging(tokens, owner, runs[-1].last, chunk.first), chunk.first)
        if gap is None:
            break
        if gap == "":
            if chunk.holds == "pronoun" or not (
                chunk.genitive or chunk.preposition or _names_head(tokens, runs, chunk)
            ):
                break
            runs[-1].chunks.append(chunk)
            runs[-1].last = chunk.last
        elif gap == "," and _ends_comparison(tokens, head, chunk):
            break
        elif _behind_apposition(tokens, runs, chunk, gap) or (
            not _ends_places(tokens, runs[-1], chunk, gap) and _may_join(tokens, head, runs[-1], chunk, gap)
        ):
            runs.append(Run([chunk], chunk.last, gap))
        else:
            break
    return runs


def _hangs_between(tokens: Sequence[Token], owner: Sequence[int], start: int, place: int) -> bool:
    """Whether *place* is in a relative clause that begins behind the comma at *start*."""
    if start + 1 >= len(tokens) or tokens[start].tag != "$,":
        return False
    first = start + 1 + (tokens[start + 1].tag in {"APPR", "APPRART"})
    opened = first < len(tokens) and tokens[first].tag in RELATIVES
    return opened and all(owner[number] == owner[first] for number in range(start + 1, place + 1))


def _behind_hanging(tokens: Sequence[Token], owner: Sequence[int], start: int, end: int) -> int:
    """Give the comma that ends a relative clause behind *start* ("A, der krank war, und B"), else *start*."""
    if start == end or not _hangs_between(tokens, owner, start, start + 1):
        return start
    comma = start + 1
    while comma < end and owner[comma] == owner[start + 1]:
        comma += 1
    comma -= 1
    return comma if comma < end and tokens[comma].tag == "$," else start


def _behind_apposition(tokens: Sequence[Token], runs: Sequence[Run], chunk: Chunk, gap: str) -> bool:
    """Whether a list goes on behind an office with all that hangs on it ("Merz, der Berater von Tusk, und Macron")."""
    if gap != "&" or len(runs) < _PAIR or runs[-1].mark != "," or tokens[runs[-1].last].text != ",":
        return False
    named, office, head = runs[-2].chunks[0], runs[-1].chunks[0], runs[0].chunks[0]
    explains = named.holds in {"name", "named"} and office.holds == "noun" and not office.preposition
    fits = bool(likely_cases(office) & cases_of(chunk.cases)) and chunk.preposition in (None, head.preposition)
    return explains and fits and chunk.holds in NOMINAL


def _ends_comparison(tokens: Sequence[Token], head: Chunk, chunk: Chunk) -> bool:
    """Whether the comma ends an aside ("Vermittelt hatten, wie schon im Mai, Merz und Macron")."""
    if head.preposition is None or chunk.preposition is not None or is_place(tokens, chunk):
        return False
    comma = next((n for n in range(head.first - 1, 0, -1) if tokens[n].tag[0] in "$V"), 0)
    return tokens[comma].text == "," and tokens[comma + 1].text in words("clauses", "manner")


def _pronoun_and_name(tokens: Sequence[Token], found: Sequence[Chunk], place: int) -> bool:
    """Whether a pronoun stands in a list with a name ("er und Präsident Macron")."""
    head, behind = found[place], found[place + 1] if place + 1 < len(found) else None
    if behind is None or tokens[head.head].tag != "PPER" or behind.first != head.last + 1:
        return False
    joined = tokens[head.last].text.lower() in words("cases", "enumerating")
    return joined and behind.preposition is None and behind.holds in {"name", "named"}


def _ends_places(tokens: Sequence[Token], run: Run, chunk: Chunk, gap: str) -> bool:
    """Whether a list of places is over and a name explains others ("die Präsidenten von A und B, X und Y")."""
    place = run.mark == "&" and gap == "," and is_place(tokens, run.chunks[0])
    return place and chunk.holds == "name" and not is_place(tokens, chunk)


def _names_head(tokens: Sequence[Token], runs: Sequence[Run], chunk: Chunk) -> bool:
    """Whether a full name behind the genitive of an office, in a list, says who holds it."""
    held = runs[-1].chunks
    if chunk.holds != "name" or held[0].holds != "noun" or len(held) == 1 or held[0].preposition or held[0].genitive:
        return False
    somewhere = held[-1].preposition in words("cases", "locating")  # "empfing der Minister in Rom A und B"
    if somewhere or not is_given_name(tokens[chunk.first].text) or chunk.last - chunk.first == 1:
        return False
    behind = tokens[chunk.last].text.lower() if chunk.last < len(tokens) else ""
    return len(runs) > 1 or behind in words("cases", "enumerating")


def _may_join(tokens: Sequence[Token], head: Chunk, run: Run, chunk: Chunk, gap: str) -> bool:
    if chunk.holds not in NOMINAL or (chunk.preposition and chunk.preposition != head.preposition):
        return False
    if gap == "," and run.chunks[-1].preposition and is_place(tokens, run.chunks[-1]) and is_place(tokens, chunk):
        return run.chunks[-1] is run.chunks[0]  # "Mit Kollegen aus Polen, Italien und Malta" lists places.
    if gap == "," and _lists_owners_of_another(tokens, run.chunks, chunk):
        return False
    listed = affiliated(tokens, run.chunks) and _person(tokens, chunk)
    if gap == "," and (listed or not _goes_with_the_last(tokens, run, chunk)):
        return True
    return run.named(tokens) or _partner(tokens, run.chunks, chunk) is run.chunks[0]


def _goes_with_the_last(tokens: Sequence[Token], run: Run, chunk: Chunk) -> bool:
    """Whether a comma may go on with a phrase behind the first ("am Samstag mit Putin, Obama und Tusk")."""
    first = run.chunks[0]
    end = next((chunk for chunk in reversed(run.chunks) if not chunk.genitive), first)
    several = len(run.chunks) > 1 and not run.named(tokens)
    apart = first.holds != "noun" or is_time(tokens, first.head)
    fits = bool(likely_cases(end) & cases_of(chunk.cases))
    return several and bool(end.preposition) and not chunk.preposition and apart and fits


def _partner(tokens: Sequence[Token], chunks: Sequence[Chunk], behind: Chunk) -> Chunk:
    """
    Find the phrase that one behind a conjunction goes with: of its kind and case, and as near as may be.

    A time goes with a time only.
    """
    if affiliated(tokens, chunks) and _person(tokens, behind):
        return chunks[0]
    if _go_on_owning(tokens, chunks[-1], behind):
        return chunks[-1]  # "in Rom von Vertretern Israels und Syriens"
    body = _in_a_town(tokens, chunks, behind)
    if body is not None:
        return body
    best, most = chunks[-1], -1
    timed = is_time(tokens, behind.head)
    for nearness, chunk in enumerate(chunks):
        last = chunk is chunks[-1] and not (behind.holds == "named" and chunk.preposition in words("cases", "origins"))
        if not last and (is_time(tokens, chunk.head) != timed or _somewhere(tokens, chunk, behind)):
            continue
        alike = 2 if chunk.holds == behind.holds else int("named" in {chunk.holds, behind.holds})
        fits = bool(likely_cases(chunk) & cases_of(behind.cases)) and (
            not behind.preposition or chunk.preposition == behind.preposition
        )
        worth = 10 * fits + 2 * alike + 2 * nearness
        if worth >= most:
            best, most = chunk, worth
    return best


def _in_a_town(tokens: Sequence[Token], chunks: Sequence[Chunk], behind: Chunk) -> Chunk | None:
    """
    Give the body or person of whom the town before the conjunction only says where they are, whatever the day.

    So is "die Regierung" in "die Regierung in Rom und die EU", "Merz" in "Merz am Montag in Rom und Macron in Wien".
    """
    told = [chunk for chunk in chunks if not (chunk.preposition and is_time(tokens, chunk.head))]
    if len(told) < _PAIR or behind.preposition or not told[-1].preposition or not _town(tokens, told[-1]):
        return None
    body = told[-_PAIR]
    if body.holds in _PERSONS and _full(tokens, body):
        return body if _person(tokens, behind) else None
    named = behind.article or behind.holds == "named" or is_place(tokens, behind)
    fits = bool(likely_cases(body) & cases_of(behind.cases)) and body.holds == "noun" and told[-1] is chunks[-1]
    return body if fits and named and not (is_time(tokens, body.head) or _town(tokens, behind)) else None


def _town(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether a town or its building is named."""
    place = gazetteer().one(tokens[chunk.head].text)
    return place is not None and place.town is not None


def _owns(tokens: Sequence[Token], number: int) -> bool:
    """Whether a known name stands in the genitive."""
    name = tokens[number].text
    return name.endswith("s") and gazetteer().one(name.removesuffix("s")) is not None


def _go_on_owning(tokens: Sequence[Token], before: Chunk, behind: Chunk) -> bool:
    """Whether known names in the genitive go on with that of a noun ("Vertreter Israels, Syriens", "… und der USA")."""
    if not _owns(tokens, before.last - 1):
        return False
    article = behind.article and bool(behind.cases & agreement.GENITIVE) and is_place(tokens, behind)
    return _owns(tokens, behind.head) or (article and before.holds == "noun" and not behind.preposition)


def _lists_owners_of_another(tokens: Sequence[Token], chunks: Sequence[Chunk], behind: Chunk) -> bool:
    """Whether a list of states is that of a noun behind the first ("Treffen der Präsidenten Chinas, Katars …")."""
    if len(chunks) < _PAIR:
        return False
    end = chunks[-1]
    if not (end.genitive and is_place(tokens, end)):
        return _go_on_owning(tokens, end, behind)
    article = behind.article and bool(behind.cases & agreement.GENITIVE) and is_place(tokens, behind)
    return len(chunks) > _PAIR and (article or _owns(tokens, behind.head))


def affiliated(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> bool:
    """Whether a person is named with the body or place that he comes from ("Friedrich Merz von der CDU")."""
    if len(chunks) != _PAIR or chunks[1].preposition not in words("cases", "origins"):
        return False
    home = tokens[chunks[1].head]
    known = home.tag == "NE" or home.text[1:2].isupper() or gazetteer().one(home.text) is not None
    known = known or home.text.lower().endswith(tuple(words("cases", "homes")))
    return known and chunks[0].holds in {"name", "named"} and _full(tokens, chunks[0])


def _person(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether a phrase is a person's full name, with or without an office."""
    return chunk.holds in {"name", "named"} and not chunk.preposition and _full(tokens, chunk)


def _full(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether a phrase ends with given names and a family name."""
    return any(is_given_name(tokens[number].text) for number in range(chunk.first, chunk.head))


def _somewhere(tokens: Sequence[Token], chunk: Chunk, behind: Chunk) -> bool:
    """Whether a phrase says where something is, and one behind it names no place ("in Rom mit dem Rat und dem Amt")."""
    place = bool(chunk.preposition) and is_place(tokens, chunk)
    return place and not is_place(tokens, behind)


def likely_cases(chunk: Chunk) -> int:
    """The cases of a phrase by its words and its place: a direct one where it stands alone."""
    cases = cases_of(chunk.cases)
    if chunk.genitive:
        return cases & agreement.GENITIVE or cases
    if chunk.preposition:
        return cases & (agreement.DATIVE | agreement.ACCUSATIVE | agreement.GENITIVE) or cases
    return cases & (agreement.NOMINATIVE | agreement.ACCUSATIVE) or cases


def cases_of(mask: int) -> int:
    """The cases of the readings, whatever their number and gender."""
    return sum(
        case
        for case in (agreement.NOMINATIVE, agreement.GENITIVE, agreement.DATIVE, agreement.ACCUSATIVE)
        if mask & case
    )


@cache
def _second_halves() -> frozenset[str]:
    """What joins the second of two members to the first, behind a first half ("sowohl Merz als auch Macron")."""
    return frozenset(half.split()[0] for halves in load("clauses")["halves"].values() for half in halves)


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
    joins = bool(text) and (
        text[0] in words("cases", "enumerating") or (between[-len(text)].tag == "KON" and text[0] in _second_halves())
    )
    joins = joins or " ".join(text) in words("cases", "not_only_but")
    if joins and all(token.tag in {"KON", "ADV", "$,"} for token in between):
        return "&"
    return None


def is_place(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether a state or a body is named: within a list it is a member, and explains nobody before it."""
    if chunk.holds != "name":
        return False
    names = [token.text for token in tokens[chunk.first : chunk.last] if token.tag == "NE"]
    whole = gazetteer().longest(names, 0)
    return gazetteer().one(tokens[chunk.head].text) is not None or (whole is not None and whole[0] == len(names) > 1)
