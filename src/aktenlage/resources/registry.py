"""The registry: states, organisations, groups and people, as the data files and users' own files give them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from aktenlage.model.annotation import Actor
from aktenlage.model.registry import Entry, Tenure
from aktenlage.resources.given import given_sex
from aktenlage.resources.load import load
from aktenlage.resources.own import Own, read_own
from aktenlage.resources.spelling import family_first, name_key, near_keys, slug, without_accents

# The one file that `use_own_file` named.
_OWN_FILE: list[Path] = []
# Keys of this length and below are too short to be told from a slip of the pen.
_SHORT = 4
_NUMERAL = re.compile(r"[IVX]+\.?")


class Registry:
    """Known actors by id, by family name and by office; read-only."""

    def __init__(self, entries: Mapping[str, Entry], own: Own | None = None) -> None:
        own = own or Own()
        self.entries = {**entries, **{entry.id: entry for entry in own.entries}}
        self._own = own
        self._families: dict[str, list[Entry]] = {}
        self._near: dict[str, list[Entry]] | None = None
        self._holders: dict[tuple[str, str], list[tuple[Tenure, Entry]]] = {}
        for entry in self.entries.values():
            if entry.kind != "person":
                continue
            for key in {key for name in entry.names for key in family_keys(name)}:
                self._families.setdefault(key, []).append(entry)
            for tenure in entry.tenures:
                self._holders.setdefault((tenure.office, tenure.of), []).append((tenure, entry))

    def get(self, actor: str) -> Entry | None:
        """The entry with this id."""
        return self.entries.get(actor)

    def judged_same(self, actor: str) -> str:
        """Give the id that a user's judgement puts in the place of this one, else itself."""
        return self._own.merged.get(actor, actor)

    def judged_apart(self, one: str, other: str) -> bool:
        """Whether a user's judgement says that the two ids are never one actor."""
        return (one, other) in self._own.split

    def family(self, key: str) -> list[Entry]:
        """People whose family name has this key."""
        return self._families.get(key, [])

    def near_family(self, key: str) -> list[Entry]:
        """People whose family name differs from this key by one slip."""
        if self._near is None:
            self._near = {}
            for family, entries in self._families.items():
                for near in near_keys(family) if len(family) > _SHORT else ():
                    self._near.setdefault(near, []).extend(entries)
        found = (entry for near in near_keys(key) for entry in self._near.get(near, ()))
        return list({entry.id: entry for entry in found}.values()) if len(key) > _SHORT else []

    def whole_name(self, words: Sequence[str], at: int) -> int:
        """Give where the longest full name of a known person ends that begins at word number *at*, *at* for none."""
        known = self._full_names.get(words[at], ())
        return max((at + 1 + len(more) for more in known if _spelled_there(words, at + 1, more)), default=at)

    @cached_property
    def longest_name(self) -> int:
        """Words of the longest full name of a known person."""
        return max((1 + len(more) for names in self._full_names.values() for more in names), default=1)

    @cached_property
    def _full_names(self) -> Mapping[str, list[tuple[str, ...]]]:
        """The words behind the first one of each full name."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for entry in self.entries.values():
            for name in entry.names if entry.kind == "person" else ():
                first, *others = name.split()
                for spelled in {first, without_accents(first)} if others else ():
                    found.setdefault(spelled, []).append(tuple(others))
        return found

    def holders(self, office: str, of: str) -> list[tuple[Tenure, Entry]]:
        """All known holders of an office."""
        return self._holders.get((office, of), [])

    def actor(self, entry: Entry) -> Actor:
        """Give the actor of an entry."""
        return Actor(entry.id, entry.name, entry.kind, entry.wikidata, (), entry.state, registered=True)


def family_keys(name: str) -> Iterator[str]:
    """Give the keys under which a person's name may be cited by its family name alone."""
    words = name.split()
    if len(words) > 1 and _NUMERAL.fullmatch(words[-1]):
        words = words[:-1]
        yield name_key(words[-1])
        return
    if len(words) > 1 and words[0] in family_first():
        yield name_key(words[0])
        return
    if len(words) > 1:
        yield name_key(words[-1])
        # "von der Leyen", "bin Salman": the particles may be left out, or belong to the cited name.
        if "-" in words[-1]:
            yield name_key(words[-1].split("-")[-1])
    else:
        yield name_key(name)


def _spelled_there(words: Sequence[str], at: int, wanted: Sequence[str]) -> bool:
    """Whether the words from *at* on are these in whatever spelling, the last one perhaps in the genitive."""
    last = at + len(wanted) - 1
    if last >= len(words) or not (words[last][0].isupper() or "-" in words[last]):
        return False
    if any(name_key(there) != name_key(word) for there, word in zip(words[at:last], wanted, strict=False)):
        return False
    key, final = name_key(wanted[-1]), words[last]
    return name_key(final) == key or (final[-1] in "s'’" and name_key(final[:-1]) == key)


def use_own_file(path: Path | None) -> None:
    """Let entries and judgements of a user's file come before those shipped, None only the latter."""
    _OWN_FILE[:] = [path] if path else []
    registry.cache_clear()


@cache
def registry() -> Registry:
    """Give the registry: what is shipped, and before it a user's own file."""
    entries = {entry.id: entry for entry in _states()}
    entries |= {entry.id: entry for entry in _organizations()}
    entries |= _people(entries)
    return Registry(entries, read_own(_OWN_FILE[0]) if _OWN_FILE else None)


def _states() -> Iterator[Entry]:
    data = load("states")
    for part in ("states", "former"):
        for key, item in data[part].items():
            names = (item["name"], *item.get("also", ()))
            yield Entry(key, "state", names, state=key, source="states")


def _organizations() -> Iterator[Entry]:
    for key, item in load("organizations")["entries"].items():
        yield Entry(key, item["kind"], tuple(item["names"]), state=item.get("state"), source="organizations")


def _people(bodies: Mapping[str, Entry]) -> dict[str, Entry]:
    people: dict[str, Entry] = {}
    for name in holder_files():
        for of, offices in load(f"holders/{name}")["states"].items():
            for office, holders in offices.items():
                for person, terms in holders.items():
                    tenures = tuple(_tenures(office, of, terms))
                    entry = people.get(slug(person)) or Entry(
                        slug(person), "person", (person,), source=f"holders/{name}"
                    )
                    state = entry.state or (bodies[of].state if of in bodies else None)
                    people[entry.id] = replace(entry, state=state, tenures=entry.tenures + tenures)
    for person, item in load("persons")["persons"].items():
        entry = people.get(slug(person)) or Entry(slug(person), "person", (person,), source="persons")
        people[entry.id] = replace(
            entry,
            names=(*entry.names, *item.get("also", ())),
            state=item.get("of", entry.state),
            sex=item.get("sex"),
            born=item.get("born"),
            relatives=tuple(tuple(pair) for pair in item.get("relatives", ())),
        )
    return {key: entry if entry.sex else replace(entry, sex=_sex(entry.name)) for key, entry in people.items()}


def _sex(name: str) -> str | None:
    """Tell it by the given name, where there is one."""
    given, _, family = name.partition(" ")
    return given_sex(given)[1] if family else None


def _tenures(office: str, of: str, terms: Any) -> Iterator[Tenure]:
    for term in terms if isinstance(terms, list) else [terms]:
        if term is None:
            yield Tenure(office, of)
            continue
        start, _, end = str(term).partition("/")
        yield Tenure(office, of, start or None, end or None)


@cache
def holder_files() -> tuple[str, ...]:
    """Names of the files that list holders of offices, in the order of reading."""
    folder = files("aktenlage.resources") / "de" / "holders"
    return tuple(sorted(file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml")))
