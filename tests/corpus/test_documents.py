"""Diplomatic papers are read with name, stage, authors, parties and what they replace."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.model.annotation import Document
from aktenlage.model.article import Article
from aktenlage.pipeline import read_article

CORPUS = yaml.safe_load(Path(__file__).with_name("documents.de.yaml").read_text(encoding="utf-8"))


def _documents(text: str) -> tuple[Document, ...]:
    return read_article(Article("test", text, published="2026-01-22")).documents


def _cases() -> Any:
    for case in CORPUS["finds"]:
        gap = case.pop("gap", None)
        yield pytest.param(case, id=case["name"], marks=pytest.mark.xfail(reason=gap, strict=True) if gap else ())


@pytest.mark.parametrize("case", list(_cases()))
def test_reads_documents(case: dict[str, Any]) -> None:
    """The paper with this name is found, and all that the case tells of it."""
    document = next((d for d in _documents(case["text"]) if d.name == case["name"]), None)

    assert document is not None
    told = {key: getattr(document, key) for key in case if key != "text"}
    assert {key: list(v) if isinstance(v, tuple) else v for key, v in told.items()} == {
        key: value for key, value in case.items() if key != "text"
    }


@pytest.mark.parametrize("text", CORPUS["ignores"])
def test_leaves_mere_words_for_papers(text: str) -> None:
    """What has neither a name nor an author of its own is no document of the record."""
    assert _documents(text) == ()


def test_dates_a_paper() -> None:
    """The time told with the making of a paper is its date."""
    (document,) = _documents("Die USA legten am 12. Januar 2026 einen Vier-Punkte-Plan vor.")

    assert document.date == "2026-01-12"


def test_shows_where_it_stands() -> None:
    """Every document leads to the words that name it."""
    text = "Gestern schneite es. Das Kyoto-Protokoll gilt weiter."
    (document,) = _documents(text)

    assert [span.of(text) for span in document.evidence] == ["Das Kyoto-Protokoll gilt weiter."]


def test_odd_characters_end_at_once() -> None:
    """A long row of papers and signs is read through."""
    assert isinstance(_documents("Plan Vertrag-Plan der „20-Punkte-Plan“ ( von, " * 800), tuple)
