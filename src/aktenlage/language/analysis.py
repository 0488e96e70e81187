"""From an article's text to its grammar."""

from collections.abc import Iterator, Sequence

from aktenlage.language.lines import Line, reporting_lines
from aktenlage.language.sentences import sentence_bounds
from aktenlage.language.words import read_words
from aktenlage.model.article import Noise
from aktenlage.model.language import Analysis, Sentence

_SENTENCE_ENDS = ".!?:;…"
_CLOSERS = "\"'”“’‘»«›‹)] "
# A line longer than this is running text, whatever its end.
_LONGEST_HEADING = 160


def analyse(text: str, noise: Sequence[Noise] = ()) -> Analysis:
    """Give sentences, tokens and clauses of *text*; no sentence reaches into *noise*."""
    return Analysis(text, tuple(_sentences(text, noise)))


def _sentences(text: str, noise: Sequence[Noise]) -> Iterator[Sentence]:
    for line in reporting_lines(text, noise):
        bounds = list(sentence_bounds(text, line.start, line.end))
        heading = _is_heading(text, line)
        for start, end in bounds:
            yield Sentence(start, end, read_words(text, start, end), paragraph=line.paragraph, heading=heading)


def _is_heading(text: str, line: Line) -> bool:
    if not line.whole or line.end - line.start > _LONGEST_HEADING:
        return False
    last = text[line.start : line.end].rstrip(_CLOSERS)[-1:]
    return last != "" and last not in _SENTENCE_ENDS
