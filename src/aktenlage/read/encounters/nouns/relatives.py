"""What relative clauses tell of the encounter noun before them: who asked to it, who took part, when and where."""

from datetime import timedelta

from aktenlage.model.language import Clause
from aktenlage.read.encounters.clause.actors import settle
from aktenlage.read.encounters.clause.parties import phrases_parties
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.clause.surroundings import invited_to_it, not_asked
from aktenlage.read.encounters.lexicon import Support, noun_word, party_words, place_words, status_words, supports
from aktenlage.read.encounters.scene import Candidate, Edge, Place, Scene
from aktenlage.read.encounters.setting.bydays import just_begun
from aktenlage.read.encounters.setting.details import complete
from aktenlage.read.encounters.setting.namesakes import nearer_day
from aktenlage.read.encounters.setting.status import verb_status

# What is only asked for or refused in a relative clause is so with those whom the noun names.
_OFFERED = ("possible", "denied", "cancelled")
# The day on which what a clause tells begins is the first, and that on which it ends the last.
_EDGES: dict[str, Edge] = {"begun": "first", "over": "last"}
# Characters between a noun and its relative clause, with the genitives between them.
_REACH = 120


def add_relative_clauses(scene: Scene, candidate: Candidate) -> None:
    """Take parties, status, date and place from relative clauses behind the noun ("a summit, which is held in …")."""
    at = candidate.at
    for there in at.below:
        clause = there.clause
        between = scene.text[at.word.end : clause.start] if clause.start > at.word.end else ""
        behind = bool(between) and not any(noun_word(word) for word in between.split())
        if clause.kind != "relative" or clause.verb is None or not behind:
            continue
        if invited_to_it(there):
            _asked_to_it(scene, candidate, there)
        elif len(between) > _REACH:
            continue
        elif _taken_part_there(there, candidate):
            candidate.parties = settle(scene, candidate.parties + subject_parties(scene, there))
        elif not (not_asked(there) or _tells_another(there)) and (support := _carried_by(clause, there)) is not None:
            _carry(scene, candidate, there, support)


def _tells_another(there: Place) -> bool:
    """Whether the clause says what is to be in a town that it stands behind ("nach Rom, wo ein Treffen … ansteht")."""
    clause, tokens = there.clause, there.sentence.tokens
    where = clause.introducer is not None and tokens[clause.introducer].text.lower() in place_words()["where"]
    return where and clause.subject is not None and noun_word(tokens[clause.subject.head].text) is not None


def _asked_to_it(scene: Scene, candidate: Candidate, there: Place) -> None:
    """Take in who asked whom to it, and where to."""
    hosts = subject_parties(scene, there)
    guests = phrases_parties(scene, there, ("accusative", "unknown"))
    candidate.parties = settle(scene, candidate.parties + hosts + guests)
    candidate.host, candidate.carried = next(iter(hosts), None), True
    inner = Candidate(candidate.kind, candidate.status, there)
    complete(scene, inner)
    candidate.place = candidate.place or inner.place


def _taken_part_there(at: Place, candidate: Candidate) -> bool:
    """Whether a relative clause tells who takes part, comes or does something there ("auf der auch Merz sprach")."""
    words, verb = party_words(), at.clause.verb
    if verb is None or at.clause.negated:
        return False
    first = next((p for p in at.clause.phrases if p.head == at.clause.introducer), None)
    preposition = first.preposition if first is not None else None
    takes_part = verb.lemma in words["taking_part"] and preposition in (*words["attendance"], *words["at"])
    comes = verb.lemma in words["coming_to"] and preposition in words["to"]
    heard = candidate.kind == "conference" and verb.voice == "active" and preposition in words["attendance"]
    return takes_part or comes or heard


def _names_all(candidate: Candidate) -> bool:
    """Whether the noun names both sides, and not only whom somebody is to meet ("ein Gespräch zwischen A und B")."""
    at, prepositions = candidate.at, (*party_words()["of"], *party_words()["mutual_prepositions"])
    behind = [phrase for phrase in at.clause.phrases if phrase.first > at.token and len(phrase.members) > 1]
    sides = any(phrase.role == "genitive" or phrase.preposition in prepositions for phrase in behind)
    return sides and len(candidate.parties) > 1


def _carried_by(clause: Clause, there: Place) -> Support | None:
    """Give how the verb of the relative clause carries the noun."""
    pronoun = _pronoun_role(clause)
    carrying = [s for s in supports().get(clause.verb.lemma, ()) if pronoun in s.role] if clause.verb else []
    return next((s for s in carrying if not s.needs_word or there.said & s.needs_word), None)


def _pronoun_role(clause: Clause) -> str:
    return next((p.preposition or p.role for p in clause.phrases if p.head == clause.introducer), "subject")


def _carry(scene: Scene, candidate: Candidate, there: Place, support: Support) -> None:
    """Take in what the verb of the relative clause tells of the encounter."""
    at, verb = candidate.at, there.clause.verb
    begun = support.status == "begun" and just_begun(scene, there, timedelta(days=1))
    status = verb_status(scene, there)
    intended = verb is not None and verb.tense == "past" and verb.modal in status_words()["modals"]["intended"]
    if intended and candidate.status == "denied" and at.clause.negated:
        candidate.status = "cancelled"  # It was to take place, and does not.
    told = phrases_parties(scene, there, party_words()["with"]) if support.status not in _OFFERED else []
    agreed = support.subject == "announces" and bool(told)
    others = _pronoun_role(there.clause) != "subject"
    there_too = support.subject == "joins" and not there.clause.negated
    strives = support.status in _OFFERED and support.subject == "participant" and _names_all(candidate)
    if others and not strives and (support.subject in ("participant", "host") or there_too or agreed):
        told = subject_parties(scene, there) + told
    if others and support.subject == "host" and candidate.host is None:
        candidate.host = next(iter(told), None)
    candidate.parties = settle(scene, candidate.parties + told)
    inner = Candidate(candidate.kind, "ongoing" if begun and status == "held" else status, there)
    if candidate.status == "cancelled":
        inner.status = "cancelled"  # The day for which it was set lies behind the tense of the verb.
    complete(scene, inner)
    if candidate.status == "cancelled" and intended:
        inner.date = nearer_day(scene, there, inner.date)
    if support.status == "tense" and support.subject == "none" and not candidate.carried:
        # When and where somebody tells of it is another thing.
        candidate.place, candidate.date = inner.place or candidate.place, inner.date or candidate.date
    if candidate.date is None and inner.date is not None:
        candidate.date, candidate.edge = inner.date, _EDGES.get(support.status, inner.edge)
    candidate.place = candidate.place or inner.place
    if inner.date or inner.place:
        candidate.carried = True
        # "will im März einen Gipfel ausrichten, der in Kairo stattfindet": it does not go on yet.
        ahead = candidate.status in ("planned", "possible") and inner.status == "ongoing" and inner.date is None
        kept = ahead or candidate.status in ("denied", "cancelled")
        candidate.status = candidate.status if kept else inner.status
