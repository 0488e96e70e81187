"""From which day to which an encounter of several days lasts, by what its words say of the one day told."""

from collections.abc import Iterator, Sequence
from datetime import date

from aktenlage.model.language import Clause
from aktenlage.read.encounters.clause.scan import preposition_before
from aktenlage.read.encounters.lexicon import detail_words, noun_word, party_words
from aktenlage.read.encounters.scene import Candidate, Edge, Place, Scene
from aktenlage.read.encounters.setting.days import LONGEST, day_value, days_of, goes_on, lasting
from aktenlage.read.encounters.setting.told_times import times_of, up_to

# What lasts to the next morning has not lasted two days.
_OVERNIGHT = ("TMO", "TNI")


def all_days(scene: Scene, candidate: Candidate) -> None:
    """Give an encounter of which one day is told all its days, where its words say how long it lasts from or to it."""
    told = days_of(candidate.date or "")
    if candidate.date is None or told is None or told[0] != told[1]:
        return
    last = date.fromisoformat(candidate.until) if candidate.until else None
    if last is not None and 0 < (last - told[0]).days <= LONGEST:
        candidate.date = f"{candidate.date}/{last}"
    elif candidate.edge is not None:
        candidate.date = lasting(candidate.date, candidate.duration, ending=candidate.edge == "last")
    if candidate.edge == "first" and candidate.status == "held" and goes_on(scene, candidate.date):
        candidate.status = "ongoing"


def edge_of(scene: Scene, candidate: Candidate) -> Edge | None:
    """Give which of several days the clause tells: the first, on which it begins, or the last."""
    at, words = candidate.at, detail_words()
    for_days = candidate.kind == "visit" and _lasts(scene, at, words["for_so_long"])
    if candidate.ended or _was_before(scene, candidate):
        return "last"
    begun = candidate.begun or (bool(candidate.frames) and leads_to_it(at))
    return "first" if begun or for_days or _from_then_on(scene, at) else None


def leads_to_it(at: Place) -> bool:
    """Whether somebody comes or comes together for what the noun names ("reiste zu einem dreitägigen Besuch")."""
    return preposition_before(at) in party_words()["to"]


def _was_before(scene: Scene, candidate: Candidate) -> bool:
    """Whether what the clause tells came of talks, on the day told ("Nach dreitägigen Gesprächen … am Mittwoch")."""
    at, words = candidate.at, detail_words()["following"]
    if candidate.kind == "visit" or (preposition_before(at) not in words and not _lasts(scene, at, words)):
        return False
    told = (t for t in times_of(at, scene.times.within(at.sentence.start, at.sentence.end)) if day_value(t))
    return any(at.phrase is None or not at.phrase.start <= time.start < at.phrase.end for time in told)


def _lasts(scene: Scene, at: Place, prepositions: Sequence[str]) -> bool:
    """Whether behind one of the prepositions stands how long something lasts, and no noun of which it is said."""
    for phrase in at.clause.phrases:
        if phrase.preposition in prepositions:
            head = at.sentence.tokens[phrase.head]
            if any(time.type == "DURATION" for time in scene.times.touching(head.start, head.end)):
                return True
    return False


def _from_then_on(scene: Scene, at: Place) -> bool:
    """Whether the day told is the first ("besucht von Donnerstag an drei Tage lang …")."""
    ahead = (phrase for phrase in at.clause.phrases if phrase.preposition in detail_words()["from_then"])
    spans = ((phrase.start, phrase.end) for phrase in ahead)
    return any(day_value(time) for start, end in spans for time in scene.times.within(start, end))


def last_day(scene: Scene, candidate: Candidate) -> str | None:
    """Give the day until which it lasts by its clause, or one that goes on about it ("… dauert bis Freitag")."""
    at, going_on = candidate.at, detail_words()["going_on"]
    for there in (at, *_about_it(scene, candidate)):
        own = there is at and not candidate.frames
        if there.clause.verb is not None and (own or there.clause.verb.lemma in going_on):
            starts = {there.sentence.tokens[number].start for number in there.clause.tokens}
            told = (t for t in scene.times.within(there.clause.start, there.clause.end) if t.start in starts)
            ends = (days_of(day_value(t) or "") for t in told if up_to(there, t) and t.value[10:] not in _OVERNIGHT)
            last = next((days[1] for days in ends if days is not None), None)
            if last is not None:
                return str(last)
    return None


def _about_it(scene: Scene, candidate: Candidate) -> Iterator[Place]:
    """Give clauses that say more of it: relative ones of its noun, the next of its sentence, the first of the next."""
    at, clauses = candidate.at, candidate.at.sentence.clauses
    own = next((number for number, clause in enumerate(clauses) if clause is at.clause), None)
    behind = [clause for clause in clauses if clause.tokens and clause.start > at.clause.start]
    for clause in behind:
        relative = bool(candidate.frames) and clause.kind == "relative" and clause.parent == own
        if relative or (clause.kind == at.clause.kind and clause.subject is None):
            yield at.beginning(clause)
    for number in range(at.number, min(at.number + 2, len(scene.analysis.sentences))):
        if scene.analysis.sentences[number].paragraph != at.sentence.paragraph:
            return
        later = (p for p in scene.clauses(number) if p.clause.kind == "main" and p.clause.start > at.clause.start)
        there = next(later, None)
        if there is not None and _is_about_it(there, there.clause):
            yield there


def _is_about_it(at: Place, clause: Clause) -> bool:
    """Whether the subject is a pronoun, or a word for the encounter with its article."""
    if clause.subject is None:
        return False
    head = at.sentence.tokens[clause.subject.head]
    article = at.sentence.tokens[clause.subject.first].text.lower() in party_words()["definite"]
    pronoun = head.tag == "PPER" and head.text.lower() not in party_words()["it"]
    return pronoun or (article and noun_word(head.text) is not None)
