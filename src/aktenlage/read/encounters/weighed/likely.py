"""
Encounters told by words that no list holds: what the clause shows is weighed, as learned from articles read by hand.

A logistic regression over the signs of a clause says how likely it tells an encounter; the weights are learned by
``scripts/train_signs.py``. Who takes part, when and where is read off the clause as everywhere else.
"""

from collections.abc import Sequence
from functools import cache

from aktenlage.model.encounter import Status
from aktenlage.read.encounters.clause.actors import actors_of, political, settle, unique
from aktenlage.read.encounters.clause.parties import phrases_parties
from aktenlage.read.encounters.clause.subjects import acting_parties
from aktenlage.read.encounters.lexicon import agent_roles, noun_word, party_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.details import complete
from aktenlage.read.encounters.setting.status import tense_status, verb_status
from aktenlage.read.encounters.weighed.signs import Told, people_signs, signs
from aktenlage.read.signs import odds, weights
from aktenlage.resources.load import load

# Log odds from which on a clause is taken to tell an encounter, and how much its people may add, in hundredths.
_LEAST, _PEOPLE = 40, 150
_TWO = 2
# Clauses of a sentence on either side that are looked at.
_LONGEST = 20


def likely_candidate(scene: Scene, told: Sequence[Told], number: int) -> Candidate | None:
    """Give the encounter that the clause told[*number*] is likely to tell, none if that is unlikely."""
    at = told[number].at
    if not _speaks_for_itself(told, number) or not _is_likely(scene, told, number):
        return None
    candidate = Candidate("meeting", _status(scene, at), at, carried=True)
    candidate.parties = settle(scene, _parties(scene, told, number))
    complete(scene, candidate)
    if not any(political(scene, party) for party in candidate.parties):
        return None
    if len(candidate.parties) < _TWO:
        candidate.kind = "visit"
        return candidate if _is_visit(scene, candidate) else None
    return candidate


def _status(scene: Scene, at: Place) -> Status:
    """Tell its status; what did not come of talks says nothing against them ("bei Gesprächen nicht gelöst")."""
    verb, words = at.clause.verb, party_words()["within"]
    heads = (at.sentence.tokens[phrase.head].text for phrase in at.clause.phrases if phrase.preposition in words)
    within = any(noun_word(head) is not None for head in heads)
    return tense_status(scene, at, verb) if within and verb is not None else verb_status(scene, at)


def _is_visit(scene: Scene, candidate: Candidate) -> bool:
    """Whether one alone does something somewhere; what the present tense of an unlisted verb plans is unknown."""
    verb = candidate.at.clause.verb
    meant = verb is not None and (verb.modal is not None or verb.tense == "future")
    return bool(candidate.place) and not _says(scene, candidate.at) and (candidate.status != "planned" or meant)


def _speaks_for_itself(told: Sequence[Told], number: int) -> bool:
    """Whether the clause says what somebody does or did, and no more of what is told elsewhere."""
    at = told[number].at
    whole = at.clause.verb is not None and at.clause.kind != "infinitive" and not at.sentence.heading
    return whole and not (_tells_of_none(at) or _of_a_delegation(at) or _hangs_together(told, number))


def _tells_of_none(at: Place) -> bool:
    """Whether the words say that people shun each other, or only that somebody reaches for the telephone."""
    words = party_words()
    return not at.said.isdisjoint(words["picking_up"]) or at.has_phrase(words["shunning"])


def _says(scene: Scene, at: Place) -> bool:
    """Whether the clause says that somebody says something, whatever that is."""
    cues = (statement.cue for statement in scene.reading.statements if statement.cue is not None)
    tokens = {at.sentence.tokens[number].start for number in at.clause.tokens}
    return any(cue.start in tokens for cue in cues)


def _of_a_delegation(at: Place) -> bool:
    """Whether the clause may only say who belongs to a delegation."""
    heads = (at.sentence.tokens[phrase.head].lemma.lower() for phrase in at.clause.phrases)
    return any(head.endswith(_delegations()) for head in heads)


@cache
def _delegations() -> tuple[str, ...]:
    return tuple(word.lower() for word in load("delegations")["nouns"]["words"])


def _hangs_together(told: Sequence[Told], number: int) -> bool:
    """Whether the clause above or one below tells an encounter by listed words, of which this one may only say more."""
    at, sentence = told[number].at, _of_its_sentence(told, number)
    return any(each.candidates and (_above(each.at, at) or _above(at, each.at)) for each in sentence)


def _of_its_sentence(told: Sequence[Told], number: int) -> list[Told]:
    """Give the clauses of the sentence of told[*number*]."""
    near = told[max(number - _LONGEST, 0) : number + _LONGEST]
    return [each for each in near if each.at.number == told[number].at.number]


def _above(one: Place, other: Place) -> bool:
    """Whether the second clause hangs on the first."""
    return other.clause.parent is not None and other.sentence.clauses[other.clause.parent] is one.clause


def _is_likely(scene: Scene, told: Sequence[Told], number: int) -> bool:
    """Whether what the clause shows makes it likely to tell an encounter."""
    (seen,) = odds("encounters", signs(scene, told, number))
    if seen + _PEOPLE <= _LEAST:
        return False  # Whoever stands in it, and most clauses need not be looked at for that.
    known = weights("encounters")
    return seen + sum(known[sign][0] for sign in people_signs(scene, told[number].at) if sign in known) > _LEAST


def _parties(scene: Scene, told: Sequence[Told], number: int) -> list[str]:
    """
    Give who acts and whom the clause names beside.

    Where that is one alone, give other people of the sentence too, but not whom a listed word says to meet somebody.
    """
    at, words = told[number].at, party_words()
    roles = (*words["with"], *agent_roles(), *words["likely_beside"], "accusative", "dative", "unknown")
    found = unique(acting_parties(scene, at) + phrases_parties(scene, at, roles))
    if not found or len(settle(scene, found)) >= _TWO or _says(scene, at):
        return found
    met = [each.at.clause for each in _of_its_sentence(told, number) if each.candidates]
    mentions = scene.mentions.within(at.sentence.start, at.sentence.end)
    mentions = [m for m in mentions if not any(clause.start <= m.start < clause.end for clause in met)]
    named = (party for mention in mentions for party in actors_of(scene, mention))
    return found + [party for party in named if scene.actors[party].kind == "person"]
