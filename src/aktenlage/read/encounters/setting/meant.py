"""What somebody meant to do and what came of it: it came otherwise, its day is over, it was called off beside."""

from datetime import date

from aktenlage.model.encounter import Status
from aktenlage.model.language import Clause, VerbGroup
from aktenlage.read.encounters.clause.surroundings import is_subject
from aktenlage.read.encounters.lexicon import status_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.days import day_value, days_of
from aktenlage.read.encounters.setting.namesakes import nearest_of_that_name
from aktenlage.read.encounters.setting.told_times import times_of


def came_otherwise(scene: Scene, at: Place, verb: VerbGroup) -> bool:
    """Whether it did not come about as somebody meant it to."""
    if verb.modal not in status_words()["modals"]["intended"]:
        return False
    if verb.tense == "pluperfect" or (verb.tense == "perfect" and verb.mood == "subjunctive_2"):
        return True  # "Er hatte reisen wollen."
    return meant(verb) and (_once(at) or _day_is_over(scene, at) or called_off_beside(at))


def refused(at: Place) -> Status:
    """Tell what does not come about: it is called off where it was to be before ("nun doch nicht"), else denied."""
    return "cancelled" if at.has_phrase(status_words()["as_planned"]) else "denied"


def meant(verb: VerbGroup) -> bool:
    """Whether the verb tells what somebody meant to do ("wollte … treffen")."""
    intended = verb.modal in status_words()["modals"]["intended"]
    return intended and verb.tense == "past" and verb.mood != "subjunctive_2"


def _once(at: Place) -> bool:
    """Whether the words say that it was meant so once ("wollten sich eigentlich am Freitag treffen")."""
    itself = at.word.pos not in ("NOUN", "PROPN") or is_subject(at)
    return itself and not {word.lower() for word in at.said}.isdisjoint(status_words()["once"])


def _day_is_over(scene: Scene, at: Place) -> bool:
    """Whether it was meant for a day that is over; a weekday alone may be the next one ("wollte am Montag reisen")."""
    words = status_words()
    some_day = (*words["comes_again"]["weekly"], *words["times_of_day"])
    times = [t for t in times_of(at, scene.times.within(at.sentence.start, at.sentence.end)) if day_value(t)]
    if scene.published is None or any(time.rule in some_day for time in times):
        return False
    published = date.fromisoformat(scene.published)
    spans = [days_of(nearest_of_that_name(scene, time) or "") for time in times]
    return bool(spans) and all(days is not None and days[1] < published for days in spans)


def called_off_beside(at: Place) -> bool:
    """Whether a clause of its subject says that it was called off ("der … treffen sollte, verschob die Reise")."""
    clauses, subject = at.sentence.clauses, at.clause.subject
    parent = at.clause.parent if at.clause.kind == "relative" else None
    above = [clauses[parent]] if parent is not None else []
    first = subject.first if subject is not None else None
    behind = [clause for clause in clauses if clause.start > at.clause.start]
    # What opens with "sagte" is taken for words about a speaker: "…, sagte die Reise aber ab".
    shared = [c for c in behind if c.kind == "inserted" or (c.shared is not None and c.shared.first == first)]
    return any(_calls_off(clause) for clause in (*above, *shared))


def _calls_off(clause: Clause) -> bool:
    verb, words = clause.verb, status_words()
    off = verb is not None and verb.lemma in (*words["verbs"]["cancelled"], *words["bursting"])
    return off and not clause.negated and verb is not None and verb.modal is None and verb.tense != "present"
