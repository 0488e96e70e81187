"""Which paper words mean that do not name it: pronouns, and nouns for what has come out."""

from aktenlage.model.article import Span
from aktenlage.model.language import Analysis, Clause, Sentence, Token
from aktenlage.read.documents.lexicon import lexicon
from aktenlage.read.documents.naming import Paper
from aktenlage.read.documents.record import Record

# Tokens between a paper and its relative clause.
_COMMA = 2
# A noun that points back has an article and no attribute, which would tell it from what was spoken of.
_SHORT = 2
_REACHED = ("agreed", "signed")


def meant(analysis: Analysis, place: Span, records: list[Record]) -> Record | None:
    """Give the paper that a place points at: the noun before a relative clause, or the one spoken of last."""
    number, sentence = next((n, s) for n, s in enumerate(analysis.sentences) if s.start <= place.start < s.end)
    inside = _words(sentence, place)
    before = [(paper, record) for record in records for paper in record.papers if paper.start < place.start]
    if len(inside) > _SHORT:
        inside = _called(sentence, place)
    if not inside or len(inside) > _SHORT:
        return None
    word = inside[-1].text.lower()
    if len(inside) == 1:
        clause = _relative(sentence, inside[0])
        if clause is not None:
            return next((r for paper, r in before if paper.sentence is sentence and _hangs_on(clause, paper)), None)
        genders = lexicon().pronouns.get(word, "")
        near = analysis.sentences[max(0, number - 1) : number + 1]
        here = [each for each in before if any(each[0].sentence is sentence for sentence in near)]
        return _last([each for each in here if lexicon().genders[each[0].base] in genders])
    if not lexicon().among("definite", inside[0].text.lower()):
        return None
    sorts = lexicon().stand_ins.get(word, ())
    return _last([(p, r) for p, r in before if p.sort in sorts and (p.sort == "proposal" or r.stage in _REACHED)])


def _words(sentence: Sentence, place: Span) -> list[Token]:
    return [token for token in sentence.tokens if place.start <= token.start < place.end]


def _called(sentence: Sentence, place: Span) -> list[Token]:
    """Give what a clause calls something ("called the decision a mistake"), or votes on."""
    clause = next((c for c in sentence.clauses if place.start <= c.start < place.end and c.verb), None)
    if clause is None or clause.verb is None:
        return []
    if lexicon().among("votes", clause.verb.lemma):
        return [t for t in _words(sentence, place) if lexicon().among("for_or_against", t.text.lower())]
    if not lexicon().among("calls", clause.verb.lemma):
        return []
    phrase = next((p for p in clause.phrases if p.role == "accusative"), None)
    return [] if phrase is None else list(sentence.tokens[phrase.first : phrase.last])


def _relative(sentence: Sentence, opening: Token) -> Clause | None:
    at = sentence.tokens.index(opening)
    return next((c for c in sentence.clauses if c.kind == "relative" and at in c.tokens[:2]), None)


def _hangs_on(clause: Clause, paper: Paper) -> bool:
    return 0 < clause.tokens[0] - paper.last <= _COMMA


def _last(found: list[tuple[Paper, Record]]) -> Record | None:
    return max(found, key=lambda each: each[0].start)[1] if found else None
