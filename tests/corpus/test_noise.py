"""Each case of the corpus is a test of its own."""

from pathlib import Path

import pytest
import yaml

from aktenlage.model.article import Article
from aktenlage.read.noise import read_noise

CORPUS = yaml.safe_load(Path(__file__).with_name("noise.de.yaml").read_text(encoding="utf-8"))
NOTHING = {"published": None, "outlet": None, "byline": None, "agencies": (), "credit": None}


@pytest.mark.parametrize("case", CORPUS["finds"].values(), ids=CORPUS["finds"])
def test_sets_noise_apart(case: dict) -> None:
    """The reader finds these stretches and no others, and takes from them what they tell."""
    article, noise = read_noise(Article("case", case["text"]))

    expected = [next(iter(entry.items())) for entry in case["noise"]]
    assert [(found.kind, case["text"][found.start : found.end]) for found in noise] == expected
    facts = {name: tuple(value) if isinstance(value, list) else value for name, value in case.get("facts", {}).items()}
    assert {name: getattr(article, name) for name in NOTHING} == NOTHING | facts


@pytest.mark.parametrize("text", CORPUS["clean"].values(), ids=CORPUS["clean"])
def test_leaves_reporting_alone(text: str) -> None:
    """Headlines, sub-headings and sentences that look like furniture stay."""
    article = Article("case", text)

    assert read_noise(article) == (article, ())
