"""What the language data say of delegations."""

from functools import cache, lru_cache
from typing import Any, Literal

from aktenlage.resources.load import load


def delegation_words() -> dict[str, Any]:
    """Give the words that tell delegations."""
    words: dict[str, Any] = load("delegations")
    return words


@lru_cache(maxsize=65536)
def is_delegation(word: str) -> bool:
    """Whether *word* is a noun for a delegation, itself or as the last part of a compound."""
    return len(word) < 60 and word.lower().endswith(_nouns())


@cache
def _nouns() -> tuple[str, ...]:
    nouns = delegation_words()["nouns"]
    return tuple(noun.lower() + ending for noun in nouns["words"] for ending in nouns["endings"])


@lru_cache(maxsize=65536)
def is_led(word: str) -> bool:
    """Whether *word* is a noun that stands for a delegation where somebody leads it."""
    small = word.lower()
    inquiry = small.startswith(tuple(delegation_words()["not_led"]))
    return len(word) < 60 and small.endswith(_led()) and not inquiry


@cache
def _led() -> tuple[str, ...]:
    return tuple(noun.lower() for noun in delegation_words()["led"])


@cache
def word_set(entry: str, group: str) -> frozenset[str]:
    """Give one list of an entry, to look words up in."""
    return frozenset(delegation_words()[entry][group])


@lru_cache(maxsize=65536)
def kind_of(word: str) -> Literal["delegation", "led", "envoys"] | None:
    """Tell which of the nouns for a delegation *word* is, if any."""
    if is_delegation(word):
        return "delegation"
    if is_led(word):
        return "led"
    return "envoys" if word.lower() in delegation_words()["envoys"] else None
