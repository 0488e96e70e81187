"""Which language a text is in, as far as needed to refuse what is not German."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from aktenlage.ingest.refusal import Refusal
from aktenlage.resources.load import load
from aktenlage.resources.messages import Key

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN_LETTER = re.compile("[^\\W\\d_\u0000-\u024f\u1e00-\u1eff]")
# The beginning of a long text tells enough.
_LENGTH = 20_000
# A few words that happen to be another language's are no evidence; beyond a paragraph German cannot do without its own.
_LEAST_FOREIGN = 1.5
_MARGIN = 1.25
_LONG = 60
_LEAST_GERMAN = 0.06


def check_german(text: str) -> None:
    """Raise Refusal where *text* has no words or is clearly in another language; what is too short to tell passes."""
    words = [word.lower() for word in _WORD.findall(text[:_LENGTH])]
    if not words:
        raise Refusal("no_words")
    letters = sum(map(len, words))
    if len(_FOREIGN_LETTER.findall(text[:_LENGTH])) * 2 > letters:
        raise Refusal("language", language=Key("language.script"))
    scores: dict[str, float] = {}
    german = 0
    for word, number in Counter(words).items():
        languages = _weights().get(word, {})
        german += number if "de" in languages else 0
        for language, weight in languages.items():
            scores[language] = scores.get(language, 0) + weight * number
    ours = scores.pop("de", 0)
    best = max(scores, key=lambda code: scores[code], default=None)
    if best and scores[best] >= _LEAST_FOREIGN and scores[best] > ours * _MARGIN:
        raise Refusal("language", language=Key(f"language.{best}"))
    if len(words) >= _LONG and german < _LEAST_GERMAN * len(words):
        raise Refusal("language", language=Key("language.unknown"))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Word → language → weight; a word that n languages share weighs 1/n for each."""
    languages_of: dict[str, set[str]] = {}
    for language, words in load("languages").items():
        for word in words:
            languages_of.setdefault(word, set()).add(language)
    return {word: dict.fromkeys(languages, 1 / len(languages)) for word, languages in languages_of.items()}
