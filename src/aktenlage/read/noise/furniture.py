"""Lines that consist of furniture only: stamps, sections, credits, bylines, players."""

import re
from collections.abc import Sequence

from aktenlage.model.article import Noise
from aktenlage.read.noise.facts import Facts
from aktenlage.read.noise.lines import Line
from aktenlage.read.noise.rules import Rule, rules
from aktenlage.resources.load import load

_LONGEST = 200
_SEPARATOR = re.compile(r"\s*[,|•·–—/;:>›-]*+\s*")
_MOST_WORDS_OF_A_NAME = 4


def split_line(line: Line, zone: str) -> list[tuple[Rule, re.Match[str]]]:
    """Give the pieces of furniture that *line* consists of; none where it holds anything else."""
    if len(line.words) > _LONGEST:
        return []
    pieces = []
    place = 0
    while place < len(line.words):
        found = _piece(line.words, place, zone)
        if found is None:
            return []
        pieces.append(found)
        separator = _SEPARATOR.match(line.words, found[1].end())
        place = separator.end() if separator else found[1].end()
    return pieces


def _piece(words: str, place: int, zone: str) -> tuple[Rule, re.Match[str]] | None:
    for rule in rules().items:
        if rule.where in (None, zone) and (match := rule.pattern.match(words, place)) and match.end() > place:
            return rule, match
    return None


def note_pieces(line: Line, pieces: Sequence[tuple[Rule, re.Match[str]]], facts: Facts) -> list[Noise]:
    """Keep what *pieces* tell in *facts* and give them as noise, neighbours of one kind together."""
    noise: list[Noise] = []
    for rule, match in pieces:
        note(rule, match, facts)
        start, end = line.offset + match.start(), line.offset + match.end()
        if noise and noise[-1].kind == rule.kind:
            noise[-1] = Noise(noise[-1].start, end, rule.kind)
        else:
            separator = line.words[noise[-1].end - line.offset : match.start()].rstrip() if noise else ""
            if separator:
                noise[-1] = Noise(noise[-1].start, noise[-1].end + len(separator), noise[-1].kind)
            noise.append(Noise(start, end, rule.kind))
    noise[0] = Noise(line.start, noise[0].end, noise[0].kind)
    noise[-1] = Noise(noise[-1].start, line.end, noise[-1].kind)
    return noise


def note(rule: Rule, match: re.Match[str], facts: Facts) -> None:
    """Keep what a match tells."""
    groups = match.groupdict()
    credit = groups.get("credit") or groups.get("credit2")
    if rule.kind == "credit" and credit:
        facts.note_credit(credit)
    elif credit:
        facts.note_agencies(credit)
    if groups.get("sent"):
        facts.note_stamp(groups["sent"], sent=True)
    elif rule.kind == "dateline" or groups.get("stamp"):
        facts.note_stamp(groups.get("stamp") or match.group())
    if groups.get("byline"):
        facts.bylines.append(groups["byline"])
    if groups.get("outlet"):
        facts.note_outlet(groups["outlet"])


def is_unknown_outlet(line: Line) -> bool:
    """Whether the first line of an article that goes on with furniture looks like a newspaper's name."""
    words = line.words.split()
    if line.ended or not 0 < len(words) <= _MOST_WORDS_OF_A_NAME or not words[0][0].isupper():
        return False
    shapes = tuple(load("outlets")["shapes"])
    return any(word.lower().endswith(shapes) for word in words)
