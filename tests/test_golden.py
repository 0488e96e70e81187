"""Whole readings of the example articles, written by scripts/golden and reviewed as a diff."""

import json
from pathlib import Path

import pytest

from aktenlage.ingest.sources import Sources
from aktenlage.model.article import Article
from aktenlage.model.reading import Reading
from aktenlage.model.record import from_record, to_record
from aktenlage.pipeline import read_article

ROOT = Path(__file__).parents[1]
ARTICLES = [article for article in Sources([str(ROOT / "examples" / "davos")]) if isinstance(article, Article)]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_reads_as_before(article: Article) -> None:
    """A changed reading is either meant, then scripts/golden writes it anew, or a fault."""
    golden = json.loads((ROOT / "tests" / "golden" / f"{article.id}.reading.json").read_text(encoding="utf-8"))

    assert json.loads(json.dumps(to_record(read_article(article)))) == golden


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_a_reading_survives_the_way_through_json(article: Article) -> None:
    """What is stored is what was read."""
    reading = read_article(article)

    assert from_record(Reading, json.loads(json.dumps(to_record(reading)))) == reading


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_nothing_points_into_noise_or_out_of_the_text(article: Article) -> None:
    """Every place of every list lies in the text and outside of what is no reporting."""
    record = to_record(read_article(article))
    noise = [(entry["start"], entry["end"]) for entry in record["noise"]]
    length = len(record["article"]["text"])

    def places(value: object) -> list[tuple[int, int]]:
        if isinstance(value, dict):
            own = [(value["start"], value["end"])] if "start" in value and "end" in value else []
            return own + [place for item in value.values() for place in places(item)]
        if isinstance(value, list) and len(value) == 2 and all(isinstance(item, int) for item in value):
            return [(value[0], value[1])]
        return [place for item in value for place in places(item)] if isinstance(value, list) else []

    for name in ("sentences", "mentions", "times", "statements", "encounters", "positions", "documents", "delegations"):
        for start, end in places(record[name]):
            assert 0 <= start < end <= length, name
            assert not any(start < until and since < end for since, until in noise), (name, start, end)
