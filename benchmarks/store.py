"""
Time to add one article to stores of different sizes, and memory.

usage: python benchmarks/store.py FOLDER [SIZE ...]

FOLDER holds JSON files with a text under "originalText". Stores of 1,000, 5,000 and 20,000 articles, or of the given
sizes, are filled with texts in which each word follows another as it does there (fixed seed), so that set phrases are
as frequent as in real texts; every tenth article shares half of its sentences with another one. Measured are
adding (looking for copies and writing, not reading the article) and settling (bringing the dossier up to date).
"""

import random
import resource
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from texts import followers, sentence

from aktenlage import Article, Reading, Store
from aktenlage.model.annotation import Actor
from aktenlage.model.article import Span
from aktenlage.model.encounter import Encounter

_MEASURED = 60
_SENTENCES = 16
_STATES = ("de", "fr", "us", "ru", "ua", "cn", "ir", "tr", "pl", "gb", "eg", "il")


def main() -> None:
    """Fill one store and measure on the way."""
    follows = followers(Path(sys.argv[1]))
    sizes = sorted(map(int, sys.argv[2:])) or [1_000, 5_000, 20_000]
    chance = random.Random(1)
    before: list[str] = []
    number = 0
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store.sqlite") as store:
        for size in sizes:
            while number < size:
                store.add(_reading(number, follows, before, chance))
                number += 1
            start = time.perf_counter()
            store.settle()
            whole = time.perf_counter() - start
            spent, settled = [], []
            for _ in range(_MEASURED):
                reading = _reading(number, follows, before, chance)
                start = time.perf_counter()
                store.add(reading)
                added = time.perf_counter()
                store.settle()
                spent.append(1000 * (added - start))
                settled.append(1000 * (time.perf_counter() - added))
                number += 1
            file = (Path(folder) / "store.sqlite").stat().st_size / 2**20
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
            print(
                f"{size:6} articles: add one {statistics.median(spent):.1f} ms (median), "
                f"{sorted(spent)[int(0.95 * _MEASURED)]:.1f} ms (95 %), settle it {statistics.median(settled):.1f} ms, "
                f"{sorted(settled)[int(0.95 * _MEASURED)]:.1f} ms; all at once {whole:.0f} s; "
                f"file {file:.0f} MB; memory {memory:.0f} MB",
                flush=True,
            )


def _reading(number: int, follows: dict[str, list[str]], before: list[str], chance: random.Random) -> Reading:
    chosen = [sentence(follows, chance) for _ in range(_SENTENCES)]
    if before and number % 10 == 0:
        chosen[: _SENTENCES // 2] = before[: _SENTENCES // 2]
    if number % 10 == 5:
        before[:] = chosen
    text = " ".join(chosen)
    day = f"2025-{1 + number // 50 % 12:02}-{1 + number % 28:02}"
    who = tuple(chance.sample(_STATES, 2))
    meeting = Encounter("meeting", who, "held", place="Genf", date=day, evidence=(Span(0, len(chosen[0])),))
    actors = tuple(Actor(state, state.upper(), "state", state=state, registered=True) for state in who)
    reading = Reading(Article(f"a{number}", text, outlet=f"outlet {number % 40}", published=day), actors=actors)
    return replace(reading, sentences=(Span(0, len(text)),), encounters=(meeting,))


if __name__ == "__main__":
    main()
