"""From a stretch of text to tokens and a string of symbols, one a token, over which the rules are matched."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from aktenlage.model.article import Span
from aktenlage.resources.lexicon import Lexicon

START = "^"  # stands before the first token of a sentence

_TOKEN = re.compile(
    r"""
      \d{4}-\d\d-\d\d(?!\d)
    | (?:1\d|20)\d\d/\s?\d\d(?:\d\d)?(?!\d)
    | (?<![\d.])\d{1,2}\.\s?(?:0?[1-9]|1[0-2])\.(?:\s?\d{4}(?!\d)|\d{2}(?![\d:.]))?
    | \d{1,2}[.:]\d{2}(?![\d:]|[.,]\d)
    | \d{1,3}(?:\.\d{3})+(?!\d)
    | \d+,\d+
    | \d{1,2}\.(?=[\s\u2013/,-])
    | \d+-?[^\W\d_]{2,}(?:-[^\W\d_]+)*
    | \d+
    | [^\W\d_]+(?:-[^\W\d_]+)*
    | [^\w\s]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words with their places, a symbol each in *symbols*, and the number of each word's sentence."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    symbols: str = ""


def lex(text: str, sentences: Iterable[Span], lexicon: Lexicon) -> Tokens:
    """Cut the sentences of *text* into tokens."""
    spans: list[tuple[int, int]] = []
    words: list[str] = []
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        spans.append((sentence.start, sentence.start))
        words.append(START)
        for match in _TOKEN.finditer(text, sentence.start, sentence.end):
            spans.append(match.span())
            words.append(match.group())
        numbers.extend([number] * (len(words) - len(numbers)))
    return Tokens(spans, words, numbers, "".join(map(lexicon.symbol, words)))
