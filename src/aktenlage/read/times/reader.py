"""The reader of time expressions: finds them, resolves them in the order of the text, joins ranges."""

from dataclasses import replace
from functools import partial
from itertools import groupby

from aktenlage.model.annotation import Time
from aktenlage.model.article import Span
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading
from aktenlage.read.times.calendar import Anchor
from aktenlage.read.times.conditions import CONDITIONS
from aktenlage.read.times.grammar import arguments, find, grammar
from aktenlage.read.times.lexer import Tokens, lex
from aktenlage.read.times.operations import resolve
from aktenlage.read.times.ranges import join
from aktenlage.read.times.scene import Draft, Found, Scene
from aktenlage.read.times.tense import side
from aktenlage.resources.rule import Match

# How far back, in characters, a day still serves a bare time of day and a year a day without one.
_NEAR = 300
# A time of day within so many characters of its sentence's head goes on with the day of the sentence before.
_HEAD = 20


def read_times(analysis: Analysis, reading: Reading) -> tuple[Time, ...]:
    """Find the time expressions of an article and give them values."""
    lexicon, _ = grammar()
    tokens = lex(analysis.text, (Span(s.start, s.end) for s in analysis.sentences), lexicon)
    matches = [match for match in find(tokens) if not _excluded(match, tokens, analysis)]
    found = _Resolver(tokens, analysis, Anchor(reading.article.published), matches).run()
    return tuple(item.time() for item in join(found, tokens))


def _excluded(match: Match, tokens: Tokens, analysis: Analysis) -> bool:
    data = match.rule.data
    if data["value"] is None:
        return True
    if data.get("headings") is False and analysis.sentences[tokens.sentences[match.start]].heading:
        return True
    condition = data.get("unless")
    return condition is not None and CONDITIONS[condition](match, tokens)


class _Resolver:
    """Resolves matches in the order of the text, but a sentence's bare times of day after its days."""

    def __init__(self, tokens: Tokens, analysis: Analysis, published: Anchor, matches: list[Match]) -> None:
        self._tokens = tokens
        self._analysis = analysis
        self._published = published
        self._matches = matches
        self._news = any(match.rule.data.get("news") for match in matches)
        self._narrative: Found | None = None
        self._day: Found | None = None
        self._past_day: Found | None = None
        self._told: tuple[int, int] | None = None

    def run(self) -> list[Found]:
        """Resolve all matches."""
        found: list[Found] = []
        for _, group in groupby(self._matches, key=lambda match: self._tokens.sentences[match.start]):
            found += self._sentence(list(group))
        return found

    def _sentence(self, matches: list[Match]) -> list[Found]:
        asked = [(match, arguments(match, self._tokens)) for match in matches]
        before = self._day
        days: list[Found] = []
        for match, args in asked:
            if not _is_bare_clock(args):
                self._add(days, match, args, None)
        clocks: list[Found] = []
        for match, args in asked:
            if _is_bare_clock(args):
                self._add(clocks, match, args, self._clock_day(match, days, before))
        return sorted(days + clocks, key=lambda item: item.start)

    def _add(self, found: list[Found], match: Match, args: dict[str, object], clock_day: Draft | None) -> None:
        start, end = self._tokens.spans[match.start][0], self._tokens.spans[match.end - 1][1]
        sentence = self._analysis.sentences[self._tokens.sentences[match.start]]
        told = self._told[1] if self._told and start - self._told[0] < _NEAR else None
        scene = Scene(
            self._published,
            self._news,
            partial(side, sentence, start, end),
            narrative=self._narrative.draft if self._narrative else None,
            narrative_day=self._day.draft if self._day else None,
            clock_day=clock_day,
            told_year=told,
        )
        draft = resolve(args, scene)
        if draft is not None and _is_counted(args) and self._is_ahead(draft) and scene.side() < 0:
            draft = resolve(args, self._behind(scene))
        if draft is None:
            return
        item = Found(match, start, end, draft, scene.side())
        found.append(item)
        if draft.type in ("DATE", "TIME") and draft.day is not None:
            self._narrative = item
            if draft.unit == "D" and not _is_bare_clock(args):
                self._day = item
                self._past_day = self._past_day if self._is_ahead(draft) else item
            past = self._published.precision and draft.day.year < self._published.day.year
            if past and draft.unit in ("D", "M") and args.get("year"):
                self._told = (end, draft.day.year)

    def _is_ahead(self, draft: Draft) -> bool:
        """Whether it is a day after publication."""
        return bool(self._published.knows("D") and draft.day is not None and draft.day > self._published.day)

    def _behind(self, scene: Scene) -> Scene:
        """Count from the last day told that is over, else today: what was done on a day is of none to come."""
        day = self._past_day.draft if self._past_day else self._today()
        return replace(scene, narrative=day, narrative_day=day, clock_day=day)

    def _clock_day(self, match: Match, days: list[Found], before: Found | None) -> Draft | None:
        """Give the day of a bare time of day: the last in its sentence, the next in it, a near one before, or today."""
        start = self._tokens.spans[match.start][0]
        dated = [item for item in days if item.draft.unit == "D" and item.draft.day]
        earlier = [item for item in dated if item.start < start]
        if earlier or dated:
            return (earlier[-1:] or dated[:1])[0].draft
        sentence = self._analysis.sentences[self._tokens.sentences[match.start]]
        goes_on = start - sentence.start < _HEAD
        if before and goes_on and start - before.end < _NEAR:
            return before.draft
        return self._today()

    def _today(self) -> Draft | None:
        if not self._published.knows("D"):
            return None
        today = self._published.day
        return Draft("DATE", today.isoformat(), day=today, unit="D")


def _is_counted(args: dict[str, object]) -> bool:
    """Whether the words name a day only by one told before ("tags darauf", "am Abend")."""
    return args["op"] == "narrative" or _is_bare_clock(args)


def _is_bare_clock(args: dict[str, object]) -> bool:
    return args["op"] == "clock" or (args["op"] == "part" and not args.get("of"))
