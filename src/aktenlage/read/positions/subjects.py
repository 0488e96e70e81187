"""How a clause comes by its subject: shared with the clause before, gone on with, joined by commas, or held alike."""

from collections.abc import Callable, Iterator

from aktenlage.language.agreement import gender_of
from aktenlage.model.language import Phrase, Token
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.lexicon import grammar

_PAIR = 2


def compared(view: View, phrase: Phrase) -> bool:
    """Whether a phrase belongs to a comparison: "as wished by the party"."""
    return phrase.first > 0 and view.sentence.tokens[phrase.first - 1].text.lower() in grammar().manner


def goes_on(view: View) -> bool:
    """Whether a clause begins with its verb and goes on against the one before: "…, demands however"."""
    verb = view.clause.verb
    if view.clause.kind != "inserted" or verb is None or verb.finite is None:
        return False
    behind = view.sentence.tokens[verb.finite + 1 : verb.finite + 2]
    return any(token.text.lower() in grammar().adversative for token in behind) or turns(view)


def turns(view: View) -> bool:
    """Whether a clause that begins with its verb turns to another one, named right behind: "…, spares Iran however"."""
    verb, named = view.clause.verb, view.clause.subject
    if view.clause.kind != "inserted" or verb is None or verb.finite is None or named is None:
        return False
    behind = view.sentence.tokens[named.last : named.last + 1]
    return named.first == verb.finite + 1 and any(token.text.lower() in grammar().contrary for token in behind)


def stands_for(view: View, name: str, kind: str | None) -> bool:
    """Whether the subject is a pronoun that can mean a body or group of that name."""
    subject = view.clause.subject
    if subject is None or view.passive or kind not in ("organization", "group"):
        return False
    pronoun = view.sentence.tokens[subject.head]
    gender = gender_of(name)
    if pronoun.tag != "PPER" or pronoun.text.lower() not in grammar().third_person:
        return False
    if not view.singular:
        return kind == "group" and gender is None
    return pronoun.text.lower() in grammar().pronouns.get(gender or "f", "")


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
        adds = len(between) == 1 and between[0].text.lower() in grammar().also  # "A kritisierte auch B"
        if (
            joins
            and not adds
            and all(token in joins or token.tag == "$," for token in between)
            and not phrase.preposition
        ):
            joined.append(phrase)
            last = phrase.last
    return joined


def follows(token: Token) -> bool:
    """Whether a noun is one for those who are for or against somebody, and not for him himself."""
    return not grammar().followers.isdisjoint((token.text.lower(), token.lemma.lower()))


def means_all(view: View, number: int) -> bool:
    """Whether the subject means all of so many who were named before: "they", "both states"."""
    subject = view.clause.subject
    if subject is None or number <= 1 or view.singular:
        return False
    words = view.words_of(subject)
    they = view.sentence.tokens[subject.head].tag == "PPER" and not words.isdisjoint(grammar().they)
    return they or (number == _PAIR and not words.isdisjoint(grammar().both))


def alike(view: View, names: Callable[[Phrase], bool]) -> Iterator[Phrase]:
    """
    Give those with whom or like whom the subject holds it: "together with A", "like B", "besides C", ", likewise D".

    *names* says whether a phrase names an actor: where the object does, "ebenso wie" may go with that.
    """
    words, subject = grammar(), view.clause.subject
    also = subject is not None and _before(view, subject) in words.also
    for phrase in view.clause.phrases:
        before = _before(view, phrase)
        if phrase.preposition in words.alike:
            equally = before in words.equally and any(names(p) for p in _objects(view))
            held = not (view.passive or before in words.unlike or equally)
        elif phrase.preposition is None:
            held = before in words.equally and _before(view, phrase, 2) == ","
        else:
            besides = phrase.preposition in words.besides and also and phrase.first == view.clause.tokens[0]
            held = besides or (phrase.preposition in words.company and before in words.together)
        if held:
            yield phrase


def _objects(view: View) -> list[Phrase]:
    bare = [p for p in view.clause.phrases if p.preposition is None and p.role not in ("subject", "genitive")]
    return [phrase for phrase in bare if not view.bracketed(phrase)]


def compared_subject(view: View) -> list[Phrase]:
    """Give the subject that stands behind the verb where the clause begins with who is like it: "wie A will auch B"."""
    subject, verb = view.clause.subject, view.clause.verb
    if subject is None or verb is None or verb.finite is None or not compared(view, subject):
        return []
    if view.clause.kind != "main" or subject.first > verb.finite:
        return []
    bare = [p for p in view.clause.phrases if p.preposition is None and p.first > verb.finite]
    return [p for p in bare if _before(view, p) in grammar().also]


def _before(view: View, phrase: Phrase, steps: int = 1) -> str:
    number = phrase.first - steps
    return view.sentence.tokens[number].text.lower() if number >= 0 else ""
