"""A store that grows article by article says the same as one that put all of them together at once."""

import json
import random
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aktenlage import Article, Reading, Store, dossier, to_record
from aktenlage.consolidate.decided import places_of
from aktenlage.errors import JudgementError
from aktenlage.ingest.sources import Sources
from aktenlage.model.dossier import Dossier
from aktenlage.model.judgement import ACTS, FIELDS, Act, TargetKind
from aktenlage.pipeline import read_article
from aktenlage.store.page import Wanted

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


@pytest.mark.parametrize("seed", range(4))
def test_any_decisions_grow_to_the_same(seed: int, tmp_path: Path) -> None:
    """Taken in between, over whatever entries, or before all articles came: as if all had been there from the start."""
    chance = random.Random(seed)
    readings = [*STORIES["davos"], *STORIES["own"]]
    chance.shuffle(readings)
    with Store(tmp_path / "grown.sqlite") as grown, Store(tmp_path / "later.sqlite") as later:
        for reading in readings:
            grown.add(reading)
            if chance.random() < 0.7:
                _decide(grown, chance)
        later.take_judgements(grown.judgements())
        for reading in readings:
            later.add(reading)
            if chance.random() < 0.4:
                later.settle()

        assert len(grown.judgements()) > 3
        wanted = _comparable(_shown(grown.dossier()))
        assert _kept(grown) == wanted
        assert _kept(later) == wanted


def _decide(store: Store, chance: random.Random) -> None:
    view = store.view()
    kind: TargetKind = chance.choice(tuple(FIELDS))
    act: Act = chance.choice(ACTS)
    names = view.ids(kind, Wanted(limit=1_000))
    chosen = chance.sample(names, min(2, len(names)))
    given: dict[str, Any] = {}
    if act == "correct":
        field = {"event": "place", "statement": "channel", "position": "issue", "document": "name"}[kind]
        given = {"field": field, "value": chance.choice(("Bern", "sanctions"))}
    elif act == "note":
        given = {"reason": "to be asked"}
    elif act == "split" and chosen:
        given = {"articles": [place.article for place in places_of(view.entry(kind, chosen[0]))][:1]}
    with suppress(JudgementError):
        if act == "undo":
            store.undo(chance.randint(1, len(store.judgements()) + 1))
        elif chosen:
            store.judge(act, chosen, kind=kind, **given)


def _shown(made: Dossier) -> Dossier:
    """Leave out what was hidden."""

    def shown(entries: Any) -> Any:
        return tuple(each for each in entries if not any(mark.act == "hide" for mark in each.marks))

    lists = {name: shown(getattr(made, name)) for name in ("events", "statements", "positions", "documents")}
    return replace(made, **lists)
