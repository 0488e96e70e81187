"""Encounters told by words that no list holds are found by what a clause shows."""

import pytest

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article
from aktenlage.read.encounters.lexicon import supports, verb_frames

UNLISTED = "grübeln"


def _told(text: str) -> list[tuple[str, tuple[str, ...], str | None, str | None]]:
    found = read_article(Article("case", text, published="2026-01-22")).encounters
    return [(each.status, each.participants, each.place, each.date) for each in found]


def test_two_people_at_one_place_on_a_day_meet_whatever_they_do() -> None:
    """The verb stands in no list, the people, the town and the day tell that they were together."""
    assert UNLISTED not in verb_frames()
    assert UNLISTED not in supports()
    told = _told("Emmanuel Macron und Keir Starmer grübelten am Montag in London stundenlang über einer Landkarte.")

    assert told == [("held", ("emmanuel-macron", "keir-starmer"), "London", "2026-01-19")]


def test_a_person_alone_visits_the_place_that_is_told() -> None:
    """Where somebody comes back from he was, and who goes home from nowhere tells no visit."""
    told = _told("Der UN-Sondergesandte Staffan de Mistura kehrte am Montag mit leeren Händen aus Damaskus heim.")

    assert told == [("held", ("staffan-de-mistura",), "Damaskus", "2026-01-19")]
    assert _told("Der UN-Sondergesandte Staffan de Mistura kehrte am Montag mit leeren Händen heim.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron ernannte am Montag Sébastien Lecornu zum Ministerpräsidenten.",
        "Friedrich Merz kritisierte Emmanuel Macron am Mittwoch scharf.",
        "Wladimir Putin schrieb Donald Trump am Dienstag einen Brief.",
        "Friedrich Merz und Lars Klingbeil verteidigten am Mittwoch im Bundestag den Haushalt.",
    ],
)
def test_what_is_done_from_afar_is_no_encounter(text: str) -> None:
    """People act on each other without meeting."""
    assert _told(text) == []


def test_what_only_says_more_of_an_encounter_is_none_of_its_own() -> None:
    """Where a clause above or below tells the encounter by listed words, the other one adds none."""
    told = _told(
        "Friedrich Merz hat mit Emmanuel Macron vereinbart, sich im Februar in Rom mit Donald Tusk zu treffen."
    )

    assert len(told) == 1


def test_who_only_says_something_meets_nobody_of_whom_he_speaks() -> None:
    """People whom another clause of the sentence names do not take part in what is said."""
    text = "Der Sprecher Stefan Kornelius hatte am Mittwoch in Berlin erklärt, für Emmanuel Macron sei das wichtig."

    assert _told(text) == []
