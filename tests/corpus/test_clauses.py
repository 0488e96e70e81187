"""Each case of the corpus is a test of its own, and a known gap is a strict xfail."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.language.analysis import analyse
from aktenlage.model.language import Clause, Sentence

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("clauses.de.yaml").read_text(encoding="utf-8"))


def _cases() -> Iterator[Any]:
    for case in CASES:
        gap = case.get("gap")
        yield pytest.param(case, marks=pytest.mark.xfail(reason=gap, strict=True) if gap else (), id=case["note"])


def _phrase(text: str, clause: Clause, role: str) -> str | None:
    return next((text[p.start : p.end] for p in clause.phrases if p.role == role), None)


def _found(text: str, sentence: Sentence, clause: Clause) -> dict[str, Any]:
    words = [token.text for token in sentence.words(clause) if token.pos != "PUNCT"]
    found: dict[str, Any] = {"kind": clause.kind, "words": " ".join(words), "parent": clause.parent}
    found |= {
        "negated": clause.negated,
        "shared": text[clause.shared.start : clause.shared.end] if clause.shared else None,
    }
    found |= {role: _phrase(text, clause, role) for role in ("subject", "agent", "accusative")}
    if clause.verb is not None:
        found |= {name: getattr(clause.verb, name) for name in ("lemma", "tense", "mood", "voice", "modal")}
    return found


@pytest.mark.parametrize("case", list(_cases()))
def test_reads_clauses(case: dict[str, Any]) -> None:
    """The sentence has these clauses."""
    text = case["text"]
    (sentence,) = analyse(text).sentences

    found = [_found(text, sentence, clause) for clause in sentence.clauses]

    expected = case["clauses"]
    assert [{key: clause.get(key) for key in want} for clause, want in zip(found, expected, strict=True)] == expected
