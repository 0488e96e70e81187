"""Who acts in a sentence: says, wants or does something, is spoken for by others, or meets someone."""

from functools import cache

from aktenlage.model.language import Clause, Phrase, Sentence
from aktenlage.read.encounters.lexicon import noun_word, supports, verb_frames
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.frames import frame_of
from aktenlage.resources.load import load

_MEETING = ("mutual", "reception")


def acting_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """Give the phrase whose head or member the noun is, if it says or does something in its clause."""
    return next(
        (
            phrase
            for number, clause in enumerate(sentence.clauses)
            for phrase in clause.phrases
            if _heads(sentence, phrase, at) and _acts(View(sentence, number), phrase)
        ),
        None,
    )


def party_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """Give the phrase of the noun if someone speaks for what it names, or meets it."""
    for clause in sentence.clauses:
        for phrase in clause.phrases:
            if phrase.first <= at < phrase.last and (
                _spoken_for(sentence, phrase)
                or _gathers(sentence, phrase)
                or _met(sentence, clause, phrase)
                or _meets(sentence, clause, phrase)
            ):
                return phrase
    return None


def _acts(view: View, phrase: Phrase) -> bool:
    if view.passive and phrase.role == "subject":
        return False
    return view.lemma in _words("acts") or frame_of(view) is not None


def _heads(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether the noun is what acts in the clause, alone or beside others."""
    if phrase.role not in ("subject", "agent") or not phrase.first <= at < phrase.last:
        return False
    if at == phrase.head:
        return True
    nouns = [
        next((n for n in range(*member) if sentence.tokens[n].tag in ("NN", "NE")), None) for member in phrase.members
    ]
    return at in nouns


def _spoken_for(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase stands behind people who speak or fight for what it names ("Vertreter der …")."""
    if phrase.role != "genitive" and phrase.preposition not in _words("for_whom"):
        return False
    before = sentence.tokens[phrase.first - 1] if phrase.first else None
    return before is not None and before.tag == "NN" and before.lemma.lower().endswith(tuple(_words("speakers")))


def _gathers(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase names whose conference the noun before it tells ("Gipfel der …")."""
    before = sentence.tokens[phrase.first - 1].text if phrase.first and phrase.role == "genitive" else ""
    noun = noun_word(before) if before else None
    return noun is not None and noun.frame.kind == "conference"


def _met(sentence: Sentence, clause: Clause, phrase: Phrase) -> bool:
    """Whether the phrase names whom someone meets, behind an encounter noun or beside a verb of meeting."""
    if phrase.preposition not in _words("company"):
        return False
    before = sentence.tokens[phrase.first - 1].text if phrase.first else ""
    return noun_word(before) is not None or _tells_meeting(clause) or _held_between(sentence, clause, phrase)


def _held_between(sentence: Sentence, clause: Clause, phrase: Phrase) -> bool:
    """Whether an encounter noun tells what is held between those of the phrase ("zwischen … gab es …")."""
    heads = (other.head for other in clause.phrases if other is not phrase)
    return phrase.preposition in _words("mutual") and any(noun_word(sentence.tokens[head].text) for head in heads)


def _meets(sentence: Sentence, clause: Clause, phrase: Phrase) -> bool:
    """Whether the phrase is the subject of a verb of meeting, or of one that carries an encounter noun."""
    if phrase.role != "subject" or clause.verb is None:
        return False
    carried = clause.verb.lemma in supports() and any(
        noun_word(sentence.tokens[p.head].text) for p in clause.phrases if p is not phrase
    )
    return carried or _tells_meeting(clause) or _goes_somewhere(clause)


def _goes_somewhere(clause: Clause) -> bool:
    """Whether the verb is one of travelling, and the clause tells where to."""
    frames = verb_frames().get(clause.verb.lemma, ()) if clause.verb is not None else ()
    goals = {goal for frame in frames if frame.frame == "travel" for goal in frame.goal}
    return any(phrase.preposition in goals for phrase in clause.phrases)


def _tells_meeting(clause: Clause) -> bool:
    frames = verb_frames().get(clause.verb.lemma, ()) if clause.verb is not None else ()
    return any(frame.frame in _MEETING and frame.plain for frame in frames)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("acting")[group])
