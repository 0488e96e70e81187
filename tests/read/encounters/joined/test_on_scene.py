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


def _dates(text: str) -> list[tuple[str | None, str | None]]:
    found = read_article(Article("case", text, published="2026-01-22")).encounters
    return [(each.place, each.date) for each in found]


def test_what_is_told_without_a_day_is_of_the_day_told_before_it() -> None:
    """The report goes on about the same day; what is said to be later may be of another one."""
    first = "Giorgia Meloni gab am Mittwoch in Rom eine Pressekonferenz. "

    assert [day for _, day in _dates(first + "Friedrich Merz telefonierte mit Keir Starmer.")] == ["2026-01-21"]
    assert [day for _, day in _dates(first + "Später telefonierte Friedrich Merz mit Keir Starmer.")] == [None]


def test_what_is_told_without_a_place_was_where_the_one_before_it_was() -> None:
    """Two who met where others had met; what is of long ago was anywhere."""
    first = "Giorgia Meloni traf am Mittwoch in Rom Friedrich Merz. "

    assert _dates(first + "Keir Starmer traf Donald Tusk.")[1] == ("Rom", "2026-01-21")
    assert _dates(first + "Im Mai 2024 traf Keir Starmer Donald Tusk.")[1] == (None, "2024-05")


def test_what_had_been_before_the_news_is_not_set_in_them() -> None:
    """The pluperfect without a day tells of any time before."""
    first = "Giorgia Meloni traf am Mittwoch in Rom Friedrich Merz. "

    assert _dates(first + "Keir Starmer hatte Donald Tusk getroffen.")[1] == (None, None)


@pytest.mark.parametrize(
    ("dateline", "town"),
    [
        ("Bad Musterau (dpa) –", "Bad Musterau"),
        ("Musterau am Inn (Österreich), 22.01.2026 –", "Musterau am Inn"),
        ("NEU-MUSTERAU (AFP) –", "Neu-Musterau"),
        ("PORT-AU-PRINCE.", "Port-au-Prince"),
        ("Rom/Mailand –", "Rom"),
        ("Musterau/Rom.", "Musterau"),
        ("Rom, 22. Januar.", "Rom"),
        ("Donnerstag, 22. Januar 2026 -", None),
    ],
)
def test_town_of_a_dateline_need_not_be_known(dateline: str, town: str | None) -> None:
    """Of several towns the report is from the first; a stamp that names no town sets the place of nothing."""
    assert _dates(f"{dateline} Giorgia Meloni traf am Mittwoch Friedrich Merz.")[0][0] == town


def test_country_of_the_news_is_the_town_of_the_dateline() -> None:
    """Whoever met somewhere in a country met in its town that the report is from."""
    told = "Giorgia Meloni traf am Mittwoch bei ihrem Besuch in {} Friedrich Merz."

    assert _dates("Berlin (dpa) – " + told.format("Deutschland"))[0][0] == "Berlin"
    assert _dates("Rom (dpa) – " + told.format("Deutschland"))[0][0] == "Deutschland"


def test_people_of_the_news_met_on_the_day_with_which_the_report_begins() -> None:
    """Where no sentence nearby tells a day; bodies go on meeting."""
    first = "Giorgia Meloni verlor am Mittwoch eine Abstimmung. Das Gesetz ist umstritten. Es regelt die Renten. "

    assert _dates(first + "Die Gewerkschaften sind dagegen. Friedrich Merz traf Keir Starmer.") == [
        (None, "2026-01-21")
    ]
    assert _dates(first + "Die Gewerkschaften sind dagegen. Die Nato sprach mit der Ukraine.")[0][1] is None
