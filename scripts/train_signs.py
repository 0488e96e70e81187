"""
Learn how signs weigh for what a clause tells: ``python scripts/train_signs.py encounters|positions [--without SET …]``.

A multinomial logistic regression with a ridge over the clauses of the constructed articles under
``eval/encounters_gold``, fitted by L-BFGS. A clause tells an encounter, or a position of those who speak or act in it,
if at least half of its words are evidence for one. Nothing is learned from texts of others. Writes signs.tsv.gz into
the folder of the German resources that is called like what is learned.
"""

import argparse
import gzip
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from eval.annotated import LEARNED, OWN, WITHOUT_AGREEMENTS, Annotated, annotated
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from aktenlage.language.analysis import analyse
from aktenlage.model.language import Token
from aktenlage.pipeline import read_article
from aktenlage.read.encounters.candidates import told_clauses
from aktenlage.read.encounters.scene import Scene
from aktenlage.read.encounters.weighed.signs import people_signs, signs
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.likely import STANCES, weighable
from aktenlage.read.positions.reader import told_stances
from aktenlage.read.signs import ALWAYS
from aktenlage.resolve.names import compare_names
from aktenlage.resources.gazetteer import gazetteer

RESOURCES = Path(__file__).parents[1] / "src/aktenlage/resources/de"
# A sign is learned from so many clauses at least, and kept where it weighs so many hundredths for some outcome.
LEAST, WEIGHT = 3, 3
# How alike two names are of which one is the family name of the other.
FAMILY = 0.7
# The signs of a clause and the number of what it tells, 0 for nothing.
Case = tuple[AbstractSet[str], int]
Spans = Sequence[Sequence[int]]


def encounter_cases(_: str, known: Annotated) -> Iterator[Case]:
    """Give the signs of each clause of an article, and whether it tells an encounter."""
    reading = read_article(known.article)
    scene = Scene(analyse(reading.article.text, reading.noise), reading)
    spans = [span for encounter in known.gold["encounters"] for span in encounter["evidence"]]
    told = told_clauses(scene)
    for number, each in enumerate(told):
        tokens = [each.at.sentence.tokens[token] for token in each.at.clause.tokens]
        yield signs(scene, told, number) | people_signs(scene, each.at), int(_within(tokens, spans))


def position_cases(name: str, known: Annotated) -> Iterator[Case]:
    """
    Give the signs of each clause of an article for each of those who may hold it, and the stance that they take.

    Of clauses that may tell an agreement nothing is learned in a set that leaves these out.
    """
    reading = read_article(known.article)
    names = {actor.id: actor.name for actor in reading.actors}
    who = Who(reading)
    for sentence, found, before in told_stances(analyse(reading.article.text, reading.noise), who):
        views = (View(sentence, number) for number in range(len(sentence.clauses)))
        for each in (each for view in views for each in weighable(view, who, found, before)):
            taken = [
                position["stance"]
                for position in known.gold["positions"]
                if any(_is_called(actor, names[actor], position["actor"]) for actor in each.holding.actors)
                and _within(each.holding.view.tokens, position["evidence"])
            ]
            agreed = any(item.stance == "accepts" for item in each.found) and name in WITHOUT_AGREEMENTS
            if taken or not agreed:
                yield each.signs, STANCES.index(min(taken)) + 1 if taken else 0


def _is_called(actor: str, name: str, other: str) -> bool:
    """Whether the actor of this id and name may be called so, too: by an alias, or by the family name."""
    known = gazetteer().one(other)
    return (known is not None and known.actor == actor) or compare_names(name, other).score >= FAMILY


def _within(words: Sequence[Token], spans: Spans) -> bool:
    inside = sum(any(start <= word.start and word.end <= end for start, end in spans) for word in words)
    return inside * 2 >= len(words)


@dataclass(frozen=True, slots=True)
class Task:
    """What is learned: where its cases come from, how many outcomes there are, and the ridge."""

    cases: Callable[[str, Annotated], Iterator[Case]]
    outcomes: int
    ridge: float


TASKS = {
    "encounters": Task(encounter_cases, 1, 10.0),
    "positions": Task(position_cases, len(STANCES), 8.0),
}


def fit(cases: Sequence[Case], names: dict[str, int], task: Task) -> np.ndarray:
    """Fit the weights of each outcome against none: a row for each sign, and a last one that every clause has."""
    columns = [[names[sign] for sign in sorted(shown) if sign in names] for shown, _ in cases]
    ends = np.cumsum([0, *map(len, columns)])
    table = csr_matrix((np.ones(ends[-1]), np.concatenate(columns), ends), shape=(len(cases), len(names)))
    target = np.eye(task.outcomes + 1)[[outcome for _, outcome in cases]]
    shape = (len(names) + 1, task.outcomes + 1)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(shape)
        scores = table @ weights[:-1] + weights[-1]
        scores -= scores.max(axis=1, keepdims=True)
        likely = np.exp(scores)
        total = likely.sum(axis=1, keepdims=True)
        cost = np.log(total).sum() - (scores * target).sum() + 0.5 * task.ridge * (weights[:-1] ** 2).sum()
        slope = likely / total - target
        return float(cost), np.vstack([table.T @ slope + task.ridge * weights[:-1], slope.sum(axis=0)]).ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B").x.reshape(shape)
    return np.asarray(found[:, 1:] - found[:, :1])


def main() -> None:
    """Read the arguments, fit, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=TASKS, help="what to learn")
    parser.add_argument("--without", nargs="*", default=[], choices=LEARNED, help="sets not to learn from")
    arguments = parser.parse_args()
    task = TASKS[arguments.task]
    sets = [name for name in LEARNED if name not in arguments.without]
    cases = [case for name in sets for known in annotated(OWN, name) for case in task.cases(name, known)]
    counts = Counter(sign for shown, _ in cases for sign in shown)
    names = {sign: number for number, sign in enumerate(sorted(s for s, count in counts.items() if count >= LEAST))}
    weights = np.rint(100 * fit(cases, names, task)).astype(int)
    rows = {ALWAYS: weights[-1]} | {sign: weights[number] for sign, number in names.items()}
    kept = {sign: row for sign, row in rows.items() if sign == ALWAYS or abs(row).max() >= WEIGHT}
    lines = ["\t".join([sign, *map(str, row)]) for sign, row in kept.items()]
    (RESOURCES / arguments.task / "signs.tsv.gz").write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    print(f"{len(cases)} clauses, {len(lines)} signs")


if __name__ == "__main__":
    main()
