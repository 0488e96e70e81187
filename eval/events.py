"""
Events, origins, histories and disagreements of stories: ``python -m eval.events [FILE ...] [--texts] [--show]``.

Without files all of ``eval/stories`` are scored, each file by itself: the code was tuned on ``tuned.yaml``, while
``fresh.yaml`` was written after it was frozen. Encounters are taken as annotated, so that only putting together is
judged; with ``--texts`` the program reads the articles itself, and each annotated encounter is looked for in that.

Events are scored as B-cubed F1 over the annotated encounters; status, number of origins and disagreements by event,
where an event of the program is the one that holds most of the annotated encounters.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from aktenlage import Article, Dossier, Reading, Span, dossier
from aktenlage.model.dossier import Event
from aktenlage.model.encounter import Encounter
from aktenlage.pipeline import read_article
from aktenlage.resources.registry import registry
from eval.command import run

_PLAIN = ("kind", "status", "place", "date", "duration", "number", "host")
_LISTS = ("announced_by", "confirmed_by", "denied_by", "unconfirmed_by", "mediators")


@dataclass(frozen=True)
class Told:
    """An annotated encounter: where it is told, who met where, and the event that it belongs to."""

    article: str
    span: Span
    who: tuple[str, ...]
    place: str | None
    event: str


def main() -> None:
    """Score every file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--texts", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for file in options.files or sorted((Path(__file__).parent / "stories").glob("*.yaml")):
        score(file, texts=options.texts, show=options.show)


def score(file: Path, *, texts: bool, show: bool) -> dict[str, float]:
    """Print the figures of one file; give those of events and status."""
    stories = yaml.safe_load(file.read_text(encoding="utf-8"))
    told: list[Told] = []
    readings: list[Reading] = []
    gold: dict[str, dict[str, Any]] = {}
    for story in stories:
        for record in story["articles"]:
            reading, marks = _annotated(story["story"], record)
            readings.append(read_article(reading.article) if texts else reading)
            told += marks
        gold |= {f"{story['story']}/{name}": event for name, event in story["events"].items()}
    made = dossier(readings)
    found = {mark: _event_of(mark, made) for mark in told}
    precision, recall = _b_cubed(found)
    sums: Counter[str] = Counter()
    for name, event in gold.items():
        marks = [found[mark] for mark in told if mark.event == name]
        best = Counter(mark for mark in marks if mark is not None).most_common(1)
        ours = next((each for each in made.events if best and each.id == best[0][0]), None)
        sums.update(_compare(name, event, ours, show=show))
    print(
        f"{file.stem}: {len(stories)} stories, {len(readings)} articles, {len(told)} encounters, {len(gold)} events\n"
        f"  found {sum(each is not None for each in found.values()) / len(told):.3f}  "
        f"events B-cubed P {precision:.3f} R {recall:.3f} F {_f(precision, recall):.3f}  "
        f"status {sums['status'] / len(gold):.3f}  origins {sums['origins'] / len(gold):.3f}  "
        f"disagreements P {sums['right'] / max(1, sums['said']):.3f} R {sums['right'] / max(1, sums['there']):.3f}"
    )
    return {"events": _f(precision, recall), "status": sums["status"] / len(gold)}


def _annotated(story: str, record: Mapping[str, Any]) -> tuple[Reading, list[Told]]:
    text, spans = "", []
    for sentence in record["text"]:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    name = f"{story}-{record['id']}"
    article = Article(
        name,
        text.rstrip(),
        outlet=record["outlet"],
        published=record["published"],
        agencies=tuple(record.get("agencies", ())),
    )
    marks = [
        Told(name, spans[each["at"]], tuple(each["who"].split()), each.get("place"), f"{story}/{each['event']}")
        for each in record["told"]
    ]
    encounters = tuple(_encounter(each, spans[each["at"]]) for each in record["told"])
    known = registry()
    named = sorted({actor for encounter in encounters for actor in _actors(encounter)})
    actors = tuple(known.actor(entry) for each in named if (entry := known.get(each)) is not None)
    return Reading(article, sentences=tuple(spans), actors=actors, encounters=encounters), marks


def _encounter(told: Mapping[str, Any], span: Span) -> Encounter:
    fields: dict[str, Any] = {name: told[name] for name in _PLAIN if name in told}
    fields |= {name: tuple(told[name].split()) for name in _LISTS if name in told}
    return Encounter(participants=tuple(told["who"].split()), evidence=(span,), **fields)


def _actors(encounter: Encounter) -> Iterator[str]:
    yield from encounter.participants
    yield from (actor for name in _LISTS for actor in getattr(encounter, name))


def _event_of(mark: Told, made: Dossier) -> str | None:
    """Give the event that reports from the annotated sentence, of several the one with most of its actors and place."""
    sides = {actor.id: actor.state or actor.id for actor in made.actors}
    wanted = {sides.get(actor, actor) for actor in mark.who}

    def fit(event: Event) -> tuple[int, bool, str]:
        named = {sides.get(each.actor, each.actor) for each in event.participants}
        return (len(wanted & named), mark.place is not None and mark.place == event.place, event.id)

    there = [event for event in made.events if _reports(event, mark)]
    best = max(there, key=fit, default=None)
    return best.id if best is not None and fit(best)[0] else None


def _reports(event: Event, mark: Told) -> bool:
    return any(
        place.article == mark.article and place.start < mark.span.end and mark.span.start < place.end
        for report in event.reports
        for place in report.evidence
    )


def _b_cubed(found: Mapping[Told, str | None]) -> tuple[float, float]:
    """Score groups; what was not found is alone."""
    ours = {mark: event or f"missed {number}" for number, (mark, event) in enumerate(found.items())}
    precision = recall = 0.0
    for mark, event in ours.items():
        together = {other for other in ours if ours[other] == event}
        belong = {other for other in ours if other.event == mark.event}
        precision += len(together & belong) / len(together)
        recall += len(together & belong) / len(belong)
    return precision / len(ours), recall / len(ours)


def _compare(name: str, gold: Mapping[str, Any], ours: Event | None, *, show: bool) -> Counter[str]:
    wanted = {tuple(each) for each in gold.get("disagreements", ())}
    said = {(each.field, each.type) for each in ours.disagreements} if ours else set()
    right = {
        "status": ours is not None and ours.status == gold["status"],
        "origins": ours is not None and ours.independent_origins == gold["origins"],
    }
    if show and (not all(right.values()) or said != wanted):
        _tell(name, gold, ours, said)
    return Counter(
        {
            **{key: int(value) for key, value in right.items()},
            "said": len(said),
            "there": len(wanted),
            "right": len(said & wanted),
        }
    )


def _tell(name: str, gold: Mapping[str, Any], ours: Event | None, said: Iterable[Sequence[str]]) -> None:
    print(f"  {name}: {dict(gold)}")
    if ours is None:
        print("    not found")
    else:
        print(f"    {ours.status}, origins {ours.independent_origins}, {sorted(said)}")


def _f(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    run(main)
