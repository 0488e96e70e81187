"""What kind of subordinate clause an introducing word opens."""

from collections.abc import Sequence

from aktenlage.language import agreement
from aktenlage.language.chunks import chunks
from aktenlage.language.data import words
from aktenlage.language.segments import Segment
from aktenlage.language.tags import RELATIVES
from aktenlage.language.timenouns import is_time
from aktenlage.model.language import ClauseKind, Token

# What may end a clause in which the finite verb stands further ahead.
_VERB_ENDS = frozenset({"PTKVZ", "VVPP", "VVINF"})
# Tokens of a place with its preposition.
_WAY = 3


def kind_of(tokens: Sequence[Token], segment: Segment, introducer: int, *, opens: bool) -> ClauseKind:
    """Give the kind of a clause with a word that introduces it; *opens* says that it opens the sentence."""
    token = tokens[introducer]
    word = token.text.lower()
    if word in words("clauses", "dass"):
        return "dass"
    if token.tag in RELATIVES:
        return "relative"
    if token.tag == "KOUI":
        return "infinitive"
    if word in words("clauses", "whether"):
        return "interrogative"
    if token.tag in {"PWAV", "PWS", "PWAT"}:
        if word in words("clauses", "relative_adverbs") and not opens and _behind_noun(tokens, segment):
            return "relative"
        if word in words("clauses", "where") and not opens and _behind_way(tokens, segment):
            return "relative"
        if word in words("clauses", "manner") and _reports(tokens, segment):
            return "adverbial"
        return "interrogative"
    return "adverbial"


def may_have_subject(tokens: Sequence[Token], segment: Segment) -> bool:
    """Whether any phrase of a segment may be the subject of its finite verb."""
    piece = tokens[segment.start : segment.end]
    verb = tokens[segment.finite].verb if segment.finite is not None else None
    numbers = verb.numbers if verb is not None else ()
    joined = any(token.tag == "KON" for token in piece)
    allowed = agreement.SINGULAR if numbers == ("singular",) else agreement.ALL
    if numbers == ("plural",) and not joined:
        allowed = agreement.PLURAL
    return any(
        chunk.cases & agreement.NOMINATIVE & allowed
        for chunk in chunks(piece)
        if chunk.preposition is None and not chunk.genitive and not is_time(piece, chunk.head)
    )


def _behind_noun(tokens: Sequence[Token], segment: Segment) -> bool:
    place = segment.start - 2
    return place >= 0 and tokens[place].tag in {"NN", "NE"}


def _behind_way(tokens: Sequence[Token], segment: Segment) -> bool:
    """Whether only the end of a verb stands between it and a place ("ist nach Rom gereist, wo …")."""
    end = segment.start - 2
    if end < _WAY or tokens[end].tag not in _VERB_ENDS or tokens[end].lemma in words("clauses", "telling_where"):
        return False
    way = tokens[end - _WAY : end]
    return way[-1].tag in {"NN", "NE"} and any(token.text.lower() in words("clauses", "ways") for token in way[:-1])


def _reports(tokens: Sequence[Token], segment: Segment) -> bool:
    if tokens[(segment.introducer or 0) + 1].tag == "ADJD":
        return False
    return segment.finite is not None and any(
        tokens[number].lemma in words("clauses", "saying") for number in range(segment.start, segment.end)
    )
