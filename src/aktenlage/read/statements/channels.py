"""Where something was said, and whether a printed or broadcast medium says it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from aktenlage.model.annotation import Medium
from aktenlage.model.article import Span
from aktenlage.read.statements.draft import Draft
from aktenlage.resources.load import load


@cache
def _channels() -> tuple[re.Pattern[str], dict[str, tuple[str, Medium | None]]]:
    names = {
        form.lower(): (entry["name"], entry.get("medium"))
        for entry in load("speech/channels")["channels"]
        for form in entry["forms"]
    }
    forms = "|".join(re.escape(form) for form in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{forms})(?!\w)", re.IGNORECASE), names


@cache
def _media() -> re.Pattern[str]:
    ends = "|".join(re.escape(end) for end in sorted(load("speech/channels")["media"]["ends"], key=len, reverse=True))
    return re.compile(rf"(?:{ends})\b", re.IGNORECASE)


def channel_of(text: str, frame: Sequence[Span]) -> tuple[str | None, Medium | None]:
    """Give the channel that a frame names, and the medium that it implies."""
    pattern, names = _channels()
    for span in frame:
        found = pattern.search(text, span.start, span.end)
        if found is not None:
            return names[found.group().lower()]
    return None, None


def with_medium(draft: Draft, text: str) -> Draft:
    """Let a speaker that is a newspaper or a report, and a written channel, make a statement writing."""
    if draft.type in {"indirect_free_indirect", "free_indirect"} or draft.medium not in {"speech", "SW"}:
        return draft
    _, implied = channel_of(text, draft.frame)
    if implied in {"speech", "writing"}:
        return replace(draft, medium=implied)
    if draft.speaker is not None and _media().search(text, draft.speaker.start, draft.speaker.end):
        return replace(draft, medium="writing")
    return draft
