"""Whose stance a noun is where only an adjective or its first part says it: "the Egyptian offer", "EU criticism"."""

from collections.abc import Container, Iterator

from aktenlage.model.language import Clause, Phrase, Sentence
from aktenlage.read.mentions.lexicon import adjective_of
from aktenlage.read.positions.lexicon import grammar, lexicon
from aktenlage.resources.gazetteer import gazetteer

# What one may give or not is spoken of with an adjective before it is given.
_GIVEN = ("accepts", "supports")


def holder_of(sentence: Sentence, number: int) -> str | None:
    """Give the state or body whose demand, refusal, offer, threat or criticism the noun names."""
    token = sentence.tokens[number]
    if token.tag != "NN":
        return None
    first, dash, noun = token.text.rpartition("-")
    before = sentence.tokens[number - 1] if number else None
    described = before is not None and before.tag == "ADJA" and "-" not in before.text
    if not dash and not described:
        return None
    frames = lexicon().nouns.values(token.text.lower(), token.lemma.lower())
    if dash and not frames:
        frames = lexicon().nouns.values(noun.lower(), noun.lower())
    if not frames or frames[0].stance in _GIVEN or grammar().crowd.values(token.text.lower(), token.lemma.lower()):
        return None
    place = gazetteer().one(first) if dash else None
    if place is not None and place.sort in ("state", "body") and not place.beside:
        return place.actor
    states = adjective_of(before.text.lower()) if before is not None and described else ()
    return states[0] if len(states) == 1 else None


def seat_of(sentence: Sentence, phrase: Phrase) -> str | None:
    """Give the state or body of which a phrase names the capital or seat."""
    head = sentence.tokens[phrase.head]
    place = gazetteer().one(head.text) if head.tag in ("NE", "NN") else None
    if place is None or place.sort not in ("capital", "seat", "body") or place.beside:
        return None
    return place.actor


def seats(sentence: Sentence) -> Iterator[str]:
    """Give the states and bodies whose capitals or seats stand for who acts: "in Paris nahm man …"."""
    for clause in sentence.clauses:
        yield from _behind_stances(sentence, clause)
        subject = clause.subject
        word = sentence.tokens[subject.head].text.lower() if subject is not None else ""
        lemma = clause.verb.lemma if clause.verb is not None else None
        if word in grammar().speaker or lemma in grammar().told:
            yield from _named(sentence, clause, grammar().somewhere)
        elif lemma is not None and any(entry.frame.holder for entry in lexicon().verbs.get(lemma, ())):
            yield from _named(sentence, clause, {e.frame.holder for e in lexicon().verbs[lemma] if e.frame.holder})
        if lemma in grammar().meeting_with and _has_stance(sentence, clause):
            yield from _named(sentence, clause, grammar().among)
        elif lemma in grammar().being_there and _has_stance(sentence, clause):
            yield from _named(sentence, clause, grammar().sources)


def _behind_stances(sentence: Sentence, clause: Clause) -> Iterator[str]:
    """Give the states whose capitals stand right behind a noun of stance: "after criticism from Paris"."""
    for phrase in clause.phrases:
        before = sentence.tokens[phrase.first - 1] if phrase.first else None
        if before is None or before.tag != "NN" or phrase.preposition not in grammar().sources:
            continue
        seat = seat_of(sentence, phrase) if lexicon().nouns.values(before.text.lower(), before.lemma.lower()) else None
        if seat is not None:
            yield seat


def _has_stance(sentence: Sentence, clause: Clause) -> bool:
    """Whether what comes or what the matter meets with is a stance ("stieß in Moskau auf Ablehnung")."""
    heads = [sentence.tokens[phrase.head] for phrase in clause.phrases]
    return any(lexicon().nouns.values(head.text.lower(), head.lemma.lower()) for head in heads)


def _named(sentence: Sentence, clause: Clause, prepositions: Container[str]) -> Iterator[str]:
    for phrase in clause.phrases:
        seat = seat_of(sentence, phrase) if phrase.preposition in prepositions else None
        if seat is not None:
            yield seat
