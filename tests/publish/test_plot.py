"""Drawings are well-formed, say the same as their tables, lead to their entries, and let no markup through."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from aktenlage.cli import main
from aktenlage.model.dossier import DossierActor, Event, Participant, StanceTaken, Standpoint
from aktenlage.publish.plot import Plot, draw_activity, draw_network, draw_positions, draw_timeline

_SVG = "{http://www.w3.org/2000/svg}"
ACTORS = {
    each.id: each
    for each in (
        DossierActor("ru", "Russland", "state"),
        DossierActor("us", "USA <b>", "state"),
        DossierActor("anna", "Anna Berg", "person", state="us"),
        DossierActor("un", "Vereinte Nationen", "organization"),
    )
}


def _event(number: int, date: str | None, who: tuple[str, ...], status: str = "held", kind: str = "meeting") -> Event:
    people = tuple(Participant(actor) for actor in who)
    return Event(f"e{number}", kind, people, "Genf", date, None, (), status)  # type: ignore[arg-type]


EVENTS = [
    _event(1, "2026-01-10", ("ru", "anna")),
    _event(2, "2026-01-10", ("ru", "us"), kind="call"),
    _event(3, "2026-02-01/2026-02-03", ("ru", "us", "un"), "planned", "conference"),
    _event(4, "2026-03", ("un",), "cancelled", "visit"),
    _event(5, None, ("ru", "un")),
]
POINTS = [
    Standpoint("ru", "territory", (StanceTaken("demands", "2026-01-10"), StanceTaken("accepts", "2026-02-10"))),
    Standpoint("us", "ceasefire", (StanceTaken("offers", "2026-01-12"), StanceTaken("rejects", None))),
]
DRAWN: dict[str, Callable[..., Plot]] = {
    "timeline": lambda language="en", link=None: draw_timeline(EVENTS, ACTORS, language, link),
    "network": lambda language="en", link=None: draw_network(EVENTS, ACTORS, language, link),
    "positions": lambda language="en", link=None: draw_positions(POINTS, ACTORS, language, link),
    "activity": lambda language="en": draw_activity([("2025-11", 2), ("2026-01", 5)], language),
}


@pytest.mark.parametrize("name", list(DRAWN))
def test_is_well_formed_and_repeats_itself(name: str) -> None:
    """Alone and within a page, with title and description for those who do not see it."""
    plot = DRAWN[name]()

    for text in (plot.svg, plot.standalone()):
        root = ET.fromstring(text)
        assert root.find(f"{_SVG}title") is not None
        assert root.find(f"{_SVG}desc") is not None
    assert "style" not in plot.svg
    assert plot == DRAWN[name]()


@pytest.mark.parametrize("name", list(DRAWN))
@pytest.mark.parametrize("language", ["de", "en"])
def test_speaks_both_languages(name: str, language: str) -> None:
    """Titles and tables are in the language asked for."""
    plot = DRAWN[name](language)
    other = DRAWN[name]("en" if language == "de" else "de")

    assert plot.title != other.title
    assert len(plot.head) == len(plot.rows[0])


@pytest.mark.parametrize(("name", "count"), [("timeline", 4), ("network", 3), ("positions", 3), ("activity", 3)])
def test_the_table_says_the_same(name: str, count: int) -> None:
    """A row a mark, a line, or a month, those without any among them."""
    assert len(DRAWN[name]().rows) == count


def test_marks_lead_to_their_entries() -> None:
    """Each mark is a link where addresses are given, and none otherwise."""
    linked = ET.fromstring(DRAWN["timeline"](link=lambda name: f"/event/{name}").svg)
    addresses = {each.get("href") for each in linked.iter(f"{_SVG}a")}

    assert addresses == {"/event/e1", "/event/e2", "/event/e3", "/event/e4"}
    assert "<a" not in DRAWN["timeline"]().svg


def test_marks_lie_within_the_drawing() -> None:
    """From one event to hundreds on as many tracks."""
    many = [
        _event(number, f"2026-{1 + number % 12:02}-{1 + number % 28:02}", (f"a{number % 40}", "ru"))
        for number in range(400)
    ]
    for events in ([EVENTS[0]], many, []):
        for plot in (draw_timeline(events, ACTORS, "en"), draw_network(events, ACTORS, "en")):
            root = ET.fromstring(plot.svg)
            width, height = float(root.get("width", 0)), float(root.get("height", 0))
            for each in root.iter(f"{_SVG}circle"):
                assert 0 <= float(each.get("cx", -1)) <= width
                assert 0 <= float(each.get("cy", -1)) <= height


@pytest.mark.parametrize("draw", [draw_timeline, draw_network, draw_positions])
def test_an_empty_file_is_drawn(draw: Callable[..., Plot]) -> None:
    """Nothing to show is no error."""
    assert draw([], {}, "en").rows == ()
    assert draw_activity([], "en").rows == ()


@pytest.mark.parametrize("name", list(DRAWN))
def test_command_writes_a_drawing(name: str, tmp_path: Any) -> None:
    """Right from articles."""
    (tmp_path / "a.txt").write_text(
        "22.01.2026 Emmanuel Macron hat am Mittwoch Friedrich Merz in Paris empfangen. Merz forderte Sanktionen.",
        encoding="utf-8",
    )
    done = CliRunner().invoke(main, ["plot", name, str(tmp_path / "a.txt")])

    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("<svg")
