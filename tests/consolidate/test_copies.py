"""Copied passages, origins, versions, corrections."""

from dataclasses import replace

import pytest
from tests.consolidate.build import reading, told

from aktenlage.consolidate.assemble import assemble
from aktenlage.model.article import Noise, Span
from aktenlage.model.dossier import Event

AGENCY = (
    "Die Vertreter beider Länder kamen am Montag in einem Hotel am Genfer See zusammen und sprachen dort sechs Stunden "
    "lang über den Verlauf der gemeinsamen Grenze. Ein Ergebnis gab es zunächst nicht."
)
EDITED = (
    "In einem Hotel kamen am Montag die Vertreter beider Länder zusammen. Sie sprachen dort sechs Stunden lang über "
    "den Verlauf der gemeinsamen Grenze, ein Ergebnis gab es nach Angaben von Beobachtern zunächst nicht."
)
OWN = "Mit leeren Händen sind die Unterhändler aus der Schweiz heimgefahren. Über Grenzfragen wird weiter gestritten."
QUOTE = "„Wir haben heute sehr lange und sehr offen über alles gesprochen, was uns seit Jahren trennt“"
MEETING = told("meeting", "us ru", "held", place="Genf", date="2026-01-12")


def _event(*readings: object) -> Event:
    [event] = assemble(readings).events  # type: ignore[arg-type]
    return event


def test_copied_words_are_found_on_both_sides() -> None:
    """Edited and reordered copy is aligned with offsets in either text."""
    dossier = assemble([reading("a", "2026-01-12", text=AGENCY), reading("b", "2026-01-12", text=EDITED)])

    [origin] = dossier.origins
    copied = [(AGENCY[a.start : a.end], EDITED[b.start : b.end]) for a, b in origin.passages]
    assert origin.articles == ("a", "b")
    assert any("sechs Stunden lang über den Verlauf der gemeinsamen Grenze" in words for _, words in copied)
    assert all(one.split()[-1].strip(".,") == other.split()[-1].strip(".,") for one, other in copied)


def test_one_agency_text_in_three_outlets_is_one_origin() -> None:
    """Outlets are counted, and origins too."""
    copies = [
        reading(name, "2026-01-12", MEETING, text=text) for name, text in [("a", AGENCY), ("b", EDITED), ("c", AGENCY)]
    ]
    own = reading("d", "2026-01-13", MEETING, text=OWN)

    event = _event(*copies, own)

    assert (event.outlets, event.independent_origins) == (4, 2)


@pytest.mark.parametrize(
    ("first", "second", "origins"),
    [
        ({"outlet": "Bote"}, {"outlet": "Warte"}, 2),
        ({"outlet": "Bote"}, {"outlet": "Bote"}, 1),
        ({"outlet": None}, {"outlet": None}, 1),
        ({"outlet": "Bote", "agencies": ("dpa",)}, {"outlet": "Warte", "agencies": ("dpa", "AFP")}, 1),
        ({"outlet": "Bote", "agencies": ("dpa",)}, {"outlet": "Warte", "agencies": ("AFP",)}, 2),
        ({"outlet": "Bote", "agencies": ("dpa",)}, {"outlet": "Bote", "agencies": ("AFP",)}, 2),
        ({"outlet": "Bote", "agencies": ("dpa",)}, {"outlet": "Bote"}, 1),
    ],
)
def test_origins_count_low_where_it_cannot_be_told(first: dict, second: dict, origins: int) -> None:
    """A common outlet or agency, and outlets that nobody knows, are no independent sources."""
    event = _event(
        reading("a", "2026-01-12", MEETING, text=AGENCY, **first),
        reading("b", "2026-01-13", MEETING, text=OWN, **second),
    )

    assert event.independent_origins == origins


def test_quoting_the_same_words_is_no_copy() -> None:
    """Two reporters who heard one speaker print the same quotation."""
    one = f"{QUOTE}, sagte die Ministerin in Wien."
    other = f"Vor Journalisten erklärte sie nach der Sitzung: {QUOTE}."

    dossier = assemble([reading("a", "2026-01-12", text=one), reading("b", "2026-01-12", text=other)])

    assert [origin.passages for origin in dossier.origins] == [(), ()]


def test_noise_is_no_copy() -> None:
    """A caption or credit that two articles share says nothing about where their words come from."""
    texts = [f"{AGENCY} {OWN}", f"{AGENCY} Etwas ganz anderes steht hier."]
    noisy = [
        reading(name, "2026-01-12", text=text, noise=(Noise(0, len(AGENCY), "caption"),))
        for name, text in zip("ab", texts, strict=True)
    ]

    assert len(assemble(noisy).origins) == 2


def test_a_later_version_stands_for_the_earlier() -> None:
    """The same outlet prints its text again: the later one counts, the earlier is kept and marked as an update."""
    wrong = told("meeting", "us ru", "held", place="Genf", date="2026-01-11")
    old = reading("old", "2026-01-12T08:00:00+01:00", wrong, outlet="Bote", text=AGENCY)
    new = reading("new", "2026-01-13T12:00:00+01:00", MEETING, outlet="Bote", text=AGENCY + " Das teilte Bern mit.")

    dossier = assemble([old, new])

    [event] = dossier.events
    assert event.date == "2026-01-12"
    assert [(each.field, each.type) for each in event.disagreements] == [("date", "update")]
    assert [report.article for report in event.reports] == ["new", "old"]
    assert [(change.kind, change.before, change.after) for change in dossier.changes][-1] == (
        "corrected",
        "2026-01-11",
        "2026-01-12",
    )


def test_a_correction_takes_the_place_of_the_error() -> None:
    """The error that the correction repeats is not counted, nor the outlet's earlier report."""
    text = "Korrektur. In einer früheren Meldung hieß es, sie hätten sich am Sonntag getroffen. Es war der Montag."
    start = text.index("In einer")
    error = told("meeting", "us ru", "held", place="Genf", date="2026-01-11")
    first = reading("first", "2026-01-12", error, outlet="Bote")
    fix = reading("fix", "2026-01-13", error, MEETING, outlet="Bote", text=text)
    middle = text.index("Es war")
    spans = (Span(0, start), Span(start, middle), Span(middle, len(text)))
    repeated, right = fix.encounters
    fix = replace(
        fix, sentences=spans, encounters=(replace(repeated, evidence=(spans[1],)), replace(right, evidence=(spans[2],)))
    )

    dossier = assemble([first, fix])

    [event] = dossier.events
    assert event.date == "2026-01-12"
    assert [(each.field, each.type) for each in event.disagreements] == [("date", "update")]
    assert dossier.changes[-1].kind == "corrected"
