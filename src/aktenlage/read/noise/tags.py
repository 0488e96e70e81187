"""Lists of key words behind the report: run together, parted by commas, or one a line."""

import re
from collections.abc import Container, Iterator, Sequence

from aktenlage.read.noise.lines import Line

_GLUED = re.compile(
    r"(?<=[^\W\d_A-Z\u00c0-\u00de])(?=[A-Z\u00c0-\u00de])|(?<=[A-Z\u00c0-\u00de]{2})(?=[A-Z\u00c0-\u00de][a-z\u00df-\u00ff])"
)
# Two long words: names of firms that have a capital inside are made of shorter ones.
_PAIR = re.compile(r"[a-z\u00df-\u00ff]{4}[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]{4}")
_SENTENCE = re.compile(r"[.!?:;„“”\"()](?:\s|\Z)|[„“”\"»«]")
_LONGEST = 500
_FEWEST_SEAMS = 2
_FEWEST_WORDS = 3
_MOST_WORDS_OF_A_TAG = 3


def find_tags(lines: Sequence[Line], last: int, taken: Container[int]) -> Iterator[int]:
    """Give the numbers of the lines that list key words behind the *last* line of running text."""
    rest = [number for number in range(last + 1, len(lines)) if number not in taken]
    for number in rest:
        if _is_glued(lines[number].words) or _is_list(lines[number].words):
            yield number
    column = []
    for number in reversed(rest):
        if not _is_tag(lines[number].words):
            break
        column.append(number)
    if len(column) >= _FEWEST_WORDS and column[0] == len(lines) - 1:
        yield from column


def _is_glued(words: str) -> bool:
    if len(words) > _LONGEST or _SENTENCE.search(words):
        return False
    seams = len(_GLUED.findall(words))
    small = sum(word[0].islower() for word in words.split())
    return seams > small and (seams >= _FEWEST_SEAMS or _PAIR.search(words) is not None)


def _is_list(words: str) -> bool:
    parts = words.split(",") if len(words) <= _LONGEST else []
    return len(parts) >= _FEWEST_WORDS and all(_is_tag(part.strip()) for part in parts)


def _is_tag(words: str) -> bool:
    return (
        words[:1].isupper()
        and len(words.split()) <= _MOST_WORDS_OF_A_TAG
        and not _SENTENCE.search(words)
        and words[-1].isalnum()
    )
