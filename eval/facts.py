"""
Which facts that careful readers take from a set of articles stand in its dossier.

usage: python -m eval.facts FACTS.yaml ARTICLES…

Prints a line a fact: right, or what is wrong with the entry that comes nearest to it. Entries beside the expected ones
do not count here; what is too much is counted by the scorers of single articles.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from aktenlage.ingest.sources import Sources
from aktenlage.model.article import Article
from aktenlage.model.dossier import Dossier
from aktenlage.model.reading import Reading
from aktenlage.pipeline import make_dossier, read_article
from eval.command import run

Faults = list[str]


@dataclass(frozen=True)
class Outcome:
    """
    A fact, and what is wrong with the entry that comes nearest to it; no fault means it is right.

    *gap* says why it is known to be wrong.
    """

    fact: str
    faults: Faults
    gap: str | None = None


def check(facts: Path, dossier: Dossier, readings: Iterable[Reading]) -> list[Outcome]:
    """Hold a dossier against a file of facts."""
    wanted = yaml.safe_load(facts.read_text(encoding="utf-8"))
    texts = {reading.article.id: reading.article.text for reading in readings}
    outcomes = []
    for part, entries in wanted.items():
        candidates = list(_CANDIDATES[part](dossier, texts))
        for entry in entries:
            nearest = min((_faults(entry["expect"], found) for found in candidates), key=len, default=["nothing found"])
            outcomes.append(Outcome(entry["fact"], nearest, entry.get("gap")))
    return outcomes


def _faults(expected: dict[str, Any], found: dict[str, Any]) -> Faults:
    return [
        f"{field}: {found.get(field)!r} instead of {value!r}"
        for field, value in expected.items()
        if not _fits(field, value, found.get(field))
    ]


def _fits(field: str, expected: Any, found: Any) -> bool:
    match field:
        case "participants" | "articles" | "sides":
            return set(found) == set(expected)
        case "unconfirmed" | "endorsed" | "rejected" | "members" | "names" | "disagreements":
            return set(expected) <= set(found)
        case "history" | "versions":
            steps = iter(found)
            return all(step in steps for step in expected)
        case "reports" | "passages":
            return bool(found >= expected)
        case "offices":
            return all(stem.casefold() in found.get(actor, "").casefold() for actor, stem in expected.items())
        case "words":
            return expected in found
    return bool(found == expected)


def _events(dossier: Dossier, _: dict[str, str]) -> Iterator[dict[str, Any]]:
    sides = {actor.id: actor.state or actor.id for actor in dossier.actors}
    for event in dossier.events:
        yield {
            "participants": [participant.actor for participant in event.participants],
            "sides": [sides[participant.actor] for participant in event.participants],
            "place": event.place,
            "date": event.date,
            "status": event.status,
            "duration": event.duration,
            "reports": len(event.reports),
            "history": [report.status for report in event.history],
            "unconfirmed": [c.actor for c in event.confirmations if c.stance == "unconfirmed"],
            "disagreements": [disagreement.field for disagreement in event.disagreements],
        }


def _delegations(dossier: Dossier, _: dict[str, str]) -> Iterator[dict[str, Any]]:
    for delegation in dossier.delegations:
        yield {"of": delegation.of, "members": delegation.members, "offices": delegation.offices or {}}


def _documents(dossier: Dossier, _: dict[str, str]) -> Iterator[dict[str, Any]]:
    for document in dossier.documents:
        yield {
            "name": document.name,
            "versions": document.versions,
            "endorsed": document.endorsed_by,
            "rejected": document.rejected_by,
        }


def _positions(dossier: Dossier, _: dict[str, str]) -> Iterator[dict[str, Any]]:
    for standpoint in dossier.positions:
        for taken in standpoint.stances:
            yield {"actor": standpoint.actor, "stance": taken.stance, "issue": standpoint.issue}


def _actors(dossier: Dossier, _: dict[str, str]) -> Iterator[dict[str, Any]]:
    for actor in dossier.actors:
        yield {"id": actor.id, "names": {name.split()[-1] for name in actor.names}}


def _statements(dossier: Dossier, texts: dict[str, str]) -> Iterator[dict[str, Any]]:
    for statement in dossier.statements:
        words = " ".join(texts[e.article][e.start : e.end] for e in statement.evidence)
        yield {"speaker": statement.speaker, "words": words, "reports": len(statement.reports)}


def _copies(dossier: Dossier, _: dict[str, str]) -> Iterator[dict[str, Any]]:
    shared: dict[tuple[str, str], int] = {}
    for origin in dossier.origins:
        for passage in origin.passages:
            places = sorted({evidence.article for evidence in passage})
            for number, first in enumerate(places):
                for second in places[number + 1 :]:
                    shared[first, second] = shared.get((first, second), 0) + 1
    for pair, passages in shared.items():
        yield {"articles": pair, "passages": passages}


_CANDIDATES = {
    "events": _events,
    "delegations": _delegations,
    "documents": _documents,
    "positions": _positions,
    "actors": _actors,
    "statements": _statements,
    "copies": _copies,
}


def main(facts: str, *paths: str) -> None:
    """Print the table."""
    readings = [read_article(article) for article in Sources(paths) if isinstance(article, Article)]
    outcomes = check(Path(facts), make_dossier(readings), readings)
    for outcome in outcomes:
        print(f"{'wrong' if outcome.faults else 'right'}  {outcome.fact}")
        for fault in outcome.faults:
            print(f"         {fault}")
    print(f"{sum(not outcome.faults for outcome in outcomes)} of {len(outcomes)} facts right")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    run(partial(main, *sys.argv[1:]))
