"""An encounter as one article tells it, with all that comparing it with others needs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date

from aktenlage.consolidate.actors import Actors
from aktenlage.consolidate.corrections import Correction
from aktenlage.consolidate.days import Days, certain_moment, days_of, published_days
from aktenlage.consolidate.origins import Origins
from aktenlage.consolidate.places import Place, PlaceOf
from aktenlage.model.dossier import Evidence
from aktenlage.model.encounter import Encounter
from aktenlage.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Account:
    """
    One article's account of an encounter; its actors are those of the whole file.

    *persons* and *wholes* divide the participants, *sides* are the states and bodies that they stand for, and those
    whose word is awaited; members of their delegations are *delegates* and count as participants. *reported* are the
    days of publication, *days* those of the encounter. From *outdated* on a later version or a correction has taken its
    place; *withdrawn* says that the article itself repeats an error to correct it.
    """

    article: str
    number: int
    encounter: Encounter
    published: str | None
    reported: Days | None
    days: Days | None
    place: Place | None
    persons: frozenset[str]
    wholes: frozenset[str]
    delegates: frozenset[str]
    sides: frozenset[str]
    side_of: Mapping[str, str]
    evidence: tuple[Evidence, ...]
    origin: str
    outlet: str | None
    outdated: date | None = None
    withdrawn: bool = False
    corrects: bool = False

    @property
    def key(self) -> tuple[str, int, str, int]:
        """Order accounts by what they say, not by how they came in."""
        first = min((place.start for place in self.evidence), default=0)
        return (self.published or "", first, self.article, self.number)

    @property
    def day(self) -> date:
        """The day by which the article had surely appeared; articles without one come last."""
        return self.reported.last if self.reported else date.max

    @property
    def moment(self) -> str:
        """The time of publication in universal time, empty where only a day is known."""
        if "T" not in (self.published or ""):
            return ""
        moment = certain_moment(self.published)
        return moment.astimezone(UTC).isoformat() if moment else ""

    def holds(self, day: date) -> bool:
        """Whether the account still stood on *day*."""
        return not self.withdrawn and (self.outdated is None or self.outdated > day)


def accounts_of(
    reading: Reading, *, actors: Actors, origins: Origins, place_of: PlaceOf, correction: Correction | None = None
) -> list[Account]:
    """Give the accounts of one reading; *correction* says that it corrects an earlier article."""
    article = reading.article
    found = []
    for number, encounter in enumerate(reading.encounters):
        united = _united(encounter, actors)
        delegates = _delegates(reading, number, actors)
        present = dict.fromkeys((*united.participants, *delegates))
        sides = {actor: actors.side(actor) for actor in present}
        found.append(
            Account(
                article=article.id,
                number=number,
                encounter=united,
                published=article.published,
                reported=published_days(article.published),
                days=days_of(encounter.date),
                place=place_of(encounter.place) if encounter.place else None,
                persons=frozenset(filter(actors.is_person, present)),
                wholes=frozenset(filter(actors.is_whole, present)),
                delegates=frozenset(delegates),
                sides=frozenset(sides.values()) | _awaited(united, actors),
                side_of=sides,
                evidence=tuple(Evidence(article.id, place.start, place.end) for place in encounter.evidence),
                origin=origins.of[article.id],
                outlet=article.outlet,
                outdated=origins.outdated.get(article.id),
                withdrawn=correction is not None and correction.repeats(encounter.evidence),
                corrects=correction is not None,
            )
        )
    return found


def _awaited(encounter: Encounter, actors: Actors) -> frozenset[str]:
    """Whoever is asked to confirm is one of the parties, even where the article does not count it among them."""
    return frozenset(map(actors.side, encounter.unconfirmed_by))


def _delegates(reading: Reading, number: int, actors: Actors) -> list[str]:
    return [
        actors.one(name)
        for delegation in reading.delegations
        if delegation.encounter == number
        for name in (delegation.head, *delegation.members)
        if name is not None
    ]


def _united(encounter: Encounter, actors: Actors) -> Encounter:
    def each(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(actors.one(name) for name in names))

    return replace(
        encounter,
        participants=each(encounter.participants),
        host=actors.one(encounter.host) if encounter.host else None,
        mediators=each(encounter.mediators),
        announced_by=each(encounter.announced_by),
        confirmed_by=each(encounter.confirmed_by),
        denied_by=each(encounter.denied_by),
        unconfirmed_by=each(encounter.unconfirmed_by),
    )
