"""Nouns that name a time."""

from collections.abc import Sequence
from functools import cache

from aktenlage.language.data import words
from aktenlage.model.language import Token


def is_time(tokens: Sequence[Token], head: int) -> bool:
    """Whether the head noun names a time."""
    lemma = tokens[head].lemma
    return lemma in words("cases", "time_nouns") or lemma.endswith(_time_endings())


@cache
def _time_endings() -> tuple[str, ...]:
    return tuple(words("cases", "time_endings"))
