"""Names told from nouns where the words around them tell more than the tagger saw."""

from collections.abc import Sequence
from functools import cache

from aktenlage.language.data import words
from aktenlage.resources.load import load
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import name_key

_WITHIN = frozenset({",", ";", "/", "&"})
_BEFORE_NOUN = frozenset({"ART", "ADJA", "APPRART", "PPOSAT", "PIAT", "PDAT", "CARD", "KON", "$,", "APPR"})
_NUMERALS = frozenset("IVX")
# Characters of an initial with its full stop.
_INITIAL = 2
_MAY_BE_NAME = frozenset(
    {"NN", "FM", "XY", "ADJA", "ADJD", "VVFIN", "VVINF", "VVPP", "VVIMP", "ADV", "TRUNC", "CARD", "PTKVZ"}
)


def mark_names(spelled: Sequence[str], low: Sequence[str], lemmas: list[str], tags: list[str]) -> None:
    """Tag as names what follows a given name, small words between the two included, and no verb with a capital."""
    _unmark_verbs(spelled, lemmas, tags)
    number = 0
    while number < len(spelled):
        if is_given_name(spelled[number]) and (number == 0 or tags[number - 1] != "ART"):
            number = _mark_behind(spelled, low, lemmas, tags, number)
        elif spelled[number] in _with_particles():
            _mark_before(spelled, low, lemmas, tags, number)
        elif low[number] in words("names", "first_particles") and _is_no_verb(spelled, tags, number):
            _mark(spelled, lemmas, tags, range(number - 1, number + 2))
        number += 1


def _unmark_verbs(spelled: Sequence[str], lemmas: list[str], tags: list[str]) -> None:
    """Within a sentence, a word with a capital is no verb."""
    begun = False
    for number, word in enumerate(spelled):
        if tags[number][0] == "$":
            begun = begun and word in _WITHIN
            continue
        if begun and tags[number][0] == "V" and word[0].isupper() and word[1:].islower():
            tags[number] = "NN" if tags[number - 1] in _BEFORE_NOUN else "NE"
            lemmas[number] = word
        begun = True


def _mark_behind(spelled: Sequence[str], low: Sequence[str], lemmas: list[str], tags: list[str], first: int) -> int:
    """Mark the name that begins with this given name; give the number of its last word."""
    last = first
    place = first + 1
    while place < len(spelled):
        if _is_name_part(spelled[place], tags[place], lemmas[place]) or _is_family(spelled, tags, first, place):
            last = place
            if not is_given_name(spelled[place]) and not _is_initial(spelled[place]):
                break
        elif not (low[place] in words("names", "particles") and _small_before_name(spelled, low, place)):
            break
        place += 1
    if last == first:
        return first
    for number in range(first, last + 1):
        if tags[number] != "NE":
            tags[number] = "NE"
            lemmas[number] = _lemma(spelled[number], lemmas[number], last=number == last)
    return last


def _small_before_name(spelled: Sequence[str], low: Sequence[str], place: int) -> bool:
    """Whether small words from here on lead to a word with a capital."""
    if low[place] not in words("names", "first_particles") and low[place - 1] not in words("names", "particles"):
        return False
    behind = place + 1
    if behind < len(spelled) and low[behind] in words("names", "particles"):
        behind += 1
    return behind < len(spelled) and spelled[behind][0].isupper()


def _is_initial(word: str) -> bool:
    """Whether it is an initial, or the number of a ruler ("Leo XIV.")."""
    initial = len(word) == _INITIAL and word[0].isupper()
    return word[-1] == "." and len(word) > 1 and (initial or set(word[:-1]) <= _NUMERALS)


def _is_name_part(word: str, tag: str, lemma: str) -> bool:
    if tag == "NE" or _is_initial(word) or ("-" in word and is_given_name(word)):
        return True
    if tag not in _MAY_BE_NAME or not word[0].isupper() or not word.replace("-", "").isalpha():
        return False
    return tag != "NN" or word == lemma or not word.lower().startswith(lemma.lower())


def _is_family(spelled: Sequence[str], tags: Sequence[str], first: int, place: int) -> bool:
    """
    Whether what looks like an inflected noun is the family name right behind the first given name ("Olli Rehn").

    Behind what may be a family name itself it is a noun: "bot Mahmud Abbas Verhandlungen an".
    """
    word, given = spelled[place], spelled[place - 1]
    if place - 1 != first or tags[place] != "NN" or not (word[0].isupper() and word.replace("-", "").isalpha()):
        return False
    return not registry().family(name_key(given)) or bool(registry().family(name_key(word)))


def _lemma(word: str, lemma: str, *, last: bool) -> str:
    genitive = last and word == lemma + "s"
    return lemma if genitive else word


def _mark_before(spelled: Sequence[str], low: Sequence[str], lemmas: list[str], tags: list[str], number: int) -> None:
    small = _with_particles()[spelled[number]]
    first = number - len(small)
    if first < 0 or list(low[first:number]) != small:
        return
    _mark(spelled, lemmas, tags, range(first, number + 1))


def _is_no_verb(spelled: Sequence[str], tags: Sequence[str], number: int) -> bool:
    """Whether a verb by its form stands between two names ("Chalifa bin Zayed")."""
    inside = 0 < number < len(spelled) - 1 and tags[number][0] == "V"
    return inside and all(spelled[n][0].isupper() and tags[n] in {"NE", "NN", "FM"} for n in (number - 1, number + 1))


def _mark(spelled: Sequence[str], lemmas: list[str], tags: list[str], places: range) -> None:
    for place in places:
        tags[place] = "NE"
        lemmas[place] = spelled[place]


def is_given_name(word: str) -> bool:
    """Whether the word is a known given name, also a double one."""
    return word in _given() or ("-" in word and all(part in _given() for part in word.split("-")))


@cache
def _given() -> frozenset[str]:
    data = load("given-names")
    return frozenset(name for kind in ("male", "female", "either") for name in data[kind].split())


@cache
def _with_particles() -> dict[str, list[str]]:
    return dict(load("names")["with_particles"])
