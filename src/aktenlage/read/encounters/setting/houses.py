"""Houses told without their town ("im Landtag"): they stand in the town that the report is from, or told last."""

from aktenlage.model.language import Phrase, Sentence
from aktenlage.read.encounters.lexicon import detail_words, place_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.dateline import towns_of_dateline
from aktenlage.read.encounters.setting.places import Spot, spots
from aktenlage.read.encounters.setting.seats import town_of_gathering, towns_of_seat
from aktenlage.read.encounters.setting.towns import capital_over

# Tokens before "capital" where nobody says whose: preposition and article.
_BARE = 2


def house_town(scene: Scene, at: Place) -> str | None:
    """
    Give the town where the clause tells only a house ("im Landtag"), "the capital", "the same place" or a seat.

    That is the town from where the report is dated, else the one told last; the capital is that of its country. Some
    gatherings are always in one town, and so are the seats of bodies, if they have no other where the report is.
    """
    words = place_words()
    gathering, seats = town_of_gathering(scene, at), towns_of_seat(scene, at)
    if gathering is not None:
        return gathering
    told = [phrase for phrase in at.clause.phrases if phrase.preposition in words["houses_at"]]
    same = [phrase for phrase in at.clause.phrases if phrase.preposition in words["same_spot_at"]]
    capital = any(_is_the_capital(at.sentence, phrase) for phrase in told)
    house = any(_is_house(at.sentence, phrase) for phrase in told)
    if not (capital or house or seats or any(_is_same_spot(at.sentence, phrase) for phrase in same)):
        return None
    town = town_of_report(scene, at.number) or _town_told_last(scene, at.number)
    if seats:
        return town if town in seats else seats[0]
    return capital_over(town) if capital and town is not None else town


def _is_the_capital(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is the capital without a word of whose."""
    capital = sentence.tokens[phrase.head].text in place_words()["capitals"]
    return capital and phrase.head == phrase.last - 1 and phrase.head - phrase.first <= _BARE


def _is_house(sentence: Sentence, phrase: Phrase) -> bool:
    words, head = place_words(), sentence.tokens[phrase.head]
    known = head.lemma in words["houses_alone"] or head.lemma.lower().endswith(tuple(words["house_heads"]))
    return known and head.pos == "NOUN"


def _is_same_spot(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase points at the place told before ("am selben Ort")."""
    words, tokens = place_words(), sentence.tokens
    before = (tokens[number].text for number in range(phrase.first, phrase.head))
    return tokens[phrase.head].lemma in words["same_spot"] and any(word in words["same"] for word in before)


def town_of_report(scene: Scene, number: int) -> str | None:
    """Give the town from where the report is dated, of several the one told last before the sentence *number*."""
    towns = towns_of_dateline(scene)
    told = _town_told_last(scene, number) if len(towns) > 1 else None
    return told if told in towns else next(iter(towns), None)


def _town_told_last(scene: Scene, number: int) -> str | None:
    """Give the town told last before the sentence *number*, where nothing else is told to have been there."""
    told = (spot for before in range(number - 1, -1, -1) for spot in reversed(towns_told(scene, before)))
    return next((spot.name for spot in told if not spot.aside), None)


def towns_told(scene: Scene, number: int) -> list[Spot]:
    """Give the towns that a sentence tells, in their order, but no origins of journeys."""
    told = [spot for at in scene.clauses(number) for spot in spots(scene, at, goals=True) if spot.town]
    told = [spot for spot in told if spot.preposition not in detail_words()["origins"]]
    return sorted(told, key=lambda spot: spot.token)
