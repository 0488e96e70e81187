"""From the clauses and statements of an article to its positions."""

from collections.abc import Iterator

from aktenlage.model.language import Analysis, Sentence
from aktenlage.model.position import Position, Stance
from aktenlage.model.reading import Reading
from aktenlage.read.issues import issues_in
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.contents import content_stances
from aktenlage.read.positions.finding import Found
from aktenlage.read.positions.lexicon import grammar
from aktenlage.read.positions.likely import weigh
from aktenlage.read.positions.merging import merge
from aktenlage.read.positions.named import Actors
from aktenlage.read.positions.nouns import attribute_stances, noun_stances
from aktenlage.read.positions.verbs import verb_stances


def read_positions(analysis: Analysis, reading: Reading) -> tuple[Position, ...]:
    """Give what each actor of the article demands, rejects, accepts, supports, offers, accuses or threatens."""
    who = Who(reading)
    told = told_stances(analysis, who)
    found = [item for sentence, items, before in told for item in weigh(sentence, who, items, before)]
    positions = [
        Position(actor, item.stance, item.toward, _issue(analysis, item), item.about or item.evidence, (item.evidence,))
        for item in found
        for actor in item.actors
    ]
    return merge(positions, analysis)


def told_stances(analysis: Analysis, who: Who) -> Iterator[tuple[Sentence, list[Found], Stance | None]]:
    """Give each sentence with the stances that its listed words tell, and the last one of the sentence before."""
    before: Found | None = None
    last: Sentence | None = None
    for sentence in analysis.sentences:
        actors: Actors = ()
        if last is not None and sentence.paragraph == last.paragraph:
            actors = before.actors if before is not None else _acting_before(sentence, last, who)
        found = list(_in_sentence(sentence, who, actors))
        yield sentence, found, before.stance if before is not None else None
        before, last = found[-1] if found else None, sentence


def _acting_before(sentence: Sentence, last: Sentence, who: Who) -> Actors:
    """Give who acts in the sentence before, where what something written says or what a pronoun does is told."""
    if _goes_into(sentence):
        return who.writers(last)
    main = next((n for n, clause in enumerate(last.clauses) if clause.kind == "main" and clause.verb is not None), None)
    actors = who.of_clause(View(last, main)) if main is not None and _has_pronoun(sentence) else ()
    return actors if len(actors) == 1 else ()


def _has_pronoun(sentence: Sentence) -> bool:
    subjects = (clause.subject for clause in sentence.clauses[:1])
    return any(subject is not None and sentence.tokens[subject.head].tag == "PPER" for subject in subjects)


def _goes_into(sentence: Sentence) -> bool:
    """Whether a sentence begins with what something written says: "therein the government is called on …"."""
    return bool(sentence.tokens) and sentence.tokens[0].text.lower() in grammar().therein


def _in_sentence(sentence: Sentence, who: Who, before: Actors) -> Iterator[Found]:
    for number in range(len(sentence.clauses)):
        view = View(sentence, number)
        told = list(verb_stances(view, who, before))
        yield from told
        before = told[-1].actors if told else before
        statement = who.statement_of(view)
        if statement is not None and not told:
            yield from content_stances(view, statement, who)
    yield from noun_stances(sentence, who)
    yield from attribute_stances(sentence, who)


def _issue(analysis: Analysis, item: Found) -> str | None:
    for place in (item.about, item.evidence):
        if place is not None:
            issues = issues_in(analysis, place.start, place.end)
            if issues:
                return issues[0]
    return None
