"""Who invites to an encounter and so announces it."""

from aktenlage.read.encounters.clause.parties import phrase_parties, phrases_parties
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.lexicon import agent_roles, voice_words
from aktenlage.read.encounters.scene import Place, Scene


def inviters(scene: Scene, at: Place) -> list[str]:
    """Give who invites somebody or asks him to come; what is only wanted is no invitation."""
    words = voice_words()["inviting"]
    verb = at.clause.verb
    if verb is None or verb.modal is not None or at.clause.negated:
        return []
    goals = {phrase.preposition for phrase in at.clause.phrases if phrase.preposition}
    if verb.lemma in words["verbs"] or (verb.lemma in words["asking"] and not goals.isdisjoint(words["to"])):
        if not goals.isdisjoint(words["not"]):
            return []
        if verb.voice != "active":
            return phrases_parties(scene, at, agent_roles())
        return _front(scene, at) or subject_parties(scene, at)
    return []


def invites(at: Place) -> bool:
    """Whether the clause tells that somebody invites, whomever and to what."""
    verb = at.clause.verb
    return verb is not None and verb.modal is None and verb.lemma in voice_words()["inviting"]["verbs"]


def at_whose_invitation(scene: Scene, at: Place) -> list[str]:
    """Give who has invited those of whom the clause tells ("auf Einladung der Bundesregierung")."""
    tokens, words = at.sentence.tokens, voice_words()["inviting"]
    at_theirs = (phrase for phrase in at.clause.phrases if phrase.preposition in words["at"])
    named = (phrase for phrase in at_theirs if tokens[phrase.head].text in words["nouns"])
    return [party for phrase in named for party in phrase_parties(scene, at, phrase)]


def _front(scene: Scene, at: Place) -> list[str]:
    """Give the bare name before the finite verb: between two names without a sign of case the first one invites."""
    verb = at.clause.verb
    if verb is None or verb.finite is None or at.clause.kind != "main":
        return []
    bare = [phrase for phrase in at.clause.phrases if phrase.preposition is None and phrase.role != "genitive"]
    front = [phrase for phrase in bare if phrase.last == verb.finite]
    if not front or at.sentence.tokens[front[0].first].tag not in ("NE", "NN"):
        return []
    return phrase_parties(scene, at, front[0])
