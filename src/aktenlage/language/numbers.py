"""German numbers in words and digits: dreißig, zweihundertfünfzig, 3.000, 1,5."""

import re
from functools import cache, lru_cache
from typing import Any

from aktenlage.resources.load import load

_GROUPED = re.compile(r"\d{1,3}(?:[.\u202f\u00a0' ]\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d{1,15}(?:,\d{1,9})?")
_ENGLISH = re.compile(r"\d{1,3}\.\d{1,2}")
_LONGEST = 60


@lru_cache(maxsize=65536)
def number_of(word: str) -> float | None:
    """
    Give the value of a number in digits or words, or None.

    >>> number_of("1.200,5"), number_of("3.000")
    (1200.5, 3000.0)
    """
    if not word or len(word) > _LONGEST:
        return None
    if word[0].isdigit():
        return _digits(word)
    return _word(word.lower())


def scale_of(word: str) -> float | None:
    """Give what the word multiplies the number before it with."""
    value: float | None = _numerals()["scales"].get(word.lower())
    return value


def some_of(word: str) -> float | None:
    """Give the unit of which a plural without a number means several."""
    value: float | None = _numerals()["some"].get(word.lower())
    return value


def part_of(word: str) -> float | None:
    """Give into how many parts a whole is divided."""
    value: float | None = _numerals()["parts"].get(word.lower())
    return value


def _digits(word: str) -> float | None:
    if _GROUPED.fullmatch(word):
        return float(re.sub(r"[^\d,]", "", word).replace(",", "."))
    if _PLAIN.fullmatch(word):
        return float(word.replace(",", "."))
    return float(word) if _ENGLISH.fullmatch(word) else None


def _word(word: str) -> float | None:
    data = _numerals()
    if word in data["special"]:
        return float(data["special"][word])
    head, mark, rest = word.partition(data["thousand"])
    if mark:
        return _sum(_below_thousand(head) if head else 1.0, 1000, rest)
    return _below_thousand(word)


def _below_thousand(word: str) -> float | None:
    head, mark, rest = word.partition(_numerals()["hundred"])
    if mark:
        return _sum(_below_hundred(head) if head else 1.0, 100, rest)
    return _below_hundred(word)


def _sum(times: float | None, unit: int, rest: str) -> float | None:
    if times is None or times == 0:
        return None
    rest = rest.removeprefix(_numerals()["and"])
    more = _below_thousand(rest) if rest else 0.0
    return None if more is None or more >= unit else times * unit + more


def _below_hundred(word: str) -> float | None:
    data = _numerals()
    if word in data["ones"]:
        return float(data["ones"][word])
    if word in data["tens"]:
        return float(data["tens"][word])
    for tens, value in data["tens"].items():
        head = word.removesuffix(data["and"] + tens)
        if head != word:
            one = data["ones"].get(head)
            return float(value + one) if one is not None and 0 < one < 10 else None
    return None


@cache
def _numerals() -> Any:
    return load("numerals")
