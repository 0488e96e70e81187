"""The verb that carries an encounter noun ("fand … statt", "nahm Gespräche … auf"), or the noun that it hangs on."""

from dataclasses import replace

from aktenlage.read.encounters.clause.governors import carrier_of, governing_noun, is_setting
from aktenlage.read.encounters.clause.scan import located, preposition_before
from aktenlage.read.encounters.clause.surroundings import acts
from aktenlage.read.encounters.lexicon import Support, party_words, supports
from aktenlage.read.encounters.scene import Place


def find_support(at: Place) -> Support | None:
    """Give the entry of the clause's verb if it carries the noun, or the noun that this one hangs on."""
    if is_setting(at):
        return None  # The verb speaks of what takes place at its margins.
    support = _carried_by(at)
    if support is None:
        carrier = carrier_of(at)
        if carrier is not None:
            support = _carried_by(replace(at, token=carrier))
            return support if support is not None and support.wished else None
    return support


def _carried_by(at: Place) -> Support | None:
    verb, phrase = at.clause.verb, at.phrase
    if verb is None or (phrase is not None and phrase.head != at.token and not phrase.members):
        return None
    key = preposition_before(at) or ("unknown" if phrase is None else phrase.role)
    # What a passive tells is done is what the verb does to it ("ist gefährdet").
    keys = {key, "accusative"} if key == "subject" and verb.voice != "active" else {key}
    fitting = [support for support in supports().get(verb.lemma, ()) if not keys.isdisjoint(support.role)]
    if acts(at):
        fitting = [support for support in fitting if support.status != "possible" or support.subject != "participant"]
    subject = at.clause.subject
    if subject is not None and at.sentence.tokens[subject.head].text.lower() not in party_words()["it"]:
        fitting.sort(key=lambda support: key in party_words()["to"] and support.subject == "none")
    if located(at, key):
        fitting = [support for support in fitting if support.status == "tense"]
    said = at.said if any(support.needs_word for support in fitting) else frozenset()
    nearer = (support for support in fitting if said & support.needs_word)
    return next(nearer, next((support for support in fitting if not support.needs_word), None))


def attended(at: Place) -> bool:
    """Whether it stands behind those who take part in it ("die Teilnehmer der Gespräche")."""
    carrier = governing_noun(at)
    return carrier is not None and at.sentence.tokens[carrier].lemma in party_words()["attendants"]
