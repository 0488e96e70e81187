"""
German grammar as values: tokens, verb groups, phrases, clauses, sentences.

Token numbers count from 0 within a sentence; character offsets count code points of the article's text.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Literal

Mood = Literal["indicative", "subjunctive_1", "subjunctive_2", "imperative"]
Tense = Literal["present", "past", "perfect", "pluperfect", "future", "future_perfect"]
Voice = Literal["active", "passive", "stative"]
Inflection = Literal["finite", "imperative", "infinitive", "zu_infinitive", "participle"]
ClauseKind = Literal[
    "main",  # verb second or verb first, also the verb-second complement of a verb of saying
    "dass",  # complement clause with dass
    "interrogative",  # complement clause with ob or a w-word
    "relative",
    "adverbial",  # weil, wenn, nachdem, während …
    "infinitive",  # with zu
    "participial",
    "inserted",  # "…, sagte er, …" and "…, so Merz, …" inside or behind another clause
    "fragment",  # no verb: headlines, captions
]
Role = Literal["subject", "agent", "accusative", "dative", "genitive", "prepositional", "predicative", "unknown"]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One verb form: *tense* is the form's own (present or past); *moods* holds all readings, likeliest first."""

    inflection: Inflection
    tense: Literal["present", "past"] | None = None
    moods: tuple[Mood, ...] = ()
    persons: tuple[int, ...] = ()
    numbers: tuple[Literal["singular", "plural"], ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: *pos* is the UPOS tag, *tag* the STTS tag, *verb* is set for verb forms only."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    verb: VerbForm | None = None


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """
    All verb forms of a clause as one: "soll … empfangen worden sein".

    *lemma* is the full verb with its separable prefix ("mitteilen"); *modal* the lemma of a modal verb around it;
    *tense* is that of the whole group, *mood* the likeliest of the finite form.
    """

    lemma: str
    tokens: tuple[int, ...]
    finite: int | None = None
    tense: Tense | None = None
    mood: Mood | None = None
    voice: Voice = "active"
    modal: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """
    A noun or prepositional phrase with its likely role.

    *first* and *last* are token numbers (last exclusive), *head* the token number of the head noun or name;
    *preposition* is a lemma ("von", "laut"); *members* are the token ranges of coordinated parts, appositions
    included in the part that they explain, empty unless there are at least two.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    role: Role
    preposition: str | None = None
    members: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """
    A clause: *start* and *end* bound it with all that is embedded, *tokens* are those of its own.

    *parent* is the number of the clause that it hangs on within the sentence; *introducer* the token number of its
    conjunction, relative or question word; *negated* says that the verb is negated (nicht, kein-, nie …).
    *shared* is the subject where it stands in the clause before: "Er kam und sprach".
    """

    start: int
    end: int
    kind: ClauseKind
    tokens: tuple[int, ...]
    parent: int | None = None
    introducer: int | None = None
    verb: VerbGroup | None = None
    phrases: tuple[Phrase, ...] = ()
    negated: bool = False
    shared: Phrase | None = None

    @property
    def subject(self) -> Phrase | None:
        """The subject: its own, or the one that it shares with the clause before."""
        return next((phrase for phrase in self.phrases if phrase.role == "subject"), self.shared)


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    One sentence.

    *paragraph* counts the article's paragraphs from 0; *heading* marks a line of its own without a full stop.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...] = ()
    paragraph: int = 0
    heading: bool = False

    def token_at(self, offset: int) -> int | None:
        """Give the number of the token at this place of the text; None between tokens."""
        number = bisect_right(self.tokens, offset, key=lambda token: token.start) - 1
        return number if number >= 0 and offset < self.tokens[number].end else None

    def clause_at(self, offset: int) -> Clause | None:
        """Give the innermost clause whose own token stands at this place of the text."""
        token = self.token_at(offset)
        return next((clause for clause in self.clauses if token in clause.tokens), None) if token is not None else None

    def members(self, phrase: Phrase) -> list[Phrase]:
        """Give the members of a list as phrases of their own, each headed by its last token, else the phrase."""
        tokens = self.tokens
        members = [
            replace(phrase, start=tokens[a].start, end=tokens[b - 1].end, first=a, last=b, head=b - 1, members=())
            for a, b in phrase.members
        ]
        return members or [phrase]

    def words(self, clause: Clause) -> tuple[Token, ...]:
        """Give the tokens of the clause's own."""
        return tuple(self.tokens[number] for number in clause.tokens)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The grammar of one article's text, noise left out; sentences in the order of the text."""

    text: str
    sentences: tuple[Sentence, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that covers this place of the text; None in noise and between sentences."""
        number = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[number] if number >= 0 and offset < self.sentences[number].end else None
