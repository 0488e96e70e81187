"""A cluster of accounts becomes an event: best-supported values, history, confirmations, disagreements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aktenlage.consolidate.account import Account
from aktenlage.consolidate.cluster import Cluster
from aktenlage.consolidate.confirmations import confirmations_of
from aktenlage.consolidate.origins import Origins
from aktenlage.consolidate.participants import participant_disagreements, participants_of
from aktenlage.consolidate.statuses import final_status, in_order, is_contested
from aktenlage.consolidate.values import (
    Support,
    alike_durations,
    as_disagreements,
    best_date,
    best_of,
    best_place,
    date_disagreements,
    other_disagreements,
    place_disagreements,
    supports,
)
from aktenlage.model.dossier import Disagreement, Event, Evidence, Link, Report, StatusReport, Value
from aktenlage.model.encounter import EncounterKind, Status


@dataclass(frozen=True, slots=True)
class Chosen:
    """The fields of an event and what disagrees with them."""

    best: dict[str, Support | None]
    disagreements: tuple[Disagreement, ...]

    def value(self, field: str) -> str | None:
        """The best value of a field."""
        support = self.best[field]
        return support.value if support else None


def event_of(cluster: Cluster, *, origins: Origins, day: date = date.max) -> Event | None:
    """Give the event as the articles up to *day* tell it; None if none of them does."""
    ordered = in_order([account for account in cluster.accounts if account.day <= day])
    if not ordered:
        return None
    standing = _standing(ordered, day)
    chosen = _choose(ordered, standing)
    status = final_status(standing)
    articles = sorted({account.article for account in ordered})
    return Event(
        id=cluster.id,
        kind=best_kind(standing),
        participants=participants_of(standing),
        place=chosen.value("place"),
        date=chosen.value("date"),
        duration=chosen.value("duration"),
        topics=tuple(sorted({topic for account in standing for topic in account.encounter.topics})),
        status=status,
        history=tuple(
            StatusReport(account.encounter.status, account.article, account.published, account.evidence)
            for account in ordered
            if not account.withdrawn
        ),
        confirmations=confirmations_of(standing),
        reports=tuple(_report(name, ordered) for name in articles),
        outlets=len({account.outlet for account in ordered}),
        independent_origins=origins.independent(articles),
        disagreements=(
            *chosen.disagreements,
            *participant_disagreements(standing),
            *_contested_status(standing, status),
        ),
        occasion=chosen.value("occasion"),
        outcome=tuple(
            Evidence(account.article, account.encounter.outcome.start, account.encounter.outcome.end)
            for account in standing
            if account.encounter.outcome is not None
        ),
        number=chosen.best["number"].value if chosen.best["number"] else None,
        links=tuple(
            Link((joint.one.article, joint.other.article), round(joint.likeness.score, 2), dict(joint.likeness.reasons))
            for joint in cluster.joints
            if joint.one.day <= day and joint.other.day <= day
        ),
    )


def best_kind(standing: Sequence[Account]) -> EncounterKind:
    """Choose the kind that most origins give; of two the more telling."""
    telling: tuple[EncounterKind, ...] = ("call", "meeting", "conference", "visit")
    counts = {kind: len({a.origin for a in standing if a.encounter.kind == kind}) for kind in telling}
    return max(telling, key=lambda kind: (counts[kind], -telling.index(kind)))


def known_length(duration: str | None) -> str | None:
    """Give a duration unless it leaves its number open: "for days" (PXD) tells no length."""
    return None if duration is None or "X" in duration else duration


def is_retracted(cluster: Cluster, day: date) -> bool:
    """Whether all that was told of the event up to *day* has been taken back."""
    told = [account for account in cluster.accounts if account.day <= day]
    return bool(told) and not any(account.holds(day) for account in told)


def _standing(ordered: Sequence[Account], day: date) -> list[Account]:
    """Leave out what a later version, or a correction by the same outlet, took the place of by *day*."""
    corrected = {account.outlet: account.day for account in ordered if account.corrects and not account.withdrawn}
    left = [
        account
        for account in ordered
        if account.holds(day) and (account.corrects or account.day > corrected.get(account.outlet, date.min))
    ]
    return left or list(ordered)


def _choose(ordered: Sequence[Account], standing: Sequence[Account]) -> Chosen:
    places = {a.encounter.place: a.place for a in ordered if a.place is not None and a.encounter.place is not None}
    date_found = supports(ordered, standing, lambda account: account.encounter.date)
    place_found = supports(ordered, standing, lambda account: account.encounter.place if account.place else None)
    lengths = supports(ordered, standing, lambda account: known_length(account.encounter.duration))
    numbers = supports(ordered, standing, lambda account: account.encounter.number)
    kinds = supports(ordered, standing, lambda account: account.encounter.kind)
    occasions = supports(ordered, standing, lambda account: account.encounter.occasion)
    kind = best_kind(standing)
    best = {
        "date": best_date(date_found),
        "place": best_place(place_found, places),
        "duration": best_of(lengths),
        "number": best_of(numbers),
        "occasion": best_of(occasions),
        "kind": next((support for support in kinds if support.value == kind), None),
    }
    typed = {
        "date": date_disagreements(best["date"], date_found),
        "place": place_disagreements(best["place"], place_found, places),
        "duration": other_disagreements(best["duration"], lengths, alike=alike_durations, otherwise="contradiction"),
        "number": other_disagreements(best["number"], numbers, alike=_equal, otherwise="contradiction"),
        "kind": other_disagreements(best["kind"], kinds, alike=_equal, otherwise="wording"),
    }
    found = [each for field in typed for each in as_disagreements(field, best[field], typed[field])]
    return Chosen(best, tuple(found))


def _equal(one: object, other: object) -> bool:
    return one == other


def _report(article: str, ordered: Sequence[Account]) -> Report:
    told = [account for account in ordered if account.article == article]
    evidence = dict.fromkeys(place for account in told for place in account.evidence)
    return Report(article, told[0].origin, tuple(evidence))


def _contested_status(standing: Sequence[Account], status: Status) -> list[Disagreement]:
    if not is_contested(standing, status):
        return []
    told: dict[str, list[tuple[Evidence, ...]]] = {}
    for account in standing:
        if account.encounter.status in ("held", "ongoing", "denied", "cancelled"):
            told.setdefault(account.encounter.status, []).append(account.evidence[:1])
    values = tuple(Value(name, tuple(place for places in given for place in places)) for name, given in told.items())
    return [Disagreement("status", "contradiction", values)]
