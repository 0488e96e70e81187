"""
Score statements against the German Wikinews quotation data (Petersen-Frey and Biemann, 2024) in its published form.

    python -m eval.quotes DATA --split dev [--half even|odd]

DATA is the folder with ``train``, ``dev`` and ``test``, one JSON file an article.
"""

import argparse
import json
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

from aktenlage.model.annotation import Speaker, Statement, Wording
from aktenlage.model.article import Article
from aktenlage.pipeline import read_article
from eval.command import run, some

ROLES = ("speaker", "cue", "frame", "addressee")
PARTS = ("quote", *ROLES)
TYPES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free_indirect",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation as sets of token numbers by part."""

    type: str
    parts: dict[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Document:
    """One article of the data set."""

    id: str
    text: str
    tokens: tuple[tuple[int, int], ...]
    quotes: tuple[Quote, ...]

    def covered(self, pieces: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Give the tokens that lie in the pieces by more than half."""
        ends = [end for _, end in self.tokens]
        found = set()
        for first, last in pieces:
            for number in range(bisect_right(ends, first), len(self.tokens)):
                start, end = self.tokens[number]
                if start >= last:
                    break
                if 2 * (min(end, last) - max(start, first)) > end - start:
                    found.add(number)
        return frozenset(found)


def read_documents(folder: Path, half: str | None) -> list[Document]:
    """Read the articles of a split; *half* keeps those whose number is ``even`` or ``odd``."""
    documents = []
    for path in some(sorted(folder.glob("*.json")), folder, "articles (*.json)"):
        raw = json.loads(path.read_text(encoding="utf-8"))
        if half is not None and int(path.stem) % 2 != (half == "odd"):
            continue
        quotes = tuple(
            Quote(TYPES[one["type"]], {part: frozenset((one.get(part) or {}).get("tokenIds", [])) for part in PARTS})
            for one in raw["annotations"]
        )
        tokens = tuple((token["charBegin"], token["charEnd"]) for token in raw["tokens"])
        documents.append(Document(raw["documentName"], raw["originalText"], tokens, quotes))
    return documents


def read_quotes(document: Document) -> list[Quote]:
    """Let the program read an article."""
    reading = read_article(Article(document.id, document.text))
    return [_quote(document, statement) for statement in reading.statements]


def _quote(document: Document, statement: Statement) -> Quote:
    parts = {role: document.covered(_pieces(getattr(statement, role))) for role in ROLES}
    parts["quote"] = document.covered((span.start, span.end) for span in statement.spans)
    return Quote(statement.type, parts)


def _pieces(part: Speaker | Wording | None) -> list[tuple[int, int]]:
    if part is None:
        return []
    spans = part.spans if isinstance(part, Wording) else ()
    return [(span.start, span.end) for span in spans] or [(part.start, part.end)]


def pair(gold: Sequence[Quote], found: Sequence[Quote], *, half: bool) -> list[tuple[int, int]]:
    """Pair quotations one to one by shared tokens; with *half*, those only that share half of the longer one."""
    if not gold or not found:
        return []
    weights = np.zeros((len(gold), len(found)))
    for row, one in enumerate(gold):
        for column, other in enumerate(found):
            a, b = one.parts["quote"], other.parts["quote"]
            common = len(a & b)
            if not common or (half and 2 * common < max(len(a), len(b))):
                continue
            closeness = common / len(a | b) if half else 2 * common / (len(a) + len(b))
            weights[row, column] = (10 if half else 0) + closeness + (0.01 if one.type == other.type else 0)
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(r, c) for r, c in zip(rows.tolist(), columns.tolist(), strict=True) if weights[r, c] > 0]


def f1(right: int, found: int, gold: int) -> str:
    """Print precision, recall and their mean in percent."""
    precision, recall = right / max(found, 1), right / max(gold, 1)
    mean = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"{100 * precision:5.1f} {100 * recall:5.1f} {100 * mean:5.1f}"


def score(documents: Sequence[Document]) -> None:
    """Read all articles and print the figures."""
    counts: Counter[str] = Counter()
    began = time.perf_counter()
    readings = [read_quotes(document) for document in documents]
    seconds = time.perf_counter() - began
    for document, found in zip(documents, readings, strict=True):
        _count_simple(document.quotes, found, counts)
        _count_tokens(document.quotes, found, counts)
    print(f"{len(documents)} articles, {len(documents) / seconds:.1f} a second with the whole reading\n")
    print(f"{'':34}    P     R    F1")
    for name in ("found", "found, type right", "found, speaker right", "found, both right"):
        print(f"{name:34}{f1(counts[name], counts['system'], counts['gold'])}")
    for name in TYPES.values():
        print(f"{name:34}{f1(counts['typed', name], counts['system', name], counts['gold', name])}")
    for name, parts in (("tokens: quote", ("quote",)), ("tokens: roles", ROLES), ("tokens: joint", PARTS)):
        totals = [sum(counts[kind, part] for part in parts) for kind in ("shared", "in system", "in gold")]
        print(f"{name:34}{f1(*totals)}")


def _count_simple(gold: Sequence[Quote], found: Sequence[Quote], counts: Counter) -> None:
    counts["gold"] += len(gold)
    counts["system"] += len(found)
    for kind, quotes in (("gold", gold), ("system", found)):
        for quote in quotes:
            counts[kind, quote.type] += 1
    for row, column in pair(gold, found, half=True):
        one, other = gold[row], found[column]
        a, b = one.parts["speaker"], other.parts["speaker"]
        speaker = bool(a & b) if a else not b
        same = one.type == other.type
        counts["found"] += 1
        counts["found, type right"] += same
        counts["found, speaker right"] += speaker
        counts["found, both right"] += speaker and same
        counts["typed", one.type] += same


def _count_tokens(gold: Sequence[Quote], found: Sequence[Quote], counts: Counter) -> None:
    for part in PARTS:
        counts["in gold", part] += sum(len(quote.parts[part]) for quote in gold)
        counts["in system", part] += sum(len(quote.parts[part]) for quote in found)
    for row, column in pair(gold, found, half=False):
        for part in PARTS:
            counts["shared", part] += len(gold[row].parts[part] & found[column].parts[part])


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--split", default="dev", choices=("train", "dev", "test"))
    parser.add_argument("--half", choices=("even", "odd"))
    args = parser.parse_args()
    score(read_documents(args.data / args.split, args.half))


if __name__ == "__main__":
    run(main)
