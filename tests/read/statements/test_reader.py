"""The reader of statements as a whole."""

import time
from pathlib import Path

import pytest

from aktenlage.language.analysis import analyse
from aktenlage.model.article import Article
from aktenlage.model.reading import Reading
from aktenlage.read.statements import read_statements

HOSTILE = [
    "„" * 100_000,
    "„a“ " * 25_000,
    "nach Angaben " * 8_000,
    "er sagte, " * 10_000,
    '"«»“”' * 20_000,
    "laut " * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_reads_hostile_text_at_once(text: str) -> None:
    """A text of odd signs takes no more than a moment."""
    analysis = analyse(text)
    began = time.perf_counter()

    read_statements(analysis, Reading(Article("hostile", text)))

    assert time.perf_counter() - began < 3


def test_points_into_the_text(shared: Path) -> None:
    """Every part of a statement lies in the article and holds words."""
    for path in sorted((shared / "gold" / "encounters").glob("articles.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = _text(line)
            for statement in read_statements(analyse(text), Reading(Article("article", text))):
                assert statement.spans
                assert all(0 <= span.start < span.end <= len(text) for span in statement.spans)
                assert list(statement.spans) == sorted(statement.spans)
                for part in (statement.speaker, statement.cue, statement.frame, statement.addressee):
                    assert part is None or 0 <= part.start < part.end <= len(text)


def _text(line: str) -> str:
    import json

    text = json.loads(line)["text"]
    assert isinstance(text, str)
    return text
