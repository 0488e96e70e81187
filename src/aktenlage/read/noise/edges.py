"""Furniture at the beginning and the end of paragraphs: datelines, agencies, authors' initials."""

from collections.abc import Iterator

from aktenlage.model.article import Noise
from aktenlage.read.noise.facts import Facts
from aktenlage.read.noise.furniture import note
from aktenlage.read.noise.lines import Line
from aktenlage.read.noise.rules import rules

_LONGEST_END = 100


def find_leads(line: Line, places: set[str], facts: Facts) -> Iterator[Noise]:
    """Give what stands before the first words; *places* says what of the article the line is."""
    place = 0
    found = True
    while found:
        found = False
        for rule in rules().leads:
            if rule.where not in places:
                continue
            match = rule.pattern.match(line.words, place)
            if match and place < match.end() < len(line.words):
                note(rule, match, facts)
                words = match.group().rstrip()
                yield Noise(line.offset + place, line.offset + place + len(words), rule.kind)
                place = match.end()
                found = True
                break


def find_trail(line: Line, facts: Facts) -> Noise | None:
    """Give what stands behind the last full stop."""
    beginning = max(0, len(line.words) - _LONGEST_END)
    for rule in rules().trails:
        match = rule.pattern.search(line.words, beginning)
        if match and match.start() > 0:
            note(rule, match, facts)
            blanks = len(match.group()) - len(match.group().lstrip())
            return Noise(line.offset + match.start() + blanks, line.offset + match.end(), rule.kind)
    return None
