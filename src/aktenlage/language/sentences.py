"""Where sentences end within a line."""

import re
from collections.abc import Iterator
from functools import cache

from aktenlage.resources.load import load

_CLOSERS = r"\"'”“’‘»«›‹)\]"
# A mark that may end a sentence, with what closes behind it; a word may be glued to it where a blank was lost.
_MARK = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…]++)(?P<closers>[{_CLOSERS}]*+)(?P<gap>\s++|(?=[A-Z\u00c4\u00d6\u00dc„]))"
)
_WORD_BEFORE = re.compile(r"(?:\b[^\W\d_]\. )?[\w.’'-]+\Z")
_WORD_BEHIND = re.compile(r"\w+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_ROMAN = re.compile(r"[IVX]+\Z")
_GLUED = re.compile(r"[^\W\d_A-Z]{3,}\Z")
# What may stand before the first word of a sentence.
_LEADING = frozenset("„“”\"'»«›‹‚‘([–—-•*… \t\u00a0")
_LONGEST_WORD = 60


def sentence_bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split the line between the two offsets into sentences, white space between them left out."""
    first = start
    for match in _MARK.finditer(text, start, end):
        if match.end() < end and _ends(text, match, first, end):
            yield first, match.end("closers")
            first = match.end("gap")
    if first < end:
        yield first, end


def _ends(text: str, match: re.Match[str], first: int, end: int) -> bool:
    place = match.end()
    while place < end and text[place] in _LEADING:
        place += 1
    if place >= end or text[place].islower() or text[place] in ",;:)/":
        return False
    found = _WORD_BEHIND.match(text, place, min(end, place + _LONGEST_WORD))
    behind = found.group() if found else ""
    word = _WORD_BEFORE.search(text[max(first, match.start() - _LONGEST_WORD) : match.start()])
    before = word.group().replace(" ", "") if word else ""
    mark = match["mark"]
    if not match["gap"]:
        return _ends_glued(mark, before, behind)
    if mark == ".":
        return _dot_ends(before, behind, heads=match.start() - len(before) == first)
    if mark.strip(".…") == "":
        return _opens(behind) or text[match.end()] in "„»" or bool(match["closers"])
    return True


def _ends_glued(mark: str, before: str, behind: str) -> bool:
    if mark == ".":
        return bool(_GLUED.search(before)) and _opens(behind)
    return mark[-1] in "?!"


def _dot_ends(before: str, behind: str, *, heads: bool) -> bool:
    if before.isdigit():
        if heads or behind in _words("months"):
            return False
        return _opens(behind) or (len(before) == 4 and not behind.isdigit())
    if before in _words("inside"):
        return False
    if before in _words("ending") or before in _words("units") or _ROMAN.match(before) or _INITIALS.match(before):
        return _opens(behind)
    return True


def _opens(word: str) -> bool:
    return word in _words("openers")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("abbreviations")[kind])
