"""The weights learned for signs."""

import pytest

from aktenlage.read.positions.likely import STANCES
from aktenlage.read.signs import ALWAYS, weights


@pytest.mark.parametrize(("folder", "outcomes"), [("encounters", 1), ("positions", len(STANCES))])
def test_the_weights_hold_signs_and_no_text(folder: str, outcomes: int) -> None:
    """A sign holds two words of a clause at most, stands in order and weighs for some outcome, in whole numbers."""
    (first, _), *others = weights(folder).items()

    assert first == ALWAYS
    assert [sign for sign, _ in others] == sorted(sign for sign, _ in others)
    assert all(len(row) == outcomes and any(row) for _, row in others)
    assert max(len(sign.split()) for sign, _ in others if sign.startswith(("word", "pair", "begins", "ends"))) <= 3
