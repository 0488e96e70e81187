"""Stances in what is said: "the troops must leave", "that is a mistake", "we will not take part"."""

from collections.abc import Iterator

from aktenlage.model.annotation import Statement
from aktenlage.model.article import Span
from aktenlage.model.position import Stance
from aktenlage.read.positions.actors import Actors, Who
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.finding import Found
from aktenlage.read.positions.lexicon import grammar, lexicon

_SETTLED = ("thought",)


def content_stances(view: View, statement: Statement, who: Who) -> Iterator[Found]:
    """Give the stance that a clause within a statement takes for the speaker."""
    speaker = statement.speaker
    if speaker is None or not speaker.actors or statement.medium in _SETTLED or statement.type == "free_indirect":
        return
    if view.introducer in grammar().hypothetical or view.clause.verb is None:
        return
    stance = _modal(view, speaker.actors, who) or _judged(view)
    if stance is not None:
        place = Span(view.clause.start, view.clause.end)
        yield Found(speaker.actors, stance, place, place)


def _modal(view: View, speakers: Actors, who: Who) -> Stance | None:
    """What others must do is demanded; what one will not do oneself is rejected."""
    verb = view.clause.verb
    if verb is None or verb.modal is None or verb.tense not in ("present", None):
        return None
    if verb.modal in grammar().duty and view.clause.kind in ("main", "dass", "inserted"):
        return "demands"
    if verb.modal in grammar().refusing and view.clause.negated and who.of_clause(view) == speakers:
        return "rejects"
    return None


def _judged(view: View) -> Stance | None:
    if view.lemma not in grammar().copulas or view.clause.kind not in ("main", "dass"):
        return None
    for token in view.tokens:
        frames = lexicon().judgements.values(token.text.lower(), token.lemma.lower())
        if frames and token.tag in ("ADJD", "NN", "ADV", "VVPP"):
            if not view.clause.negated:
                return frames[0].stance
            return frames[0].negated
    return None
