"""Stances that a clause's verb tells, or its predicate: rejects, calls on, is ready to."""

from collections.abc import Iterator
from itertools import chain, pairwise

from aktenlage.language.timenouns import is_time
from aktenlage.model.article import Span
from aktenlage.model.language import Phrase
from aktenlage.model.position import Stance
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.finding import Found
from aktenlage.read.positions.lexicon import Entry, Frame, grammar, lexicon
from aktenlage.read.positions.named import Actors
from aktenlage.read.positions.subjects import means_all, stands_for

_COMPLEMENTS = ("dass", "infinitive", "interrogative")
# What these govern is wanted or meant of others, so the stance within is not a second one.
_OBJECTS = ("accusative", "dative", "unknown")
_LABEL = 6
# From the clause back over the comma to the noun that governs it.
_GOVERNED = 2
_PURPOSES = ("demands", "offers")
_GOVERNING = frozenset({"demands", "offers", "threatens", "rejects"})


def verb_stances(view: View, who: Who, before: Actors = ()) -> Iterator[Found]:
    """
    Give the stance that the clause's verb or predicate tells.

    *before* are the actors of the last stance before the sentence: a passive without an agent goes on with them.
    """
    frame = frame_of(view)
    if frame is None:
        yield from _willing(view, who)
        yield from _announced(view, who)
        yield from _made_known(view, who)
        return
    if _yields(view, frame) or _not_told(view, frame):
        return
    stance = _sharpened(view, frame)
    if stance is None:
        return
    actors = who.of_clause(view) if frame.holder is None else who.of_holder(view, frame.holder)
    if not actors and (_goes_on(view, frame) or means_all(view, len(before)) or _means_it(view, who, before)):
        actors = before
    if not actors:
        return
    matter = _matter(view, frame)
    toward = _toward(view, frame, who, actors)
    yield Found(actors, stance, Span(view.clause.start, view.clause.end), matter, toward)


def _sharpened(view: View, frame: Frame) -> Stance | None:
    """Give the frame's stance; what one only wants to decide is offered, harm or a suit held out threatens."""
    stance = frame.stance_of(negated=view.negated)
    verb = view.clause.verb
    willing = (verb is not None and verb.modal in grammar().willing) or _is_announced(view)
    if stance == "supports" and willing and frame.yields:
        return "offers"
    if stance == "offers" or (willing and stance in ("accuses", "rejects")):
        return "threatens" if _threatens(view, stance, willing=willing) else stance
    return stance


def _is_announced(view: View) -> bool:
    """Whether a clause tells what somebody announces to do."""
    parent = view.parent
    return parent is not None and view.clause.kind == "infinitive" and parent.lemma in grammar().announcing


def _threatens(view: View, stance: Stance, *, willing: bool) -> bool:
    """Whether what is offered does harm, or what is to be done is a suit or another step against somebody."""
    if stance == "rejects":
        # In "gegen den Beschluss des Rats Klage einreichen" the suit may seem to belong to the council.
        steps = grammar().announced
        nouns = [token for token in view.tokens if token.tag == "NN"] if view.lemma in grammar().filing else []
        return any("threatens" in steps.values(t.text.lower(), t.lemma.lower())[:1] for t in nouns)
    if stance == "accuses" and view.lemma in grammar().suing:
        return True
    # "die Lockerung der Sanktionen" is no harm.
    own = [p for p in view.clause.phrases if p.role != "genitive" and (p.preposition is None or willing)]
    harms = any(_step(view, phrase) == "threatens" for phrase in own)
    return harms or (stance == "offers" and unless(view))


def unless(view: View) -> bool:
    """Whether something is held out for the case that others do not do their part."""
    return not view.words.isdisjoint(grammar().otherwise) or any(
        child.conditional and child.clause.negated for child in view.children
    )


def _goes_on(view: View, frame: Frame) -> bool:
    """Whether a passive leaves open who demands or blames: "furthermore it is demanded that …"."""
    told = frame.stance == "demands" or view.lemma in grammar().blaming
    agents = any(phrase.role == "agent" for phrase in view.clause.phrases)
    return told and view.passive and not agents and view.clause.kind == "main"


def _means_it(view: View, who: Who, before: Actors) -> bool:
    """Whether a pronoun that nothing else resolves can mean the one body or group of before."""
    return len(before) == 1 and stands_for(view, who.names[before[0]], who.kinds[before[0]])


def _willing(view: View, who: Who) -> Iterator[Found]:
    """What an actor wants to do is offered, what it does not want to do is refused."""
    verb = view.clause.verb
    if verb is None or verb.modal not in grammar().willing | grammar().wishing or verb.tense not in ("present", "past"):
        return
    if view.introducer in grammar().hypothetical or view.clause.kind not in ("main", "dass", "relative", "infinitive"):
        return
    if view.clause.kind == "infinitive" and _blamed_for(view):
        return
    if verb.lemma in grammar().going or (verb.modal in grammar().wishing and verb.mood == "subjunctive_1"):
        return
    stance = _will(view)
    if stance == "offers" and verb.tense == "present" and verb.mood == "indicative" and _on_a_day(view):
        return  # "Am Montag will das Parlament darüber abstimmen" is a date and no offer.
    actors = who.of_clause(view)
    if actors:
        place = Span(view.clause.start, view.clause.end)
        yield Found(actors, stance, place, _first_object(view))


def _on_a_day(view: View) -> bool:
    """Whether the clause tells on which day or in which week."""
    tokens = view.sentence.tokens
    days = [p for p in view.clause.phrases if p.preposition in grammar().on_a_day and is_time(tokens, p.head)]
    return bool(days) or not view.words.isdisjoint(grammar().days)


def _blamed_for(view: View) -> bool:
    """Whether somebody is accused of what the clause tells, so that the accuser does not want it."""
    governing = frame_of(view.parent) if view.parent is not None else None
    return governing is not None and governing.stance == "accuses"


def _will(view: View) -> Stance:
    verb = view.clause.verb
    if verb is not None and verb.modal in grammar().wishing and not view.clause.negated:
        return "demands"
    return _deed(view)


def _announced(view: View, who: Who) -> Iterator[Found]:
    """What an actor announces to do is offered, or threatened where it harms; what has a stance of its own tells it."""
    if view.lemma not in grammar().announcing or view.clause.negated:
        return
    for child in view.children:
        if child.clause.kind != "infinitive" or child.lemma in grammar().going or frame_of(child) is not None:
            continue
        actors = who.of_clause(view)
        if actors:
            stance: Stance = "threatens" if unless(view) else _deed(child)
            end = max(view.clause.end, child.clause.end)
            yield Found(actors, stance, Span(view.clause.start, end), Span(child.clause.start, child.clause.end))
        return


def _made_known(view: View, who: Who) -> Iterator[Found]:
    """What an actor makes known, a step named by a noun, is offered, or threatened where it is one of protest."""
    verb = view.clause.verb
    if view.lemma not in grammar().making_known or view.clause.negated or verb is None or verb.modal is not None:
        return
    for phrase in view.clause.phrases:
        if phrase.preposition is not None or phrase.role not in (*_OBJECTS, "subject"):
            continue
        step = _step(view, phrase)
        actors = who.of_clause(view) if step is not None else ()
        if actors and step is not None:
            conditional = any(child.conditional for child in view.children)
            stance: Stance = "threatens" if conditional and step == "rejects" else step
            yield Found(actors, stance, Span(view.clause.start, view.clause.end), view.whole(phrase))
            return


def _step(view: View, phrase: Phrase) -> Stance | None:
    """Give what it is to make known the step that a phrase names; less of a harm is an offer ("niedrigere Zölle")."""
    noun = view.sentence.tokens[phrase.head]
    stance = next(iter(grammar().announced.values(noun.text.lower(), noun.lemma.lower())), None)
    attributes = view.sentence.tokens[phrase.first : phrase.head]
    less = any(token.lemma.lower() in grammar().lessening for token in attributes)
    return "offers" if stance == "threatens" and less else stance


def _deed(view: View) -> Stance:
    """What it is to announce that one will do this."""
    if view.clause.negated:
        return "rejects"
    return "threatens" if view.lemma in grammar().harming or unless(view) else "offers"


def _first_object(view: View) -> Span | None:
    phrase = view.phrase("accusative")
    return view.whole(phrase) if phrase is not None else None


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


def _not_told(view: View, frame: Frame) -> bool:
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


def _yields(view: View, frame: Frame) -> bool:
    """Whether what is agreed on has a stance of its own."""
    return frame.yields and any(
        child.clause.kind in _COMPLEMENTS and frame_of(child) is not None for child in view.children
    )


def _matter(view: View, frame: Frame) -> Span | None:
    for place in frame.matter:
        if place == "clause":
            for child in view.children:
                if child.clause.kind in _COMPLEMENTS:
                    return Span(child.clause.start, child.clause.end)
        else:
            role = "subject" if view.passive and place == "accusative" else place
            phrase = view.phrase(role)
            if phrase is not None:
                return view.whole(phrase)
    return None


def _toward(view: View, frame: Frame, who: Who, actors: tuple[str, ...]) -> str | None:
    for place in frame.toward:
        role = "subject" if view.passive and place == "accusative" else place
        phrases = [phrase for phrase in (view.phrase(role),) if phrase is not None and not view.bracketed(phrase)]
        if place in _OBJECTS and not view.passive:
            # A bare name shows no case, so its role is a guess.
            bare = [p for p in view.clause.phrases if p.role in (*_OBJECTS, "subject")]
            phrases += [p for p in bare if not view.bracketed(p)]
        for phrase in phrases:
            for actor in who.of_phrase(view.sentence, phrase):
                if actor not in actors and not (phrase.role == "subject" and who.own_state(actor, actors)):
                    return actor
    return None
