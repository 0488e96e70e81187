"""Where a time expression stands: publication, the days that the text has set, the tense around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from aktenlage.model.annotation import Time, TimeType
from aktenlage.read.times.calendar import Anchor
from aktenlage.resources.rule import Match

Arguments = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """
    A resolved time: TIMEX3 *type*, *value* and *mod*.

    *day* is any day of the span that it names and *unit* the span's size, both for counting on from here;
    *date* is the date that it means where that is not the value itself.
    """

    type: TimeType
    value: str
    mod: str | None = None
    day: date | None = None
    unit: str | None = None
    date: str | None = None

    def meant(self) -> str | None:
        """Give the date that it means: a TIMEX3 value or an interval; None where it names none."""
        if self.date is not None or self.day is None:
            return self.date
        if self.unit == "WE":
            sunday = self.day + timedelta(days=7 - self.day.isoweekday())
            return f"{(sunday - timedelta(days=1)).isoformat()}/{sunday.isoformat()}"
        return self.value


@dataclass(slots=True)
class Scene:
    """
    What is known at one place of the text.

    *side* tells the tense: -1 past, 1 future or present, 2 future, 0 unknown. *news* says whether the article tells of
    days rather than of an age. *narrative* is the last span that the text has set, *narrative_day* the last day,
    *clock_day* the day that a bare time of day belongs to, *told_year* a past year that the text has just told.
    """

    published: Anchor
    news: bool
    side: Callable[[], int]
    narrative: Draft | None = None
    narrative_day: Draft | None = None
    clock_day: Draft | None = None
    told_year: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A resolved time at its place; *side* is the tense around it."""

    match: Match
    start: int
    end: int
    draft: Draft
    side: int = 0

    def time(self) -> Time:
        """Give it as the record has it."""
        draft = self.draft
        return Time(self.start, self.end, draft.type, draft.value, draft.mod, self.match.rule.id, draft.meant())
