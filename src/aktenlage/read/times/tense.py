"""Which way a clause points: back, or to now and later."""

from aktenlage.model.language import Clause, Sentence, VerbGroup
from aktenlage.read.times.grammar import grammar

_PAST = ("past", "perfect", "pluperfect", "future_perfect")


def side(sentence: Sentence, offset: int) -> int:
    """
    Give -1 where the clause around *offset* tells of the past, 1 where of now or later, 2 where only of later.

    It is 0 where nothing tells.
    """
    lexicon, _ = grammar()
    before = next((token for token in reversed(sentence.tokens) if token.end <= offset), None)
    if before is not None and "ahead" in lexicon.classes(before.text.lower()):
        return 2
    told = [clause for clause in sentence.clauses if clause.verb is not None]
    around = [clause for clause in told if clause.start <= offset < clause.end]
    clauses = around or told
    if not clauses:
        return 0
    clause = min(clauses, key=lambda clause: clause.end - clause.start)
    return _side(clause, clause.verb) if clause.verb else 0


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
