"""Who is meant by a word that points back: the people and states of the last sentences, likeliest first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from aktenlage.model.candidate import Candidate
from aktenlage.resolve.people import Person
from aktenlage.resources.registry import Registry

# How many sentences back a pronoun may reach.
REACH = 3


@dataclass(frozen=True, slots=True)
class _Seen:
    person: Person
    sentence: int
    start: int
    clause: int
    subject: bool


class Salience:
    """People and states in the order in which the article names them."""

    def __init__(self) -> None:
        self._people: list[_Seen] = []
        self._states: list[tuple[str, int]] = []
        self._parties: list[tuple[str, int]] = []

    def saw(self, person: Person, candidate: Candidate) -> None:
        """Take note of a mention of *person*."""
        self._people.append(_Seen(person, candidate.sentence, candidate.start, candidate.clause, candidate.subject))

    def saw_state(self, actor: str, candidate: Candidate) -> None:
        """Take note of a mention of a state or body."""
        self._states.append((actor, candidate.sentence))
        if candidate.role != "place":
            self._parties.append((actor, candidate.sentence))

    def people(self, candidate: Candidate) -> Iterator[Person]:
        """
        Give the people that *candidate* may mean, likeliest first.

        Of each sentence, going back, those that are subjects come first, then the others in their order. A pronoun
        that is no subject hardly means whoever does what its clause tells, unless that is a pronoun for somebody named
        behind it; one that is does not mean anybody else of its clause.
        """
        points = candidate.form in ("pronoun", "guest", "either")
        acting = self._acting(candidate) if points and not candidate.subject else []
        given = {id(person) for person in acting}
        for back in range(1 if candidate.inquit else 0, REACH):
            sentence = candidate.sentence - back
            here = [seen for seen in self._people if seen.sentence == sentence]
            if back == 0 and points and candidate.subject:
                here = [seen for seen in here if seen.clause != candidate.clause or seen.clause < 0]
            for seen in sorted(here, key=lambda seen: (not seen.subject, seen.start)):
                if id(seen.person) not in given and self._fits(seen.person, candidate):
                    given.add(id(seen.person))
                    yield seen.person
        before = range(candidate.sentence - REACH + 1, candidate.sentence)
        told = {id(seen.person) for seen in self._people if seen.sentence in before}
        yield from (person for person in acting if id(person) in told and self._fits(person, candidate))

    def _acting(self, candidate: Candidate) -> list[Person]:
        """
        Give who does what the candidate's clause tells.

        That is its subject, the one named right before a relative clause, or, where another clause has the subject,
        any of its sentence.
        """
        here = [seen for seen in self._people if seen.sentence == candidate.sentence]
        if candidate.doer == "antecedent":
            before = [seen for seen in here if seen.start < candidate.start and seen.clause != candidate.clause]
            return [max(before, key=lambda seen: seen.start).person] if before else []
        shared = candidate.doer == "shared"
        return [seen.person for seen in here if seen.subject and (shared or seen.clause == candidate.clause)]

    def doers(self, candidate: Candidate) -> list[Person]:
        """Give the subjects of the candidate's own clause, who do something to somebody else."""
        own = [s for s in self._people if s.sentence == candidate.sentence and s.clause == candidate.clause]
        return [seen.person for seen in own if seen.subject]

    def only(self, candidate: Candidate) -> Person | None:
        """Give the only one whom the last sentences name, if it fits."""
        near = {s.person.id: s.person for s in self._people if 0 <= candidate.sentence - s.sentence < REACH}
        person = next(iter(near.values())) if len(near) == 1 else None
        return person if person and self._fits(person, candidate) else None

    def latest(self, candidate: Candidate) -> Person | None:
        """Give the one who was named last, not as a subject: what "dieser" means."""
        near = [s for s in self._people if candidate.sentence - s.sentence < 2 and self._fits(s.person, candidate)]
        others = [seen for seen in near if not seen.subject]
        chosen = others or near
        return chosen[-1].person if chosen else None

    def all_people(self) -> Iterator[Person]:
        """Everyone named so far, latest first."""
        given: set[int] = set()
        for seen in reversed(self._people):
            if id(seen.person) not in given:
                given.add(id(seen.person))
                yield seen.person

    def pair(self, sentence: int) -> tuple[Person, ...]:
        """Give the last two people before or in a sentence, in the order of the text."""
        found: list[Person] = []
        for seen in reversed(self._people):
            if sentence - seen.sentence >= REACH:
                break
            if all(seen.person is not person for person in found):
                found.append(seen.person)
            if len(found) == 2:
                return tuple(reversed(found))
        return ()

    def state_pair(self, sentence: int, countries_of: Registry | None = None) -> tuple[str, ...]:
        """Give the last two states or bodies before or in a sentence, other than places; only states of a registry."""
        near = [actor for actor, number in reversed(self._parties) if sentence - number < REACH]
        if countries_of is not None:
            near = [actor for actor in near if (entry := countries_of.get(actor)) and entry.kind == "state"]
        found = list(dict.fromkeys(near))[:2]
        return tuple(reversed(found)) if len(found) == 2 else ()

    def state_meant(self, sentence: int, registry: Registry) -> str | None:
        """Give the state that "die Regierung" means: the one that the article is about, or the only one near."""
        states = [(actor, at) for actor, at in self._states if (e := registry.get(actor)) and e.kind == "state"]
        near = {actor for actor, at in states if 0 <= sentence - at < REACH}
        ranked = Counter(actor for actor, _ in states).most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
            return ranked[0][0]
        return near.pop() if len(near) == 1 else None

    def counts(self) -> dict[str, int]:
        """How often each state was named so far."""
        counted: dict[str, int] = {}
        for actor, _ in self._states:
            counted[actor] = counted.get(actor, 0) + 1
        return counted

    @staticmethod
    def _fits(person: Person, candidate: Candidate) -> bool:
        return candidate.sex is None or person.sex is None or person.sex == candidate.sex
