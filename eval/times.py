"""
Figures of time expressions on KRAUTS: ``python -m eval.times FOLDER [--part NAME …] [--articles tuned|held-out]``.

FOLDER holds the corpus as published (``KRAUTS_DieZeit`` and so on, TimeML files). Two thirds of the articles served to
tune the rules, one third, chosen by a hash of the file name, did not; each is scored, and both together. ``--errors``
lists what differs in the tuned part.
"""

import argparse
from collections import Counter
from pathlib import Path

from aktenlage.model.annotation import Time
from aktenlage.model.article import Article
from aktenlage.pipeline import read_article
from eval.command import run, some
from eval.krauts import TYPES, Annotated, count, pairs, read_part


def main() -> None:
    """Score each part of the corpus and all together."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", action="append", help="DieZeit, Dolomiten-42 …; all that are there if left out")
    parser.add_argument("--articles", choices=("tuned", "held-out"))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    parts = some(sorted(options.folder.glob("KRAUTS_*")), options.folder, "parts (KRAUTS_*)")
    names = options.part or [path.name.removeprefix("KRAUTS_") for path in parts]
    for side in [options.articles] if options.articles else ["tuned", "held-out", "all"]:
        articles = {name: [one for one in read_part(options.folder, name) if _on(one, side)] for name in names}
        print(f"\n{side} articles\n")
        _table(articles, errors=options.errors and side == "tuned")


def _on(article: Annotated, side: str) -> bool:
    return side == "all" or article.held_out == (side == "held-out")


def _table(parts: dict[str, list[Annotated]], *, errors: bool) -> None:
    print("| part | articles | gold | found | strict F1 | relaxed F1 | relaxed with type F1 | relaxed with value F1 |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    total: Counter[str] = Counter()
    for name, articles in parts.items():
        counts: Counter[str] = Counter()
        for article in articles:
            found = read_article(Article(article.name, article.text, published=article.published)).times
            counts += count(article.times, found)
            if errors:
                _errors(article, found)
        total += counts
        print(_row(name, len(articles), counts))
    print(_row("all", sum(map(len, parts.values())), total))
    print("\n| type | gold | found | extent right | type right | value right |\n|---|--:|--:|--:|--:|--:|")
    for kind in TYPES:
        gold = total[f"gold {kind}"]
        shares = (
            f"{100 * total[f'{what} {kind}'] / (gold or 1):.1f} %" for what in ("relaxed", "strict", "type", "value")
        )
        print(f"| {kind} | {gold} | " + " | ".join(shares) + " |")


def _row(name: str, articles: int, counts: Counter[str]) -> str:
    both = counts["gold"] + counts["found"]
    shares = (f"{200 * counts[what] / (both or 1):.1f}" for what in ("strict", "relaxed", "type", "value"))
    return f"| {name} | {articles} | {counts['gold']} | {counts['found']} | " + " | ".join(shares) + " |"


def _errors(article: Annotated, found: tuple[Time, ...]) -> None:
    paired = pairs(article.times, found)
    for gold, time in paired:
        if (gold.start, gold.end, gold.type, gold.value) != (time.start, time.end, time.type, time.value):
            words = article.text[time.start : time.end]
            print(f"  differs: {_shown(article, gold)} is {time.type} {time.value} {words!r} by {time.rule}")
    for gold in set(article.times) - {gold for gold, _ in paired}:
        print(f"  missed: {_shown(article, gold)}")
    for time in set(found) - {time for _, time in paired}:
        print(f"  not in the gold: {_shown(article, time)} by {time.rule}")


def _shown(article: Annotated, time: Time) -> str:
    before, after = article.text[max(0, time.start - 30) : time.start], article.text[time.end : time.end + 30]
    context = f"{before}[{article.text[time.start : time.end]}]{after}".replace("\n", " ")
    return f"{time.type} {time.value} {context!r} ({article.name}, {article.published})"


if __name__ == "__main__":
    run(main)
