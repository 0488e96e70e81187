"""Readings of many articles become one dossier."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from aktenlage.consolidate.account import Account, accounts_of
from aktenlage.consolidate.actors import Actors, SameName, list_actors, same_words, unite_actors
from aktenlage.consolidate.changes import document_changes, event_changes, retraction, standpoint_changes
from aktenlage.consolidate.cluster import Cluster, cluster_accounts
from aktenlage.consolidate.corrections import find_correction
from aktenlage.consolidate.days import certain_moment, days_of, end_of
from aktenlage.consolidate.decided import Decided, decided
from aktenlage.consolidate.delegations import unite_delegations
from aktenlage.consolidate.documents import Chain, chain_documents
from aktenlage.consolidate.events import event_of, is_retracted
from aktenlage.consolidate.origins import Origins, find_origins
from aktenlage.consolidate.passages import Passage, find_passages
from aktenlage.consolidate.places import PlaceOf, bare_place
from aktenlage.consolidate.standpoints import unite_positions
from aktenlage.consolidate.statements import unite_statements
from aktenlage.consolidate.words import words_of
from aktenlage.model.dossier import Change, Dossier, DossierDocument, Event, Evidence, Source
from aktenlage.model.judgement import Judgement
from aktenlage.model.reading import Reading


class Judges(NamedTuple):
    """What other steps know: whether two names mean one person, and where a place lies."""

    same_name: SameName = same_words
    place_of: PlaceOf = bare_place


def assemble(
    readings: Iterable[Reading],
    *,
    as_of: str | None = None,
    passages: Sequence[Passage] | None = None,
    judgements: Iterable[Judgement] = (),
    judges: Judges = Judges(),  # noqa: B008 - a frozen value
) -> Dossier:
    """
    Make one dossier out of *readings* and what users decided over them, whatever their order.

    With *as_of*, an ISO day or time stamp, only what had surely appeared by then counts. *passages* are those that the
    articles share, where they are known already.
    """
    chosen = sorted(_published_by(readings, as_of), key=lambda each: (each.article.published or "9", each.article.id))
    if passages is None:
        passages = find_passages(words_of(each.article.id, each.article.text, each.noise) for each in chosen)
    known = {each.article.id for each in chosen}
    shared = [each for each in passages if each.first.article in known and each.second.article in known]
    origins = find_origins([each.article for each in chosen], shared)
    actors = unite_actors(chosen, judges.same_name)
    users = decided(judgements, as_of=as_of)
    clusters = _clusters(chosen, actors, origins, shared, judges, users)
    events = [event for cluster in clusters if (event := event_of(cluster, origins=origins)) is not None]
    chains = chain_documents(chosen, actors)
    positions = unite_positions(chosen, actors)
    documents = [document for chain in chains if (document := chain.document()) is not None]
    changes = [
        *(change for cluster in clusters for change in _event_changes(cluster, origins)),
        *(change for chain in chains for change in _document_changes(chain)),
        *standpoint_changes(positions),
    ]
    return Dossier(
        as_of=_as_of(chosen, as_of),
        articles=tuple(_source(reading, origins) for reading in chosen),
        origins=origins.all,
        actors=list_actors(actors, chosen),
        events=tuple(sorted(users.marked("event", events), key=_by_day)),
        statements=users.marked("statement", unite_statements(chosen, actors)),
        positions=users.marked("position", positions),
        documents=users.marked("document", documents),
        delegations=unite_delegations(chosen, actors, _event_by_encounter(clusters)),
        changes=tuple(sorted(changes, key=lambda change: (change.at, change.event or "~", change.kind))),
    )


def _by_day(event: Event) -> tuple[date, date, str]:
    days = days_of(event.date)
    return (days.first, days.last, event.id) if days else (date.max, date.max, event.id)


def _published_by(readings: Iterable[Reading], as_of: str | None) -> list[Reading]:
    if as_of is None:
        return list(readings)
    end = end_of(as_of)
    moments = ((reading, certain_moment(reading.article.published)) for reading in readings)
    return [reading for reading, moment in moments if moment is not None and moment <= end]


def _as_of(readings: Sequence[Reading], as_of: str | None) -> str | None:
    if as_of is not None:
        return end_of(as_of).isoformat()
    moments: list[datetime] = [
        moment for each in readings if (moment := certain_moment(each.article.published)) is not None
    ]
    return max(moments).isoformat() if moments else None


def _source(reading: Reading, origins: Origins) -> Source:
    article = reading.article
    return Source(
        article.id, article.outlet, article.title, article.published, article.agencies, origins.of[article.id]
    )


def _clusters(
    readings: Sequence[Reading],
    actors: Actors,
    origins: Origins,
    passages: Sequence[Passage],
    judges: Judges,
    users: Decided,
) -> list[Cluster]:
    accounts: list[Account] = []
    for reading in readings:
        correction = find_correction(reading)
        accounts += accounts_of(
            reading, actors=actors, origins=origins, place_of=judges.place_of, correction=correction
        )
    return cluster_accounts(accounts, same_words=_Copied(passages).both, decided=users)


class _Copied:
    """Whether two places carry copied words."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._by_pair: defaultdict[tuple[str, str], list[tuple[Evidence, Evidence]]] = defaultdict(list)
        for passage in passages:
            self._by_pair[passage.first.article, passage.second.article].append((passage.first, passage.second))

    def both(self, one: tuple[Evidence, ...], other: tuple[Evidence, ...]) -> bool:
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


def _event_by_encounter(clusters: Sequence[Cluster]) -> dict[tuple[str, int], str]:
    return {(account.article, account.number): cluster.id for cluster in clusters for account in cluster.accounts}


def _event_changes(cluster: Cluster, origins: Origins) -> list[Change]:
    """Tell the event again for each day of publication, and what each day brought."""
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


def _document_changes(chain: Chain) -> list[Change]:
    changes: list[Change] = []
    before: DossierDocument | None = None
    for day in chain.days():
        after = chain.document(day)
        if after is not None:
            changes += document_changes(day, before, after)
            before = after
    return changes
