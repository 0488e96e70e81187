"""One key for the many spellings of a name."""

import re
import unicodedata
from functools import cache, lru_cache

from aktenlage.resources.load import load

_REPEATED = re.compile(r"(.)\1+")
_FINAL = re.compile(r"(?<=.{2})ff$")
_NOT_LETTER = re.compile(r"[^\w]+|_")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """
    Give the key of one word of a name; spellings of the same name share it.

    >>> name_key("Selenskyj") == name_key("Zelensky")
    True
    """
    word = _NOT_LETTER.sub("", without_accents(name.casefold().translate(_letters())))
    word = _FINAL.sub("v", word)
    rules = load("spelling")
    for old, new in rules["initial"]:
        word = new + word.removeprefix(old) if word.startswith(old) else word
    for old, new in rules["final"]:
        word = word.removesuffix(old) + new if word.endswith(old) and len(word) > len(old) + 2 else word
    for old, new in rules["transcription"]:
        word = word.replace(old, new)
    word = _REPEATED.sub(r"\1", word)
    for old, new in rules["softening"]:
        word = word.replace(old, new)
    return _REPEATED.sub(r"\1", word)


@lru_cache(maxsize=65536)
def near_keys(key: str) -> frozenset[str]:
    """
    Give *key* and what is left of it without one sign; two keys that differ by one slip share one of these.

    >>> bool(near_keys("kuser") & near_keys("kusner"))
    True
    """
    return frozenset({key, *(key[:at] + key[at + 1 :] for at in range(len(key)))})


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """
    Give the id of a name: lower-case letters of the alphabet and hyphens.

    >>> slug("Ursula von der Leyen")
    'ursula-von-der-leyen'
    """
    word = name.casefold().translate(_letters())
    word = word.translate(str.maketrans(load("spelling")["umlauts"]))
    return re.sub(r"[^a-z0-9]+", "-", without_accents(word)).strip("-") or "unnamed"


@cache
def family_first() -> frozenset[str]:
    """Family names that stand before the given name."""
    return frozenset(load("given-names")["family_first"].split())


def without_accents(word: str) -> str:
    """
    Leave the bare letters of a word.

    >>> without_accents("Škoda")
    'Skoda'
    """
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(load("spelling")["letters"])
