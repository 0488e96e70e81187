"""Whether two names mean one person: a score and a reason."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from aktenlage.resources.load import load
from aktenlage.resources.spelling import family_first, name_key

# From this score on two names are taken for one person's.
SAME = 0.8
# From this ratio on two words look alike.
_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, from 0 to 1, and why."""

    score: float
    reason: str


_VOWELS = frozenset("aeiouy")
_APART = Likeness(0.0, "other names")


@lru_cache(maxsize=16384)
def compare_names(one: str, other: str) -> Likeness:
    """
    Compare two names of persons as printed.

    >>> compare_names("Rustem Umjerow", "Rustem Umerov").score
    0.98
    """
    if one == other:
        return Likeness(1.0, "same words")
    first, second = _parts(one), _parts(other)
    if not first or not second:
        return _APART
    if first == second:
        return Likeness(0.98, "one name in two spellings")
    family, givens = first[-1], first[:-1]
    other_family, other_givens = second[-1], second[:-1]
    if family == other_family:
        return _with_family(givens, other_givens)
    if givens and other_givens and _same_given(givens[0], other_givens[0]):
        alike = givens[0] == other_givens[0] or _skeleton(family) == _skeleton(other_family)
        if alike and one_slip(family, other_family) and _look_alike(one, other):
            return Likeness(0.85, "same given name, family names differ by one sign")
        if other_family in first[1:] or family in second[1:]:
            return Likeness(0.8, "same given name, one family name left out")
    if first == second[::-1]:
        return Likeness(0.9, "family name first")
    return _APART


def _look_alike(one: str, other: str) -> bool:
    """Whether the last words of two names differ little as printed, too: "Zollitsch" is not "Zoellick"."""
    last, other_last = (name.rsplit(maxsplit=1)[-1].lower() for name in (one, other))
    return SequenceMatcher(None, last, other_last, autojunk=False).ratio() >= _ALIKE


def _with_family(givens: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    if not givens or not other:
        return Likeness(0.7, "same family name, no given name on one side")
    if _same_given(givens[0], other[0]):
        return Likeness(0.95, "same family name, given names agree")
    if set(givens) <= set(other) or set(other) <= set(givens):
        return Likeness(0.85, "same family name, one given name shared")
    if givens[0][0] == other[0][0] and (len(givens[0]) == 1 or len(other[0]) == 1):
        return Likeness(0.9, "same family name, initial agrees")
    if one_slip(givens[0], other[0]) and len(givens[0]) > 4:
        return Likeness(0.85, "same family name, given names differ by one sign")
    return Likeness(0.1, "same family name, other given name")


def _parts(name: str) -> tuple[str, ...]:
    small = _small_words()
    words = name.split()
    if len(words) > 1 and words[0] in family_first():
        return (_given_key("".join(words[1:])), name_key(words[0]))
    pieces = [piece for part in words for piece in part.split("-") if piece]
    keys = [name_key(piece) for piece in pieces if piece.lower() not in small]
    return tuple(key for key in keys if key)


def _given_key(name: str) -> str:
    """Give the key of a whole given name: that of "Yi" is of one letter, but no initial."""
    key = name_key(name)
    return key if len(key) > 1 or len(name) == 1 else name.casefold()


def _same_given(one: str, other: str) -> bool:
    return one == other or other in _variants().get(one, ())


@lru_cache(maxsize=1)
def _variants() -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for group in load("name-variants")["given"]:
        keys = {name_key(name) for name in group}
        for key in keys:
            table.setdefault(key, set()).update(keys)
    return table


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return frozenset(load("name-variants")["left_out"])


def _skeleton(name: str) -> str:
    """Give the consonants of a name."""
    return "".join(sign for sign in name if sign not in _VOWELS)


def one_slip(one: str, other: str) -> bool:
    """Whether one sign is wrong, missing, too many, or two are swapped; short words do not count."""
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    return (
        one[at + 1 :] == other[at + 1 :]
        or one[at + 1 :] == other[at:]
        or one[at:] == other[at + 1 :]
        or (one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :])
    )
