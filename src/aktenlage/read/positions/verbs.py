"""Stances that a clause's verb tells, or its predicate: rejects, calls on, is ready to."""

from collections.abc import Iterator

from aktenlage.language.timenouns import is_time
from aktenlage.model.article import Span
from aktenlage.model.language import Phrase
from aktenlage.model.position import Stance
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.finding import Found
from aktenlage.read.positions.frames import frame_of, not_told, yields_stance
from aktenlage.read.positions.lexicon import Frame, grammar
from aktenlage.read.positions.named import Actors
from aktenlage.read.positions.subjects import means_all, stands_for

_COMPLEMENTS = ("dass", "infinitive", "interrogative")
_OBJECTS = ("accusative", "dative", "unknown")


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
    if yields_stance(view, frame) or not_told(view, frame):
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
