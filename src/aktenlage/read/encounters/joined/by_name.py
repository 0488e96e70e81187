"""Two sides or more whose heads are named only after they are told to have met."""

from aktenlage.model.language import Phrase
from aktenlage.read.encounters.clause.parties import phrase_parties, plural_verb
from aktenlage.read.encounters.lexicon import agent_roles, detail_words, party_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.mentions.lexicon import role_of

# Sentences behind the one that tells of the sides.
_NEAR = 2
# So many are sides.
_TWO = 2


def name_heads(scene: Scene, encounters: list[Candidate]) -> None:
    """Take the persons for the sides where as many heads are named behind them as there are sides."""
    for encounter in encounters:
        sides = encounter.parties
        if len(sides) < _TWO or any(scene.actors[side].kind == "person" for side in sides):
            continue
        heads = _heads(scene, encounter)
        if heads:
            encounter.parties = heads


def _heads(scene: Scene, encounter: Candidate) -> list[str]:
    """Give the heads of all sides, as one of the next sentences names them."""
    sentences, told = scene.analysis.sentences, encounter.at
    for number in range(told.number, min(told.number + _NEAR + 1, len(sentences))):
        if sentences[number].paragraph != told.sentence.paragraph:
            break
        for at in scene.clauses(number):
            if at.clause.negated or at.clause.start == told.clause.start:
                continue
            for phrase in at.clause.phrases:
                people = _people(scene, at, phrase, encounter.parties) if _of_heads(at, phrase) else []
                if people:
                    return people
    return []


def _people(scene: Scene, at: Place, phrase: Phrase, sides: list[str]) -> list[str]:
    """Give the persons of a list if they are as many as the sides, and none of them is known to be of another."""
    found = phrase_parties(scene, at, phrase) if len(phrase.members) == len(sides) else []
    actors = [scene.actors[party] for party in found]
    fits = all(actor.kind == "person" and actor.state in (None, *sides) for actor in actors)
    return found if len(found) == len(sides) and fits else []


def _of_heads(at: Place, phrase: Phrase) -> bool:
    """Whether the list is of those who lead the delegations, or who hold one office ("die Minister X und Y")."""
    tokens, verb, words = at.sentence.tokens, at.clause.verb, party_words()
    if verb is None or not phrase.members:
        return False
    agent = verb.voice == "passive" and phrase.preposition in agent_roles()
    if phrase.preposition is not None and not agent:
        return False
    lemmas = {tokens[number].lemma for number in at.clause.tokens}
    leads = verb.lemma in words["leading"] and not lemmas.isdisjoint(words["led"])
    opened = tokens[phrase.first].text.lower() in words["definite"] and role_of(tokens[phrase.first + 1].text)
    are = verb.lemma in words["is"] and not lemmas.isdisjoint(detail_words()["negotiators"])
    return leads or (plural_verb(at) and phrase.role == "subject" and bool(opened)) or are
