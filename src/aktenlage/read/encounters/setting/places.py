"""Where an encounter takes place: towns before countries, buildings as their towns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from aktenlage.language.tagger import tagger
from aktenlage.language.timenouns import is_time
from aktenlage.model.annotation import Mention
from aktenlage.model.language import Phrase, Sentence, Token
from aktenlage.read.encounters.clause.contrast import embedded, opening, set_aside
from aktenlage.read.encounters.clause.parties import apposed
from aktenlage.read.encounters.lexicon import noun_word, party_words, place_class, place_words, status_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.towns import adjective_place, capitals_of, known_place, meaning, own_places
from aktenlage.read.mentions.lexicon import adjective_of, role_of
from aktenlage.resources.gazetteer import gazetteer

# Tokens between a preposition and the name that it governs.
_REACH = 6
_LONGEST_NAME = 3
# No longer is a preposition, in code points.
_SHORT = 6
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
    aside, before, front = {*set_aside(at), *embedded(at)}, opening(at), _front_attributes(scene, at)
    for number in at.clause.tokens:
        if number in aside or (number in before and _of_no_place(at)):
            continue
        word = at.sentence.tokens[number]
        if word.text.lower() not in prepositions:
            continue
        elsewhere = _homeward(at, number) or _of_a_topic(scene, at, number) or _of_several_words(at, number)
        elsewhere = elsewhere or (_of_a_journey(scene, at, number) and not goals)
        elsewhere = elsewhere or any(p.first == number and apposed(at, p) for p in at.clause.phrases)
        if not (elsewhere or _in_a_name(scene, word)):
            spot = _behind(scene, at.sentence, number, own)
            if spot and not (not spot.town and _explains_office(scene, at.sentence, number, spot.token + 1)):
                other = number in (*before, *front) or _of_a_conference(at, number)
                yield replace(spot, aside=other or _of_another_event(scene, at, number))
    yield from _bare(scene, at)


def _of_several_words(at: Place, number: int) -> bool:
    """Whether a preposition is only the first word of one that says another thing ("im Anschluss an")."""
    phrase = next((p for p in at.clause.phrases if p.first == number), None)
    return phrase is not None and phrase.preposition != at.sentence.tokens[number].lemma


def _of_no_place(at: Place) -> bool:
    """Whether the phrase that opens the clause names another encounter, or who says so ("Nach Angaben des … in …")."""
    head = at.sentence.tokens[at.clause.phrases[0].head]
    return noun_word(head.text) is not None or head.lemma in status_words()["reports"]


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


def _front_attributes(scene: Scene, at: Place) -> list[int]:
    """
    Give the tokens before the finite verb that only say more of the phrase with which the clause begins.

    "Die Rebellen in Darfur haben in Abuja verhandelt": one constituent alone stands before the verb.
    """
    verb, phrases = at.clause.verb, at.clause.phrases
    if at.clause.kind != "main" or verb is None or verb.finite is None or not phrases or phrases[0].last > verb.finite:
        return []
    first = phrases[0]
    head = at.sentence.tokens[first.head]
    named = any(m.start <= head.start < m.end for m in scene.mentions.within(first.start, first.end))
    thing = head.pos == "NOUN" and not (noun_word(head.text) or is_time(at.sentence.tokens, first.head))
    house = place_class(head.text) or any(head.text in place_words()[group] for group in ("sites", "doors"))
    if first.preposition is None:
        return [*range(first.last, verb.finite)] if thing or named else []
    return [*range(first.last, verb.finite)] if thing and not (house or named or known_place(head.text)) else []


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
    for number in range(at.number, max(at.number - (1 if where else _BACK), -1), -1):
        sentence = scene.analysis.sentences[number]
        told = [
            (spot.token, spot.name)
            for clause in sentence.clauses
            if clause.tokens
            for spot in spots(scene, Place(number, sentence, clause, clause.tokens[0]), goals=where)
            if spot.town and (number < at.number or spot.token < at.clause.tokens[0])
        ]
        if told:
            return max(told)[1], True
        country = _country_right_before(scene, at) if where else None
        if country is not None:
            return country, False
        if not where and at.number - number <= 1:
            country = _country_named(scene, at, sentence)
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


def _of_another_event(scene: Scene, at: Place, preposition: int) -> bool:
    """Whether the place may be that of what was before or after ("after the beginning of the riots in")."""
    before = _outermost(at, preposition)
    if before is None or before.preposition not in place_words()["aside_of"]:
        return False
    head = at.sentence.tokens[before.head]
    day = any(time.date for time in scene.times.touching(before.start, before.end))
    told = day or (noun_word(head.text) and before.head == at.token)
    return not told and head.pos == "NOUN" and head.text not in place_words()["arrivals"]


def _of_a_conference(at: Place, preposition: int) -> bool:
    """Whether the place stands right behind another encounter, a conference ("zur Vorbereitung des Gipfels in …")."""
    before = _right_before(at, preposition)
    noun = noun_word(at.sentence.tokens[before.head].text) if before is not None and before.role == "genitive" else None
    return noun is not None and noun.frame.kind == "conference" and before is not None and before.head != at.token


def _right_before(at: Place, token: int) -> Phrase | None:
    """Give the phrase that ends there, be it one that was set aside as the company of an encounter before."""
    whole = next((clause for clause in at.sentence.clauses if clause.start == at.clause.start), at.clause)
    return next((phrase for phrase in whole.phrases if phrase.last == token), None)


def _outermost(at: Place, first: int) -> Phrase | None:
    """Give the phrase right before a token, or the one on which it hangs as a genitive ("über den Bau eines …")."""
    before = _right_before(at, first)
    while before is not None and (before.role == "genitive" or _of_partners(at, before)):
        before = _right_before(at, before.first)
    return before


def _of_partners(at: Place, phrase: Phrase) -> bool:
    """Whether a phrase says who took part in what the noun before it names ("nach dem Treffen von Merz mit …")."""
    before = _right_before(at, phrase.first)
    noun = noun_word(at.sentence.tokens[before.head].text) if before is not None else None
    return noun is not None and phrase.preposition in (*party_words()["of"], *party_words()["with"])


def _in_a_name(scene: Scene, preposition: Token) -> bool:
    """Whether the preposition is part of what names an actor ("the government in"), and no office-holders met there."""
    around = scene.mentions.touching(preposition.start, preposition.end)
    around = [mention for mention in around if not _governed(scene, mention)]
    heads = [scene.text[mention.start : preposition.start].split() for mention in around]
    return any(head and not role_of(head[0]) for head in heads)


def _governed(scene: Scene, mention: Mention) -> bool:
    """Whether a preposition of place stands before it: it is a house then ("im Außenministerium in Wien")."""
    before = scene.text[max(mention.start - _SHORT, 0) : mention.start].split()
    return bool(before) and before[-1].lower() in place_words()["houses_in"]


def _of_a_topic(scene: Scene, at: Place, preposition: int) -> bool:
    """Whether the place belongs to what is talked about ("talks on the war in")."""
    before = _right_before(at, preposition)
    about = _outermost(at, preposition)
    before = about if about is not None and about.preposition in party_words()["about"] else before
    if at.sentence.tokens[preposition].text.lower() in place_words()["directions"]:
        return False
    if before is None or noun_word(at.sentence.tokens[before.head].text):
        told = at.sentence.tokens[preposition].text.lower() in place_words()["topics_of_nouns"]
        return told and before is not None  # "der Gipfel zu Syrien"
    if at.clause.verb is not None and at.clause.verb.lemma in place_words()["topic_verbs"] and _matter(at, before):
        return True
    if scene.times.touching(before.start, before.end) or is_time(at.sentence.tokens, before.head):
        return False  # "for 14 November in Nice", "zum ersten Mal in Berlin"
    head = at.sentence.tokens[before.head]
    if any(mention.kind == "name" for mention in scene.mentions.touching(head.start, head.end)):
        return False  # "for Sudan in Oslo"
    return before.preposition in place_words()["topic_prepositions"]


def _matter(at: Place, phrase: Phrase) -> bool:
    """Whether a phrase is what somebody talks through ("erörterten die Lage in …")."""
    subject = at.clause.subject
    noun = at.sentence.tokens[phrase.head].pos == "NOUN"
    return noun and phrase.preposition is None and not (subject and subject.head == phrase.head)


def _homeward(at: Place, preposition: int) -> bool:
    """Whether the place is where someone returns to from the encounter."""
    verb, tokens = at.clause.verb, at.sentence.tokens
    if verb is None or verb.lemma not in place_words()["returns"]:
        return False
    before = _right_before(at, preposition)
    of_the_noun = before is not None and noun_word(tokens[before.head].text) is not None
    return not of_the_noun and tokens[preposition].text.lower() in place_words()["directions"]


def _on_the_way(scene: Scene, at: Place, way: Phrase) -> bool:
    """Whether something else happens on the way to a place ("traf ihn auf dem Weg nach"), which is not there."""
    told = scene.text[way.start : way.end].lower().startswith(tuple(place_words()["on_the_way"]))
    return told and at.clause.verb is not None and at.clause.verb.lemma not in place_words()["being"]


def _of_a_journey(scene: Scene, at: Place, preposition: int) -> bool:
    """Whether the place is that of a journey before or after which it happens ("before his trip to")."""
    before = _right_before(at, preposition)
    if before is None or before.head == at.token:
        return False
    head = at.sentence.tokens[before.head].text
    if head in place_words()["ways"]:
        return _on_the_way(scene, at, before)
    if before.preposition not in place_words()["aside_of"]:
        return False
    noun = noun_word(head)
    return head in place_words()["departures"] or (noun is not None and noun.frame.kind == "visit")


def _explains_office(scene: Scene, sentence: Sentence, preposition: int, last: int) -> bool:
    """Whether the place tells where the person named behind it holds office ("the envoy in …, …")."""
    tokens = sentence.tokens
    before = tokens[preposition - 1]
    touching = scene.mentions.touching(before.start, before.end) if preposition else []
    office = before.pos == "NOUN" and any(mention.kind in ("office", "description") for mention in touching)
    behind = [token.pos for token in tokens[last : last + 2]]
    return office and (behind[:1] == ["PROPN"] or behind == ["PUNCT", "PROPN"])


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
        spot = named_place(scene, sentence, number, unknown=sure)
        if spot and spot[1] and before.text.lower() in place_words()["indefinite"]:
            return None  # "bei einem Essen"
        if spot:
            house = _house_of(before, word) or _seat(scene, word)
            return Spot(house or spot[0], spot[1], number, lemma)
        site = sentence.tokens[number - 1].text in place_words()["sites"] and word.text in party_words()["of"]
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
    """Whether a noun ends like a town right behind a preposition, or is no word and behind a state's adjective."""
    word, before = tokens[number].text, tokens[number - 1] if number else None
    if before is None:
        return False
    if before.pos == "ADJ" and adjective_of(before.text.lower()):
        return tagger().may_be_name(word) and not (tagger().is_word(word) or place_class(word))
    ends = any(len(word) > len(end) + 1 and word.endswith(end) for end in place_words()["town_endings"])
    return ends and before.text.lower() in place_words()["bare_before_towns"]


def _mistaken(scene: Scene, mention: Mention) -> bool:
    """Whether a name that nobody knows was taken for a person's, though a preposition of place stands before it."""
    actor = scene.actors.get(mention.actor or "")
    person = actor is not None and actor.kind == "person" and mention.kind == "name"
    return person and actor is not None and not actor.registered and actor.id not in scene.titled
