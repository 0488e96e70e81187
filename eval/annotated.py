"""
Annotated articles, given as offsets, and the scorer of the published gold.

FOLDER holds the gold data as they are published: ``encounters`` with ``articles.jsonl``, ``dev.jsonl``, ``score.py``,
and ``quotes/data``. A *set* is ``even`` or ``odd`` (the published articles, by number), or the name of a file of
annotation of our own under ``eval/encounters_gold``, whose articles are those of ``quotes/data`` unless the file has
their text (``written1`` and so on: constructed articles).
"""

import importlib.util
import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aktenlage.model.article import Article

OWN = Path(__file__).with_name("encounters_gold")
SETS = ("even", "odd", *sorted(path.stem for path in OWN.glob("*.jsonl")))
# Constructed articles whose errors nobody reads and from which nothing is learned.
HELD_OUT = ("written6", "written14", "written18", "written22", "written29", "written41", "written42", "written43")
# Sets in which what parties agree on, told as a result by the reporter alone, is annotated as no position.
WITHOUT_AGREEMENTS = ("sixth", "seventh", *(f"written{number}" for number in range(22, 45)))
LEARNED = tuple(name for name in SETS if name.startswith("written") and name not in HELD_OUT)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and what stands in it, in the form of the gold."""

    article: Article
    gold: dict[str, Any]


def arguments(text: str | None) -> ArgumentParser:
    """Give the arguments that all figures of annotated articles share."""
    parser = ArgumentParser(description=text)
    parser.add_argument("folder", type=Path, help="the folder of the gold data")
    parser.add_argument("sets", nargs="*", choices=[[], *SETS], help=f"some of {', '.join(SETS)}; without it all")
    parser.add_argument("--show", action="store_true", help="list the errors")
    return parser


def annotated(folder: Path, name: str) -> Iterator[Annotated]:
    """Give the articles of the set called *name*."""
    if name in ("even", "odd"):
        articles = {record["id"]: record for record in records(folder / "encounters/articles.jsonl")}
        for gold in records(folder / "encounters/dev.jsonl"):
            if int(gold["id"]) % 2 == (name == "odd"):
                known = articles[gold["id"]]
                yield Annotated(Article(gold["id"], known["text"], known["title"], published=known["published"]), gold)
        return
    for gold in records(OWN / f"{name}.jsonl"):
        if "text" in gold:
            yield Annotated(Article(gold["id"], gold["text"], gold["title"], published=gold["published"]), gold)
            continue
        yield Annotated(wikinews(folder, gold["id"], gold["published"]), gold)


def wikinews(folder: Path, number: str, published: str) -> Article:
    """Give an article of the quotation data by its number."""
    for part in ("train", "dev"):
        file = folder / f"quotes/data/{part}/{number}.json"
        if file.exists():
            record = json.loads(file.read_text(encoding="utf-8"))
            title = record["documentName"].removeprefix(f"{number} - ").rpartition(" (")[0]
            return Article(number, record["originalText"], title, published=published)
    raise SystemExit(f"{folder}: no article {number}")


def records(file: Path) -> list[dict[str, Any]]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def scorer(folder: Path) -> Any:
    """Load the scorer of the published gold, which says what counts as found."""
    file = folder / "encounters/score.py"
    spec = importlib.util.spec_from_file_location("score", file)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer at {file}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
