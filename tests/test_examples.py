"""What careful readers take from the example articles stands in their dossier."""

from pathlib import Path

import pytest
from eval.facts import Outcome, check

from aktenlage.ingest.sources import Sources
from aktenlage.model.article import Article
from aktenlage.pipeline import make_dossier, read_article

ROOT = Path(__file__).parents[1]


def _outcomes() -> list[Outcome]:
    sources = Sources([str(ROOT / "examples" / "davos")])
    readings = [read_article(article) for article in sources if isinstance(article, Article)]
    return check(ROOT / "eval" / "facts" / "davos.yaml", make_dossier(readings), readings)


def _cases() -> list[object]:
    return [
        pytest.param(
            outcome,
            id=outcome.fact,
            marks=pytest.mark.xfail(reason=outcome.gap, strict=True) if outcome.gap else (),
        )
        for outcome in _outcomes()
    ]


@pytest.mark.parametrize("outcome", _cases())
def test_the_dossier_of_the_examples_holds(outcome: Outcome) -> None:
    """Each fact is right; a known gap is a strict expected failure with its reason."""
    assert outcome.faults == []
