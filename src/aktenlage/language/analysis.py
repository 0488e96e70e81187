"""From an article's text to its grammar."""

from collections.abc import Iterator, Sequence

from aktenlage.language.grammar import read_clauses
from aktenlage.language.lines import Line, reporting_lines
from aktenlage.language.names import families_told
from aktenlage.language.sentences import sentence_bounds
from aktenlage.language.words import read_words
from aktenlage.model.article import Noise
from aktenlage.model.language import Analysis, Sentence

_SENTENCE_ENDS = ".!?:;…"
_CLOSERS = "\"'”“’‘»«›‹)] "
# A line longer than this is running text, whatever its end.
_LONGEST_HEADING = 160
_LONGEST_SENTENCE = 3000


def analyse(text: str, noise: Sequence[Noise] = ()) -> Analysis:
    """Give sentences, tokens and clauses of *text*; no sentence reaches into *noise*."""
    return Analysis(text, tuple(_sentences(text, noise)))


def _sentences(text: str, noise: Sequence[Noise]) -> Iterator[Sentence]:
    families: set[str] = set()
    for line in reporting_lines(text, noise):
        bounds = [piece for bound in sentence_bounds(text, line.start, line.end) for piece in _pieces(text, *bound)]
        heading = _is_heading(text, line)
        for start, end in bounds:
            tokens = read_words(text, start, end, families)
            families.update(families_told(tokens))
            yield Sentence(start, end, tokens, read_clauses(tokens), line.paragraph, heading)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence, such as a table in one line, at white space."""
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        behind = cut if cut > start else start + _LONGEST_SENTENCE
        yield start, start + len(text[start:behind].rstrip())
        start = behind
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _is_heading(text: str, line: Line) -> bool:
    if not line.whole or line.end - line.start > _LONGEST_HEADING:
        return False
    last = text[line.start : line.end].rstrip(_CLOSERS)[-1:]
    return last != "" and last not in _SENTENCE_ENDS
