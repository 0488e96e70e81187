"""
Time to add one article to stores of different sizes and to settle it, and memory.

usage: python benchmarks/store.py TEXTS STORES [SIZE ...]

TEXTS holds JSON files with a text under "originalText". They are read as articles of 90 days. Stores of 1,000, 5,000
and 20,000 articles, or of the given sizes, are filled with these readings, repeated a year later as often as needed,
with other letters for each letter and other people; states, places and issues stay the same, so that standpoints and
states gather ever more. Every tenth article is carried by another outlet as well. STORES is a folder in which the
stores are kept for the next time; filling goes on where it was broken off. Measured are adding (looking for copies and
writing, not reading the article) and settling (bringing the dossier up to date), and the memory of the whole program
beside that before its first article.
"""

import json
import random
import re
import resource
import statistics
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from aktenlage import Article, Reading, Store, read, to_record
from aktenlage.model.record import from_record

_MEASURED = 60
_DAYS = 90
_OUTLETS = 40
_FIRST = date(2001, 1, 8)
_YEAR = re.compile(r"\b20\d\d(?=$|[-/])")
# What holds text, ids of issues or of places: the rest of a reading's words are dates and ids of actors.
_COPIED = 10


def main() -> None:
    """Fill one store and measure on the way."""
    records = _records(Path(sys.argv[1]))
    sizes = sorted(map(int, sys.argv[3:])) or [1_000, 5_000, 20_000]
    for size in sizes:
        path = Path(sys.argv[2]) / f"store-{size}.sqlite"
        before = _memory()
        with Store(path) as store:
            for number in range(len(store), size):
                store.add(_reading(number, records))
            number = len(store)
            start = time.perf_counter()
            store.settle()
            whole = time.perf_counter() - start
            spent, settled = [], []
            for _ in range(_MEASURED):
                reading = _reading(number, records)
                start = time.perf_counter()
                store.add(reading)
                added = time.perf_counter()
                store.settle()
                spent.append(1000 * (added - start))
                settled.append(1000 * (time.perf_counter() - added))
                number += 1
            file = path.stat().st_size / 2**20
            print(
                f"{size:6} articles: add one {statistics.median(spent):.1f} ms (median), "
                f"{sorted(spent)[int(0.95 * _MEASURED)]:.1f} ms (95 %), settle it {statistics.median(settled):.1f} ms, "
                f"{sorted(settled)[int(0.95 * _MEASURED)]:.1f} ms; all at once {whole:.0f} s; "
                f"file {file:.0f} MB; memory {_memory():.0f} MB, before {before:.0f} MB",
                flush=True,
            )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def _records(folder: Path) -> list[dict[str, Any]]:
    """Read the articles, in an order of their own so that none stands beside its like."""
    paths = sorted(folder.rglob("*.json"))
    random.Random(1).shuffle(paths)
    found = []
    for number, path in enumerate(paths):
        day = _FIRST + timedelta(days=number * _DAYS // len(paths))
        text = json.loads(path.read_text(encoding="utf-8"))["originalText"]
        outlet = f"outlet {number % _OUTLETS}"
        found.append(to_record(read(text, published=day.isoformat(), outlet=outlet, id=f"a{number}")))
    return found


def _reading(number: int, records: list[dict[str, Any]]) -> Reading:
    """Give the reading of an article: one of those read, some years later."""
    copied = number % _COPIED == _COPIED - 1
    at = number - 1 if copied else number
    turn, record = at // len(records), records[at % len(records)]
    people = {each["id"] for each in record["actors"] if not each["registered"]}
    reading = from_record(Reading, _later(record, turn, people))
    article = reading.article
    outlet = f"outlet {(number + 7) % _OUTLETS}" if copied else article.outlet
    named = Article(f"n{number}", _turned(article.text, turn), outlet=outlet, published=article.published)
    actors = tuple(a if a.registered else replace(a, name=_turned(a.name, turn)) for a in reading.actors)
    return replace(reading, article=named, actors=actors)


def _later(value: Any, years: int, people: set[str]) -> Any:
    if isinstance(value, dict):
        return {_later(key, years, people): _later(each, years, people) for key, each in value.items()}
    if isinstance(value, list):
        return [_later(each, years, people) for each in value]
    if isinstance(value, str):
        if value in people:
            return f"{value}-{years}"
        return _YEAR.sub(lambda year: str(int(year[0]) + years), value)
    return value


def _turned(text: str, by: int) -> str:
    """Give each letter the one so many places behind it in the alphabet."""
    turned = {}
    for letters in (ascii_lowercase, ascii_uppercase):
        turned |= dict(zip(letters, letters[by % 26 :] + letters[: by % 26], strict=True))
    return text.translate(str.maketrans(turned))


if __name__ == "__main__":
    main()
