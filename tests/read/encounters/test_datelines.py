"""The town from where a report is dated is the place of its news."""

import pytest

from aktenlage.model.article import Article
from aktenlage.model.encounter import Encounter
from aktenlage.pipeline import read_article


def _only(text: str) -> tuple[Encounter, list[str]]:
    (encounter,) = read_article(Article("case", text, published="2026-01-22")).encounters
    return encounter, [text[span.start : span.end] for span in encounter.evidence]


def test_meeting_of_the_news_was_in_the_town_of_the_dateline() -> None:
    """The dateline is among the evidence, since it tells the place."""
    encounter, evidence = _only("Rom (dpa) – Giorgia Meloni traf am Mittwoch Friedrich Merz.")

    assert encounter.place == "Rom"
    assert evidence[-1].startswith("Rom")


@pytest.mark.parametrize(
    "told",
    [
        "Giorgia Meloni telefonierte am Mittwoch mit Friedrich Merz.",
        "Giorgia Meloni wird am Freitag Friedrich Merz treffen.",
        "Giorgia Meloni traf im Mai Friedrich Merz.",
    ],
)
def test_calls_plans_and_what_is_long_past_were_not_there(told: str) -> None:
    """Only what was held just now and face to face is set in the town of the report."""
    encounter, evidence = _only(f"Rom (dpa) – {told}")

    assert encounter.place is None
    assert not any(words.startswith("Rom") for words in evidence)
