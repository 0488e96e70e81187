"""Phrases that name somebody who takes no part: set aside, in brackets, behind a noun of relation, or the reason."""

from aktenlage.model.language import Phrase
from aktenlage.read.encounters.clause.contrast import afterthoughts, left_out, set_aside
from aktenlage.read.encounters.lexicon import party_words, place_class
from aktenlage.read.encounters.scene import Place
from aktenlage.read.mentions.lexicon import role_of

_BRACKET = "("
_BRACKET_SIGNS = ("(", ")")
# No more words stand in brackets before one that they set aside.
_IN_BRACKETS = 8


def excepted(at: Place, phrase: Phrase) -> bool:
    """Whether a phrase is excepted ("außer mit"), only explains, or is on a noun of relation ("eine Koalition mit")."""
    words = party_words()
    too = phrase.preposition in words["beside"] and not at.said.isdisjoint(words["too"])
    if phrase.first == 0 or too:
        return False  # "außer Merz auch Macron" excepts nobody.
    if bracketed(at, phrase.first) or _explains_behind(at, phrase) or phrase.first in left_out(at):
        return True
    aside = set_aside(at)
    if phrase.first in aside and not phrase.members:
        return True
    before = at.sentence.tokens[phrase.first - 1]
    related = phrase.preposition in words["with"] and _bound(at, phrase)
    if phrase.preposition in words["of"] and before.tag == "NN" and place_class(before.text) and not phrase.members:
        return True  # "der Hauptstadt von Kenia"
    first = at.sentence.tokens[phrase.first].text.lower()
    if phrase.preposition in words["with"] and phrase.first in afterthoughts(at):
        return True
    return before.text.lower() in words["exceptions"] or first in words["exceptions"] or related


def bracketed(at: Place, token: int) -> bool:
    """Whether brackets are open before the token ("Söder (Bayern, CSU)")."""
    before = [word.text for word in at.sentence.tokens[max(token - _IN_BRACKETS, 0) : token]]
    signs = [text for text in before if text in _BRACKET_SIGNS]
    return bool(signs) and signs[-1] == _BRACKET


def _bound(at: Place, phrase: Phrase) -> bool:
    """Whether a phrase hangs on a noun of relation, or on one for who agrees to it ("in Absprache mit Merz")."""
    words = party_words()
    before = " ".join(token.text.lower() for token in at.sentence.tokens[max(phrase.first - 3, 0) : phrase.first])
    noun = at.sentence.tokens[phrase.first - 1].lemma.lower()  # "des Gasstreits zwischen A und B"
    return before.endswith((*words["relations"], *words["in_accord"])) or noun.endswith(tuple(words["relations"]))


def _explains_behind(at: Place, phrase: Phrase) -> bool:
    """Whether an office behind the verb only says who was named before it ("hat … empfangen, den Gesandten Putins")."""
    tokens, verb = at.sentence.tokens, at.clause.verb
    comma = phrase.first - 1
    if phrase.preposition is not None or comma < 1 or tokens[comma].text != "," or verb is None:
        return False
    return comma - 1 in verb.tokens and role_of(tokens[phrase.head].text) is not None


def gives_reason(at: Place, phrase: Phrase) -> bool:
    """Whether a phrase says at whose wish or with whose consent it is done ("auf Bitten Merkels")."""
    return phrase.preposition is not None and at.sentence.tokens[phrase.head].lemma in party_words()["reasons"]
