"""Whether one of two names only says whose man the other is."""

from collections.abc import Iterator

from aktenlage.language.attributes import attribute_of
from aktenlage.model.annotation import Mention
from aktenlage.model.language import Phrase, Sentence, Token
from aktenlage.read.encounters.lexicon import is_body, party_words
from aktenlage.read.encounters.scene import Place
from aktenlage.read.mentions.lexicon import role_of

# An article stands no further before the words of an attribute that are looked at.
_ARTICLE_REACH = 4


def explained(sentence: Sentence, first: Mention, last: Mention) -> bool:
    """Whether between two names a comma and an office say whose man the first is ("…, den Gesandten Putins")."""
    words = party_words()
    between = [token for token in sentence.tokens if first.end <= token.start < last.start]
    if _hangs_on_him(between):
        return True
    offices = (number for number, token in enumerate(between) if role_of(token.text) or is_body(token.lemma))
    office = next(offices, None)
    if office is None or not any(token.text in words["dividers"] for token in between[:office]):
        return False
    owned = any(token.start < last.end < token.end for token in sentence.tokens)
    titled = role_of(between[-1].text) and any(t.text in words["genitive_openers"] for t in between[office + 1 :])
    return owned or bool(titled) or between[-1].text in words["of"]


def _hangs_on_him(between: list[Token]) -> bool:
    """Whether a comma, a noun and "von" stand before the last name, or its title ("…, ein Freund von Präsident X")."""
    words = party_words()
    before = between[:-1] if between and role_of(between[-1].text) else between
    nouns = [number for number, token in enumerate(before) if token.pos == "NOUN"]
    comma = bool(nouns) and any(token.text in words["dividers"] for token in before[: nouns[0]])
    return comma and before[-1].text in words["of"]


def attribute_bounds(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Give the bounds of what only describes another ("die von Merz geführte Abordnung"), but not whence."""
    tokens, words = sentence.tokens, party_words()
    for number in range(max(first - _ARTICLE_REACH, 0), last):
        inside = attribute_of(tokens, number, min(last + 1, len(tokens)))
        opener = tokens[inside.start].text.lower() if inside else ""
        if inside and (opener in words["agents"] or opener not in words["origins"]):
            yield tokens[inside.start].start, tokens[inside.stop - 1].end


def apposed(at: Place, phrase: Phrase) -> bool:
    """Whether a phrase stands in an apposition and so only says more of another ("von Tusk, Nachfolger von Merz")."""
    tokens = at.sentence.tokens
    around = (p for p in at.clause.phrases if p.first < phrase.first and phrase.last <= p.last)
    return any(tokens[number].text == "," for p in around for number in range(p.first, phrase.first))
