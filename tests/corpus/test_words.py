"""Each case of the corpus is a test of its own, and a known gap is a strict xfail."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.language.analysis import analyse

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("words.de.yaml").read_text(encoding="utf-8"))


def _cases() -> Iterator[Any]:
    for case in CASES:
        gap = case.get("gap")
        yield pytest.param(case, marks=pytest.mark.xfail(reason=gap, strict=True) if gap else (), id=case["word"])


@pytest.mark.parametrize("case", list(_cases()))
def test_reads_words(case: dict[str, Any]) -> None:
    """The word has this lemma, tag and verb form."""
    tokens = [token for sentence in analyse(case["text"]).sentences for token in sentence.tokens]
    token = next(token for token in tokens if token.text == case["word"])

    assert (token.lemma, token.tag) == (case["lemma"], case["tag"])
    if "inflection" in case:
        assert token.verb is not None
        assert token.verb.inflection == case["inflection"]
        assert token.verb.tense == case.get("tense")
        assert token.verb.moods == tuple(case.get("moods", ()))
