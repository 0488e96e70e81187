"""Whether two places of an article may tell of one encounter though their words are of different kinds of it."""

import re
from datetime import date

from aktenlage.model.encounter import Status
from aktenlage.read.encounters.joined.inheriting import NEAR
from aktenlage.read.encounters.lexicon import detail_words, party_words, place_words
from aktenlage.read.encounters.scene import Candidate
from aktenlage.read.encounters.setting.days import DAY

OPEN: frozenset[Status] = frozenset({"planned", "possible"})
OVER: frozenset[Status] = frozenset({"held", "ongoing"})
_DAYS = re.compile(r"P(\d+)D")
# So many parties are no single one.
_MANY = 2
_SATURDAY = 5


def kinds_agree(known: Candidate, candidate: Candidate) -> bool:
    """Whether both are of one kind, or of two that may tell of one encounter: a journey and whom one met on it."""
    pair = {known.kind, candidate.kind}
    if candidate.close and (candidate.leans or _agreed_to(known, candidate)):
        return True
    if pair == {"meeting", "visit"} and not _off_as_well(known, candidate):
        visit = known if known.kind == "visit" else candidate
        if (
            candidate.status == "cancelled"
            or comes_anyway(known, candidate)
            or _of_days(visit)
            or not (candidate.parties or _after_an_answer(known, candidate))
            or not known.parties
            or {known.status, candidate.status} == {"ongoing", "planned"}
            or not (candidate.adds or _together(known, candidate))
            or (candidate is visit and _onward(candidate))
        ):
            return False  # A journey called off by its name, whom a visitor meets in the course of it, or elsewhere.
    return len(pair) == 1 or pair in ({"meeting", "conference"}, {"meeting", "visit"}) or _was_a_call(known, candidate)


def _off_as_well(known: Candidate, candidate: Candidate) -> bool:
    """Whether the journey called off is the one to the meeting just told ("wollte ihn treffen. Die Reise wurde …")."""
    journey = candidate.kind == "visit" and candidate.status == "cancelled" and candidate.definite
    if not journey or candidate.place is not None:
        return False
    same_sentence = known.at.number == candidate.at.number and known.status == "cancelled"
    right_before = candidate.at.number - known.told_in[-1] <= 1 and known.status in OPEN
    return same_sentence or (right_before and not candidate.parties)


def comes_anyway(known: Candidate, candidate: Candidate) -> bool:
    """Whether somebody goes there, though another may not meet him ("fliegt nach Rom. Ob er Merz trifft, …")."""
    journey = known.kind == "visit" and known.status in ("planned", *OVER) and known.at.number < candidate.at.number
    another = set(known.parties) < set(candidate.parties)
    return journey and another and candidate.status in ("possible", "denied")


def _agreed_to(known: Candidate, candidate: Candidate) -> bool:
    """Whether one of those who were asked to it says that he will come."""
    return known.status == "possible" and candidate.answers and bool(set(candidate.parties) & set(known.parties))


def _after_an_answer(known: Candidate, candidate: Candidate) -> bool:
    """Whether "the meeting" is what somebody has just agreed to come to ("nahm die Einladung an: Das Treffen …")."""
    near = candidate.at.number - known.told_in[-1] <= 1
    return near and known.answers and candidate.definite and candidate.status == known.status


def _was_a_call(known: Candidate, candidate: Candidate) -> bool:
    """Whether a call and a talk told shortly after one another are one ("sprach mit Modi. In dem Telefonat …")."""
    if {known.kind, candidate.kind} != {"call", "meeting"} or len(known.parties) != _MANY:
        return False
    if not (candidate.definite or _of_the_same_two(known, candidate)):
        return False
    talk = known if candidate.kind == "call" else candidate
    verb, word = talk.at.clause.verb, talk.at.word
    one_talk = talk.frames == ["talks"] and word.text == word.lemma  # "die Gespräche" are not what a call was.
    said = talk is known and verb is not None and not talk.frames and _by_talking(verb.lemma)
    others = set(candidate.parties) - set(known.parties)
    near = 0 < candidate.at.number - known.told_in[-1] <= NEAR
    return near and talk.place is None and not others and (one_talk or said)


def _by_talking(lemma: str) -> bool:
    return lemma in (*party_words()["talking"], *party_words()["done_by_talking"])


def _of_the_same_two(known: Candidate, candidate: Candidate) -> bool:
    """Whether no more is told than that the two talked ("… sprach von einem guten Gespräch mit Merz")."""
    another = candidate.date not in (None, known.date) or candidate.place or candidate.other
    told = another or candidate.status != known.status
    return not told and bool(candidate.frames) and set(candidate.parties) == set(known.parties)


def _onward(visit: Candidate) -> bool:
    """Whether a journey is said to follow upon what was told before ("danach reiste er nach Rom weiter")."""
    verb, words = visit.at.clause.verb, detail_words()
    goes_on = verb is not None and verb.lemma in (*words["onward"], *place_words()["returns"])
    return goes_on or follows(visit)


def follows(candidate: Candidate) -> bool:
    """Whether it is said to come after what was told before ("danach")."""
    words, said = detail_words(), {word.lower() for word in candidate.at.said}
    return not said.isdisjoint((*words["afterwards"], *words["then"]))


def _together(known: Candidate, candidate: Candidate) -> bool:
    """Whether a journey and a meeting are told as one: by place or day, or one right behind the other."""
    same_day = known.date is not None and known.date == candidate.date
    return same_day or known.place == candidate.place or candidate.at.number - known.told_in[-1] <= 1


def _of_days(visit: Candidate) -> bool:
    """Whether a visit lasts several days; "at the weekend" may be one of two."""
    days = _DAYS.fullmatch(visit.duration or "")
    first, _, last = (visit.date or "").partition("/")
    told = bool(DAY.fullmatch(first) and last) and date.fromisoformat(first).weekday() != _SATURDAY
    return told or (days is not None and int(days[1]) >= _MANY)
