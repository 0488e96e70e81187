"""Names of bodies that spelling gives away: "die Karibische Gemeinschaft", "die Bewegung für … (JEM)", "die AKEL"."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from aktenlage.language.names import is_given_name
from aktenlage.model.language import Phrase, Sentence, Token
from aktenlage.read.wordlist import WordList
from aktenlage.resources.load import load

# An abbreviation has at least so many letters, so many of them capitals.
_SHORTEST = 3
_CAPITALS = 2
_LONGEST_REST = 8
_NAMED = ("NE", "XY", "FM", "NN")
# Tags of the words between the noun of a name and its abbreviation.
_INSIDE = frozenset({*_NAMED, "ADJA", "ART", "APPR", "APPRART"})


@dataclass(frozen=True, slots=True)
class Body:
    """The tokens of a name, its nominative, and the abbreviation that stands in brackets behind it."""

    first: int
    last: int
    name: str
    short: str | None = None


Free = Callable[[int, int], bool]


def body_at(sentence: Sentence, phrase: Phrase, at: int, free: Free) -> Body | None:
    """Read the name of a body at the head of an acting phrase; *free* says that tokens name nobody known."""
    token = sentence.tokens[at]
    if token.text in _data().known and free(at, at + 1):
        return Body(at, at + 1, token.text)
    if token.tag == "NN" and not is_short(token.text):
        return _proper(sentence, at, free) or _described(sentence, at, free)
    if token.tag not in _NAMED or not free(at, at + 1):
        return None
    several = _several_words(sentence, phrase, at, free)
    if several is not None:
        return several
    before = sentence.tokens[at - 1] if at else None
    alone = at + 1 >= len(sentence.tokens) or sentence.tokens[at + 1].tag not in ("NE", "FM")
    articled = before is not None and before.text.lower() in _data().articles
    bare = token.tag == "NE" and phrase.last - phrase.first == 1 and _data().no_names.isdisjoint({token.text.lower()})
    if (
        is_short(token.text)
        or _beside_a_body(phrase, at, token, free)
        or ((articled or bare) and alone and phrase.last == at + 1 and len(token.text) >= _SHORTEST)
    ):
        return Body(at, at + 1, token.text)
    return None


def _beside_a_body(phrase: Phrase, at: int, token: Token, free: Free) -> bool:
    """Whether a name stands alone in a list with somebody known ("Magna und Opel")."""
    own = token.tag == "NE" and len(token.text) >= _SHORTEST and not is_given_name(token.text)
    others = [member for member in phrase.members if not member[0] <= at < member[1]]
    alone = any(last - at == 1 and first in (at, at - 1) for first, last in phrase.members if first <= at < last)
    return own and alone and any(not free(first, last) for first, last in others)


def _several_words(sentence: Sentence, phrase: Phrase, at: int, free: Free) -> Body | None:
    """Read a name of several words behind a feminine article, which no man has ("die konservative Fine Gael")."""
    tokens = sentence.tokens
    first = at - 1 if at and tokens[at - 1].tag == "ADJA" else at
    article = tokens[first - 1].text.lower() if first else ""
    feminine = _data().endings.get(article) == _data().gender_endings["f"]
    if not (feminine or (article in _data().oblique["feminine"] and phrase.role != "subject")):
        return None
    last = last_word(sentence, at) + 1
    final = tokens[last - 1]
    thing = _data().things.values(final.text.lower(), final.lemma.lower())
    if last - at < _CAPITALS or tokens[at].tag == "NN" or thing or not free(at, last):
        return None
    return Body(at, last, " ".join(token.text for token in tokens[at:last]))


def long_names(sentence: Sentence, free: Free) -> dict[str, str]:
    """Give the full names that stand before their abbreviations in brackets, by abbreviation."""
    found = {}
    for opened in range(1, len(sentence.tokens)):
        short = short_behind(sentence.tokens, opened)
        if short is None or not free(opened + 1, opened + 2):
            continue
        bodies = (_named_up_to(sentence, at, free) for at in range(opened - 1, max(opened - _LONGEST_REST, -1), -1))
        body = next((body for body in bodies if body is not None and body.short == short), None)
        name = _quoted_name(sentence.tokens, opened) or (body.name if body is not None else None)
        name = name or _foreign_name(sentence.tokens, opened, free)
        if name is not None:
            found[short] = name
    return found


def _named_up_to(sentence: Sentence, at: int, free: Free) -> Body | None:
    if sentence.tokens[at].tag != "NN":
        return None
    return _proper(sentence, at, free) or _described(sentence, at, free)


def _quoted_name(tokens: tuple[Token, ...], opened: int) -> str | None:
    """Give the name in quotation marks right before the brackets."""
    if tokens[opened - 1].text not in _data().quotes:
        return None
    begin = next(
        (n for n in range(opened - 3, max(opened - _LONGEST_REST, 0) - 1, -1) if tokens[n].text in _data().quotes), None
    )
    return " ".join(token.text for token in tokens[begin + 1 : opened - 1]) if begin is not None else None


def _foreign_name(tokens: tuple[Token, ...], opened: int, free: Free) -> str | None:
    """Give the words of another language before the brackets ("United Front for Democracy")."""
    first = opened
    while first and opened - first < _LONGEST_REST and _goes_on_abroad(tokens[first - 1]) and free(first - 1, first):
        first -= 1
    while first < opened and not tokens[first].text[0].isupper():
        first += 1
    inside = tokens[first:opened]
    abroad = any(token.tag in ("FM", "NE") or token.text in _data().foreign for token in inside)
    if len(inside) < _CAPITALS or not abroad:
        return None
    return " ".join(token.text for token in inside)


def _goes_on_abroad(token: Token) -> bool:
    return token.text in _data().foreign or (token.text[0].isupper() and token.tag in _NAMED)


def may_name(sentence: Sentence, at: int) -> bool:
    """Whether the token can head the name of a body at all, as far as it and its neighbours show."""
    token = sentence.tokens[at]
    before = sentence.tokens[at - 1] if at else None
    if token.text in _data().known:
        return True
    if token.tag == "NN" and not is_short(token.text):
        named = before is not None and _is_capital_adjective(before)
        return named or bool(_data().heads.values(token.text.lower(), token.lemma.lower()))
    return token.tag in _NAMED and (
        is_short(token.text) or token.tag == "NE" or (before is not None and before.tag in ("ART", "ADJA"))
    )


def last_word(sentence: Sentence, at: int) -> int:
    """Give the token of the last word of a name of several words that begins there."""
    last = at
    while last + 1 < len(sentence.tokens) and _goes_on_abroad(sentence.tokens[last + 1]):
        last += 1
    return last


def is_short(word: str) -> bool:
    """Whether a word is an abbreviation: "AKEL", "GdP"."""
    letters = word.replace("-", "")
    return len(letters) >= _SHORTEST and letters.isalpha() and sum(map(str.isupper, letters)) > len(letters) / 2


def _proper(sentence: Sentence, at: int, free: Free) -> Body | None:
    """Read a noun behind adjectives with capitals: only in names they have them."""
    tokens = sentence.tokens
    first = at
    while first and tokens[first - 1].tag in ("ADJA", "NN", "NE") and _is_capital_adjective(tokens[first - 1]):
        first -= 1
    if first == at or not free(first, at + 1):
        return None
    ending = _nominative_ending(tokens, first, at)
    if ending is None or _data().things.values(tokens[at].text.lower(), tokens[at].lemma.lower()):
        return None
    adjectives = [_stem(token.text) + ending for token in tokens[first:at]]
    article = tokens[first - 1].text.lower()
    singular = article not in _data().endings and ending != _data().gender_endings["f"]
    noun = _nominative(tokens[at]) if singular else tokens[at].text
    last, short = _rest(sentence, at, free)
    return Body(first, last, " ".join([*adjectives, noun, *(token.text for token in tokens[at + 1 : last])]), short)


def _nominative(noun: Token) -> str:
    """Give the nominative of a noun in the spelling of the text, which the lemma may not have ("Kongress")."""
    same = noun.lemma.casefold() == noun.text.casefold()  # which makes one of the two spellings of a sharp s
    return noun.text if same else noun.lemma


def _nominative_ending(tokens: tuple[Token, ...], first: int, at: int) -> str | None:
    """Give the ending that the adjectives from *first* on have in a name without an article, by article and noun."""
    article = tokens[first - 1].text.lower() if first else ""
    if tokens[first].text.endswith("e"):
        return _data().endings.get(article)
    by_gender, oblique, noun = _data().gender_endings, _data().oblique, tokens[at]
    plural = article in oblique["either"] and noun.text != noun.lemma
    if article in oblique["feminine"] or plural:
        return by_gender["f"]  # The plural has the same.
    if article in oblique["singular"] or article in oblique["either"]:
        return by_gender["n" if _data().neuter.values(noun.text.lower(), noun.lemma.lower()) else "m"]
    return None


def _stem(adjective: str) -> str:
    return adjective.removesuffix("n").removesuffix("e")


def _is_capital_adjective(token: Token) -> bool:
    inflected = token.text.endswith(("e", "en"))
    described = token.tag == "ADJA" or _stem(token.text).endswith(_data().adjectival)
    return token.text[0].isupper() and inflected and described


def _described(sentence: Sentence, at: int, free: Free) -> Body | None:
    """Read a noun for a body with what it is for, or an abbreviation behind it."""
    tokens = sentence.tokens
    if not _data().heads.values(tokens[at].text.lower(), tokens[at].lemma.lower()) or not free(at, at + 1):
        return None
    plural = tokens[at].text.removesuffix("s") != tokens[at].lemma.removesuffix("s")
    last, short = _rest(sentence, at, free)
    if last == at + 1 or (plural and short is None):
        return None
    return Body(at, last, " ".join(token.text for token in tokens[at:last]), short)


def _rest(sentence: Sentence, at: int, free: Free) -> tuple[int, str | None]:
    """Give where a name ends that goes on behind its noun, and the abbreviation behind it."""
    tokens = sentence.tokens
    opened = _opened_behind(tokens, at)
    if opened is not None:
        return opened, short_behind(tokens, opened)
    last = at + 1
    while last < len(tokens) and last - at < _LONGEST_REST:
        phrase = _phrase_at(sentence, last)
        purpose = phrase is not None and phrase.preposition in _data().purposes
        owned = phrase is not None and phrase.role == "genitive" and phrase.preposition is None
        place = phrase is not None and last > at + 1 and phrase.preposition in _data().places
        if phrase is None or phrase.last <= last or not (purpose or owned or place):
            break
        last = phrase.last
    short = short_behind(tokens, last)
    if short is not None:
        return last, short
    following = _phrase_at(sentence, at + 1)
    if following is not None and free(following.first, following.last) and last > at + 1:
        return (following.last if following.preposition not in _data().purposes else last), None
    return at + 1, None


def _opened_behind(tokens: tuple[Token, ...], at: int) -> int | None:
    """Give where an abbreviation in brackets begins to which all words behind a noun lead ("Bewegung … Aceh (GAM)")."""
    named = at + 1 < len(tokens) and tokens[at + 1].tag not in _NAMED  # not "die Gewerkschaft Verdi (…)"
    for number in range(at + 1, min(at + 1 + _LONGEST_REST, len(tokens)) if named else at):
        if short_behind(tokens, number) is not None:
            return number
        if tokens[number].tag not in _INSIDE or is_given_name(tokens[number].text):
            return None
    return None


def short_behind(tokens: tuple[Token, ...], last: int) -> str | None:
    """Give the abbreviation in brackets that stands there."""
    if last + 2 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")":
        word = tokens[last + 1].text
        capitals = sum(map(str.isupper, word))
        numbered = capitals and word[-1].isdigit()
        return word if word.isalnum() and (capitals >= _CAPITALS or numbered) else None
    return None


def _phrase_at(sentence: Sentence, first: int) -> Phrase | None:
    return next(
        (phrase for clause in sentence.clauses for phrase in clause.phrases if phrase.first == first),
        None,
    )


class _Data:
    """The language data, made ready for looking up."""

    def __init__(self) -> None:
        data = load("bodynames")
        self.endings: dict[str, str] = data["endings"]
        self.articles = frozenset(data["endings"])
        self.adjectival = tuple(data["adjectival"])
        self.oblique: dict[str, list[str]] = data["oblique"]
        self.gender_endings: dict[str, str] = data["gender_endings"]
        self.heads = WordList((word, True) for word in data["heads"])
        self.quotes = frozenset(load("groups")["quotes"])
        self.foreign = frozenset(data["foreign"])
        self.neuter = WordList((word, True) for word in data["neuter"])
        self.things = WordList((word, True) for word in data["things"])
        self.no_names = frozenset(data["no_names"])
        self.purposes = frozenset(data["purposes"])
        self.places = frozenset(data["places"])
        self.known = frozenset(data["known"])


@cache
def _data() -> _Data:
    return _Data()
