"""Words for places that say where an encounter was, and those that do not."""

import pytest

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Auf dem Weg nach Rom traf Friedrich Merz am Dienstag Keir Starmer.", None),
        ("Auf seinem Rückflug nach Rom traf Friedrich Merz in Athen Keir Starmer.", "Athen"),
        ("Nach dem Hilari traf Friedrich Merz am Dienstag Keir Starmer.", None),
        ("Friedrich Merz traf am Dienstag im Phanar Keir Starmer.", "Istanbul"),
    ],
)
def test_where_an_encounter_was(told: str, place: str | None) -> None:
    """Nobody met where he was only on the way to, and an unknown name behind an article tells when."""
    (encounter,) = read_article(Article("case", told, published="2026-01-22")).encounters

    assert encounter.place == place
