"""What a verb form can be: finiteness, tense, moods, person and number, from conjugation tables."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

import ablaut

from aktenlage.language.data import words
from aktenlage.model.language import Inflection, Mood, VerbForm
from aktenlage.resources.load import load

Number = Literal["singular", "plural"]
_INFLECTIONS: dict[str, Inflection] = {
    "FIN": "finite",
    "IMP": "imperative",
    "INF": "infinitive",
    "IZU": "zu_infinitive",
    "PP": "participle",
}
_SHARP_S = chr(0xDF)
_TABLES: tuple[tuple[str, Literal["present", "past"], Mood], ...] = (
    ("present", "present", "indicative"),
    ("preterite", "past", "indicative"),
    ("konjunktiv1", "present", "subjunctive_1"),
    ("konjunktiv2", "past", "subjunctive_2"),
)


class _Reading(NamedTuple):
    tense: Literal["present", "past"]
    mood: Mood
    person: int
    number: Number


@lru_cache(maxsize=100_000)
def verb_form(word: str, lemma: str, tag: str) -> VerbForm | None:
    """Read the form of a verb with this STTS tag; None for what is no verb."""
    if tag[0] != "V":
        return None
    inflection = _INFLECTIONS.get(tag[2:])
    if inflection != "finite":
        return VerbForm(inflection) if inflection else None
    form = _folded(word.lower())
    readings = _table(lemma).get(form)
    return _form_of(readings) if readings else _guess(form)


@lru_cache(maxsize=50_000)
def can_be_finite(word: str, lemma: str) -> bool:
    """Whether the word is a finite form of the verb."""
    return _folded(word) in _table(lemma)


@lru_cache(maxsize=20_000)
def participle_of(lemma: str) -> str | None:
    """Give the past participle of the verb; None for what is no verb."""
    try:
        participle: str | None = ablaut.conjugate(lemma, "de").past_participle
    except ValueError:
        return None
    return participle


@lru_cache(maxsize=20_000)
def takes_be(lemma: str) -> bool:
    """Whether the verb forms its perfect with the verb of being."""
    if lemma in words("verbs", "perfect_with_be"):
        return True
    try:
        return bool(ablaut.conjugate(lemma, "de").auxiliary == next(iter(words("verbs", "being"))))
    except ValueError:
        return False


def _form_of(readings: list[_Reading]) -> VerbForm:
    moods = list(dict.fromkeys(reading.mood for reading in readings))
    if (
        moods[0] == "indicative"
        and "subjunctive_1" in moods
        and {r.person for r in readings if r.mood == moods[0]} == {1}
    ):
        # The first person singular is rare in reporting: "er habe", not "ich habe".
        plural = any(r.number == "plural" for r in readings)
        if not plural:
            moods.remove("subjunctive_1")
            moods.insert(0, "subjunctive_1")
    likeliest = [reading for reading in readings if reading.mood == moods[0]]
    others = [reading for reading in readings if reading.mood != moods[0]]
    return VerbForm(
        "finite",
        likeliest[0].tense,
        tuple(moods),
        tuple(dict.fromkeys(reading.person for reading in [*likeliest, *others])),
        tuple(dict.fromkeys(reading.number for reading in [*likeliest, *others])),
    )


@lru_cache(maxsize=20_000)
def _table(lemma: str) -> dict[str, list[_Reading]]:
    table: dict[str, list[_Reading]] = {}
    for form, reading in _conjugation(lemma):
        table.setdefault(form, []).append(reading)
    return table


def _conjugation(lemma: str) -> Iterator[tuple[str, _Reading]]:
    try:
        conjugation = ablaut.conjugate(lemma, "de")
    except ValueError:
        return
    for name, tense, mood in _TABLES:
        for place, form in enumerate(getattr(conjugation, name)):
            if form is None:
                continue
            verb, _, prefix = form.partition(" ")
            reading = _Reading(tense, mood, place % 3 + 1, "plural" if place > 2 else "singular")
            yield _folded(prefix + verb), reading


def _guess(form: str) -> VerbForm:
    for entry in _endings():
        if form.endswith(entry["ending"]):
            fixed = (entry["tense"], *(tuple(entry[key]) for key in ("moods", "persons", "numbers")))
            return VerbForm("finite", *fixed)
    return VerbForm("finite", "past", ("indicative",), (1, 3), ("singular",))


def _folded(form: str) -> str:
    """Give one spelling for old and new, German and Swiss use of sharp s."""
    return form.replace(_SHARP_S, "ss")


@cache
def _endings() -> list[dict[str, Any]]:
    return list(load("verbs")["endings"])
