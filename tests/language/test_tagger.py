"""Words analysed ahead of time get what the model gives, and caching changes nothing."""

from aktenlage.language.hanta import HanoverTagger, load_model
from aktenlage.language.tagger import Tagger, tagger

SENTENCES = (
    "Die Außenministerin reiste am Montag mit einer Delegation nach Genf .",
    "Der Plan wurde abgelehnt , weil die Verhandlungen gescheitert sind .",
    "Putin und Selenskyj haben den Vermittlern gedankt .",
)


def test_tags_as_the_model_does() -> None:
    """The fast path through a sentence is the model's own."""
    model = HanoverTagger.__new__(HanoverTagger)
    load_model(model, "morphmodel_ger.pgz")

    for sentence in SENTENCES:
        words = sentence.split()
        assert tagger().tags(words) == [(lemma, tag) for _, lemma, tag in model.tag_sent(words)]


def test_words_known_ahead_are_analysed_alike() -> None:
    """Without the words known ahead, tags and lemmas are the same."""
    plain = Tagger("morphmodel_ger.pgz", {})

    for sentence in SENTENCES:
        assert tagger().tags(sentence.split()) == plain.tags(sentence.split())
