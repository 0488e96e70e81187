"""The chapters of a dossier."""

from dataclasses import replace

from aktenlage.model.dossier import Dossier
from aktenlage.publish.quotes import Quotes
from aktenlage.publish.sections import sections


def test_the_timeline_runs_by_days_not_by_letters(dossier: Dossier) -> None:
    """A summer comes before the December of its year, and what has no day comes last."""
    dates = ("2025-12", "2025-SU", None, "2026-01-23/2026-01-24")
    events = tuple(replace(dossier.events[0], id=f"e{number}", date=day) for number, day in enumerate(dates))
    told = replace(dossier, events=events)
    timeline = next(section for section in sections(told, Quotes(told, []), "en") if section.key == "timeline")

    assert [line.when for line in timeline.groups[0].lines] == [
        "summer 2025",
        "December 2025",
        "23–24 January 2026",
        "no date",
    ]
