"""Stances told by words that no list holds are added, and those that listed words only seem to tell are dropped."""

import pytest

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article


def _stances(text: str) -> list[tuple[str, str]]:
    found = read_article(Article("case", text, published="2026-01-22")).positions
    return [(each.actor, each.stance) for each in found]


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("Die SPD habe ihre Wähler im Stich gelassen, sagte Friedrich Merz.", "friedrich-merz", "accuses"),
        ("Japan sei an den Beschluss nicht gebunden, sagte Sanae Takaichi.", "sanae-takaichi", "rejects"),
        ("Friedrich Merz nannte das Ergebnis schmerzhaft, aber vertretbar.", "friedrich-merz", "accepts"),
    ],
)
def test_a_stance_of_unlisted_words_is_found(text: str, actor: str, stance: str) -> None:
    """The speaker, or who acts in the clause, takes the stance that the clause shows."""
    assert (actor, stance) in _stances(text)


def test_a_stance_that_is_told_on_without_a_cue_is_its_speakers() -> None:
    """What runs on in the Konjunktiv is held by who spoke before, and points to its own words."""
    text = "Friedrich Merz kritisierte den Haushalt. Die SPD habe die Rentner im Stich gelassen."
    *_, last = read_article(Article("case", text, published="2026-01-22")).positions

    assert (last.actor, last.stance) == ("friedrich-merz", "accuses")
    assert last.evidence[0].of(text) == "Die SPD habe die Rentner im Stich gelassen."


@pytest.mark.parametrize(
    "text",
    [
        "Der Vertrag, der am Wochenende von beiden Parteitagen gebilligt worden war, liegt nun in Rom.",
        "Friedrich Merz will in den nächsten Tagen die Chefs aller Parteien nacheinander zu sich bitten.",
    ],
)
def test_what_only_sounds_like_a_stance_is_dropped(text: str) -> None:
    """A listed verb alone is no stance where all else in the clause tells of something else."""
    assert _stances(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Friedrich Merz besuchte am Montag eine Schule in Bonn.",
        "Das Treffen habe zwei Stunden gedauert, sagte Friedrich Merz.",
        "Falls Japan den Vertrag blockiert, reist Friedrich Merz ab.",
    ],
)
def test_what_is_done_reported_or_supposed_is_no_stance(text: str) -> None:
    """Deeds, reports and suppositions add nothing."""
    assert _stances(text) == []
