"""From the words that name a speaker to actors."""

import re
from functools import cache

from aktenlage.model.annotation import Mention, Speaker
from aktenlage.model.article import Span
from aktenlage.model.index import Index
from aktenlage.read.statements.lexicon import words
from aktenlage.resources.load import load

_COMMA = ", "
# What may part two members of a list: a party in brackets, a comma, an article or office.
_LISTED = re.compile(r" ?(?:\([^()]{1,40}\))?, (?:[\w-]{1,40} ){0,3}")


@cache
def _anonymous() -> re.Pattern[str]:
    ends = {end for entry in load("speech/sources")["anonymous"] for end in entry["ends"]}
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, ends), key=len, reverse=True))})\b", re.IGNORECASE)


class Speakers:
    """Joins places to the actors of an article."""

    def __init__(self, text: str, mentions: tuple[Mention, ...]) -> None:
        self._text = text
        self._mentions = Index(mentions)

    def at(self, place: Span | None, source: Span | None = None) -> Speaker | None:
        """Give the speaker at a place; *source* names the actors where the words themselves only point back."""
        if place is None:
            return None
        actors = self._named(place)
        if not actors and source is not None:
            actors = self._named(source)
        before = self._text[max(place.start - len(_COMMA), 0) : place.start]
        if not actors and before == _COMMA and self._text[place.start].islower():
            actors = self._before_comma(place.start)
        return Speaker(place.start, place.end, next(iter(actors), None), actors)

    def _named(self, place: Span) -> tuple[str, ...]:
        """Give the first actor that the words name, and those that a conjunction adds: "A (SPD), B und C"."""
        unnamed = _anonymous().search(self._text, place.start, place.end) is not None
        actors: dict[str, None] = {}
        listed: list[Mention] = []
        behind: int | None = None
        for mention in self._mentions.within(place.start, place.end):
            if mention.role is not None or (unnamed and mention.kind == "description"):
                continue
            if behind is not None and not self._joined(behind, mention.start):
                before = listed[-1].end if listed else behind
                if mention.kind == "name" and _LISTED.fullmatch(self._text, before, mention.start):
                    listed.append(mention)
                continue
            behind = mention.end
            actors |= dict.fromkeys(actor for other in (*listed, mention) for actor in other.meant)
            listed = []
        return tuple(actors)

    def _joined(self, start: int, end: int) -> bool:
        return bool(words("conjunctions").intersection(self._text[start:end].split()))

    def _before_comma(self, start: int) -> tuple[str, ...]:
        """Give who stands right before the comma that a relative pronoun follows."""
        end = start - len(_COMMA)
        for mention in reversed(self._mentions.touching(end - 1, end)):
            if mention.role is None and mention.end == end:
                return mention.meant
        return ()
