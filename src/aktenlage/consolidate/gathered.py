"""Articles and what is known across them: what every list of the dossier is made from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from aktenlage.consolidate.account import Account, accounts_of
from aktenlage.consolidate.actors import Actors, SameName, same_words
from aktenlage.consolidate.changes import event_changes, retraction
from aktenlage.consolidate.cluster import Cluster, cluster_accounts
from aktenlage.consolidate.corrections import find_correction
from aktenlage.consolidate.days import days_of
from aktenlage.consolidate.decided import UNDECIDED, Decided
from aktenlage.consolidate.events import event_of, is_retracted
from aktenlage.consolidate.origins import Origins
from aktenlage.consolidate.passages import Passage
from aktenlage.consolidate.places import PlaceOf, bare_place
from aktenlage.model.dossier import Change, Event, Evidence
from aktenlage.model.reading import Reading


class Judges(NamedTuple):
    """What other steps know: whether two names mean one person, and where a place lies."""

    same_name: SameName = same_words
    place_of: PlaceOf = bare_place


@dataclass(frozen=True, slots=True)
class Gathered:
    """Readings with the actors, origins and passages that they share, and what users decided over them."""

    readings: Sequence[Reading]
    actors: Actors
    origins: Origins
    passages: Sequence[Passage]
    judges: Judges
    users: Decided = UNDECIDED

    def accounts(self) -> list[Account]:
        """Give every encounter as each article tells it."""
        return self._accounts(self.readings)

    def _judged(self) -> list[Account]:
        """Give all accounts of the articles that decisions over events speak of."""
        articles = {place.article for judgement in self.users.over("event") for place in judgement.places}
        return self._accounts(reading for reading in self.readings if reading.article.id in articles)

    def _accounts(self, readings: Iterable[Reading]) -> list[Account]:
        return [
            account
            for reading in readings
            for account in accounts_of(
                reading,
                actors=self.actors,
                origins=self.origins,
                place_of=self.judges.place_of,
                correction=find_correction(reading),
            )
        ]

    def clusters(self, accounts: Sequence[Account]) -> list[Cluster]:
        """Group accounts into events."""
        return cluster_accounts(accounts, same_words=self.same_words(), bound=self.users.bound(self._judged()))

    def same_words(self) -> "Copied":
        """Give the judge of whether two places carry copied words."""
        return Copied(self.passages)

    def events(self, clusters: Iterable[Cluster]) -> tuple[Event, ...]:
        """Tell the events by day, with what users decided over them."""
        told, keys = [], []
        for cluster in clusters:
            event = event_of(cluster, origins=self.origins)
            if event is not None:
                told.append(event)
                keys.append([(account.article, account.number) for account in cluster.accounts])
        return tuple(sorted(self.users.marked_events(told, keys, self._judged()), key=by_day))

    def event_changes(self, clusters: Iterable[Cluster]) -> list[Change]:
        """Tell each event again for each day of publication, and what each day brought."""
        return [change for cluster in clusters for change in _event_changes(cluster, self.origins)]


def by_day(event: Event) -> tuple[date, date, str]:
    """Order events by their days; those without any come last."""
    days = days_of(event.date)
    return (days.first, days.last, event.id) if days else (date.max, date.max, event.id)


class Copied:
    """Whether two places carry copied words."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._by_pair: defaultdict[tuple[str, str], list[tuple[Evidence, Evidence]]] = defaultdict(list)
        for passage in passages:
            self._by_pair[passage.first.article, passage.second.article].append((passage.first, passage.second))

    def __call__(self, one: tuple[Evidence, ...], other: tuple[Evidence, ...]) -> bool:
        """Whether most of a place of *one* stands in words copied from most of a place of *other*, or to it."""
        if not one or not other:
            return False
        if one[0].article > other[0].article:
            one, other = other, one
        return any(
            _covers_most(first, one) and _covers_most(second, other)
            for first, second in self._by_pair.get((one[0].article, other[0].article), ())
        )


def _covers_most(passage: Evidence, places: tuple[Evidence, ...]) -> bool:
    return any(
        2 * (min(place.end, passage.end) - max(place.start, passage.start)) > place.end - place.start
        for place in places
    )


def _event_changes(cluster: Cluster, origins: Origins) -> list[Change]:
    changes: list[Change] = []
    before: Event | None = None
    gone = False
    for day in sorted({account.day for account in cluster.accounts} - {date.max}):
        after = event_of(cluster, origins=origins, day=day)
        if after is None:
            continue
        corrected = any(
            account.corrects or (account.outdated is not None and account.outdated <= day)
            for account in cluster.accounts
            if account.day <= day
        )
        changes += event_changes(day.isoformat(), before, after, corrected=corrected)
        before = after
    for day in sorted({account.outdated for account in cluster.accounts if account.outdated is not None}):
        if not gone and before is not None and is_retracted(cluster, day):
            changes.append(retraction(day.isoformat(), before))
            gone = True
    return changes
