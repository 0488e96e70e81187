"""Ranges: neighbouring days that the text joins, "am Freitag und Samstag", "vom 23. bis 25. Jänner"."""

from dataclasses import replace
from datetime import timedelta

from aktenlage.read.times.calendar import name
from aktenlage.read.times.grammar import grammar
from aktenlage.read.times.lexer import Tokens
from aktenlage.read.times.scene import Draft, Found

# Days that "and" joins are one stretch only if none lies between them.
_APART = {"D": 1, "W": 7, "M": 31, "Y": 366}


def join(found: list[Found], tokens: Tokens) -> list[Found]:
    """Give each of two times that bound one range the whole range as its date."""
    joined = list(found)
    for number in range(len(joined) - 1):
        first, last = joined[number], joined[number + 1]
        through = _through(first, last, tokens)
        if through is None or first.draft.day is None or last.draft.day is None:
            continue
        if first.draft.type != "DATE" or first.draft.unit != last.draft.unit or last.draft.type != "DATE":
            continue
        drafts = _ordered(first, last)
        gap = (drafts[1].day - drafts[0].day).days if drafts[0].day and drafts[1].day else 0
        if gap <= 0 or (not through and gap > _APART.get(str(first.draft.unit), 0)):
            continue
        whole = f"{(drafts[0].date or drafts[0].value).partition('/')[0]}/{drafts[1].value}"
        joined[number] = replace(first, draft=replace(drafts[0], date=whole))
        joined[number + 1] = replace(last, draft=replace(drafts[1], date=whole))
    return joined


def _through(first: Found, last: Found, tokens: Tokens) -> bool | None:
    """Tell whether the words between two times make a range (True), a row (False) or nothing (None)."""
    lexicon, _ = grammar()
    between = tokens.words[first.match.end : last.match.start]
    if not 1 <= len(between) <= 3:
        return None
    signs = [lexicon.value("joint", word) for word in between]
    if signs[0] is None or any(sign is None for sign in signs):
        return None
    before = [lexicon.value("joint", word) for word in tokens.words[max(first.match.start - 2, 0) : first.match.start]]
    before = before[:-1] if before and before[-1] == "filler" else before  # "zwischen dem 5. und dem 7. Juni"
    return signs[0] == "range" or before[-1:] == ["between"]


def _ordered(first: Found, last: Found) -> tuple[Draft, Draft]:
    """Bring two weekdays into the order in which the text names them: forward in the future, back in the past."""
    one, two = first.draft, last.draft
    if one.day is None or two.day is None or one.unit != "D" or one.day <= two.day:
        return one, two
    if not (first.match.rule.data.get("by_tense") and last.match.rule.data.get("by_tense")):
        return one, two
    week = timedelta(weeks=1)
    if first.side < 0:
        earlier = one.day - week
        return replace(one, day=earlier, value=name(earlier, "D")), two
    later = two.day + week
    return one, replace(two, day=later, value=name(later, "D"))
