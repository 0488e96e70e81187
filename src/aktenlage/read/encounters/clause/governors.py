"""The noun that an encounter noun hangs on: "die Absage des Treffens", "am Rande des Gipfels", "eine Bitte um …"."""

from dataclasses import replace

from aktenlage.model.encounter import Status
from aktenlage.read.encounters.clause.scan import preposition_before
from aktenlage.read.encounters.lexicon import detail_words, governor_status, party_words, status_words
from aktenlage.read.encounters.scene import Place
from aktenlage.read.mentions.lexicon import role_of

PAST = ("past", "perfect", "pluperfect", "future_perfect")
# Tokens between a noun and the one that hangs on it, its genitive included.
_GOVERNED = 10


def governor_of(at: Place) -> Status | None:
    """Give what the noun that this one hangs on says ("the cancellation of the meeting")."""
    number, words = governing_noun(at), status_words()
    if number is None:
        return None
    word, verb = at.sentence.tokens[number], at.clause.verb
    before = preposition_before(replace(at, token=number))
    opened = word.lemma in words["opening"] and verb is not None and verb.tense in PAST
    if opened and before in words["opening_prepositions"]:
        return "ongoing"
    if word.lemma in words["way"] and before in words["on_the_way"]:
        return "planned"  # "Er ist auf dem Weg zum Gipfel."
    return governor_status().get(word.lemma) or governor_status().get(word.text)


def lacks_governor(at: Place) -> bool:
    """Whether there is none of what it takes for an encounter ("keinen Grund für ein Treffen")."""
    number, words = governing_noun(at), status_words()
    if number is None or at.sentence.tokens[max(number - 1, 0)].text.lower() not in words["negatives"]:
        return False
    lemma = at.sentence.tokens[number].lemma
    return lemma in words["grounds"] or governor_status().get(lemma) == "possible"


def is_conditioned(at: Place) -> bool:
    """Whether somebody names what it takes for him to come ("Voraussetzung für ein Treffen mit … sei")."""
    owner = governing_noun(at)
    return owner is not None and at.sentence.tokens[owner].lemma in status_words()["conditions_named"]


def is_setting(at: Place) -> bool:
    """Whether the noun is only where something takes place ("at the margins of the summit")."""
    owner = governing_noun(at)
    lacking = owner is not None and at.sentence.tokens[max(owner - 1, 0)].text.lower() in status_words()["negatives"]
    return owner is not None and not lacking and at.sentence.tokens[owner].text in detail_words()["margins"]


def at_a_stage(at: Place) -> bool:
    """Whether the noun hangs on a stage of it, when something is said or done ("bei der Eröffnung der Konferenz")."""
    owner = governing_noun(at)
    stage = owner is not None and at.sentence.tokens[owner].text in party_words()["stages"]
    return stage and preposition_before(replace(at, token=owner or 0)) in party_words()["adjunct_prepositions"]


def at_its_end(at: Place) -> bool:
    """Whether something is so at the end of it ("zum Abschluss des dreitägigen Besuchs")."""
    owner = governing_noun(at)
    return owner is not None and at.sentence.tokens[owner].text in party_words()["last_stages"]


def governing_noun(at: Place) -> int | None:
    """Give the token of the noun that this one hangs on."""
    if preposition_before(at) in status_words()["where_said"]:
        return None  # "Sie lehnte den Vorschlag in Gesprächen mit … ab" proposes no talks.
    last = _before_attribute(at)
    for number in range(last, max(last - _GOVERNED + 1, -1), -1):
        word = at.sentence.tokens[number]
        if word.pos == "NOUN" and not (at.sentence.tokens[number + 1].pos == "PROPN" and role_of(word.text)):
            return number  # But not a title: "bat Kanzler Merz zu einem Gespräch".
        if word.pos not in ("NOUN", "DET", "ADJ", "ADP", "PRON", "NUM", "PROPN"):
            return None
    return None


def _before_attribute(at: Place) -> int:
    """Give the token before the noun, or before its article where a long attribute stands between the two."""
    phrase = at.phrase
    inside = range(phrase.first + 1, at.token) if phrase is not None and phrase.head == at.token else ()
    long = any(at.sentence.tokens[number].pos == "ADP" for number in inside)
    return phrase.first - 1 if phrase is not None and long else at.token - 1


def carrier_of(at: Place) -> int | None:
    """Give the noun that this one hangs on where that asks or tells of it ("die Bitte des Ministers um ein …")."""
    number = governing_noun(at)
    if number is None:
        return None
    phrases = at.clause.phrases
    inner = next((phrase for phrase in phrases if phrase.first <= number < phrase.last), None)
    of = inner is not None and (inner.role == "genitive" or inner.preposition in status_words()["of_a_day"])
    outer = next((phrase for phrase in phrases if of and inner is not None and phrase.last == inner.first), None)
    found = [n for n in (number, outer.head if outer else number) if _carries(at, n)]
    return found[0] if found else None


def _carries(at: Place, number: int) -> bool:
    """Whether it is such a noun, or a journey that leads to nothing else ("seine Reise zum Gipfel")."""
    lemma, next_to_it = at.sentence.tokens[number].lemma, at.phrase is not None and at.phrase.first == number + 1
    return lemma in party_words()["carriers"] or (next_to_it and lemma in party_words()["leading_to"])
