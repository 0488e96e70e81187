"""The reader of noise: first what is furniture wherever it stands, then what is so before and behind the report."""

from itertools import chain

from aktenlage.model.article import Article, Noise
from aktenlage.read.noise.asides import rule_of
from aktenlage.read.noise.edges import find_leads, find_trail
from aktenlage.read.noise.facts import Facts
from aktenlage.read.noise.furniture import is_unknown_outlet, note, note_pieces, split_line
from aktenlage.read.noise.lines import Zones, find_zones, split_lines
from aktenlage.read.noise.pullquotes import find_pullquotes
from aktenlage.read.noise.rules import rules
from aktenlage.read.noise.tags import find_tags

_MOST_WORDS_OF_A_CAPTION = 70
_MOST_WORDS_OF_A_HEADLINE = 20
_MOST_HEADLINES = 8
# How many lines of furniture an article may have before and behind it.
_MOST_LINES = 60
_BULLETS = ("-", "–", "•", "*", ">", "»", "→")


def read_noise(article: Article) -> tuple[Article, tuple[Noise, ...]]:
    """Give the article with what its noise tells of date, outlet, agencies and byline, and the noise itself."""
    search = _Search(article.text)
    search.run()
    return search.facts.added_to(article), search.result()


class _Search:
    """The search through one article; *_kinds* holds the lines that are noise as a whole, by number."""

    def __init__(self, text: str) -> None:
        self.facts = Facts()
        self._text = text
        self._lines = split_lines(text)
        self._spaced = any(line.gap for line in self._lines[1:])
        self._kinds: dict[int, str] = {}
        self._parts: list[Noise] = []

    def run(self) -> None:
        """Search for all kinds of noise."""
        self._anywhere()
        self._between_pictures()
        zones = find_zones(self._lines, self._kinds)
        self._around(zones)
        self._edges(zones)
        for number in find_tags(self._lines, zones.last, self._kinds):
            self._kinds[number] = "tags"
        self._parts += find_pullquotes(self._lines, self._kinds)

    def result(self) -> tuple[Noise, ...]:
        """Give the noise in the order of the text, none inside another."""
        whole = (Noise(self._lines[n].start, self._lines[n].end, kind) for n, kind in self._kinds.items() if kind)
        apart: list[Noise] = []
        for noise in sorted(chain(whole, self._parts), key=lambda noise: (noise.start, -noise.end)):
            if not apart or noise.start >= apart[-1].end:
                apart.append(noise)
        return tuple(apart)

    def _anywhere(self) -> None:
        for number, line in enumerate(self._lines):
            if number in self._kinds:
                continue
            if rules().pointer.pattern.fullmatch(line.words, 0, _MOST_WORDS_OF_A_CAPTION * 2):
                self._kinds[number] = rules().pointer.kind
                self._point(number)
            elif found := rule_of(line):
                note(*found, self.facts)
                self._kinds[number] = found[0].kind

    def _point(self, pointer: int) -> None:
        """Take the headlines that a label points to: a list, a block; without blank lines, the one next line."""
        for number in range(pointer + 1, min(pointer + 1 + _MOST_HEADLINES, len(self._lines))):
            line = self._lines[number]
            listed = self._text[line.start : line.end].startswith(_BULLETS)
            goes_on = listed or not line.gap if self._spaced else listed or number == pointer + 1
            if not goes_on or line.words.endswith(".") or line.length > _MOST_WORDS_OF_A_HEADLINE:
                break
            self._kinds[number] = rules().pointer.kind

    def _between_pictures(self) -> None:
        """Take the words between a picture's file name and its credit."""
        for number in range(1, len(self._lines) - 1):
            line, after = self._lines[number], self._lines[number + 1]
            framed = self._kinds.get(number - 1) == self._kinds.get(number + 1) == "caption"
            if framed and not (line.gap or after.gap) and line.length <= _MOST_WORDS_OF_A_CAPTION:
                self._kinds.setdefault(number, "caption")

    def _around(self, zones: Zones) -> None:
        """Take the lines of furniture before and behind the report."""
        count = len(self._lines)
        numbers = chain(range(min(zones.first, _MOST_LINES)), range(max(zones.last + 1, count - _MOST_LINES), count))
        for number in numbers:
            if number not in self._kinds:
                pieces = split_line(self._lines[number], "head" if number < zones.first else "tail")
                if pieces:
                    self._parts += note_pieces(self._lines[number], pieces, self.facts)
                    self._kinds[number] = ""
        goes_on = any(number not in self._kinds for number in range(1, min(zones.first + 1, len(self._lines))))
        if 0 not in self._kinds and 1 in self._kinds and goes_on and is_unknown_outlet(self._lines[0]):
            self.facts.note_outlet(self._lines[0].words)
            self._kinds[0] = "section"

    def _edges(self, zones: Zones) -> None:
        """Take what stands at the beginning and the end of paragraphs."""
        for number, line in enumerate(self._lines):
            if number in self._kinds:
                continue
            places = {"any"} if zones.first <= number <= zones.last else set()
            if number == 0:
                places.add("start")
            if number in (zones.first, zones.second):
                places.add("first")
            self._parts += find_leads(line, places, self.facts)
            if number >= zones.last and (trail := find_trail(line, self.facts)):
                self._parts.append(trail)
