"""Whom an office, a description or a pronoun means, as of the day written about."""

from collections.abc import Iterator

from aktenlage.model.candidate import Candidate, RoleUse
from aktenlage.model.registry import Entry
from aktenlage.resolve.offices import bodies_meant, broader, held_by, holder, neighbour, office, offices_meant
from aktenlage.resolve.people import People, Person
from aktenlage.resolve.salience import Salience
from aktenlage.resources.load import load
from aktenlage.resources.registry import Registry

_TWO = 2


class Descriptions:
    """Resolves the candidates that are no names, in the order of the text."""

    def __init__(self, people: People, salience: Salience, registry: Registry) -> None:
        self._people = people
        self._salience = salience
        self._registry = registry

    def resolve(self, candidate: Candidate, day: str | None) -> tuple[str, ...] | None:
        """Give the ids of whom *candidate* means, none where that is unknown; None if it means nobody at all."""
        if candidate.form in ("several", "counted"):
            return None
        if candidate.form == "pair":
            return tuple(person.id for person in self._salience.pair(candidate.sentence)) or None
        if candidate.form == "states":
            return self._salience.state_pair(candidate.sentence) or None
        if candidate.form == "countries":
            named = self._salience.state_pair(candidate.sentence, self._registry)
            return named or self._homes(candidate.sentence) or None
        if candidate.form == "body":
            return self._body(candidate)
        if candidate.form == "native":
            native = next(self._natives(candidate), None) or self._only_stranger(candidate)
            return self._ids(candidate, native) if native else None
        if candidate.form in ("pronoun", "either", "guest", "latter", "age"):
            person = self._pointing_back(candidate, day)
            return self._ids(candidate, person) if person else (() if candidate.form == "age" else None)
        return self._office(candidate, candidate.roles[0], day)

    def _homes(self, sentence: int) -> tuple[str, ...]:
        """Give the two states of the two people named last ("Merz traf Tusk. Die Minister beider Länder …")."""
        states = [person.entry.state for person in self._salience.pair(sentence) if person.entry is not None]
        homes = tuple(dict.fromkeys(state for state in states if state))
        return homes if len(homes) == _TWO else ()

    def _body(self, candidate: Candidate) -> tuple[str, ...] | None:
        """Give the state of a bare body: that of the capital where one deals with it, else the one told of."""
        if candidate.actors:
            return candidate.actors
        state = self._salience.state_meant(candidate.sentence, self._registry)
        return (state,) if state else None

    def _pointing_back(self, candidate: Candidate, day: str | None) -> Person | None:
        if candidate.form == "latter":
            return self._salience.latest(candidate)
        people = list(self._salience.people(candidate))
        if candidate.form == "guest" and candidate.actors:
            natives = {person.id for person in self._natives(candidate)}
            people = [person for person in people if person.id in natives]
        if candidate.age is not None:
            people = [person for person in people if _may_be_aged(person, candidate.age, day)]
        return people[0] if people else None

    def _natives(self, candidate: Candidate) -> Iterator[Person]:
        """Give those from a state whom the article named, latest first."""
        for person in self._salience.all_people():
            state = person.entry.state if person.entry else None
            home = {state} if state else {body for role in person.roles for body in role.of}
            sex = candidate.sex is None or person.sex in (candidate.sex, None)
            if home.intersection(candidate.actors) and sex:
                yield person

    def _only_stranger(self, candidate: Candidate) -> Person | None:
        """Give the only one near of that sex, if nobody knows where he or she is from ("die Amerikanerin")."""
        near = [person for person in self._salience.people(candidate) if person.sex == candidate.sex]
        alone = near[0] if len(near) == 1 else None
        if alone is None or (alone.entry is not None and alone.entry.state):
            return None
        of = {body for role in alone.roles for body in role.of}
        return None if any((entry := self._registry.get(body)) and entry.kind == "state" for body in of) else alone

    def _office(self, candidate: Candidate, role: RoleUse, day: str | None) -> tuple[str, ...] | None:
        bodies = bodies_meant(role, self._salience.counts())
        item = office(role.office)
        if candidate.plural:
            theirs = role.possessive and not role.of and bool(offices_meant(role))
            homes = self._homes(candidate.sentence) if theirs else ()  # "Ihre Außenminister …"
            return homes or (None if item.get("private") or not role.of else self._holders(role, day))
        person = self._holder(candidate, role, bodies, day)
        if person:
            person.add_role(role)
            return self._ids(candidate, person)
        woman = self._only_woman(candidate, role) if candidate.sex == "f" and candidate.definite else None
        if woman:
            return self._ids(candidate, woman)
        if item.get("private"):
            return () if candidate.definite and role.person else None
        if not role.of and not role.part and item.get("leads"):
            alone = self._salience.only(candidate)
            return self._ids(candidate, alone) if alone and candidate.definite else None
        stands_in = role.of if len(role.of) == 1 and not (role.former or role.coming) else ()
        return stands_in or (() if candidate.definite else None)

    def _holders(self, role: RoleUse, day: str | None) -> tuple[str, ...]:
        """Give for each of several states whoever holds the office, where the article names him, else the state."""
        if len(role.of) == 1 or day is None:
            return role.of
        held = {body: holder(role, (body,), day, self._registry) for body in role.of}
        named = {body: entry.id for body, entry in held.items() if entry is not None and entry.id in self._people.all}
        return tuple(named.get(body, body) for body in role.of)

    def _holder(self, candidate: Candidate, role: RoleUse, bodies: tuple[str, ...], day: str | None) -> Person | None:
        if role.office == "relative":
            return self._relative(candidate, role)
        if role.office == "colleague":
            return self._colleague(candidate, role, day)
        if role.office == "succession":
            return self._succession(candidate, role, day)
        if role.former:
            return self._former(role, day)
        if role.deputy or role.coming:
            return None
        if role.office == "politician":
            party = role.of or tuple(office("politician")["parties"].get(role.noun, ()))
            members = [p for p in self._salience.all_people() if p.party in party and p.sex in (candidate.sex, None)]
            if candidate.definite and members:
                return members[0]
            return self._in_article(candidate, role, bodies, day) or self._subject(candidate, party)
        if bodies and day:
            entry = holder(role, bodies, day, self._registry)
            if entry is not None and candidate.sex == "f" and entry.sex == "m":
                entry = None  # "Die Kanzlerin" is not the man who holds the office now.
            called = None if entry and entry.id in self._people.all else self._called(candidate, role, bodies)
            guessed = not role.of and "default" in office(role.office)
            if entry and entry.id not in self._people.all and guessed:
                called = called or self._in_article(candidate, role, (), day)  # That of another state is told of.
            if entry and called is None:
                return self._people.of_entry(entry)
            return called or self._in_article(candidate, role, bodies, day)
        return self._in_article(candidate, role, bodies, day)

    def _in_article(
        self, candidate: Candidate, role: RoleUse, bodies: tuple[str, ...], day: str | None
    ) -> Person | None:
        """Find someone whom the article named with this office before, or who holds it."""
        if not candidate.definite:
            return None
        for person in self._salience.all_people():
            if candidate.sex and person.sex and candidate.sex != person.sex:
                continue
            for known in person.roles:
                same = known.noun == role.noun and not known.former
                if role.part and not role.of and known.part != role.part:
                    continue
                if same and (not bodies or not known.of or set(bodies) & set(known.of)):
                    return person
            if person.entry and day and role.office != "chair" and held_by(person.entry, role, day):
                return person
        return self._broadly(candidate, role, bodies)

    def _broadly(self, candidate: Candidate, role: RoleUse, bodies: tuple[str, ...]) -> Person | None:
        """Find someone whom the article named with an office that the word may mean too ("der Minister")."""
        offices, nouns = broader(role.noun)
        for person in self._salience.all_people() if not role.part else ():
            if candidate.sex and person.sex and candidate.sex != person.sex:
                continue
            for known in person.roles:
                meant = (known.office in offices or known.noun in nouns) and not (known.former or known.deputy)
                if meant and (not bodies or set(bodies) & set(known.of)):
                    return person
        return None

    def _called(self, candidate: Candidate, role: RoleUse, bodies: tuple[str, ...]) -> Person | None:
        """Find someone whom the article itself calls the holder, also a former or late one."""
        for person in self._salience.all_people():
            fits = not (candidate.sex and person.sex and candidate.sex != person.sex)
            if fits and any(known.noun == role.noun and set(known.of) & set(bodies) for known in person.roles):
                return person
        return None

    def _only_woman(self, candidate: Candidate, role: RoleUse) -> Person | None:
        """Give the only woman near, whom a word like "die Senatorin" means; not where it is of another state."""
        women = [person for person in self._salience.people(candidate) if person.sex == "f"]
        if len(women) != 1 or role.former or role.coming or role.deputy or role.person:
            return None
        state = women[0].entry.state if women[0].entry else None
        return women[0] if not role.of or state is None or state in role.of else None

    def _subject(self, candidate: Candidate, party: tuple[str, ...]) -> Person | None:
        """Give the likeliest person near, nobody of another party."""
        people = self._salience.people(candidate) if candidate.definite else ()
        doers = () if candidate.subject else self._salience.doers(candidate)
        return next((p for p in people if p not in doers and (not party or p.party in (None, *party))), None)

    def _former(self, role: RoleUse, day: str | None) -> Person | None:
        for person in self._salience.all_people():
            if any(known.noun == role.noun and known.former for known in person.roles):
                return person
            if person.entry and day and held_by(person.entry, role, day, former=True):
                return person
        return None

    def _relative(self, candidate: Candidate, role: RoleUse) -> Person | None:
        head = self._people.by_family(role.person) if role.person else next(self._salience.people(candidate), None)
        if head is None or not (role.person or role.possessive):
            return None
        for entry in self._registry.entries.values():
            if (role.noun, head.id) in entry.relatives:
                return self._people.of_entry(entry)
        return None

    def _colleague(self, candidate: Candidate, role: RoleUse, day: str | None) -> Person | None:
        if not (role.possessive and role.of and day):
            return None
        for person in self._salience.people(candidate):
            for known in person.roles:
                if offices_meant(known):
                    entry = holder(known, role.of, day, self._registry)
                    return self._people.of_entry(entry) if entry else None
            for tenure in person.entry.tenures if person.entry else ():
                if tenure.start and tenure.covers(day):
                    entry = _of_office(tenure.office, role.of, day, self._registry)
                    return self._people.of_entry(entry) if entry else None
        return None

    def _succession(self, candidate: Candidate, role: RoleUse, day: str | None) -> Person | None:
        step = load("offices")["steps"].get(role.noun)
        head = self._people.by_family(role.person) if role.person else next(self._salience.people(candidate), None)
        if step is None or head is None or head.entry is None or day is None or not (role.person or role.possessive):
            return None
        entry = neighbour(head.entry, day, step, self._registry)
        return self._people.of_entry(entry) if entry else None

    def _ids(self, candidate: Candidate, *people: Person) -> tuple[str, ...]:
        for person in people:
            self._salience.saw(person, candidate)
        return tuple(person.id for person in people)


def _of_office(office_id: str, of: tuple[str, ...], day: str, registry: Registry) -> Entry | None:
    for body in of:
        found = [entry for tenure, entry in registry.holders(office_id, body) if tenure.start and tenure.covers(day)]
        if found:
            return found[-1]
    return None


def _may_be_aged(person: Person, age: int, day: str | None) -> bool:
    born = person.entry.born if person.entry else None
    if born is None or day is None or len(day) < 10:
        return True
    years = int(day[:4]) - int(born[:4]) - (day[5:] < born[5:] if len(born) == 10 else 0)
    return abs(years - age) <= (0 if len(born) == 10 else 1)
