"""
Rules over word classes: patterns of words, compiled to regular expressions over a lexicon's symbols.

A pattern is a row of elements parted by blanks: ``word`` or ``one|other`` (lower case fits a capital as well),
``{class}`` or ``{name:class}`` (captured under its name), ``( … | … )``, each with ``?`` where it may be missing,
``{any}`` is any word of the sentence, ``!x`` not followed by x, ``<!x`` not preceded by x, ``&name`` a macro.
``[ … ]`` bounds what the rule marks; the rest is context. Nothing can repeat, so matching takes linear time.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aktenlage.errors import ResourceError
from aktenlage.resources.lexicon import Lexicon, literal

_MACRO = re.compile(r"&(\w+)")
_ELEMENT = re.compile(r"\(|\)\??|\[|\]|\|(?=\s)|(?:<!|!)?(?:\{[^}]+\}|[^\s()\[\]{}!?]+)\??")
_ANY, _START = "any", "start"
_BRACKETS = {"(": "(?:", ")": ")", ")?": ")?", "|": "|", "[": "[", "]": ")"}
_LOOKS = {"<!": "(?<!", "!": "(?!"}


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule fits: *start* and *end* are the tokens that it marks, *whole* the tokens with the context."""

    rule: "Rule"
    start: int
    end: int
    whole: tuple[int, int]
    captures: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule; *data* is its entry in the file."""

    id: str
    order: int
    regex: re.Pattern[str]
    names: Mapping[str, tuple[str, str]]
    extents: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    data: Mapping[str, Any]

    def may_fit(self, symbols: frozenset[str]) -> bool:
        """Whether a text with these symbols has one for each element that cannot be missing."""
        return not any(map(symbols.isdisjoint, self.needs))

    def matches(self, symbols: str) -> Iterator[Match]:
        """Find the rule's matches in a string of symbols; captures are name, class and token."""
        for found in self.regex.finditer(symbols):
            start, end = next(found.span(extent) for extent in self.extents if found[extent] is not None)
            places = ((self.names[group], found.start(group)) for group in self.names)
            captures = tuple((name, kind, at) for (name, kind), at in places if at >= 0)
            yield Match(self, start, end, found.span(), captures)


def words_of(pattern: str, macros: Mapping[str, str]) -> Iterator[str]:
    """Give the words that a pattern names."""
    for element in _elements(pattern, macros):
        item = element.lstrip("<!").removesuffix("?")
        if element not in _BRACKETS and not item.startswith("{"):
            yield from item.split("|")


def compile_rule(
    data: Mapping[str, Any], order: int, lexicon: Lexicon, macros: Mapping[str, str], *, file: str
) -> Rule:
    """Compile one entry; raise ResourceError where its pattern is faulty."""
    names: dict[str, tuple[str, str]] = {}
    elements = _elements(data["match"], macros)
    try:
        compiled = [_compile(element, lexicon, names) for element in elements]
        source = "".join(f"(?P<e{at}>" if part == "[" else part for at, part in enumerate(compiled))
        regex = re.compile(source)
    except (KeyError, re.error) as error:
        raise ResourceError(file, data["id"], f"faulty pattern: {error}") from error
    extents = tuple(group for group in regex.groupindex if group not in names)
    if not extents:
        raise ResourceError(file, data["id"], "the pattern marks nothing: [ … ] is missing")
    return Rule(data["id"], order, regex, names, extents, tuple(_needs(elements, lexicon)), data)


def _needs(elements: Sequence[str], lexicon: Lexicon) -> Iterator[frozenset[str]]:
    """Give the symbols of each element outside brackets that cannot be missing, of which one must stand there."""
    depth = 0
    for element in elements:
        depth += (element == "(") - (element in (")", ")?"))
        wanted = element not in _BRACKETS and not element.startswith(tuple(_LOOKS)) and not element.endswith("?")
        if not depth and wanted and (symbols := _symbols(element, lexicon)) is not None:
            yield frozenset(symbols)


def _elements(pattern: str, macros: Mapping[str, str]) -> list[str]:
    while "&" in pattern:
        pattern = _MACRO.sub(lambda macro: macros[macro.group(1)], pattern)
    return _ELEMENT.findall(pattern)


def _compile(element: str, lexicon: Lexicon, names: dict[str, tuple[str, str]]) -> str:
    if element in _BRACKETS:
        return _BRACKETS[element]
    look = next((sign for sign in _LOOKS if element.startswith(sign)), None)
    item = element.removeprefix(look or "").removesuffix("?")
    optional = "?" if element.endswith("?") else ""
    symbols = _symbols(item, lexicon)
    if symbols is None:
        return f"[^{lexicon.symbols(_START)}]{optional}"
    if look:
        return f"{_LOOKS[look]}[{symbols}])"
    if not item.startswith("{"):
        return f"[{symbols}]{optional}"
    name, kind = _capture(item)
    group = f"g{len(names)}"
    names[group] = (name, kind)
    return f"(?P<{group}>[{symbols}]){optional}"


def _symbols(item: str, lexicon: Lexicon) -> str | None:
    """Give the symbols that an element without its signs fits, None where it fits any word."""
    if not item.startswith("{"):
        return "".join(lexicon.symbols(literal(word)) for word in item.split("|"))
    _, kind = _capture(item)
    return None if kind == _ANY else lexicon.symbols(kind)


def _capture(item: str) -> tuple[str, str]:
    """Give the name under which an element is captured, and its class."""
    name, _, kind = item[1:-1].partition(":")
    return name, kind or name
