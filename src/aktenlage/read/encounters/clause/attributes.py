"""Who stands in what is put before or behind a noun: "das von Merz geführte Gespräch", "eine Delegation unter …"."""

from collections.abc import Collection
from dataclasses import replace
from functools import cache
from itertools import pairwise

from aktenlage.model.language import Phrase
from aktenlage.read.encounters.clause.actors import actors_of
from aktenlage.read.encounters.clause.parties import phrase_parties
from aktenlage.read.encounters.lexicon import detail_words, party_words
from aktenlage.read.encounters.scene import Place, Scene


def attribute_parties(scene: Scene, at: Place) -> list[str]:
    """Give the parties in a participial attribute ("das von Merz mit Macron in Paris geführte Gespräch")."""
    words, tokens, phrase = party_words(), at.sentence.tokens, at.phrase
    if phrase is None or phrase.head != at.token or phrase.members:
        return []
    adjectives = [n for n in range(phrase.first, at.token) if tokens[n].text.endswith(tuple(words["participles"]))]
    if not adjectives:
        return []
    participle = adjectives[-1]
    held = tokens[participle].text.lower() in _held()
    wanted = (*words["with"], *(words["agents"] if held else ()))
    starts = [n for n in range(phrase.first, participle) if tokens[n].pos == "ADP"]
    found: list[str] = []
    for first, last in pairwise((*starts, participle)):
        if tokens[first].text.lower() in wanted:
            named = scene.mentions.within(tokens[first].end, tokens[last].start)
            found += [actor for mention in named for actor in actors_of(scene, mention)]
    return found


@cache
def _held() -> frozenset[str]:
    words = party_words()
    return frozenset(stem + ending for stem in words["held_by"] for ending in words["adjective_endings"])


def participle_before_head(at: Place, phrase: Phrase, group: str) -> int | None:
    """Give the participle of the *group* in the attribute of a phrase ("die am Gipfel teilnehmende Ministerin")."""
    tokens = at.sentence.tokens
    if tokens[phrase.first].pos != "DET" or phrase.members:
        return None
    inside = range(phrase.first + 1, phrase.head)
    return next((n for n in inside if tokens[n].text.lower() in _forms(group) and tokens[n].tag == "ADJA"), None)


@cache
def _forms(group: str) -> frozenset[str]:
    words = party_words()
    return frozenset(stem + ending for stem in words["participles_of"][group] for ending in words["adjective_endings"])


def leaders(scene: Scene, at: Place, roles: Collection[str]) -> list[str]:
    """Give the persons who lead delegations that stand in one of the *roles* ("empfing eine von Merz geführte …")."""
    led = (phrase for phrase in at.clause.phrases if (phrase.preposition or phrase.role) in roles)
    found = [party for phrase in led for party in led_by(scene, at, phrase)]
    return [party for party in found if scene.actors[party].kind == "person"]


def led_by(scene: Scene, at: Place, phrase: Phrase) -> list[str]:
    """Give who leads the delegation that *phrase* names without a name of its own."""
    if at.sentence.tokens[phrase.head].lemma not in party_words()["led"]:
        return []
    before = attribute_parties(scene, replace(at, token=phrase.head))
    behind = [p for p in at.clause.phrases if p.first >= phrase.last]
    words = detail_words()["leadership"]
    lead = next((n for n, p in enumerate(behind[:2]) if at.sentence.tokens[p.head].text in words), None)
    under = phrase_parties(scene, at, behind[lead + 1]) if lead is not None and lead + 1 < len(behind) else []
    around = behind[:1] if behind and behind[0].first == phrase.last else []
    near = [p for p in around if p.preposition in party_words()["around"]]
    return before or under or (phrase_parties(scene, at, near[0]) if near else [])
