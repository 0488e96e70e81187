"""Signs of a clause's words, and the weights learned for signs by ``scripts/train_signs.py``."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise

from aktenlage.model.language import Token
from aktenlage.resources.load import packed_lines

# The sign that every clause shows.
ALWAYS = "always"
# Parts of words, in code points: what they begin with and end in tells compounds and inflected forms apart.
_BEGINNINGS = (5, 7)
_ENDING = 6


def word_signs(tokens: Sequence[Token]) -> Iterator[str]:
    """Give the signs of the words among *tokens*: themselves, their parts and pairs."""
    words = [token.text.lower() for token in tokens if token.text[0].isalpha()]
    for word in words:
        yield from _signs_of(word)
    yield from (f"pair {one} {other}" for one, other in pairwise(words))


@lru_cache(maxsize=65536)
def _signs_of(word: str) -> tuple[str, ...]:
    if len(word) <= _BEGINNINGS[0]:
        return (f"word {word}",)
    return (f"word {word}", *(f"begins {word[:length]}" for length in _BEGINNINGS), f"ends {word[-_ENDING:]}")


@cache
def weights(folder: str) -> Mapping[str, tuple[int, ...]]:
    """
    Give the weights of the signs that a *folder* of the German resources holds, one for each outcome.

    They are log odds against none of the outcomes, in hundredths: sums of whole numbers do not hang on their order.
    """
    rows = (line.split("\t") for line in packed_lines(f"{folder}/signs"))
    return {sign: tuple(map(int, numbers)) for sign, *numbers in rows}


def odds(folder: str, shown: AbstractSet[str]) -> list[int]:
    """Give the log odds of each outcome, in hundredths, for a clause that shows these signs besides the one of all."""
    known = weights(folder)
    rows = [known[ALWAYS], *(known[sign] for sign in known.keys() & shown)]
    return [sum(column) for column in zip(*rows, strict=True)]
