"""
Response times and weights of the reading room's pages over stores of different sizes.

usage: python benchmarks/serve.py TEXTS STORES [SIZE ...]

TEXTS holds JSON files with a text under "originalText", from whose words articles are made (fixed seed): each with 16
sentences, an encounter, two statements, a position and now and then a plan, among 12 states and 60 people over three
years; every tenth shares half of its sentences with another one. STORES is a folder in which the stores are kept for
the next time. For each page: the median of 9 answers in milliseconds after the first one, which is told by itself
(nothing is kept in memory then), without a network; the ratio of the largest to the smallest store; kilobytes.
"""

import random
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from starlette.testclient import TestClient
from texts import followers, sentence

from aktenlage import Article, Reading, Store
from aktenlage.model.annotation import Actor, Document, Speaker, Statement
from aktenlage.model.article import Span
from aktenlage.model.encounter import Encounter
from aktenlage.model.position import Position
from aktenlage.publish.web.site import make_site
from aktenlage.store.page import Wanted

_SIZES = (100, 2_000, 20_000)
_SENTENCES, _MEASURED, _DAYS, _PEOPLE = 16, 9, 1_095, 60
_STATES = ("de", "fr", "us", "ru", "ua", "cn", "ir", "tr", "pl", "gb", "eg", "il")
_TOWNS = ("Genf", "Wien", "Davos", "Ankara", "Paris", "Kairo", "Brüssel", "Istanbul", "Berlin", "Doha")
_ISSUES = ("ceasefire", "territory", "alliances", "sanctions", "procedure")
_STATUSES = ("held", "held", "held", "planned", "possible", "cancelled", "ongoing")
_STANCES = ("demands", "rejects", "accepts", "supports", "offers", "accuses", "threatens")
_FIRST = date(2023, 1, 1)


def main() -> None:
    """Fill the stores and print the table."""
    texts, stores = Path(sys.argv[1]), Path(sys.argv[2])
    sizes = sorted(map(int, sys.argv[3:])) or list(_SIZES)
    times: dict[str, list[tuple[float, float, float]]] = {}
    for size in sizes:
        file = stores / f"serve-{size}.sqlite"
        if not file.exists():
            _fill(file, size, texts)
        with Store(file, create=False) as store:
            view = store.view()
            print(f"{size} articles: {view.counts()}; file {file.stat().st_size / 2**20:.0f} MB", flush=True)
            for name, path in _pages(store):
                times.setdefault(name, []).append(_measured(store, path))
    print(f"{'page':<22}" + "".join(f"{size:>10}{'first':>9}{'KB':>7}" for size in sizes) + f"{'ratio':>8}")
    for name, measured in times.items():
        cells = "".join(f"{median:>10.1f}{first:>9.0f}{weight:>7.0f}" for median, first, weight in measured)
        print(f"{name:<22}{cells}{measured[-1][0] / measured[0][0]:>8.1f}")


def _pages(store: Store) -> Iterator[tuple[str, str]]:
    view = store.view()
    event = max(view.events(Wanted(limit=200)).items, key=lambda each: len(each.reports))
    yield from {
        "state of affairs": "/",
        "changes": "/changes",
        "timeline": "/timeline",
        "timeline, a month": f"/timeline?zoom=month&at={_FIRST + timedelta(days=400)}",
        "timeline, an actor": "/timeline?actor=ru",
        "timeline, last page": f"/timeline?page={view.events().total // 40}",
        "calendar": "/calendar",
        "event": f"/event/{event.id}",
        "actors": "/actors",
        "actor": "/actor/ru",
        "positions": "/positions",
        "positions, an issue": "/positions?issue=ceasefire",
        "documents": "/documents",
        "statements": "/statements",
        "network": "/network",
        "articles": "/articles",
        "article": f"/article/{event.reports[0].article}",
        "sources": "/sources",
        "search, one word": "/search?q=Verhandlung",
        "search, rare words": "/search?q=Pr%C3%A4sident+Treffen+Genf",
    }.items()


def _measured(store: Store, path: str) -> tuple[float, float, float]:
    """Give the median and the first time in milliseconds, and the weight in kilobytes."""
    room = TestClient(make_site(store, hosts=("testserver",)))
    room.get("/static/room.css")
    spent = []
    for _ in range(_MEASURED + 1):
        start = time.perf_counter()
        answer = room.get(path)
        spent.append(1000 * (time.perf_counter() - start))
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code}")
    return statistics.median(spent[1:]), spent[0], len(answer.content) / 1024


def _fill(file: Path, size: int, texts: Path) -> None:
    follows, chance = followers(texts), random.Random(1)
    before: list[str] = []
    unfinished = file.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with Store(unfinished) as store:
        for number in range(size):
            store.add(_reading(number, size, follows, before, chance))
        store.settle()
    unfinished.rename(file)


def _reading(
    number: int, size: int, follows: dict[str, list[str]], before: list[str], chance: random.Random
) -> Reading:
    chosen = [sentence(follows, chance) for _ in range(_SENTENCES)]
    if before and number % 10 == 0:
        chosen[: _SENTENCES // 2] = before[: _SENTENCES // 2]
    if number % 10 == 5:
        before[:] = chosen
    spans = []
    at = 0
    for each in chosen:
        spans.append(Span(at, at + len(each)))
        at += len(each) + 1
    day = _FIRST + timedelta(days=number * _DAYS // size)
    people = {f"person-{each}": _STATES[each % len(_STATES)] for each in chance.sample(range(_PEOPLE), 2)}
    states = chance.sample(_STATES, 2)
    actors = [Actor(state, state.upper(), "state", state=state, registered=True) for state in states]
    actors += [Actor(name, name.replace("-", " ").title(), "person", state=state) for name, state in people.items()]
    one, other = people
    told: dict[str, object] = {
        "place": chance.choice(_TOWNS),
        "date": str(day + timedelta(days=chance.randrange(-3, 8))),
    }
    meeting = Encounter("meeting", (one, states[0]), chance.choice(_STATUSES), evidence=(spans[0],), **told)  # type: ignore[arg-type]
    speaker = Speaker(spans[2].start, spans[2].start + 3, one, (one,))
    statements = (
        Statement((spans[2],), "indirect", speaker=speaker),
        Statement((spans[4],), "direct", speaker=Speaker(spans[4].start, spans[4].start + 3, other, (other,))),
    )
    issue, stance = chance.choice(_ISSUES), chance.choice(_STANCES)
    plan = Document(f"Plan {number % 97}", "plan", "proposed", parties=(states[1],), evidence=(spans[8],))
    return Reading(
        Article(f"a{number}", " ".join(chosen), outlet=f"outlet {number % 40}", published=str(day)),
        sentences=tuple(spans),
        actors=tuple(actors),
        statements=statements,
        encounters=(meeting,),
        positions=(Position(chance.choice((one, states[0])), stance, issue=issue, evidence=(spans[6],)),),  # type: ignore[arg-type]
        documents=(plan,) if number % 7 == 0 else (),
    )


if __name__ == "__main__":
    main()
