"""Words are analysed as HanTa does it, whether known, compounded or made up."""

import pytest

from aktenlage.language.hanta import HanoverTagger, load_model
from aktenlage.language.morphemes import MorphemeTagger

WORDS = ("", "a", "ab", "zug", "treffen", "staatssekretärin", "unterhändlern", "borislaw", "krznaric", "g20-gipfel")
# Names, nouns, full verbs and their participles, and a tag that no word has.
TAGS = ("NE", "NN", "VV(FIN)", "VV(PP)", "END")


@pytest.fixture(scope="module")
def model() -> HanoverTagger:
    """HanTa's own."""
    plain = HanoverTagger.__new__(HanoverTagger)
    load_model(plain, "morphmodel_ger.pgz")
    return plain


@pytest.fixture(scope="module")
def ours() -> MorphemeTagger:
    """The faster one."""
    return MorphemeTagger("morphmodel_ger.pgz")


@pytest.mark.parametrize("word", WORDS)
def test_weighs_tags_as_the_model_does(model: HanoverTagger, ours: MorphemeTagger, word: str) -> None:
    """The tags of a word are as likely."""
    assert ours.analyze_forward(word) == model.analyze_forward(word)


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("tag", TAGS)
def test_finds_the_same_morphemes(model: HanoverTagger, ours: MorphemeTagger, word: str, tag: str) -> None:
    """A word of this tag is made of the same morphemes."""
    number = -ours.tag2int[tag]

    assert ours.analyze_viterbi(word, number) == model.analyze_viterbi(word, number)
