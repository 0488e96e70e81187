"""The words of one sentence with lemma, part of speech and verb form."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from aktenlage.language.names import mark_names
from aktenlage.language.partsofspeech import sign_tag, stts_of, upos_of
from aktenlage.language.repairs import repair
from aktenlage.language.tagger import tagger
from aktenlage.language.tokens import token_bounds
from aktenlage.language.verbforms import verb_form
from aktenlage.model.language import Token
from aktenlage.resources.load import load

# What may lie inside a word without being part of its spelling.
_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x200E)])
# Longer words are addresses and debris: their end is enough for the tagger, whose time grows with the square.
_LONGEST_WORD = 40
_NEAR = 5


def read_words(text: str, start: int, end: int, families: Collection[str] = ()) -> tuple[Token, ...]:
    """Give the tokens of the sentence between the two offsets; *families* are names that stood there before."""
    bounds = token_bounds(text, start, end)
    words = [text[first:last] for first, last in bounds]
    spelled = [_spelled(word) for word in words]
    lowered = [word.lower() for word in spelled]
    tagged = tagger().tags(spelled)
    lemmas = [lemma for lemma, _ in tagged]
    tags = [sign_tag(word) or stts_of(tag) for word, (_, tag) in zip(spelled, tagged, strict=True)]
    for number, tag in enumerate(tags):
        if tag == "NN" and "-" in spelled[number]:
            lemmas[number] = _compound_lemma(spelled[number])
    mark_names(spelled, lowered, lemmas, tags, families)
    repair(lowered, lemmas, tags)
    tokens = [
        _token(first, last, word, lemma if len(word) <= _LONGEST_WORD else word, tag)
        for (first, last), word, lemma, tag in zip(bounds, words, lemmas, tags, strict=True)
    ]
    if _first_person() in lowered:
        _prefer_indicative(tokens, lowered)
    return tuple(tokens)


def _compound_lemma(word: str) -> str:
    """Give the lemma of a noun with hyphens: its last part alone bends."""
    front, hyphen, last = word.rpartition("-")
    return front + hyphen + tagger().noun_lemma(last) if last and last[0].isupper() else word


def _spelled(word: str) -> str:
    if word.isascii() and len(word) <= _LONGEST_WORD:
        return word
    return word[-_LONGEST_WORD:].translate(_INVISIBLE) or word[-_LONGEST_WORD:]


def _token(start: int, end: int, word: str, lemma: str, tag: str) -> Token:
    return Token(start, end, word, lemma, upos_of(tag), tag, verb_form(word, lemma, tag))


def _prefer_indicative(tokens: list[Token], lowered: Sequence[str]) -> None:
    """Near the first person, a form such as the third person's subjunctive is an indicative."""
    for place, token in enumerate(tokens):
        verb = token.verb
        if verb and verb.moods == ("subjunctive_1", "indicative") and 1 in verb.persons:
            near = lowered[max(0, place - _NEAR) : place + _NEAR]
            if _first_person() in near:
                verb = replace(verb, moods=("indicative", "subjunctive_1"), persons=(1, 3))
                tokens[place] = replace(token, verb=verb)


@cache
def _first_person() -> str:
    return str(load("verbs")["first_person"])
