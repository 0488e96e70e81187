"""Day and town of the clause or the sentence before, where a clause goes on from it ("… und traf anschließend …")."""

from aktenlage.read.encounters.clause.governors import PAST
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.lexicon import detail_words, noun_word, party_words, place_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene, backwards
from aktenlage.read.encounters.setting.conjuncts import day_of_conjunct
from aktenlage.read.encounters.setting.dateline import is_news
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.setting.days import DAY, day_value
from aktenlage.read.encounters.setting.places import spots


def set_from_above(scene: Scene, candidate: Candidate) -> None:
    """Take day and town of the clause that this one goes with, where it tells neither itself."""
    if candidate.date or candidate.place:
        return
    if candidate.status == "denied":
        candidate.date = _time_of_refusal(scene, candidate.at)
        return
    above = _clause_meanwhile(candidate.at) or _joint_clause(scene, candidate)
    if above is not None:
        candidate.date = date_of(scene, above, candidate.status)
        candidate.place = next((spot.name for spot in spots(scene, above) if spot.town), None)


def _time_of_refusal(scene: Scene, at: Place) -> str | None:
    """Give the time, but no day, at which somebody refused to do it ("lehnte es im Mai ab, … zu empfangen")."""
    above = at.above if at.clause.kind == "infinitive" else None
    told = date_of(scene, above, "denied") if above is not None else None
    return None if told is not None and DAY.match(told) else told


def _clause_meanwhile(at: Place) -> Place | None:
    """Give the clause above one that tells what was or will be at the same time ("…, wenn sie zusammentreffen")."""
    above, opener = at.above, at.clause.introducer
    if above is None or opener is None or above.clause.start >= at.clause.start:
        return None
    return above if at.sentence.tokens[opener].text.lower() in detail_words()["meanwhile"] else None


def _joint_clause(scene: Scene, candidate: Candidate) -> Place | None:
    """Give the sentence before in which those who met do something together ("Nach ihrem Treffen sagten …")."""
    before = _sentence_before(scene, candidate.at) if candidate.frames and candidate.status == "held" else None
    if before is None or len(candidate.parties) < 2 or before.sentence.paragraph != candidate.at.sentence.paragraph:
        return None
    return before if set(subject_parties(scene, before)) == set(candidate.parties) else None


def date_before(scene: Scene, at: Place, candidate: Candidate) -> str | None:
    """Give the day of the clause before where this one goes on ("empfing am Montag … und traf anschließend")."""
    status = candidate.status
    if is_what_was_told(at):
        before = _what_it_was(scene, at)
        return date_of(scene, before, status) if before is not None else None
    joined = day_of_conjunct(scene, at, status) or _that_time(scene, at)
    if joined is not None:
        return joined
    # What a verb tells of a gathering afterwards may be of any day.
    afterwards = () if candidate.frames else detail_words()["afterwards"]
    open_or_off = status in ("planned", "cancelled") and at.clause.kind == "main"
    there = place_words()["there"] if open_or_off else ()
    words = (*afterwards, *there, *place_words()["where"])
    if {word.lower() for word in at.said}.isdisjoint((*words, *detail_words()["same_day"])):
        return _day_going_on(scene, at, candidate) or _day_of_what_was_before(scene, at, candidate)
    before = (at.above if _hangs_on_a_word(at) else None) or _told_before(scene, at)
    return date_of(scene, before, status) if before is not None else None


def _that_time(scene: Scene, at: Place) -> str | None:
    """Give the time of the sentence before, no news, to which the clause points back ("Damals hatte er …")."""
    if not at.number or at.said.isdisjoint(detail_words()["that_time"]):
        return None
    before = scene.analysis.sentences[at.number - 1]
    told = [day_value(time) for time in scene.times.within(before.start, before.end)]
    days = {day for day in told if day is not None and day < (scene.published or "") and not is_news(scene, day)}
    return next(iter(days)) if len(days) == 1 else None


def _hangs_on_a_word(at: Place) -> bool:
    """Whether the clause says more of a word, a place as well, of the one above ("…, wo er … getroffen hatte")."""
    opener = at.sentence.tokens[at.clause.introducer].text.lower() if at.clause.introducer is not None else None
    return at.clause.kind == "relative" or opener in place_words()["where"]


def _told_before(scene: Scene, at: Place) -> Place | None:
    """Give the clause of its kind before this one, in its sentence or the one before."""
    return at.conjunct or _sentence_before(scene, at)


def _day_of_what_was_before(scene: Scene, at: Place, candidate: Candidate) -> str | None:
    """Give the day after which somebody went on to do something ("Danach traf er …")."""
    on = not {word.lower() for word in at.said}.isdisjoint(detail_words()["next"]) and not candidate.frames
    people = any(scene.actors[party].kind == "person" for party in candidate.parties)
    before = _told_before(scene, at) if on and people and candidate.status == "held" else None
    day = date_of(scene, before, candidate.status) if before is not None else None
    return day if day is not None and DAY.fullmatch(day) else None


def _day_going_on(scene: Scene, at: Place, candidate: Candidate) -> str | None:
    """
    Give the day of the sentence before where the same person goes on to do something ("Er traf dort …").

    What follows later ("Danach reiste er … weiter") may be of another day.
    """
    verb, subject = at.clause.verb, at.clause.subject
    if not {word.lower() for word in at.said}.isdisjoint(detail_words()["then"]):
        return None
    before_that = _right_before_that(at) or _had_been_there(at)
    told = verb is not None and (verb.tense in ("past", "perfect") or before_that) and not candidate.frames
    before = _sentence_before(scene, at) if told and candidate.status == "held" else None
    goes_on = subject is not None and at.sentence.tokens[subject.head].tag == "PPER"
    goes_on = goes_on or (before is not None and before_that and _same_person(scene, before, at))
    if before is None or not goes_on or at.clause.kind != "main" or before.sentence.paragraph != at.sentence.paragraph:
        return None
    return date_of(scene, before, candidate.status)


def _same_person(scene: Scene, before: Place, at: Place) -> bool:
    """Whether the sentence before tells of the person whom the subject names."""
    told = {m.actor for m in scene.mentions.within(before.sentence.start, before.sentence.end)}
    return any(party in told and scene.actors[party].kind == "person" for party in subject_parties(scene, at))


def _right_before_that(at: Place) -> bool:
    """Whether it was right before what the sentence before tells ("Zuvor hatte er …", "Vor dem Treffen hatte er …")."""
    if not _in_pluperfect(at):
        return False
    return not at.said.isdisjoint(detail_words()["just_before"]) or _before_what_was_told(at)


def _before_what_was_told(at: Place) -> bool:
    """Whether the clause says before which encounter, told in the sentence before, it was."""
    words, tokens = party_words(), at.sentence.tokens
    ahead = [phrase for phrase in at.clause.phrases if phrase.preposition in detail_words()["ahead"]]
    ahead = [phrase for phrase in ahead if noun_word(tokens[phrase.head].text) is not None]
    bare = (p for p in ahead if not any(other.first == p.last and other.preposition for other in at.clause.phrases))
    return any(tokens[phrase.first + 1].text.lower() in words["definite"] for phrase in bare)


def _had_been_there(at: Place) -> bool:
    """Whether it was where the sentence before tells of ("Er war dort … zusammengetroffen")."""
    return _in_pluperfect(at) and not at.said.isdisjoint(place_words()["there"])


def _in_pluperfect(at: Place) -> bool:
    return at.clause.verb is not None and at.clause.verb.tense == "pluperfect"


def town_before(scene: Scene, at: Place) -> str | None:
    """Give the town of the sentence before where the clause only says what that told."""
    going_on = _sentence_before(scene, at) if _right_before_that(at) else None
    before = _what_it_was(scene, at) if is_what_was_told(at) else going_on
    return next((spot.name for spot in spots(scene, before) if spot.town), None) if before is not None else None


def _what_it_was(scene: Scene, at: Place) -> Place | None:
    """Give the sentence before that tells what "it" was: not what had been before, and not what is still to come."""
    before = _sentence_before(scene, at)
    if before is None or _in_pluperfect(before):
        return None
    ahead = _in_the_past(at) and before.clause.verb is not None and not _in_the_past(before)
    return None if ahead else before


def _in_the_past(at: Place) -> bool:
    return at.clause.verb is not None and at.clause.verb.tense in PAST


def is_what_was_told(at: Place) -> bool:
    """Whether the clause only says what the sentence before told ("Es war das erste Treffen")."""
    verb, first = at.clause.verb, at.clause.tokens[0]
    is_it = verb is not None and verb.lemma in party_words()["is"] and verb.finite == first + 1
    return is_it and at.sentence.tokens[first].text.lower() in party_words()["it"]


def _sentence_before(scene: Scene, at: Place) -> Place | None:
    """Give the clause in which the sentence before tells what was: who said something rather than what."""
    before = [there for number in backwards(at.number - 1, 0) for there in scene.clauses(number)]
    told = (there for kind in ("inserted", "main") for there in before if there.clause.kind == kind)
    return next(told, None)
