"""Case, number and gender as sets of readings: one bit for each of case, number, gender together."""

import re
from functools import cache, lru_cache
from typing import Any

from aktenlage.resources.load import load

_CASES = "ngda"
_NUMBERS = "sp"
_GENDERS = "mfn"


def _bits(reading: str) -> int:
    case, number, gender = reading[0], reading[1], reading[2]
    return sum(
        1 << (_CASES.index(c) * 6 + _NUMBERS.index(n) * 3 + _GENDERS.index(g))
        for c in (_CASES if case == "x" else case)
        for n in (_NUMBERS if number == "x" else number)
        for g in (_GENDERS if gender == "x" else gender)
    )


ALL = _bits("xxx")
NOMINATIVE = _bits("nxx")
GENITIVE = _bits("gxx")
DATIVE = _bits("dxx")
ACCUSATIVE = _bits("axx")
SINGULAR = _bits("xsx")
PLURAL = _bits("xpx")
MASCULINE = _bits("xxm")
FEMININE = _bits("xxf")
NEUTER = _bits("xxn")
_SHORTEST_PART = 4
_ADJECTIVE_ENDING = re.compile(r"(?:e[nmrs]?)$")


@cache
def _forms(entry: str) -> dict[str, int]:
    data: dict[str, Any] = load("cases")[entry]
    return {form: _union(readings) for form, readings in data.items()}


def _union(readings: list[str]) -> int:
    mask = 0
    for reading in readings:
        mask |= _bits(reading)
    return mask


@lru_cache(maxsize=65536)
def of_determiner(word: str, tag: str) -> int:
    """Readings of an article or of what stands in its place; *word* in lower case."""
    if tag == "PRELAT":
        return ALL  # "dessen", "deren": a genitive that tells nothing of the case of its noun
    if tag == "ART":
        found = _forms("articles").get(word)
        if found is not None:
            return found
    ending = _ending("strong", word)
    if tag == "PPOSAT" or word[:4] in _negated():
        return ending & of_ein(word) if ending != ALL else _union(load("cases")["bare"])
    return ending


@cache
def _negated() -> frozenset[str]:
    return frozenset([load("clauses")["negated_determiner"]])


def of_ein(word: str) -> int:
    """Readings of what bends like the indefinite article."""
    return next((mask for form, mask in _forms("indefinite").items() if word.endswith(form)), ALL)


@lru_cache(maxsize=65536)
def of_adjective(word: str, *, behind_article: bool) -> int:
    """Readings of an adjective."""
    return _ending("weak" if behind_article else "strong", word)


@lru_cache(maxsize=65536)
def is_adjectival(word: str) -> bool:
    """Whether a noun bends like an adjective: "der Vorsitzende", "ein Abgeordneter"."""
    bare = _ADJECTIVE_ENDING.sub("", word.lower())
    return bare != word.lower() and bare.endswith(_adjectival())


@cache
def _adjectival() -> tuple[str, ...]:
    return tuple(load("cases")["adjectival_nouns"])


@cache
def of_pronoun(word: str) -> int:
    """Readings of a pronoun that stands alone."""
    found = _forms("pronouns").get(word)
    return found if found is not None else _ending("strong", word)


@lru_cache(maxsize=50_000)
def of_noun(word: str, lemma: str, *, behind_article: bool) -> int:
    """
    Readings of a noun, by its gender, its ending and how it differs from its lemma.

    Of a noun for a man the bare form may be the nominative alone ("der Präsident"), but not of a title without an
    article ("traf Präsident Macron").
    """
    form = _of_form(word, lemma)
    gender = gender_of(lemma)
    if word == lemma and behind_article and _is_weak(word, gender):
        return NOMINATIVE & SINGULAR & MASCULINE
    if gender == "f":
        # A feminine noun has one form in the singular and another in the plural.
        form &= FEMININE & SINGULAR if word == lemma else PLURAL
    elif gender is not None:
        form &= PLURAL | (MASCULINE if gender == "m" else NEUTER)
    return form or ALL


def _is_weak(word: str, gender: str | None) -> bool:
    """Whether it is such a noun, as its ending tells ("der Präsident", "der Russe")."""
    low = word.lower()
    return low.endswith(_weak()) if gender is None else gender == "m" and low.endswith((*_weak(), "e"))


@cache
def _weak() -> tuple[str, ...]:
    return tuple(load("nouns")["weak"])


@lru_cache(maxsize=50_000)
def gender_of(lemma: str) -> str | None:
    """Give the gender of a noun, of a compound that of its last part: m, f, n, or None where unknown."""
    known = _genders()
    if lemma in known:
        return known[lemma]
    for start in range(1, len(lemma) - _SHORTEST_PART + 1):
        gender = known.get(lemma[start:].capitalize())
        if gender is not None:
            return gender
    return None


@cache
def _genders() -> dict[str, str]:
    known = {noun: gender for gender in "fmn" for noun in load("nouns")[gender].split()}
    learned = {noun: gender for gender, nouns in load("genders").items() for noun in nouns.split()}
    return known | learned | dict.fromkeys(load("names")["feminine"], "f")


def _of_form(word: str, lemma: str) -> int:
    low = word.lower()
    for length in range(9, 2, -1):
        found = _forms("noun_endings").get(low[-length:])
        if found is not None and len(low) >= length:
            return found
    if word == lemma or not low.startswith(lemma.lower()):
        return ALL
    rest = low[len(lemma) :]
    if rest in {"s", "es"}:
        return GENITIVE & SINGULAR | PLURAL
    if rest in {"n", "en"}:
        return PLURAL | ALL & ~NOMINATIVE
    return PLURAL | DATIVE & SINGULAR if rest in {"e", "er"} else ALL


def _ending(entry: str, word: str) -> int:
    forms = _forms(entry)
    for length in (2, 1):
        found = forms.get(word[-length:])
        if found is not None:
            return found
    return ALL
