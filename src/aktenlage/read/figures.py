"""Numbers with what they count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from aktenlage.language.numbers import number_of, part_of, scale_of, some_of
from aktenlage.model.annotation import Figure, Time
from aktenlage.model.article import Span
from aktenlage.model.index import Index
from aktenlage.model.language import Analysis, Token
from aktenlage.model.reading import Reading
from aktenlage.read.wordlist import WordList
from aktenlage.resources.load import load

_BETWEEN_NUMBER_AND_NOUN = ("ADJA", "PIAT", "PIDAT", "ADV", "PTKNEG")
_FARTHEST_NOUN = 4
_LONGEST_VAGUE = 3
_SMALL = ("CARD", "ART", "PIS")  # tags of small numbers in words; other tags belong to words that sound like them
_FEW = 13  # number words below count as figures only with a unit or people


@dataclass(frozen=True, slots=True)
class _Number:
    """A number and the tokens it takes up, last exclusive."""

    value: float
    first: int
    last: int
    in_words: bool
    vague: bool = False


def read_figures(analysis: Analysis, reading: Reading) -> tuple[Figure, ...]:
    """Give the amounts of an article; dates, ages, times of day and numbers in names are none."""
    times: Index[Time] = Index(reading.times)
    return tuple(figure for sentence in analysis.sentences for figure in _in_sentence(sentence.tokens, times))


def _in_sentence(tokens: Sequence[Token], times: Index[Time]) -> Iterator[Figure]:
    at = 0
    while at < len(tokens):
        number = _number(tokens, at)
        if number is None or times.touching(tokens[number.first].start, tokens[number.last - 1].end):
            at += 1
            continue
        upper = _upper(tokens, number)
        last = upper or number
        figure = _figure(tokens, number, last)
        if figure is not None:
            yield figure
        at = last.last


def _number(tokens: Sequence[Token], at: int) -> _Number | None:
    token = tokens[at]
    if token.tag in ("NN", "PIAT", "ADJA", "PIS"):
        some = some_of(token.text)
        if some is not None and not (at and _joins(tokens[at - 1], token)):
            return _Number(some, at, at + 1, in_words=True, vague=True)
    value = number_of(token.text)
    share = _share(tokens, at, value)
    if share is not None or value is None:
        return share
    if value < _FEW and token.tag not in _SMALL and not token.text[0].isdigit():
        return None
    last = at + 1
    while last < len(tokens) and _thousands(tokens[last - 1], tokens[last]):
        value, last = value * 1000 + float(tokens[last].text), last + 1
    scaled = False
    while last < len(tokens) and (scale := scale_of(tokens[last].text)) is not None:
        value, last, scaled = value * scale, last + 1, True
    if token.tag == "ART" and not scaled:
        return None
    in_words = not token.text[0].isdigit() and not scaled
    return None if at and tokens[at - 1].lemma.lower() in _data().names else _Number(value, at, last, in_words)


def _joins(before: Token, token: Token) -> bool:
    return number_of(before.text) is not None and scale_of(token.text) is not None


def _share(tokens: Sequence[Token], at: int, count: float | None) -> _Number | None:
    whole = part_of(tokens[at].text) if tokens[at].tag == "NN" else None
    if whole is not None:
        return _Number(1 / whole, at, at + 1, in_words=False)
    if count is not None and at + 1 < len(tokens):
        whole = part_of(tokens[at + 1].text)
        if whole is not None:
            return _Number(count / whole, at, at + 2, in_words=False)
    return None


def _thousands(before: Token, token: Token) -> bool:
    """Whether two tokens are one number, written 34 273."""
    return (
        len(token.text) == 3
        and token.text.isdigit()
        and before.text.isdigit()
        and len(before.text) <= 3
        and token.start - before.end == 1
    )


def _upper(tokens: Sequence[Token], number: _Number) -> _Number | None:
    """Give the upper end of "20 bis 30" and "zwischen 20 und 30"."""
    data = _data()
    middle = number.last
    if middle + 1 >= len(tokens):
        return None
    word = tokens[middle].text.lower()
    between = number.first > 0 and tokens[number.first - 1].text.lower() == data.between
    if word in data.to or (between and word == data.and_):
        return _number(tokens, middle + 1)
    return None


def _figure(tokens: Sequence[Token], number: _Number, last: _Number) -> Figure | None:
    data = _data()
    unit, of, end = _unit(tokens, last.last, number.first)
    is_share = part_of(tokens[last.last - 1].text) is not None
    if is_share:
        unit, of = "fraction", _whole(tokens, last.last)
        end = of[1] if of else last.last
    if unit is None and of is None:
        return None
    if number.in_words and number.value < _FEW and unit is None:
        return None
    first, mod = _vagueness(tokens, number.first)
    if number.vague:
        mod = "more_than"
    ranged = last is not number
    low = number.value
    if ranged and scale_of(tokens[last.last - 1].text) and number.value < last.value / 1000:
        low = number.value * (scale_of(tokens[last.last - 1].text) or 1)
    if first == number.first and ranged and tokens[first - 1].text.lower() == data.between:
        first -= 1
    if number.first > 0 and unit in data.signs and tokens[number.first - 1].text in data.signs[unit]:
        first = min(first, number.first - 1)
    evidence = Span(tokens[first].start, tokens[max(end, last.last) - 1].end)
    return Figure(
        value=low,
        unit=unit,
        of=Span(tokens[of[0]].start, tokens[of[1] - 1].end) if of else None,
        mod=mod,
        upper=last.value if ranged else None,
        evidence=(evidence,),
    )


def _unit(tokens: Sequence[Token], at: int, first: int) -> tuple[str | None, tuple[int, int] | None, int]:
    """Give the unit, the tokens of what is counted, and where both end."""
    data = _data()
    if first > 0 and tokens[first - 1].text in data.prefixed:
        return data.prefixed[tokens[first - 1].text], None, at
    if at >= len(tokens):
        return None, None, at
    token = tokens[at]
    if at + 2 < len(tokens) and tokens[at + 1].text == "/":
        rate = f"{token.text}/{tokens[at + 2].text}".lower()
        units = data.units.values(rate, rate)
        if units:
            return units[0], None, at + 3
    units = data.units.values(token.text.lower(), token.lemma.lower())
    if units:
        of = _whole(tokens, at + 1)
        return units[0], of, of[1] if of else at + 1
    for number in range(at, min(at + _FARTHEST_NOUN, len(tokens))):
        token = tokens[number]
        words = token.text.lower(), token.lemma.lower()
        if token.tag in ("NN", "NE"):
            if data.ignored.values(*words):
                return None, None, at
            if data.units.values(*words):
                return data.units.values(*words)[0], (at, number + 1), number + 1
            people = "people" if data.people.values(*words) else None
            if token.tag == "NE" and people is None:
                return None, None, at
            return people, (at, number + 1), number + 1
        if token.tag not in _BETWEEN_NUMBER_AND_NOUN:
            return None, None, at
    return None, None, at


def _whole(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Give the genitive, or the phrase with "an", that says what there is so much of."""
    if at < len(tokens) and tokens[at].text.lower() in _data().of_substance:
        start = at + 1
    elif at < len(tokens) and tokens[at].tag in ("ART", "PPOSAT", "PDAT", "NN"):
        start = at
    else:
        return None
    for number in range(start, min(start + _FARTHEST_NOUN, len(tokens))):
        if tokens[number].tag in ("NN", "NE"):
            return start, number + 1
        if tokens[number].tag not in ("ART", "ADJA", "PPOSAT", "PDAT", "CARD"):
            return None
    return None


def _vagueness(tokens: Sequence[Token], first: int) -> tuple[int, str | None]:
    for length in range(_LONGEST_VAGUE, 0, -1):
        if first >= length:
            words = " ".join(token.text.lower() for token in tokens[first - length : first])
            mod = _data().vague.get(words)
            if mod is not None:
                return first - length, mod
    return first, None


class _Data:
    """The language data, made ready for looking up."""

    def __init__(self) -> None:
        data = load("figures")
        self.units = WordList((word, unit) for unit, words in data["units"].items() for word in words)
        self.people = WordList((word, True) for word in data["people"])
        self.ignored = WordList((word, True) for word in data["ignored"])
        self.vague = {word: mod for mod, words in data["vague"].items() for word in words}
        self.names = frozenset(data["names"])
        self.of_substance = frozenset(data["of_substance"])
        self.between = data["range"]["between"]
        self.to = frozenset(data["range"]["to"])
        self.and_ = data["range"]["and"]
        self.signs = {
            unit: frozenset(word for word in words if not word[0].isalnum()) for unit, words in data["units"].items()
        }
        self.prefixed = {sign: unit for unit, signs in self.signs.items() for sign in signs if sign in "€$£"}


@cache
def _data() -> _Data:
    return _Data()
