"""Finite forms of verbs, known and unknown."""

import pytest

from aktenlage.language.verbforms import verb_form

# A lemma that is no infinitive, as the tagger gives for what it does not know, has no table.
UNTABLED = [
    ("simste", "past", "indicative", "singular"),
    ("simsten", "past", "indicative", "plural"),
    ("simst", "present", "indicative", "singular"),
]


@pytest.mark.parametrize(("word", "tense", "mood", "number"), UNTABLED)
def test_reads_forms_of_verbs_without_a_table(word: str, tense: str, mood: str, number: str) -> None:
    """A form that no table holds is read by its ending."""
    form = verb_form(word, "simst", "VVFIN")

    assert form is not None
    assert (form.tense, form.moods[0], form.numbers[0]) == (tense, mood, number)
