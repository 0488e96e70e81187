"""The examples of the verbs run: each for tells an encounter, each against tells none."""

import pytest

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article
from aktenlage.resources.load import load

ENTRIES = [*load("encounters/verbs")["verbs"], *load("encounters/support")["support"]]


def _count(text: str) -> int:
    return len(read_article(Article("example", text, published="2026-01-22")).encounters)


@pytest.mark.parametrize(("rule", "text"), [(e["id"], t) for e in ENTRIES for t in e["examples"]["for"]])
def test_example_tells_one_encounter(rule: str, text: str) -> None:
    """What speaks for a rule is read as one encounter."""
    assert _count(text) == 1, rule


@pytest.mark.parametrize(("rule", "text"), [(e["id"], t) for e in ENTRIES for t in e["examples"]["against"]])
def test_counterexample_tells_none(rule: str, text: str) -> None:
    """What speaks against a rule is no encounter."""
    assert _count(text) == 0, rule
