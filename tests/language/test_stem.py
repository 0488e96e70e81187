"""Forms of one word share a key, different words do not."""

import pytest

from aktenlage.language.stem import stem
from aktenlage.resources.load import load

EXAMPLES = load("stems")["examples"]


@pytest.mark.parametrize(("one", "other"), EXAMPLES["same"])
def test_joins_forms_and_spellings(one: str, other: str) -> None:
    """Number, case, umlauts and the sharp s make no difference."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), EXAMPLES["different"])
def test_keeps_words_apart(one: str, other: str) -> None:
    """Words that only look alike are two."""
    assert stem(one) != stem(other)
