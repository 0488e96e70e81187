"""Sentences and figures over a whole store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aktenlage import Article, Evidence, Store
from aktenlage.store.page import Wanted

SHARED = (
    "Der französische Präsident Emmanuel Macron empfängt am Freitag Bundeskanzler Friedrich Merz im Schloss von "
    "Rambouillet. Vorgesehen sind nach den Worten einer Sprecherin zunächst ein gemeinsames Essen und danach lange "
    "Beratungen über Strom."
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "talks.sqlite") as store:
        store.add(Article("a", f"Vorab: {SHARED}", outlet="Bote", published="2026-01-21", agencies=("dpa",)))
        store.add(Article("b", SHARED, outlet="Warte", published="2026-01-22"))
        store.add(
            Article(
                "c", "Norwegen und die Schweiz trafen sich am Montag in Genf.", outlet="Warte", published="2026-01-23"
            )
        )
        yield store


def test_gives_the_sentence_around_words(store: Store) -> None:
    """A place gets its whole sentence with outlet, day and agency; a place in no article is left out."""
    view = store.view()
    [event] = [event for event in view.events().items if event.place == "Genf"]
    places = [*event.reports[0].evidence, Evidence("none", 0, 5), Evidence("a", 10, 20)]

    found = view.quoted(places)

    assert len(found) == 2
    assert found[places[0]].text == "Norwegen und die Schweiz trafen sich am Montag in Genf."
    assert (found[places[2]].outlet, found[places[2]].published, found[places[2]].agencies) == (
        "Bote",
        "2026-01-21",
        ("dpa",),
    )
    assert found[places[2]].words(places[2]) in SHARED


def test_counts_who_carries_whose_words(store: Store) -> None:
    """The later article counts as carrying words of the earlier one's outlet."""
    assert [(each.source, each.to, each.articles) for each in store.view().copies()] == [("Bote", "Warte", 1)]
    assert [origin.articles for origin in store.view().shared_origins().items] == [("a", "b")]


def test_gives_participants_and_labels(store: Store) -> None:
    """Participants are told by event, without the states that people act for."""
    view = store.view()

    assert sorted(view.participants("planned").values()) == [["emmanuel-macron", "friedrich-merz"]]
    assert view.labels()["emmanuel-macron"].state == "fr"


def test_search_is_narrowed_to_entries(store: Store) -> None:
    """Sentences on which an entry of a kind rests, or one that concerns an actor."""
    view = store.view()

    assert {hit.article for hit in view.search("Genf OR", kind="event").items} == set()
    assert [hit.article for hit in view.search("Genf", kind="event").items] == ["c"]
    assert view.search("Genf", kind="document").total == 0
    assert view.search("Genf", Wanted(actor="no")).total == 1
    assert view.search("Genf", Wanted(actor="fr")).total == 0
