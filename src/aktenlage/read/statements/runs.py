"""Speech without a frame: sentences in the subjunctive that run on from a statement, and hearsay with a modal verb."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aktenlage.model.annotation import Medium, StatementType
from aktenlage.model.article import Span
from aktenlage.read.statements.cues import Cue
from aktenlage.read.statements.draft import Draft
from aktenlage.read.statements.lexicon import words
from aktenlage.read.statements.phrases import subject
from aktenlage.read.statements.views import Clause, View


@dataclass(frozen=True, slots=True)
class Voice:
    """Who was speaking last, for what runs on; *draft* is the statement, if any; *just*: in the view before."""

    paragraph: int
    speaker: Span | None
    medium: Medium
    draft: Draft | None = None
    just: bool = False


def voice_of(view: View, drafts: Sequence[Draft], cues: dict[int, Cue]) -> Voice | None:
    """Say who speaks in a view: the last speaker who is not quoted by another, else who a verb of saying names."""
    outer = [
        draft
        for draft in drafts
        if draft.speaker is not None and not any(other.covers(draft.speaker) for other in drafts if other is not draft)
    ]
    if outer:
        return Voice(view.paragraph, outer[-1].speaker, outer[-1].medium, outer[-1])
    for number, clause in enumerate(view.clauses):
        if clause.kind in {"main", "first"}:
            cue = cues.get(number)
            phrase = cue.speaker if cue is not None else None
            if phrase is not None:
                return Voice(view.paragraph, view.span(*phrase), cue.verb.medium if cue is not None else "SW")
    return None


def named_in(view: View) -> Voice | None:
    """Give the named subject of a view without a verb of saying, as whoever a sentence behind it may quote."""
    for clause in view.clauses:
        if clause.kind in {"main", "first"} and clause.verb is not None and clause.verb.voice == "active":
            phrase = subject(view, clause)
            if phrase is not None and any(token.tag == "NE" for token in view.tokens[slice(*phrase)]):
                return Voice(view.paragraph, view.span(*phrase), "SW")
            return None
    return None


def find_run(view: View, drafts: Sequence[Draft], voice: Voice | None) -> Draft | None:
    """Read a sentence in the subjunctive, or of hearsay, as said by whoever spoke last."""
    clause = _free_main(view, drafts)
    if clause is None or view.heading:
        return None
    kind = _kind(view, clause, voice)
    if kind is None:
        return None
    span = (Span(view.start, view.end),)
    if voice is None or voice.paragraph < view.paragraph - 1:
        return Draft(span, kind, "run", view.paragraph) if kind == "indirect_free_indirect" else None
    return Draft(span, kind, "run", view.paragraph, voice.medium, voice.speaker)


def _free_main(view: View, drafts: Sequence[Draft]) -> Clause | None:
    """Give the first main clause, where no statement of the view holds it; a condition before it is none."""
    for number, clause in enumerate(view.clauses):
        if clause.kind in {"main", "first"} and clause.finite is not None and not _supposes(view, number):
            token = view.tokens[clause.finite]
            if any(draft.covers(Span(token.start, token.end)) for draft in drafts):
                return None
            if any(frame.start <= token.start < frame.end for draft in drafts for frame in draft.frame):
                return None
            return clause
    return None


def _supposes(view: View, number: int) -> bool:
    """Whether a clause that begins with its verb says on what condition the next one holds."""
    clause, following = view.clauses[number], view.clauses[number + 1 : number + 2]
    if clause.finite != 0 or not following or following[0].finite is None:
        return False
    conditional = view.tokens[0].lemma.lower() in words("hearsay")
    return conditional and following[0].kind in {"main", "first"} and following[0].finite == following[0].first


def _kind(view: View, clause: Clause, voice: Voice | None) -> StatementType | None:
    assert clause.finite is not None
    token = view.tokens[clause.finite]
    form = token.verb
    assert form is not None
    if view.tokens[-1].text == "?":
        return None
    if form.moods and form.moods[0] == "subjunctive_1":
        return "indirect_free_indirect"
    if form.moods == ("subjunctive_2",) and voice is not None and voice.paragraph == view.paragraph:
        return "indirect_free_indirect"
    if (
        token.lemma.lower() in words("hearsay")
        and voice is not None
        and (_perfect(view, clause) or (voice.just and voice.paragraph == view.paragraph and form.tense == "present"))
    ):
        return "free_indirect"
    return None


def _perfect(view: View, clause: Clause) -> bool:
    verbs = [place for place in clause.tokens if view.tokens[place].verb is not None]
    return (
        len(verbs) > 2
        and view.tokens[verbs[-1]].lemma.lower() in words("perfect")
        and view.tokens[verbs[-2]].tag in {"VVPP", "VAPP"}
    )


def joined(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Put sentences that run on into one statement."""
    out: list[Draft] = []
    for draft in drafts:
        number = _runs_on(draft, out, text) if draft.rule == "run" else None
        if number is None:
            out.append(draft)
        else:
            earlier = out[number]
            out[number] = replace(earlier, quote=(*earlier.quote[:-1], Span(earlier.quote[-1].start, draft.end)))
    return out


def _runs_on(draft: Draft, before: Sequence[Draft], text: str) -> int | None:
    """Give the number of the run that this one continues: of the same kind, with nothing in between."""
    for number in range(len(before) - 1, -1, -1):
        earlier = before[number]
        if earlier.rule == "run":
            goes_on = earlier.type == draft.type and not text[earlier.end : draft.start].strip()
            return number if goes_on else None
    return None
