"""What the language data say of delegations."""

from functools import cache, lru_cache
from typing import Any

from aktenlage.resources.load import load


def delegation_words() -> dict[str, Any]:
    """Give the words that tell delegations."""
    words: dict[str, Any] = load("delegations")
    return words


@lru_cache(maxsize=4096)
def is_delegation(word: str) -> bool:
    """Whether *word* is a noun for a delegation, itself or as the last part of a compound."""
    return len(word) < 60 and word.lower().endswith(_nouns())


@cache
def _nouns() -> tuple[str, ...]:
    nouns = delegation_words()["nouns"]
    return tuple(noun.lower() + ending for noun in nouns["words"] for ending in nouns["endings"])
