"""Where an encounter takes place: towns before countries, buildings as their towns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from aktenlage.language.tagger import tagger
from aktenlage.model.annotation import Mention
from aktenlage.model.language import Sentence, Token
from aktenlage.read.encounters.lexicon import noun_word, party_words, place_class, place_words
from aktenlage.read.encounters.scene import Place, Scene, backwards
from aktenlage.read.encounters.setting.elsewhere import (
    explains_office,
    is_elsewhere,
    maybe_aside,
    of_another_event,
    tokens_aside,
)
from aktenlage.read.encounters.setting.towns import adjective_place, capitals_of, meaning, own_places
from aktenlage.read.mentions.lexicon import adjective_of
from aktenlage.resources.gazetteer import gazetteer

# Tokens between a preposition and the name that it governs.
_REACH = 6
_LONGEST_NAME = 3
# Code points between a place and its relative clause.
_COMMA = 2
# Sentences, this one included, in which "there" finds its place.
_BACK = 3
# Pronouns behind which no place follows.
_ALONE = ("PRELS", "PRF", "PPER")
_BETWEEN = ("DET", "ADJ", "NUM", "PRON")


@dataclass(frozen=True, slots=True)
class Spot:
    """
    A place told in a sentence, by its first token; *town* says that it is more than a country.

    One *aside* may be that of another event ("after the riots in …").
    """

    name: str
    town: bool
    token: int
    preposition: str
    aside: bool = False


def spots(scene: Scene, at: Place, *, goals: bool = False) -> Iterator[Spot]:
    """Find the places that prepositions introduce in the clause, and buildings; with *goals* those of journeys too."""
    prepositions = place_words()["prepositions"]
    own = frozenset(at.clause.tokens)
    said_aside, aside = tokens_aside(at), maybe_aside(scene, at)
    for number in at.clause.tokens:
        introduces = at.sentence.tokens[number].text.lower() in prepositions and number not in said_aside
        if introduces and not is_elsewhere(scene, at, number, goals=goals):
            spot = _behind(scene, at.sentence, number, own)
            if spot and not (not spot.town and explains_office(scene, at.sentence, number, spot.token + 1)):
                yield replace(spot, aside=number in aside or of_another_event(scene, at, number))
    yield from _of_towns(scene, at)
    yield from _of_capitals(at)
    yield from _bare(scene, at)


def _of_towns(scene: Scene, at: Place) -> Iterator[Spot]:
    """Give the town that a conference is called by ("auf dem Gipfel von Riga")."""
    tokens, numbers = at.sentence.tokens, at.clause.tokens
    for first, preposition, number in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if tokens[preposition].text not in party_words()["of"]:
            continue
        noun = noun_word(tokens[first].text)
        place = named_place(scene, at.sentence, number, unknown=False)
        if noun is not None and noun.frame.kind == "conference" and place is not None and place[1]:
            yield Spot(place[0], True, number, tokens[preposition].text)


def _of_capitals(at: Place) -> Iterator[Spot]:
    """Give the town of a house of a capital that a genitive tells ("in einem Hotel der ugandischen Hauptstadt")."""
    words, phrases = place_words(), at.clause.phrases
    for before, phrase in pairwise(phrases):
        of_it = phrase.role == "genitive" and phrase.first == before.last
        town = capital_told(at.sentence, range(phrase.first, phrase.last)) if of_it else None
        if town is not None and before.preposition and before.preposition in words["houses_at"]:
            yield Spot(town, True, phrase.first, before.preposition)


def _bare(scene: Scene, at: Place) -> Iterator[Spot]:
    """Give the place that someone visits ("besuchte Oslo"), or that is called one ("Ort des Treffens war Oslo")."""
    words, verb = place_words(), at.clause.verb
    bare = [phrase for phrase in at.clause.phrases if phrase.role != "genitive" and not phrase.preposition]
    called = any(at.sentence.tokens[phrase.head].text in words["scenes"] for phrase in bare)
    called = called and verb is not None and verb.lemma in words["being"]
    if verb is None or not (called or verb.lemma in words["visits_paid"]):
        return
    for phrase in bare:
        told = called or phrase.role != "subject"
        for number in range(phrase.first, phrase.last) if told else ():
            place = named_place(scene, at.sentence, number, unknown=False)
            if place:
                yield Spot(*place, number, "")


def place_told_before(scene: Scene, at: Place) -> tuple[str, bool] | None:
    """
    Give the place that "there" points back to, or that a clause beginning with "where" hangs on.

    That is a town, else a country that is named; the value says whether it is more than a country.
    """
    words = {at.sentence.tokens[number].text.lower() for number in at.clause.tokens}
    where = not words.isdisjoint(place_words()["where"])
    if not where and words.isdisjoint(place_words()["there"]):
        return None
    named = _named_right_before(scene, at) if where else None
    if named is not None:
        return named
    for number in backwards(at.number, 0 if where else _BACK - 1):
        told = [
            (spot.token, spot.name)
            for there in scene.clauses(number)
            for spot in spots(scene, there, goals=where)
            if spot.town and (number < at.number or spot.token < at.clause.tokens[0])
        ]
        if told:
            return max(told)[1], True
        country = _country_right_before(scene, at) if where else None
        if country is not None:
            return country, False
        if not where and at.number - number <= 1:
            country = _country_named(scene, at, scene.analysis.sentences[number])
            if country is not None:
                return country, False
    return None


def _named_right_before(scene: Scene, at: Place) -> tuple[str, bool] | None:
    """Give the town named right before the clause without a preposition ("Erste Station ist Kairo, wo …")."""
    last = at.clause.tokens[0] - 1
    last -= last > 0 and at.sentence.tokens[last].text == ","
    starts = [n for n in range(last, max(last - _LONGEST_NAME, 0), -1) if at.sentence.tokens[n - 1].pos != "ADP"]
    places = (named_place(scene, at.sentence, number, unknown=False) for number in starts)
    return next((place for place in places if place is not None and place[1]), None)


def _country_right_before(scene: Scene, at: Place) -> str | None:
    """Give the country that ends right before the clause ("reiste nach Bahrain, wo …")."""
    start = at.sentence.tokens[at.clause.tokens[0]].start
    near = (m for m in scene.mentions.within(at.sentence.start, start) if 0 <= start - m.end <= _COMMA)
    states = (m.actor for m in near if m.kind == "name" and m.actor in scene.actors)
    return next((scene.actors[actor].name for actor in states if actor and scene.actors[actor].kind == "state"), None)


def _country_named(scene: Scene, at: Place, sentence: Sentence) -> str | None:
    """Give the country named last before the clause ("lobte Indien. Dort sprach …")."""
    before = at.sentence.tokens[at.clause.tokens[0]].start
    for mention in reversed(scene.mentions.within(sentence.start, sentence.end)):
        if (
            mention.start < before
            and mention.kind == "name"
            and mention.actor
            and scene.actors[mention.actor].kind == "state"
        ):
            number = next(n for n, token in enumerate(sentence.tokens) if token.end > mention.start)
            place = named_place(scene, sentence, number, unknown=False)
            return place[0] if place is not None and not place[1] else None
    return None


def _behind(scene: Scene, sentence: Sentence, preposition: int, own: frozenset[int]) -> Spot | None:
    lemma = sentence.tokens[preposition].text.lower()
    for number in range(preposition + 1, min(preposition + 1 + _REACH, len(sentence.tokens))):
        if number not in own:
            return None
        word = sentence.tokens[number]
        town = None
        if number + 1 in own and _built(lemma, sentence.tokens[number + 1]):
            town = _capital(sentence.tokens[number : number + 2]) or adjective_place(word.text)
        if number + 2 in own and town is None and _built(lemma, sentence.tokens[number + 2]):
            town = adjective_place(f"{word.text} {sentence.tokens[number + 1].text}")  # "im New Yorker Rathaus"
        if town:
            return Spot(town, True, number, lemma)
        before = sentence.tokens[number - 1]
        # "nach dem Hilari" tells when.
        bare = not (lemma in place_words()["directions"] and before.pos == "DET")
        sure = (lemma in place_words()["sure_prepositions"] and bare) or place_class(before.text)
        spot = _capital_of(scene, sentence, number) or named_place(scene, sentence, number, unknown=sure)
        if spot and spot[1] and before.text.lower() in place_words()["indefinite"]:
            return None  # "bei einem Essen"
        if spot:
            house = _house_of(before, word) or _seat(scene, word)
            return Spot(house or spot[0], spot[1], number, lemma)
        near = before.text in place_words()["sites"] or (number == preposition + 1 and lemma in place_words()["near"])
        site = near and word.text in party_words()["of"]
        if not (
            (word.pos in _BETWEEN and word.tag not in _ALONE)
            or place_class(word.text)
            or word.text in place_words()["sites"]
            or site
        ):
            return None
    return None


def _house_of(before: Token, house: Token) -> str | None:
    """Give the capital for a house that another state has as well ("im österreichischen Bundeskanzleramt")."""
    states = adjective_of(before.text.lower()) if before.pos == "ADJ" else ()
    capitals = capitals_of(states[0]) if len(states) == 1 else []
    known = any(house.text in forms for forms in place_words()["buildings"].values())
    return capitals[0] if known and capitals else None


def _seat(scene: Scene, house: Token) -> str | None:
    """Give the capital where the article names one holder alone of the office that has its seat in the house."""
    offices = place_words()["seats"].get(house.text, ())
    states = {actor.state for actor in scene.actors.values() if actor.state and set(offices) & set(actor.offices)}
    return next(iter(capitals_of(min(states))), None) if len(states) == 1 else None


def _built(preposition: str, noun: Token) -> bool:
    """Whether a noun behind the preposition may be in the town of an adjective: a station, but not a lake."""
    return preposition not in place_words()["at_sites"] or noun.text in place_words()["sites"]


def _capital(words: Sequence[Token]) -> str | None:
    """Give the town of "the Austrian capital"."""
    if len(words) == 1 or words[1].text not in place_words()["capitals"]:
        return None
    states = adjective_of(words[0].text.lower())
    capitals = capitals_of(states[0]) if len(states) == 1 else []
    return capitals[0] if capitals else None


def _capital_of(scene: Scene, sentence: Sentence, number: int) -> tuple[str, bool] | None:
    """Give the town of a state's capital ("in Bhutans Hauptstadt")."""
    behind = sentence.tokens[number + 1].text if number + 1 < len(sentence.tokens) else None
    if behind not in place_words()["capitals"]:
        return None
    mentions = scene.mentions.touching(sentence.tokens[number].start, sentence.tokens[number].end)
    capitals = next((capitals_of(m.actor) for m in mentions if m.kind == "name" and m.actor), [])
    return (capitals[0], True) if capitals else None


def capital_told(sentence: Sentence, numbers: Iterable[int]) -> str | None:
    """Give the town that "the North Korean capital" among the tokens means."""
    pairs = (sentence.tokens[number : number + 2] for number in numbers)
    return next((town for words in pairs if len(words) > 1 and (town := _capital(words))), None)


def named_place(scene: Scene, sentence: Sentence, token: int, *, unknown: bool) -> tuple[str, bool] | None:
    """Give the place whose name begins at *token*, and whether it is more than a country."""
    tokens = sentence.tokens
    if not tokens[token].text[:1].isupper():
        return None
    start = tokens[token].start
    for length in range(min(_LONGEST_NAME, len(tokens) - token), 0, -1):
        known = own_places().get(scene.text[start : tokens[token + length - 1].end])
        if known:
            return known
    found = gazetteer().longest([word.text for word in tokens[token : token + _LONGEST_NAME + 1]], 0)
    if found:
        return meaning(found[1])
    return _unknown_place(scene, sentence, token) if unknown else None


def _unknown_place(scene: Scene, sentence: Sentence, token: int) -> tuple[str, bool] | None:
    """Give a name that is no actor's: behind a preposition of place it is a place."""
    tokens = sentence.tokens
    if tokens[token].pos != "PROPN" and not _named_like_a_town(tokens, token):
        return None
    last = token
    while last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN" and last - token < _LONGEST_NAME - 1:
        if _names_somebody(scene, tokens[last + 1]):
            break
        last += 1
    start, end = tokens[token].start, tokens[last].end
    if any(tokens[number].text in place_words()["houses"] for number in range(token, last + 1)):
        return None
    if any(not _mistaken(scene, mention) for mention in scene.mentions.touching(start, end)):
        return None
    return scene.text[start:end], True


def _names_somebody(scene: Scene, first: Token) -> bool:
    """Whether somebody's full name begins there, right behind the place ("traf in Tartu Andrus Ansip")."""
    begun = (m for m in scene.mentions.touching(first.start, first.end) if m.start == first.start)
    return any(mention.kind == "name" and " " in scene.text[mention.start : mention.end] for mention in begun)


def _named_like_a_town(tokens: Sequence[Token], number: int) -> bool:
    """Whether a noun is no word behind a state's adjective or bare behind a preposition, or ends like a town there."""
    word, before = tokens[number].text, tokens[number - 1] if number else None
    if before is None:
        return False
    if before.pos == "ADJ" and adjective_of(before.text.lower()):
        return tagger().may_be_name(word) and not (tagger().is_word(word) or place_class(word))
    if before.text.lower() not in place_words()["bare_before_towns"]:
        return False
    ends = any(len(word) > len(end) + 1 and word.endswith(end) for end in place_words()["town_endings"])
    return ends or (tokens[number].pos == "NOUN" and tagger().may_be_name(word) and not tagger().is_compound(word))


def _mistaken(scene: Scene, mention: Mention) -> bool:
    """Whether a name that nobody knows was taken for a person's, though a preposition of place stands before it."""
    actor = scene.actors.get(mention.actor or "")
    person = actor is not None and actor.kind == "person" and mention.kind == "name"
    return person and actor is not None and not actor.registered and actor.id not in scene.titled
