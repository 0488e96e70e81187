"""What is always in one town: some gatherings, and the seats of bodies ("am Sitz der Vereinten Nationen")."""

from aktenlage.model.language import Phrase, Token
from aktenlage.read.encounters.clause.compounds import compound_actors
from aktenlage.read.encounters.lexicon import detail_words, noun_word, place_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.resources.gazetteer import gazetteer


def towns_of_seat(scene: Scene, at: Place) -> list[str]:
    """Give the towns of a seat at which it was, the main one first ("am Sitz der UN", "im Nato-Hauptquartier")."""
    words, phrases = place_words(), at.clause.phrases
    for phrase in phrases:
        head = at.sentence.tokens[phrase.head].text
        if phrase.preposition in words["seated_at"] and head.lower().endswith(tuple(words["seat_heads"])):
            behind = next((p for p in phrases if p.first == phrase.last and p.role == "genitive"), None)
            bodies = [_in_compound(head), *_whose(scene, behind)]
            return next((words["seats_of"][body] for body in bodies if body in words["seats_of"]), [])
    return []


def _in_compound(noun: str) -> str | None:
    """Give the body that the first part of a compound names."""
    first = noun.rpartition("-")[0]
    body = gazetteer().one(first) if first else None
    return body.actor if body is not None else None


def _whose(scene: Scene, owner: Phrase | None) -> list[str | None]:
    return [m.actor for m in scene.mentions.within(owner.start, owner.end)] if owner is not None else []


def town_of_gathering(scene: Scene, at: Place) -> str | None:
    """Give the town of a gathering at which, or at whose margins, it was ("am Rande der UN-Vollversammlung")."""
    words, margins, tokens = place_words(), detail_words()["margins"], at.sentence.tokens
    for number, phrase in enumerate(at.clause.phrases):
        marginal = number and tokens[at.clause.phrases[number - 1].head].text in margins
        own = phrase.first <= at.token < phrase.last
        if not (own or marginal or phrase.preposition in words["gathered_at"]):
            continue
        nouns = (token for token in tokens[phrase.first : phrase.last] if token.pos == "NOUN")
        towns = (_always_in(scene, token) for token in nouns)
        town = next((town for town in towns if town is not None), None)
        if town is not None:
            return town
    return None


def _always_in(scene: Scene, token: Token) -> str | None:
    """Give the town in which a gathering always is; of some that holds only of those of one body."""
    noun = noun_word(token.text)
    bodies = {*scene.actors, *(compound_actors(token.text, noun) if noun is not None else ())}
    for gathering in place_words()["gatherings"]:
        if token.lemma.lower().endswith(tuple(gathering["words"])) and gathering.get("of", "") in (*bodies, ""):
            town: str = gathering["town"]
            return town
    return None
