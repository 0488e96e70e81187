"""
Figures of whole articles that tell one story together: ``python -m eval.stories [STORY ...] [--show]``.

Everything is read and put together by the program itself. The stories lie in ``eval/stories/first`` and ``second``:
the code may have been tuned on the first half; the second was written without a look at what the program makes of it.
``--show`` lists what differs. How a story is written down, and what counts as right, stands in ``stories/README.md``.
"""

import argparse
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from aktenlage.model.article import Article, Span
from aktenlage.model.dossier import Dossier, Event
from aktenlage.model.encounter import Encounter
from aktenlage.model.reading import Reading
from aktenlage.pipeline import make_dossier, read_article
from aktenlage.resources.registry import registry
from eval.command import run

_STORIES = Path(__file__).parent / "stories"
_HALVES = ("first", "second")
_MARK = re.compile(r" ?⟦([^⟧]*)⟧")
_DOUBTFUL = "?"
_PARTICIPANT = re.compile(r"([^(]+?)(?: \(([^)]+)\))?")
_SHARES = ("status", "history", "place", "date", "origins")


@dataclass
class Told:
    """What one article tells of one event: the sentences that do, and the statuses that fit."""

    article: str
    event: str
    spans: list[Span]
    statuses: tuple[str, ...]


@dataclass
class Story:
    """A story as written down."""

    name: str
    articles: list[Article]
    origins: dict[str, str]
    told: list[Told]
    doubtful: dict[str, list[Span]]
    events: dict[str, dict[str, Any]]


@dataclass
class Score:
    """Counts of one story, and lines that say what differs."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Count another story too."""
        self.counts.update(other.counts)

    def __str__(self) -> str:
        """Give the figures in one line."""
        counts = self.counts
        said = _prf(counts["encounters right"], counts["encounters said"], counts["encounters told"])
        together = _prf_of(counts["pure"], counts["whole"], counts["encounters right"])
        typed = _prf(counts["types right"], counts["types said"], counts["types told"])
        shares = "  ".join(f"{name} {counts[name] / max(1, counts['events']):.2f}" for name in _SHARES)
        return f"encounters {said}  events {together}  {shares}  disagreements {typed}"


def load(file: Path) -> Story:
    """Read a story from its file."""
    record = yaml.safe_load(file.read_text(encoding="utf-8"))
    articles, told, doubtful = [], [], {}
    for entry in record["articles"]:
        name = f"{file.stem}-{entry['id']}"
        text, marks = _unmark(entry["text"])
        doubtful[name] = marks.pop(_DOUBTFUL, ([], ()))[0]
        articles.append(
            Article(
                name,
                text,
                outlet=entry["outlet"],
                published=entry["published"],
                agencies=tuple(entry.get("agencies", ())),
            )
        )
        told += [Told(name, event, spans, statuses) for event, (spans, statuses) in marks.items()]
    origins = {article.id: entry["origin"] for article, entry in zip(articles, record["articles"], strict=True)}
    if (marked := {each.event for each in told}) != set(record["events"]):
        raise ValueError(f"{file}: marked or described only: {marked ^ set(record['events'])}")
    return Story(file.stem, articles, origins, told, doubtful, record["events"])


def _unmark(marked: str) -> tuple[str, dict[str, tuple[list[Span], tuple[str, ...]]]]:
    """Give the text without marks, and per event its sentences with the statuses of the first."""
    text = ""
    marks: dict[str, tuple[list[Span], tuple[str, ...]]] = {}
    for line in marked.strip().splitlines():
        sentence = _MARK.sub("", line)
        span = Span(len(text), len(text) + len(sentence))
        text += f"{sentence} "
        for mark in _MARK.findall(line):
            for part in mark.split(";"):
                event, _, statuses = part.strip().partition(" ")
                marks.setdefault(event, ([], tuple(statuses.split("|"))))[0].append(span)
    return text.rstrip(), marks


def score(story: Story) -> Score:
    """Let the program read a story and compare."""
    readings = {article.id: read_article(article) for article in story.articles}
    made = make_dossier(readings.values())
    result = Score()
    found = _match(story, readings, result)
    groups = {number: _event_of(story.told[number], encounter, made) for number, encounter in found.items()}
    _score_groups(story, groups, result)
    for name, gold in story.events.items():
        numbers = [number for number in groups if story.told[number].event == name]
        best = Counter(event.id for number in numbers if (event := groups[number])).most_common(1)
        ours = next((event for event in made.events if best and event.id == best[0][0]), None)
        _score_event(story, name, ours, result=result, gold=gold)
    return result


def _match(story: Story, readings: Mapping[str, Reading], result: Score) -> dict[int, Encounter]:
    """Pair annotated encounters with those that were read: a sentence and half of the participants in common."""
    pairs = []
    for number, told in enumerate(story.told):
        wanted = story.events[told.event]["participants"]
        for place, encounter in enumerate(readings[told.article].encounters):
            names = _names(encounter.participants, readings[told.article])
            common = sum(_is_named(each, names) for each in wanted)
            closely = sum(_is_named(each.partition(" (")[0], names) for each in wanted)
            shared = sum(span.overlaps(words) for span in told.spans for words in encounter.evidence)
            if shared and 2 * common >= len(wanted):
                fits = encounter.status in told.statuses
                pairs.append((closely, common, fits, shared, -number, -place))
    found: dict[int, Encounter] = {}
    used = set()
    for *_, number, place in sorted(pairs, reverse=True):
        taken = (story.told[-number].article, -place)
        if -number not in found and taken not in used:
            used.add(taken)
            found[-number] = readings[taken[0]].encounters[-place]
    said = {(name, place) for name, reading in readings.items() for place in range(len(reading.encounters))}
    said -= {
        (name, place)
        for name, place in said - used
        for span in story.doubtful[name]
        if any(span.overlaps(words) for words in readings[name].encounters[place].evidence)
    }
    result.counts["encounters told"] += len(story.told)
    result.counts["encounters said"] += len(said)
    result.counts["encounters right"] += len(found)
    for number, told in enumerate(story.told):
        text = readings[told.article].article.text
        if number not in found:
            result.errors.append(f"missed     {told.article} {told.event}: {told.spans[0].of(text)}")
        elif found[number].status not in told.statuses:
            result.errors.append(
                f"status     {told.article} {told.event}: {found[number].status} for {'|'.join(told.statuses)}:"
                f" {told.spans[0].of(text)}"
            )
    for name, place in sorted(said - used):
        encounter, text = readings[name].encounters[place], readings[name].article.text
        result.errors.append(
            f"too much   {name}: {encounter.status} {encounter.kind} {encounter.participants} {encounter.place}"
            f" {encounter.date}: {' / '.join(span.of(text) for span in encounter.evidence)}"
        )
    return found


def _names(actors: Iterable[str], reading: Reading) -> set[str]:
    known = {actor.id: actor for actor in reading.actors}
    names = set()
    for name in actors:
        actor = known.get(name)
        if actor is not None:
            names |= {_fold(actor.name), _fold(actor.name.split()[-1])}
        for key in (name, actor.state if actor else None):
            entry = registry().get(key) if key else None
            if entry is not None:
                names.add(_fold(entry.name))
    return names


def _is_named(participant: str, names: set[str]) -> bool:
    found = _PARTICIPANT.fullmatch(participant)
    if found is None:
        raise ValueError(participant)
    own, state = found.groups()
    return bool({_fold(own), *([_fold(own.split()[-1]), _fold(state)] if state else [])} & names)


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("ł", "l")


def _event_of(told: Told, encounter: Encounter, made: Dossier) -> Event | None:
    """Give the event that took up what was read: the one with its words and most of its participants."""
    words = {(span.start, span.end) for span in encounter.evidence}

    def fit(event: Event) -> tuple[int, int, bool, str]:
        own = {(e.start, e.end) for report in event.reports if report.article == told.article for e in report.evidence}
        people = {participant.actor for participant in event.participants}
        return (len(own & words), len(people & set(encounter.participants)), event.date == encounter.date, event.id)

    best = max(made.events, key=fit, default=None)
    return best if best is not None and fit(best)[0] else None


def _score_groups(story: Story, groups: Mapping[int, Event | None], result: Score) -> None:
    ours = {number: event.id if event else f"none {number}" for number, event in groups.items()}
    for number, event in ours.items():
        name = story.told[number].event
        together = {other for other in ours if ours[other] == event}
        belong = {other for other in ours if story.told[other].event == name}
        result.counts["pure"] += len(together & belong) / len(together)  # type: ignore[assignment]
        result.counts["whole"] += len(together & belong) / len(belong)  # type: ignore[assignment]
    for name in story.events:
        parts = Counter(event for number, event in ours.items() if story.told[number].event == name)
        if len(parts) > 1:
            where = [[story.told[n].article for n in ours if ours[n] == part] for part in parts]
            result.errors.append(f"split      {story.name} {name}: {where}")
    for event in sorted(set(ours.values())):
        names = sorted({story.told[number].event for number in ours if ours[number] == event})
        if len(names) > 1:
            result.errors.append(f"merged     {story.name} {names}")


def _score_event(story: Story, name: str, ours: Event | None, *, result: Score, gold: Mapping[str, Any]) -> None:
    told = [told for told in story.told if told.event == name]
    published = {article.id: article.published or "" for article in story.articles}
    steps = [each.statuses for each in sorted(told, key=lambda each: published[each.article])]
    histories = {_collapse(path) for path in itertools.product(*steps)}
    origins = _origins(story, {each.article for each in told})
    wanted = {(field, kind) for field, kind in gold.get("disagreements", ())}
    said = {(each.field, each.type) for each in ours.disagreements if each.type != "wording"} if ours else set()
    history = _collapse([report.status for report in ours.history]) if ours else ()
    right = {
        "status": ours is not None and ours.status in gold["status"].split("|"),
        "history": history in histories,
        "place": ours is not None and str(ours.place) in str(gold.get("place")).split("|"),
        "date": ours is not None and ours.date == gold.get("date"),
        "origins": ours is not None and ours.independent_origins in origins,
    }
    result.counts.update({key: int(value) for key, value in right.items()})
    result.counts.update(
        {"events": 1, "types said": len(said), "types told": len(wanted), "types right": len(said & wanted)}
    )
    if ours is None:
        result.errors.append(f"no event   {story.name} {name}")
        return
    values = {
        "status": (ours.status, gold["status"]),
        "history": (history, min(histories)),
        "place": (ours.place, gold.get("place")),
        "date": (ours.date, gold.get("date")),
        "origins": (ours.independent_origins, sorted(origins)),
    }
    for key, (got, instead) in values.items():
        if not right[key]:
            result.errors.append(f"{key:10} {story.name} {name}: {got} for {instead}")
    for label, differing in (("disagrees", said - wanted), ("agrees", wanted - said)):
        for kind in sorted(differing):
            values_told = [[v.value for v in d.values] for d in ours.disagreements if (d.field, d.type) == kind]
            result.errors.append(f"{label:10} {story.name} {name}: {' '.join(kind)} {values_told or ''}")


def _origins(story: Story, articles: set[str]) -> set[int]:
    """Give the right numbers of origins: with and without own reports of outlets that printed agencies, too."""
    told = [article for article in story.articles if article.id in articles]
    credited = {article.outlet: story.origins[article.id] for article in told if article.agencies}
    low = {story.origins[article.id] for article in told if article.agencies or article.outlet not in credited}
    high = {story.origins[article.id] for article in told}
    return set(range(len(low), len(high) + 1))


def _collapse(statuses: Sequence[str]) -> tuple[str, ...]:
    return tuple(status for status, _ in itertools.groupby(statuses))


def _prf(right: float, said: float, told: float) -> str:
    return _f(right / said if said else 1.0, right / told if told else 1.0)


def _prf_of(pure: float, whole: float, number: int) -> str:
    return _f(pure / max(1, number), whole / max(1, number))


def _f(precision: float, recall: float) -> str:
    both = precision + recall
    return f"{precision:.2f}/{recall:.2f}/{2 * precision * recall / both if both else 0.0:.2f}"


def _files(names: Sequence[str]) -> Iterator[tuple[str, list[Path]]]:
    for half in _HALVES:
        files = sorted((_STORIES / half).glob("*.yaml"))
        yield half, [file for file in files if not names or file.stem in names or file.stem[:2] in names]


def main() -> None:
    """Score every story, each half and all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", help="names or numbers of stories; all without")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    print("precision/recall/F1, or the share of events where it is right")
    whole = Score()
    for half, files in _files(options.stories):
        total = Score()
        articles = 0
        for file in files:
            story = load(file)
            result = score(story)
            articles += len(story.articles)
            total.add(result)
            print(f"{story.name:18} {result}")
            for line in sorted(result.errors) if options.show else ():
                print(f"    {line}")
        if files:
            print(f"{half} half: {len(files)} stories, {articles} articles, {total.counts['events']} events\n  {total}")
            whole.add(total)
    print(f"all\n  {whole}")


if __name__ == "__main__":
    run(main)
