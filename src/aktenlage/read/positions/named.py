"""Whom words name: from a phrase, with what stands in apposition or brackets, to actors."""

from aktenlage.model.annotation import Mention
from aktenlage.model.index import Index
from aktenlage.model.language import Phrase, Sentence
from aktenlage.model.reading import Reading
from aktenlage.read.positions.holders import seat_of
from aktenlage.read.positions.joint import among_them
from aktenlage.read.positions.lexicon import grammar
from aktenlage.read.positions.subjects import follows

Actors = tuple[str, ...]

_APPOSED = 14
# Behind one of these a bare phrase may say who is meant; elsewhere it is another one.
_PARTING = (",", "(", "/", ")")
_APPOSABLE = ("NE", "NN", "ART", "ADJA", "APPR", "APPRART", "KON", "CARD", "XY", "FM")


class Named:
    """Finds the actors that the phrases of one article name."""

    def __init__(self, reading: Reading) -> None:
        self.kinds = {actor.id: actor.kind for actor in reading.actors}
        self._people = frozenset(actor for actor, kind in self.kinds.items() if kind == "person")
        self._mentions: Index[Mention] = Index([m for m in reading.mentions if m.actor is not None])

    def mentions(self, start: int, end: int) -> list[Mention]:
        """Give the mentions of known actors in a stretch, the widest where some lie in others."""
        found = self._mentions.within(start, end)
        return [m for m in found if not any(o is not m and o.start <= m.start and m.end <= o.end for o in found)]

    def mentions_at(self, start: int, end: int) -> list[Mention]:
        """Give the widest mentions of known actors that share a word with a stretch."""
        found = self._mentions.touching(start, end)
        return [m for m in found if not any(o is not m and o.start <= m.start and m.end <= o.end for o in found)]

    def of_phrase(self, sentence: Sentence, phrase: Phrase) -> Actors:
        """Give the actors that a phrase names, with the name in apposition or in brackets behind it."""
        if phrase.members:
            found = [self._of_tokens(sentence, first, last, None) for first, last in phrase.members]
            return tuple(dict.fromkeys(actor for actors in found for actor in actors))
        beside = self._exemplary(sentence, phrase) or self._beside(sentence, phrase)
        named = beside or self._of_tokens(sentence, phrase.first, phrase.last, phrase.head)
        follow = follows(sentence.tokens[phrase.head])  # "Anhänger Castros" are not he.
        return tuple(actor for actor in named if not (follow and actor in self._people))

    def _exemplary(self, sentence: Sentence, phrase: Phrase) -> Actors:
        """Give the person who is named as one of some: "politicians like X", "senators around Y"."""
        word = sentence.tokens[phrase.last].text.lower() if phrase.last < len(sentence.tokens) else ""
        if word == ",":
            return ids(among_them(sentence, phrase.last + 1, self._mentions))
        if word in grammar().opening and sentence.tokens[phrase.head].tag == "NN":
            start = sentence.tokens[phrase.last].end
            return ids(
                [m for m in self._mentions.touching(start, start + 1) if m.start == start and m.kind == "name"][:1]
            )
        head = sentence.tokens[phrase.head]
        named = [m for m in self._mentions.touching(head.start, head.end) if m.actor]
        if word not in grammar().exemplary or any(self.kinds.get(m.actor or "") == "organization" for m in named):
            return ()
        found = next(
            (p for c in sentence.clauses for p in c.phrases if p.first in (phrase.last, phrase.last + 1)), None
        )
        if found is None:
            return ()
        people = [m for m in self.mentions(found.start, found.end) if self._is_person(m) and m.kind == "name"]
        return ids(people[:1])

    def _of_tokens(self, sentence: Sentence, first: int, last: int, head: int | None) -> Actors:
        tokens = sentence.tokens[first:last]
        if not tokens:
            return ()
        mentions = self.mentions_at(tokens[0].start, tokens[-1].end)
        if not mentions:
            return ()
        named = [m for m in mentions if self.kinds.get(m.actor or "") == "person"]
        if head is None:
            return ids(named[:1] or mentions[:1])
        token = sentence.tokens[head]
        on_head = [m for m in mentions if m.start < token.end and token.start < m.end]
        if on_head:
            return ids(on_head[:1])
        if token.tag == "NE" or grammar().representatives.values(token.text.lower(), token.lemma.lower()):
            return ids([m for m in named if m.start > token.end][:1] or mentions[:1])
        return ()

    def _beside(self, sentence: Sentence, phrase: Phrase) -> Actors:
        """Read on behind an office or body: its genitive, brackets and commas, up to a name."""
        tokens = sentence.tokens
        head = tokens[phrase.head]
        if head.tag not in ("NN", "NE") or grammar().matters.values(head.text.lower(), head.lemma.lower()):
            return ()
        on_head = self._mentions.touching(head.start, head.end)
        if any(self._is_person(m) for m in on_head):
            return ()
        speaks_for = not on_head and grammar().representatives.values(head.text.lower(), head.lemma.lower())
        owner: Actors = ()
        opened = None
        bare = (p for c in sentence.clauses for p in c.phrases if p.preposition is None and p.role != "genitive")
        others = {p.first for p in bare}
        for at in range(phrase.head + 1, min(len(tokens), phrase.head + _APPOSED)):
            token = tokens[at]
            named = [m for m in self._mentions.touching(token.start, token.end) if m.start >= token.start]
            people = [m for m in named if self._is_person(m)]
            if at in others and tokens[at - 1].text not in _PARTING:
                break
            if people and (not on_head or tokens[at - 1].text == ","):
                return ids(people[:1])
            if speaks_for and named and not owner and tokens[at - 1].tag not in ("$,", "$("):
                owner = ids(named[:1])
            if token.text == "(":
                opened = at
            elif token.text == ")" and opened is not None and not self._named(on_head):
                inside = self.mentions(tokens[opened].start, token.start)
                if len(inside) > 1:
                    return ids(inside)
            elif token.tag not in _APPOSABLE and token.text not in (",", "/", ")"):
                break
        return owner

    def _named(self, mentions: list[Mention]) -> bool:
        """Whether mentions name somebody, and are not just a group whose members stand in brackets."""
        return any(self.kinds.get(m.actor or "") != "group" for m in mentions)

    def _is_person(self, mention: Mention) -> bool:
        return self.kinds.get(mention.actor or "") == "person"

    def seated(self, sentence: Sentence, phrase: Phrase) -> Actors:
        """Give the state that a capital stands for where it only seems to be a place."""
        seat = seat_of(sentence, phrase)
        return (seat,) if seat is not None and seat in self.kinds else ()


def ids(mentions: list[Mention]) -> Actors:
    """Give whom mentions mean, each once."""
    return tuple(dict.fromkeys(actor for m in mentions for actor in m.meant))
