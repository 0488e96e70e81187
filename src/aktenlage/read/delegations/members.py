"""The people of a list with their offices as the article words them."""

from collections.abc import Iterator
from dataclasses import dataclass

from aktenlage.model.language import Sentence
from aktenlage.read.delegations.words import delegation_words
from aktenlage.read.encounters.scene import Scene

# A longer stretch between names is no office.
_LONGEST_OFFICE = 12
# What a name in the genitive ends with.
_OWNING = frozenset("s'’")


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a list; *office* is empty where none is told."""

    actor: str
    office: str


def members_between(scene: Scene, sentence: Sentence, first: int, last: int) -> list[Member]:
    """Give the people that the tokens from *first* up to *last* name, each with the words of the office."""
    found: list[Member] = []
    pending = ""
    for begin, end in _parts(sentence, first, last):
        actor, name_at = _person(scene, sentence, begin, end)
        words = _office(scene, sentence, begin, name_at)
        if actor is None:
            if found and not found[-1].office and not pending and end < last:
                found[-1] = Member(found[-1].actor, words)
            else:
                pending = words
            continue
        found.append(Member(actor, words or pending))
        pending = ""
    return found


def _parts(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Part the tokens at commas and conjunctions."""
    dividers = delegation_words()["dividers"]
    begin = first
    for number in range(first, last):
        if sentence.tokens[number].text.lower() in dividers:
            if begin < number:
                yield begin, number
            begin = number + 1
    if begin < last:
        yield begin, last


def _person(scene: Scene, sentence: Sentence, first: int, last: int) -> tuple[str | None, int]:
    """Give the person named in the part and the token at which the name begins."""
    tokens = sentence.tokens
    for mention in scene.mentions.within(tokens[first].start, tokens[last - 1].end):
        actor = scene.actors.get(mention.actor or "")
        if actor is not None and actor.kind == "person" and mention.kind == "name":
            if scene.text[mention.end : mention.end + 1] in _OWNING:
                continue  # "Trump's son-in-law" is another.
            at = next(number for number in range(first, last) if tokens[number].end > mention.start)
            return actor.id, at
    return None, last


def _office(scene: Scene, sentence: Sentence, first: int, last: int) -> str:
    """Give the words of the office, without what stands before the verb, articles and prepositions before them."""
    openers = delegation_words()["openers"]
    first = max((number + 1 for number in range(first, last) if sentence.tokens[number].verb), default=first)
    while first < last and sentence.tokens[first].text.lower() in openers:
        first += 1
    if not 0 < last - first <= _LONGEST_OFFICE:
        return ""
    return scene.text[sentence.tokens[first].start : sentence.tokens[last - 1].end]
