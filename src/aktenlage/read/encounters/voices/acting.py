"""Who announces an encounter, bears it out, refuses it or leaves it open, in its clause or in the one above."""

from dataclasses import replace

from aktenlage.model.index import Index
from aktenlage.read.encounters.clause.actors import unique
from aktenlage.read.encounters.clause.carrying import find_support
from aktenlage.read.encounters.clause.parties import parties_between, phrase_parties, phrases_parties
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.lexicon import agent_roles, noun_word, voice_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene, Voice
from aktenlage.read.encounters.voices.invitations import at_whose_invitation, inviters
from aktenlage.read.encounters.voices.told import Told, add, fits, no_answer, voice_at

# Clauses that say what is refused, reported or asked.
_CONTENTS = ("infinitive", "dass", "interrogative")


def hear_clause(scene: Scene, told: Index[Told], at: Place) -> None:
    """Hear what a clause does with an encounter that it names, or that a clause below tells."""
    here = _told_here(told, at)
    if here is not None and (_is_own(here, at) or at.clause.kind == "relative"):
        add(here.encounter, "announced", inviters(scene, at) + at_whose_invitation(scene, at))
    voice = voice_at(at)
    asked = _asked(told, at) if voice == "unconfirmed" else None
    if asked is not None:
        add(asked, "unconfirmed", doers(scene, at) or named(scene, at))
        return
    below = _told_below(told, at)
    if below is not None:
        _judge(scene, at, below, voice or _refusal(at))
    elif here is not None and _is_own(here, at) and no_answer(at):
        add(here.encounter, "unconfirmed", phrases_parties(scene, at, voice_words()["from"]))
    elif here is not None:
        speaks_of_it = voice is not None and _is_object(at)
        _judge(scene, at, here.encounter, voice if speaks_of_it else _act(at, here))


def doers(scene: Scene, at: Place) -> list[str]:
    """Give who does what the verb says, in the passive too ("was called off by Paris"); reports do nothing."""
    if at.clause.verb is not None and at.clause.verb.voice != "active":
        behind = [phrase for phrase in at.clause.phrases if phrase.first > (at.clause.verb.finite or 0)]
        agents = [phrase for phrase in behind if {phrase.role, phrase.preposition} & {*agent_roles()}]
        return unique(party for phrase in agents for party in phrase_parties(scene, at, phrase))
    subject = at.clause.subject
    if subject is not None and at.sentence.tokens[subject.head].lemma in voice_words()["reports"]:
        return phrases_parties(scene, at, ("accusative", "unknown"))
    return subject_parties(scene, at)


def named(scene: Scene, at: Place) -> list[str]:
    """Give whom the clause names."""
    phrases = at.clause.phrases
    return [party for phrase in phrases for party in parties_between(scene, at.sentence, phrase.first, phrase.last)]


def _judge(scene: Scene, at: Place, encounter: Candidate, voice: Voice | None) -> None:
    if voice is not None and fits(voice, encounter):
        add(encounter, voice, doers(scene, at))


def _told_here(told: Index[Told], at: Place) -> Told | None:
    """Give the encounter told by the words around the clause, the nearest."""
    around = [
        place
        for place in told.touching(at.clause.start, at.clause.end)
        if place.start <= at.clause.start and place.end >= at.clause.end
    ]
    return min(around, key=lambda place: place.end - place.start, default=None)


def _is_own(here: Told, at: Place) -> bool:
    """Whether the clause itself tells the encounter."""
    return (here.start, here.end) == (at.clause.start, at.clause.end)


def _told_below(told: Index[Told], at: Place) -> Candidate | None:
    """Give the encounter told by a clause that says what is refused or reported ("reports that they had met")."""
    contents = (there for there in at.below if there.clause.kind in _CONTENTS or _reports(there))
    return next((place.encounter for there in contents for place in _within(told, there)), None)


def _within(told: Index[Told], at: Place) -> list[Told]:
    return told.within(at.clause.start, at.clause.end)


def reports_more(at: Place) -> bool:
    """Whether the clause speaks of reports and says of what ("wies Berichte zurück, wonach …")."""
    return any(map(_reports, at.below))


def _reports(at: Place) -> bool:
    """Whether the clause says what is reported."""
    return at.clause.kind == "relative" and _opener(at) in voice_words()["whereby"]


def _opener(at: Place) -> str:
    return at.sentence.tokens[at.clause.introducer].text.lower() if at.clause.introducer is not None else ""


def _refusal(at: Place) -> Voice | None:
    """Tell that somebody refuses to do what the clause below says ("refused to meet him")."""
    verb = at.clause.verb
    refuses = verb is not None and verb.lemma in voice_words()["refusing"] and not at.clause.negated
    return "denied" if refuses else None


def _act(at: Place, here: Told) -> Voice | None:
    """Tell what the verb does with the encounter that it carries, or that was asked for before."""
    verb, words = at.clause.verb, voice_words()
    if verb is None or not _is_own(here, at):
        return None
    if here.encounter.status == "denied" and at.clause.negated and verb.modal in words["willing"]:
        return "denied"
    if at.clause.negated:
        refused = verb.lemma in words["answering"]["confirmed"] and here.encounter.status == "denied"
        return "denied" if refused else None
    nouns = [number for number in at.clause.tokens if noun_word(at.sentence.tokens[number].text) is not None]
    if not nouns:
        found = answer(at)
        return found if here.encounter.status == words["answered"].get(found) else None
    supports = (find_support(replace(at, token=number)) for number in nouns)
    support = next((support for support in supports if support is not None), None)
    if support is None:
        return None
    if verb.lemma in words["offering"]:
        return "announced"
    acting: dict[Voice, list[str]] = words["acting"]
    return next((voice for voice, entries in acting.items() if support.id in entries), None)


def answer(at: Place) -> Voice | None:
    """Tell how the verb answers to what was asked for ("sagte zu", "lehnte ab")."""
    answers: dict[Voice, list[str]] = voice_words()["answering"]
    lemma = at.clause.verb.lemma if at.clause.verb is not None else ""
    return next((voice for voice, lemmas in answers.items() if lemma in lemmas), None)


def _is_object(at: Place) -> bool:
    """Whether the encounter, or a report of it, is the object of the clause's verb, or what it speaks of."""
    tokens, reports = at.sentence.tokens, voice_words()["reports"]
    return any(
        phrase.role in ("accusative", "unknown", "subject")
        and (noun_word(tokens[phrase.head].text) or tokens[phrase.head].lemma in reports)
        for phrase in at.clause.phrases
    )


def _asked(told: Index[Told], at: Place) -> Candidate | None:
    """Give the encounter of a question that the clause leaves open ("whether they will meet")."""
    asked = (p for p in at.below if p.clause.kind == "interrogative" and _opener(p) in voice_words()["whether"])
    return next((place.encounter for there in asked for place in _within(told, there)), None)
