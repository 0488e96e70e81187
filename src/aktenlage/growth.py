"""Keeps the dossier of a store up to date: only what new articles and decisions concern is put together anew."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from aktenlage.consolidate.account import Account
from aktenlage.consolidate.actors import Actors, join_key, list_actors, merge_actors, tidy_names, unite_actors
from aktenlage.consolidate.assemble import chain_changes, in_order, latest, source_of
from aktenlage.consolidate.changes import standpoint_changes
from aktenlage.consolidate.cluster import Cluster
from aktenlage.consolidate.days import published_days
from aktenlage.consolidate.decided import Decided
from aktenlage.consolidate.delegations import unite_delegations
from aktenlage.consolidate.documents import chain_documents
from aktenlage.consolidate.gathered import Gathered, Judges
from aktenlage.consolidate.identity import content_id
from aktenlage.consolidate.pairs import ENOUGH, likeness
from aktenlage.consolidate.standpoints import unite_positions
from aktenlage.consolidate.statements import unite_statements
from aktenlage.consolidate.told import items_of, statement_keys
from aktenlage.model.annotation import Actor, Delegation, Document
from aktenlage.model.article import Article
from aktenlage.model.dossier import Dossier, DossierActor, DossierStatement
from aktenlage.model.position import Position
from aktenlage.model.reading import Reading
from aktenlage.model.record import from_record, to_json
from aktenlage.reach import Reach, load_told
from aktenlage.store.index import Index, Known, Membership, Told
from aktenlage.store.writer import entry_id

T = TypeVar("T")

# Reports of one statement lie within a week.
_WEEKS_AROUND = 2
# So often may an actor's new identity draw in articles that draw in others.
_ROUNDS = 4
_NOBODY = Actors({}, {})


@dataclass(slots=True)
class Part:
    """What takes the place of the entries *gone*, ids by kind; *states* are those for which people act."""

    gone: dict[str, set[str]]
    dossier: Dossier
    states: dict[str, str] = field(default_factory=dict)


class Growth:
    """
    One settling of a store.

    *find* gives a reading by its article's id, *entry* an actor of the dossier. The result is the same as putting all
    articles together at once: events change only within components of accounts that fit, statements within a week,
    stances by actor and issue, papers along their versions.
    """

    def __init__(
        self,
        index: Index,
        find: Callable[[str], Reading | None],
        entry: Callable[[str], DossierActor | None],
        *,
        judges: Judges,
        users: Decided,
    ) -> None:
        self._index = index
        self._entry = entry
        self._judges = judges
        self._users = users
        self._reach = Reach(index, find, judges, users)

    def fill(self, gathered: Gathered, clusters: Sequence[Cluster]) -> None:
        """Fill the look-up tables from all articles of the store."""
        self._index.clear()
        self._put_actors(gathered.actors, gathered.readings)
        by_article = _by_article(account for cluster in clusters for account in cluster.accounts)
        names = [reading.article.id for reading in gathered.readings]
        self._put_told(gathered.readings, by_article, gathered.actors, names)
        self._index.put_members((), names, _members(clusters))

    def grow(self, names: Iterable[str]) -> Part | None:
        """Put together what some articles concern; None where that may be everything."""
        concerned = self._concerned(set(names))
        if concerned is None:
            return None
        readings = [self._reach.reading(name) for name in sorted(concerned)]
        actors = self._reach.known(readings)
        before = self._index.told_by(concerned)
        gone: dict[str, set[str]] = defaultdict(set)
        gathered, clusters, old = self._events(readings, actors)
        gone["event"] |= old
        own = [account for account in gathered.accounts() if account.article in concerned]
        told = self._put_told(readings, _by_article(own), actors, concerned)
        dossier = Dossier(
            as_of=latest(readings, None),
            articles=tuple(source_of(reading, gathered.origins) for reading in readings),
            origins=tuple(each for each in gathered.origins.all if concerned & set(each.articles)),
            actors=self._actors(readings, actors, gone),
            events=gathered.events(clusters),
            statements=self._statements(concerned, gone),
            changes=tuple(gathered.event_changes(clusters)),
        )
        gone["origin"] |= set(self._index.resting_in("origin", concerned))
        dossier = self._add_standpoints(dossier, [*before, *told], gone)
        dossier = self._add_documents(dossier, [*before, *told], gone)
        touched = {account.article for cluster in clusters for account in cluster.accounts} | concerned
        dossier = self._add_delegations(dossier, [*before, *self._index.told_by(touched)], gone)
        mentioned = {actor for event in dossier.events for each in event.participants for actor in (each.actor,)}
        return Part(dict(gone), dossier, self._states(mentioned, dossier))

    def _concerned(self, names: set[str]) -> set[str] | None:
        """Give *names* with all articles whose origin or actors may change by them; unite the actors."""
        for _ in range(_ROUNDS):
            names, _ = self._index.sharing(names)
            readings = [self._reach.reading(name) for name in sorted(names)]
            if any(published_days(reading.article.published) is None for reading in readings):
                return None
            changed = self._unite(readings)
            more = {told.article for told in self._index.telling("actor", changed)} - names
            if not more:
                return names
            names |= more
        return None

    def _unite(self, readings: Sequence[Reading]) -> set[str]:
        """Unite the actors of *readings* with those who may be the same; give the known ones who became others."""
        actors = [actor for reading in readings for actor in reading.actors]
        keys = {key for actor in actors if (key := join_key(actor)) is not None}
        rows = self._index.actors(ids={actor.id for actor in actors}, keys=keys)
        own = {reading.article.id for reading in readings}
        senders = [told for told in self._index.telling("sent", rows) if told.article not in own and told.record]
        rows |= self._index.actors(ids={json.loads(told.record or "null") for told in senders})
        thin = Reading(
            Article("", ""),
            actors=tuple(from_record(Actor, json.loads(row.record)["actor"]) for row in rows.values()),
            delegations=tuple(Delegation(json.loads(told.record or "null"), members=(told.key,)) for told in senders),
        )
        united = unite_actors([thin, *readings], self._judges.same_name)
        changed = {
            row.id
            for row in rows.values()
            if united.one(row.id) != row.same
            or united.known[united.one(row.id)].state != json.loads(row.record)["state"]
        }
        self._put_actors(united, [thin, *readings])
        return changed

    def _put_actors(self, actors: Actors, readings: Iterable[Reading]) -> None:
        merged = merge_actors(readings)
        self._index.put_actors(
            Known(
                name,
                actors.one(name),
                join_key(actor),
                json.dumps(
                    {"actor": json.loads(to_json(actor)), "state": actors.known[actors.one(name)].state},
                    ensure_ascii=False,
                ),
            )
            for name, actor in merged.items()
        )

    def _events(self, readings: Sequence[Reading], actors: Actors) -> tuple[Gathered, list[Cluster], set[str]]:
        """Put the accounts of *readings* together with all that they, or those that fit them, may be one with."""
        names = {reading.article.id for reading in readings}
        own = self._reach.gathered(names).accounts()
        blocks = {
            item.key for reading in readings for item in self._items(reading, own, actors) if item.kind == "block"
        }
        beside = {(told.article, told.number) for told in self._index.telling("block", blocks)}
        members = {
            (each.article, each.number): each for each in self._index.members(of={*names, *(a for a, _ in beside)})
        }
        wide = self._reach.gathered(names | {article for article, _ in beside})
        accounts = {(account.article, account.number): account for account in wide.accounts()}
        same_words = wide.same_words()
        fitting = {
            key
            for key in beside & accounts.keys()
            if key[0] not in names
            and any(likeness(each, accounts[key], same_words=same_words).score >= ENOUGH for each in own)
        }
        components = {each.component for key, each in members.items() if key in fitting or key[0] in names}
        components = self._reach.decided_with(names, components)
        region = self._index.members(components=components)
        gathered = self._reach.gathered(names | {each.article for each in region})
        inside = {(each.article, each.number) for each in region if each.article not in names}
        chosen = [a for a in gathered.accounts() if a.article in names or (a.article, a.number) in inside]
        clusters = gathered.clusters(chosen)
        self._index.put_members(components, names, _members(clusters))
        return gathered, clusters, {each.event for each in region}

    def _items(self, reading: Reading, accounts: Iterable[Account], actors: Actors) -> Iterable[Told]:
        name = reading.article.id
        own = [account for account in accounts if account.article == name]
        for item in items_of(reading, own, actors):
            record = None if item.value is None else _dump(item.value, reading.article.published)
            yield Told(item.kind, item.key, name, item.number, record)

    def _put_told(
        self,
        readings: Iterable[Reading],
        accounts: Mapping[str, Sequence[Account]],
        actors: Actors,
        names: Iterable[str],
    ) -> list[Told]:
        rows = [
            told for reading in readings for told in self._items(reading, accounts.get(reading.article.id, ()), actors)
        ]
        self._index.put_told(names, rows)
        return rows

    def _actors(
        self, readings: Sequence[Reading], actors: Actors, gone: dict[str, set[str]]
    ) -> tuple[DossierActor, ...]:
        """List the actors of *readings* with the names that all their articles use."""
        concerned = {actor.id for reading in readings for actor in reading.actors}
        groups = {actors.one(name) for name in concerned}
        before = concerned | self._index.actors(same=groups).keys()
        gone["actor"] |= before
        names: defaultdict[str, set[str]] = defaultdict(set)
        for name in before:
            known = self._entry(name)
            names[actors.one(name)].update(known.names if known else ())
        return tuple(
            replace(each, names=tidy_names({*each.names, *names[each.id]}))
            for each in list_actors(actors, readings)
            if each.id in groups
        )

    def _statements(self, names: set[str], gone: dict[str, set[str]]) -> tuple[DossierStatement, ...]:
        waiting = self._users.over("statement")
        while drawn := [each for each in waiting if names & {place.article for place in each.places}]:
            waiting = [each for each in waiting if each not in drawn]
            names = names | self._reach.stored(place.article for each in drawn for place in each.places)
        readings = [self._reach.reading(name) for name in sorted(names)]
        actors = self._reach.known(readings)
        old = self._index.resting_in("statement", names)
        keys = {
            key
            for reading in readings
            for statement in reading.statements
            for key in statement_keys(statement, reading, actors, around=_WEEKS_AROUND)
        }
        keys |= {f"{key.partition('|')[0]}|" for key in keys}
        beside = {told.article for told in self._index.telling("statement", keys)}
        around = self._index.resting_in("statement", beside)
        wanted = names | beside | {article for each in (*old.values(), *around.values()) for article in each}
        told = in_order(self._reach.reading(name) for name in wanted)
        united = unite_statements(told, self._reach.known(told))
        again = names | {article for each in old.values() for article in each}
        chosen = [each for each in self._users.marked("statement", united) if again & set(each.reports)]
        gone["statement"] |= old.keys() | self._index.resting_on(
            "statement", (p for each in chosen for p in each.evidence)
        )
        return tuple(chosen)

    def _add_standpoints(self, dossier: Dossier, told: Iterable[Told], gone: dict[str, set[str]]) -> Dossier:
        keys = self._reach.decided_keys("position", {each.key for each in told if each.kind == "position"})
        thin = [
            Reading(Article(each.article, "", published=published), positions=(position,))
            for each in self._index.telling("position", keys)
            for published, position in [load_told(Position, each.record)]
        ]
        standpoints = unite_positions(thin, _NOBODY)
        for key in keys:
            actor, _, issue = key.partition("|")
            gone["position"].add(entry_id("p", actor, issue or None))
        marked = self._users.marked("position", standpoints)
        return replace(dossier, positions=marked, changes=(*dossier.changes, *standpoint_changes(standpoints)))

    def _add_documents(self, dossier: Dossier, told: Iterable[Told], gone: dict[str, set[str]]) -> Dossier:
        keys = {each.key for each in told if each.kind == "document"}
        rows: dict[tuple[str, int], Told] = {}
        fresh = set(keys)
        while fresh:
            found = self._index.telling("document", fresh)
            rows |= {(each.article, each.number): each for each in found}
            every = self._index.told_by({each.article for each in found})
            numbers = {(each.article, each.number) for each in found}
            fresh = {e.key for e in every if e.kind == "document" and (e.article, e.number) in numbers} - keys
            fresh = self._reach.decided_keys("document", keys | fresh) - keys
            keys |= fresh
        thin = [
            Reading(Article(each.article, "", published=published), documents=(document,))
            for _, each in sorted(rows.items())
            for published, document in [load_told(Document, each.record)]
        ]
        chains = chain_documents(thin, _NOBODY)
        gone["document"] |= {content_id("d", key) for key in keys}
        documents = [document for chain in chains if (document := chain.document()) is not None]
        changes = [change for chain in chains for change in chain_changes(chain)]
        marked = self._users.marked("document", documents)
        return replace(dossier, documents=marked, changes=(*dossier.changes, *changes))

    def _add_delegations(self, dossier: Dossier, told: Iterable[Told], gone: dict[str, set[str]]) -> Dossier:
        keys = {each.key for each in told if each.kind == "delegation"}
        rows = self._index.telling("delegation", keys)
        events = {
            (each.article, each.number): each.event for each in self._index.members(of={row.article for row in rows})
        }
        thin = [
            Reading(Article(each.article, "", published=published), delegations=(delegation,))
            for each in rows
            for published, delegation in [load_told(Delegation, each.record)]
        ]
        united = unite_delegations(thin, self._people(thin), events)
        gone["delegation"] |= self._index.resting_on("delegation", (p for each in united for p in each.evidence))
        return replace(dossier, delegations=united)

    def _people(self, thin: Iterable[Reading]) -> Actors:
        names = {n for r in thin for d in r.delegations for n in (d.of, d.head, *d.members) if n is not None}
        rows = self._index.actors(ids=names)
        known = {
            row.id: replace(from_record(Actor, json.loads(row.record)["actor"]), state=json.loads(row.record)["state"])
            for row in rows.values()
        }
        return Actors(known, {})

    def _states(self, actors: set[str], dossier: Dossier) -> dict[str, str]:
        named = {actor for each in dossier.statements for actor in (each.speaker, each.addressee) if actor}
        named |= {a for each in dossier.positions for a in (each.actor, *(s.toward for s in each.stances)) if a}
        named |= {a for each in dossier.documents for a in (*each.parties, *each.endorsed_by, *each.rejected_by)}
        named |= {a for each in dossier.delegations for a in (each.of, each.head, *each.members) if a}
        rows = self._index.actors(ids=actors | named)
        return {row.id: state for row in rows.values() if (state := json.loads(row.record)["state"])}


def _by_article(accounts: Iterable[Account]) -> dict[str, list[Account]]:
    found: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        found[account.article].append(account)
    return found


def _members(clusters: Iterable[Cluster]) -> list[Membership]:
    return [
        Membership(account.article, account.number, cluster.id, cluster.component)
        for cluster in clusters
        for account in cluster.accounts
    ]


def _dump(value: object, published: str | None) -> str:
    if isinstance(value, str):
        return json.dumps(value)
    return json.dumps({"published": published, "value": json.loads(to_json(value))}, ensure_ascii=False)
