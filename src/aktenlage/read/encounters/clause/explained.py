"""Whether one of two names only says whose man the other is."""

from aktenlage.model.annotation import Mention
from aktenlage.model.language import Sentence, Token
from aktenlage.read.encounters.lexicon import is_body, party_words
from aktenlage.read.mentions.lexicon import role_of


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
