"""Given names, and whose they are."""

from functools import cache, lru_cache
from typing import Literal

from aktenlage.resources.load import load

Sex = Literal["m", "f"]


@cache
def given_names() -> dict[str, Sex | None]:
    """Given names and the sex of those who bear them, None where both do."""
    data = load("given-names")
    names: dict[str, Sex | None] = dict.fromkeys(data["either"].split(), None)
    names |= dict.fromkeys(data["male"].split(), "m")
    names |= dict.fromkeys(data["female"].split(), "f")
    return names


@lru_cache(maxsize=65536)
def given_sex(word: str) -> tuple[bool, Sex | None]:
    """Whether *word* is a given name, also a double one, and whose."""
    names = given_names()
    if word in names:
        return True, names[word]
    first, dash, second = word.partition("-")
    if dash and first in names and second in names:
        return True, names[first]
    return False, None
