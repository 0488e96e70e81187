"""Whose stance a noun is where only an adjective or its first part says it: "the Egyptian offer", "EU criticism"."""

from aktenlage.model.language import Sentence
from aktenlage.read.mentions.lexicon import adjective_of
from aktenlage.read.positions.lexicon import grammar, lexicon
from aktenlage.resources.gazetteer import gazetteer

# What one may give or not is spoken of with an adjective before it is given.
_GIVEN = ("accepts", "supports")


def holder_of(sentence: Sentence, number: int) -> str | None:
    """Give the state or body whose demand, refusal, offer, threat or criticism the noun names."""
    token = sentence.tokens[number]
    if token.tag != "NN" or grammar().crowd.values(token.text.lower(), token.lemma.lower()):
        return None
    frames = lexicon().nouns.values(token.text.lower(), token.lemma.lower())
    first, dash, noun = token.text.rpartition("-")
    if dash and not frames:
        frames = lexicon().nouns.values(noun.lower(), noun.lower())
    if not frames or frames[0].stance in _GIVEN:
        return None
    place = gazetteer().one(first) if dash else None
    if place is not None and place.sort in ("state", "body") and not place.beside:
        return place.actor
    before = sentence.tokens[number - 1] if number else None
    if before is None or before.tag != "ADJA" or "-" in before.text:
        return None
    states = adjective_of(before.text.lower())
    return states[0] if len(states) == 1 else None
