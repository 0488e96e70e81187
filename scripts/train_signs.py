"""
Learn how signs weigh for a clause that tells an encounter: ``python scripts/train_signs.py [--without SET …]``.

A logistic regression with a ridge over the clauses of the constructed articles under ``eval/encounters_gold``, fitted
by L-BFGS; a clause tells an encounter if at least half of its words are evidence for one. Nothing is learned from texts
of others. Writes de/encounters/signs.tsv.gz.
"""

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from eval.annotated import LEARNED, OWN, Annotated, annotated
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from aktenlage.language.analysis import analyse
from aktenlage.pipeline import read_article
from aktenlage.read.encounters.likely import ALWAYS
from aktenlage.read.encounters.reader import told_clauses
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.signs import people_signs, signs

TARGET = Path(__file__).parents[1] / "src/aktenlage/resources/de/encounters/signs.tsv.gz"
# A sign is learned from so many clauses at least, and kept where it weighs so many hundredths.
LEAST, WEIGHT = 3, 3
Case = tuple[set[str], bool]


def cases_of(known: Annotated) -> Iterator[Case]:
    """Give the signs of each clause of an article, and whether it tells an encounter."""
    reading = read_article(known.article)
    scene = Scene(analyse(reading.article.text, reading.noise), reading)
    spans = [tuple(span) for encounter in known.gold["encounters"] for span in encounter["evidence"]]
    told = told_clauses(scene)
    for number, each in enumerate(told):
        yield signs(scene, told, number) | people_signs(scene, each.at), _tells(each.at, spans)


def _tells(at: Place, spans: list[Any]) -> bool:
    words = [at.sentence.tokens[number] for number in at.clause.tokens]
    inside = sum(any(start <= word.start and word.end <= end for start, end in spans) for word in words)
    return inside * 2 >= len(words)


def fit(cases: list[Case], names: dict[str, int], *, ridge: float = 5.0) -> np.ndarray:
    """Fit the weights, the last of which every clause has."""
    columns = [[names[sign] for sign in sorted(shown) if sign in names] for shown, _ in cases]
    ends = np.cumsum([0, *map(len, columns)])
    table = csr_matrix((np.ones(ends[-1]), np.concatenate(columns), ends), shape=(len(cases), len(names)))
    target = np.array([1.0 if tells else -1.0 for _, tells in cases])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = target * (table @ weights[:-1] + weights[-1])
        slope = -target / (1 + np.exp(np.clip(margin, -30, 30)))
        cost = np.logaddexp(0, -margin).sum() + 0.5 * ridge * (weights[:-1] @ weights[:-1])
        return float(cost), np.append(table.T @ slope + ridge * weights[:-1], slope.sum())

    return np.asarray(minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x)


def main() -> None:
    """Read the arguments, fit, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], choices=LEARNED, help="sets not to learn from")
    arguments = parser.parse_args()
    sets = [name for name in LEARNED if name not in arguments.without]
    cases = [case for name in sets for known in annotated(OWN, name) for case in cases_of(known)]
    counts = Counter(sign for shown, _ in cases for sign in shown)
    names = {sign: number for number, sign in enumerate(sorted(s for s, count in counts.items() if count >= LEAST))}
    weights = np.rint(100 * fit(cases, names)).astype(int)
    lines = [f"{ALWAYS}\t{weights[-1]}"]
    lines += [f"{sign}\t{weights[number]}" for sign, number in names.items() if abs(weights[number]) >= WEIGHT]
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    print(f"{len(cases)} clauses, {len(lines)} signs")


if __name__ == "__main__":
    main()
