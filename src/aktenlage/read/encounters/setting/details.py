"""Place, date, duration, number and occasion of an encounter, from the clause that tells it."""

from dataclasses import replace
from functools import cache

from aktenlage.read.encounters.clause.actors import settle
from aktenlage.read.encounters.clause.governors import governing_noun
from aktenlage.read.encounters.clause.parties import parties_between
from aktenlage.read.encounters.clause.scan import parties_behind, preposition_before, some_of_them
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.clause.surroundings import is_subject
from aktenlage.read.encounters.lexicon import detail_words, noun_word, party_words, place_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene, backwards
from aktenlage.read.encounters.setting.conjuncts import day_of_conjunct, to_come_with_conjunct, town_of_conjunct
from aktenlage.read.encounters.setting.dateline import is_news
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.setting.days import DAY, day_value
from aktenlage.read.encounters.setting.durations import adjective_duration, duration_of
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
    candidate.date = own_day or _date_before(scene, at, candidate)
    found = [spot for spot in spots(scene, at) if not candidate.frames or _belongs(candidate, at, spot)]
    _set_place(candidate, at, modifier, found)
    there = place_told_before(scene, at) if candidate.place is None else None
    if there is not None:
        candidate.place, town = there
        candidate.country = candidate.country if town else candidate.place
    if candidate.kind != "call":  # Whoever called before need not have done so where he then was.
        candidate.place = candidate.place or _town_before(scene, at)
        candidate.place = candidate.place or town_of_conjunct(scene, candidate, dated=own_day is not None)
    _set_from_above(scene, candidate)
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


def _set_from_above(scene: Scene, candidate: Candidate) -> None:
    """Take day and town of the clause that this one goes with, where it tells neither itself."""
    if candidate.date or candidate.place:
        return
    if candidate.status == "denied":
        candidate.date = _time_of_refusal(scene, candidate.at)
        return
    above = _clause_meanwhile(candidate.at) or _joint_clause(scene, candidate)
    if above is not None:
        candidate.date = date_of(scene, above, candidate.status)
        candidate.place = next((spot.name for spot in spots(scene, above) if spot.town), None)


def _time_of_refusal(scene: Scene, at: Place) -> str | None:
    """Give the time, but no day, at which somebody refused to do it ("lehnte es im Mai ab, … zu empfangen")."""
    above = at.above if at.clause.kind == "infinitive" else None
    told = date_of(scene, above, "denied") if above is not None else None
    return None if told is not None and DAY.match(told) else told


def _clause_meanwhile(at: Place) -> Place | None:
    """Give the clause above one that tells what was or will be at the same time ("…, wenn sie zusammentreffen")."""
    above, opener = at.above, at.clause.introducer
    if above is None or opener is None or above.clause.start >= at.clause.start:
        return None
    return above if at.sentence.tokens[opener].text.lower() in detail_words()["meanwhile"] else None


def _joint_clause(scene: Scene, candidate: Candidate) -> Place | None:
    """Give the sentence before in which those who met do something together ("Nach ihrem Treffen sagten …")."""
    before = _sentence_before(scene, candidate.at) if candidate.frames and candidate.status == "held" else None
    if before is None or len(candidate.parties) < 2 or before.sentence.paragraph != candidate.at.sentence.paragraph:
        return None
    return before if set(subject_parties(scene, before)) == set(candidate.parties) else None


def _date_before(scene: Scene, at: Place, candidate: Candidate) -> str | None:
    """Give the day of the clause before where this one goes on ("empfing am Montag … und traf anschließend")."""
    status = candidate.status
    if is_what_was_told(at):
        before = _what_it_was(scene, at)
        return date_of(scene, before, status) if before is not None else None
    joined = day_of_conjunct(scene, at, status) or _that_time(scene, at)
    if joined is not None:
        return joined
    # What a verb tells of a gathering afterwards may be of any day.
    afterwards = () if candidate.frames else detail_words()["afterwards"]
    open_or_off = status in ("planned", "cancelled") and at.clause.kind == "main"
    there = place_words()["there"] if open_or_off else ()
    words = (*afterwards, *there, *place_words()["where"])
    if {word.lower() for word in at.said}.isdisjoint((*words, *detail_words()["same_day"])):
        return _day_going_on(scene, at, candidate) or _day_of_what_was_before(scene, at, candidate)
    before = (at.above if _hangs_on_a_word(at) else None) or _told_before(scene, at)
    return date_of(scene, before, status) if before is not None else None


def _that_time(scene: Scene, at: Place) -> str | None:
    """Give the time of the sentence before, no news, to which the clause points back ("Damals hatte er …")."""
    if not at.number or at.said.isdisjoint(detail_words()["that_time"]):
        return None
    before = scene.analysis.sentences[at.number - 1]
    told = [day_value(time) for time in scene.times.within(before.start, before.end)]
    days = {day for day in told if day is not None and day < (scene.published or "") and not is_news(scene, day)}
    return next(iter(days)) if len(days) == 1 else None


def _hangs_on_a_word(at: Place) -> bool:
    """Whether the clause says more of a word, a place as well, of the one above ("…, wo er … getroffen hatte")."""
    opener = at.sentence.tokens[at.clause.introducer].text.lower() if at.clause.introducer is not None else None
    return at.clause.kind == "relative" or opener in place_words()["where"]


def _told_before(scene: Scene, at: Place) -> Place | None:
    """Give the clause of its kind before this one, in its sentence or the one before."""
    return at.conjunct or _sentence_before(scene, at)


def _day_of_what_was_before(scene: Scene, at: Place, candidate: Candidate) -> str | None:
    """Give the day after which somebody went on to do something ("Danach traf er …")."""
    on = not {word.lower() for word in at.said}.isdisjoint(detail_words()["next"]) and not candidate.frames
    people = any(scene.actors[party].kind == "person" for party in candidate.parties)
    before = _told_before(scene, at) if on and people and candidate.status == "held" else None
    day = date_of(scene, before, candidate.status) if before is not None else None
    return day if day is not None and DAY.fullmatch(day) else None


def _day_going_on(scene: Scene, at: Place, candidate: Candidate) -> str | None:
    """
    Give the day of the sentence before where the same person goes on to do something ("Er traf dort …").

    What follows later ("Danach reiste er … weiter") may be of another day.
    """
    verb, subject = at.clause.verb, at.clause.subject
    if not {word.lower() for word in at.said}.isdisjoint(detail_words()["then"]):
        return None
    before_that = _right_before_that(at) or _had_been_there(at)
    told = verb is not None and (verb.tense in ("past", "perfect") or before_that) and not candidate.frames
    before = _sentence_before(scene, at) if told and candidate.status == "held" else None
    goes_on = subject is not None and at.sentence.tokens[subject.head].tag == "PPER"
    goes_on = goes_on or (before is not None and before_that and _same_person(scene, before, at))
    if before is None or not goes_on or at.clause.kind != "main" or before.sentence.paragraph != at.sentence.paragraph:
        return None
    return date_of(scene, before, candidate.status)


def _same_person(scene: Scene, before: Place, at: Place) -> bool:
    """Whether the sentence before tells of the person whom the subject names."""
    told = {m.actor for m in scene.mentions.within(before.sentence.start, before.sentence.end)}
    return any(party in told and scene.actors[party].kind == "person" for party in subject_parties(scene, at))


def _right_before_that(at: Place) -> bool:
    """Whether it was right before what the sentence before tells ("Zuvor hatte er …", "Vor dem Treffen hatte er …")."""
    if not _in_pluperfect(at):
        return False
    return not at.said.isdisjoint(detail_words()["just_before"]) or _before_what_was_told(at)


def _before_what_was_told(at: Place) -> bool:
    """Whether the clause says before which encounter, told in the sentence before, it was."""
    words, tokens = party_words(), at.sentence.tokens
    ahead = [phrase for phrase in at.clause.phrases if phrase.preposition in detail_words()["ahead"]]
    ahead = [phrase for phrase in ahead if noun_word(tokens[phrase.head].text) is not None]
    bare = (p for p in ahead if not any(other.first == p.last and other.preposition for other in at.clause.phrases))
    return any(tokens[phrase.first + 1].text.lower() in words["definite"] for phrase in bare)


def _had_been_there(at: Place) -> bool:
    """Whether it was where the sentence before tells of ("Er war dort … zusammengetroffen")."""
    return _in_pluperfect(at) and not at.said.isdisjoint(place_words()["there"])


def _in_pluperfect(at: Place) -> bool:
    return at.clause.verb is not None and at.clause.verb.tense == "pluperfect"


def _town_before(scene: Scene, at: Place) -> str | None:
    """Give the town of the sentence before where the clause only says what that told."""
    going_on = _sentence_before(scene, at) if _right_before_that(at) else None
    before = _what_it_was(scene, at) if is_what_was_told(at) else going_on
    return next((spot.name for spot in spots(scene, before) if spot.town), None) if before is not None else None


def _what_it_was(scene: Scene, at: Place) -> Place | None:
    """Give the sentence before that tells what "it" was; what had been before is no news."""
    before = _sentence_before(scene, at)
    return before if before is not None and not _in_pluperfect(before) else None


def is_what_was_told(at: Place) -> bool:
    """Whether the clause only says what the sentence before told ("Es war das erste Treffen")."""
    verb, first = at.clause.verb, at.clause.tokens[0]
    is_it = verb is not None and verb.lemma in party_words()["is"] and verb.finite == first + 1
    return is_it and at.sentence.tokens[first].text.lower() in party_words()["it"]


def _sentence_before(scene: Scene, at: Place) -> Place | None:
    """Give the clause in which the sentence before tells what was: who said something rather than what."""
    before = [there for number in backwards(at.number - 1, 0) for there in scene.clauses(number)]
    told = (there for kind in ("inserted", "main") for there in before if there.clause.kind == kind)
    return next(told, None)


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
        leads = word in detail_words()["leadership"] and number > 0 and _under(at, number)
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
