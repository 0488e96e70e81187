"""German numbers in words and digits."""

import pytest

from aktenlage.language.numbers import number_of, part_of, scale_of, some_of


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("3.000", 3000),
        ("1.234.567,8", 1234567.8),
        ("1,5", 1.5),
        ("dreißig", 30),
        ("Vierundachtzig", 84),
        ("zweihundertfünfzig", 250),
        ("zwölftausenddreihundert", 12300),
        ("hundertundeins", 101),
        ("tausend", 1000),
        ("neunzehnhundert", 1900),
        ("anderthalb", 1.5),
    ],
)
def test_reads_numbers(word: str, value: float) -> None:
    """A word or a row of digits has this value."""
    assert number_of(word) == value


@pytest.mark.parametrize("word", ["", "10:30", "18.01.2026", "hundertfach", "Hundertschaft", "zehntel"])
def test_leaves_other_words(word: str) -> None:
    """Times, dates and words that only begin like a number have no value."""
    assert number_of(word) is None


def test_knows_scales_and_parts() -> None:
    """Words that multiply, that mean several, and that divide."""
    assert (scale_of("Mrd."), some_of("Tausende"), part_of("Drittel")) == (1e9, 1000, 3)
