"""Statements of an article, view by view."""

from collections.abc import Sequence
from dataclasses import replace

from aktenlage.model.annotation import Statement, Wording
from aktenlage.model.article import Span
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading
from aktenlage.read.statements.channels import channel_of, with_medium
from aktenlage.read.statements.cues import Cue, find_cue
from aktenlage.read.statements.direct import find_direct
from aktenlage.read.statements.draft import Draft
from aktenlage.read.statements.frames import find_frames, to_draft
from aktenlage.read.statements.nouns import find_nominal
from aktenlage.read.statements.reported import find_reported
from aktenlage.read.statements.runs import Voice, find_run, joined, named_in, voice_of
from aktenlage.read.statements.sources import find_sources
from aktenlage.read.statements.speakers import Speakers
from aktenlage.read.statements.views import View, read_views


def read_statements(analysis: Analysis, reading: Reading) -> tuple[Statement, ...]:
    """Who said what."""
    drafts = sorted(find_drafts(analysis), key=lambda draft: (draft.start, -draft.end))
    speakers = Speakers(analysis.text, reading.mentions)
    persons = frozenset(actor.id for actor in reading.actors if actor.kind == "person")
    return tuple(_statement(draft, speakers, persons, analysis.text) for draft in drafts)


def find_drafts(analysis: Analysis) -> list[Draft]:
    """Find all statements of a text, before their speakers are known as actors."""
    drafts: list[Draft] = []
    before: View | None = None
    voice: Voice | None = None
    near: Voice | None = None
    for view in read_views(analysis):
        cues = {number: cue for number in range(len(view.clauses)) if (cue := find_cue(view, number)) is not None}
        found = [with_medium(draft, analysis.text) for draft in _read_view(view, cues, before, voice, near)]
        drafts.extend(found)
        spoke = voice_of(view, found, cues)
        near = None if spoke is not None or found else named_in(view)
        voice = replace(spoke, just=True) if spoke is not None else (replace(voice, just=False) if voice else None)
        before = view
    return joined(drafts, analysis.text)


def _read_view(
    view: View, cues: dict[int, Cue], before: View | None, voice: Voice | None, near: Voice | None
) -> list[Draft]:
    drafts = list(find_sources(view))
    drafts.extend(to_draft(view, found, "indirect") for found in find_frames(view, cues))
    drafts.extend(find_nominal(view, drafts, voice))
    run = find_run(view, drafts, near if near is not None and near.paragraph == view.paragraph else voice)
    if run is not None:
        drafts.append(run)
    drafts.extend(find_direct(view, cues, drafts, before, voice))
    drafts.extend(find_reported(view, cues, drafts))
    return _distinct(drafts)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Keep one statement of those that hold the same words in the same way; one with a speaker if there is one."""
    kept: dict[tuple[object, str], Draft] = {}
    for draft in drafts:
        key = (draft.quote, draft.type)
        if key not in kept or kept[key].speaker is None:
            kept[key] = draft
    return list(kept.values())


def _statement(draft: Draft, speakers: Speakers, persons: frozenset[str], text: str) -> Statement:
    channel, implied = channel_of(text, draft.frame)
    speaker = speakers.at(draft.speaker, draft.source)
    medium = draft.medium
    if medium == "SW" and implied is None and speaker is not None and speaker.actor in persons:
        medium = "speech"  # a person who makes something known is heard, as long as no paper is named
    return Statement(
        draft.quote,
        draft.type,
        medium,
        channel,
        speaker,
        _wording(draft.cue),
        speakers.at(draft.addressee),
        _wording(draft.frame),
        draft.cue_lemma,
        draft.act,
        draft.negated,
        draft.rule,
    )


def _wording(spans: Sequence[Span]) -> Wording | None:
    return Wording(spans[0].start, spans[-1].end, tuple(spans)) if spans else None
