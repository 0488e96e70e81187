"""The lines of an article's text that are reporting: line breaks and noise both end one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from aktenlage.model.article import Noise

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# A block of lines wrapped by hand is recognised by width; nobody prints longer lines than this.
_WIDEST = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch without white space at its ends; *paragraph* counts from 0, *whole* says that no noise cut it."""

    start: int
    end: int
    paragraph: int
    whole: bool


def reporting_lines(text: str, noise: Sequence[Noise]) -> Iterator[Line]:
    """Give the lines outside *noise* in order; hard-wrapped lines come as one."""
    spans = sorted((mark.start, mark.end) for mark in noise if mark.start < mark.end)
    number = 0
    first = 0
    for paragraph, (start, end) in enumerate(_paragraphs(text)):
        while first < len(spans) and spans[first][1] <= start:
            first += 1
        number = first
        kept = start
        while number < len(spans) and spans[number][0] < end:
            yield from _stripped(text, kept, spans[number][0], paragraph, whole=False)
            kept = max(kept, spans[number][1])
            number += 1
        yield from _stripped(text, kept, end, paragraph, whole=number == first)


def _stripped(text: str, start: int, end: int, paragraph: int, *, whole: bool) -> Iterator[Line]:
    stretch = text[start : max(start, end)]
    kept = stretch.strip()
    if kept:
        start += len(stretch) - len(stretch.lstrip())
        yield Line(start, start + len(kept), paragraph, whole)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if not match.group().strip():
            continue
        if block and text.count("\n", block[-1][1], match.start()) > 1:
            yield from _joined(text, block)
            block = []
        block.append(match.span())
    yield from _joined(text, block)


def _joined(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the lines of a block that were wrapped at one width, or else those that go on in lower case."""
    width = max((end - start for start, end in block), default=0)
    wrapped = (
        len(block) > 2
        and width <= _WIDEST
        and all(
            end - start + 1 + len(text[following[0] : following[1]].split(maxsplit=1)[0]) > width - 1
            for (start, end), following in pairwise(block)
        )
    )
    held: tuple[int, int] | None = None
    for start, end in block:
        if held and (wrapped or _goes_on(text, held, start)):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _goes_on(text: str, before: tuple[int, int], start: int) -> bool:
    last = text[before[0] : before[1]].rstrip()[-1]
    first = text[start : start + 80].lstrip()[:1]
    return (last.isalpha() or last in ",-") and first.islower()
