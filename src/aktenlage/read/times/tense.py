"""Which way a clause points: back, or to now and later."""

from aktenlage.model.language import Clause, Sentence, VerbGroup
from aktenlage.read.times.grammar import grammar

_PAST = ("past", "perfect", "pluperfect", "future_perfect")


def side(sentence: Sentence, start: int, end: int) -> int:
    """
    Give -1 where the clause around the words from *start* to *end* tells of the past, 1 where of now or later.

    It is -2 where they can only be of the past, 2 where only of later, and 0 where nothing tells.
    """
    by_words = _by_words(sentence, start, end)
    if by_words:
        return by_words
    told = [clause for clause in sentence.clauses if clause.verb is not None]
    around = [clause for clause in told if clause.start <= start < clause.end]
    clauses = around or told
    if not clauses:
        return 0
    clause = min(clauses, key=lambda clause: clause.end - clause.start)
    return _side(clause, clause.verb) if clause.verb else 0


def _by_words(sentence: Sentence, start: int, end: int) -> int:
    """
    Tell the side by the words around: "für März" is ahead, "seit März" behind, whatever the tense.

    So is mostly that of which something is ("die Rede vom März"), unless it begins then ("vom März an", "vom 3. bis").
    """
    lexicon, _ = grammar()
    before = next((token.text.lower() for token in reversed(sentence.tokens) if token.end <= start), "")
    behind = next((token.text.lower() for token in sentence.tokens if token.start >= end), "")
    classes = lexicon.classes(before)
    if "ahead" in classes:
        return 2
    if "since" in classes:
        return -2
    return -1 if "dated" in classes and "onward" not in lexicon.classes(behind) else 0


def _side(clause: Clause, verb: VerbGroup) -> int:
    lexicon, _ = grammar()
    if verb.voice == "stative":
        return 1 if "planning_verb" in lexicon.classes(verb.lemma) else 0
    if verb.tense == "past" and verb.modal and "prospective_modal" in lexicon.classes(verb.modal):
        return 1
    if verb.tense == "present" and verb.modal and "coming_modal" in lexicon.classes(verb.modal):
        return 2
    if verb.tense is None:
        return 1 if clause.kind == "infinitive" else 0
    return -1 if verb.tense in _PAST else 1
