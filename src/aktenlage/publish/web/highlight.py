"""An article's text cut into pieces, so that findings that overlap can all be seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

# From the outermost to the innermost.
LAYERS = ("copied", "noise", "statement", "event", "position", "document", "figure", "time", "actor", "mark")


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A place of some *layer*; *number* is that of the finding that begins here, *title* says what it is."""

    start: int
    end: int
    layer: str
    number: int | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words over which the same layers lie, the outermost first; *begin* are the findings that begin here."""

    text: str
    layers: tuple[str, ...] = ()
    title: str | None = None
    begin: tuple[tuple[int, str], ...] = ()
    first_mark: bool = False


def paragraphs(text: str, stretches: Iterable[Stretch]) -> list[list[Piece]]:
    r"""
    Cut *text* at its lines and at both ends of all *stretches*.

    >>> [[piece.text for piece in each] for each in paragraphs("Ja.\nNein.", [Stretch(1, 6, "time")])]
    [['J', 'a.'], ['Ne', 'in.']]
    """
    known = sorted(each for each in stretches if 0 <= each.start < each.end <= len(text))
    found: list[list[Piece]] = []
    marked = False
    at = 0
    for line in text.split("\n"):
        pieces: list[Piece] = []
        start, end = at, at + len(line)
        at = end + 1
        if not line.strip():
            continue
        inside = [each for each in known if each.start < end and start < each.end]
        cuts = sorted({start, end, *(edge for each in inside for edge in (each.start, each.end) if start < edge < end)})
        for here, there in pairwise(cuts):
            over = [each for each in inside if each.start <= here and there <= each.end]
            layers = {each.layer for each in over}
            first_mark = "mark" in layers and not marked
            marked = marked or first_mark
            pieces.append(
                Piece(
                    text[here:there],
                    tuple(layer for layer in LAYERS if layer in layers),
                    next(
                        (each.title for each in over if each.title and each.layer in ("actor", "time", "figure")), None
                    ),
                    tuple(
                        (each.number, each.layer)
                        for each in over
                        if each.number is not None and max(each.start, start) == here
                    )
                    if any(each.start == here for each in over)
                    else (),
                    first_mark,
                )
            )
        found.append(pieces)
    return found
