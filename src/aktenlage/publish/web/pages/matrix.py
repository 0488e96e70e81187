"""The positions table: issue by party, each with the way that it took."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from aktenlage.model.dossier import StanceTaken
from aktenlage.publish.web.desk import Desk
from aktenlage.store.page import Wanted

_ALL = 1_000_000
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party wants on one issue: the last *steps* of its stances, and how many there are in all."""

    steps: tuple[tuple[str, str | None], ...]
    count: int
    changed: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table: *rows* are pairs of an issue, None where it has none, and the cells by party."""

    parties: tuple[str, ...]
    rows: tuple[tuple[str | None, tuple[Cell | None, ...]], ...]
    left_out: int


Taken = dict[tuple[str | None, str], list[StanceTaken]]


def matrix(desk: Desk, *, issues: int, parties: int, since: str | None = None, until: str | None = None) -> Matrix:
    """Give the table of the issues and parties that are spoken of most; what people want counts for their state."""
    taken: Taken = desk.kept(("stances", since, until), lambda: _stances(desk, since, until))
    by_party = Counter({party: 0 for _, party in taken})
    by_issue: Counter[str | None] = Counter()
    for (issue, party), stances in taken.items():
        by_party[party] += len(stances)
        by_issue[issue] += len(stances)
    chosen = [party for party, _ in sorted(by_party.items(), key=lambda item: (-item[1], item[0]))][:parties]
    ranked = sorted(by_issue.items(), key=lambda item: (item[0] is None, -item[1], item[0] or ""))[:issues]
    rows = tuple((issue, tuple(_cell(taken.get((issue, party))) for party in chosen)) for issue, _ in ranked)
    return Matrix(tuple(chosen), tuple(row for row in rows if any(row[1])), len(by_party) - len(chosen))


def _stances(desk: Desk, since: str | None, until: str | None) -> Taken:
    found: defaultdict[tuple[str | None, str], list[StanceTaken]] = defaultdict(list)
    for standpoint in desk.view.positions(Wanted(since=since, until=until, limit=_ALL)).items:
        for stance in standpoint.stances:
            inside = (since is None or (stance.date or "") >= since) and (until is None or (stance.date or "") <= until)
            if inside:
                found[standpoint.issue, desk.words.side(standpoint.actor)].append(stance)
    return {key: sorted(stances, key=lambda each: (each.date or "", each.stance)) for key, stances in found.items()}


def _cell(stances: list[StanceTaken] | None) -> Cell | None:
    if not stances:
        return None
    steps: list[tuple[str, str | None]] = []
    for stance in stances:
        if steps and steps[-1][0] == stance.stance:
            steps.pop()
        steps.append((stance.stance, stance.date))
    return Cell(tuple(steps[-_STEPS:]), len(stances), len({stance for stance, _ in steps}) > 1)
