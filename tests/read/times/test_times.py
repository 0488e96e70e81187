"""Times of whole articles: anchors, ranges, noise, hostile text."""

import time

import pytest

from aktenlage.language.analysis import analyse
from aktenlage.model.annotation import Time
from aktenlage.model.article import Article, Noise
from aktenlage.model.language import Analysis, Sentence
from aktenlage.model.reading import Reading
from aktenlage.read.times import read_times


def _times(text: str, published: str | None = "2026-01-22", noise: tuple[Noise, ...] = ()) -> tuple[Time, ...]:
    reading = Reading(Article("one", text, published=published), noise=noise)
    return read_times(analyse(text, noise), reading)


RANGES = [
    ("Die Gespräche sollen an diesem Freitag und Samstag stattfinden.", "2026-01-23/2026-01-24"),
    ("Sie trafen sich am Dienstag und am Mittwoch in Genf.", "2026-01-20/2026-01-21"),
    ("Verhandelt wird vom 23. bis 25. Jänner in Wien.", "2026-01-23/2026-01-25"),
    ("Verhandelt wird vom 30. Januar bis zum 2. Februar.", "2026-01-30/2026-02-02"),
    ("Verhandelt wird zwischen Montag und Mittwoch.", "2026-01-26/2026-01-28"),
    ("Sie verhandelten von Freitag bis Sonntag.", "2026-01-16/2026-01-18"),
    ("Zwischen 2014 und 2022 wurde in Minsk verhandelt.", "2014/2022"),
    ("Heute und morgen tagt der Rat.", "2026-01-22/2026-01-23"),
]


@pytest.mark.parametrize(("text", "date"), RANGES)
def test_joins_ranges(text: str, date: str) -> None:
    """Both ends of a range are times of their own and mean the whole range."""
    assert [found.date for found in _times(text)] == [date, date]


def test_keeps_apart_what_is_no_range() -> None:
    """Two days that "und" joins with others between them stay two dates."""
    assert [found.date for found in _times("Sie trafen sich am Montag und Mittwoch.")] == ["2026-01-19", "2026-01-21"]


MEANT = [
    ("Vor zwei Wochen wurde beraten.", "P2W", "2026-W02"),
    ("Vor anderthalb Wochen wurde beraten.", "P1.5W", "2026-W03"),
    ("Vor anderthalb Jahren wurde beraten.", "P1.5Y", "2024"),
    ("Vor anderthalb Monaten wurde beraten.", "P1.5M", None),
    ("Vor drei Tagen wurde beraten.", "P3D", "2026-01-19"),
    ("Am Wochenende wurde beraten.", "2026-W03-WE", "2026-01-17/2026-01-18"),
    ("Am Dienstagabend wurde beraten.", "2026-01-20TEV", "2026-01-20"),
    ("In der Nacht zum Dienstag wurde beraten.", "2026-01-19TNI", "2026-01-19/2026-01-20"),
    ("Anfang Dezember wurde beraten.", "2025-12", "2025-12"),
    ("Damals wurde beraten.", "PAST_REF", None),
    ("Es wurde zwei Stunden beraten.", "PT2H", None),
]


@pytest.mark.parametrize(("text", "value", "date"), MEANT)
def test_tells_the_date_that_is_meant(text: str, value: str, date: str | None) -> None:
    """A time tells the date of an event beside its value, and none where it names none."""
    [found] = _times(text)

    assert (found.value, found.date) == (value, date)


@pytest.mark.parametrize(
    ("published", "values"),
    [
        ("2026-01-22T22:20:00+01:00", ["2026-01-19", "2026-W05", "2025"]),
        ("2026-01", ["XXXX-WXX-1", "XXXX-WXX", "2025"]),
        ("2026", ["XXXX-WXX-1", "XXXX-WXX", "2025"]),
        (None, ["XXXX-WXX-1", "XXXX-WXX", "XXXX"]),
        ("unlesbar", ["XXXX-WXX-1", "XXXX-WXX", "XXXX"]),
    ],
)
def test_counts_from_publication_as_far_as_it_is_known(published: str | None, values: list[str]) -> None:
    """What publication does not tell stays unknown."""
    text = "Sie trafen sich am Montag. In der kommenden Woche wird beraten. Im Vorjahr wurde beraten."

    assert [found.value for found in _times(text, published)] == values


def test_a_bare_hour_belongs_to_the_day_in_its_sentence() -> None:
    """A time of day belongs to the day of its sentence, before or behind it, else to publication."""
    text = "Um 14 Uhr am Dienstag landete er. Um 15 Uhr begann das Gespräch."
    text += "\n\nDie Anlage schaltet sich täglich um 22 Uhr ab."

    assert [found.value for found in _times(text) if found.type == "TIME"] == [
        "2026-01-20T14:00",
        "2026-01-20T15:00",
        "2026-01-22T22:00",
    ]


def test_points_into_no_noise() -> None:
    """Nothing is found in stretches that are no reporting."""
    text = "22. Januar 2026\n\nSie trafen sich am Montag."

    assert [text[found.start : found.end] for found in _times(text, noise=(Noise(0, 15, "dateline"),))] == ["Montag"]


@pytest.mark.parametrize(
    "text",
    [
        "1. " * 33_000,
        "am " * 33_000,
        "und Montag " * 9_000,
        "9" * 100_000,
        "-–/." * 25_000,
        "ﬀ²Ⅻ৪" * 25_000,
        "ver" * 33_000,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    """A hundred thousand odd characters are read at once."""
    analysis = Analysis(text, (Sentence(0, len(text), ()),))
    began = time.process_time()
    read_times(analysis, Reading(Article("odd", text, published="2026-01-22")))

    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "text", ["Am 31.12.9999 und in 9000 Jahren.", "Vor 9999999 Jahren.", "Im 99. Jahrhundert.", "Um 25 Uhr 99."]
)
def test_dates_beyond_the_calendar_do_no_harm(text: str) -> None:
    """Numbers that no calendar holds give a duration or nothing, never an error."""
    assert all(found.date is None or len(found.date) >= 4 for found in _times(text))
