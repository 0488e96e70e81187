"""The words of saying."""

import pytest

from aktenlage.read.statements.lexicon import noun, verbs, words


def test_holds_several_hundred_verbs() -> None:
    """Verbs and phrases of saying are data, several hundred of them."""
    assert sum(len(entries) for entries in verbs().values()) > 500


def test_prefers_the_entry_that_needs_more_words() -> None:
    """A phrase is tried before the bare verb."""
    needs = [len(verb.needs) for verb in verbs()["ausgehen"]]

    assert needs == sorted(needs, reverse=True)


@pytest.mark.parametrize(
    ("word", "group"),
    [("Angaben", "statement"), ("Polizeiangaben", "statement"), ("Medienberichten", "report"), ("Ansicht", "opinion")],
)
def test_knows_nouns_and_their_compounds(word: str, group: str) -> None:
    """A compound is what its last part is."""
    found = noun(word)

    assert found is not None
    assert found.group == group


@pytest.mark.parametrize("word", ["Umstand", "Opposition", "Anschluss", "angaben", "Tisch"])
def test_leaves_other_words(word: str) -> None:
    """Words that only end like a noun of saying are none."""
    assert noun(word) is None


def test_function_words_are_lower_case() -> None:
    """Function words are compared in lower case."""
    assert all(word == word.lower() for word in words("complementizers") | words("conjunctions"))
