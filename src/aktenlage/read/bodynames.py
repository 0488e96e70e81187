"""Names of bodies that spelling gives away: "die Karibische Gemeinschaft", "die Bewegung für … (JEM)", "die AKEL"."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from aktenlage.model.language import Phrase, Sentence, Token
from aktenlage.read.wordlist import WordList
from aktenlage.resources.load import load

# An abbreviation has at least so many letters, so many of them capitals.
_SHORTEST = 3
_CAPITALS = 2
_LONGEST_REST = 8
_NAMED = ("NE", "XY", "FM", "NN")


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
    if token.tag == "NN" and not is_short(token.text):
        return _proper(sentence, at, free) or _described(sentence, at, free)
    if token.tag not in _NAMED or not free(at, at + 1):
        return None
    before = sentence.tokens[at - 1] if at else None
    alone = at + 1 >= len(sentence.tokens) or sentence.tokens[at + 1].tag not in ("NE", "FM")
    articled = before is not None and before.text.lower() in _data().articles
    bare = token.tag == "NE" and phrase.last - phrase.first == 1 and _data().no_names.isdisjoint({token.text.lower()})
    if is_short(token.text) or (
        (articled or bare) and alone and phrase.last == at + 1 and len(token.text) >= _SHORTEST
    ):
        return Body(at, at + 1, token.text)
    return None


def may_name(sentence: Sentence, at: int) -> bool:
    """Whether the token can head the name of a body at all, as far as it and its neighbours show."""
    token = sentence.tokens[at]
    before = sentence.tokens[at - 1] if at else None
    if token.tag == "NN" and not is_short(token.text):
        named = before is not None and _is_capital_adjective(before)
        return named or bool(_data().heads.values(token.text.lower(), token.lemma.lower()))
    return token.tag in _NAMED and (
        is_short(token.text) or token.tag == "NE" or (before is not None and before.tag == "ART")
    )


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
    article = tokens[first - 1].text.lower() if first else ""
    ending = _data().endings.get(article)
    if first == at or ending is None or not free(first, at + 1):
        return None
    if _data().things.values(tokens[at].text.lower(), tokens[at].lemma.lower()):
        return None
    adjectives = [token.text[:-1] + ending for token in tokens[first:at]]
    last, short = _rest(sentence, at, free)
    return Body(first, last, " ".join([*adjectives, *(token.text for token in tokens[at:last])]), short)


def _is_capital_adjective(token: Token) -> bool:
    return token.text[0].isupper() and token.text.endswith("e") and token.tag == "ADJA"


def _described(sentence: Sentence, at: int, free: Free) -> Body | None:
    """Read a noun for a body with what it is for, or an abbreviation behind it."""
    tokens = sentence.tokens
    if not _data().heads.values(tokens[at].text.lower(), tokens[at].lemma.lower()) or not free(at, at + 1):
        return None
    last, short = _rest(sentence, at, free)
    if last == at + 1:
        return None
    return Body(at, last, " ".join(token.text for token in tokens[at:last]), short)


def _rest(sentence: Sentence, at: int, free: Free) -> tuple[int, str | None]:
    """Give where a name ends that goes on behind its noun, and the abbreviation behind it."""
    tokens = sentence.tokens
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


def short_behind(tokens: tuple[Token, ...], last: int) -> str | None:
    """Give the abbreviation in brackets that stands there."""
    if last + 2 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")":
        word = tokens[last + 1].text
        capitals = sum(map(str.isupper, word))
        return word if word.isalpha() and capitals >= _CAPITALS else None
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
        self.heads = WordList((word, True) for word in data["heads"])
        self.things = WordList((word, True) for word in data["things"])
        self.no_names = frozenset(data["no_names"])
        self.purposes = frozenset(data["purposes"])
        self.places = frozenset(data["places"])


@cache
def _data() -> _Data:
    return _Data()
