"""The HTML page of a dossier."""

import re
from collections.abc import Sequence

import pytest

from aktenlage.model.dossier import Dossier
from aktenlage.model.reading import Reading
from aktenlage.publish.page import render_page


@pytest.fixture
def page(dossier: Dossier, readings: Sequence[Reading]) -> str:
    return render_page(dossier, readings, "de")


@pytest.mark.parametrize(
    "words",
    [
        "Treffen: Schweiz und Norwegen (Genf)",
        "Meeting: Schweiz und Norwegen (Genf)".replace(" und ", " and "),
        "23. Januar 2026",
        "23 January 2026",
        "Noch nicht bestätigt von: Norwegen",
        "Norwegen fordert",
        "12-Punkte-Plan → 9-Punkte-Plan",
        "geplant (22. Januar 2026) → stattgefunden (24. Januar 2026)",
        "Dauer: 1 Stunde",
        "Gastgeberin",
        "Wir kommen voran",
    ],
)
def test_says_what_the_dossier_holds(page: str, words: str) -> None:
    """Events, history, confirmations, positions, plans, delegations and statements stand on it in both languages."""
    assert words in page


def test_every_reference_leads_to_a_quoted_sentence(page: str) -> None:
    """A number behind a line is a link to a sentence at the foot, and each of these is linked."""
    links = set(re.findall(r'href="#(q\d+)"', page))
    quotes = set(re.findall(r'id="(q\d+)"', page))

    assert links == quotes
    assert len(quotes) == 4


def test_marks_the_words_that_count(page: str) -> None:
    """The quotation is the whole sentence, the evidence in it is marked."""
    assert "Die Schweiz und Norwegen <mark>treffen sich am Freitag in Genf</mark>." in page


def test_escapes_what_articles_hold(page: str) -> None:
    """An article cannot bring markup or a script link onto the page."""
    assert "<b>" not in page
    assert "&lt;b&gt;Norwegen" in page
    assert "javascript:" not in page
    assert 'href="https://b.example/1"' in page


def test_asks_no_other_host_for_anything(page: str) -> None:
    """The page is complete: no script, image, font or style from elsewhere."""
    assert not re.search(r"<script|<img|<link|@import|url\(|src=", page)


def test_ids_are_unique(page: str) -> None:
    """Links within the page are unambiguous."""
    ids = re.findall(r' id="([^"]+)"', page)

    assert len(ids) == len(set(ids))
