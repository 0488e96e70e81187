"""Whom the mentions of an article mean."""

from collections.abc import Sequence

from aktenlage.model.annotation import Actor, Mention
from aktenlage.model.candidate import Candidate
from aktenlage.model.index import Index
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading
from aktenlage.resolve.ahead import Found, named_ahead
from aktenlage.resolve.descriptions import Descriptions
from aktenlage.resolve.guests import guest_meant
from aktenlage.resolve.people import People, actor_of
from aktenlage.resolve.plurals import together
from aktenlage.resolve.salience import Salience
from aktenlage.resolve.speakers import speaker_meant
from aktenlage.resolve.subjects import body_meant, latter_meant
from aktenlage.resources.registry import registry


def resolve_actors(
    candidates: Sequence[Candidate], analysis: Analysis, reading: Reading
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Give the actors of the article and its mentions, each with its actor or None."""
    known = registry()
    published = reading.article.published
    day = published[:10] if published else None
    days = _Days(analysis, reading, day)
    people = People(known, day)
    people.add_full(candidates)
    salience = Salience()
    descriptions = Descriptions(people, salience, known)
    named = {actor for c in candidates if not c.beside for actor in c.actors}
    candidates = [c for c in candidates if not c.beside or named.intersection(c.beside)]
    found: list[tuple[Candidate, tuple[str, ...] | None]] = []
    for c in _linked_last(candidates):
        ids = together(c, analysis, found) or guest_meant(c, analysis, found)
        body = (latter_meant if c.form == "latter" else body_meant)(c, analysis, found) if ids is None else None
        ids = ids or (_meant(c, people, salience, descriptions, days) if body is None else body or None)
        for actor in ids if ids and c.form == "pair" else ():
            if actor in people.all:
                salience.saw(people.all[actor], c)
        found.append((c, ids))
    found = [(c, _meant_ahead(c, ids, analysis, found, people) or ids) for c, ids in found]
    mentions = [_mention(c, ids) for c, ids in found if ids is not None]
    mentions.sort(key=lambda m: (m.start, m.end))
    named_actors = dict.fromkeys(actor for m in mentions for actor in m.meant)
    return tuple(_actors(named_actors, people)), tuple(mentions)


def _meant_ahead(
    candidate: Candidate, ids: tuple[str, ...] | None, analysis: Analysis, found: Found, people: People
) -> tuple[str, ...] | None:
    """Give whom a pronoun means who is named behind it, None where nobody is."""
    return speaker_meant(candidate, analysis, found, people) or named_ahead(candidate, ids, analysis, found, people)


class _Days:
    """The day written about, sentence by sentence: the article's, or one in the past that the sentence names."""

    def __init__(self, analysis: Analysis, reading: Reading, day: str | None) -> None:
        self._day = day
        self._times = Index([time for time in reading.times if time.type == "DATE"])
        self._sentences = analysis.sentences

    def of(self, candidate: Candidate) -> str | None:
        if self._day is None:
            return None
        sentence = self._sentences[candidate.sentence]
        for time in self._times.within(sentence.start, sentence.end):
            value = time.value
            if value[:4].isdigit() and value[:4] < self._day[:4] and len(value) in (4, 7, 10) and value[-2:].isdigit():
                return value if len(value) > 4 else None
        return self._day


def _linked_last(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Put an office that explains a name behind that name, even where it stands before it."""
    return sorted(candidates, key=lambda c: (max(c.start, *_links(c)), c.end))


def _links(candidate: Candidate) -> tuple[int, ...]:
    links = (candidate.link, *candidate.further)
    return (-1, *(start + 1 for start in links if start is not None))


def _meant(
    candidate: Candidate, people: People, salience: Salience, descriptions: Descriptions, days: _Days
) -> tuple[str, ...] | None:
    if candidate.form == "known":
        for actor in candidate.actors:
            salience.saw_state(actor, candidate)
        return candidate.actors
    if candidate.form == "person" or candidate.link is not None:
        person = people.find(candidate) if candidate.form == "person" else people.at(candidate.link)
        if person is None:
            return None if candidate.form == "person" else ()
        for role in candidate.roles:
            person.add_role(role)
        if candidate.form == "person":
            people.place(candidate.start, person)
        if candidate.form == "pronoun" or (candidate.form == "person" and candidate.role is None):
            salience.saw(person, candidate)
        others = (people.at(start) for start in candidate.further)
        return (person.id, *(other.id for other in others if other is not None))
    return descriptions.resolve(candidate, days.of(candidate))


def _mention(candidate: Candidate, ids: tuple[str, ...]) -> Mention:
    several = ids if len(ids) > 1 else ()
    return Mention(candidate.start, candidate.end, candidate.kind, ids[0] if ids else None, several, candidate.role)


def _actors(ids: dict[str, None], people: People) -> list[Actor]:
    known = registry()
    actors = []
    for actor in ids:
        if person := people.all.get(actor):
            actors.append(actor_of(person, known))
        elif entry := known.get(actor):
            actors.append(known.actor(entry))
    return actors
