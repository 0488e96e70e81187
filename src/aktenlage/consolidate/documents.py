"""Documents of many articles: one entry a chain of versions, the oldest first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aktenlage.consolidate.actors import Actors
from aktenlage.consolidate.groups import Groups
from aktenlage.consolidate.identity import content_id
from aktenlage.model.annotation import Document
from aktenlage.model.dossier import Disagreement, DossierDocument, Evidence, Value
from aktenlage.model.reading import Reading

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Told:
    article: str
    published: str
    document: Document


@dataclass(frozen=True, slots=True)
class Chain:
    """All reports of one document and its versions; *keys* are the versions, the oldest first."""

    keys: tuple[str, ...]
    names: Mapping[str, str]
    told: Mapping[str, Sequence[_Told]]
    actors: Actors

    def days(self) -> list[str]:
        """Give the days of publication on which something was told of it."""
        return sorted({each.published[:10] for told in self.told.values() for each in told if each.published})

    def document(self, day: str | None = None) -> DossierDocument | None:
        """Give the document as told up to *day*; None if nothing was."""
        told = {
            key: [each for each in self.told.get(key, ()) if day is None or "" < each.published[:10] <= day]
            for key in self.keys
        }
        if not any(told.values()):
            return None
        last = max(at for at, key in enumerate(self.keys) if told[key])
        keys = self.keys[: last + 1]
        return _united([key for key in keys if told[key] or key in self.names], self.names, told, self.actors)


def chain_documents(readings: Sequence[Reading], actors: Actors) -> list[Chain]:
    """Unite documents of one name or number of points, and join each version to what it supersedes."""
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    names: dict[str, str] = {}
    groups: Groups[str] = Groups()
    after: defaultdict[str, set[str]] = defaultdict(set)
    ordered = sorted(readings, key=lambda each: (each.article.published or "9", each.article.id))
    for reading in ordered:
        for document in reading.documents:
            key = _key(document.name, document.kind, document.points)
            names.setdefault(key, document.name)
            groups.head(key)
            told[key].append(_Told(reading.article.id, reading.article.published or "", document))
            if document.supersedes:
                older = _key(document.supersedes, document.kind, None)
                names.setdefault(older, document.supersedes)
                groups.join(key, older)
                after[older].add(key)
    return [
        Chain(tuple(keys), {key: names[key] for key in keys}, {key: told[key] for key in keys if key in told}, actors)
        for keys in (_in_order(group, after, told) for group in groups.all())
    ]


def keys_of(document: Document) -> tuple[str, ...]:
    """Give the keys of a document's version and of the one that it supersedes."""
    own = _key(document.name, document.kind, document.points)
    return (own, _key(document.supersedes, document.kind, None)) if document.supersedes else (own,)


def _key(name: str, kind: str, points: int | None) -> str:
    """Name what makes a version: its number of points where it has one, else its name."""
    number = str(points) if points is not None else next(iter(_NUMBER.findall(name)), None)
    if number is not None and kind == "plan":
        return f"{kind} {number}"
    return f"{kind} {name.casefold()}"


def _in_order(keys: Sequence[str], after: Mapping[str, set[str]], told: Mapping[str, Sequence[_Told]]) -> list[str]:
    """Sort versions so that each comes behind what it supersedes, else by first report."""
    left = sorted(keys, key=lambda key: (told[key][0].published if key in told else "", key))
    ordered: list[str] = []
    while left:
        ready = [key for key in left if not any(key in after.get(other, ()) for other in left if other != key)]
        chosen = ready[0] if ready else left[0]
        ordered.append(chosen)
        left.remove(chosen)
    return ordered


def _united(
    keys: Sequence[str], names: Mapping[str, str], told: Mapping[str, Sequence[_Told]], actors: Actors
) -> DossierDocument:
    latest = [each for key in keys for each in told.get(key, ())]
    newest = told.get(keys[-1]) or latest
    statuses = [each.document.status for each in newest if each.document.status]
    endorsed = _each(actors, [name for each in newest for name in each.document.endorsed_by])
    rejected = _each(actors, [name for each in latest for name in each.document.rejected_by])
    return DossierDocument(
        id=content_id("d", keys[0]),
        name=names[keys[-1]],
        kind=newest[-1].document.kind,
        status=statuses[-1] if statuses else None,
        versions=tuple(names[key] for key in keys),
        endorsed_by=endorsed,
        rejected_by=rejected,
        parties=_each(actors, [name for each in newest for name in each.document.parties]),
        evidence=_places(latest),
        disagreements=(*_versions(keys, names, told), *_statuses(newest, statuses)),
    )


def _places(told: Iterable[_Told]) -> tuple[Evidence, ...]:
    return tuple(
        dict.fromkeys(Evidence(each.article, span.start, span.end) for each in told for span in each.document.evidence)
    )


def _versions(
    keys: Sequence[str], names: Mapping[str, str], told: Mapping[str, Sequence[_Told]]
) -> Iterator[Disagreement]:
    """Reports of different versions do not contradict one another."""
    values = tuple(Value(names[key], _places(told[key])) for key in keys if told.get(key))
    if len(values) > 1:
        yield Disagreement("version", "version", values)


def _statuses(newest: Sequence[_Told], statuses: Sequence[str]) -> Iterator[Disagreement]:
    """One version, told in several states: a later report overtakes an earlier one, two of one day contradict."""
    by_status: defaultdict[str, list[_Told]] = defaultdict(list)
    for each in newest:
        if each.document.status:
            by_status[each.document.status].append(each)
    if len(by_status) < 2:
        return
    last = {each.published[:10] for each in by_status[statuses[-1]]}
    for status, reports in by_status.items():
        if status != statuses[-1]:
            at_once = bool(last & {each.published[:10] for each in reports if each.published})
            values = (Value(statuses[-1], _places(by_status[statuses[-1]])), Value(status, _places(reports)))
            yield Disagreement("status", "contradiction" if at_once else "update", values)


def _each(actors: Actors, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({actors.one(name) for name in names}))
