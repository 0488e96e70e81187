"""What the verbs of encounters have in common: how a candidate begins, and what their subject is."""

from dataclasses import replace
from datetime import timedelta

from aktenlage.read.encounters.clause.actors import settle
from aktenlage.read.encounters.lexicon import VerbFrame, is_body, noun_word, party_words
from aktenlage.read.encounters.nouns.relatives import add_relative_clauses
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.above import over_above
from aktenlage.read.encounters.setting.bydays import just_begun, told_of_the_future
from aktenlage.read.encounters.setting.conjuncts import picked_up
from aktenlage.read.encounters.setting.details import complete
from aktenlage.read.encounters.setting.meant import called_off_beside
from aktenlage.read.encounters.setting.status import tense_status, verb_status
from aktenlage.read.encounters.verbs.purpose import set_on_journey


def start(scene: Scene, at: Place, frame: VerbFrame, parties: list[str]) -> Candidate:
    """Begin the encounter that the clause's verb tells, with what the clause says of it."""
    status = verb_status(scene, at)
    distant = frame.kind == "meeting" and frame.frame == "mutual" and _on_the_line(at)
    verb = at.clause.verb
    if frame.outcome and at.clause.negated and verb is not None:
        bare = replace(verb, modal=None) if verb.tense == "past" else verb
        status = tense_status(scene, at, bare)  # They met, but came or could come to nothing.
    if frame.frame == "mutual" and status == "held":
        status = frame.status or status  # Who had a date were still to meet.
        if frame.status == "planned" and called_off_beside(at):
            status = "cancelled"  # "hatten sich verabredet, verschoben die Reise jedoch"
    candidate = Candidate("call" if distant else frame.kind, status, at, carried=True)
    recent = verb is not None and verb.tense != "pluperfect" and verb.modal is None
    if frame.begun and candidate.status == "held" and recent and just_begun(scene, at, timedelta(days=1)):
        candidate.status = "ongoing"
    candidate.parties = settle(scene, parties)
    if candidate.status == "held" and told_of_the_future(scene, at) and not over_above(at):
        candidate.status = "planned"
    complete(scene, candidate)
    _set_by_noun(scene, candidate)
    candidate.begun = frame.begun
    set_on_journey(scene, candidate)
    return candidate


def _set_by_noun(scene: Scene, candidate: Candidate) -> None:
    """Take day and place that a relative clause tells of the noun beside the verb ("zu einem Gespräch, das in …")."""
    at, prepositions = candidate.at, (*party_words()["to"], *party_words()["within"])
    if candidate.kind != "meeting" or (candidate.date and candidate.place):
        return
    heads = (p.head for p in at.clause.phrases if p.preposition in prepositions)
    nouns = (head for head in heads if noun_word(at.sentence.tokens[head].text) is not None)
    for noun in nouns:
        inner = Candidate(candidate.kind, candidate.status, replace(at, token=noun))
        add_relative_clauses(scene, inner)
        if candidate.date is None:
            candidate.date, candidate.edge = inner.date, inner.edge
        candidate.place = candidate.place or inner.place


def _on_the_line(at: Place) -> bool:
    """Whether the clause says that they talked from afar ("telefonisch", "in einem Telefonat")."""
    if not at.said.isdisjoint(party_words()["by_telephone"]) or picked_up(at):
        return True
    within = (p for p in at.clause.phrases if p.preposition in party_words()["within"])
    nouns = (noun_word(at.sentence.tokens[phrase.head].text) for phrase in within)
    return any(noun is not None and noun.frame.kind == "call" for noun in nouns)


def several_bodies(at: Place) -> bool:
    """Whether the subject is a body of several ("the ministers")."""
    subjects = [phrase for phrase in at.clause.phrases if phrase.role == "subject"]
    members = [member for phrase in subjects for member in (phrase.members or ((phrase.first, phrase.last),))]
    tokens = at.sentence.tokens
    return any(tokens[n].pos == "NOUN" and is_body(tokens[n].lemma) for member in members for n in range(*member))


def plural(at: Place) -> bool:
    """Whether the verb is plural: several act."""
    verb = at.clause.verb
    form = at.sentence.tokens[verb.finite].verb if verb is not None and verb.finite is not None else None
    return form is not None and form.numbers == ("plural",)
