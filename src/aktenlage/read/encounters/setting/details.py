"""Place, date, duration, number and occasion of an encounter, from the clause that tells it."""

from dataclasses import replace
from functools import cache

from aktenlage.read.encounters.clause.actors import settle
from aktenlage.read.encounters.clause.governors import governing_noun
from aktenlage.read.encounters.clause.parties import parties_between
from aktenlage.read.encounters.clause.scan import parties_behind, preposition_before, some_of_them
from aktenlage.read.encounters.clause.surroundings import is_subject
from aktenlage.read.encounters.lexicon import detail_words, noun_word, party_words, place_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.conjuncts import to_come_with_conjunct, town_of_conjunct
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.setting.durations import adjective_duration, duration_of
from aktenlage.read.encounters.setting.going_on import date_before, set_from_above, town_before
from aktenlage.read.encounters.setting.places import Spot, place_told_before, spots
from aktenlage.read.encounters.setting.spans import edge_of, last_day
from aktenlage.read.encounters.setting.towns import adjective_place, compound_place
from aktenlage.read.mentions.lexicon import adjective_of


def complete(scene: Scene, candidate: Candidate, modifier: str = "") -> None:
    """Fill in what the clause tells of *candidate*; *modifier* is the first part of its noun."""
    at = candidate.at
    own_day = date_of(scene, at, candidate.status)
    if candidate.status == "ongoing" and own_day is None and to_come_with_conjunct(scene, at):
        candidate.status = "planned"
    candidate.date = own_day or date_before(scene, at, candidate)
    found = [spot for spot in spots(scene, at) if not candidate.frames or _belongs(candidate, at, spot)]
    _set_place(candidate, at, modifier, found)
    there = place_told_before(scene, at) if candidate.place is None else None
    if there is not None:
        candidate.place, town = there
        candidate.country = candidate.country if town else candidate.place
    if candidate.kind != "call":  # Whoever called before need not have done so where he then was.
        candidate.place = candidate.place or town_before(scene, at)
        candidate.place = candidate.place or town_of_conjunct(scene, candidate, dated=own_day is not None)
    set_from_above(scene, candidate)
    candidate.duration = duration_of(scene, at)
    if candidate.frames:
        candidate.duration = adjective_duration(at) or candidate.duration
        candidate.number = _number(at)
        if candidate.number is not None and candidate.date and candidate.date == (scene.published or "")[:4]:
            candidate.date = None  # "the first this year" says how often, not when
    candidate.edge, candidate.until = edge_of(scene, candidate), last_day(scene, candidate)
    candidate.occasion = _occasion(at)
    if candidate.begun and candidate.status == "ongoing" and candidate.date is None:
        candidate.date = scene.published
    _set_inviter(scene, candidate)
    candidate.parties = settle(scene, candidate.parties + _listed(scene, at))
    if candidate.kind == "meeting" and candidate.parties:
        candidate.parties = settle(scene, candidate.parties + _negotiators(scene, at, candidate.parties))
    candidate.other = candidate.other or _elsewhen(at)


def _belongs(candidate: Candidate, at: Place, spot: Spot) -> bool:
    """Whether the place is the noun's: that of its verb, in its own words, or a town of the clause it is set in."""
    if _nearer_noun(at, spot):
        return False
    if candidate.carried or at.clause.verb is None or _at_its_scene(at) or _says_where(at):
        return True
    if at.phrase is not None and at.phrase.first < spot.token < at.token and spot.town:
        return True  # "das für Freitag in Rom geplante Gespräch"
    verb = at.clause.verb
    finite = verb.finite if verb is not None and verb.finite is not None else at.token
    behind = spot.token > at.token and not at.token < finite < spot.token
    here = spot.town and spot.preposition not in place_words()["directions"]
    return behind or (here and preposition_before(at) not in (None, *detail_words()["ahead"]))


def _at_its_scene(at: Place) -> bool:
    """Whether the clause tells of the place of what the noun names ("Schauplatz des Treffens war …")."""
    owner = governing_noun(at)
    return owner is not None and at.sentence.tokens[owner].text in place_words()["scenes"]


def _says_where(at: Place) -> bool:
    """Whether the clause says no more of what the noun names than when and where it is ("Das Treffen war in Rom")."""
    verb, subject, tokens = at.clause.verb, at.clause.subject, at.sentence.tokens
    if verb is None or verb.finite is None or verb.lemma not in party_words()["is"] or not is_subject(at):
        return False
    told = [p for p in at.clause.phrases if p.preposition or p.role == "genitive" or p is subject]
    told += [p for p in at.clause.phrases if p.first == at.token + 1]
    inside = {number for phrase in told for number in range(phrase.first, phrase.last)} | {*verb.tokens}
    return all(number in inside or tokens[number].pos in ("ADV", "PUNCT") for number in at.clause.tokens)


def _nearer_noun(at: Place, spot: Spot) -> bool:
    """Whether another encounter noun stands between this one and the place, other than one at whose margins it is."""
    margins, tokens = detail_words()["margins"], at.sentence.tokens
    own = next((p for p in at.clause.phrases if p.first == at.token + 1 and p.role == "genitive"), None)
    between = range(at.token + 1 if own is None else own.last, spot.token)  # "die nächste Runde der Gespräche"
    nouns = [number for number in between if noun_word(tokens[number].text)]
    return any(not any(tokens[n].text in margins for n in range(at.token + 1, number)) for number in nouns)


def _set_inviter(scene: Scene, candidate: Candidate) -> None:
    """Who invited to it or leads it takes part in it."""
    at = candidate.at
    for number in at.clause.tokens:
        word = at.sentence.tokens[number].text
        leads = word in detail_words()["leadership"] and number > 0 and (_under(at, number) or _mediated(at, number))
        if leads or word in detail_words()["invitation"]:
            hosts = parties_behind(scene, Place(at.number, at.sentence, at.clause, number))
            by_adjective = adjective_of(at.sentence.tokens[number - 1].text.lower()) if leads and not hosts else ()
            hosts += [state for state in by_adjective if state in scene.actors]
            candidate.parties = settle(scene, candidate.parties + hosts)
            candidate.host = candidate.host or next(iter(hosts), None)
            if word in detail_words()["mediation"]:
                candidate.mediators, candidate.host = hosts, None
        elif word in detail_words()["presence"] or (word in detail_words()["sharing"] and _under(at, number)):
            there = replace(at, token=number)
            candidate.parties = settle(scene, candidate.parties + parties_behind(scene, there))


def _listed(scene: Scene, at: Place) -> list[str]:
    """Give those whom a list behind "among them" names."""
    tokens = at.sentence.tokens
    for first in range(at.clause.tokens[0], len(tokens)):
        if some_of_them(tokens, first):
            ends = (n for n in range(first, len(tokens)) if tokens[n].pos in ("VERB", "AUX") or tokens[n].text in ".;:")
            return parties_between(scene, at.sentence, first, next(ends, len(tokens)))
    return []


def _negotiators(scene: Scene, at: Place, parties: list[str]) -> list[str]:
    """Give the people whom the sentence calls negotiators of a party: they sat at the table."""
    tokens = at.sentence.tokens
    found = []
    for number, token in enumerate(tokens[:-1]):
        if token.text.removesuffix("s") in detail_words()["negotiators"]:
            behind = scene.mentions.touching(tokens[number + 1].start, tokens[number + 1].end)
            people = [m.actor for m in behind if m.kind == "name" and m.actor in scene.actors]
            found += [actor for actor in people if actor and scene.actors[actor].state in parties]
    return found


def _under(at: Place, number: int) -> bool:
    before = [at.sentence.tokens[token].text.lower() for token in range(max(number - 3, 0), number)]
    return any(word in detail_words()["under"] for word in before)


def _mediated(at: Place, number: int) -> bool:
    """Whether it came about by whose mediation is told ("auf Vermittlung von …")."""
    word, before = at.sentence.tokens[number].text, at.sentence.tokens[number - 1].text.lower()
    return word in detail_words()["mediation"] and before in detail_words()["mediated_by"]


def _elsewhen(at: Place) -> bool:
    """Whether the clause speaks of an earlier time than the news does."""
    words = detail_words()["elsewhen"]
    return any(at.sentence.tokens[number].text.lower() in words for number in at.clause.tokens)


def _set_place(candidate: Candidate, at: Place, modifier: str, found: list[Spot]) -> None:
    found = [spot for spot in found if not spot.aside] or found
    towns = [spot for spot in found if spot.town and spot.preposition not in detail_words()["origins"]]
    if candidate.frames and not candidate.carried:  # "berichtete in Rom von seinem Treffen mit Merz in Genf"
        towns = [spot for spot in towns if spot.token > at.token] or towns
    countries = [spot for spot in found if not spot.town and spot.preposition not in detail_words()["origins"]]
    before = adjective_place(at.sentence.tokens[at.token - 1].text) if at.token and candidate.frames else None
    compound = compound_place(modifier) if modifier else None
    if before:
        candidate.place = before
    elif compound and compound[1]:
        candidate.place = compound[0]
    elif towns:
        candidate.place = _nearest(at, towns).name
    if compound and not compound[1] and candidate.kind == "visit":
        candidate.country = compound[0]
    elif countries:
        candidate.country = _nearest(at, countries).name
    candidate.place = candidate.place or candidate.country


def _nearest(at: Place, found: list[Spot]) -> Spot:
    return min(found, key=lambda spot: spot.token - at.token if spot.token > at.token else 2 * (at.token - spot.token))


def _number(at: Place) -> int | None:
    """Give the place in a series that an ordinal before the noun tells."""
    for number in range(at.token - 1, max(at.token - 4, -1), -1):
        text = at.sentence.tokens[number].text.lower()
        if text.rstrip(".").isdigit() and (text.endswith(".") or at.sentence.tokens[number + 1].text == "."):
            value = int(text.rstrip("."))
            return value if 0 < value < 1000 else None
        ordinal = _ordinals().get(text.rstrip(detail_words()["ending_letters"]))
        if ordinal:
            return ordinal
    return None


def _occasion(at: Place) -> str | None:
    """Give the gathering at whose margins the encounter takes place."""
    margins = detail_words()["margins"]
    tokens = at.sentence.tokens
    for number in at.clause.tokens:
        if tokens[number].text not in margins:
            continue
        for follower in range(number + 1, min(number + 6, len(tokens))):
            noun = noun_word(tokens[follower].text)
            if noun is not None and noun.frame.kind == "conference" and follower != at.token:
                return tokens[follower].lemma if tokens[follower].lemma[:1].isupper() else tokens[follower].text
    return None


@cache
def _ordinals() -> dict[str, int]:
    ordinals: dict[str, int] = detail_words()["ordinals"]
    return {stem: int(count) for stem, count in ordinals.items()}
