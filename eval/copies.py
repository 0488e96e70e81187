"""
Copied passages found in edited copies of real articles: ``python -m eval.copies FOLDER [--texts 300]``.

FOLDER holds JSON files with a text under "originalText" (the German Wikinews quotation data). From each of the texts a
copy is made for every kind and strength of editing, with a fixed seed, and set into sentences of another article, so
that there is something to find and something to leave alone:

- cut: whole sentences left out (of each text so many stay: 80, 50, 25 %); all other kinds keep 60 %
- reorder: sentences in another order (so many change places: 20, 50, 100 %)
- synonyms: words replaced by others (5, 15, 25 %)
- tense: other endings at words of four letters and more (10, 25, 50 %)
- insert: words put in (5, 15, 25 %)
- delete: words left out (5, 15, 25 %)
- mixed: half the strength of each of the last four, and reordered

Precision and recall are of the letters of the copy: what a passage covers is right where it was copied from what the
passage's other side covers. Beside it, the pairs of articles that share anything, and what MinHash over whole documents
(128 permutations, word triples) makes of the same articles: pairs at its best threshold, chosen on these very copies.
"""

import argparse
import json
import random
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from aktenlage.consolidate.passages import Passage, find_passages
from aktenlage.consolidate.words import Words, words_of
from eval.command import run, some

if TYPE_CHECKING:
    from collections.abc import Callable

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]+[“\"”]?|[^.!?\n]+")
_STRENGTHS = ("light", "medium", "heavy")
_RATES = {
    "cut": (0.8, 0.5, 0.25),
    "reorder": (0.2, 0.5, 1.0),
    "synonyms": (0.05, 0.15, 0.25),
    "tense": (0.1, 0.25, 0.5),
    "insert": (0.05, 0.15, 0.25),
    "delete": (0.05, 0.15, 0.25),
    "mixed": (0.05, 0.15, 0.25),
}
_ENDINGS = ("e", "en", "te", "ten", "t", "es", "er")
_KEPT = 0.6


@dataclass
class Copy:
    """A copy in its host: its text, and for each copied sentence the place there and in the original."""

    text: str = ""
    places: list[tuple[range, range]] = field(default_factory=list)

    def put(self, sentence: str, source: range | None = None) -> None:
        """Set a sentence behind what is there."""
        start = len(self.text)
        self.text += f"{sentence} "
        if source is not None:
            self.places.append((range(start, start + len(sentence)), source))


def main() -> None:
    """Print the figures of each kind and strength."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    texts = [text for text in _texts(options.folder) if len(_sentences(text)) >= 6]
    random.Random(options.seed).shuffle(texts)
    originals, hosts = texts[: options.texts], texts[options.texts :]
    print(f"{len(originals)} texts, {len(hosts)} hosts, seed {options.seed}")
    print(f"{'kind':9} {'strength':8} | passages P R F | pairs P R | MinHash pairs P R (threshold) | ms/article")
    sums = np.zeros(4)
    for kind in _RATES:
        for strength in range(len(_STRENGTHS)):
            chance = random.Random(f"{options.seed} {kind} {strength}")
            copies = [
                _copy(text, hosts[number % len(hosts)], kind, strength, chance) for number, text in enumerate(originals)
            ]
            sums += _score(originals, copies, f"{kind:9} {_STRENGTHS[strength]:8}")
    precision, recall = sums[0] / sums[1], sums[0] / sums[2]
    print(f"all together: passages P {precision:.3f} R {recall:.3f} F {_f(precision, recall):.3f}")
    print(f"who takes a whole article for copied where any of it is: P {sums[2] / sums[3]:.3f}")


def _texts(folder: Path) -> list[str]:
    paths = some(sorted(folder.rglob("*.json")), folder, "articles (*.json)")
    return [json.loads(path.read_text(encoding="utf-8"))["originalText"] for path in paths]


def _sentences(text: str) -> list[range]:
    spans = [range(*match.span()) for match in _SENTENCE.finditer(text)]
    return [span for span in spans if len(text[span.start : span.stop].split()) >= 5]


def _copy(text: str, host: str, kind: str, strength: int, chance: random.Random) -> Copy:
    rate = _RATES[kind][strength]
    kept = rate if kind == "cut" else _KEPT
    spans = _sentences(text)
    chosen = sorted(chance.sample(spans, max(2, round(kept * len(spans)))), key=lambda span: span.start)
    if kind in ("reorder", "mixed"):
        _shuffle(chosen, 1.0 if kind == "mixed" else rate, chance)
    own = [host[span.start : span.stop].strip() for span in _sentences(host)]
    copy = Copy()
    for number, span in enumerate(chosen):
        if number < len(own) and number % 2 == 0:
            copy.put(own[number])
        words = text[span.start : span.stop].split()
        copy.put(" ".join(_edited(words, kind, rate, chance)), span)
    for sentence in own[len(chosen) :]:
        copy.put(sentence)
    return copy


def _shuffle(spans: list[range], rate: float, chance: random.Random) -> None:
    places = sorted(chance.sample(range(len(spans)), max(2, round(rate * len(spans)))))
    moved = [spans[place] for place in places]
    chance.shuffle(moved)
    for place, span in zip(places, moved, strict=True):
        spans[place] = span


def _edited(words: list[str], kind: str, rate: float, chance: random.Random) -> list[str]:
    edits: dict[str, Callable[[str], list[str]]] = {
        "synonyms": lambda _: [_other(chance)],
        "tense": lambda word: [word.rstrip("netsr") + chance.choice(_ENDINGS) if len(word) > 3 else word],
        "insert": lambda word: [word, _other(chance)],
        "delete": lambda _: [],
    }
    kinds = list(edits) if kind == "mixed" else [kind] if kind in edits else []
    for each in kinds:
        share = rate / 2 if kind == "mixed" else rate
        words = [new for word in words for new in (edits[each](word) if chance.random() < share else [word])]
    return words


def _other(chance: random.Random) -> str:
    """Make up a word that stands nowhere else."""
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(3))


def _score(originals: list[str], copies: list[Copy], title: str) -> np.ndarray:
    articles = [words_of(f"o{number:03}", text) for number, text in enumerate(originals)]
    articles += [words_of(f"p{number:03}", copy.text) for number, copy in enumerate(copies)]
    start = time.perf_counter()
    found = find_passages(articles)
    spent = (time.perf_counter() - start) / len(articles)
    right, said = _letters(found, copies)
    there = sum(len(place) for copy in copies for place, _ in copy.places)
    precision, recall = right / max(1, said), right / there
    pairs = {(passage.first.article, passage.second.article) for passage in found}
    gold = {(f"o{number:03}", f"p{number:03}") for number in range(len(copies))}
    hits = len(pairs & gold)
    minhash = _minhash(articles, gold)
    print(
        f"{title} | {precision:.3f} {recall:.3f} {_f(precision, recall):.3f} | {hits / max(1, len(pairs)):.3f} "
        f"{hits / len(gold):.3f} | {minhash[0]:.3f} {minhash[1]:.3f} ({minhash[2]:.2f}) | {1000 * spent:.2f}",
        flush=True,
    )
    return np.array([right, said, there, sum(len(copy.text) for copy in copies)])


def _letters(found: list[Passage], copies: list[Copy]) -> tuple[int, int]:
    right = said = 0
    for passage in found:
        source, place = passage.first, passage.second
        covered = range(place.start, place.end)
        said += len(covered)
        if source.article[0] == "o" and place.article == f"p{source.article[1:]}":
            for here, there in copies[int(source.article[1:])].places:
                if source.start < there.stop and there.start < source.end:
                    right += len(range(max(here.start, covered.start), min(here.stop, covered.stop)))
    return right, said


def _minhash(articles: list[Words], gold: set[tuple[str, str]]) -> tuple[float, float, float]:
    """Give precision and recall of pairs at the threshold with the best F1."""
    chance = random.Random(0)
    factors = np.array([chance.getrandbits(64) | 1 for _ in range(128)], dtype=np.uint64)[:, None]
    offsets = np.array([chance.getrandbits(64) for _ in range(128)], dtype=np.uint64)[:, None]
    signs = []
    for words in articles:
        marks = np.array(sorted(set(words.shingles)) or [0], dtype=np.uint64)
        # Multiplication wraps around: the upper half is as good as a permutation.
        signs.append(((factors * marks + offsets) >> np.uint64(32)).min(axis=1))
    table = np.stack(signs)
    likeness: dict[tuple[str, str], float] = {}
    for one in range(len(articles)):
        shares = (table[one + 1 :] == table[one]).mean(axis=1)
        for behind in np.flatnonzero(shares > 0.01):
            likeness[articles[one].article, articles[one + 1 + behind].article] = float(shares[behind])
    best = (0.0, 0.0, 1.0)
    for threshold in np.arange(0.02, 0.8, 0.02):
        said = {pair for pair, value in likeness.items() if value >= threshold}
        hits = len(said & gold)
        scores = (hits / max(1, len(said)), hits / len(gold), float(threshold))
        if _f(*scores[:2]) > _f(*best[:2]):
            best = scores
    return best


def _f(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    run(main)
