"""What the words above a clause make of the encounter told in it: "bestritt, …", "sieht keinen Grund, …"."""

from dataclasses import replace

from aktenlage.model.encounter import Status
from aktenlage.model.language import Clause
from aktenlage.read.encounters.clause.carrying import find_support
from aktenlage.read.encounters.clause.governors import PAST
from aktenlage.read.encounters.lexicon import (
    governing_verb_status,
    noun_above_status,
    party_words,
    status_words,
    supports,
)
from aktenlage.read.encounters.scene import Place
from aktenlage.read.encounters.setting.reserve import denied_by_determiner

# A report with its article and an adjective.
_OPENING = 4
# What becomes of a status where the words that tell it are negated.
_TURNED: dict[Status, Status] = {
    "planned": "denied",
    "possible": "denied",
    "denied": "possible",
    "cancelled": "planned",
}


def governed(at: Place) -> Status | None:
    """Give what the words above make of this clause; a finished dependent clause speaks for itself."""
    clause = at.clause
    if _reports_denied(at):
        return "denied"
    if clause.parent is None or clause.kind not in ("infinitive", "dass", "main", "interrogative"):
        return None
    parent = at.sentence.clauses[clause.parent]
    if parent.verb is None:
        return None
    done = _done_above(at, parent)
    if done:
        return done
    status = _verb_above(at, parent) or _readiness(at, parent) or _denial(at, parent) or _judged_above(at, parent)
    if status is None and clause.kind == "infinitive" and clause.introducer is None:
        return _noun_above(at, parent)
    finished = clause.verb is not None and clause.verb.tense in PAST
    if status is None or (finished and (status != "denied" or parent.negated)):
        return None
    if parent.negated:
        return "denied" if status in ("planned", "possible") else "possible"
    return status


def asked_not_to(at: Place) -> bool:
    """Whether somebody is only asked not to ("forderte ihn auf, nicht nach Rom zu reisen")."""
    clause = at.clause
    parent = at.sentence.clauses[clause.parent] if clause.kind == "infinitive" and clause.parent is not None else None
    if parent is None or parent.verb is None or parent.negated:
        return False
    return _verb_above(at, parent) == "possible" or (
        clause.introducer is None and _noun_above(at, parent) == "possible"
    )


def _verb_above(at: Place, parent: Clause) -> Status | None:
    """Tell what the verb above makes of it; some verbs do so only with a word that points at it ("denkt daran, …")."""
    lemma = parent.verb.lemma if parent.verb is not None else ""
    wanted = status_words()["pointing"].get(lemma)
    said = {at.sentence.tokens[number].text.lower() for number in parent.tokens}
    return "possible" if wanted and not said.isdisjoint(wanted) else governing_verb_status().get(lemma)


def _done_above(at: Place, parent: Clause) -> Status | None:
    """Tell whether somebody managed to do it, or shirked it ("gelang es nicht, ihn zu treffen", "vermied es, …")."""
    words, verb, tokens = status_words(), parent.verb, at.sentence.tokens
    if verb is None or at.clause.kind not in ("infinitive", "dass") or verb.modal is not None:
        return None
    pointing = words["coming_about"].get(verb.lemma)
    said = {tokens[number].text.lower() for number in parent.tokens}
    comes = pointing is not None and (not pointing or not said.isdisjoint(pointing))
    if not (comes or verb.lemma in words["shirking"]):
        return None
    if comes == parent.negated:
        return "denied"
    return "held" if verb.tense in PAST and verb.mood == "indicative" else None


def over_above(at: Place) -> bool:
    """Whether the verb above tells that it was managed or shirked then."""
    above = at.above
    told = above is not None and above.clause.verb is not None and above.clause.verb.tense in PAST
    return told and above is not None and _done_above(at, above.clause) is not None


def _judged_above(at: Place, parent: Clause) -> Status | None:
    """Tell what is said to be possible or out of the question ("Es gilt als unwahrscheinlich, dass …")."""
    verb, said, tokens = parent.verb, replace(at, clause=parent).said, at.sentence.tokens
    if verb is None or parent.subject is None or tokens[parent.subject.head].text.lower() not in party_words()["it"]:
        return None
    found = (s for s in supports().get(verb.lemma, ()) if s.id in status_words()["judging"])
    return next((s.status for s in found if said & s.needs_word and s.status in ("possible", "denied")), None)


def _noun_above(at: Place, parent: Clause) -> Status | None:
    """Tell what the noun above an infinitive makes of it, and the verb of that noun ("sein Plan, …, ist geplatzt")."""
    tokens, first, told = at.sentence.tokens, at.clause.tokens[0], noun_above_status()
    bearing = (None, *status_words()["bearing"])
    heads = [p.head for p in parent.phrases if p.head < first and p.preposition in bearing]
    number = next((head for head in reversed(heads) if tokens[head].lemma in told), None)
    if number is None:
        return None
    above = replace(at, clause=parent, token=number)
    support = find_support(above)
    carried = support.status if support is not None else None
    if carried == "over":
        carried = "cancelled"  # "Sein Vorhaben, …, ist gescheitert."
    if _had_the_chance(parent, tokens[number].lemma) and not (parent.negated or denied_by_determiner(above)):
        return "held"
    status: Status = carried if carried in _TURNED else told[tokens[number].lemma]
    return _TURNED[status] if parent.negated or denied_by_determiner(above) else status


def _had_the_chance(parent: Clause, noun: str) -> bool:
    """Whether somebody got the chance to do it ("hatte Gelegenheit, mit … zu sprechen")."""
    verb, words = parent.verb, status_words()
    told = verb is not None and verb.tense in PAST and verb.mood == "indicative" and verb.modal is None
    return told and verb is not None and verb.lemma in words["having"] and noun in words["chances"]


def _reports_denied(at: Place) -> bool:
    """Whether the clause gives what reports have it, and the clause above or behind it denies those."""
    clause, words, tokens = at.clause, status_words(), at.sentence.tokens
    behind = _behind_report(at)
    parent = at.sentence.clauses[clause.parent] if clause.parent is not None else behind
    if parent is None or parent.verb is None:
        return False
    if parent.negated and parent.verb.lemma in words["being_true"]:
        return clause.kind == "dass" or behind is parent
    opened = clause.introducer is not None and tokens[clause.introducer].text.lower() in words["reported"]
    heads = (tokens[phrase.head].lemma for phrase in parent.phrases)
    told = opened or behind is parent
    told = told or (clause.kind in ("main", "dass") and any(head in words["reports"] for head in heads))
    said = {tokens[number].text for number in parent.tokens}
    called = parent.verb.lemma in words["calling"] and not said.isdisjoint(words["untrue"])
    return told and (called or parent.verb.lemma in words["denying"])


def _behind_report(at: Place) -> Clause | None:
    """Give the clause that goes on behind a report and what it says ("Die Meldung, er habe …, sei falsch")."""
    tokens, numbers, verb = at.sentence.tokens, at.clause.tokens, at.clause.verb
    if verb is None or verb.mood != "subjunctive_1" or at.clause.kind != "main":
        return None
    told = (n for n in numbers if n < numbers[0] + _OPENING and tokens[n].lemma in status_words()["reports"])
    number = next(told, None)
    if number is None or tokens[number + 1].text != ",":
        return None
    behind = [clause for clause in at.sentence.clauses if clause.tokens and clause.tokens[0] > numbers[0]]
    return min(behind, key=lambda clause: clause.tokens[0], default=None)


def _readiness(at: Place, parent: Clause) -> Status | None:
    """Tell what is possible because someone is ready for it ("is ready to negotiate")."""
    said = {at.sentence.tokens[number].text.lower() for number in parent.tokens}
    infinitive = at.clause.kind == "infinitive"
    return "possible" if infinitive and not said.isdisjoint(status_words()["ready"]) else None


def _denial(at: Place, parent: Clause) -> Status | None:
    """Tell what is denied, or tried in vain ("stellte in Abrede, … getroffen zu haben")."""
    said = {at.sentence.tokens[number].text for number in parent.tokens}
    tried = parent.verb is not None and parent.verb.lemma in status_words()["trying"]
    in_vain = tried and at.clause.kind == "infinitive" and not said.isdisjoint(status_words()["in_vain"])
    return "denied" if in_vain or not said.isdisjoint(status_words()["denial"]) else None
