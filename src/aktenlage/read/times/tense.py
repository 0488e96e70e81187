"""Which way the tense of a clause points: past, or present and future."""

from aktenlage.model.language import Clause, Sentence

_PAST = ("past", "perfect", "pluperfect", "future_perfect")


def side(sentence: Sentence, offset: int) -> int:
    """Give -1 where the clause around *offset* tells of the past, 1 where of now or later, 0 where nothing tells."""
    around = [clause for clause in sentence.clauses if clause.start <= offset < clause.end and clause.verb is not None]
    clauses = around or [clause for clause in sentence.clauses if clause.verb is not None]
    if not clauses:
        return 0
    return _side(min(clauses, key=lambda clause: clause.end - clause.start))


def _side(clause: Clause) -> int:
    verb = clause.verb
    if verb is None or verb.tense is None:
        return 0
    return -1 if verb.tense in _PAST else 1
