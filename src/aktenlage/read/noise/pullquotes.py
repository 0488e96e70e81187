"""Quotations that are set apart from the running text and repeat it, with the line that names the speaker."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache

from aktenlage.model.article import Noise
from aktenlage.read.noise.lines import Line
from aktenlage.resources.load import load

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[\"„“”»«‚‘].*[.!?…][\"“”«»’‘]\s*\Z")
_DASH = re.compile(r"\s*[–—-]\s*")
_FEWEST, _MOST = 5, 50
_MOST_OF_A_NAME = 12
_WINDOW = 4
# A printed quotation leaves out or changes a word here and there.
_REPEATED = 0.75


def find_pullquotes(lines: Sequence[Line], taken: Container[int]) -> Iterator[Noise]:
    """Give the pull quotes of an article; lines *taken* as noise are passed over."""
    candidates = [number for number, line in enumerate(lines) if number not in taken and _is_candidate(line)]
    if not candidates:
        return
    named = {number for number in candidates if _names_speaker(lines, number + 1, taken)}
    quoted = {number for number in candidates if _QUOTED.match(lines[number].words)}
    if not named and not quoted:
        return
    index = _Index(lines, taken)
    for number in sorted(named | quoted):
        line = lines[number]
        if index.repeats(number) or (number in named & quoted and _DASH.match(lines[number + 1].words)):
            yield Noise(line.start, lines[number + 1].end if number in named else line.end, "pullquote")


def _is_candidate(line: Line) -> bool:
    return _FEWEST <= line.length <= _MOST and line.ended and not line.words.endswith(":")


def _names_speaker(lines: Sequence[Line], number: int, taken: Container[int]) -> bool:
    """Whether a line holds but a name with an office: capitals, small words of names, adjectives."""
    if number >= len(lines) or number in taken:
        return False
    line = lines[number]
    words = _DASH.sub("", line.words, count=1).replace(",", " ").split()
    if line.ended or not 1 < len(words) <= _MOST_OF_A_NAME:
        return False
    capitals = sum(word[0].isupper() for word in words)
    small = [word for word in words if not word[0].isupper()]
    return capitals > 1 and all(word in _small_words() or word.endswith(_endings()) for word in small)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(load("noise")["attribution_words"])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load("noise")["attribution_endings"])


class _Index:
    """Which runs of words stand in which lines."""

    def __init__(self, lines: Sequence[Line], taken: Container[int]) -> None:
        self._windows = [_windows(line.words) if number not in taken else [] for number, line in enumerate(lines)]
        self._places: dict[tuple[str, ...], set[int]] = {}
        for number, windows in enumerate(self._windows):
            for window in windows:
                places = self._places.setdefault(window, set())
                if len(places) <= 1:
                    places.add(number)

    def repeats(self, number: int) -> bool:
        """Whether the words of a line stand in other lines as well."""
        windows = self._windows[number]
        elsewhere = sum(bool(self._places[window] - {number}) for window in windows)
        return bool(windows) and elsewhere >= _REPEATED * len(windows)


def _windows(words: str) -> list[tuple[str, ...]]:
    found = _WORD.findall(words.lower())
    return [tuple(found[place : place + _WINDOW]) for place in range(len(found) - _WINDOW + 1)]
