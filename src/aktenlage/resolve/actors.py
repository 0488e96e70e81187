"""Whom the mentions of an article mean."""

from collections.abc import Sequence

from aktenlage.model.annotation import Actor, Mention
from aktenlage.model.candidate import Candidate
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading
from aktenlage.resolve.offices import holder
from aktenlage.resolve.people import People, Person, actor_of
from aktenlage.resources.registry import registry


def resolve_actors(
    candidates: Sequence[Candidate], analysis: Analysis, reading: Reading
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Give the actors of the article and its mentions, each with its actor or None."""
    known = registry()
    day = reading.article.published[:10] if reading.article.published else None
    people = People(known, day)
    people.add_full(candidates)
    mentions: list[Mention] = []
    named: dict[int, Person] = {}
    later: list[Candidate] = []
    for candidate in candidates:
        if candidate.form == "person":
            person = people.find(candidate)
            if person:
                named[candidate.start] = person
                mentions.append(_mention(candidate, person.id))
        elif candidate.form == "known":
            mentions.append(_mention(candidate, *candidate.actors))
        else:
            later.append(candidate)
    mentions.extend(_mention(candidate, *_described(candidate, people, named, day)) for candidate in later)
    mentions.sort(key=lambda m: (m.start, m.end))
    ids = dict.fromkeys(actor for m in mentions for actor in (m.actors or ((m.actor,) if m.actor else ())))
    actors = []
    for actor in ids:
        if actor in people.all:
            actors.append(actor_of(people.all[actor], known, day))
        elif entry := known.get(actor):
            actors.append(known.actor(entry))
    return tuple(actors), tuple(mentions)


def _described(candidate: Candidate, people: People, named: dict[int, Person], day: str | None) -> tuple[str, ...]:
    if candidate.link is not None and candidate.link in named:
        person = named[candidate.link]
        person.roles += [role for role in candidate.roles if role not in person.roles]
        return (person.id,)
    if candidate.plural:
        return candidate.roles[0].of if candidate.roles else ()
    for role in candidate.roles:
        entry = holder(role, day, registry())
        if entry:
            person = people.of_entry(entry)
            person.roles += [r for r in candidate.roles if r not in person.roles]
            return (person.id,)
    return ()


def _mention(candidate: Candidate, *actors: str) -> Mention:
    return Mention(
        candidate.start,
        candidate.end,
        candidate.kind,
        actors[0] if len(actors) > 0 else None,
        actors if len(actors) > 1 else (),
        candidate.role,
    )
