"""
How well actors are found and resolved: mentions by their place, and whom they mean.

    python -m eval.actors eval/actors_gold/tuned.jsonl ../shared
    python -m eval.actors --names tests/resolve/names.yaml
    python -m eval.actors --agreement eval/actors_gold/second.jsonl ../shared

The gold holds offsets and ids only; the second argument of the first form is the folder that holds the articles.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from aktenlage.model.annotation import Mention
from aktenlage.model.article import Article
from aktenlage.model.reading import Reading
from aktenlage.pipeline import read_article
from aktenlage.resolve.names import SAME, compare_names
from eval.annotated import wikinews
from eval.command import run


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--names", action="store_true", help="GOLD is a file of name pairs")
    parser.add_argument("--agreement", action="store_true", help="GOLD is a second annotation, compared with the first")
    parser.add_argument("--show", action="store_true", help="print what is missing, extra or wrong")
    options = parser.parse_args()
    if options.names:
        _score_names(options.gold, show=options.show)
    elif options.agreement:
        _score_agreement(options.gold, options.shared, show=options.show)
    else:
        _score_mentions(options.gold, options.shared, show=options.show)


def _score_mentions(gold: Path, shared: Path, *, show: bool) -> None:
    counts: Counter[str] = Counter()
    for record in _records(gold):
        article = _article(record["source"], record["published"], shared)
        reading = read_article(article)
        mentions = _in_scope(reading)
        found = list(_aligned(record["mentions"], mentions))
        counts["gold"] += len(record["mentions"])
        counts["predicted"] += len(mentions)
        for wanted, mention in found:
            kind = "pronoun" if wanted[2] == "pronoun" else "other"
            counts[f"{kind} gold"] += 1
            if mention is None:
                _say(show, "MISS", record, article.text[wanted[0] : wanted[1]], wanted[3])
                continue
            counts["found"] += 1
            counts[f"{kind} found"] += 1
            right = _actors(mention) == set(wanted[3])
            counts["right"] += right
            counts[f"{kind} right"] += right
            if not right:
                _say(show, "WRONG", record, article.text[wanted[0] : wanted[1]], [wanted[3], sorted(_actors(mention))])
        taken = {id(mention) for _, mention in found}
        for mention in mentions:
            if id(mention) not in taken:
                _say(show, "EXTRA", record, article.text[mention.start : mention.end], mention.actor)
    precision, recall = counts["found"] / counts["predicted"], counts["found"] / counts["gold"]
    print(f"mentions gold {counts['gold']} predicted {counts['predicted']} P {precision:.3f} R {recall:.3f}", end=" ")
    print(f"F1 {2 * precision * recall / (precision + recall):.3f}")
    print(f"actor right of found {counts['right'] / counts['found']:.3f}")
    for kind in ("pronoun", "other"):
        wanted = counts[f"{kind} gold"] or 1
        print(f"  {kind}: gold {wanted} found {counts[f'{kind} found']} right {counts[f'{kind} right']}")


def _score_agreement(second: Path, shared: Path, *, show: bool) -> None:
    """Compare a second annotation with what the other files of its folder say of the same articles."""
    others = (path for path in sorted(second.parent.glob("*.jsonl")) if path.name != second.name)
    firsts = {record["source"]: record["mentions"] for path in others for record in _records(path)}
    counts: Counter[str] = Counter()
    for record in _records(second):
        text = _article(record["source"], record["published"], shared).text
        mentions = [Mention(start, end, kind, None, tuple(who)) for start, end, kind, who in record["mentions"]]
        first = firsts[record["source"]]
        pairs = list(_aligned(first, mentions))
        taken = {id(mention) for _, mention in pairs}
        counts["first"] += len(first)
        counts["second"] += len(mentions)
        for wanted, mention in pairs:
            words = text[wanted[0] : wanted[1]]
            if mention is None:
                _say(show, "FIRST ONLY", record, words, wanted[3])
                continue
            counts["common"] += 1
            same = _actors(mention) == set(wanted[3])
            counts["same"] += same
            if not same:
                _say(show, "DIFFERENT", record, words, [wanted[3], sorted(_actors(mention))])
        for mention in mentions:
            if id(mention) not in taken:
                _say(show, "SECOND ONLY", record, text[mention.start : mention.end], list(mention.actors))
    common = counts["common"]
    print(f"mentions first {counts['first']} second {counts['second']} common {common}", end=" ")
    print(f"F1 {2 * common / (counts['first'] + counts['second']):.3f}")
    print(f"same actor of common {counts['same'] / common:.3f}")


def _records(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _in_scope(reading: Reading) -> tuple[Mention, ...]:
    """Leave out bodies and groups that no registry knows: the gold does not hold them."""
    unknown = {a.id for a in reading.actors if not a.registered and a.kind in ("organization", "group")}
    return tuple(mention for mention in reading.mentions if not _actors(mention) & unknown)


def _aligned(gold: list[Any], mentions: Sequence[Mention]) -> Iterator[tuple[Any, Mention | None]]:
    """Pair each gold mention with the one that ends where it ends, else with one that overlaps it most."""
    free = list(mentions)
    for wanted in gold:
        near = [m for m in free if m.start < wanted[1] and wanted[0] < m.end]
        near.sort(key=lambda m: (m.start != wanted[0] or m.end != wanted[1], m.end != wanted[1], -_shared(m, wanted)))
        mention = near[0] if near else None
        if mention:
            free.remove(mention)
        yield wanted, mention


def _shared(mention: Mention, wanted: Any) -> int:
    return min(mention.end, wanted[1]) - max(mention.start, wanted[0])


def _actors(mention: Mention) -> set[str]:
    return set(mention.actors) or ({mention.actor} if mention.actor else set())


def _article(source: str, published: str, shared: Path) -> Article:
    folder, _, name = source.partition("/")
    if folder == "seed":
        return Article(source, (shared / "seeds" / f"{name}.txt").read_text(encoding="utf-8"), published=published)
    if folder == "enc":
        lines = (shared / "gold/encounters/articles.jsonl").read_text(encoding="utf-8").splitlines()
        record = next(item for item in map(json.loads, lines) if item["id"] == name)
        return Article(source, record["text"], published=published)
    return replace(wikinews(shared / "gold", name, published), id=source, title=None)


def _score_names(pairs: Path, *, show: bool) -> None:
    data = yaml.safe_load(pairs.read_text(encoding="utf-8"))
    hits, misses = (
        [(one, other, compare_names(one, other)) for row in data[kind] for one, other in combinations(row, 2)]
        for kind in ("same", "different")
    )
    joined = sum(likeness.score >= SAME for _, _, likeness in hits)
    wrong = sum(likeness.score >= SAME for _, _, likeness in misses)
    print(f"name pairs: same {len(hits)} different {len(misses)}", end=" ")
    print(f"precision {joined / (joined + wrong):.3f} recall {joined / len(hits):.3f}")
    for one, other, likeness in [h for h in hits if h[2].score < SAME] + [m for m in misses if m[2].score >= SAME]:
        if show:
            print(f"  {one} | {other}: {likeness.score} {likeness.reason}")


def _say(show: bool, word: str, record: Any, text: str, actors: Any) -> None:
    if show:
        print(word, record["source"], re.sub(r"\s+", " ", text), actors)


if __name__ == "__main__":
    run(main)
