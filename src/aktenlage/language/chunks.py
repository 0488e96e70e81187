"""Noun phrases without what hangs on them: article to head noun, with a preposition before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from aktenlage.language import agreement
from aktenlage.language.attributes import (
    ADVERBS,
    DETERMINERS,
    before_adjective,
    behind_modifiers,
    between_adjectives,
    two_articles,
)
from aktenlage.language.bounds import begins_another, genitive_name
from aktenlage.language.data import words
from aktenlage.language.names import is_given_name
from aktenlage.language.segments import FINITE, within_word
from aktenlage.language.timenouns import is_time
from aktenlage.model.language import Token
from aktenlage.resources.load import load

_STANDING_ALONE = frozenset({"PPER", "PRF", "PRELS", "PDS", "PIS", "PWS", "PPOSS"})
_THREE_WORDS = 3
# A year has so many digits.
_YEAR = 4
_NOUNS = frozenset({"NN", "NE", "FM"})
# No name in quotation marks has more words.
_LONGEST_NAME = 8
_QUOTES = frozenset("„“”\"'’‚‘»«›‹") | {"``", "''"}

Holds = Literal["noun", "name", "named", "pronoun"]


@dataclass(slots=True, eq=False)
class Chunk:
    """
    A base phrase; *last* is exclusive, *cases* the readings that its words allow.

    *holds*: a noun, a name, a noun with the name that it goes with, or a pronoun.
    """

    first: int
    last: int
    head: int
    holds: Holds
    cases: int
    preposition: str | None = None
    genitive: bool = False
    article: bool = False


def chunks(tokens: Sequence[Token]) -> list[Chunk]:
    """Give the base phrases of a sentence in order; a genitive stands behind the phrase that it hangs on."""
    found: list[Chunk] = []
    place = 0
    end = len(tokens)
    while place < end:
        chunk = _chunk(tokens, place, end)
        if chunk is None:
            place += 1
            continue
        if chunk.last < end and tokens[chunk.last].tag == "APPO" and chunk.preposition is None:
            chunk.preposition = tokens[chunk.last].lemma
            chunk.last += 1
        if _says_when(tokens, chunk) or (chunk.last < end and _is_measure(tokens, chunk)):
            chunk.cases = agreement.ACCUSATIVE
        if chunk.first > 0 and tokens[chunk.first - 1].text in _QUOTES and _opened(tokens, chunk.first, chunk.last):
            chunk.first -= 1
        found.append(chunk)
        place = chunk.last
    for before, chunk in pairwise(found):
        _mark_genitive(tokens, before, chunk)
    for chunk, before in pairwise(reversed(found)):
        if _shares_noun(tokens, before, chunk):
            before.holds = "noun"
    return found


def _shares_noun(tokens: Sequence[Token], before: Chunk, chunk: Chunk) -> bool:
    """Whether the noun of the next phrase is this one's too: "der deutsche und der französische Außenminister"."""
    article = before.head - 1
    return (
        before.holds == "pronoun"
        and chunk.holds != "pronoun"
        and chunk.preposition is None
        and chunk.first == before.last + 1
        and tokens[before.last].tag in {"KON", "$,"}
        and article >= before.first
        and tokens[article].tag == tokens[chunk.first].tag == "ART"
        and tokens[before.head].tag == tokens[chunk.first + 1].tag == "ADJA"
    )


def _says_when(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether a time without an article says when ("Anfang März", "Letzte Woche"), so that it is no subject."""
    first = tokens[chunk.first]
    if chunk.preposition is not None or first.tag in DETERMINERS or not is_time(tokens, chunk.head):
        return False
    edge = first.lemma in words("cases", "edges_of_times") and chunk.last - chunk.first > 1
    return edge or (first.tag == "ADJA" and first.text.lower() in words("cases", "nearby"))


def _is_measure(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether a time says for how long, or how long before or after ("sechs Stunden lang", "zwei Tage nach")."""
    if chunk.preposition is not None or not is_time(tokens, chunk.head):
        return False
    behind = tokens[chunk.last].text
    counted = tokens[chunk.first].tag == "CARD" and behind in words("cases", "before_or_after")
    return counted or behind in words("cases", "lasting")


def _mark_genitive(tokens: Sequence[Token], before: Chunk, chunk: Chunk) -> None:
    if before.last != chunk.first or chunk.preposition or not chunk.cases & agreement.GENITIVE:
        return
    if before.holds in {"pronoun", "name"} or is_time(tokens, before.head):
        chunk.genitive = before.holds == "name" and not chunk.cases & ~agreement.GENITIVE
        return
    if chunk.holds == "name" and not chunk.article:
        chunk.genitive = genitive_name(tokens, chunk.last - 1) and before.holds == "noun"
    elif chunk.article or chunk.cases == chunk.cases & agreement.GENITIVE:
        chunk.genitive = chunk.holds != "pronoun" and (
            tokens[chunk.first].tag == "ART" or not chunk.cases & agreement.NOMINATIVE
        )


def _chunk(tokens: Sequence[Token], start: int, end: int) -> Chunk | None:
    place = start
    preposition: str | None = None
    tag = tokens[place].tag
    if tag in {"APPR", "APPRART", "KOKOM"}:
        several = _several_words(tokens, place, end)
        preposition = tokens[place].lemma if several is None else several
        place += 1 if several is None else _THREE_WORDS
        if place < end and tokens[place].tag in {"APPR", "APPRART"}:
            preposition = tokens[place].lemma
            place += 1
        while place < end and (tokens[place].tag in {"ADV", "PTKA"} or tokens[place].text in _QUOTES):
            place += 1
        if _is_adverb_of_time(tokens, place, end):
            return Chunk(start, place, place - 1, "pronoun", agreement.ALL, preposition)
        if place >= end:
            return None
        tag = tokens[place].tag
    elif (tag == "CARD" and _is_year(tokens, place, end)) or (
        tag not in _NOUNS
        and tag not in DETERMINERS
        and tag not in _STANDING_ALONE
        and tag not in {"ADJA", "CARD", "TRUNC"}
    ):
        return None
    if tag in _STANDING_ALONE and not _goes_on(tokens, place, end):
        return Chunk(start, place + 1, place, "pronoun", agreement.of_pronoun(tokens[place].text.lower()), preposition)
    return _nominal(tokens, start, place, end, preposition)


def _is_adverb_of_time(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether an adverb of time before *place* is all that the preposition governs ("seit gestern")."""
    adverb = tokens[place - 1].text.lower() in words("cases", "time_adverbs")
    return adverb and not (place < end and is_time(tokens, place))


def _several_words(tokens: Sequence[Token], place: int, end: int) -> str | None:
    """Give the preposition that says what the three words here do ("im Anschluss an" means "nach")."""
    if place + _THREE_WORDS >= end or tokens[place].tag != "APPRART":
        return None
    said = " ".join(token.text.lower() for token in tokens[place : place + _THREE_WORDS])
    found: str | None = load("cases")["compound_prepositions"].get(said)
    return found


def _is_year(tokens: Sequence[Token], place: int, end: int) -> bool:
    word = tokens[place].text
    return len(word) == 4 and word.isdigit() and (place + 1 >= end or tokens[place + 1].tag not in {"NN", "ADJA"})


def _goes_on(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether a pronoun goes with a noun after all: a wrongly tagged article."""
    if tokens[place].tag not in {"PIS", "PDS"} or place + 1 >= end:
        return False
    next_to_it = tokens[place + 1].tag in {"NN", "ADJA"} and tokens[place].text[-1] in "enrms"
    return next_to_it or _before_attribute(tokens, place, end)


def _before_attribute(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether an adjective with all that belongs to it stands before a noun ("sagte das in … geplante Treffen ab")."""
    closing = behind_modifiers(tokens, place + 1, end) if tokens[place].tag == "PDS" else None
    if closing is None:
        return False
    article = agreement.of_determiner(tokens[place].text.lower(), "ART")
    return bool(article & agreement.of_adjective(tokens[closing].text.lower(), behind_article=True))


def _nominal(tokens: Sequence[Token], start: int, place: int, end: int, preposition: str | None) -> Chunk | None:
    cases = agreement.ALL
    article = False
    while place < end and (tokens[place].tag in DETERMINERS or tokens[place].tag in {"PIS", "PDS"}):
        token = tokens[place]
        if article and two_articles(tokens, place):
            break
        cases = cases & agreement.of_determiner(token.text.lower(), token.tag) or cases
        article = True
        place += 1
    if start < place or preposition:
        jumped = behind_modifiers(tokens, place, end)
        if jumped is not None:
            place = jumped
    strong = not article
    while place < end:
        tag = tokens[place].tag
        if tag == "ADJA":
            cases = cases & agreement.of_adjective(tokens[place].text.lower(), behind_article=not strong) or cases
        elif not (
            tag in {"CARD", "PIAT", "TRUNC"}
            or tokens[place].text in _QUOTES
            or (tokens[place].text in "()" and within_word(tokens, place))
            or (tag in ADVERBS and before_adjective(tokens, place, end))
            or (tag in {"KON", "$,"} and between_adjectives(tokens, place, end))
        ):
            break
        place += 1
    return _with_nouns(tokens, start, place, end, preposition, cases, article=article)


def _with_nouns(
    tokens: Sequence[Token], start: int, place: int, end: int, preposition: str | None, cases: int, *, article: bool
) -> Chunk | None:
    first_noun = place
    nouns: list[int] = []
    while place < end:
        token = tokens[place]
        if token.tag in _NOUNS or (nouns and _is_its_number(tokens, nouns[-1], place)):
            if nouns and begins_another(tokens, preposition, nouns, place):
                break
            nouns.append(place)
        elif len(nouns) == 1 and genitive_name(tokens, nouns[0]) and before_adjective(tokens, place, end):
            if token.tag == "ADJA":
                cases = agreement.of_adjective(token.text.lower(), behind_article=False)
        elif nouns and token.text in _QUOTES and (quoted := _in_quotes(tokens, nouns[-1], place, end)):
            place = quoted
        else:
            break
        place += 1
    if not nouns:
        return _headless(tokens, start, place, preposition, cases)
    nominal = [number for number in nouns if tokens[number].tag in _NOUNS]
    names = [number for number in nominal if tokens[number].tag in {"NE", "FM"}]
    last = place
    while last < end and tokens[last].text in _QUOTES and _opened(tokens, start, last):
        last += 1
    if len(names) == len(nominal):
        shortened = any(tokens[number].tag == "TRUNC" for number in range(start, first_noun))
        allowed = _name_cases(tokens[names[-1]], cases, article=article, two=shortened)
        return Chunk(start, last, names[-1], "name", allowed, preposition, article=article)
    commons = [number for number in nominal if tokens[number].tag == "NN"]
    noun = commons[0] if not names or names[0] > commons[0] else commons[-1]
    counts = words("cases", "counting_nouns") | words("cases", "durations")
    if noun == commons[0] and len(commons) > 1 and tokens[noun].lemma in counts:
        noun = commons[1]
    word = tokens[noun].text
    bent = (
        agreement.of_adjective(word.lower(), behind_article=article)
        if agreement.is_adjectival(word)
        else agreement.of_noun(word, tokens[noun].lemma, behind_article=article)
    )
    allowed = cases & bent or cases
    if names and names[-1] > noun and (not genitive_name(tokens, names[-1]) or _bears(tokens, noun, names)):
        return Chunk(start, last, names[-1], "named", allowed, preposition, article=article)
    return Chunk(
        start,
        last,
        noun,
        "noun",
        allowed,
        preposition,
        article=article or first_noun > start + (preposition is not None),
    )


def _name_cases(token: Token, cases: int, *, article: bool, two: bool) -> int:
    """
    Narrow the readings of a phrase whose head is a name: without an article it is singular.

    "USA" is plural, and so are *two* that share a part ("Nord- und Südkorea").
    """
    plural = two or token.text in words("cases", "plural_names")
    if plural or not article:
        cases = cases & (agreement.PLURAL if plural else agreement.SINGULAR) or cases
    if article and agreement.gender_of(token.lemma) == "f":
        cases = cases & agreement.FEMININE or cases
    return cases


def _quoted_name(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether a name in quotation marks begins here: "vom Typ „Komet“"."""
    if place + 2 >= end or tokens[place].end == tokens[place - 1].end:
        return False
    if tokens[place + 1].tag == "NE":
        return True
    return tokens[place + 1].tag == "NN" and tokens[place + 2].text in _QUOTES


def _in_quotes(tokens: Sequence[Token], noun: int, place: int, end: int) -> int | None:
    """Give where the name ends that begins behind quotation marks here: at the marks, or at those that close it."""
    return place if _quoted_name(tokens, place, end) else _name_of_body(tokens, noun, place, end)


def _name_of_body(tokens: Sequence[Token], noun: int, place: int, end: int) -> int | None:
    """Give where a body's name of several words in quotation marks ends: "von der Initiative „Grüne Stadt“"."""
    body = noun == place - 1 and tokens[noun].text.lower().endswith(tuple(words("cases", "homes")))
    if not body or tokens[place].end == tokens[noun].end:
        return None
    reach = range(place + _THREE_WORDS, min(place + _LONGEST_NAME, end))
    closing = next((number for number in reach if tokens[number].text in _QUOTES), None)
    if closing is None or not tokens[place + 1].text[0].isupper() or tokens[closing - 1].tag not in _NOUNS:
        return None
    return None if any(token.tag in FINITE for token in tokens[place + 1 : closing]) else closing


def _opened(tokens: Sequence[Token], start: int, place: int) -> bool:
    return sum(tokens[number].text in _QUOTES for number in range(start, place)) % 2 == 1


def _bears(tokens: Sequence[Token], noun: int, names: Sequence[int]) -> bool:
    """Whether a full name that ends like a genitive is that of the title's bearer ("der General Hassan Idris")."""
    full = len(names) > 1 and is_given_name(tokens[names[0]].text)
    return full and tokens[noun].text.lower().endswith(tuple(words("cases", "titles_of_bearers")))


def _is_its_number(tokens: Sequence[Token], noun: int, place: int) -> bool:
    """Whether a number behind a noun is the noun's ("Kapitel drei"), and not that of the next ("Woche drei Tage")."""
    counts = place + 1 < len(tokens) and tokens[place + 1].tag == "NN"
    if not tokens[place].text.isalpha():  # "am Mittwoch 15 Staaten"
        behind_a_day = is_time(tokens, noun) and len(tokens[place].text) < _YEAR
        counts = counts and behind_a_day and not is_time(tokens, place + 1)
    return tokens[place].tag in {"CARD", "XY"} and tokens[noun].tag == "NN" and not counts


def _headless(tokens: Sequence[Token], start: int, place: int, preposition: str | None, cases: int) -> Chunk | None:
    """A phrase without a noun: "die beiden", "der Zweite", a number."""
    if place == start + (preposition is not None):
        return None
    head = place - 1
    while head > start and tokens[head].text in _QUOTES:
        head -= 1
    if tokens[head].tag not in {"ADJA", "PIAT", "CARD", "PIS", "PDS", "ART", "PDAT"}:
        return None
    return Chunk(start, place, head, "pronoun", cases, preposition)
