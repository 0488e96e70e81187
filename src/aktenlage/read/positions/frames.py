"""Which words for a stance a clause's verb or predicate has, and whether it tells one by them."""

from itertools import chain, pairwise

from aktenlage.language.timenouns import is_time
from aktenlage.model.position import Stance
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.lexicon import Entry, Frame, grammar, lexicon

_COMPLEMENTS = ("dass", "infinitive", "interrogative")
# From the clause back over the comma to the noun that governs it.
_GOVERNED = 2
# What these govern is wanted or meant of others, so the stance within is not a second one.
_GOVERNING = frozenset({"demands", "offers", "threatens", "rejects"})
_LABEL = 6
_OBJECTS = ("accusative", "dative", "unknown")
_PURPOSES = ("demands", "offers")


def frame_of(view: View) -> Frame | None:
    """Give the frame of the clause's verb, its light-verb phrase or its predicate."""
    for lemma in view.lemmas:
        frame = _frame_with(view, lemma)
        if frame is not None:
            return frame
    return None


def denied_stance(view: View) -> Stance | None:
    """Give the stance that the clause's verb would tell if it were not negated ("schloss das nicht aus")."""
    if not view.negated:
        return None
    entries = [entry for lemma in view.lemmas for entry in lexicon().verbs.get(lemma, ()) if view.fits(entry)]
    denied = next((entry.frame for entry in entries if not entry.frame.only_negated), None)
    return denied.stance if denied is not None and denied.negated is None else None


def _frame_with(view: View, lemma: str) -> Frame | None:
    negated = view.negated
    for entry in chain(lexicon().verbs.get(lemma, ()), lexicon().idioms.get(lemma, ())):
        if entry.frame.needs is not None and not _has(view, entry.frame.needs):
            continue
        if view.fits(entry) and entry.frame.stance_of(negated=negated):
            return entry.frame
    if view.adjectival:
        return _predicate(view)
    needed = grammar().naming.get(lemma)
    itself = lemma in grammar().labelling and _of_itself(view)
    if needed is not None and not itself and (not needed or any(view.has(word) for word in needed)):
        judged = _judgement(view)
        if judged is None and excessive(view):
            return lexicon().label
        if judged is not None:
            return judged
        if lemma in grammar().labelling and _labelled(view):
            return lexicon().label
    return _predicate(view) if lemma in grammar().copulas else None


def _has(view: View, needed: str) -> bool:
    """Whether what a frame needs is there: a clause, a clause or an object that is a noun, or any object at all."""
    objects = [p for p in view.clause.phrases if p.role in _OBJECTS and p.preposition is None]
    clauses = [child for child in view.children if child.clause.kind in _COMPLEMENTS]
    if needed == "noun":
        subject = view.clause.subject
        done_to = view.passive and subject is not None and not view.words_of(subject) <= grammar().impersonal
        return bool(objects) or done_to
    nouns = ("NN", "NE", "PDS")
    named = any(view.sentence.tokens[p.head].tag in nouns for p in objects)
    return bool(clauses) or (needed == "object" and named)


def _side(view: View) -> Frame | None:
    """Give which side somebody takes: "ist gegen den Plan", with nothing else that he is."""
    rest = [p for p in view.clause.phrases if p.role not in ("subject", "genitive")]
    rest = [p for p in rest if not is_time(view.sentence.tokens, p.head)]
    inside = {n for p in view.clause.phrases for n in range(p.first, p.last)}
    others = [view.sentence.tokens[n] for n in view.clause.tokens if n not in inside]
    if len(rest) != 1 or any(token.pos in ("ADJ", "NOUN", "PROPN", "NUM", "ADP") for token in others):
        return None
    return lexicon().sides.get(rest[0].preposition or "")


def _predicate(view: View) -> Frame | None:
    for token in view.tokens:
        for form in (token.text.lower(), token.lemma.lower()):
            for entry in lexicon().adjectives.get(form, ()):
                if view.fits(Entry(entry.beside, entry.frame)):
                    return entry.frame
    return _side(view) if view.lemma in grammar().being else None


def _judgement(view: View) -> Frame | None:
    """Give what the clause calls its matter; blame outweighs praise."""
    finding = view.lemma in grammar().finding
    praise: Frame | None = None
    words, lemmas = [t.text.lower() for t in view.tokens], [t.lemma.lower() for t in view.tokens]
    for first, last, frame in lexicon().judgements.find(words, lemmas):
        token = view.tokens[first]
        several = last - first > 1
        wanted = token.pos in (("ADJ", "ADV") if finding else ("NOUN", "ADJ", "ADV", "PROPN", "VERB", "X"))
        if view.subject_has(view.clause.tokens[first]) or not (wanted or several) or view.bars(frame):
            continue
        if frame.stance != "supports":
            return frame
        praise = praise or frame
    return praise


def excessive(view: View) -> bool:
    """Whether something is called too much of something ("hielt die Fristen für zu lang")."""
    tags = [token.tag for token in view.tokens]
    return ("PTKA", "ADJD") in pairwise(tags)


def _of_itself(view: View) -> bool:
    """Whether it is itself that somebody calls something, other than "the matter as such" ("an sich")."""
    numbers = [n for n in view.clause.tokens if view.sentence.tokens[n].text.lower() in grammar().reflexive]
    return any(not n or not view.sentence.tokens[n - 1].tag.startswith("APPR") for n in numbers)


def _labelled(view: View) -> bool:
    """Whether a few words in quotation marks are what the matter is called; such a label is seldom friendly."""
    tokens = view.tokens
    for number, token in enumerate(tokens):
        if token.text not in grammar().opening:
            continue
        inside = tokens[number + 1 : number + 1 + _LABEL]
        last = next((n for n, other in enumerate(inside) if other.text in grammar().closing), None)
        if last:
            return any(other.tag == "NN" for other in inside[:last])
    return False


def not_told(view: View, frame: Frame) -> bool:
    """Whether the clause only says what might or should be the stance, or repeats what governs it."""
    verb = view.clause.verb
    if view.introducer in grammar().hypothetical:
        return True
    if verb is not None and verb.modal in grammar().obliging and not _evidential(view):
        refusing = view.clause.negated and verb.modal in grammar().refusing
        may = verb.modal not in grammar().duty
        if not refusing and (frame.stance != "demands" or view.clause.negated or may):
            return True
    if view.not_yet or (view.parent is not None and _only_supposed(view.parent)):
        return True
    if verb is None or (verb.finite is None and view.clause.kind == "main" and view.clause.shared is None):
        return True
    parent = view.parent
    if parent is None or view.clause.kind not in _COMPLEMENTS:
        return False
    if view.introducer in grammar().purpose:
        return frame.stance not in _PURPOSES and view.lemma not in grammar().protesting
    if view.introducer in grammar().free:
        return False  # "Was Polen fordert, lehnt Ungarn ab."
    noun = _noun_before(view)
    if noun is not None and (noun.stance in _GOVERNING or (noun.stance, view.clause.kind) == ("accuses", "infinitive")):
        return True
    if view.clause.kind == "dass" and verb.mood == "subjunctive_2" and verb.tense in ("present", "future"):
        return True
    governing = frame_of(parent)
    stance = governing.stance_of(negated=parent.clause.negated) if governing is not None else None
    # What somebody is accused of doing is the doing of the accused.
    return stance in _GOVERNING or (stance == "accuses" and view.clause.kind == "infinitive")


def _only_supposed(view: View) -> bool:
    """Whether nobody in particular supposes what a clause tells ("es wird erwartet, dass …")."""
    agents = any(phrase.role == "agent" for phrase in view.clause.phrases)
    return view.passive and not agents and view.lemma in grammar().supposing


def _noun_before(view: View) -> Frame | None:
    """Give the frame of the noun that the clause stands behind: "the demand to close the border"."""
    tokens, first = view.sentence.tokens, view.clause.tokens[0]
    if first < _GOVERNED or tokens[first - 1].text != ",":
        return None
    noun = tokens[first - _GOVERNED]
    frames = lexicon().nouns.values(noun.text.lower(), noun.lemma.lower()) if noun.tag == "NN" else ()
    return next(iter(frames), None)


def _evidential(view: View) -> bool:
    """Whether the modal verb says that something is reported: "is said to have demanded"."""
    verb = view.clause.verb
    return verb is not None and verb.modal in grammar().evidential and verb.tense == "perfect"


def yields_stance(view: View, frame: Frame) -> bool:
    """Whether what is agreed on has a stance of its own."""
    return frame.yields and any(
        child.clause.kind in _COMPLEMENTS and frame_of(child) is not None for child in view.children
    )
