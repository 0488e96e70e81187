"""
Learn from plain text which nouns have which gender: ``python scripts/learn_genders.py FOLDER``.

The folder holds text files, or JSON files with ``originalText``. An article tells a noun's gender where its form does;
what is seen often enough and clearly enough is written to de/genders.yaml.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml

from aktenlage.language.analysis import analyse
from aktenlage.language.tagger import tagger
from aktenlage.model.language import Token

RESOURCES = Path(__file__).parents[1] / "src/aktenlage/resources/de"
FEMININE = {"zur", "einer", "eine"}
MASCULINE = {"einen", "den"}
NEUTER = {"das"}
EITHER = {"dem", "im", "am", "zum", "vom", "beim", "des", "einem", "eines"}
DATIVE = {"mit", "von", "nach", "bei", "aus", "seit", "zu", "gegenüber"}
LEAST = 2


def texts(folder: Path) -> Iterator[str]:
    """Give the texts of the folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".json":
            yield json.loads(path.read_text(encoding="utf-8"))["originalText"]
        elif path.suffix == ".txt":
            yield path.read_text(encoding="utf-8")


def main() -> None:
    """Read the arguments, count, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    genders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts(folder):
        for sentence in analyse(text).sentences:
            _count_genders(sentence.tokens, genders)
    _write_genders(genders)


def _count_genders(tokens: tuple[Token, ...], genders: defaultdict[str, Counter[str]]) -> None:
    for number, token in enumerate(tokens):
        if token.tag not in {"NN", "NE"} or not number:
            continue
        place = number - 1
        while place > 0 and tokens[place].tag == "ADJA":
            place -= 1
        word = tokens[place].text.lower()
        plain = token.text == token.lemma
        if tokens[place].tag not in {"ART", "APPRART"} or not (plain or word in {"des", "eines"}):
            continue
        governed = place > 0 and tokens[place - 1].text.lower() in DATIVE
        if word in FEMININE or (word == "der" and governed):
            genders[token.lemma]["f"] += 1
        elif word in MASCULINE and not governed:
            genders[token.lemma]["m"] += 1
        elif word in NEUTER:
            genders[token.lemma]["n"] += 1
        elif word in EITHER:
            genders[token.lemma]["mn"] += 1


def _write_genders(genders: defaultdict[str, Counter[str]]) -> None:
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for lemma, counts in genders.items():
        total = sum(counts.values())
        if total < LEAST or not lemma.isalpha() or tagger().analyze(lemma)[1] == "NNA":
            continue
        if counts["f"] > 0.8 * total:
            lists["f"].append(lemma)
        elif counts["f"] < 0.2 * total and counts["m"] > 3 * counts["n"]:
            lists["m"].append(lemma)
        elif counts["f"] < 0.2 * total and counts["n"] > 3 * counts["m"]:
            lists["n"].append(lemma)
    head = "# Genders of nouns, for a compound those of its last part; written by scripts/learn_genders.py.\n"
    body = yaml.safe_dump({g: " ".join(sorted(w)) for g, w in sorted(lists.items())}, allow_unicode=True, width=118)
    (RESOURCES / "genders.yaml").write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main()
