"""Odd and hostile text costs no more than its length."""

import time

import pytest

from aktenlage.consolidate.passages import find_passages
from aktenlage.consolidate.words import words_of


@pytest.mark.parametrize(
    "text",
    [
        "a " * 50_000,
        "„" * 100_000,
        '"a' * 50_000,
        "„a“ " * 25_000,
        "ja nein " * 12_500,
        "x" * 100_000,
        "\u0301" * 100_000,
    ],
    ids=["one-word", "opening", "plain", "quoted", "two-words", "one-long-word", "accents"],
)
def test_finishes_at_once(text: str) -> None:
    """A hundred thousand characters, once and compared with themselves."""
    start = time.process_time()

    find_passages([words_of("a", text), words_of("b", text)])

    assert time.process_time() - start < 5
