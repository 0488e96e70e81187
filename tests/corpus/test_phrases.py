"""Each case of the corpus is a test of its own, and a known gap is a strict xfail."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.language.analysis import analyse

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("phrases.de.yaml").read_text(encoding="utf-8"))


def _cases() -> Iterator[Any]:
    for case in CASES:
        gap = case.get("gap")
        yield pytest.param(case, marks=pytest.mark.xfail(reason=gap, strict=True) if gap else (), id=case["note"])


@pytest.mark.parametrize("case", list(_cases()))
def test_reads_phrases(case: dict[str, Any]) -> None:
    """The phrase has these bounds, this head, this preposition and these members."""
    text = case["text"]
    (sentence,) = analyse(text).sentences
    phrases = {text[p.start : p.end]: p for clause in sentence.clauses for p in clause.phrases}

    assert case["phrase"] in phrases
    phrase = phrases[case["phrase"]]
    members = [text[sentence.tokens[a].start : sentence.tokens[b - 1].end] for a, b in phrase.members]
    assert sentence.tokens[phrase.head].text == case["head"]
    assert phrase.preposition == case.get("preposition")
    assert members == case.get("members", [])
