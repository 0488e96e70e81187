"""The output of the example articles holds every field of the two contracts, with the types that they say."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema

from aktenlage.ingest.sources import Sources
from aktenlage.model.article import Article
from aktenlage.model.dossier import Dossier
from aktenlage.model.reading import Reading
from aktenlage.model.record import to_record
from aktenlage.pipeline import make_dossier, read_article

ROOT = Path(__file__).parent
CONTRACTS = ROOT / "contract"


@cache
def _readings() -> tuple[Reading, ...]:
    folder = ROOT.parent / "examples" / "davos"
    return tuple(read_article(item) for item in Sources([str(folder)]) if isinstance(item, Article))


@cache
def _dossier() -> Dossier:
    return make_dossier(list(_readings()))


def _record(value: Reading | Dossier) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(json.dumps(to_record(value)))
    return record


def _check(record: dict[str, Any], contract: str) -> None:
    schema = json.loads((CONTRACTS / f"{contract}.json").read_text(encoding="utf-8"))
    fastjsonschema.compile(schema)(record)


def test_readings_keep_their_contract() -> None:
    """Every reading fits the schema."""
    for reading in _readings():
        _check(_record(reading), "reading")


def test_dossier_keeps_its_contract() -> None:
    """So does the dossier of them all."""
    _check(_record(_dossier()), "dossier")


def test_every_list_of_both_contracts_is_filled() -> None:
    """The examples show every list, so that the schemas above have something to check."""
    readings = [_record(reading) for reading in _readings()]
    lists = {name for name, value in readings[0].items() if isinstance(value, list)}
    empty = {name for name in lists if not any(reading[name] for reading in readings)}
    dossier = _record(_dossier())
    assert not empty | {name for name, value in dossier.items() if value == []}


def _places(value: Any) -> list[tuple[str, int, int]]:
    if isinstance(value, dict):
        return [place for each in value.values() for place in _places(each)]
    if not isinstance(value, list):
        return []
    if len(value) == 3 and isinstance(value[0], str) and isinstance(value[1], int) and isinstance(value[2], int):
        return [(value[0], value[1], value[2])]
    return [place for each in value for place in _places(each)]


def test_places_of_a_dossier_are_whole_words() -> None:
    """Every place lies in its article and cuts no word at its edges."""
    texts = {reading.article.id: reading.article.text for reading in _readings()}
    places = _places(_record(_dossier()))
    assert places
    for article, start, end in places:
        text = texts[article]
        assert 0 <= start < end <= len(text)
        for edge in (start, end):
            assert not re.fullmatch(r"\w\w", text[max(0, edge - 1) : edge + 1]), text[start:end]


def test_nothing_points_into_noise() -> None:
    """Evidence of a reading holds words and stays clear of what is no reporting."""
    for reading in _readings():
        noise = {at for item in reading.noise for at in range(item.start, item.end)}
        record = _record(reading)
        for name in ("encounters", "positions", "documents", "delegations", "figures"):
            for entry in record[name]:
                for start, end in entry["evidence"]:
                    assert reading.article.text[start:end].strip()
                    assert start not in noise
                    assert end - 1 not in noise
