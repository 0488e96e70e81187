"""When an encounter takes place: the time of its clause that agrees with its status."""

import re
from collections.abc import Sequence
from itertools import pairwise

from aktenlage.model.annotation import Time
from aktenlage.model.encounter import Status
from aktenlage.read.encounters.lexicon import status_words
from aktenlage.read.encounters.scene import Place, Scene

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATE = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|SP|SU|FA|WI|Q\d|H\d))?")
_INTERVAL = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def date_of(scene: Scene, at: Place, status: Status) -> str | None:
    """Give the date told in the clause that an encounter of this status can have."""
    own = times_of(at, [t for t in scene.times.within(at.sentence.start, at.sentence.end) if day_value(t)])
    fitting = [time for time in own if _fits(scene, time, status)]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda time: _distance(at, time))
    return _interval(scene, nearest, own) or day_value(nearest)


def duration_of(scene: Scene, at: Place) -> str | None:
    """Give the duration told in the clause."""
    inside = times_of(at, [t for t in scene.times.within(at.sentence.start, at.sentence.end) if t.type == "DURATION"])
    return min(inside, key=lambda time: _distance(at, time)).value if inside else None


def times_of(at: Place, times: Sequence[Time]) -> list[Time]:
    """Keep the times among the clause's own tokens."""
    tokens = [at.sentence.tokens[number] for number in at.clause.tokens]
    starts, ends = {token.start for token in tokens}, {token.end for token in tokens}
    return [time for time in times if time.start in starts or time.end in ends]


def day_value(time: Time) -> str | None:
    """Give the value as a date without its time of day, None if it names no date."""
    if time.type not in ("DATE", "TIME"):
        return None
    if _INTERVAL.fullmatch(time.value) or _DATE.fullmatch(time.value):
        return time.value
    day = _DAY.match(time.value)
    return day.group() if day else None


def _fits(scene: Scene, time: Time, status: Status) -> bool:
    value, published = day_value(time), scene.published
    if value is None or published is None or status in ("cancelled", "denied"):
        return value is not None
    first = value.split("/")[0]
    if not _DAY.fullmatch(first):
        return True
    return first >= published if status in ("planned", "possible") else first <= published


def _distance(at: Place, time: Time) -> tuple[bool, int]:
    """Order times: finer ones first, then what stands near, behind rather than before."""
    word = at.word
    away = time.start - word.end if time.start >= word.end else 2 * (word.start - time.start)
    return len(time.value) == 4, away


def _interval(scene: Scene, time: Time, times: Sequence[Time]) -> str | None:
    """Join a day with its neighbour where only a joining word stands between them."""
    joiners = status_words()["interval_joiners"]
    for first, second in pairwise(times):
        if time not in (first, second):
            continue
        begin, end = day_value(first) or "", day_value(second) or ""
        between = scene.text[first.end : second.start].strip()
        if between in joiners and len(begin) == len(end) == 10 and begin < end:
            return f"{begin}/{end}"
    return None
