"""What furniture tells about the article: when it was published, where, by whom, from which agencies."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from aktenlage.model.article import Article
from aktenlage.read.noise.rules import compiled
from aktenlage.resources.load import load
from aktenlage.resources.press import agency_names, host_of, outlet_names, outlet_of

_ZONE = "Europe/Berlin"
_DAY = len("2026-01-22")
_CENTURY = 2000
_PUBLISHED, _CHANGED, _SENT = range(3)


@dataclass(slots=True)
class Facts:
    """What was found so far, in the order of the text."""

    stamps: list[tuple[int, str]] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    def note_stamp(self, words: str, *, sent: bool = False) -> None:
        """Keep the date in *words*, and how likely it is that of publication: a change or a broadcast is less so."""
        if value := _read_stamp(words):
            rank = _SENT if sent else _CHANGED if _changes().search(words) else _PUBLISHED
            self.stamps.append((rank, value))

    def note_credit(self, words: str) -> None:
        """Keep a credit: the outlets in it by name, the rest as printed."""
        rest = []
        for part in re.split(r"\s*,\s*", words.strip(" .")):
            if part in outlet_names() or _domain().fullmatch(part):
                self.note_outlet(part)
            elif part:
                rest.append(part)
        if rest:
            self.credits.append(", ".join(rest))
            self.sources.append(words)

    def note_agencies(self, words: str) -> None:
        """Keep the agencies of a dateline."""
        self.sources.append(words)

    def note_outlet(self, words: str) -> None:
        """Keep an outlet's name."""
        self.outlets.append(outlet_names().get(words, words))

    def added_to(self, article: Article) -> Article:
        """Give *article* with what it does not say itself."""
        return replace(
            article,
            published=article.published or self._published(),
            outlet=article.outlet
            or next(iter(self.outlets), None)
            or outlet_of(article.url)
            or host_of(article.url)
            or None,
            byline=article.byline or ", ".join(dict.fromkeys(self.bylines)) or None,
            agencies=article.agencies or self._agencies(),
            credit=article.credit or next(iter(self.credits), None),
        )

    def _published(self) -> str | None:
        """Take the first date of the likeliest kind, with the time where another stamp of that day has it."""
        if not self.stamps:
            return None
        likeliest = min(rank for rank, _ in self.stamps)
        values = [value for rank, value in self.stamps if rank == likeliest]
        return next((value for value in values if value.startswith(values[0]) and len(value) > _DAY), values[0])

    def _agencies(self) -> tuple[str, ...]:
        found = (match.group() for source in self.sources for match in _agency().finditer(source))
        names = (agency_names()[form] for form in found)
        return tuple(dict.fromkeys(name for name in names if name is not None))


def _read_stamp(words: str) -> str | None:
    """
    Give the date in *words* as ISO 8601, with a time where it is German time; None where there is none.

    A month stays a month.
    """
    named, numbers, iso, month = _date_patterns()
    try:
        if match := named.search(words):
            day = date(int(match["year"]), load("noise")["months"][match["month"]], int(match["day"]))
        elif match := numbers.search(words):
            year = int(match["year"])
            day = date(year if year >= _CENTURY // 2 else year + _CENTURY, int(match["month"]), int(match["day"]))
        elif match := iso.search(words):
            day = date.fromisoformat(match.group())
        elif match := month.search(words):
            return f"{match['year']}-{load('noise')['months'][match['month']]:02}"
        else:
            return None
    except ValueError:
        return None
    if clock := _clock().search(words, match.end()):
        time = datetime(day.year, day.month, day.day, int(clock["hour"]), int(clock["minute"]), tzinfo=ZoneInfo(_ZONE))
        return time.isoformat(timespec="seconds")
    return day.isoformat()


@cache
def _date_patterns() -> tuple[re.Pattern[str], ...]:
    return (
        compiled(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>{month})\.?\s(?P<year>\d{4})"),
        compiled(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d\d)(?!:?\d)"),
        compiled(r"(?<!\d)\d{4}-\d\d-\d\d"),
        compiled(r"(?P<month>{month})\.?\s(?P<year>\d{4})"),
    )


@cache
def _clock() -> re.Pattern[str]:
    return compiled(r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d)")


@cache
def _domain() -> re.Pattern[str]:
    return compiled("{domain}")


@cache
def _changes() -> re.Pattern[str]:
    return compiled(r"(?<!\w)(?i:{updated})(?!\w)")


@cache
def _agency() -> re.Pattern[str]:
    return compiled(r"(?<!\w){agency}(?!\w)")
