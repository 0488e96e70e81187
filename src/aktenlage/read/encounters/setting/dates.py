"""When an encounter takes place: the time of its clause that agrees with its status."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from aktenlage.model.annotation import Time
from aktenlage.model.encounter import Status
from aktenlage.model.language import Phrase
from aktenlage.read.encounters.clause.carrying import find_support
from aktenlage.read.encounters.clause.surroundings import acts, moves, other
from aktenlage.read.encounters.lexicon import attribute_status, noun_word, party_words, status_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.above import over_above
from aktenlage.read.encounters.setting.days import DAY, day_value, days_of
from aktenlage.read.encounters.setting.durations import duration_of
from aktenlage.read.encounters.setting.meant import meant
from aktenlage.read.encounters.setting.namesakes import how_far, nearest_of_that_name, other_day
from aktenlage.read.encounters.setting.narrated import day_told_of
from aktenlage.read.encounters.setting.told_times import distance, times_of

_NIGHT = "TNI"
_WEEKEND = "P1WE"
_SATURDAY = 6
# Tokens between the noun and its time in which its partners stand.
_PARTNERS_REACH = 20
_MONTH = re.compile(r"\d{4}-\d\d")
# Days that come again every year lie further apart.
_HALF_A_YEAR = timedelta(days=182)
# So many times as far away is much further: of what has fallen through lately, and of what fell through.
_MUCH = (2, 5)


def date_of(scene: Scene, at: Place, status: Status) -> str | None:
    """Give the date told in the clause that an encounter of this status can have."""
    told = [t for t in scene.times.within(at.sentence.start, at.sentence.end) if day_value(t)]
    own = [time for time in times_of(at, told) if not (_of_other_noun(at, time) or _of_a_beginning(at, time))]
    own = [time for time in own if not (_of_the_refusal(at, time, status) or _moved_on_to(at, time, status))]
    fitting = [time for time in own if _fits(scene, time, status) or _day_of_what_came_about(scene, at, time)]
    if not fitting:
        meant = (_day_of_the_noun(at, time, status) or _intended_day(scene, at, time, status) for time in own)
        other = next((value for value in meant if value), None)
        over = status in ("held", "ongoing")
        today = _whole_weekend(scene, at) or _whole_night(scene, at) if over else _later_today(scene, at, status)
        return other or today
    ahead = [time for time in fitting if status in ("planned", "possible") and _for_that_day(at, time)]
    nearest = min(ahead or fitting, key=lambda time: distance(at, time))
    value = other_day(nearest, -1) if _has_failed(scene, at, nearest, status) else day_value(nearest)
    value = _day_of_what_is_off(scene, at, nearest, status) or _day_of_what_came_about(scene, at, nearest) or value
    if value == scene.published and (status == "held" or _begun_or_set(at, status)):
        value = day_told_of(scene, nearest, ahead=status == "planned")
    # What is told of the night to Friday came to its end on Friday.
    return value.split("/")[-1] if value and nearest.value[10:] == _NIGHT else value


def _begun_or_set(at: Place, status: Status) -> bool:
    """Whether the verb tells when what a noun names began, or is to be ("begann gegen 14 Uhr", "soll am Abend …")."""
    verb, noun = at.clause.verb, noun_word(at.word.text) is not None
    begun = verb is not None and verb.tense == "past"
    return noun and (begun if status == "ongoing" else status == "planned" and not begun)


def _for_that_day(at: Place, time: Time) -> bool:
    """Whether something is set for that time ("kündigte am Montag ein Treffen für den 6. Juli an")."""
    ahead = (p for p in at.clause.phrases if p.preposition in status_words()["planned_for"])
    return any(phrase.start <= time.start < phrase.end for phrase in ahead)


def _day_of_what_is_off(scene: Scene, at: Place, time: Time, status: Status) -> str | None:
    """Give the day of what is called off or refused, whenever that was done ("schloss ein Treffen am Freitag aus")."""
    behind = not acts(at) and _right_behind(at, time)
    intended = at.clause.verb is not None and meant(at.clause.verb)  # "der am Freitag reisen wollte, sagte ab"
    if status == "cancelled" and (behind or intended or _moved_from(at, time)):
        return nearest_of_that_name(scene, time)
    support = find_support(at) if status == "denied" and behind else None
    if support is None or not support.wished or scene.published is None:
        return None
    days, verb = days_of(day_value(time) or ""), at.clause.verb
    refused = support.day_of_verb and verb is not None and verb.lemma not in status_words()["denying"]
    over = days is not None and days[1] < date.fromisoformat(scene.published)
    return (other_day(time, 1) if over else None) if refused else nearest_of_that_name(scene, time)


def _day_of_what_came_about(scene: Scene, at: Place, time: Time) -> str | None:
    """Give the last day of that name for what somebody managed, or did not manage, to do ("gelang es, am Montag …")."""
    done = at.clause.kind == "infinitive" and over_above(at)
    ahead = done and scene.published is not None and (day_value(time) or "") > scene.published
    return other_day(time, -1) if ahead else None


def _day_of_the_noun(at: Place, time: Time, status: Status) -> str | None:
    """
    Give the next or the last day of that name where the verb is of another time than the noun before the words.

    Times are read by the tense of the verb: "vereinbarten ein Treffen am Freitag", "ist das Ergebnis eines Treffens am
    Freitag".
    """
    is_so = at.clause.verb is not None and at.clause.verb.lemma in party_words()["is"]
    if noun_word(at.word.text) is None or (acts(at) and not is_so) or not _right_behind(at, time):
        return None
    return other_day(time, 1 if status in ("planned", "possible") else -1)


def _intended_day(scene: Scene, at: Place, time: Time, status: Status) -> str | None:
    """Give the coming day of that name for what somebody meant to do, if it is nearer ("wollte am Freitag reden")."""
    verb, coming = at.clause.verb, other_day(time, 1)
    meant = verb is not None and verb.modal in status_words()["modals"]["intended"] and verb.tense == "past"
    last, days = days_of(day_value(time) or ""), days_of(coming or "")
    if not meant or status not in ("planned", "possible") or last is None or days is None or scene.published is None:
        return None
    return coming if how_far(scene.published, days) < how_far(scene.published, last) else None


def _has_failed(scene: Scene, at: Place, time: Time, status: Status) -> bool:
    """
    Whether the day it was planned for is over: it fell through, or had been called off ("hatte … gestrichen").

    Of two days of that name the nearer is meant; of two of a year for what fell through not one much further away.
    """
    verb, support = at.clause.verb, find_support(at) if status == "cancelled" else None
    coming, last = days_of(day_value(time) or ""), days_of(other_day(time, -1) or "")
    if verb is None or support is None or coming is None or last is None or scene.published is None:
        return False
    fell_through = not support.day_of_verb and verb.tense in ("past", "perfect")
    back, ahead = how_far(scene.published, last), how_far(scene.published, coming)
    yearly = last[1] < coming[0] - _HALF_A_YEAR
    nearer = back < ahead or (fell_through and yearly and back < _MUCH[verb.tense == "past"] * ahead)
    over = coming[0] > date.fromisoformat(scene.published) and nearer
    told = fell_through or verb.tense == "pluperfect" or (yearly and verb.tense in ("past", "perfect"))
    return over and told and _in_attribute(at, time)


def _right_behind(at: Place, time: Time) -> bool:
    """Whether only places and partners stand between the noun and the time."""
    between = [p for p in at.clause.phrases if p.first > at.token and p.end < time.start]
    first = next((number for number in at.clause.tokens if at.sentence.tokens[number].end > time.start), None)
    if first is None or first < at.token or first - at.token > _PARTNERS_REACH:
        return False
    verb = at.clause.verb
    no_verb = verb is None or verb.finite is None or not at.token < verb.finite < first
    return no_verb and all(phrase.preposition is not None or phrase.role == "genitive" for phrase in between)


def _of_a_beginning(at: Place, time: Time) -> bool:
    """Whether the time says from when on the words count ("the first since the outbreak in December")."""
    phrases = at.clause.phrases
    number = next((n for n, phrase in enumerate(phrases) if phrase.start <= time.start < phrase.end), None)
    if number and phrases[number].preposition in status_words()["since"]:
        before = phrases[number - 1]
        if before.last != phrases[number].first:
            return False
        first = other(at) and at.phrase is not None and _leads_to(phrases, at.phrase, number)
        return first or _head_text(at, before) in status_words()["times_counted"]
    while number and phrases[number - 1].last == phrases[number].first:
        number -= 1
        if phrases[number].preposition in status_words()["since"]:
            return phrases[number].head != at.token  # "Seit ihrem Treffen im Mai": that is its day.
    return False


def _leads_to(phrases: Sequence[Phrase], noun: Phrase, number: int) -> bool:
    """Whether only who took part stands between the noun and that phrase ("die erste Begegnung der beiden seit …")."""
    first = next((n for n, phrase in enumerate(phrases) if phrase.first == noun.first), number)
    between = phrases[first:number]
    told = all(one.last == other.first for one, other in pairwise((*between, phrases[number])))
    sides = (None, *party_words()["of"], *party_words()["with"])
    return bool(between) and told and all(phrase.preposition in sides for phrase in between[1:])


def _later_today(scene: Scene, at: Place, status: Status) -> str | None:
    """Give the day of publication of what is planned for later that day ("still today")."""
    general = [t for t in scene.times.within(at.sentence.start, at.sentence.end) if not day_value(t)]
    today = [t for t in times_of(at, general) if scene.text[t.start : t.end].lower() in status_words()["today"]]
    verb = at.clause.verb
    ahead = verb is not None and (verb.modal is not None or verb.tense == "future")
    return scene.published if today and status == "planned" and ahead else None


def _head_text(at: Place, phrase: Phrase) -> str:
    return at.sentence.tokens[phrase.head].text


def _whole_weekend(scene: Scene, at: Place) -> str | None:
    """Give the days of the last weekend where the clause tells of "a whole weekend"."""
    if scene.published is None or duration_of(scene, at) != _WEEKEND:
        return None
    published = date.fromisoformat(scene.published)
    sunday = published - timedelta(days=published.isoweekday() % 7)
    if published.isoweekday() == _SATURDAY:
        sunday = published + timedelta(days=1)
    return f"{sunday - timedelta(days=1)}/{sunday}"


def _whole_night(scene: Scene, at: Place) -> str | None:
    """Give the last night, told by both its days, where the clause says no more than "all night"."""
    earlier = at.clause.verb is not None and at.clause.verb.tense == "pluperfect"
    if scene.published is None or earlier or not at.has_phrase(status_words()["all_night"]):
        return None
    return f"{date.fromisoformat(scene.published) - timedelta(days=1)}/{scene.published}"


def moved_to(scene: Scene, at: Place) -> str | None:
    """Give the new day of what the clause puts off."""
    for phrase in at.clause.phrases:
        if phrase.preposition in status_words()["moved_to"]:
            inside = [t for t in scene.times.within(phrase.start, phrase.end) if day_value(t)]
            if inside:
                return _still_to_come(scene, day_value(inside[0]))
    return None


def _still_to_come(scene: Scene, day: str | None) -> str | None:
    """Give the next month of the name of one that is over: nothing is put off to what has been."""
    over = day is not None and scene.published is not None and day < scene.published[: len(day)]
    if day is None or not over or not _MONTH.fullmatch(day):
        return day
    return f"{int(day[:4]) + 1}{day[4:]}"


def _of_the_refusal(at: Place, time: Time, status: Status) -> bool:
    """Whether it is the day on which the encounter was called off or refused, told beside the verb."""
    support = find_support(at) if status in ("cancelled", "denied") else None
    if support is None or not support.day_of_verb or _right_behind(at, time):
        return False
    # Of a week or a month both were: what somebody refused then, and the refusal.
    both = status == "denied" and not DAY.match(day_value(time) or "")
    return not (both or _in_attribute(at, time) or _moved_from(at, time))


def _moved_on_to(at: Place, time: Time, status: Status) -> bool:
    """Whether it is the new day of what is put off after it has been held ("vertagten sich auf den Herbst")."""
    inside = next((phrase for phrase in at.clause.phrases if phrase.start <= time.start < phrase.end), None)
    new = inside is not None and inside.preposition in status_words()["moved_to"]
    return new and status == "held" and moves(at)


def _moved_from(at: Place, time: Time) -> bool:
    """Whether it is the old day of what is put off ("von Donnerstag auf …")."""
    inside = next((phrase for phrase in at.clause.phrases if phrase.start <= time.start < phrase.end), None)
    return inside is not None and inside.preposition in status_words()["moved_from"]


def _in_attribute(at: Place, time: Time) -> bool:
    """Whether the time stands before the noun as its attribute ("die gestrigen …", "das für Montag geplante …")."""
    if at.phrase is None or not time.start < at.word.start:
        return False
    if at.phrase.start <= time.start:
        return True
    participle = at.sentence.tokens[at.phrase.first].text.lower() in attribute_status()
    between = [p for p in at.clause.phrases if time.start < p.end and p.end <= at.phrase.start]
    return participle and bool(between) and all(phrase.preposition is not None for phrase in between)


def day_of_attribute(scene: Scene, at: Place) -> str | None:
    """Give the day that an attribute of the noun names."""
    told = [t for t in scene.times.within(at.sentence.start, at.word.start) if day_value(t) and _in_attribute(at, t)]
    told = [time for time in told if not (_of_other_noun(at, time) or _of_a_beginning(at, time))]
    return day_value(told[-1]) if told else None


def day_before_place(scene: Scene, at: Place) -> str | None:
    """Give the day behind the noun and its partners that a place follows ("das Treffen mit Merz am Montag in Rom")."""
    told = times_of(at, [t for t in scene.times.within(at.word.end, at.sentence.end) if day_value(t)])
    places = [p.start for p in at.clause.phrases if p.preposition in party_words()["place_prepositions"]]
    near = (time for time in told if any(0 < start - time.end <= 1 for start in places) and _right_behind(at, time))
    return next((day_value(time) for time in near), None)


def _of_other_noun(at: Place, time: Time) -> bool:
    """Whether the time belongs to another noun right before it ("the report of 11 February")."""
    tokens = at.sentence.tokens
    if _of_attribute(at, time) or _of_another_encounter(at, time):
        return True
    first = next((number for number, token in enumerate(tokens) if token.end > time.start), 0)
    if first < 2 or tokens[first - 1].text.lower() not in status_words()["of_a_day"]:
        return False
    if "/" in (day_value(time) or ""):
        return False  # "traf ihn vom 5. bis zum 7. Mai"
    between = tokens[first - 2].pos in ("NOUN", "PROPN") and first - 2 != at.token
    return between and not _behind_partners(at, time, first - 2)


def _behind_partners(at: Place, time: Time, last: int) -> bool:
    """Whether the token before the time ends those whom the noun names ("ein Treffen mit Merz vom Vortag")."""
    phrase = next((p for p in at.clause.phrases if p.first <= last < p.last), None)
    partners = phrase is not None and phrase.preposition in party_words()["with"] and phrase.head == last
    return partners and noun_word(at.word.text) is not None and _right_behind(at, time)


def _of_another_encounter(at: Place, time: Time) -> bool:
    """Whether it stands behind what was before or after this one ("ihr zweites Treffen nach einem Gespräch im Mai")."""
    phrases, words = at.clause.phrases, party_words()
    inside = next((phrase for phrase in phrases if phrase.start <= time.start < phrase.end), None)
    before = next((phrase for phrase in phrases if inside is not None and phrase.last == inside.first), None)
    if before is None or before.preposition not in words["beforehand"] or before.first <= at.token:
        return False
    return noun_word(at.word.text) is not None and noun_word(_head_text(at, before)) is not None


def _of_attribute(at: Place, time: Time) -> bool:
    """Whether a participle behind the time takes it to another noun ("die am Montag begonnene Offensive")."""
    tokens = at.sentence.tokens
    number = next((number for number, token in enumerate(tokens) if token.start >= time.end), len(tokens))
    endings = tuple(status_words()["participle_endings"])
    if number >= len(tokens) or tokens[number].pos != "ADJ" or not tokens[number].text.endswith(endings):
        return False
    if not _behind_article(at, time):
        return False  # "haben am Montag direkte Gespräche begonnen"
    noun = next((n for n in range(number + 1, len(tokens)) if tokens[n].pos in ("NOUN", "PROPN")), None)
    return noun is not None and (noun != at.token or tokens[number].text.lower() not in attribute_status())


def _behind_article(at: Place, time: Time) -> bool:
    """Whether the words for the time stand between an article and its noun."""
    before = [token for token in at.sentence.tokens if token.end <= time.start]
    while before and before[-1].pos in ("ADP", "ADV", "ADJ"):
        before.pop()
    return bool(before) and before[-1].pos == "DET"


def _fits(scene: Scene, time: Time, status: Status) -> bool:
    """Whether an encounter of this status can be at that time: nothing planned lies in the past."""
    days = days_of(day_value(time) or "")
    if days is None or scene.published is None or status in ("cancelled", "denied"):
        return True
    first, last = days
    published = date.fromisoformat(scene.published)
    return last >= published if status in ("planned", "possible") else first <= published
