"""People whom their title makes the head of a delegation ("Chefunterhändler …")."""

from collections.abc import Iterator

from aktenlage.read.delegations.found import Found, owner_in, people, state_of
from aktenlage.read.delegations.members import members_between
from aktenlage.read.delegations.words import word_set
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.scene import Place, Scene

# Tokens between a title and the name, with the body that sends in between.
_REACH = 5


def titled(scene: Scene, at: Place) -> Iterator[Found]:
    """Give the delegations of those who bear the title of a leader right before their name or behind it."""
    heads = word_set("lead", "heads")
    tokens = at.sentence.tokens
    for number in at.clause.tokens:
        if tokens[number].lemma not in heads and tokens[number].text not in heads:
            continue
        following = tokens[number + 1 : number + 1 + _REACH]
        named = scene.mentions.within(following[0].start, following[-1].end) if following else []
        persons = [m for m in named if m.kind == "name" and people(scene, m.meant)]
        first = next((n for n in range(number + 1, len(tokens)) if persons and tokens[n].end > persons[0].start), 0)
        is_it = at.clause.verb is not None and at.clause.verb.lemma in word_set("lead", "is")
        if not persons or (any(token.verb for token in tokens[number + 1 : first]) and not is_it):
            yield from _explained(scene, at, number)
            continue
        head = people(scene, persons[0].meant)[0]
        of = owner_in(scene, at, number - 2, number) or owner_in(scene, at, number + 1, first)
        yield Found(of or state_of(scene, head), head)
        for other in members_between(scene, at.sentence, first, max(at.clause.tokens) + 1) if is_it else ():
            yield from [Found(state_of(scene, other.actor), other.actor)] if other.actor != head else []
    yield from _at_the_head(scene, at)


def _explained(scene: Scene, at: Place, title: int) -> Iterator[Found]:
    """Read "X, der Verhandlungsführer der Rebellen, …": the title explains the name before the comma."""
    tokens = at.sentence.tokens
    comma = next((n for n in range(title - 1, max(title - _REACH, -1), -1) if tokens[n].text == ","), None)
    if comma is None or any(token.verb and token.pos != "ADJ" for token in tokens[comma:title]):
        return
    named = [m for m in scene.mentions.touching(tokens[comma - 1].start, tokens[comma - 1].end) if m.kind == "name"]
    persons = people(scene, named[0].meant) if named else []
    if persons:
        of = owner_in(scene, at, comma + 1, title) or owner_in(scene, at, title + 1, title + 1 + _REACH)
        yield Found(of or state_of(scene, persons[0]), persons[0])


def _at_the_head(scene: Scene, at: Place) -> Iterator[Found]:
    """Read "at whose head X stands"."""
    top, whose = word_set("lead", "top"), word_set("lead", "whose")
    tokens = at.sentence.tokens
    for number in at.clause.tokens:
        if number and tokens[number].text in top and tokens[number - 1].text.lower() in whose:
            persons = people(scene, subject_parties(scene, at))
            if persons:
                yield Found(state_of(scene, persons[0]), persons[0])
