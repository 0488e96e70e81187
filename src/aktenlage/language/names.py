"""Names told from nouns where the words around them tell more than the tagger saw."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from aktenlage.language.data import words
from aktenlage.language.tagger import tagger
from aktenlage.model.language import Token
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.load import load
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import name_key

_WITHIN = frozenset({",", ";", "/", "&"})
_BEFORE_NOUN = frozenset({"ART", "ADJA", "APPRART", "PPOSAT", "PIAT", "PDAT", "CARD", "KON", "$,", "APPR"})
_DETERMINERS = frozenset({"ART", "ADJA", "APPRART", "PPOSAT", "PIAT", "PDAT", "CARD"})
_SHORTEST_FAMILY = 3
_NUMERALS = frozenset("IVX")
# Characters of an initial with its full stop.
_INITIAL = 2
_MAY_BE_NAME = frozenset(
    {"NN", "FM", "XY", "ADJA", "ADJD", "VVFIN", "VVINF", "VVPP", "VVIMP", "ADV", "TRUNC", "CARD", "PTKVZ"}
)


def mark_names(
    spelled: Sequence[str], low: Sequence[str], lemmas: list[str], tags: list[str], families: Collection[str] = ()
) -> None:
    """
    Tag as names what follows a given name, small words between the two included, and no verb with a capital.

    So are known family names, and those in *families*, which stood behind given names before.
    """
    _unmark_verbs(spelled, lemmas, tags)
    for number, word in enumerate(spelled):
        if tags[number] != "NE" and _is_family_alone(word, tags[number - 1] if number else "$.", families):
            tags[number], lemmas[number] = "NE", _bare_family(word, families)
    number = 0
    while number < len(spelled):
        if (behind := whole_name(spelled, number)) > number:
            _mark_whole(spelled, lemmas, tags, range(number, behind))
            number = behind - 1
        elif (behind := _behind_town(spelled, low, number)) > number:
            _mark(spelled, lemmas, tags, [place for place in range(number, behind) if tags[place] != "NE"])
            number = behind - 1
        elif is_given_name(spelled[number]) and (number == 0 or tags[number - 1] != "ART"):
            number = _mark_behind(spelled, low, lemmas, tags, number)
        elif spelled[number] in _with_particles():
            _mark_before(spelled, low, lemmas, tags, number)
        elif low[number] in words("names", "first_particles") and _is_no_verb(spelled, tags, number):
            _mark(spelled, lemmas, tags, range(number - 1, number + 2))
        if tags[number] == "NE" and spelled[number][-1] == "s":
            lemmas[number] = _lemma_of_family(spelled[number], lemmas[number], families)
        number += 1


def _behind_town(spelled: Sequence[str], low: Sequence[str], number: int) -> int:
    """
    Give the number of the word behind a town that one is in, goes to or comes from, *number* where there is none.

    A town may bear a given name ("in Victoria Gespräche führen"), but not before a known family name.
    """
    if not number or low[number - 1] not in words("names", "before_towns"):
        return number
    behind, town = gazetteer().longest(spelled, number) or (number, None)
    if town is None or not town.is_town:
        return number
    named = behind < len(spelled) and is_given_name(spelled[number]) and registry().family(name_key(spelled[behind]))
    return number if named else behind


def _lemma_of_family(word: str, lemma: str, families: Collection[str]) -> str:
    """Give the lemma of a name that ends in s: of a known family name itself, or what it is the genitive of."""
    return word if _ends_in_s(word) else lemma if lemma != word else _bare_family(word, families)


def _bare_family(word: str, families: Collection[str]) -> str:
    """Take the ending of the genitive off a family name."""
    known = registry().family
    whole = word in families or known(name_key(word))
    bare = word[:-1] if word[-1] == "s" and not whole else word
    return bare if bare in families or known(name_key(bare)) else word


def _is_family_alone(word: str, before: str, families: Collection[str]) -> bool:
    """Whether a word that the tagger takes for something else is a family name, perhaps in the genitive."""
    if len(word) < _SHORTEST_FAMILY or not (word[0].isupper() or has_article(word)) or word.isupper():
        return False
    forms = {word, word.removesuffix("s")}
    known = any(form in families or registry().family(name_key(form)) for form in forms)
    if not known or tagger().is_common(word):
        return False
    return before not in _DETERMINERS or not tagger().is_word(word)


def families_told(tokens: Sequence[Token]) -> Iterator[str]:
    """Give the family names that stand behind given names, or at the end of two names behind a title, in a sentence."""
    for number, (before, token) in enumerate(pairwise(tokens)):
        if not before.tag == "NE" == token.tag or is_given_name(token.text):
            continue
        titled = number > 0 and tokens[number - 1].text.lower().endswith(tuple(words("cases", "titles_of_bearers")))
        if titled or is_given_name(before.text):
            yield token.lemma


def _mark_whole(spelled: Sequence[str], lemmas: list[str], tags: list[str], places: range) -> None:
    _mark(spelled, lemmas, tags, places)
    lemmas[places[-1]] = _bare_family(spelled[places[-1]], ())


def _ends_in_s(word: str) -> bool:
    """Whether the end of a known family name looks like that of a genitive ("Guterres")."""
    known = registry().family
    return word[-1] == "s" and bool(known(name_key(word))) and not known(name_key(word[:-1]))


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
        if low[place] in words("names", "particles") and _small_before_name(spelled, low, place):
            place += 1
            continue
        if _is_name_part(spelled[place], tags[place], lemmas[place]) or _is_family(spelled, tags, first, place):
            last = place
            if not is_given_name(spelled[place]) and not _is_initial(spelled[place]):
                last += _second_family(spelled, tags, place + 1)
                break
        else:
            break
        place += 1
    if last == first:
        return first
    for number in range(first, last + 1):
        if tags[number] != "NE":
            tags[number] = "NE"
            lemmas[number] = _lemma(spelled[number], lemmas[number], last=number == last)
    return last


def _second_family(spelled: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether a word that nobody knows behind a family name may be another one ("Hernán Restrepo Gaviria")."""
    if place >= len(spelled) or tags[place] != "NN" or not spelled[place].isalpha():
        return False
    return spelled[place][0].isupper() and tagger().may_be_name(spelled[place])


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
    if first and tags[first - 1] == "ADV" and low[first - 1] in words("names", "before_particles"):
        tags[first - 1] = "APPR"


def _is_no_verb(spelled: Sequence[str], tags: Sequence[str], number: int) -> bool:
    """Whether a verb by its form stands between two names ("Chalifa bin Zayed")."""
    inside = 0 < number < len(spelled) - 1 and tags[number][0] == "V"
    return inside and all(spelled[n][0].isupper() and tags[n] in {"NE", "NN", "FM"} for n in (number - 1, number + 1))


def _mark(spelled: Sequence[str], lemmas: list[str], tags: list[str], places: Iterable[int]) -> None:
    for place in places:
        tags[place] = "NE"
        lemmas[place] = spelled[place]


def has_article(word: str) -> bool:
    """Whether a family name begins with an article that is spelled with it ("al-Sisi")."""
    return word.startswith(tuple(words("names", "joined_articles")))


def whole_name(spelled: Sequence[str], number: int) -> int:
    """Give the number of the word behind a known person's full name that begins here, *number* for none."""
    return registry().whole_name(spelled, number) if spelled[number][0].isupper() else number


def end_of_whole_name(spelled: Sequence[str], number: int) -> int:
    """Give the number of the word behind a known person's full name that the word belongs to, *number* for none."""
    firsts = range(max(0, number + 1 - registry().longest_name), number + 1)
    ends = (whole_name(spelled, first) for first in firsts)
    return max((end for end in ends if end > number), default=number)


def is_person(word: str) -> bool:
    """Whether the word is a given name or a known family name."""
    return is_given_name(word) or bool(registry().family(name_key(word)))


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
