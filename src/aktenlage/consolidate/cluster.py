"""Accounts of many articles, grouped into events; the result does not depend on the order of input."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from aktenlage.consolidate.account import Account
from aktenlage.consolidate.days import Days
from aktenlage.consolidate.decided import DECIDED, Bound, Key
from aktenlage.consolidate.groups import Groups
from aktenlage.consolidate.identity import content_id
from aktenlage.consolidate.pairs import ENOUGH, Likeness, SameWords, likeness, window

# Two groups meet if their accounts on average fit so well and no two of them fit worse than the least.
_ON_AVERAGE = 2.5
_LEAST = -3.0
_SLACK = timedelta(days=4)
_PLANS_AHEAD = timedelta(days=31)
_LONGEST_BLOCK = 60
_MOST_SIDES = 6
_UNBOUND = Bound()


@dataclass(frozen=True, slots=True)
class Joint:
    """Why two accounts are one event."""

    one: Account
    other: Account
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Cluster:
    """
    All accounts of one event, in order, and what joined them; *id* is made of the earliest words that tell of it.

    Clusters of one *component* are linked by pairs that fit: a new account changes only those that it fits.
    """

    id: str
    accounts: tuple[Account, ...]
    joints: tuple[Joint, ...]
    component: str


def cluster_accounts(accounts: Sequence[Account], *, same_words: SameWords, bound: Bound = _UNBOUND) -> list[Cluster]:
    """
    Group *accounts* into events: best pairs first, as long as the groups fit as a whole.

    What users decided comes first: what they *bound* together is one event, what they parted stays apart.
    """
    ordered = sorted(accounts, key=lambda account: account.key)
    scores: dict[tuple[int, int], Likeness] = {}

    def score(pair: tuple[int, int]) -> Likeness:
        if pair not in scores:
            scores[pair] = likeness(ordered[pair[0]], ordered[pair[1]], same_words=same_words)
        return scores[pair]

    numbers_of = {(account.article, account.number): number for number, account in enumerate(ordered)}
    parted = _numbers(numbers_of, bound.parted)
    for pair in sorted(_numbers(numbers_of, bound.joined)):
        scores[pair] = Likeness({"judgement": DECIDED})
    good = [*scores, *(pair for pair in candidate_pairs(ordered) if pair not in scores and score(pair).score >= ENOUGH)]
    good.sort(key=lambda pair: (-score(pair).score, pair))
    member: list[int] = list(range(len(ordered)))
    groups: dict[int, list[int]] = {number: [number] for number in member}
    joints: defaultdict[int, list[Joint]] = defaultdict(list)
    for pair in good:
        low, high = sorted((member[pair[0]], member[pair[1]]))
        if low == high:
            continue
        reasons = score(pair).reasons
        crossings = [(min(a, b), max(a, b)) for a in groups[low] for b in groups[high]]
        if "judgement" not in reasons:
            crossing = [_fit(score(each), moved="rescheduled" in reasons) for each in crossings]
            if min(crossing) < _LEAST or sum(crossing) < _ON_AVERAGE * len(crossing):
                continue
            if not parted.isdisjoint(crossings):
                continue
        for number in groups[high]:
            member[number] = low
        groups[low] += groups.pop(high)
        joints[low] += [*joints.pop(high, []), Joint(ordered[pair[0]], ordered[pair[1]], score(pair))]
    linked: Groups[int] = Groups(range(len(ordered)))
    for one, other in good:
        linked.join(one, other)
    clusters = []
    taken: Counter[str] = Counter()
    for head, numbers in sorted(groups.items()):
        members = tuple(ordered[number] for number in sorted(numbers))
        name = _event_id(members[0])
        taken[name] += 1
        # A reading that tells the same thing twice over must not make two events of one id.
        unique = name if taken[name] == 1 else f"{name}-{taken[name]}"
        first = ordered[linked.head(numbers[0])]
        component = f"{first.article} {first.number}"
        clusters.append(Cluster(unique, members, tuple(joints[head]), component))
    return clusters


def _numbers(numbers: Mapping[Key, int], pairs: Iterable[tuple[Key, Key]]) -> set[tuple[int, int]]:
    known = ((numbers[one], numbers[other]) for one, other in pairs if one in numbers and other in numbers)
    return {(min(pair), max(pair)) for pair in known}


def _event_id(first: Account) -> str:
    told = first.encounter
    # One sentence may tell of two encounters: its place alone is not enough.
    who = " ".join(sorted(told.participants))
    return content_id("e", first.article, first.key[1], told.kind, who, told.place, told.date)


def _fit(found: Likeness, *, moved: bool) -> float:
    """Score a pair; where one group gives the other's new day or place, the old ones do not speak against it."""
    if not moved:
        return found.score
    return found.score - sum(min(0.0, found.reasons.get(reason, 0.0)) for reason in ("time", "order", "place"))


def candidate_pairs(accounts: Sequence[Account]) -> list[tuple[int, int]]:
    """Give the pairs that share a block, each once: only these are compared."""
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, account in enumerate(accounts):
        for block in blocks_of(account):
            blocks[block].append(number)
    return sorted({pair for numbers in blocks.values() for pair in combinations(numbers, 2)})


def blocks_of(account: Account) -> set[tuple[str, ...]]:
    """Name the blocks of an account: who with whom, or who where, in which week."""
    sides = sorted(account.sides)[:_MOST_SIDES]
    names: list[tuple[str, ...]] = list(combinations(sides, 2))
    if account.place is not None:
        where = account.place.country or account.place.name.casefold()
        names += [(side, "in", where) for side in sides]
    if len(sides) == 1:
        names.append((sides[0],))
    if account.encounter.occasion:
        names.append(("occasion", account.encounter.occasion.casefold()))
    return {(*name, str(week)) for name in names for week in _weeks(account)}


def _weeks(account: Account) -> Iterator[int]:
    days = window(account)
    if days is None:
        yield 0
        return
    first, last = days.first, days.last
    if account.encounter.status in ("planned", "possible", "cancelled", "denied"):
        last += _PLANS_AHEAD
    stretch = Days(first - _SLACK, last + _SLACK)
    weeks = range(stretch.first.toordinal() // 7, stretch.last.toordinal() // 7 + 1)
    yield from weeks[:_LONGEST_BLOCK]
