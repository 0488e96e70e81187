"""Each case of the mention corpus is a test; a known gap is a strict xfail."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article

CORPUS = yaml.safe_load(Path(__file__).with_name("mentions.de.yaml").read_text(encoding="utf-8"))


def _cases() -> Any:
    for rule, cases in CORPUS["finds"].items():
        for case in cases:
            gap = case.get("gap")
            marks = pytest.mark.xfail(reason=gap, strict=True) if gap else ()
            yield pytest.param(case["text"], case["mentions"], marks=marks, id=f"{rule}: {case['text']}")


@pytest.mark.parametrize(("text", "expected"), list(_cases()))
def test_finds_mentions(text: str, expected: list[Any]) -> None:
    """The reader finds these mentions and no others, and knows whom they mean."""
    reading = read_article(Article("case", text, published=CORPUS["published"]))

    found = [[text[m.start : m.end], m.kind, list(m.actors) or m.actor] for m in reading.mentions]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_an_actor_is_named_as_the_article_goes_on() -> None:
    """Someone unknown to the registry becomes an actor with the offices and the state that the article gives."""
    text = "Die polnische Ministerin Maria Muster reiste nach Genf. Muster traf dort Marco Rubio."
    reading = read_article(Article("case", text, published=CORPUS["published"]))

    known, unknown = sorted(reading.actors, key=lambda actor: actor.registered, reverse=True)
    assert (known.id, known.state, known.registered) == ("marco-rubio", "us", True)
    assert (unknown.id, unknown.state, unknown.offices, unknown.registered) == (
        "maria-muster",
        "pl",
        ("Ministerin",),
        False,
    )


@pytest.mark.parametrize("odd", ["A", "Präsident ", "der ", "X-", "Herr von der ", "Merkel und ", "19-Jährige "])
def test_odd_text_costs_no_time(odd: str) -> None:
    """A hundred thousand signs without sense are read, and at most their names are found."""
    text = odd * (20_000 // len(odd))
    reading = read_article(Article("case", text, published=CORPUS["published"]))

    assert all(0 <= mention.start < mention.end <= len(text) for mention in reading.mentions)
