"""What users may import."""

import importlib

import pytest

import aktenlage

NAMES = [
    "AktenlageError",
    "Article",
    "Dossier",
    "Evidence",
    "InputError",
    "InvalidTimexError",
    "Reading",
    "ResourceError",
    "Span",
    "Store",
    "StoreError",
    "dossier",
    "from_record",
    "read",
    "to_record",
]


def test_public_names_are_these() -> None:
    """A name more or less is a decision, not an accident; each is there and documented."""
    assert sorted(aktenlage.__all__) == NAMES
    assert [name for name in NAMES if not getattr(aktenlage, name).__doc__] == []


def test_functions_keep_their_names_beside_the_packages() -> None:
    """Loading a module of the package ``aktenlage.read`` does not hide the function."""
    importlib.import_module("aktenlage.read.times")
    importlib.import_module("aktenlage.dossier.views")

    assert callable(aktenlage.read)
    assert callable(aktenlage.dossier)


def test_refuses_what_is_no_date_and_two_articles_of_one_id() -> None:
    """Wrong input is told as such, not as a fault of the program."""
    with pytest.raises(aktenlage.InputError, match="gestern"):
        aktenlage.read("Die Delegation reist ab.", published="gestern")
    with pytest.raises(aktenlage.InputError, match="earlier article"):
        aktenlage.dossier([aktenlage.Article("a", "Die Delegation reist ab."), aktenlage.Article("a", "Sie bleibt.")])


def test_reads_and_makes_a_dossier() -> None:
    """The few calls that the quick start shows, on readings and articles alike."""
    text = "Norwegen und die Schweiz haben am Freitag in Genf verhandelt."
    reading = aktenlage.read(text, published="2026-01-24", outlet="Bote")

    made = aktenlage.dossier([reading, aktenlage.Article("b", text, outlet="Warte", published="2026-01-24")])

    assert reading.article.text == text
    assert [source.outlet for source in made.articles] == ["Bote", "Warte"]
    assert aktenlage.from_record(aktenlage.Reading, aktenlage.to_record(reading)) == reading
