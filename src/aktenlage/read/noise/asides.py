"""Lines that are noise wherever they stand: advertising, captions, teasers, key words."""

import re

from aktenlage.read.noise.lines import Line
from aktenlage.read.noise.rules import Rule, rules

_LONGEST = 600
_LONGEST_END = 200
_MOST_WORDS = 70


def rule_of(line: Line) -> tuple[Rule, re.Match[str]] | None:
    """Give the rule that makes the whole *line* noise, and its match."""
    if len(line.words) > _LONGEST or line.length > _MOST_WORDS:
        return None
    for rule in rules().lines:
        if (match := rule.pattern.fullmatch(line.words)) and not rule.excepts(line.words):
            return rule, match
    beginning = max(0, len(line.words) - _LONGEST_END)
    found = ((rule, rule.pattern.search(line.words, beginning)) for rule in rules().captions)
    return next(((rule, match) for rule, match in found if match), None)
