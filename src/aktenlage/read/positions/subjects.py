"""How a clause comes by its subject: shared with the clause before, gone on with, joined by commas."""

from aktenlage.model.language import Phrase
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.lexicon import grammar


def compared(view: View, phrase: Phrase) -> bool:
    """Whether a phrase belongs to a comparison: "as wished by the party"."""
    return phrase.first > 0 and view.sentence.tokens[phrase.first - 1].text.lower() in grammar().manner


def goes_on(view: View) -> bool:
    """Whether a clause begins with its verb and goes on against the one before: "…, demands however"."""
    verb = view.clause.verb
    if view.clause.kind != "inserted" or verb is None or verb.finite is None:
        return False
    behind = view.sentence.tokens[verb.finite + 1 : verb.finite + 2]
    return any(token.text.lower() in grammar().adversative for token in behind)


def some(view: View) -> bool:
    """Whether people without a name act, told right behind the verb: "many hold the plan to be wrong"."""
    finite = view.clause.verb.finite if view.clause.verb is not None else None
    behind = view.sentence.tokens[finite + 1 : finite + 2] if finite is not None else ()
    return view.clause.kind == "main" and any(t.tag == "PIS" and t.text.lower() in grammar().unnamed for t in behind)


def shared(view: View) -> Phrase | None:
    """Give the subject that stands in the clause before: "the party rejected the plan and demanded talks"."""
    shared = view.clause.shared
    return None if shared is None or view.sentence.tokens[shared.head].tag == "PRELS" else shared


def joined(view: View, subject: Phrase) -> list[Phrase]:
    """Give phrases that only commas and conjunctions part from the subject: "neither A, nor B or C"."""
    joined: list[Phrase] = []
    last = subject.last
    for phrase in view.clause.phrases:
        between = view.sentence.tokens[last : phrase.first] if phrase.first > last else ()
        joins = [token for token in between if token.tag == "KON" or token.text.lower() in grammar().joining]
        if joins and all(token in joins or token.tag == "$," for token in between) and not phrase.preposition:
            joined.append(phrase)
            last = phrase.last
    return joined
