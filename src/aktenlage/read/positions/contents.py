"""Stances in what is said: "the troops must leave", "that is a mistake", "we will not take part"."""

from collections.abc import Iterator

from aktenlage.model.annotation import Statement
from aktenlage.model.article import Span
from aktenlage.model.position import Stance
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.finding import Found
from aktenlage.read.positions.frames import excessive
from aktenlage.read.positions.lexicon import grammar, lexicon
from aktenlage.read.positions.named import Actors
from aktenlage.read.positions.verbs import unless

_SETTLED = ("thought",)
# A participle and its auxiliary.
_STATE = 2


def content_stances(view: View, statement: Statement, who: Who) -> Iterator[Found]:
    """Give the stance that a clause within a statement takes for the speaker."""
    speakers = who.speakers_of(view, statement)
    if not speakers or statement.medium in _SETTLED or statement.type == "free_indirect":
        return
    if view.introducer in grammar().hypothetical or view.clause.verb is None or _within(view, statement):
        return
    verb = view.clause.verb
    planned = verb.modal in grammar().planning and statement.type != "direct" and verb.tense != "past"
    willed = not view.words.isdisjoint(grammar().willed)
    if planned and not willed and view.clause.verb.mood not in ("subjunctive_1", "subjunctive_2"):
        return
    stance = (
        _or_else(view, speakers, who)
        or _only_if(view)
        or _modal(view, statement, speakers, who)
        or _conditional(view, speakers, who)
        or _judged(view)
        or _promised(view, speakers, who)
        or _blamed(view, speakers, who)
    )
    if stance is not None:
        place = Span(view.clause.start, view.clause.end)
        yield Found(speakers, stance, place, place)


def _within(view: View, statement: Statement) -> bool:
    """Whether a dass-clause hangs on words of the statement itself, and so is not what is said but part of it."""
    if view.clause.kind != "dass" or view.parent is None or not view.parent.tokens:
        return False
    parent = view.parent.tokens[0].start
    return any(span.start <= parent < span.end for span in statement.spans)


def _modal(view: View, statement: Statement, speakers: Actors, who: Who) -> Stance | None:
    """What others must do is demanded; what one will not do oneself is rejected."""
    verb = view.clause.verb
    if verb is None or view.clause.kind not in ("main", "dass"):
        return None
    if _needed(view, statement) or _advised(view, statement) or _owed(view):
        return "demands"
    if verb.tense not in ("present", "future", None):
        return None
    if verb.lemma in grammar().existing and view.clause.negated and not view.words.isdisjoint(grammar().impersonal):
        return "rejects"
    if verb.lemma in grammar().needing and not view.clause.negated:
        return "demands"
    if (
        (verb.modal in grammar().duty or verb.lemma in grammar().advising)
        and verb.lemma not in grammar().idle
        and not _supposed(view)
        and view.words.isdisjoint(grammar().purposes)
    ):
        return "demands"
    if verb.modal in grammar().wishing and verb.mood == "subjunctive_1" and verb.lemma not in grammar().idle:
        return "demands"
    if verb.modal in grammar().permission and view.clause.negated:
        return "demands"
    refusing = verb.modal in grammar().refusing or (verb.tense == "future" and verb.lemma not in grammar().copulas)
    if refusing and view.clause.negated and who.speaks_for(view, speakers):
        return "rejects"
    return None


def _needed(view: View, statement: Statement) -> bool:
    """Whether a past form of needing stands for a subjunctive of report: "the poorest needed help as well, X said"."""
    verb = view.clause.verb
    if verb is None or verb.lemma not in grammar().needing or verb.tense != "past" or view.clause.negated:
        return False
    return statement.type == "indirect" and _may_be_reported(view)


def _advised(view: View, statement: Statement) -> bool:
    """Whether "should", whose past form is its subjunctive, stands in what somebody says."""
    verb = view.clause.verb
    if verb is None or verb.modal not in grammar().planning or verb.tense != "past" or verb.lemma in grammar().idle:
        return False
    return statement.type in ("indirect", "direct") and not _verb_first(view)


def _owed(view: View) -> bool:
    """Whether somebody has to do something, or something ought to be done, without a modal verb."""
    verb = view.clause.verb
    forms = grammar().owing.get(verb.lemma, ()) if verb is not None and verb.modal is None else ()
    if verb is None or not forms or verb.tense != "present" or verb.mood == "indicative" or view.clause.negated:
        return False
    if any(token.tag.startswith("VV") and token.lemma in grammar().idle for token in view.tokens):
        return False
    place, *_ = (*(p for p in view.clause.phrases if p.role == "accusative"), view.clause.subject)
    named = place is not None and view.sentence.tokens[place.head].tag in ("NN", "NE")
    return named and any(token.tag in forms for token in view.tokens)


def _verb_first(view: View) -> bool:
    verb = view.clause.verb
    return verb is not None and view.clause.kind == "main" and verb.finite == view.clause.tokens[0]


def _may_be_reported(view: View) -> bool:
    verb = view.clause.verb
    form = view.sentence.tokens[verb.finite].verb if verb is not None and verb.finite is not None else None
    return form is not None and "subjunctive_2" in form.moods and "plural" in form.numbers


def _or_else(view: View, speakers: Actors, who: Who) -> Stance | None:
    """What a speaker will do, or not do, otherwise is a threat."""
    verb = view.clause.verb
    if verb is None or verb.tense != "future" or view.clause.kind not in ("main", "dass"):
        return None
    otherwise = not view.words.isdisjoint(grammar().otherwise)
    return "threatens" if otherwise and not view.passive and who.speaks_for(view, speakers) else None


def _only_if(view: View) -> Stance | None:
    """What must happen before something else can is demanded: "there will be a treaty only if the violence ends"."""
    verb = view.clause.verb
    if verb is None or view.clause.kind not in ("main", "dass") or verb.tense not in ("present", "future", None):
        return None
    conditions = [child for child in view.children if child.conditional]
    return "demands" if conditions and not view.words.isdisjoint(grammar().only) else None


def _conditional(view: View, speakers: Actors, who: Who) -> Stance | None:
    """What a speaker would do to others unless they act otherwise is a threat."""
    if view.lemma not in grammar().harming or view.clause.negated or view.passive:
        return None
    conditional = any(child.conditional for child in view.children)
    return "threatens" if conditional and who.speaks_for(view, speakers) else None


def _promised(view: View, speakers: Actors, who: Who) -> Stance | None:
    """What a speaker will do is offered."""
    verb = view.clause.verb
    if verb is None or verb.tense != "future" or view.clause.negated or view.passive:
        return None
    if verb.lemma in grammar().going or verb.lemma in grammar().harming or view.clause.kind not in ("main", "dass"):
        return None
    if not who.speaks_for(view, speakers):
        return None
    return "threatens" if unless(view) else "offers"


def _blamed(view: View, speakers: Actors, who: Who) -> Stance | None:
    """Of harm that others have done, or would do, their accuser speaks; who says that none was done denies it."""
    verb = view.clause.verb
    if verb is None or view.clause.kind not in ("main", "dass") or verb.tense == "future":
        return None
    bearing = any(view.has(noun) for noun in grammar().bearing.get(verb.lemma, ()))
    meant = verb.modal in grammar().willing and not bearing and verb.mood == "subjunctive_1"
    if not (bearing or verb.lemma in grammar().wronging) or (verb.modal is not None and not meant):
        return None
    if view.clause.negated:
        return "rejects" if _denied(view) else None
    if view.passive:
        if verb.lemma in grammar().accidental:
            return None
        return "accuses" if verb.mood in ("subjunctive_1", "subjunctive_2") and verb.tense != "present" else None
    doers = who.of_clause(view)
    blamed = bool(doers) or _by_a_body(view, bearing=bearing) or (not meant and _by_a_matter(view))
    return "accuses" if blamed and not set(doers) & set(speakers) else None


def _denied(view: View) -> bool:
    """Whether it is told that a wrong was not done, and not that a good was left undone ("nicht verhindert")."""
    verb = view.clause.verb
    past = verb is not None and verb.tense not in ("present", "future") and verb.modal is None
    return past and view.lemma not in grammar().not_only_wrong


def _by_a_matter(view: View) -> bool:
    """Whether a plan or the like is said to do harm ("das Abkommen gefährde den Frieden")."""
    subject = view.clause.subject
    if subject is None or view.lemma not in grammar().harmful:
        return False
    head = view.sentence.tokens[subject.head]
    return bool(grammar().matters.values(head.text.lower(), head.lemma.lower()))


def _by_a_body(view: View, *, bearing: bool) -> bool:
    """Whether the subject is a body without a name ("die Regierung habe versagt"), or anybody said to be to blame."""
    subject = view.clause.subject
    if subject is None:
        return False
    head = view.sentence.tokens[subject.head]
    body = grammar().representatives.values(head.text.lower(), head.lemma.lower())
    return bool(body) or (bearing and head.pos in ("NOUN", "PROPN"))


def _supposed(view: View) -> bool:
    """Whether the modal verb tells what would follow: only the plural stands for a subjunctive of report."""
    verb = view.clause.verb
    if verb is None or verb.finite is None or verb.mood != "subjunctive_2":
        return False
    form = view.sentence.tokens[verb.finite].verb
    return form is not None and "plural" not in form.numbers


def _judged(view: View) -> Stance | None:
    """What the speaker calls the matter: "is a mistake", "is welcome", "it is a matter of fraud"."""
    if view.clause.kind not in ("main", "dass"):
        return None
    if view.lemma in grammar().copulas:
        heads = {phrase.head for phrase in view.clause.phrases if phrase.role == "predicative"}
        adjectives = {n for n in view.clause.tokens if view.sentence.tokens[n].tag in ("ADJD", "VVPP")}
        spoken = heads | adjectives | _first_of_two(view, bool(heads))
    elif view.lemma in grammar().amounting:
        spoken = {p.head for p in view.clause.phrases if p.preposition in grammar().amounting[view.lemma]}
    elif view.lemma in grammar().existing and not view.clause.negated:
        there = [phrase.head for phrase in view.clause.phrases if phrase.role == "accusative"]
        return "accuses" if any(_blames(view, number) for number in there) else None
    elif _in_a_state(view):
        spoken = {n for n in view.clause.tokens if view.sentence.tokens[n].tag == "VVPP"}
    else:
        return None
    words, lemmas = [t.text.lower() for t in view.tokens], [t.lemma.lower() for t in view.tokens]
    for first, last, frame in lexicon().judgements.find(words, lemmas):
        called = spoken.intersection(view.clause.tokens[first:last])
        if called and not view.bars(frame):
            return "demands" if _held_important(view, first) else frame.stance_of(negated=view.clause.negated)
    too_much = view.lemma in grammar().copulas and excessive(view) and not view.clause.negated
    return "accuses" if too_much else None


def _first_of_two(view: View, told: bool) -> set[int]:
    """Give the bare noun before the verb that says what the other is ("Voraussetzung sei die Freilassung")."""
    subject = view.clause.subject
    bare = subject is not None and told and subject.last - subject.first == 1
    return {subject.head} if subject is not None and bare else set()


def _in_a_state(view: View) -> bool:
    """Whether a participle beside "sein" says what the matter is ("die Vorwürfe seien frei erfunden")."""
    verb = view.clause.verb
    if verb is None or verb.finite is None or not view.passive:
        return False
    return view.sentence.tokens[verb.finite].lemma in grammar().stative and len(verb.tokens) == _STATE


def _held_important(view: View, number: int) -> bool:
    """Whether what a clause tells is called important: it is wanted then ("wichtig sei, dass …")."""
    wanted = any(child.clause.kind in ("dass", "infinitive") for child in view.children)
    return wanted and view.tokens[number].lemma.lower() in grammar().important


def _blames(view: View, number: int) -> bool:
    token = view.sentence.tokens[number]
    frames = lexicon().judgements.values(token.text.lower(), token.lemma.lower())
    return bool(frames) and frames[0].stance == "accuses"
