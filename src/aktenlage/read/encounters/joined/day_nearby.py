"""The day of what was held, told without one: the day of the news of which a sentence nearby tells."""

from collections.abc import Iterable

from aktenlage.model.annotation import Time
from aktenlage.model.article import Span
from aktenlage.read.encounters.clause.scan import beside_the_point
from aktenlage.read.encounters.lexicon import detail_words
from aktenlage.read.encounters.scene import Candidate, Scene, backwards
from aktenlage.read.encounters.setting.dateline import GATHERINGS, is_news
from aktenlage.read.encounters.setting.days import DAY
from aktenlage.read.encounters.setting.narrated import day_told_of

# Sentences before that of the encounter, one of which may tell its day.
_BACK = 3
# No more lie between a call, which may have been on any day, and the day.
_BACK_TO_A_CALL = 2
# Sentences behind one before which no day has been told.
_AHEAD = 2
# Sentences with which a report begins.
_LEDE = 3

_Days = dict[str, Time]


def set_on_day_nearby(scene: Scene, encounter: Candidate, others: list[Candidate], *, background: bool) -> None:
    """
    Set it on the only day of news of its sentence, or of the nearest one before that tells any.

    Where none has been told yet, that is the day of one of the next sentences: a report often says first what came
    about, and then when. Where none nearby tells a day, and people met face to face, it is the day with which the
    report begins. Of *background* its own sentence alone tells the day.
    """
    if _opens_later(encounter):
        return
    first = encounter.told_in[0]
    own = _news(scene, encounter.at.clause.start, encounter.at.clause.end) if _is_beside(encounter) else {}
    reach = 0 if background else _BACK_TO_A_CALL if encounter.kind == "call" else _BACK
    days = {} if own else _first(_news_of(scene, n) for n in backwards(first, reach))
    if not (own or days or background):
        days = _day_told_behind(scene, encounter, others) or _day_of_the_lede(scene, encounter)
    if len(days) == 1:
        encounter.date, time = next(iter(days.items()))
        encounter.evidence.append(Span(time.start, time.end))


def is_apart(encounter: Candidate) -> bool:
    """Whether it was before or after what is told around it, or is only spoken of."""
    then = not {word.lower() for word in encounter.at.said}.isdisjoint(detail_words()["then"])
    return then or _is_beside(encounter)


def _is_beside(encounter: Candidate) -> bool:
    """Whether its clause tells of something else, before or after it ("Nach Gesprächen mit …"), or speaks of it."""
    return bool(encounter.frames) and (not encounter.carried or beside_the_point(encounter.at))


def _opens_later(encounter: Candidate) -> bool:
    """Whether its sentence says first that it was later, on whatever day ("Später telefonierte er mit …")."""
    return encounter.at.sentence.tokens[0].text.lower() in detail_words()["later"]


def _day_told_behind(scene: Scene, encounter: Candidate, others: list[Candidate]) -> _Days:
    """Give the day that one of the next sentences tells where none has been told yet, and of no other encounter."""
    first, last = encounter.told_in[0], len(scene.analysis.sentences) - 1
    if any(_news_of(scene, number) for number in range(first)):
        return {}
    apart = (
        other for other in others if other.kind != encounter.kind or set(other.parties).isdisjoint(encounter.parties)
    )
    taken = {number for other in apart for number in other.told_in}
    behind = range(first + 1, min(first + _AHEAD, last) + 1)
    return _first(_news_of(scene, number) for number in behind if number not in taken)


def _day_of_the_lede(scene: Scene, encounter: Candidate) -> _Days:
    """Give the day with which the report begins where people met, and not before or after what else it tells."""
    verb = encounter.at.clause.verb
    before = verb is not None and verb.tense == "pluperfect"
    people = any(scene.actors[party].kind == "person" for party in encounter.parties)
    if before or is_apart(encounter) or not people or encounter.kind not in GATHERINGS:
        return {}
    return _first(_news_of(scene, number) for number in range(min(_LEDE, encounter.told_in[0])))


def _first(told: Iterable[_Days]) -> _Days:
    return next((days for days in told if days), {})


def _news_of(scene: Scene, number: int) -> _Days:
    """Give the days of news that a sentence tells."""
    sentence = scene.analysis.sentences[number]
    return _news(scene, sentence.start, sentence.end)


def _news(scene: Scene, start: int, end: int) -> _Days:
    told = ((day_told_of(scene, time), time) for time in scene.times.within(start, end) if time.date)
    return {day: time for day, time in told if day is not None and DAY.match(day) and is_news(scene, day)}
