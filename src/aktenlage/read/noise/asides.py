"""Lines that are noise wherever they stand: advertising, captions, teasers, key words."""

from aktenlage.read.noise.lines import Line
from aktenlage.read.noise.rules import Rule, rules

_LONGEST = 600
_LONGEST_END = 200
_MOST_WORDS = 70


def rule_of(line: Line) -> Rule | None:
    """Give the rule that makes the whole *line* noise."""
    if len(line.words) > _LONGEST or line.length > _MOST_WORDS:
        return None
    for rule in rules().lines:
        if rule.pattern.fullmatch(line.words) and not rule.excepts(line.words):
            return rule
    beginning = max(0, len(line.words) - _LONGEST_END)
    return next((rule for rule in rules().captions if rule.pattern.search(line.words, beginning)), None)
