"""The days that TIMEX3 values cover."""

import pytest

from aktenlage.errors import InvalidTimexError
from aktenlage.model.timex import Timex

CASES = [
    ("2026-01-22", "2026-01-22", "2026-01-22", "day", "2026-01-22"),
    ("2026-01-22TEV", "2026-01-22", "2026-01-22", "day", "2026-01-22"),
    ("2026-01-22T22:20", "2026-01-22", "2026-01-22", "day", "2026-01-22"),
    ("2026-W04", "2026-01-19", "2026-01-25", "week", "2026-01-19/2026-01-25"),
    ("2026-W04-WE", "2026-01-24", "2026-01-25", "weekend", "2026-01-24/2026-01-25"),
    ("2024-02", "2024-02-01", "2024-02-29", "month", "2024-02"),
    ("2025-12", "2025-12-01", "2025-12-31", "month", "2025-12"),
    ("2025-Q3", "2025-07-01", "2025-09-30", "quarter", "2025-35"),
    ("2025-H2", "2025-07-01", "2025-12-31", "half", "2025-41"),
    ("2025-SU", "2025-06-01", "2025-08-31", "season", "2025-22"),
    ("2025-WI", "2025-12-01", "2026-02-28", "season", "2025-24"),
    ("2025", "2025-01-01", "2025-12-31", "year", "2025"),
    ("199", "1990-01-01", "1999-12-31", "decade", "199X"),
    ("19", "1900-01-01", "1999-12-31", "century", "19XX"),
    ("2026-01-23/2026-01-24", "2026-01-23", "2026-01-24", "day", "2026-01-23/2026-01-24"),
    ("2025-11/2026-W02", "2025-11-01", "2026-01-11", "month", "2025-11/2026-01-11"),
]


@pytest.mark.parametrize(("value", "first", "last", "precision", "edtf"), CASES)
def test_reads_values(value: str, first: str, last: str, precision: str, edtf: str) -> None:
    """A value gives its first and last day, its precision, and itself in EDTF."""
    timex = Timex.parse(value)

    assert (str(timex.first), str(timex.last), timex.precision, timex.edtf()) == (first, last, precision, edtf)


@pytest.mark.parametrize(
    "value",
    ["", "PAST_REF", "XXXX-WXX-4", "P2D", "2026-13", "2026-02-30", "2026-W60", "2026-01-24/2026-01-23", "0", "a/b/c"],
)
def test_refuses_what_names_no_days(value: str) -> None:
    """What names no days of the calendar is refused with its value."""
    with pytest.raises(InvalidTimexError, match="not a TIMEX3 value"):
        Timex.parse(value)


def test_sorts_by_time() -> None:
    """Values sort by time."""
    week, day, later = (Timex.parse(value) for value in ("2026-W04", "2026-01-22", "2026-01-26"))

    assert sorted([later, day, week]) == [week, day, later]
