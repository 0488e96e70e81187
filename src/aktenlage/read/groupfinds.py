"""The bodies and groups found so far in an article, beside the actors that are known."""

from collections.abc import Iterator

from aktenlage.model.annotation import Actor, ActorKind, Mention, MentionKind
from aktenlage.model.index import Index
from aktenlage.model.language import Sentence
from aktenlage.model.reading import Reading
from aktenlage.read.bodynames import is_short, short_behind
from aktenlage.read.groupwords import (
    group_words,
)
from aktenlage.resources.spelling import slug

_REACH = 2000  # how far back a bare noun looks for the body that it means, in code points
_RECENT = 20


class Found:
    """
    New actors and mentions, in the order of the text.

    *known* are the actors found before, *taken* their mentions; *names* holds those named so far, *long* the full names
    of abbreviations, *bearers* the people by the parts of their names.
    """

    def __init__(self, reading: Reading) -> None:
        self.actors: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self.names: dict[str, str] = {}
        self.long: dict[str, str] = {}
        self.in_federation = False
        self.text = reading.article.text
        self.known = {actor.id: actor for actor in reading.actors}
        self.taken: Index[Mention] = Index(reading.mentions)
        people = [actor for actor in reading.actors if actor.kind == "person"]
        self.bearers = {part: actor.id for actor in people for part in actor.name.split()}

    def add(self, sentence: Sentence, first: int, last: int, kind: MentionKind, name: str, sort: ActorKind) -> int:
        """Add what tokens name, with the abbreviation behind them; give the token behind them."""
        actor = slug(name)
        if actor not in self.known and actor not in self.actors:
            self.actors[actor] = Actor(actor, name, sort)
            if kind == "name":
                self.names[name] = actor
        short = short_behind(sentence.tokens, last) if kind == "name" else None
        if short is not None:
            self.names[short] = actor
        self.mentions.append(Mention(sentence.tokens[first].start, sentence.tokens[last - 1].end, kind, actor))
        return last

    def free(self, sentence: Sentence, at: int) -> bool:
        """Whether the token is part of no mention yet."""
        token = sentence.tokens[at]
        return not self.taken.touching(token.start, token.end)

    def unnamed(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether none of the tokens is."""
        return not self.taken.touching(sentence.tokens[first].start, sentence.tokens[last - 1].end)

    def before(self, start: int) -> Iterator[tuple[Actor, Mention]]:
        """Give the actors named shortly before, the last first."""
        before = self.taken.within(max(0, start - _REACH), start) + self.mentions[-_RECENT:]
        for mention in sorted(before, key=lambda m: -m.start):
            actor = self.known.get(mention.actor or "") or self.actors.get(mention.actor or "")
            if actor is not None:
                yield actor, mention

    def names_body(self, sentence: Sentence, at: int) -> bool:
        """Whether a known body is named there."""
        if at >= len(sentence.tokens):
            return False
        token = sentence.tokens[at]
        named = (m.actor for m in self.taken.touching(token.start, token.end) if m.kind == "name")
        return any(self.known[actor].kind == "organization" for actor in named if actor in self.known)

    def in_brackets(self, sentence: Sentence, at: int) -> str | None:
        """Give the body whose abbreviation stands in brackets there ("die großen Schwellenländer (G20)")."""
        if short_behind(sentence.tokens, at) is None:
            return None
        inside = sentence.tokens[at + 1]
        named = (m.actor for m in self.taken.touching(inside.start, inside.end) if m.kind == "name")
        return next((actor for actor in named if actor in self.known), None)

    def of_a_body(self, sentence: Sentence, at: int) -> bool:
        """Whether the noun is followed by the name of the body whose people it means ("Kämpfer der PKK")."""
        tokens = sentence.tokens
        if at + 2 >= len(tokens) or tokens[at + 1].text.lower() not in group_words().definite:
            return False
        named = self.taken.touching(tokens[at + 2].start, tokens[at + 2].end)
        bodies = [self.known[m.actor] for m in named if m.actor in self.known and m.kind == "name"]
        return is_short(tokens[at + 2].text) or any(actor.kind == "organization" for actor in bodies)

    def means_two(self, sentence: Sentence, at: int) -> bool:
        """Whether the noun means two bodies named before ("Vertreter beider Fraktionen")."""
        if not at or sentence.tokens[at - 1].text.lower() not in group_words().both:
            return False
        bodies = {actor.id for actor, _ in self.before(sentence.tokens[at].start) if actor.kind == "organization"}
        return len(bodies) > 1
