"""
Articles and tokens a second, per station and in all, on one core, warm.

usage: python benchmarks/reading.py FOLDER

FOLDER holds JSON files with a text under "originalText", or text files; the first pass warms caches and is not counted.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from aktenlage.language.analysis import analyse
from aktenlage.model.article import Article, Span
from aktenlage.model.reading import Reading
from aktenlage.pipeline import READERS
from aktenlage.read.mentions import read_mentions
from aktenlage.read.noise import read_noise
from aktenlage.read.times import read_times
from aktenlage.resolve.actors import resolve_actors


def articles(folder: Path) -> list[Article]:
    """All texts below *folder*; a date in a document's name is its day of publication."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".json":
            record = json.loads(path.read_text(encoding="utf-8"))
            day = record.get("documentName", "")[-11:-1]
            published = day if day[:2] in ("19", "20") else None
            found.append(Article(path.stem, record["originalText"], published=published))
        elif path.suffix == ".txt":
            found.append(Article(path.stem, path.read_text(encoding="utf-8")))
    return found


def main(folder: str) -> None:
    """Print the table."""
    texts = articles(Path(folder))
    began = time.perf_counter()
    measure(texts)
    cold = time.perf_counter() - began
    spent, tokens = measure(texts)
    total = sum(spent.values())
    print(f"{len(texts)} articles, {tokens} tokens; first pass {cold:.1f} s, warm {total:.1f} s")
    print(f"{'station':<14}{'ms/article':>12}{'share':>8}")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{name:<14}{1000 * seconds / len(texts):>12.2f}{seconds / total:>8.1%}")
    print(f"{'all':<14}{1000 * total / len(texts):>12.2f}")
    print(f"warm: {len(texts) / total:.1f} articles/s, {tokens / total:.0f} tokens/s")
    print(f"first pass: {len(texts) / cold:.1f} articles/s")


def measure(texts: list[Article]) -> tuple[dict[str, float], int]:
    """Seconds per station and the number of tokens."""
    spent: dict[str, float] = {}
    tokens = 0

    def timed(name: str, call: Callable[..., Any], *arguments: Any) -> Any:
        began = time.perf_counter()
        result = call(*arguments)
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - began
        return result

    for text in texts:
        article, noise = timed("noise", read_noise, text)
        analysis = timed("language", analyse, article.text, noise)
        tokens += sum(len(sentence.tokens) for sentence in analysis.sentences)
        sentences = tuple(Span(sentence.start, sentence.end) for sentence in analysis.sentences)
        reading = Reading(article, noise=noise, sentences=sentences)
        reading = replace(reading, times=timed("times", read_times, analysis, reading))
        found = timed("mentions", read_mentions, analysis, reading)
        actors, mentions = timed("actors", resolve_actors, found, analysis, reading)
        reading = replace(reading, actors=actors, mentions=mentions)
        for name, reader in READERS:
            reading = replace(reading, **{name: timed(name, reader, analysis, reading)})
    return spent, tokens


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
