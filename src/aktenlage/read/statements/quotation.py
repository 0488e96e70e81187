"""Stretches in quotation marks, of every kind of mark, unbalanced ones left out."""

from dataclasses import dataclass
from functools import cache

from aktenlage.resources.load import load


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, the marks included."""

    start: int
    end: int


@cache
def _closers() -> dict[str, str]:
    return {pair["open"]: pair["close"] for pair in load("speech/marks")["quotation"]}


@cache
def _marks() -> frozenset[str]:
    return frozenset(_closers()) | frozenset("".join(_closers().values()))


def find_quotations(text: str) -> list[Quotation]:
    """Give the outermost stretches in quotation marks, in the order of the text."""
    found: list[Quotation] = []
    begin = 0
    carried: tuple[int, str] | None = None
    while begin <= len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        carried = _read_line(text, begin, end, found, carried)
        begin = end + 1
    return found


def _read_line(
    text: str, begin: int, end: int, found: list[Quotation], carried: tuple[int, str] | None
) -> tuple[int, str] | None:
    """Read one line; a quotation that stays open is carried on where the next paragraph opens again."""
    if begin == end:
        return carried
    first = text[begin]
    stack: list[tuple[int, str]] = []
    if carried is not None and first in _closers() and _closers()[first] == carried[1]:
        # The paragraph repeats the opening mark and goes on with the speech.
        stack.append((carried[0], carried[1]))
        begin += 1
    marks = _marks()
    pairs: list[Quotation] = []
    flat: list[Quotation] = []
    last_open: tuple[int, str] | None = stack[0] if stack else None
    for place in range(begin, end):
        sign = text[place]
        if sign not in marks:
            continue
        opens = len(stack) < _DEEPEST and _opens(text, place, begin, end, stack)
        if opens:
            stack.append((place, _closers()[sign]))
            if last_open is None:
                last_open = stack[-1]
        elif stack and sign in stack[-1][1] and not _apostrophe(text, place, end):
            start, _ = stack.pop()
            if not stack:
                pairs.append(Quotation(start, place + 1))
        if not opens and last_open is not None and sign in last_open[1]:
            flat.append(Quotation(last_open[0], place + 1))
            last_open = None
    if not stack:
        found.extend(pairs)
        return None
    if flat and len(stack) > 1:
        found.extend(flat)
        return None
    found.extend(pairs)
    return stack[0] if len(stack) == 1 else None


def _opens(text: str, place: int, begin: int, end: int, stack: list[tuple[int, str]]) -> bool:
    sign = text[place]
    if sign not in _closers():
        return False
    closing = any(sign in closers for _, closers in stack)
    before = text[place - 1] if place > begin else " "
    after = text[place + 1] if place + 1 < end else " "
    free = not (before.isalnum() or before in ".,!?") and not after.isspace()
    if closing and (stack[-1][1].find(sign) >= 0 or not free):
        return False
    if sign == _LOW:
        return True
    return free


_LOW = "„"
_DEEPEST = 8  # quotations within quotations; print has three at most, and hostile text must not cost more


def _apostrophe(text: str, place: int, end: int) -> bool:
    return text[place] == "’" and place + 1 < end and text[place + 1].isalnum()
