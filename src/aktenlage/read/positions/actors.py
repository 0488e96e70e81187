"""Whose stance it is: from a clause, its subject or its agent to actors."""

from aktenlage.language.agreement import gender_of
from aktenlage.model.annotation import Statement
from aktenlage.model.index import Index
from aktenlage.model.language import Phrase, Sentence, Token
from aktenlage.model.reading import Reading
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.joint import joint_actors
from aktenlage.read.positions.lexicon import grammar
from aktenlage.read.positions.named import Actors, Named, ids
from aktenlage.read.positions.spoken import Spoken
from aktenlage.read.positions.subjects import (
    alike,
    compared,
    compared_subject,
    goes_on,
    joined,
    shared,
    some,
    turns,
)

_DEEPEST = 6
_BARE = ("accusative", "dative", "unknown")
# So far back, in code points, a demonstrative looks for whom it means.
_NEAR = 150
_NAMED = ("name", "office", "description")


class Who(Named):
    """Finds the actors behind the clauses of one article."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.names = {actor.id: actor.name for actor in reading.actors}
        self._states = {actor.id: actor.state for actor in reading.actors if actor.state and actor.kind == "person"}
        self._spoken = Index([Spoken(span.start, span.end, s) for s in reading.statements for span in s.spans])
        self._cues = {s.cue.start: s for s in reading.statements if s.cue is not None and s.speaker is not None}

    def own_state(self, body: str, actors: Actors) -> bool:
        """Whether one of *actors* is a person from the state *body* ("India will not accept it, said its minister")."""
        return any(self._states.get(actor) == body for actor in actors)

    def statement_at(self, start: int) -> Statement | None:
        """Give the statement whose words stand there."""
        spoken = self._spoken.touching(start, start + 1)
        named = [each for each in spoken if each.statement.speaker is not None and each.statement.speaker.actors]
        return (named or spoken)[-1].statement if spoken else None

    def statement_of(self, view: View) -> Statement | None:
        """Give the statement that a clause stands in, or that begins with its verb ("in the view of X …")."""
        if not view.tokens:
            return None
        found = self.statement_at(view.tokens[0].start)
        verb = view.clause.verb
        if found is None and verb is not None and verb.finite is not None:
            found = self.statement_at(view.sentence.tokens[verb.finite].start)
            return found if found is not None and found.type == "indirect" else None
        return found

    def speakers_of(self, view: View, statement: Statement) -> Actors:
        """Give who says what a clause stands in; behind "it was said in Moscow" that is the state."""
        if statement.speaker is not None and statement.speaker.actors:
            return statement.speaker.actors
        for number, clause in enumerate(view.sentence.clauses):
            if clause.verb is not None and clause.verb.lemma in grammar().told:
                return self.somewhere(View(view.sentence, number))
        return ()

    def of_clause(self, view: View, depth: int = 0) -> Actors:
        """Give the actors of a clause's verb: its subject, or its agent in the passive; a state's speaker for it."""
        actors = self._of_clause(view, depth) or self._together_with(view)
        if actors:
            joint = joint_actors(view, actors, self._mentions, self._people)
            actors = tuple(dict.fromkeys([*actors, *joint, *self._together_with(view)]))
        statement = self.statement_at(view.clause.start) if depth == 0 and len(actors) == 1 else None
        if statement is None or statement.speaker is None or len(statement.speaker.actors) != 1:
            return actors
        speaker = statement.speaker.actors[0]
        return (speaker,) if self._states.get(speaker) == actors[0] else actors

    def _together_with(self, view: View) -> Actors:
        """Give those with whom, or like whom, the subject holds it ("forderte gemeinsam mit …", "wie …")."""
        sentence = view.sentence
        phrases = alike(view, lambda phrase: bool(self.of_phrase(sentence, phrase)))
        return tuple(actor for phrase in phrases for actor in self.of_phrase(sentence, phrase))

    def of_holder(self, view: View, preposition: str) -> Actors:
        """Give the actors behind a preposition ("out of the question for Paris"), else who says that."""
        phrase = view.phrase(preposition)
        if phrase is not None and view.sentence.tokens[phrase.head].tag != "PPER":  # "für uns" is for who says so
            return self.of_phrase(view.sentence, phrase) or self.seated(view.sentence, phrase)
        statement = self.statement_of(view)
        return statement.speaker.actors if statement is not None and statement.speaker is not None else ()

    def somewhere(self, view: View) -> Actors:
        """Give who "one" is by the place or party that the clause names."""
        for phrase in view.clause.phrases:
            if phrase.preposition in grammar().somewhere:
                actors = [a for a in self.of_phrase(view.sentence, phrase) if self.kinds.get(a) != "person"]
                found = tuple(actors) or self.seated(view.sentence, phrase)
                if found:
                    return found
        return ()

    def _of_clause(self, view: View, depth: int) -> Actors:
        cued = self._cued(view)
        if cued:
            return cued
        if view.passive:
            agents = [p for p in view.clause.phrases if p.role == "agent" and not compared(view, p)]
            found = [actors for p in reversed(agents) if (actors := self.of_phrase(view.sentence, p))]
            return found[0] if found else () if agents else self._unnamed(view)
        return self._subject(view, depth)

    def _unnamed(self, view: View) -> Actors:
        """Behind a passive without an agent, in what somebody says, stands the speaker; in writing, the writer."""
        first = view.sentence.tokens[view.clause.tokens[0]].text.lower()
        if view.clause.kind == "relative" and first in grammar().inside:
            return self._writer(view, 0)
        statement = self.statement_at(view.clause.start)
        if statement is None or statement.speaker is None or view.clause.verb is None:
            return ()
        if statement.type == "indirect" and view.clause.kind == "main" and view.clause.verb.tense == "present":
            return statement.speaker.actors
        subjunctive = view.clause.verb.mood == "subjunctive_1"
        return statement.speaker.actors if subjunctive and statement.type != "direct" else ()

    def _cued(self, view: View) -> Actors:
        if view.clause.verb is None:
            return ()
        for number in view.clause.verb.tokens:
            statement = self._cues.get(view.sentence.tokens[number].start)
            if statement is not None and statement.speaker is not None:
                return statement.speaker.actors
        return ()

    def _subject(self, view: View, depth: int) -> Actors:
        if depth > _DEEPEST:
            return ()
        if some(view):
            return ()
        subject = view.phrase("subject") or shared(view)
        if view.parent is not None and goes_on(view):
            own = self.of_phrase(view.sentence, subject) if subject is not None and not turns(view) else ()
            return own or self._subject(view.parent, depth + 1)
        if subject is None:
            return self._borrowed(view, depth)
        token = view.sentence.tokens[subject.head]
        if token.text.lower() in grammar().speaker:
            statement = self.statement_at(token.start)
            told = self.speakers_of(view, statement) if statement is not None else ()
            return told or (self.somewhere(view) if token.tag == "PIS" else ())
        if token.tag == "PRELS" or (view.clause.kind == "relative" and token.text.lower() == view.introducer):
            return self._antecedent(view) or self._writer(view, depth) or self._beside_relative(view, token)
        if token.tag == "PWS":
            return self._beside_relative(view, token)
        if view.introducer in grammar().manner and token.tag == "PPER":
            named = [
                self.of_phrase(view.sentence, p) for p in view.clause.phrases if p.preposition is None and p != subject
            ]
            return next((actors for actors in named if actors), self.of_phrase(view.sentence, subject))
        if subject.first > 0 and view.sentence.tokens[subject.first - 1].text == "(":
            outside = [phrase for phrase in view.clause.phrases if phrase.last == subject.first - 1]
            if outside:
                return self.of_phrase(view.sentence, outside[-1])
        actors = (
            self.of_phrase(view.sentence, subject)
            or (subject.first in view.clause.tokens and self._inverted(view, subject))
            or self._reported(token)
            or self._pointed_at(view, token)
        )
        if not actors and self.own_body(view, subject):
            statement = self.statement_at(token.start)
            actors = statement.speaker.actors if statement is not None and statement.speaker is not None else ()
        beside = [self.of_phrase(view.sentence, phrase) for phrase in (*joined(view, subject), *compared_subject(view))]
        return tuple(dict.fromkeys([*actors, *(actor for more in beside for actor in more)]))

    def own_body(self, view: View, subject: Phrase) -> bool:
        """Whether the subject is what a speaker speaks for: "my country", "their party"."""
        tokens = view.sentence.tokens
        head = tokens[subject.head]
        owned = tokens[subject.first].tag == "PPOSAT"
        return owned and bool(grammar().own.values(head.text.lower(), head.lemma.lower()))

    def speaks_for(self, view: View, speakers: Actors) -> bool:
        """Whether who does something in a clause is who says it: the speaker, or the state or party spoken for."""
        doers = self.of_clause(view)
        if not doers or doers == speakers:
            return bool(doers)
        states = {self._states.get(speaker) for speaker in speakers}
        if set(doers) <= states:
            return True
        titles = [token.text for token in view.sentence.tokens if "-" in token.text]
        return all(any(title.startswith(f"{self.names.get(doer, doer)}-") for title in titles) for doer in doers)

    def _reported(self, subject: Token) -> Actors:
        """In reported speech a pronoun that nothing else resolves most often means the speaker."""
        if subject.tag != "PPER" or subject.text.lower() not in grammar().third_person:
            return ()
        statement = self.statement_at(subject.start)
        if statement is None or statement.speaker is None or statement.type == "direct":
            return ()
        return statement.speaker.actors

    def _pointed_at(self, view: View, subject: Token) -> Actors:
        """Give whom a demonstrative means: the last one named ("traf den König; dieser verlangte …")."""
        kinds = grammar().pointing.get(subject.text.lower(), ()) if subject.tag == "PDS" else ()
        if not kinds or not view.singular:
            return ()
        named = [m for m in self.mentions(max(subject.start - _NEAR, 0), subject.start) if m.kind in _NAMED]
        return ids([m for m in named if self.kinds.get(m.actor or "") in kinds][-1:])

    def _inverted(self, view: View, subject: Phrase) -> Actors:
        """A thing does not want anything: where the subject seems to be one, the only actor named bare is meant."""
        head = view.sentence.tokens[subject.head]
        article = view.sentence.tokens[subject.first].text.lower()
        words, forms = grammar(), (head.text.lower(), head.lemma.lower())
        sure = article in words.nominative or (article in words.nominative_masculine and gender_of(head.lemma) == "m")
        matter = words.matters.values(*forms)
        people = words.representatives.values(*forms) or words.several.values(*forms) or not view.singular
        if head.tag != "NN" or sure or (people and not matter):
            return ()
        bare = [p for p in view.clause.phrases if p.preposition is None and p.role in _BARE]
        found = [
            actors
            for p in bare
            if (matter or view.sentence.tokens[p.head].tag == "NE")
            and view.sentence.tokens[p.first].text.lower() not in grammar().not_nominative
            if (actors := self.of_phrase(view.sentence, p))
        ]
        return found[0] if len(found) == 1 else ()

    def _borrowed(self, view: View, depth: int) -> Actors:
        """A clause without a subject has that of the clause it hangs on, or is joined to."""
        kind = view.clause.kind
        if kind in ("infinitive", "participial"):
            parent = view.parent
            return self.of_clause(parent, depth + 1) if parent is not None and not parent.passive else ()
        if kind == "relative":
            return self._antecedent(view)
        if kind == "main" and view.number > 0:
            for number in range(view.number - 1, -1, -1):
                other = view.sentence.clauses[number]
                if other.kind == kind and other.verb is not None:
                    return self._subject(View(view.sentence, number), depth + 1)
        return ()

    def writers(self, sentence: Sentence) -> Actors:
        """Give who acts where something written is spoken of: "in a letter he turned to the council"."""
        for number, clause in enumerate(sentence.clauses):
            heads = [sentence.tokens[phrase.head] for phrase in clause.phrases if phrase.role != "subject"]
            if any(grammar().writings.values(head.text.lower(), head.lemma.lower()) for head in heads):
                return self.of_clause(View(sentence, number))
        return ()

    def _writer(self, view: View, depth: int) -> Actors:
        """Give who acts in the clause around: "parliament passed a resolution that calls on …"."""
        tokens = view.sentence.tokens
        first = view.clause.tokens[0] - 2
        if view.parent is None or first < 0 or tokens[first].tag != "NN":
            return ()
        written = grammar().writings.values(tokens[first].text.lower(), tokens[first].lemma.lower())
        return self.of_clause(view.parent, depth + 1) if written else ()

    def _beside_relative(self, view: View, pronoun: Token) -> Actors:
        """Give who acts in a relative clause about a thing, whose pronoun may as well be the object."""
        if pronoun.text.lower() not in grammar().unsure:
            return ()
        bare = [p for p in view.clause.phrases if p.preposition is None and p.role in _BARE]
        nominative = [p for p in bare if view.sentence.tokens[p.first].text.lower() not in grammar().not_nominative]
        return next((actors for p in nominative if (actors := self.of_phrase(view.sentence, p))), ())

    def _antecedent(self, view: View) -> Actors:
        start = view.clause.start
        before = [
            phrase
            for clause in view.sentence.clauses
            for whole in clause.phrases
            for phrase in (view.sentence.members(whole) if whole.end > start else (whole,))
            if phrase.end <= start and start - phrase.end <= 3
        ]
        bracket = next((p for p in before if view.bracketed(p)), None)
        if bracket is not None:
            opened = view.sentence.tokens[bracket.first - 1].start
            outside = [p for c in view.sentence.clauses for p in c.phrases if 0 <= opened - p.end <= 1]
            before = outside or before
        if before:
            return self.of_phrase(view.sentence, max(before, key=lambda phrase: (phrase.end, -phrase.start)))
        near = self.mentions(max(view.sentence.start, start - 60), start)
        return ids(near[-1:]) if near and start - near[-1].end <= 3 else ()
