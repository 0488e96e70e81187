"""What a clause shows of a stance of who speaks or acts in it: words, verb, modality, and what hangs on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from aktenlage.model.annotation import Statement
from aktenlage.model.position import Stance
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.lexicon import lexicon
from aktenlage.read.positions.named import Actors
from aktenlage.read.signs import word_signs

# Above this, numbers of words tell nothing more, and so many of them make a class.
_MOST_WORDS, _CLASS = 24, 4


@dataclass(frozen=True, slots=True)
class Holding:
    """A clause and those who may hold what it says: who speaks, or who acts in it."""

    view: View
    part: Literal["speaks", "acts"]
    actors: Actors
    statement: Statement | None


def holdings(view: View, who: Who) -> Iterator[Holding]:
    """Give who may hold a stance that the clause tells: the speaker of its words, and who else acts in it."""
    if not view.tokens:
        return
    statement = who.statement_of(view)
    speakers = who.speakers_of(view, statement) if statement is not None else ()
    if speakers:
        yield Holding(view, "speaks", speakers, statement)
    actors = who.of_clause(view) if view.clause.verb is not None else ()
    if actors and not set(actors) <= set(speakers):
        yield Holding(view, "acts", actors, statement)


def signs(holding: Holding, who: Who, told: Sequence[Stance], before: Stance | None) -> set[str]:
    """
    Give the signs of the clause.

    *told* are the stances that its listed words tell of these holders, *before* is the last one of the sentence before.
    """
    view = holding.view
    found = {*word_signs(view.tokens), *_verb(holding), *_saying(holding), *_who(holding, who), *_around(view)}
    found.update(_listed(view))
    found.update(f"told {stance}" for stance in told)
    found.update((f"told {bool(told)}", f"before {before}", f"heading {view.sentence.heading}"))
    found.add(f"length {min(len(view.tokens), _MOST_WORDS) // _CLASS}")
    return found


def _who(holding: Holding, who: Who) -> Iterator[str]:
    """Give who holds it in which part, what is named beside, and of whom a speaker speaks."""
    yield f"part {holding.part}"
    for actor in holding.actors:
        kind = who.kinds.get(actor)
        yield from (f"holder {kind}", f"holder {holding.part} {kind}")
    for phrase in holding.view.clause.phrases:
        role = phrase.preposition or phrase.role
        yield f"phrase {role}"
        if who.mentions(phrase.start, phrase.end):
            yield f"named {role}"
    subject = holding.view.clause.subject
    if subject is not None and holding.part == "speaks":
        mentions = who.mentions(subject.start, subject.end)
        own = any(mention.actor in holding.actors for mention in mentions)
        yield f"subject {'own' if own else 'named' if mentions else 'other'}"
        yield f"subject word {holding.view.sentence.tokens[subject.head].text.lower()}"


def _verb(holding: Holding) -> Iterator[str]:
    clause = holding.view.clause
    verb, negated, part = clause.verb, f"negated {clause.negated}", holding.part
    yield from (f"clause {clause.kind}", negated, f"introducer {holding.view.introducer}")
    if verb is None:
        yield "no verb"
        return
    lemma, modal, mood = f"verb {verb.lemma}", f"modal {verb.modal}", f"mood {verb.mood}"
    yield from (lemma, f"{lemma} {part}", f"{lemma} {negated}", f"tense {verb.tense}", f"voice {verb.voice}")
    yield from (modal, mood, f"{modal} {negated}", f"{mood} {part}", f"{modal} {mood} {part}")


def _listed(view: View) -> Iterator[str]:
    """Give the stances of listed words of the clause, whether or not they tell one of anybody there."""
    yield from (f"verb for {stance}" for stance in _verb_stances(view.lemma))
    for token in view.tokens:
        forms = (token.text.lower(), token.lemma.lower())
        yield from (f"noun for {frame.stance}" for frame in lexicon().nouns.values(*forms))
        yield from (f"judgement for {frame.stance}" for frame in lexicon().judgements.values(*forms))
        yield from (f"adjective for {e.frame.stance}" for form in forms for e in lexicon().adjectives.get(form, ()))


def _verb_stances(lemma: str | None) -> Iterator[Stance]:
    return (entry.frame.stance for entry in lexicon().verbs.get(lemma or "", ()))


def _saying(holding: Holding) -> Iterator[str]:
    statement = holding.statement
    if statement is None:
        return
    cue = f"cue {statement.cue_lemma}"
    yield from (f"type {statement.type}", f"medium {statement.medium}", f"act {statement.act}")
    yield from (cue, f"{cue} negated {statement.negated}")
    yield from (f"cue for {stance}" for stance in _verb_stances(statement.cue_lemma))


def _around(view: View) -> Iterator[str]:
    parent = view.parent
    if parent is not None and parent.lemma:
        yield from (f"above {parent.lemma}", f"above {parent.lemma} {view.clause.kind}")
        yield from (f"above for {stance} {view.clause.kind}" for stance in _verb_stances(parent.lemma))
    yield from (f"below {child.clause.kind}" for child in view.children)
