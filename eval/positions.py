"""
Figures of positions by stance: ``python -m eval.positions FOLDER [--half even|odd] [--show]``.

FOLDER holds ``articles.jsonl``, ``dev.jsonl`` and ``score.py``, as the gold data are published; that scorer says what
is found. The rules were tuned on the half of even article numbers.
"""

import argparse
import importlib.util
import json
from collections import Counter
from pathlib import Path
from typing import Any

from aktenlage.model.article import Article
from aktenlage.model.record import to_record
from aktenlage.pipeline import read_article


def main() -> None:
    """Read each half and print a line a stance."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    scorer = _scorer(options.folder / "score.py")
    articles = {record["id"]: record for record in _records(options.folder / "articles.jsonl")}
    gold = _records(options.folder / "dev.jsonl")
    for half in [options.half] if options.half else ["even", "odd"]:
        print(f"{half} article numbers")
        _print(scorer, articles, [r for r in gold if int(r["id"]) % 2 == (half == "odd")], show=options.show)


def _print(scorer: Any, articles: dict[str, Any], gold: list[dict[str, Any]], *, show: bool) -> None:
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for record in gold:
        article = articles[record["id"]]
        text = article["text"]
        reading = read_article(
            Article(article["id"], text, title=article.get("title"), published=article.get("published"))
        )
        ours, theirs = scorer.normal(to_record(reading), text)[1], scorer.normal(record, text)[1]
        pairs = scorer.align(theirs, ours, _likeness(scorer, scorer.sentence_bounds(text)))
        wanted.update(position["stance"] for position in theirs)
        given.update(position["stance"] for position in ours)
        right.update(theirs[one]["stance"] for one, two in pairs if theirs[one]["stance"] == ours[two]["stance"])
        if show:
            _show("missed", text, theirs, {one for one, _ in pairs})
            _show("too many", text, ours, {two for _, two in pairs})
    for stance in (*sorted(wanted | given), None):
        counts = [sum(c.values()) if stance is None else c[stance] for c in (right, given, wanted)]
        precision, recall, both = scorer.prf(*counts)
        print(f"  {stance or 'all':10} gold {counts[2]:3}  P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}")


def _likeness(scorer: Any, bounds: Any) -> Any:
    def likeness(one: dict[str, Any], two: dict[str, Any]) -> float:
        near = scorer.widen(one["spans"], bounds) & scorer.widen(two["spans"], bounds)
        if not near or scorer.soft_f1(one["who"], two["who"]) < 0.5:
            return 0.0
        return 1.0 + (one["stance"] == two["stance"])

    return likeness


def _show(what: str, text: str, positions: list[dict[str, Any]], paired: set[int]) -> None:
    for number, position in enumerate(positions):
        if number not in paired:
            start, end = position["spans"][0]
            print(f"  {what:8} {position['who'][0]} {position['stance']} | {text[start:end][:120]}")


def _scorer(file: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", file)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {file}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _records(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
