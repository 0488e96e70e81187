"""What a settling may look at: readings and actors of a store, and what decisions bind together."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from aktenlage.consolidate.actors import Actors
from aktenlage.consolidate.assemble import in_order
from aktenlage.consolidate.decided import Decided, overlap
from aktenlage.consolidate.gathered import Gathered, Judges
from aktenlage.consolidate.origins import find_origins
from aktenlage.consolidate.passages import Passage
from aktenlage.model.annotation import Actor, Document
from aktenlage.model.dossier import Evidence
from aktenlage.model.judgement import TargetKind
from aktenlage.model.position import Position
from aktenlage.model.reading import Reading
from aktenlage.model.record import from_record
from aktenlage.store.index import Index, Told

T = TypeVar("T")


class Reach:
    """The parts of a store around some articles; *find* gives a reading by its article's id."""

    def __init__(self, index: Index, find: Callable[[str], Reading | None], judges: Judges, users: Decided) -> None:
        self._index = index
        self._find = find
        self._judges = judges
        self._users = users
        self._read: dict[str, Reading] = {}

    def reading(self, name: str) -> Reading:
        """Give the reading of an article that the store holds."""
        if name not in self._read:
            found = self._find(name)
            assert found is not None, name
            self._read[name] = found
        return self._read[name]

    def known(self, readings: Iterable[Reading]) -> Actors:
        """Give the actors of *readings* as the file knows them."""
        rows = self._index.actors(ids={actor.id for reading in readings for actor in reading.actors})
        rows |= self._index.actors(same={row.same for row in rows.values()})
        states = {row.same: json.loads(row.record)["state"] for row in rows.values()}
        records = {row.id: from_record(Actor, json.loads(row.record)["actor"]) for row in rows.values()}
        known = {}
        for same, state in states.items():
            group = sorted(row.id for row in rows.values() if row.same == same)
            offices = tuple(dict.fromkeys(office for name in group for office in records[name].offices))
            known[same] = replace(records[same], offices=offices, state=state)
        return Actors(known, {row.id: row.same for row in rows.values()})

    def gathered(self, names: Iterable[str]) -> Gathered:
        """Gather articles with their actors, and with the origins of all that share words with them."""
        wanted = set(names)
        sharing, shared = self._index.sharing(wanted)
        passages = sorted(
            Passage(min(one, other), max(one, other), words)
            for one, other, words in ((Evidence(a, b, c), Evidence(d, e, f), n) for a, b, c, d, e, f, n in shared)
        )
        around = in_order(self.reading(name) for name in sharing)
        origins = find_origins([reading.article for reading in around], passages)
        readings = in_order(self.reading(name) for name in wanted)
        return Gathered(readings, self.known(readings), origins, passages, self._judges, self._users)

    def decided_with(self, names: set[str], components: set[str]) -> set[str]:
        """Add to *components* those of all accounts that users decided upon together with some of them."""
        waiting = self._users.over("event")
        while waiting:
            region = {(each.article, each.number) for each in self._index.members(components=components)}
            articles = names | {article for article, _ in region}
            asked = [each for each in waiting if articles & {place.article for place in each.places}]
            accounts = self.gathered(self.stored(p.article for each in asked for p in each.places)).accounts()
            drawn: set[tuple[str, int]] = set()
            for judgement in asked:
                keys = {(a.article, a.number) for a in accounts if _rests_on(a.evidence, judgement.places)}
                if keys & region or names & {article for article, _ in keys}:
                    waiting.remove(judgement)
                    drawn |= keys
            if not drawn:
                break
            members = self._index.members(of={article for article, _ in drawn})
            components = components | {each.component for each in members if (each.article, each.number) in drawn}
        return components

    def stored(self, names: Iterable[str]) -> set[str]:
        """Leave out articles that the store does not hold; a decision may have been taken over from another one."""
        return {name for name in set(names) if name in self._read or self._find(name) is not None}

    def decided_keys(self, kind: TargetKind, keys: set[str]) -> set[str]:
        """Add to *keys* those of all that users decided upon together with what is told under some of them."""
        waiting = self._users.over(kind)
        while waiting:
            places = [place for told in self._index.telling(kind, keys) for place in _places(told)]
            drawn = [each for each in waiting if _rests_on(places, each.places)]
            if not drawn:
                break
            waiting = [each for each in waiting if each not in drawn]
            for each in drawn:
                rows = self._index.told_by({place.article for place in each.places})
                keys = keys | {row.key for row in rows if row.kind == kind and _rests_on(_places(row), each.places)}
        return keys


def load_told(kind: type[T], record: str | None) -> tuple[str | None, T]:
    """Give the day of publication and the value of something told."""
    told = json.loads(record or "{}")
    return told["published"], from_record(kind, told["value"])


def _rests_on(places: Iterable[Evidence], words: Sequence[Evidence]) -> bool:
    by_article: defaultdict[str, list[Evidence]] = defaultdict(list)
    for each in words:
        by_article[each.article].append(each)
    return any(overlap(place, each) for place in places for each in by_article.get(place.article, ()))


def _places(told: Told) -> list[Evidence]:
    kind: type[Position | Document] = Position if told.kind == "position" else Document
    _, value = load_told(kind, told.record)
    return [Evidence(told.article, span.start, span.end) for span in value.evidence]
