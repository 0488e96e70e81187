"""The nouns that name encounters are known by themselves, in compounds and in all cases."""

import pytest

from aktenlage.read.encounters.lexicon import noun_word, supports, voice_words
from aktenlage.resources.load import load

NOUNS = load("encounters/nouns")["nouns"]


@pytest.mark.parametrize(("entry", "word"), [(e["id"], w) for e in NOUNS for w in e["examples"]["for"]])
def test_knows_the_noun(entry: str, word: str) -> None:
    """Each example of an entry is read as that entry."""
    noun = noun_word(word)

    assert noun is not None
    assert noun.frame.id == entry


@pytest.mark.parametrize("word", [word for entry in NOUNS for word in entry["examples"]["against"]])
def test_passes_over_other_nouns(word: str) -> None:
    """A compound that names something else is no encounter."""
    assert noun_word(word) is None


def test_gives_the_first_part_of_a_compound() -> None:
    """The first part may name who meets or where."""
    noun = noun_word("EU-Außenministertreffens")

    assert noun is not None
    assert noun.modifier == "eu-außenminister"


def test_voices_name_entries_that_carry_encounters() -> None:
    """What announces or refuses an encounter is told by entries that there are."""
    carrying = {support.id for entries in supports().values() for support in entries}
    assert {entry for entries in voice_words()["acting"].values() for entry in entries} <= carrying
