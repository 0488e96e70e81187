"""Who takes part: the actors of phrases, a person instead of the state or body that only explains him."""

from collections.abc import Iterable, Sequence

from aktenlage.model.annotation import Mention
from aktenlage.model.language import Phrase, Sentence
from aktenlage.read.encounters.lexicon import party_words
from aktenlage.read.encounters.scene import Place, Scene


def actor_of(scene: Scene, mention: Mention) -> str | None:
    """Give the participant that *mention* stands for: an office-holder whom the article never names is his state."""
    actor = scene.actors.get(mention.actor or "")
    if actor is None:
        return None
    unnamed = actor.kind == "person" and mention.kind != "name" and actor.id not in scene.named
    return actor.state if unnamed and actor.state in scene.actors else actor.id


def parties_between(scene: Scene, sentence: Sentence, first: int, last: int) -> list[str]:
    """Give the participants that the tokens from *first* up to *last* name, each once."""
    if first >= last:
        return []
    tokens = sentence.tokens
    mentions = scene.mentions.within(tokens[first].start, tokens[last - 1].end)
    groups: list[list[Mention]] = []
    end = -1
    for mention in mentions:
        joined = groups and not _divided(sentence, first, last, end, mention.start)
        if joined:
            groups[-1].append(mention)
        else:
            groups.append([mention])
        end = max(end, mention.end)
    return unique(party for group in groups for party in _group_parties(scene, group))


def phrase_parties(scene: Scene, sentence: Sentence, phrase: Phrase) -> list[str]:
    """Give the participants that a phrase names, member by member where it is coordinated."""
    ranges: Sequence[tuple[int, int]] = phrase.members or ((phrase.first, phrase.last),)
    return unique(party for first, last in ranges for party in parties_between(scene, sentence, first, last))


def phrases_parties(scene: Scene, place: Place, roles: Iterable[str]) -> list[str]:
    """Give the participants of the clause's phrases whose role or preposition is among *roles*."""
    wanted = frozenset(roles)
    found: list[str] = []
    for phrase in place.clause.phrases:
        key = phrase.preposition or phrase.role
        if key in wanted:
            found += phrase_parties(scene, place.sentence, phrase)
    return unique(found)


def settle(scene: Scene, parties: Iterable[str]) -> list[str]:
    """Drop the state of a person who is a participant himself."""
    found = unique(parties)
    states = {actor.state for party in found if (actor := scene.actors.get(party)) and actor.kind == "person"}
    return [party for party in found if party not in states]


def unique(items: Iterable[str]) -> list[str]:
    """Give each item once, in order."""
    return list(dict.fromkeys(items))


def _group_parties(scene: Scene, group: list[Mention]) -> list[str]:
    persons = [m for m in group if (a := scene.actors.get(m.actor or "")) and a.kind == "person"]
    named = [m for m in persons if m.kind == "name"]
    chosen = named[-1:] or persons[-1:] or group[:1]
    return [party for mention in chosen if (party := actor_of(scene, mention))]


def _divided(sentence: Sentence, first: int, last: int, start: int, end: int) -> bool:
    """Whether a conjunction or comma stands between two mentions."""
    dividers = party_words()["dividers"]
    return any(
        token.text in dividers or token.pos == "CCONJ"
        for token in sentence.tokens[first:last]
        if start <= token.start < end
    )
