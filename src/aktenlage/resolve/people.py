"""The people of one article: which names mean the same person, and whether the registry knows them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aktenlage.model.annotation import Actor
from aktenlage.model.candidate import Candidate, RoleUse, Sex
from aktenlage.model.registry import Entry, Tenure
from aktenlage.resolve.names import SAME, compare_names, one_slip
from aktenlage.resolve.offices import offices_meant
from aktenlage.resources.load import load
from aktenlage.resources.registry import Registry, family_keys
from aktenlage.resources.spelling import name_key, slug

# Keys of this length and below are shared by too many people to tell whom they mean at any time.
_COMMON = 5

_SEVERAL = 2

# With more people than this in one article, spellings are looked for among namesakes only.
_MANY = 300

# Bodies whose ids look like those of states.
_BODIES = ("eu", "un")
# Words that say how someone stands to another one, and no office.
_BETWEEN = ("colleague", "relative", "succession")


@dataclass(slots=True)
class Person:
    """Someone named in the article; *entry* is set if the registry knows the person, *party* if brackets name it."""

    name: str
    entry: Entry | None = None
    roles: list[RoleUse] = field(default_factory=list)
    sex: Sex | str | None = None
    party: str | None = None

    def add_role(self, role: RoleUse) -> None:
        """Take in what the article calls the person."""
        if role not in self.roles:
            self.roles.append(role)

    @property
    def id(self) -> str:
        """The actor's id."""
        return self.entry.id if self.entry else slug(self.name)


class People:
    """Everyone named in an article, found by family name."""

    def __init__(self, registry: Registry, day: str | None) -> None:
        self._registry = registry
        self._day = day
        self._by_family: dict[str, list[Person]] = {}
        self._places: dict[int, Person] = {}
        self.all: dict[str, Person] = {}

    def add_full(self, candidates: Sequence[Candidate]) -> None:
        """Take in all full names first, so that a family name alone finds them."""
        full = [c for c in candidates if c.form == "person" and c.name and given_and_family(c.name)]
        for candidate in sorted(full, key=lambda c: -len((c.name or "").split())):
            if candidate.name and not self._full(candidate.name):
                entry = self._known(candidate.name, candidate)
                self._new(candidate.name, entry, candidate)

    def find(self, candidate: Candidate) -> Person | None:
        """Give the person that a candidate's name means; make a new one where the words allow it."""
        name = candidate.name
        if not name:
            return None
        full = given_and_family(name)
        person = self._full(name) if full else self._single(name.rsplit(maxsplit=1)[-1], candidate)
        if person is None:
            entry = self._known(name, candidate)
            if entry is None and not (candidate.roles or candidate.strong or " " in name):
                return None
            person = self._new(name, entry, candidate)
        person.sex = person.sex or candidate.sex
        person.party = person.party or candidate.party
        return person

    def place(self, start: int, person: Person) -> None:
        """Note whose name begins at an offset."""
        self._places[start] = person

    def at(self, start: int | None) -> Person | None:
        """Give the person whose name begins at an offset."""
        return self._places.get(start) if start is not None else None

    def by_family(self, name: str) -> Person | None:
        """Give the person with this family name, in the article or, as of its day, in the registry."""
        people = self._by_family.get(name_key(name))
        if people:
            return people[-1]
        entries = [entry for entry in self._registry.family(name_key(name)) if _near(entry, self._day)]
        return self.of_entry(entries[0]) if len(entries) == 1 else None

    def of_entry(self, entry: Entry) -> Person:
        """Give the person of an entry, taken in where it is new."""
        return self.all.get(entry.id) or self._new(entry.name, entry, None)

    def _full(self, name: str) -> Person | None:
        best, found = SAME, None
        for key in (*family_keys(name), name_key(name.rsplit(maxsplit=1)[-1])):
            for person in self._by_family.get(key, ()):
                score = max(
                    compare_names(name, n).score for n in (person.name, *(person.entry.names if person.entry else ()))
                )
                if score > best or (score == best and found is None):
                    best, found = score, person
        if found is None and len(self.all) < _MANY:
            found = next((p for p in self.all.values() if compare_names(name, p.name).score >= SAME), None)
        apart = found is not None and self._registry.judged_apart(slug(name), found.id)
        return None if apart else found

    def _single(self, name: str, candidate: Candidate) -> Person | None:
        key = name_key(name)
        people = self._by_family.get(key, [])
        if not people and not self._registry.family(key) and len(self._by_family) < _MANY:
            people = [p for near, found in self._by_family.items() if one_slip(key, near) for p in found]
        if candidate.sex:
            people = [p for p in people if p.sex in (candidate.sex, None)]
        if len(people) < _SEVERAL:
            return people[0] if people else None
        named = list(self._places.values())
        return max(reversed(people), key=lambda person: (named.count(person), person.entry is not None))

    def _known(self, name: str, candidate: Candidate) -> Entry | None:
        judged = self._registry.get(self._registry.judged_same(slug(name)))
        entry = judged if judged and judged.kind == "person" else self._likely(name, candidate)
        if entry is None or self._registry.judged_apart(slug(name), entry.id):
            return None
        return self._registry.get(self._registry.judged_same(entry.id)) or entry

    def _likely(self, name: str, candidate: Candidate) -> Entry | None:
        keys = list(dict.fromkeys((*family_keys(name), name_key(name.rsplit(maxsplit=1)[-1]), *_father_keys(name))))
        entries = list({entry.id: entry for key in keys for entry in self._registry.family(key)}.values())
        if " " in name:
            scored = [(score, e) for e in entries if (score := _likeness(name, e)) >= SAME]
            if not scored:
                slips = (e for key in keys for e in self._registry.near_family(key) if _near(e, self._day))
                scored = [(score, e) for e in slips if (score := _likeness(name, e)) >= SAME]
            return max(scored, key=lambda pair: pair[0])[1] if scored else None
        if candidate.roles:
            states = {state for role in candidate.roles for state in role.of}
            fitting = [e for e in entries if e.state in states or any(t.of in states for t in e.tenures)]
            if fitting:
                entries = fitting
            elif states:
                return None
        near = [entry for entry in entries if _near(entry, self._day) or (len(entries) == 1 and len(keys[0]) > _COMMON)]
        near.sort(key=lambda e: (not self._holds(e, candidate), not self._in_office(e), not e.tenures))
        return near[0] if near and not self._another(near[0], candidate) else None

    def _in_office(self, entry: Entry) -> bool:
        return any(tenure.covers(self._day or "") for tenure in entry.tenures)

    def _holds(self, entry: Entry, candidate: Candidate) -> bool:
        """Whether the person has had an office that the words before the name may stand for."""
        return bool(_told_offices(entry, candidate))

    def _another(self, entry: Entry, candidate: Candidate) -> bool:
        """Whether the words tell a lesser office than the known person holds ("Außenminister Suleiman")."""
        if self._comes_later(entry, candidate):
            return True
        lesser = set(load("offices")["never_heads"])
        ruling = (t.office in load("offices")["heads"] and t.covers(self._day or "") for t in entry.tenures)
        told = any(role.office in lesser and not (role.former or role.coming) for role in candidate.roles)
        return told and any(ruling) and not self._holds(entry, candidate)

    def _comes_later(self, entry: Entry, candidate: Candidate) -> bool:
        """Whether the person held the office told only years after the day ("König Hamad" before Tamim bin Hamad)."""
        if self._day is None or any(role.coming or role.former for role in candidate.roles):
            return False
        held, year = _told_offices(entry, candidate), int(self._day[:4])
        return bool(held) and all(tenure.start is not None and int(tenure.start[:4]) > year + 1 for tenure in held)

    def _new(self, name: str, entry: Entry | None, candidate: Candidate | None) -> Person:
        person = self.all.get(entry.id if entry else slug(name))
        if person is None:
            person = Person(name, entry, sex=(entry.sex if entry else None) or (candidate.sex if candidate else None))
            self.all[person.id] = person
        names = (name, *(entry.names if entry else ()))
        for key in {key for n in names for key in (*family_keys(n), name_key(n.split()[-1]))}:
            people = self._by_family.setdefault(key, [])
            if person not in people:
                people.append(person)
        return person


def given_and_family(name: str) -> bool:
    """Whether a name is more than a family name with its particles: not so "Van Rompuy"."""
    return sum(word.lower() not in load("name-variants")["left_out"] for word in name.split()) > 1


def _father_keys(name: str) -> list[str]:
    """Give the key of the father's name before that of the clan: "Hamad bin Chalifa al-Thani"."""
    inner = pairwise(name.split()[1:-1])
    return [name_key(word) for particle, word in inner if particle in load("mentions")["patronymics"]]


def _told_offices(entry: Entry, candidate: Candidate) -> list[Tenure]:
    """Give when somebody held the offices that the words before the name may stand for."""
    offices = {office for role in candidate.roles for office in offices_meant(role)}
    return [tenure for tenure in entry.tenures if tenure.office in offices]


def _near(entry: Entry, day: str | None) -> bool:
    """Whether the person was in public life around *day*: in office at some time within ten years."""
    if day is None or not entry.tenures:
        return True
    year = int(day[:4])
    for tenure in entry.tenures:
        first = int((tenure.start or tenure.end or day)[:4])
        last = int(tenure.end[:4]) if tenure.end else (9999 if tenure.start else first)
        if first - 6 <= year <= last + 8:
            return True
    return False


def actor_of(person: Person, registry: Registry) -> Actor:
    """Give a person's actor, with the offices as the article words them."""
    offices = tuple(dict.fromkeys(_worded(role, person.sex) for role in person.roles if role.office not in _BETWEEN))
    # The envoy of a body is sent to a state, and not its own.
    own = [role.of for role in person.roles if all(len(of) == 2 and of not in _BODIES for of in role.of)]
    state = next((state for states in own for state in states), None)
    if person.entry:
        known = registry.actor(person.entry)
        return Actor(known.id, known.name, "person", known.wikidata, offices, known.state or state, registered=True)
    return Actor(person.id, person.name, "person", None, offices, state, registered=False)


def _worded(role: RoleUse, sex: str | None) -> str:
    """Give the office as one says it of this person: a word like "Gesandte" is "Gesandter" of a man."""
    adjectival = role.noun.endswith("e") and not role.noun.endswith("ollege")
    return role.words + "r" if adjectival and sex != "f" else role.words


def _likeness(name: str, entry: Entry) -> float:
    return max(compare_names(name, known).score for known in entry.names)
