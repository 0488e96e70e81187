"""Sentences know their paragraph and whether they are headings; noise ends a sentence."""

import time

import pytest

from aktenlage.language.analysis import analyse
from aktenlage.model.article import Noise

TEXT = "Neue Runde in Genf\n\nDie Minister kamen an. Sie sprachen lange.\nDie Runde endet morgen.\n"


def test_lines_are_paragraphs_and_headings() -> None:
    """A line of its own without a full stop is a heading; each line is a paragraph."""
    sentences = analyse(TEXT).sentences

    assert [(s.paragraph, s.heading, TEXT[s.start : s.end]) for s in sentences] == [
        (0, True, "Neue Runde in Genf"),
        (1, False, "Die Minister kamen an."),
        (1, False, "Sie sprachen lange."),
        (2, False, "Die Runde endet morgen."),
    ]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    """Text broken at a fixed width reads on over the line's end."""
    text = (
        "Die Außenministerin reiste am Montag nach\n"
        "Genf und sprach dort mit ihrem türkischen\n"
        "Amtskollegen über einen Plan. Der Sprecher\n"
        "des Ministeriums nannte keine Einzelheiten."
    )

    assert [sentence.paragraph for sentence in analyse(text).sentences] == [0, 0]


def test_no_sentence_reaches_into_noise() -> None:
    """Noise breaks a line, and what lies in it is not analysed."""
    text = "Die Runde beginnt. ANZEIGE Jetzt kaufen! Der Minister reist ab."
    noise = (Noise(19, 40, "ad"),)

    found = [text[s.start : s.end] for s in analyse(text, noise).sentences]

    assert found == ["Die Runde beginnt.", "Der Minister reist ab."]


def test_tokens_give_back_the_text() -> None:
    """Every token stands at its offsets, and nothing but white space lies between tokens."""
    text = "„Die 3. Runde (ab 9.30 Uhr) kostet z.B. 1,5 Mio. Euro“, teilte Außen- und Finanzminister mit: ntv.de, @BMF."
    sentence = analyse(text).sentences[0]

    words = [token.text for token in sentence.tokens]

    assert all(text[token.start : token.end] == token.text for token in sentence.tokens)
    assert "".join(words) == text.replace(" ", "")
    assert {"3.", "9.30", "z.B.", "1,5", "Mio.", "Außen-", "ntv.de", "@BMF"} <= set(words)


@pytest.mark.parametrize(
    "piece", [".", "„", "A.", "a", "1.", "z.B. ", "- ", "\n", "((", "\u0301", ", der ", "Er sagte, "]
)
def test_odd_text_ends_at_once(piece: str) -> None:
    """A hundred thousand odd characters take no more than a moment."""
    text = (piece * 100_000)[:100_000]
    begun = time.process_time()

    analyse(text)

    assert time.process_time() - begun < 5
