"""Spellings of one name meet, different people stay apart."""

from itertools import combinations
from pathlib import Path

import pytest
import yaml

from aktenlage.resolve.names import SAME, compare_names

DATA = yaml.safe_load(Path(__file__).with_name("names.yaml").read_text(encoding="utf-8"))


def _pairs(kind: str) -> list[tuple[str, str]]:
    return [pair for row in DATA[kind] for pair in combinations(row, 2)]


@pytest.mark.parametrize(("one", "other"), _pairs("same"))
def test_joins_spellings(one: str, other: str) -> None:
    """Two spellings of a name are taken for one person's, and the judgement gives its reason."""
    likeness = compare_names(one, other)

    assert likeness.score >= SAME
    assert likeness.reason


@pytest.mark.parametrize(("one", "other"), _pairs("different"))
def test_keeps_people_apart(one: str, other: str) -> None:
    """Relatives and namesakes stay two people."""
    assert compare_names(one, other).score < SAME


def test_is_the_same_either_way() -> None:
    """The order of the two names does not matter."""
    for one, other in _pairs("same") + _pairs("different"):
        assert compare_names(one, other) == compare_names(other, one)
