"""Words that point back: pronouns, "der 68-Jährige", "die beiden", "beide Politiker"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from aktenlage.model.candidate import Candidate, Form, RoleUse, Sex
from aktenlage.read.mentions.lexicon import people_of, role_of, word_lists, words
from aktenlage.read.mentions.row import Row
from aktenlage.read.mentions.told import read_owner, read_told
from aktenlage.resources.load import load

if TYPE_CHECKING:
    from aktenlage.model.annotation import ActorKind

_AGE = re.compile(r"(\d{2,3})-?(\w+)")


def read_reference(row: Row) -> Iterator[Candidate]:
    """Give the candidates that only the context can resolve."""
    for at, token in enumerate(row.tokens):
        low = token.text.lower()
        if low in words("pairs"):
            yield from _pair(row, at)
        elif low in numbers() and row.low(at - 1) in words("definite"):
            yield from _counted(row, at, numbers()[low])
        elif token.tag == "PPER":
            yield from _pronoun(row, at, low)
        elif token.tag == "PPOSAT":
            yield from read_owner(row, at)
        elif token.tag == "NN":
            yield from read_told(row, at)
        elif token.tag in ("PDS", "PIS") and not row.word(at + 1)[:1].isupper():
            yield from _latter(row, at, low)
        elif (
            token.text[0].isdigit()
            and (match := _AGE.fullmatch(token.text))
            and match[2].startswith(tuple(words("aged")))
        ):
            yield from _age(row, at, int(match[1]))


def _pronoun(row: Row, at: int, low: str) -> Iterator[Candidate]:
    if low in words("them") and not _polite(row, at):
        yield replace(row.candidate(at, at + 1, "pronoun", "several"), plural=True, subject=False)
        return
    for sex, subject in _forms(low):
        several = _several(row, at) if sex == "f" and subject else None
        if several is not None:
            yield several
            return
        if sex == "f" and subject and not row.singular(at):
            return
        candidate = row.candidate(at, at + 1, "pronoun", "pronoun")
        named = _named(row, at)
        yield replace(candidate, sex=sex, subject=subject, inquit=subject and _behind_speech(row, at), link=named)
        return


def _latter(row: Row, at: int, low: str) -> Iterator[Candidate]:
    """Read what points at whoever, or at what body, was named last; it is singular."""
    governed = at > 0 and row.tokens[at - 1].tag == "APPR"
    forms = word_lists("latter_behind" if governed else "latter")
    gender = next((gender for gender, listed in forms.items() if low in listed), None)
    candidate = row.candidate(at, at + 1, "pronoun", "latter")
    if gender == "m":
        yield replace(candidate, sex="m")
    elif gender is not None and (governed or (row.subject(at) and row.singular(at))):
        yield replace(candidate, sex="f" if gender == "f" else None)


def _several(row: Row, at: int) -> Candidate | None:
    """Read "sie" that may mean several: the subject of a plural verb, or to whom somebody else does something."""
    if _polite(row, at):
        return None
    if row.object(at):
        return replace(row.candidate(at, at + 1, "pronoun", "either"), sex="f")
    if row.subject(at) and not row.singular(at):
        return replace(row.candidate(at, at + 1, "pronoun", "several"), plural=True)
    return None


def _named(row: Row, at: int) -> int | None:
    """Give where the name begins that explains a pronoun: "er, Merz, …"."""
    atom = row.atoms.get(at + 2) if row.word(at + 1) == "," else None
    if atom is None or not atom.name or row.word(atom.last) not in words("close"):
        return None
    return row.tokens[at + 2].start


def _polite(row: Row, at: int) -> bool:
    """Whether "Sie" addresses someone, or may: inside a sentence, or in somebody's own words."""
    quoted = sum(word in words("opening_quotes") for word in row.texts[:at]) % 2
    within = at > 0 and row.texts[at - 1] not in words("sentence_openers")
    return (row.texts[at][0].isupper() and within) or bool(quoted)


def _forms(low: str) -> Iterator[tuple[Sex, bool]]:
    for sex in ("m", "f"):
        for case in ("subject", "object"):
            if low in word_lists("pronouns")[f"{sex}_{case}"]:
                yield ("m" if sex == "m" else "f"), case == "subject"


def _behind_speech(row: Row, at: int) -> bool:
    """Whether the pronoun stands right behind a verb that follows what is said: "…, sagte er"."""
    verb = row.tokens[at - 1].verb if at > 1 else None
    follows = verb is not None and verb.inflection == "finite" and not row.word(at - 2)[0].isalnum()
    return follows and not row.behind_adverbial(at)


def _age(row: Row, at: int, age: int) -> Iterator[Candidate]:
    article = row.low(at - 1)
    if article not in words("definite"):
        return
    feminine = article in words("feminine_articles") or (
        article in words("oblique_articles") and row.word(at)[-1] == "n"
    )
    candidate = row.candidate(at - 1, at + 1, "description", "age")
    yield replace(candidate, sex="f" if feminine else "m", age=age, subject=True)


def _pair(row: Row, at: int) -> Iterator[Candidate]:
    article = row.low(at) in words("pairs_after_article") and row.low(at - 1) in words("definite")
    first = at - 1 if article else at
    form: Form = "pair"
    role = None
    last = at + 1
    following = row.word(last)
    if following and adjective_like(row, last):
        last += 1
        following = row.word(last)
    if following[:1].isupper():
        if following in words("country_pairs"):
            form = "countries"
        elif following in words("state_pairs"):
            form = "states"
        else:
            role = role_of(following)
            people = people_of(following)
            if following not in words("pair_nouns") and not (role and role.plural) and not (people and people.plural):
                return
        last += 1
    candidate = row.candidate(first, last, "description", form)
    yield replace(candidate, plural=True, roles=(RoleUse(following, role.office, role.noun),) if role else ())


def _counted(row: Row, at: int, count: int) -> Iterator[Candidate]:
    """Read those whom a number and perhaps a noun mean ("die drei", "die vier Länder")."""
    last = at + 1
    noun = row.word(last)
    countries, bodies = noun in words("country_pairs"), noun in words("state_pairs")
    people = noun in words("pair_nouns") or ((role := role_of(noun)) is not None and role.plural)
    if countries or bodies or people:
        last += 1
    elif noun[:1].isupper() or adjective_like(row, last):
        return
    kind: ActorKind | None = "state" if countries else "organization" if bodies else "person" if people else None
    candidate = row.candidate(at - 1, last, "description", "counted")
    yield replace(candidate, plural=True, count=count, counted=kind)


@cache
def numbers() -> dict[str, int]:
    """Give the numbers that a list of names may have, by their words."""
    counted: dict[str, int] = load("mentions")["numbers"]
    return counted


def adjective_like(row: Row, at: int) -> bool:
    """Whether token number *at* is an attributive adjective."""
    return row.tokens[at].tag == "ADJA"
