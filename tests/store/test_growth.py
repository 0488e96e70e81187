"""A store that grows article by article says the same as one that put all of them together at once."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from aktenlage import Article, Reading, Store, dossier, to_record
from aktenlage.ingest.sources import Sources
from aktenlage.model.dossier import Dossier
from aktenlage.pipeline import read_article

ROOT = Path(__file__).parents[2]
AGENCY = (
    "Die Außenminister Norwegens und der Schweiz treffen sich am Freitag in Genf. Sie wollen dort nach Angaben des "
    "Gastgebers über die Fischerei und über den Verkehr auf den gemeinsamen Wegen sprechen."
)
OWN = [
    Article("n1", AGENCY, outlet="Bote", published="2026-01-21"),
    Article("n2", f"Aus Genf wird gemeldet: {AGENCY}", outlet="Warte", published="2026-01-21", agencies=("dpa",)),
    Article(
        "n3",
        "Der norwegische Außenminister Espen Barth Eide und sein Schweizer Kollege Ignazio Cassis haben sich am "
        "Freitag in Genf getroffen. „Wir kommen voran“, sagte Eide. Norwegen forderte einen 12-Punkte-Plan.",
        outlet="Bote",
        published="2026-01-24",
    ),
    Article(
        "n4",
        "„Wir kommen voran“, sagte Espen Barth Eide nach dem Treffen in Genf. Die Schweiz lehnte den 12-Punkte-Plan "
        "ab. Norwegen legte einen 10-Punkte-Plan vor, der den 12-Punkte-Plan ersetzt.",
        outlet="Tag",
        published="2026-01-25",
    ),
    Article("n5", "Ein gewisser Jan Koller traf am Montag in Bern Maria Huber.", outlet="Tag", published="2026-01-27"),
    Article(
        "n6",
        "Der Schweizer Unterhändler Jan Koller reist am Mittwoch mit Maria Huber nach Oslo. Koller lobte den Plan.",
        outlet="Bote",
        published="2026-01-28",
    ),
    Article("n7", "Norwegen und die Schweiz treffen sich wieder in Genf.", outlet="Ohne"),
]
STORIES = {
    "own": [read_article(article) for article in OWN],
    "davos": [read_article(each) for each in Sources([ROOT / "examples/davos"]) if isinstance(each, Article)],
}


def _kept(store: Store) -> dict[str, Any]:
    view = store.view()
    return _comparable(view.dossier(*view.kinds))


def _comparable(made: Dossier) -> dict[str, Any]:
    """Give every list, changes and what rests on nothing in no order of its own."""
    record: dict[str, Any] = to_record(made)
    for name in ("changes", "delegations", "documents", "statements"):
        record[name] = sorted(record[name], key=lambda each: json.dumps(each, sort_keys=True))
    return record


@pytest.mark.parametrize("name", list(STORIES))
@pytest.mark.parametrize("seed", range(6))
def test_grows_to_the_same(name: str, seed: int, tmp_path: Path) -> None:
    """Whatever the order, and however many articles come between two looks at it."""
    readings: list[Reading] = list(STORIES[name])
    chance = random.Random(seed)
    chance.shuffle(readings)

    with Store(tmp_path / "talks.sqlite") as store:
        for number, reading in enumerate(readings):
            store.add(reading)
            if number == 1 or chance.random() < 0.6:
                store.settle()
        kept = _kept(store)

    wanted = _comparable(dossier(readings))
    assert {key: kept[key] for key in wanted if kept[key] != wanted[key]} == {
        key: wanted[key] for key in wanted if kept[key] != wanted[key]
    }


def test_decisions_grow_to_the_same(tmp_path: Path) -> None:
    """Decided upon, undone, with articles in between: as if all had been there from the start."""
    readings = STORIES["davos"]
    with Store(tmp_path / "grown.sqlite") as grown, Store(tmp_path / "whole.sqlite") as whole:
        for reading in readings[:8]:
            grown.add(reading)
        one, other, *_ = grown.view().events().items
        merged = grown.judge("merge", [one.id, other.id])
        grown.judge("correct", [grown.view().events().items[-1].id], field="place", value="Bern")
        for reading in readings[8:]:
            grown.add(reading)
            grown.settle()
        grown.undo(merged.number)
        for reading in readings:
            whole.add(reading)
        whole.take_judgements(grown.judgements())

        first, second = _kept(grown), _comparable(whole.dossier())
    assert first == second
