"""Whose people are: the state of an envoy is the one that sends, not the one that receives."""

import pytest

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article

ENVOYS = [
    ("Der UN-Sondergesandte für Libyen, Martin Kobler, reiste nach Tripolis.", "martin-kobler", None),
    ("Der UN-Sondergesandte für Syrien, Geir Pedersen, reiste nach Damaskus.", "geir-pedersen", None),
    ("Der US-Sondergesandte für Syrien, Tom Barrack, reiste nach Beirut.", "tom-barrack", "us"),
    ("Der Botschafter der USA in Berlin, Richard Grenell, reiste ab.", "richard-grenell", "us"),
]


@pytest.mark.parametrize(("text", "actor", "state"), ENVOYS)
def test_an_envoy_belongs_to_the_sender(text: str, actor: str, state: str | None) -> None:
    """Who is sent by a body has no state by that."""
    reading = read_article(Article("case", text, published="2026-01-22"))

    assert {person.id: person.state for person in reading.actors}[actor] == state


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ministerpräsident Maliki sprach.", "nuri-al-maliki"),
        ("Außenminister Maliki sprach.", "rijad-al-maliki"),
        ("Präsident Suleiman sprach.", "michel-suleiman"),
        ("Geheimdienstchef Suleiman sprach.", "omar-suleiman"),
        ("Außenminister Suleiman sprach.", "suleiman"),
        ("König Hamad sprach.", "hamad"),
    ],
)
def test_an_office_tells_namesakes_apart(text: str, actor: str) -> None:
    """Of namesakes the one is meant who held the office by then; no head of state is called a minister."""
    reading = read_article(Article("a", text, published="2010-06-16"))

    assert [mention.actor for mention in reading.mentions if mention.actor] == [actor]
