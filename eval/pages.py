"""
How much of saved pages is taken out right: title, date, authors, body.

``python -m eval.pages FOLDER [--only WORD …] [--show]``, where FOLDER holds ``expected.jsonl`` and the gzipped pages.
Words of the body are compared as bags: precision and recall of each page, and their mean. Days and times
are compared as German time.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aktenlage.ingest.sources import Sources
from aktenlage.model.article import Article
from aktenlage.read.noise import read_noise
from eval.command import run

_ZONE = ZoneInfo("Europe/Berlin")
_WORD = re.compile(r"\w+")
_HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SAME_TITLE = 0.9
_SAME_TIME = 60.0


def main() -> None:
    """Print the figures of a folder of pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[], help="outlets whose names begin so")
    parser.add_argument("--without", nargs="*", default=[], help="outlets whose names begin so are left out")
    parser.add_argument("--show", action="store_true", help="show what is wrong, page by page")
    options = parser.parse_args()
    lines = (options.folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    scores: list[dict[str, float]] = []
    started = time.perf_counter()
    for gold in map(json.loads, lines):
        chosen = not options.only or gold["outlet"].startswith(tuple(options.only))
        if chosen and not (options.without and gold["outlet"].startswith(tuple(options.without))):
            [item] = Sources([str(options.folder / gold["page"])])
            scores.append(_score(gold, item if isinstance(item, Article) else None, show=options.show))
    seconds = time.perf_counter() - started
    print(f"{len(scores)} pages, {seconds / max(1, len(scores)) * 1000:.0f} ms each")
    for name in scores[0] if scores else ():
        print(f"{name:16} {100 * sum(score[name] for score in scores) / len(scores):6.1f} %")


def _score(gold: dict[str, Any], article: Article | None, *, show: bool) -> dict[str, float]:
    if article is None:
        print(f"{gold['page']}: refused")
        article = Article("", "")
    article, noise = read_noise(article)
    body = _body(gold)
    precision, recall = _overlap(Counter(_words(body)), Counter(_words(article.text)))
    wanted, found = {_folded(name) for name in gold["authors"]}, set(_authors(article))
    score = {
        "title": float(_same(gold["title"], article.title or "")),
        "title exact": float(_folded(gold["title"]) == _folded(article.title or "")),
        "day": float(_moment(article.published)[:10] == _moment(gold["published"])[:10]),
        "time": float(_close(article.published, gold["published"])),
        "authors": float(wanted == found),
        "precision": precision,
        "recall": recall,
        "F1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
    }
    if show:
        _show(gold, article, score, [article.text[part.start : part.end] for part in noise])
    return score


def _show(gold: dict[str, Any], article: Article, score: dict[str, float], noise: list[str]) -> None:
    print(f"## {gold['page']} {' '.join(f'{name}={value:.2f}' for name, value in score.items())}")
    if not score["title exact"]:
        print("   title    ", gold["title"], "|", article.title)
    if not score["time"]:
        print("   published", gold["published"], "|", article.published)
    if not score["authors"]:
        print("   authors  ", gold["authors"], "|", article.byline, article.agencies)
    body = " ".join(_folded(_body(gold)).split())
    for line in article.text.splitlines():
        if line.strip() and _folded(line) not in body:
            print("   +", "(noise)" if any(line.strip() in part for part in noise) else "", line[:150])
    text = " ".join(_folded(article.text).split())
    for line in _paragraphs(gold):
        if _folded(line) not in text:
            print("   -", line[:150])


def _paragraphs(gold: dict[str, Any]) -> Iterator[str]:
    yield from gold["body"]["summary"]
    for section in gold["body"]["sections"]:
        yield from section["headline"]
        yield from section["paragraphs"]


def _body(gold: dict[str, Any]) -> str:
    return "\n".join(_paragraphs(gold))


def _authors(article: Article) -> Iterator[str]:
    for name in re.split(r"\s*(?:,|\bund\b|/)\s*", article.byline or ""):
        if name:
            yield _folded(name)
    yield from map(_folded, article.agencies)


def _words(text: str) -> list[str]:
    return _WORD.findall(_HIDDEN.sub("", text).lower())


def _folded(text: str) -> str:
    return " ".join(_HIDDEN.sub("", text).split()).lower()


def _overlap(wanted: Counter[str], found: Counter[str]) -> tuple[float, float]:
    common = sum((wanted & found).values())
    return common / max(1, sum(found.values())), common / max(1, sum(wanted.values()))


def _same(wanted: str, found: str) -> bool:
    return SequenceMatcher(None, _folded(wanted), _folded(found)).ratio() >= _SAME_TITLE


def _moment(value: str | None) -> str:
    """Give *value* in German time, a day as its midnight."""
    if not value:
        return ""
    moment = datetime.fromisoformat(value if len(value) > len("2026-01") else f"{value}-01")
    return (moment.astimezone(_ZONE) if moment.tzinfo else moment.replace(tzinfo=_ZONE)).isoformat()


def _close(found: str | None, wanted: str) -> bool:
    if not found:
        return False
    difference = datetime.fromisoformat(_moment(found)) - datetime.fromisoformat(_moment(wanted))
    return abs(difference.total_seconds()) < _SAME_TIME


if __name__ == "__main__":
    run(main)
