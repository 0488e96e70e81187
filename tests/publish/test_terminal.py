"""The summary on a terminal."""

from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console

from aktenlage.model.dossier import Dossier
from aktenlage.model.reading import Reading
from aktenlage.publish.quotes import Quotes
from aktenlage.publish.sections import sections
from aktenlage.publish.terminal import print_sections


def test_prints_what_is_next_and_where_things_stand(dossier: Dossier, readings: Sequence[Reading]) -> None:
    """The summary names the held meeting, the planned visit and the one position, in the interface language."""
    console = Console(width=100, record=True, file=None, quiet=False)
    with console.capture() as capture:
        print_sections(sections(dossier, Quotes(dossier, readings), "en"), console)
    text = capture.get()

    assert "Meeting: Schweiz and Norwegen (Genf)" in text
    assert "Visit: Schweiz (Oslo)" in text
    assert "Norwegen demands" in text
    assert "What is next" in text


def test_seasons_and_weeks_stand_where_they_begin(dossier: Dossier, readings: Sequence[Reading]) -> None:
    """A summer comes before December, a week before its Friday."""
    dates = ("2025-12", "2025-SU", "2026-01-23", "2026-W04", None)
    events = tuple(replace(dossier.events[0], id=str(place), date=date) for place, date in enumerate(dates))
    told = replace(dossier, events=events)
    timeline = next(each for each in sections(told, Quotes(told, readings), "en") if each.key == "timeline")

    assert [line.when for line in timeline.groups[0].lines] == [
        "summer 2025",
        "December 2025",
        "week of 19 January 2026",
        "23 January 2026",
        "no date",
    ]


def test_a_week_that_is_over_is_not_next(dossier: Dossier, readings: Sequence[Reading]) -> None:
    """What was planned for a week that has passed is no longer next."""
    planned = replace(dossier.events[0], status="planned", date="2026-W02")
    told = replace(dossier, events=(planned,), as_of="2026-01-24T23:59:59+01:00")
    coming = next(each for each in sections(told, Quotes(told, readings), "en") if each.key == "next")

    assert not coming.groups
