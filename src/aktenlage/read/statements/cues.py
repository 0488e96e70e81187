"""Verbs of saying in a clause, with who says it."""

from dataclasses import dataclass

from aktenlage.read.statements.lexicon import Verb, verbs, words
from aktenlage.read.statements.phrases import Range, addressee, agent, subject
from aktenlage.read.statements.views import Clause, View


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying: *tokens* are its words, *passive* says that its subject does not speak."""

    verb: Verb
    clause: int
    tokens: tuple[int, ...]
    speaker: Range | None
    addressee: Range | None
    passive: bool = False
    impersonal: bool = False
    negated: bool = False
    modal: str | None = None


def find_cue(view: View, number: int) -> Cue | None:
    """Find the verb of saying of a clause."""
    clause = view.clauses[number]
    found = _verb(view, clause)
    if found is None or clause.verb is None:
        return None
    verb, tokens = found
    passive = clause.verb.voice == "passive"
    speaker = agent(view, clause) if passive and not verb.cites else subject(view, clause)
    impersonal = verb.lemma in words("impersonal") and _without_subject(view, clause, speaker, passive=passive)
    if impersonal:
        speaker = _impersonal_source(view, clause)
    elif not passive and _elliptic(view, clause, speaker):
        speaker = _shared_subject(view, number) or speaker
    return Cue(
        verb,
        number,
        tokens,
        speaker,
        _addressee(view, clause, speaker, verb, passive=passive),
        passive,
        impersonal,
        clause.negated,
        clause.verb.modal,
    )


def _without_subject(view: View, clause: Clause, speaker: Range | None, *, passive: bool) -> bool:
    """Whether nobody is named who speaks: "Es hieß, …", "Aus Paris verlautete, …"."""
    if speaker is None:
        return not passive
    return any(view.lower[place] in words("expletives") for place in clause.tokens)


def _addressee(view: View, clause: Clause, speaker: Range | None, verb: Verb, *, passive: bool) -> Range | None:
    if passive and verb.addressee is not None:
        return subject(view, clause)
    return addressee(view, clause, speaker, verb.addressee)


def _elliptic(view: View, clause: Clause, speaker: Range | None) -> bool:
    """Whether a clause leaves out its subject, the one of the clause before ("… und forderte die USA auf")."""
    if clause.finite is None:
        return True
    if clause.first == 0:
        return False
    if clause.joined:
        head = clause.finite - clause.first
        return speaker is None or (head <= 1 and clause.kind == "first") or clause.finite == clause.last - 1
    adversative = clause.finite + 1 < clause.last and view.lower[clause.finite + 1] in words("adversatives")
    return clause.kind == "first" and (speaker is None or adversative)


def _shared_subject(view: View, number: int) -> Range | None:
    clause = view.clauses[number]
    for other in range(number - 1, -1, -1):
        earlier = view.clauses[other]
        if earlier.kind in {"main", "first"} or earlier.kind == clause.kind:
            return subject(view, earlier)
    return None


def _impersonal_source(view: View, clause: Clause) -> Range | None:
    from aktenlage.read.statements.phrases import phrase_end

    for place in clause.tokens:
        if view.tokens[place].tag in {"APPR", "APPRART"} and view.lower[place] in words("sources_of_hearsay"):
            end = phrase_end(view, place + 1, clause.last)
            if end > place + 1:
                return (place, end)
    return None


def _verb(view: View, clause: Clause) -> tuple[Verb, tuple[int, ...]] | None:
    """Find the entry for the clause's verb, with the words that it needs."""
    group = clause.verb
    if group is None:
        return None
    found = _entry(view, clause.tokens, group.lemma.lower(), group.tokens)
    if found is not None or len(group.tokens) > 1 or group.finite is None:
        return found
    particle = clause.tokens[-1]
    lemma = view.lower[particle] + group.lemma.lower()
    return _entry(view, clause.tokens, lemma, (group.finite, particle)) if particle > group.finite else None


def _is(view: View, place: int, need: str) -> bool:
    if need in words("reflexives"):
        return view.tokens[place].tag == "PRF" or view.lower[place] == need
    return view.lower[place] == need or view.tokens[place].lemma.lower() == need


def _entry(view: View, here: list[int], lemma: str, at: tuple[int, ...]) -> tuple[Verb, tuple[int, ...]] | None:
    for verb in verbs().get(lemma, ()):
        places = list(at)
        for need in verb.needs:
            place = next((p for p in here if _is(view, p, need)), None)
            if place is None:
                break
            places.append(place)
        else:
            return verb, tuple(sorted(set(places)))
    return None
