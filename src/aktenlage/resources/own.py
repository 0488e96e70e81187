"""A user's own file of actors: entries that come before those shipped, and judgements on who is who."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aktenlage.model.registry import Entry, Tenure
from aktenlage.resources.load import load_user_file
from aktenlage.resources.spelling import slug

_WIKIDATA = re.compile(r"Q\d+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Wikidata's items for the two sexes that grammar asks for.
_SEXES = {"Q6581097": "m", "Q2449503": "m", "Q6581072": "f", "Q1052281": "f"}


@dataclass(frozen=True, slots=True)
class Own:
    """
    What a user's file holds.

    *merged* gives for an id the id of whom it is the same as; *split* holds pairs of ids that are never one actor.
    """

    entries: tuple[Entry, ...] = ()
    merged: Mapping[str, str] = field(default_factory=dict)
    split: frozenset[tuple[str, str]] = frozenset()


def read_own(path: Path) -> Own:
    """Read a user's file; raise ResourceError, naming the entry, where it breaks the schema."""
    data = load_user_file(path, "actors") or {}
    return Own(
        entries=tuple(_entry(item, str(path)) for item in data.get("actors", ())),
        merged=dict(data.get("merge", ())),
        split=frozenset((one, other) for pair in data.get("split", ()) for one, other in (pair, pair[::-1])),
    )


def _entry(item: dict[str, Any], source: str) -> Entry:
    return Entry(
        id=item.get("id") or slug(item["name"]),
        kind=item.get("kind", "person"),
        names=(item["name"], *item.get("also", ())),
        state=item.get("state"),
        sex=item.get("sex"),
        born=item.get("born"),
        wikidata=item.get("wikidata"),
        tenures=tuple(
            Tenure(held["office"], held["of"], held.get("from"), held.get("to")) for held in item.get("offices", ())
        ),
        source=item.get("source", source),
    )


def from_wikidata(result: Mapping[str, Any]) -> dict[str, Any]:
    """
    Turn the JSON of a Wikidata query into what a user's file holds.

    The query names its variables person, personLabel, personAltLabel, sex, born, office, of, start and end; rows of one
    person become one entry. Only person and personLabel are needed.
    """
    actors: dict[str, dict[str, Any]] = {}
    for row in result["results"]["bindings"]:
        cell = {name: value["value"] for name, value in row.items()}
        item = actors.setdefault(cell["person"], {"name": cell["personLabel"], "kind": "person"})
        if known := _WIKIDATA.search(cell["person"]):
            item["wikidata"] = known.group()
            item["source"] = f"wikidata:{known.group()}"
        if other := _names(cell.get("personAltLabel", ""), item["name"]):
            item["also"] = sorted({*item.get("also", ()), *other})
        if sex := _SEXES.get(cell.get("sex", "").rpartition("/")[2]):
            item["sex"] = sex
        if born := _DAY.match(cell.get("born", "")):
            item["born"] = born.group()
        if "office" in cell and "of" in cell:
            days = {key: _DAY.match(cell.get(name, "")) for key, name in (("from", "start"), ("to", "end"))}
            held = {"office": cell["office"], "of": cell["of"].lower()}
            held |= {key: day.group() for key, day in days.items() if day}
            if held not in item.setdefault("offices", []):
                item["offices"].append(held)
            if len(held["of"]) == 2:
                item.setdefault("state", held["of"])
    return {"actors": list(actors.values())}


def _names(listed: str, name: str) -> Iterable[str]:
    return {each.strip() for each in listed.split(",") if " " in each.strip() and each.strip() != name}
