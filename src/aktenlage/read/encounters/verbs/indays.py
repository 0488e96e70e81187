"""One verb for encounters on two days ("trafen sich am Freitag in Paris und am Samstag in Berlin")."""

from collections.abc import Iterator
from dataclasses import replace

from aktenlage.model.language import Phrase
from aktenlage.read.encounters.clause.parties import phrase_parties
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.days import day_value
from aktenlage.read.encounters.setting.places import named_place

_TWO = 2


def days_apart(scene: Scene, at: Place) -> list[Place]:
    """Give the clause once for each of two days that a conjunction parts, without day and place of the other."""
    days = dict(_days(scene, at))
    if len(days) < _TWO:
        return [at]
    for number in at.clause.tokens:
        behind = next((day for day in days if day.start == number + 1), None)
        before = next((day for day in reversed(days) if day.stop <= number), None)
        if at.sentence.tokens[number].pos != "CCONJ" or behind is None or before is None:
            continue
        if days[behind] == days[before]:
            return [at]  # From the one to the other.
        first, second = _with_goal(scene, at, before), _with_goal(scene, at, behind)
        if len(second) == len(behind):
            first = before  # One place for both days.
        first, second = _with_whom(scene, at, first, second)
        return [_without(at, second, number), _without(at, first, number)]
    return [at]


def _days(scene: Scene, at: Place) -> Iterator[tuple[range, str]]:
    """Give the tokens of each day that the clause tells behind a preposition, from the preposition on, and the day."""
    tokens = at.sentence.tokens
    for time in scene.times.within(at.clause.start, at.clause.end):
        inside = [n for n in at.clause.tokens if time.start <= tokens[n].start and tokens[n].end <= time.end]
        day = day_value(time)
        if not inside or day is None:
            continue
        first = inside[0] - (tokens[inside[0] - 1].pos == "ADP" and inside[0] - 1 in at.clause.tokens)
        if tokens[first].pos == "ADP":
            yield range(first, inside[-1] + 1), day


def _with_goal(scene: Scene, at: Place, day: range) -> range:
    """Take in the place right behind the day, or the object that is one."""
    phrase = next((p for p in at.clause.phrases if p.first == day.stop and not p.members), None)
    if phrase is None or phrase.role == "subject" or not _placed(scene, at, phrase):
        return day
    return range(day.start, phrase.last)


def _with_whom(scene: Scene, at: Place, first: range, second: range) -> tuple[range, range]:
    """Take in the one right behind each day who is met on it alone ("am Montag in Rom Merz und am Dienstag Macron")."""
    met = [next((p for p in at.clause.phrases if p.first == day.stop), None) for day in (first, second)]
    if any(p is None or p.role == "subject" or not phrase_parties(scene, at, p) for p in met):
        return first, second
    one, other = (phrase for phrase in met if phrase is not None)
    alike = (one.role, one.preposition) == (other.role, other.preposition)
    return (range(first.start, one.last), range(second.start, other.last)) if alike else (first, second)


def _placed(scene: Scene, at: Place, phrase: Phrase) -> bool:
    inside = range(phrase.first + (phrase.preposition is not None), phrase.last)
    return any(named_place(scene, at.sentence, number, unknown=phrase.preposition is not None) for number in inside)


def _without(at: Place, words: range, conjunction: int) -> Place:
    """Give the clause without these words and the conjunction."""
    gone = {*words, conjunction}
    tokens = tuple(number for number in at.clause.tokens if number not in gone)
    phrases = tuple(p for p in at.clause.phrases if gone.isdisjoint(range(p.first, p.last)))
    return replace(at, clause=replace(at.clause, tokens=tokens, phrases=phrases))
