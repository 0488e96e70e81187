"""The rules and words of time expressions, loaded and compiled once; which matches win."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from aktenlage.read.times.lexer import Tokens
from aktenlage.resources.lexicon import Lexicon
from aktenlage.resources.load import load
from aktenlage.resources.rule import Match, Rule, compile_rule, words_of

RULE_FILES = ("dates", "deictic", "weekdays", "clock", "durations", "sets", "vague")


@cache
def grammar() -> tuple[Lexicon, tuple[Rule, ...]]:
    """Give the lexicon and the compiled rules, in the order of the files."""
    words, macros = load("times/words"), load("times/macros")["macros"]
    entries = [(name, entry) for name in RULE_FILES for entry in load(f"times/{name}")["rules"]]
    literals = {word for _, entry in entries for word in words_of(entry["match"], macros)}
    lexicon = Lexicon(words["classes"], words["shapes"], endings=words["endings"], literals=literals)
    rules = tuple(
        compile_rule(entry, order, lexicon, macros, file=f"de/times/{name}.yaml")
        for order, (name, entry) in enumerate(entries)
    )
    return lexicon, rules


@cache
def notes() -> Mapping[str, str]:
    """Give what each rule is for, by its id."""
    return {entry["id"]: entry["note"] for name in RULE_FILES for entry in load(f"times/{name}")["rules"]}


def find(tokens: Tokens) -> list[Match]:
    """Find the matches that win, in the order of the text: the longest, then the one that asks for most context."""
    taken: set[int] = set()
    kept: list[Match] = []
    for match in sorted(_matches(tokens), key=_rank):
        places = range(match.start, match.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def arguments(match: Match, tokens: Tokens) -> dict[str, Any]:
    """Give the arguments of a match's operation, with what it captured filled in."""
    lexicon, _ = grammar()
    values: dict[str, Any] = {}
    for name, kind, at in match.captures:
        value = lexicon.value(kind, tokens.words[at])
        if isinstance(value, dict):
            if name == kind:
                values.update(value)
            value = next(iter(value.values())) if len(value) == 1 else None
        if value is not None:
            values[name] = value
    return _filled(match.rule.data["value"], values)


def _filled(template: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    filled: dict[str, Any] = {}
    for key, item in template.items():
        if isinstance(item, dict):
            filled[key] = _filled(item, values)
        else:
            filled[key] = values.get(item[1:]) if isinstance(item, str) and item.startswith("$") else item
    return filled


def _matches(tokens: Tokens) -> Iterator[Match]:
    _, rules = grammar()
    symbols = frozenset(tokens.symbols)
    for rule in rules:
        if rule.may_fit(symbols):
            yield from rule.matches(tokens.symbols)


def _rank(match: Match) -> tuple[int, int, int, int]:
    first, last = match.whole
    return (match.start - match.end, first - last, match.rule.order, match.start)
