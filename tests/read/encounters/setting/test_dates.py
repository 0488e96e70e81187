"""The day of an encounter that its own words do not tell."""

import pytest

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article


def _days(text: str) -> list[str | None]:
    return [each.date for each in read_article(Article("case", text, published="2026-01-22")).encounters]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Am Dienstag stürzte in Rom die Regierung. Giorgia Meloni schwieg. Das Land wartet. ", "2026-01-20"),
        ("Am Donnerstag stürzte in Rom die Regierung. Giorgia Meloni schwieg. Das Land wartet. ", "2026-01-22"),
        ("Am 3. Januar stürzte in Rom die Regierung. Giorgia Meloni schwieg. Das Land wartet. ", "2026-01-22"),
    ],
)
def test_time_of_day_alone_is_of_the_day_of_the_news(told: str, day: str) -> None:
    """A report goes on telling of the day that it has told of, unless that is long past."""
    assert _days(told + "Friedrich Merz hatte am Nachmittag Keir Starmer empfangen.") == [day]


def test_small_hours_may_be_of_the_day_after() -> None:
    """What went on until three in the morning is not of the day before."""
    first = "Am Dienstag stürzte in Rom die Regierung. Giorgia Meloni schwieg. Das Land wartet. "

    assert _days(first + "Friedrich Merz traf um drei Uhr Keir Starmer.") != ["2026-01-20"]


def test_what_somebody_does_next_is_of_the_same_day() -> None:
    """What follows later may be of any day."""
    first = "Friedrich Merz traf am Dienstag in Rom Giorgia Meloni. "

    assert _days(first + "Danach reiste er nach Paris weiter.") == ["2026-01-20", "2026-01-20"]
    assert _days(first + "Später reiste er nach Paris weiter.") == ["2026-01-20", None]


def test_what_is_planned_there_is_of_the_day_of_the_journey() -> None:
    """A day that is over is none of what is planned."""
    planned = "Dort sind Gespräche mit Donald Tusk vorgesehen."

    assert _days("Am Freitag reist Friedrich Merz nach Warschau. " + planned)[-1] == "2026-01-23"
    assert _days("Am Dienstag nannte Friedrich Merz Warschau als Ziel. " + planned)[-1] is None
