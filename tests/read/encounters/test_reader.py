"""What a user would notice of encounters beyond single cases: order, evidence, odd input, speed."""

import time

import pytest

from aktenlage.language.analysis import analyse
from aktenlage.model.article import Article
from aktenlage.model.encounter import Encounter
from aktenlage.model.reading import Reading
from aktenlage.pipeline import read_article
from aktenlage.read.delegations import read_delegations
from aktenlage.read.encounters import read_encounters


def _read(text: str, published: str | None = "2026-01-22") -> tuple[Encounter, ...]:
    return read_article(Article("case", text, published=published)).encounters


def test_keeps_the_meeting_of_today_and_an_earlier_one_apart() -> None:
    """Two meetings of the same people are two entries, and words that point back go to the right one."""
    today, earlier = _read(
        "Emmanuel Macron hat am Mittwoch in Paris Friedrich Merz empfangen. "
        "Zuletzt hatten sich Macron und Merz im Dezember in Berlin getroffen. "
        "Das fünfstündige Gespräch damals brachte keinen Durchbruch."
    )

    assert (today.date, today.place, today.duration) == ("2026-01-21", "Paris", None)
    assert (earlier.date, earlier.place, earlier.duration) == ("2025-12", "Berlin", "PT5H")


def test_what_is_told_before_a_journey_does_not_happen_on_it() -> None:
    """The goal of a journey is not where one talked before it."""
    meeting, visit = _read("Vor seiner Reise nach Indien sprach Friedrich Merz mit Emmanuel Macron.")

    assert (meeting.kind, meeting.status, meeting.place) == ("meeting", "held", None)
    assert (visit.kind, visit.status, visit.place) == ("visit", "planned", "Indien")


def test_whom_a_visitor_is_still_to_meet_is_another_encounter() -> None:
    """A visit that goes on and a meeting planned on it are two entries."""
    visit, meeting = _read(
        "Friedrich Merz ist zu einem Besuch in Frankreich eingetroffen. "
        "Am Freitag wird er in Paris Emmanuel Macron treffen."
    )

    assert (visit.kind, visit.status, visit.date) == ("visit", "ongoing", None)
    assert (meeting.kind, meeting.status, meeting.place, meeting.date) == ("meeting", "planned", "Paris", "2026-01-23")


def test_evidence_holds_the_words_that_tell_it() -> None:
    """The first evidence is the clause that tells the encounter first."""
    text = "Es schneite. Am Freitag reist Johann Wadephul nach Ankara, teilte das Ministerium mit."
    (visit,) = _read(text)

    assert "nach Ankara" in visit.evidence[0].of(text)
    assert "schneite" not in visit.evidence[0].of(text)


def test_a_cancelled_plan_is_one_entry() -> None:
    """What is planned first and called off later in the article is cancelled."""
    (meeting,) = _read(
        "Donald Trump und Wladimir Putin wollten sich am Samstag in Budapest treffen. Das Treffen ist abgesagt worden."
    )

    assert (meeting.status, meeting.place) == ("cancelled", "Budapest")


def test_reads_without_a_date_of_publication() -> None:
    """Tense alone tells the status where the day of publication is not known."""
    (meeting,) = _read("Emmanuel Macron hat in Paris Friedrich Merz getroffen.", published=None)

    assert (meeting.status, meeting.date) == ("held", None)


@pytest.mark.parametrize(
    "text",
    [
        "Treffen " * 12_500,
        "mit und " * 12_500,
        "EU-" * 33_000,
        "Gespräche zwischen A und B, " * 3_500,
        "a" * 100_000,
        "„(" * 50_000,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    """A hundred thousand odd characters are passed at once."""
    analysis = analyse(text)
    reading = Reading(Article("odd", text, published="2026-01-22"))
    read_encounters(analyse("Merz traf Macron."), reading)
    began = time.process_time()
    encounters = read_encounters(analysis, reading)
    read_delegations(analysis, reading)

    assert encounters == ()
    assert time.process_time() - began < 1
