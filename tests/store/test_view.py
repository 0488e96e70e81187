"""A store is asked page by page, finds words in any form, and says what it said on a past day."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aktenlage import Article, Store, dossier, to_record
from aktenlage.store.page import Wanted

ARTICLES = [
    Article(
        "plan",
        "Der französische Präsident Emmanuel Macron empfängt am Freitag Bundeskanzler Friedrich Merz in Paris. "
        "Es gehe um die Verträge mit München, sagte Macron.",
        outlet="Bote",
        published="2026-01-21",
    ),
    Article(
        "held",
        "Der französische Präsident Emmanuel Macron hat am Freitag Bundeskanzler Friedrich Merz in Paris empfangen.",
        outlet="Warte",
        published="2026-01-24",
    ),
    Article(
        "other",
        "Der russische Außenminister Sergej Lawrow reist am 3. März nach Ankara.",
        outlet="Bote",
        published="2026-02-27",
    ),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "talks.sqlite") as store:
        for article in ARTICLES:
            store.add(article)
        yield store


def test_holds_what_the_dossier_holds(store: Store) -> None:
    """Every list of the dossier comes back, entry by entry and in its order."""
    view, made = store.view(), dossier(ARTICLES)
    everything = Wanted(limit=1_000)

    kept = {
        "events": view.events(everything).items,
        "statements": view.statements(everything).items,
        "positions": view.positions(everything).items,
        "actors": view.actors(everything).items,
        "articles": view.articles(everything).items,
        "origins": view.origins(everything).items,
        "changes": view.changes(everything).items,
    }

    assert to_record(kept) == {name: to_record(getattr(made, name)) for name in kept}


def test_gives_lists_page_by_page(store: Store) -> None:
    """Pages follow one another without gap; each says how many there are in all."""
    view = store.view()

    first, second = (view.articles(Wanted(limit=2, offset=offset)) for offset in (0, 2))

    assert [source.id for page in (first, second) for source in page.items] == ["plan", "held", "other"]
    assert (first.total, second.total) == (3, 3)


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Wanted(actor="ru"), ["Ankara"]),
        (Wanted(actor="friedrich-merz"), ["Paris"]),
        (Wanted(status="planned"), ["Ankara"]),
        (Wanted(sort="visit"), ["Ankara"]),
        (Wanted(since="2026-02-01"), ["Ankara"]),
        (Wanted(until="2026-01-31"), ["Paris"]),
        (Wanted(article="held"), ["Paris"]),
        (Wanted(newest_first=True), ["Ankara", "Paris"]),
        (Wanted(actor="us"), []),
    ],
)
def test_narrows_lists_down(store: Store, wanted: Wanted, places: list[str]) -> None:
    """Each condition keeps what fits; a person's state is concerned as well."""
    assert [event.place for event in store.view().events(wanted).items] == places


@pytest.mark.parametrize(
    "query", ["Vertrag", "vertraege", "Muenchen", "münchen", '"Verträge mit München"', "Macron Vertrag"]
)
def test_finds_words_in_any_form_and_spelling(store: Store, query: str) -> None:
    """Number, case and umlauts make no difference, and the marks lie on the words found."""
    [hit] = store.view().search(query).items

    assert hit.article == "plan"
    assert "Verträge" in hit.sentence
    assert all(hit.sentence[start:end].strip() for start, end in hit.marks)
    assert ("statement", store.view().statements().items[0].id) in hit.entries


@pytest.mark.parametrize(
    "query", ["", '"', "AND OR NOT", "NEAR(", "Vertrag*", "-", '""', "a" * 100_000, "words:x", "’"]
)
def test_takes_any_query(store: Store, query: str) -> None:
    """Nothing that a user may type is an error."""
    assert store.view().search(query).total >= 0


def test_says_what_it_said_on_a_past_day(store: Store) -> None:
    """The record of a past day has only what had appeared by then."""
    past = store.view(as_of="2026-01-22")

    assert [(event.place, event.status) for event in past.events().items] == [("Paris", "planned")]
    assert past.search("Ankara").total == 0
    assert store.view().search("Ankara").total == 1


def test_is_put_together_only_where_something_changed(store: Store) -> None:
    """What is settled stays so until something new comes."""
    assert store.settle()
    before = store.view().generation
    assert not store.settle()

    store.add(ARTICLES[0])
    assert store.view().generation == before

    store.add(Article("new", "Emmanuel Macron trifft am Montag in Rom Giorgia Meloni.", published="2026-03-01"))
    assert store.view().generation > before
    assert store.view().events(Wanted(actor="giorgia-meloni")).total == 1


def test_counts_the_busiest_actors(store: Store) -> None:
    """Events and statements of each are counted."""
    busiest = {actor.id: (met, said) for actor, met, said in store.view().busiest()}

    assert busiest["emmanuel-macron"] == (1, 1)
    assert busiest["sergej-lawrow"] == (1, 0)
