"""Dates and durations in words."""

import pytest

from aktenlage.publish.words import day_in_words, duration_in_words


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("2026-01-22", "22. Januar 2026", "22 January 2026"),
        ("2026-01-22T22:20:00+01:00", "22. Januar 2026", "22 January 2026"),
        ("2026-01-22TEV", "22. Januar 2026", "22 January 2026"),
        ("2026-01-23/2026-01-24", "23.–24. Januar 2026", "23–24 January 2026"),
        ("2026-01-31/2026-02-01", "31. Januar 2026 – 1. Februar 2026", "31 January 2026 – 1 February 2026"),
        ("2025-12", "Dezember 2025", "December 2025"),
        ("2025-SU", "Sommer 2025", "summer 2025"),
        ("2026-W04", "Woche ab 19. Januar 2026", "week of 19 January 2026"),
        ("2025", "2025", "2025"),
        ("PAST_REF", "PAST_REF", "PAST_REF"),
        (None, "ohne Datum", "no date"),
    ],
)
def test_tells_a_day(value: str | None, german: str, english: str) -> None:
    """Each precision has its words; what names no days is given as it is."""
    assert (day_in_words(value, "de"), day_in_words(value, "en")) == (german, english)


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("PT1H", "1 Stunde", "1 hour"),
        ("PT40M", "40 Minuten", "40 minutes"),
        ("PT1.5H", "1,5 Stunden", "1.5 hours"),
        ("P2D", "2 Tage", "2 days"),
        ("PXD", "mehrere Tage", "several days"),
        ("PTXH", "mehrere Stunden", "several hours"),
        ("P1WE", "ein Wochenende", "a weekend"),
        ("PXX", "PXX", "PXX"),
    ],
)
def test_tells_a_duration(value: str, german: str, english: str) -> None:
    """One and many, and the decimal point of the language."""
    assert (duration_in_words(value, "de"), duration_in_words(value, "en")) == (german, english)
