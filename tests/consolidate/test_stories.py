"""Whole stories of several articles, as the evaluation holds them."""

from pathlib import Path

import pytest
from eval import events

STORIES = Path(events.__file__).parent / "stories"


@pytest.mark.parametrize(("name", "least"), [("tuned", 0.99), ("fresh", 0.95)])
def test_events_of_stories(name: str, least: float, capsys: pytest.CaptureFixture[str]) -> None:
    """Annotated encounters come together as a careful reader puts them; a change that loses some is seen here."""
    figures = events.score(STORIES / f"{name}.yaml", texts=False, show=True)

    assert figures["events"] >= least, capsys.readouterr().out
    assert figures["status"] == 1
