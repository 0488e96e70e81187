"""An article's lines, and which of them are running text."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

_LINE = re.compile("[^\n\r\u2028\u2029\x0b\x0c]+")
# A sentence's end, behind it at most what agencies and authors put there.
_END = re.compile(
    r"[.!?…:][\"“”»«’)\]]*+(?:\s?[(\[][^()\[\]]{1,40}[)\]]\.?)?\Z|\.[\"“”»«]?\s(?:[a-z]{2,4}|[A-Z]{2,4})(?:/[A-Za-z]{2,7}){0,4}\.?\Z"
)
_END_LENGTH = 50
# Marks of Markdown before and behind a line.
_MARKS_BEFORE = re.compile(r"(?:#{1,6}\s|[*_>]|\s)*+")
_MARKS_BEHIND = "*_ "
_FEWEST_WORDS = 8
_FEW_WORDS = 4
_MANY_WORDS = 25


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line without the blanks around it.

    *words* is it without marks of Markdown, which begins at *offset*; *length* counts its words, up to a hundred; *gap*
    says that a blank line comes before.
    """

    start: int
    end: int
    words: str
    offset: int
    gap: bool
    length: int

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _END.search(self.words[-_END_LENGTH:]) is not None


def split_lines(text: str) -> tuple[Line, ...]:
    """Give the lines of *text* that are not blank."""
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        stripped = raw.strip()
        if not stripped:
            continue
        bare = stripped[_mark_length(stripped) :]
        offset = start + len(stripped) - len(bare)
        breaks = text.count("\n", last, start) or text.count("\r", last, start)
        lines.append(
            Line(
                start=start,
                end=start + len(stripped),
                words=bare.rstrip(_MARKS_BEHIND),
                offset=offset,
                gap=breaks > 1 or not lines,
                length=len(stripped.split(None, _MANY_WORDS * 4)),
            )
        )
        last = match.end()
    return tuple(lines)


def _mark_length(words: str) -> int:
    marks = _MARKS_BEFORE.match(words)
    return marks.end() if marks and marks.end() < len(words) else 0


@dataclass(frozen=True, slots=True)
class Zones:
    """The numbers of the first and the last line of running text; before is the head, after is the tail."""

    first: int
    last: int
    second: int


def find_zones(lines: Sequence[Line], taken: Container[int]) -> Zones:
    """Tell where the running text begins and ends; lines *taken* as noise are none of it."""
    for fewest in (_FEWEST_WORDS, _FEW_WORDS):
        body = [
            number
            for number, line in enumerate(lines)
            if number not in taken and ((line.ended and line.length >= fewest) or line.length >= _MANY_WORDS)
        ]
        if body:
            return Zones(body[0], body[-1], body[1] if len(body) > 1 else body[0])
    return Zones(len(lines), len(lines), len(lines))
