"""Which way the tense of a clause points: past, or present and future."""

from aktenlage.model.language import Clause, Sentence, Token

_PAST = ("past", "perfect", "pluperfect", "future_perfect")
_PERFECT_AUXILIARIES = ("VAFIN",)


def side(sentence: Sentence, offset: int) -> int:
    """Give -1 where the clause around *offset* tells of the past, 1 where of now or later, 0 where nothing tells."""
    if not sentence.clauses:
        return _side_of_tokens(sentence, offset)
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


def _side_of_tokens(sentence: Sentence, offset: int) -> int:
    """Read the tense off the verbs between the commas around *offset*, or else off the sentence's first finite verb."""
    stretch: list[Token] = []
    for token in sentence.tokens:
        if token.text == ",":
            if token.start > offset:
                break
            stretch = []
        stretch.append(token)
    for tokens in (stretch, list(sentence.tokens)):
        finite = next((token for token in tokens if token.verb and token.verb.inflection == "finite"), None)
        if finite and finite.verb:
            participle = any(token.verb and token.verb.inflection == "participle" for token in tokens)
            perfect = finite.tag in _PERFECT_AUXILIARIES and finite.lemma != "werden" and participle
            return -1 if finite.verb.tense == "past" or perfect else 1
    return 0
