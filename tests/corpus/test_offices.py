"""Each row of the office corpus is a test: who held the office on the day."""

from pathlib import Path

import pytest
import yaml

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article

ROWS = yaml.safe_load(Path(__file__).with_name("offices.de.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("day", "words", "expected"), ROWS)
def test_knows_who_held_an_office(day: str, words: str, expected: str | None) -> None:
    """An office alone leads to the one who held it on the day of the article, or to nobody."""
    reading = read_article(Article("case", f"{words} reiste nach Genf.", published=day))

    assert [mention.actor for mention in reading.mentions if mention.kind == "office"][:1] == [expected]
