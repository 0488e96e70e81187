"""Who is the same across articles: registered actors by their id, others by judging their names."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from aktenlage.consolidate.groups import Groups
from aktenlage.model.annotation import Actor
from aktenlage.model.dossier import DossierActor, OfficeHeld
from aktenlage.model.reading import Reading
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import without_accents

SameName = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Actors:
    """All actors of a file by id; *same* gives the id that stands for an id of a reading."""

    known: Mapping[str, Actor]
    same: Mapping[str, str]

    def one(self, actor: str) -> str:
        """Give the id that stands for *actor* in the whole file."""
        return self.same.get(actor, actor)

    def side(self, actor: str) -> str:
        """Give the state for which a person acts, else the actor itself."""
        found = self.known.get(self.one(actor))
        return (found.state or found.id) if found else actor

    def is_person(self, actor: str) -> bool:
        """Whether a single human being is meant."""
        found = self.known.get(self.one(actor))
        return found is not None and found.kind == "person"

    def is_whole(self, actor: str) -> bool:
        """Whether the actor is a state or body that its people can stand for."""
        return not self.is_person(actor)


def same_words(one: str, other: str) -> bool:
    """Judge two names the same if all words of the shorter stand in the longer, the last at its end."""
    first, second = sorted((_fold(one).split(), _fold(other).split()), key=len)
    return bool(first) and len(first) > 1 and set(first) <= set(second) and first[-1] == second[-1]


def unite_actors(readings: Sequence[Reading], same_name: SameName) -> Actors:
    """Unite the actors of many readings; a person known by a bare surname joins the only one who bears it."""
    actors = merge_actors(readings)
    sent = _sent_by(readings, actors)
    groups: Groups[str] = Groups(actors)
    _join_spellings(actors, groups, same_name)
    _join_surnames(actors, groups)
    same: dict[str, str] = {}
    known: dict[str, Actor] = {}
    for group in groups.all():
        head = min(group, key=lambda name: (not actors[name].registered, -len(actors[name].name), name))
        same.update(dict.fromkeys(group, head))
        offices = {office: None for name in sorted(group) for office in actors[name].offices}
        states = [state for name in (head, *group) if (state := actors[name].state or sent.get(name))]
        state = states[0] if states else None
        known[head] = replace(actors[head], name=_main_name(actors[head]), offices=tuple(offices), state=state)
    return Actors(known, same)


def _main_name(actor: Actor) -> str:
    """Give the registry's name of a known actor, whatever an article calls him."""
    entry = registry().get(actor.id) if actor.registered else None
    return entry.name if entry is not None else actor.name


def list_actors(actors: Actors, readings: Iterable[Reading]) -> tuple[DossierActor, ...]:
    """Give every actor with the names that the articles use."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for mention in reading.mentions:
            if mention.actor is not None and mention.kind == "name":
                words = " ".join(reading.article.text[mention.start : mention.end].split())
                names[actors.one(mention.actor)].add(words)
    listed = [
        DossierActor(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            names=tidy_names(names[actor.id]),
            offices=tuple(OfficeHeld(title, of=actor.state) for title in actor.offices),
            state=actor.state,
        )
        for actor in actors.known.values()
    ]
    return tuple(sorted(listed, key=lambda actor: (not actor.names, actor.id)))


def tidy_names(names: set[str]) -> tuple[str, ...]:
    """Order names, and leave out those that are only a genitive of others."""
    return tuple(sorted(name for name in names if not _is_genitive(name, names)))


def _is_genitive(name: str, names: set[str]) -> bool:
    return name.endswith("s") and name[:-1] in names


def merge_actors(readings: Iterable[Reading]) -> dict[str, Actor]:
    """Unite what readings say of each actor, by the readings' own ids."""
    actors: dict[str, Actor] = {}
    for reading in readings:
        for actor in reading.actors:
            known = actors.get(actor.id)
            if known is None:
                actors[actor.id] = replace(actor, offices=tuple(sorted(set(actor.offices))))
                continue
            offices = tuple(sorted({*known.offices, *actor.offices}))
            fuller = min(known, actor, key=lambda each: (not each.registered, -len(each.name), each.name))
            actors[actor.id] = replace(
                fuller, offices=offices, state=_first(known.state, actor.state), registered=fuller.registered
            )
    return actors


def _sent_by(readings: Iterable[Reading], actors: Mapping[str, Actor]) -> dict[str, str]:
    """Give the state whose delegation a person belongs to, where all articles tell of one."""
    sent: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for delegation in reading.delegations:
            sender = actors.get(delegation.of or "")
            if sender is not None and sender.kind == "state":
                for member in delegation.members:
                    sent[member].add(sender.id)
    return {member: next(iter(states)) for member, states in sent.items() if len(states) == 1}


def _first(one: str | None, other: str | None) -> str | None:
    return min(one, other) if one and other else one or other


def _join_spellings(actors: Mapping[str, Actor], groups: Groups[str], same_name: SameName) -> None:
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for actor in sorted(actors):
        value = actors[actor]
        words = _fold(value.name).split()
        if value.kind == "person" and len(words) > 1:
            alike[_skeleton(words[0])[:1], _skeleton(words[-1])].append(actor)
    for group in alike.values():
        for number, one in enumerate(group):
            for other in group[number + 1 :]:
                first, second = actors[one], actors[other]
                both_known = first.registered and second.registered
                if not both_known and _agree(first, second) and same_name(first.name, second.name):
                    groups.join(one, other)


def _join_surnames(actors: Mapping[str, Actor], groups: Groups[str]) -> None:
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for actor in actors:
        words = _fold(actors[actor].name).split()
        if actors[actor].kind == "person" and len(words) > 1:
            bearers[words[-1]].add(groups.head(actor))
    for actor in sorted(actors):
        words = _fold(actors[actor].name).split()
        if actors[actor].kind == "person" and len(words) == 1 and not actors[actor].registered:
            found = bearers.get(words[0], set())
            if len(found) == 1 and _agree(actors[actor], actors[next(iter(found))]):
                groups.join(actor, next(iter(found)))


def _agree(one: Actor, other: Actor) -> bool:
    return one.kind == other.kind and (one.state is None or other.state is None or one.state == other.state)


def join_key(actor: Actor) -> str | None:
    """Give the key that two people share who may be the same; None of what is no person."""
    words = _fold(actor.name).split()
    return _skeleton(words[-1]) if actor.kind == "person" and words else None


def _fold(name: str) -> str:
    return without_accents(name.casefold().replace("-", " "))


def _skeleton(word: str) -> str:
    """Leave what transcriptions agree on: most consonants."""
    kept = [sign for sign in word if sign not in "aeiouyjh"]
    return "".join(sign for number, sign in enumerate(kept) if number == 0 or kept[number - 1] != sign)
