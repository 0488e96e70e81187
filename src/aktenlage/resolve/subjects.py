"""The body that a pronoun means: "Die Hamas lehnt ab. Sie fordert …"."""

from collections.abc import Sequence

from aktenlage.language import agreement
from aktenlage.model.candidate import Candidate
from aktenlage.model.language import Analysis, Clause, Phrase, Sentence
from aktenlage.resources.load import load

Found = Sequence[tuple[Candidate, tuple[str, ...] | None]]

_PEOPLE = ("person", "office", "pronoun", "native", "age")
_NOUNS = frozenset({"NN", "NE"})
_GENDERS = {"f": agreement.FEMININE, "m": agreement.MASCULINE}


def body_meant(candidate: Candidate, analysis: Analysis, found: Found) -> tuple[str, ...] | None:
    """
    Give the state or body that is the subject before a pronoun, where no person is named there.

    Where nobody knows that body, it is empty. Without such a subject it is None: whether a person is meant is decided
    elsewhere.
    """
    if candidate.form != "pronoun" or not candidate.subject or candidate.link is not None or candidate.sex is None:
        return None
    for number in (candidate.sentence, candidate.sentence - 1):
        if number < 0:
            return None
        sentence = analysis.sentences[number]
        subject = _last_subject(sentence, candidate)
        if subject is None:
            continue
        near = [(c, ids) for c, ids in found if c.sentence == number and c.end <= candidate.start]
        if any(c.form not in ("known", "body") and c.sex in (candidate.sex, None) for c, _ in near):
            return None
        head = sentence.tokens[subject.head]
        on_head = [ids for c, ids in near if ids and c.role is None and c.start < head.end and head.start < c.end]
        if not _agrees(sentence, subject, candidate):
            return None
        if on_head:
            return on_head[0] if len(on_head[0]) == 1 else None
        return () if head.lemma in load("mentions")["general_bodies"] else None
    return None


def _last_subject(sentence: Sentence, candidate: Candidate) -> Phrase | None:
    """Give the subject of the last main clause that ends before the candidate."""
    clauses: list[Clause] = [clause for clause in sentence.clauses if clause.kind == "main"]
    subjects = [p for clause in clauses for p in clause.phrases if p.role == "subject" and p.end <= candidate.start]
    return subjects[-1] if subjects else None


def _agrees(sentence: Sentence, subject: Phrase, candidate: Candidate) -> bool:
    """Whether the article of the subject tells the gender of the pronoun."""
    first, head = sentence.tokens[subject.first], sentence.tokens[subject.head]
    if subject.members or head.tag not in _NOUNS or first.tag not in ("ART", "PPOSAT", "PDAT"):
        return False
    cases = agreement.of_determiner(first.text.lower(), first.tag) & agreement.NOMINATIVE & agreement.SINGULAR
    if head.tag == "NN":
        cases &= agreement.of_noun(head.text, head.lemma, behind_article=True)
    return bool(cases) and not cases & ~_GENDERS[candidate.sex or "f"]


def latter_meant(candidate: Candidate, analysis: Analysis, found: Found) -> tuple[str, ...] | None:
    """
    Give the state or body that was named last and is no subject: "lobte die Regierung. Diese hatte …".

    It is empty where the word named last of that gender is none, and None where a person may be meant.
    """
    if candidate.form != "latter":
        return None
    for number in (candidate.sentence, candidate.sentence - 1):
        sentence = analysis.sentences[number] if number >= 0 else None
        own = candidate.clause if number == candidate.sentence else None
        clauses = [c for n, c in enumerate(sentence.clauses) if n != own] if sentence is not None else []
        phrases = [p for c in clauses for p in c.phrases if p.end <= candidate.start and p.role != "subject"]
        last = next((p for p in reversed(phrases) if sentence and _may_mean(sentence, p, candidate)), None)
        if sentence is None or last is None:
            continue
        head = sentence.tokens[last.head]
        near = [(c, ids) for c, ids in found if c.sentence == number and c.start < head.end and head.start < c.end]
        if any(c.form in _PEOPLE for c, _ in near):
            return None
        known = next((ids for c, ids in near if ids and len(ids) == 1 and c.role is None), None)
        return known or (() if candidate.sex != "m" or head.tag == "NN" else None)
    return None


def _may_mean(sentence: Sentence, phrase: Phrase, candidate: Candidate) -> bool:
    """Whether a phrase has the gender of the pronoun; states without an article are neuter."""
    first, head = sentence.tokens[phrase.first], sentence.tokens[phrase.head]
    opener = first if phrase.preposition is None else sentence.tokens[min(phrase.first + 1, phrase.head)]
    if head.tag not in _NOUNS or phrase.members:
        return False
    cases = agreement.SINGULAR
    if opener.tag in ("ART", "PPOSAT", "PDAT"):
        cases &= agreement.of_determiner(opener.text.lower(), opener.tag)
    elif head.tag == "NE":
        return candidate.sex != "f"
    if head.tag == "NN":
        cases &= agreement.of_noun(head.text, head.lemma, behind_article=True)
    return bool(cases & (_GENDERS[candidate.sex] if candidate.sex else agreement.NEUTER))
