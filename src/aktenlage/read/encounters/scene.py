"""One article as the stages of this reader see it: grammar, mentions and times by their place."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from aktenlage.model.article import Span
from aktenlage.model.encounter import EncounterKind, Status
from aktenlage.model.index import Index
from aktenlage.model.language import Analysis, Clause, Phrase, Sentence, Token
from aktenlage.model.reading import Reading
from aktenlage.read.encounters.lexicon import VerbFrame, is_body, is_calling
from aktenlage.read.mentions.lexicon import role_of
from aktenlage.resources.load import load

if TYPE_CHECKING:
    from aktenlage.model.annotation import Actor, Mention, Time

# Characters before a name in which its title stands.
_TITLE_REACH = 40
_ACTORS_OF_POLITICS = 3
Edge = Literal["first", "last"]
Inheritance = Literal["parties", "states", "bodies", "pair", "traveller", "host", "faced"]
Voice = Literal["announced", "confirmed", "denied", "unconfirmed"]


class Scene:
    """The article's analysis and the reading so far, indexed."""

    def __init__(self, analysis: Analysis, reading: Reading) -> None:
        self.analysis = analysis
        self.reading = reading
        self.text = analysis.text
        self.actors: dict[str, Actor] = {actor.id: actor for actor in reading.actors}
        self.mentions: Index[Mention] = Index(reading.mentions)
        self.times: Index[Time] = Index(reading.times)

    def clauses(self, number: int) -> list["Place"]:
        """Give where the clauses of a sentence begin, in their order."""
        sentence = self.analysis.sentences[number]
        return [Place(number, sentence, clause, clause.tokens[0]) for clause in sentence.clauses if clause.tokens]

    @cached_property
    def published(self) -> str | None:
        """The day of publication, None unless it is known to the day."""
        published = self.reading.article.published
        return published[:10] if published and len(published) >= 10 else None

    @cached_property
    def titled(self) -> frozenset[str]:
        """People whom the article gives an office, right before the name or elsewhere; a calling is none."""
        found = set()
        office_end = -_TITLE_REACH
        for mention in sorted(self.reading.mentions, key=lambda mention: mention.start):
            if mention.kind == "office" and not is_calling(self.text[mention.start : mention.end].split()[-1]):
                office_end = mention.end
                found.add(mention.actor)
            elif mention.kind == "name":
                before = self.text[max(mention.start - _TITLE_REACH, 0) : mention.start].split()
                explained = 0 <= mention.start - office_end <= len(", ")
                office = before and not is_calling(before[-1]) and (role_of(before[-1]) or is_body(before[-1]))
                if explained or office:
                    found.add(mention.actor)
        return frozenset(actor for actor in found if actor)

    @cached_property
    def outsiders(self) -> frozenset[str]:
        """People unknown to the registry whom the article names by a calling outside politics, and by no office."""
        called: dict[str, set[str]] = {}
        for mention in self.reading.mentions:
            actor = self.actors.get(mention.actor or "")
            if mention.kind == "name" and actor is not None and actor.kind == "person" and not actor.registered:
                words = called.setdefault(actor.id, {office.split()[-1] for office in actor.offices})
                before = self.text[max(mention.start - _TITLE_REACH, 0) : mention.start].split()[-1:]
                words.update(word for word in before if role_of(word) or is_calling(word))
        return frozenset(actor for actor, words in called.items() if words and all(is_calling(word) for word in words))

    def alike(self, first: str, second: str) -> bool:
        """Whether two actors may be one participant: the same, or a person and the state that he stands for."""
        if first == second:
            return True
        one, other = self.actors.get(first), self.actors.get(second)
        if one is None or other is None:
            return False
        if one.kind == "person":
            return other.kind == "state" and one.state == second
        return other.kind == "person" and one.kind == "state" and other.state == first

    @cached_property
    def of_politics(self) -> bool:
        """Whether the article tells of politics: several actors are states or registered, and people are among them."""
        known = [actor for actor in self.actors.values() if actor.registered or actor.kind == "state"]
        return len(known) >= _ACTORS_OF_POLITICS and any(actor.kind == "person" for actor in known)

    @cached_property
    def surnames(self) -> dict[str, list[str]]:
        """The people of the article by the last word of their names."""
        found: dict[str, list[str]] = {}
        for actor in self.actors.values():
            if actor.kind == "person":
                found.setdefault(actor.name.split()[-1], []).append(actor.id)
        return found

    @cached_property
    def only_union(self) -> list[str]:
        """The union of states whose chiefs and office-holders meet, where the article names one alone."""
        found = [union for union in load("memberships") if union in self.actors]
        return found if len(found) == 1 else []

    @cached_property
    def named(self) -> frozenset[str]:
        """Actors that the article calls by name somewhere."""
        return frozenset(m.actor for m in self.reading.mentions if m.kind == "name" and m.actor)


@dataclass(frozen=True)  # Without slots: what is asked of a place again and again is kept.
class Place:
    """Where a trigger stands: a token of a clause of a sentence; *number* counts sentences from 0."""

    number: int
    sentence: Sentence
    clause: Clause
    token: int

    def beginning(self, clause: Clause) -> "Place":
        """Give where another clause of the sentence begins."""
        return replace(self, clause=clause, token=clause.tokens[0])

    @property
    def above(self) -> "Place | None":
        """Where the clause begins that this one hangs on."""
        parent = self.sentence.clauses[self.clause.parent] if self.clause.parent is not None else None
        return self.beginning(parent) if parent is not None and parent.tokens else None

    @property
    def below(self) -> "list[Place]":
        """Where the clauses begin that hang on this one."""
        clauses = self.sentence.clauses
        hanging = (c for c in clauses if c.tokens and c.parent is not None and clauses[c.parent] is self.clause)
        return [self.beginning(clause) for clause in hanging]

    @property
    def conjunct(self) -> "Place | None":
        """Where the last clause of its kind before this one in the sentence begins."""
        clauses = self.sentence.clauses
        before = [c for c in clauses if c.tokens and c.start < self.clause.start and c.kind == self.clause.kind]
        return self.beginning(before[-1]) if before else None

    @property
    def word(self) -> Token:
        """The trigger's token."""
        return self.sentence.tokens[self.token]

    @cached_property
    def said(self) -> frozenset[str]:
        """The words of the clause, its first in small letters too, and each two that stand together."""
        words = [self.sentence.tokens[number].text for number in self.clause.tokens]
        first = [*map(str.lower, words[:1]), *words[1:2]]
        return frozenset((*words, *first, *map(" ".join, pairwise(words)), " ".join(first)))

    def says(self, frame: VerbFrame) -> bool:
        """Whether the clause has a word, or a noun in any form or compound, for which the frame asks, if for any."""
        if frame.plain or not self.said.isdisjoint(frame.needs_word):
            return True
        words = self.sentence.words(self.clause) if frame.needs_noun else ()
        return any(word.pos == "NOUN" and word.lemma.casefold().endswith(frame.needs_noun) for word in words)

    def has_phrase(self, phrases: Iterable[str]) -> bool:
        """Whether the clause has one of the *phrases*, of any length and in small letters."""
        words = "".join(f" {self.sentence.tokens[number].text.lower()}" for number in self.clause.tokens)
        return any(f" {phrase}" in words for phrase in phrases)

    @cached_property
    def phrase(self) -> Phrase | None:
        """The phrase that the token stands in."""
        around = [phrase for phrase in self.clause.phrases if phrase.first <= self.token < phrase.last]
        return next((phrase for phrase in around if phrase.head == self.token), around[0] if around else None)


def backwards(number: int, most: int) -> range:
    """Give the numbers of a sentence and of so many before it at *most*, the nearest first."""
    return range(number, max(number - most, 0) - 1, -1)


@dataclass(slots=True)
class Candidate:
    """
    An encounter in the making.

    *definite* says that it may point back at one told before, *pointer* that it can do nothing else, *adds* that it
    adds parties to one told before, *leans* that it is none without one told before, *sides* that the announcer
    speaks of his own side's talks, *other* that it is another one; *soft* that its status is a guess, *incomplete*
    that a party is not known, *resumed* that it goes on with one told before, *begun* and *ended* that it is said
    to have begun or come to its end; *inherits* that those take part who met before, their states, the bodies of
    the last conference, the two named shortly before, the last one told to travel or to be visited; *on_visit* that
    it names only whom a visitor meets who was told before; *weak* that its noun says little, *carried* that a verb
    carries it. *apart* holds where the clauses begin that tell several: one with each partner, or one at the
    margins of the other.
    *answers* says that somebody agrees to what he was asked for, or refuses it.
    *close* says that it adds to what was told right before alone, *alone* that two were by themselves.
    *edge* says which day of several *date* is, *until* that it lasts to that day.
    *otherwise* is what the clause tells where nothing was told before to which it may add.
    *named_after* holds the bodies that only its name tells ("G20-Gipfel").
    """

    kind: EncounterKind
    status: Status
    at: Place
    parties: list[str] = field(default_factory=list)
    host: str | None = None
    place: str | None = None
    country: str | None = None
    date: str | None = None
    duration: str | None = None
    occasion: str | None = None
    number: int | None = None
    outcome: Span | None = None
    weak: bool = False
    carried: bool = False
    apart: set[int] = field(default_factory=set)
    definite: bool = False
    other: bool = False
    pointer: bool = False
    adds: bool = False
    leans: bool = False
    sides: bool = False
    soft: bool = False
    incomplete: bool = False
    resumed: bool = False
    mediators: list[str] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    begun: bool = False
    ended: bool = False
    edge: Edge | None = None
    until: str | None = None
    inherits: Inheritance | None = None
    on_visit: bool = False
    close: bool = False
    answers: bool = False
    alone: bool = False
    otherwise: "Candidate | None" = None
    named_after: frozenset[str] = frozenset()
    voices: dict[Voice, list[str]] = field(default_factory=dict)
    told_in: list[int] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
