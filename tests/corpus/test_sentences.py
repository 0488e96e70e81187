"""Each case of the corpus is a test of its own."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.language.analysis import analyse

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("sentences.de.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["note"] for case in CASES])
def test_splits_sentences(case: dict[str, Any]) -> None:
    """The text comes apart into these sentences."""
    text = case.get("glued") or " ".join(case["sentences"])

    found = [text[sentence.start : sentence.end] for sentence in analyse(text).sentences]

    assert found == case["sentences"]
