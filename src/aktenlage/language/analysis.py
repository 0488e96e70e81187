"""From an article's text to its grammar."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from HanTa.HanoverTagger import HanoverTagger

from aktenlage.model.article import Noise
from aktenlage.model.language import Analysis, Sentence, Token

_SENTENCE = re.compile(r"[^\n]+?(?:(?<!\d)[.!?][\"“”«»]?(?=\s+[A-Z\u00c4\u00d6\u00dc„\"»“]|\s*$)|$)", re.MULTILINE)
_TOKEN = re.compile(r"\w+(?:[-.’']\w+)*|[^\w\s]")


def analyse(text: str, noise: Sequence[Noise] = ()) -> Analysis:
    """Give sentences, tokens and clauses of *text*; no sentence reaches into *noise*."""
    return Analysis(text, tuple(_sentences(text, noise)))


def _sentences(text: str, noise: Sequence[Noise]) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        end = match.end()
        if start >= end or any(n.start < end and start < n.end for n in noise):
            continue
        words = list(_TOKEN.finditer(text, start, end))
        tagged = _tagger().tag_sent([w.group() for w in words])
        tokens = tuple(
            Token(w.start(), w.end(), w.group(), lemma, "X", tag)
            for w, (_, lemma, tag) in zip(words, tagged, strict=True)
        )
        yield Sentence(start, end, tokens, paragraph=text.count("\n", 0, start))


@cache
def _tagger() -> Any:
    return HanoverTagger("morphmodel_ger.pgz")
