"""
Learn how evidence for the subject of a clause weighs: ``python scripts/train_subjects.py FILE.conllu [--folds N]``.

A conditional logit over the candidates of each clause, fitted by gradient descent; writes de/subjects.yaml. With
--folds, prints how many clauses get the right subject when each part of the file is left out in turn, and writes
nothing.
"""

import argparse
from pathlib import Path

import numpy as np
from eval.conllu import Gold, read
from eval.language import leader

from aktenlage.language.chunks import chunks
from aktenlage.language.clauses import draft_clauses
from aktenlage.language.coordination import parts
from aktenlage.language.grammar import antecedent_of, owners
from aktenlage.language.subjects import evidence, evidence_of_none, open_parts
from aktenlage.language.verbgroups import verb_group
from aktenlage.language.words import read_words

TARGET = Path(__file__).parents[1] / "src/aktenlage/resources/de/subjects.yaml"
Case = tuple[list[list[str]], int]


def cases_of(gold: Gold) -> list[Case]:
    """Give, for each clause of the sentence, the evidence of every candidate and which one is right."""
    tokens = read_words(gold.text, 0, len(gold.text))
    drafts = draft_clauses(tokens)
    every = parts(tokens, chunks(tokens), owners(tokens, drafts))
    right = _subjects_by_finite(gold)
    leaders = {word.start: leader(gold, word) for word in gold.words if not word.fused}
    found = []
    for number, draft in enumerate(drafts):
        group = verb_group(tokens, draft)
        if group is None or group.finite is None or tokens[group.finite].start not in right:
            continue
        candidates = open_parts([part for part in every if part.clause == number])
        options = [evidence_of_none(tokens, draft, group)]
        above = antecedent_of(draft, every)
        options += [evidence(tokens, draft, group, part, candidates, above) for _, part in candidates]
        wanted = right[tokens[group.finite].start]
        places = [leaders.get(tokens[part.head].start) for _, part in candidates]
        if wanted is None:
            found.append((options, 0))
        elif wanted in places:
            found.append((options, places.index(wanted) + 1))
    return found


def _subjects_by_finite(gold: Gold) -> dict[int, int | None]:
    """Give the place of the subject's head by the place of the finite verb."""
    found: dict[int, int | None] = {}
    for word in gold.words:
        if word.feats.get("VerbForm") != "Fin":
            continue
        above = next((w for w in gold.words if w.number == word.head), None)
        helps = word.deprel.split(":")[0] in {"aux", "cop"} and above is not None
        predicate = above if helps and above is not None else word
        subject = next((w for w in gold.children(predicate.number) if w.deprel.split(":")[0] == "nsubj"), None)
        found[word.start] = leader(gold, subject) if subject else None
    return found


def fit(cases: list[Case], names: dict[str, int], *, steps: int = 400, ridge: float = 1.0) -> np.ndarray:
    """Fit the weights."""
    rows = [(case, option) for case, (options, _) in enumerate(cases) for option in range(len(options))]
    table = np.zeros((len(rows), len(names)))
    owner = np.array([case for case, _ in rows])
    target = np.zeros(len(rows))
    for row, (case, option) in enumerate(rows):
        for name in cases[case][0][option]:
            table[row, names[name]] = 1.0
        target[row] = option == cases[case][1]
    weights = np.zeros(len(names))
    moved, scale = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, steps + 1):
        worth = np.exp(np.clip(table @ weights, -30, 30))
        chance = worth / np.bincount(owner, worth)[owner]
        slope = table.T @ (chance - target) + ridge * weights
        moved = 0.9 * moved + 0.1 * slope
        scale = 0.99 * scale + 0.01 * slope**2
        weights -= 0.1 * (moved / (1 - 0.9**step)) / (np.sqrt(scale / (1 - 0.99**step)) + 1e-8)
    return weights


def right_share(cases: list[Case], names: dict[str, int], weights: np.ndarray) -> float:
    """Give the share of clauses whose best candidate is the right one."""
    right = 0
    for options, wanted in cases:
        worth = [sum(weights[names[name]] for name in option if name in names) for option in options]
        right += int(np.argmax(worth)) == wanted
    return right / len(cases)


def main() -> None:
    """Read the arguments, fit, and write or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    cases = [case for gold in read(arguments.file) for case in cases_of(gold)]
    names = {name: number for number, name in enumerate(sorted({n for c in cases for o in c[0] for n in o}))}
    shares = []
    for fold in range(arguments.folds):
        kept = [case for number, case in enumerate(cases) if number % arguments.folds != fold]
        held = [case for number, case in enumerate(cases) if number % arguments.folds == fold]
        shares.append(right_share(held, names, fit(kept, names)))
    if shares:
        print(f"{np.mean(shares):.4f} of {len(cases)} clauses right")
        return
    weights = fit(cases, names)
    lines = [
        "# Weights of the evidence for a subject; written by scripts/train_subjects.py from the UD German GSD treebank."
    ]
    lines += [f"{name}: {weights[number]:.2f}" for name, number in names.items() if abs(weights[number]) >= 0.05]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
