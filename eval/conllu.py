"""Sentences of a CoNLL-U file with the place of each word in the sentence's text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Word:
    """A syntactic word; *start* and *end* are those of the printed word that holds it."""

    number: int
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: dict[str, str]
    head: int
    deprel: str
    start: int
    end: int
    fused: bool = False


@dataclass(slots=True)
class Gold:
    """One sentence of the treebank."""

    text: str
    words: list[Word]

    def children(self, number: int) -> list[Word]:
        """Words that hang on the word with this number."""
        return [word for word in self.words if word.head == number]


def read(path: Path) -> Iterator[Gold]:
    """Give the sentences of the file."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield _gold(rows)
            rows = []


def _gold(rows: list[list[str]]) -> Gold:
    text = ""
    words: list[Word] = []
    fused_to = 0
    place = (0, 0)
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            fused_to = int(row[0].split("-")[1])
            place = (len(text), len(text) + len(row[1]))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            continue
        fused = int(row[0]) <= fused_to
        if not fused:
            place = (len(text), len(text) + len(row[1]))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        feats = dict(pair.split("=", 1) for pair in row[5].split("|")) if row[5] != "_" else {}
        words.append(Word(int(row[0]), row[1], row[2], row[3], row[4], feats, int(row[6]), row[7], *place, fused))
    return Gold(text.rstrip(), words)
