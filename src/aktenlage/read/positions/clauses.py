"""A clause as the reading of positions looks at it: its words, its subject, what hangs on it."""

from functools import cached_property
from itertools import pairwise

from aktenlage.model.article import Span
from aktenlage.model.language import Clause, Phrase, Sentence, Token
from aktenlage.read.positions.lexicon import Entry, Frame, grammar, lexicon
from aktenlage.read.wordlist import fits


class View:
    """One clause of a sentence."""

    def __init__(self, sentence: Sentence, number: int) -> None:
        self.sentence = sentence
        self.number = number
        self.clause: Clause = sentence.clauses[number]

    @cached_property
    def tokens(self) -> list[Token]:
        """The clause's own tokens."""
        return [self.sentence.tokens[number] for number in self.clause.tokens]

    @cached_property
    def words(self) -> frozenset[str]:
        """Forms, lemmas and plain prepositions of the clause in lower case."""
        nested = self._nested
        tokens = [self.sentence.tokens[number] for number in self.clause.tokens if number not in nested]
        forms = {token.text.lower() for token in tokens}
        plain = {grammar().prepositions[form] for form in forms if form in grammar().prepositions}
        return frozenset(forms | plain | {token.lemma.lower() for token in tokens})

    @property
    def _nested(self) -> frozenset[int]:
        """The prepositions that hang on the noun before them: "for sanctions against" is not against."""
        ends = {p.last for p in self.clause.phrases if _preposition(p) in grammar().opposed}
        return frozenset(
            p.first for p in self.clause.phrases if p.first in ends and _preposition(p) in grammar().opposed
        )

    @property
    def lemma(self) -> str | None:
        """The full verb."""
        return self.clause.verb.lemma if self.clause.verb else None

    @property
    def lemmas(self) -> list[str]:
        """The full verb, and others that are joined to it: "to reject the plan and to demand talks"."""
        if self.clause.verb is None:
            return []
        joined = (
            [t.lemma for t in self.tokens if t.tag in ("VVIZU", "VVINF")] if self.clause.kind == "infinitive" else []
        )
        return list(dict.fromkeys([self.clause.verb.lemma, *joined]))

    @property
    def negated(self) -> bool:
        """Whether the verb is negated, and not only what the matter is called: "condemned it as not acceptable"."""
        if not self.clause.negated:
            return False
        numbers = self.clause.tokens
        words = [self.sentence.tokens[number].text.lower() for number in numbers]
        denying = [n for n, word in enumerate(words) if word in grammar().denying]
        return not denying or any(not n or words[n - 1] not in grammar().calling for n in denying)

    @property
    def not_yet(self) -> bool:
        """Whether something has only not been done so far ("noch nicht zugestimmt")."""
        words = [token.text.lower() for token in self.tokens]
        return any(word in grammar().so_far and other in grammar().denying for word, other in pairwise(words))

    def bracketed(self, phrase: Phrase) -> bool:
        """Whether a phrase stands in brackets."""
        return phrase.first > 0 and self.sentence.tokens[phrase.first - 1].text == "("

    @property
    def passive(self) -> bool:
        """Whether the grammatical subject is what is done to, and not what somebody is ("ist enttäuscht")."""
        verb = self.clause.verb
        return verb is not None and verb.voice != "active" and not self.adjectival

    @property
    def adjectival(self) -> bool:
        """Whether the participle of the clause is a predicate of feeling: "ist enttäuscht"."""
        verb = self.clause.verb
        if verb is None or verb.voice != "stative":
            return False
        words = (self.sentence.tokens[number].text.lower() for number in verb.tokens)
        return any(word in lexicon().adjectives for word in words)

    @property
    def singular(self) -> bool:
        """Whether the finite verb can be a singular."""
        verb = self.clause.verb
        form = self.sentence.tokens[verb.finite].verb if verb is not None and verb.finite is not None else None
        return form is not None and "singular" in form.numbers

    @property
    def introducer(self) -> str | None:
        """The word that introduces the clause."""
        number = self.clause.introducer
        return None if number is None else self.sentence.tokens[number].text.lower()

    @property
    def conditional(self) -> bool:
        """Whether the clause says on what condition another one holds: "if it fails", "should it fail"."""
        if self.introducer is not None or self.clause.kind != "adverbial" or self.clause.verb is None:
            return self.introducer in grammar().unless
        return self.clause.verb.modal in grammar().planning

    @property
    def parent(self) -> "View | None":
        """The clause that this one hangs on."""
        number = self.clause.parent
        return None if number is None else View(self.sentence, number)

    @cached_property
    def children(self) -> list["View"]:
        """The clauses that hang on this one."""
        return [
            View(self.sentence, number)
            for number, clause in enumerate(self.sentence.clauses)
            if clause.parent == self.number
        ]

    def has(self, word: str) -> bool:
        """Whether a word of the lexicon stands in the clause."""
        if word.endswith("*"):
            return any(fits(word, form) for form in self.words)
        if word in grammar().reflexive:
            return not grammar().reflexive.isdisjoint(self.words)
        return word in self.words

    def fits(self, entry: Entry) -> bool:
        """Whether all that a word wants beside it stands in the clause, and nothing that bars it."""
        return all(self.has(word) for word in entry.beside) and not self.bars(entry.frame)

    def bars(self, frame: Frame) -> bool:
        """Whether a word stands in the clause that takes the frame's meaning away."""
        if frame.barred is None:
            return False
        governed = [p for p in self.clause.phrases if frame.only_bare and _preposition(p) in frame.matter]
        inside = {number for phrase in governed for number in range(phrase.first, phrase.last)}
        tokens = (self.sentence.tokens[number] for number in self.clause.tokens if number not in inside)
        return any(frame.barred.values(token.text.lower(), token.lemma.lower()) for token in tokens)

    def words_of(self, phrase: Phrase) -> set[str]:
        """Give the words of a phrase in lower case."""
        return {token.text.lower() for token in self.sentence.tokens[phrase.first : phrase.last]}

    def whole(self, phrase: Phrase) -> Span:
        """Give a phrase with the genitives and prepositional phrases that follow it at once."""
        last = phrase.last
        for other in sorted(self.clause.phrases, key=lambda other: other.first):
            if other.first == last and (other.role == "genitive" or other.role == "prepositional"):
                last = other.last
        return Span(phrase.start, self.sentence.tokens[last - 1].end)

    def subject_has(self, number: int) -> bool:
        """Whether a token is part of the clause's subject, or of a genitive or a bracket that goes with it."""
        subject = self.clause.subject
        if subject is None:
            return False
        last = subject.last
        for phrase in sorted(self.clause.phrases, key=lambda phrase: phrase.first):
            if last <= phrase.first <= last + 1 and (phrase.role == "genitive" or phrase.preposition is None):
                bracketed = self.sentence.tokens[phrase.first - 1].text == "("
                last = phrase.last if phrase.role == "genitive" or bracketed else last
        return subject.first <= number < last

    def phrase(self, role: str) -> Phrase | None:
        """Give the first phrase with a role, or behind a preposition, whichever *role* names."""
        for phrase in self.clause.phrases:
            if phrase.role == role or _preposition(phrase) == role:
                return phrase
        return None


def _preposition(phrase: Phrase) -> str | None:
    if phrase.preposition is None:
        return None
    return grammar().prepositions.get(phrase.preposition, phrase.preposition)
