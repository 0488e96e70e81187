"""Each case of the corpus is a test of its own, and a known gap is a strict xfail."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.model.annotation import Speaker, Statement, Wording
from aktenlage.model.article import Article
from aktenlage.pipeline import read_article
from aktenlage.resources.load import load

CORPUS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("statements.de.yaml").read_text(encoding="utf-8")
)
SOURCES: list[dict[str, str]] = load("speech/sources")["prepositions"]


def _cases() -> Iterator[Any]:
    for cases in CORPUS.values():
        for case in cases:
            gap = case.get("gap")
            marks = pytest.mark.xfail(reason=gap, strict=True) if gap else ()
            yield pytest.param(case["text"], case["finds"], marks=marks)


def _words(text: str, part: Speaker | Wording | None) -> str | None:
    if part is None:
        return None
    spans = part.spans if isinstance(part, Wording) else ()
    return " … ".join(span.of(text) for span in spans) or text[part.start : part.end]


def _seen(text: str, statement: Statement) -> dict[str, Any]:
    return {
        "type": statement.type,
        "words": " … ".join(span.of(text) for span in statement.spans),
        "speaker": _words(text, statement.speaker),
        "actor": statement.speaker.actor if statement.speaker else None,
        "actors": list(statement.speaker.actors) if statement.speaker else [],
        "addressee": _words(text, statement.addressee),
        "cue": _words(text, statement.cue),
        "lemma": statement.cue_lemma,
        "act": statement.act,
        "negated": statement.negated,
        "medium": statement.medium,
        "channel": statement.channel,
        "rule": statement.rule,
    }


@pytest.mark.parametrize(("text", "finds"), list(_cases()))
def test_reads_statements(text: str, finds: list[dict[str, Any]]) -> None:
    """The article holds these statements and no others."""
    statements = read_article(Article("article", text, published="2026-01-22")).statements

    seen = [_seen(text, statement) for statement in statements]

    assert [{key: one[key] for key in want} for one, want in zip(seen, finds, strict=False)] == finds
    assert [one["words"] for one in seen] == [want["words"] for want in finds]


@pytest.mark.parametrize("entry", SOURCES, ids=lambda entry: entry["form"])
def test_finds_each_source(entry: dict[str, str]) -> None:
    """The example beside a preposition is read as a statement whose cue is that preposition."""
    text = entry["example"]
    (statement,) = read_article(Article("article", text, published="2026-01-22")).statements

    assert _words(text, statement.cue).lower() == entry["form"]
