"""The pieces of a sentence between commas and other marks, and what each begins or holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from aktenlage.language.data import words
from aktenlage.language.tags import RELATIVES
from aktenlage.model.language import Token

FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
BARE = frozenset({"VVINF", "VVPP", "VAINF", "VAPP", "VMINF", "VMPP", "VVIZU"})
_PRONOUNS = frozenset({"PRELS", "PRELAT", "PWS", "PWAT", "PWAV"})
_QUESTIONS = frozenset({"PWS", "PWAT", "PWAV"})
# So many pieces at most are the members of a list.
_MOST_MEMBERS = 20
# What may begin a member of a list.
_MEMBERS = frozenset({"NE", "NN", "ART", "ADJA", "PPOSAT", "CARD", "PIAT"})
_MARKS = frozenset(",;:()[]–—-‒!?….")
_DASHES = frozenset({"–", "—", "-", "--"})
_OPENING = _DASHES | {":"}
QUOTES = frozenset("„“”\"'’‘‚»«›‹*•") | {"``", "''"}

Holds = Literal["finite", "zu", "nothing"]


@dataclass(slots=True)
class Segment:
    """
    A piece of a sentence; *mark* is the sign before it, *joined* says that it begins with a coordinating conjunction.

    *introducer* is the token number of a subordinating word at its head, *first* that of its first word.
    """

    start: int
    end: int
    mark: str
    holds: Holds
    first: int
    finite: int | None = None
    introducer: int | None = None
    joined: bool = False
    last: int = 0

    @property
    def verb_last(self) -> bool:
        """Whether its finite verb ends it."""
        return self.finite == self.last


def segments(tokens: Sequence[Token]) -> list[Segment]:
    """Cut a sentence into its segments."""
    found: list[Segment] = []
    start = 0
    mark = ""
    for number, token in enumerate(tokens):
        if (token.text in _MARKS or (token.tag[0] == "$" and token.text[0] in ".-")) and not _glued(tokens, number):
            if number > start or mark in "()[]":
                found.extend(_pieces(tokens, start, number, mark))
                mark = token.text
            elif token.text not in ",.":
                mark = token.text
            start = number + 1
    if start < len(tokens) or mark in ")]":
        found.extend(_pieces(tokens, start, len(tokens), mark))
    _bracket_asides(found)
    _join_lists(tokens, found)
    return found


def _join_lists(tokens: Sequence[Token], found: list[Segment]) -> None:
    """
    Make one piece of an infinitive with a list in it ("um mit Merz, Macron und Tusk zu sprechen").

    So of the list that opens a main clause behind a colon or dash (": Merz, Macron und Tusk redeten").
    """
    for number in range(len(found) - 1, -1, -1):
        last = max(_end_of_list(tokens, found, number), _end_of_subjects(tokens, found, number))
        if last > number:
            joined = _segment(tokens, found[number].start, found[last].end, found[number].mark)
            found[number : last + 1] = [joined]


def _end_of_list(tokens: Sequence[Token], found: Sequence[Segment], number: int) -> int:
    """Give the piece with the infinitive whose list begins in this one, else *number*."""
    head = found[number]
    if head.holds != "nothing" or head.first >= head.end:
        return number
    last, most = number + 1, min(len(found), number + _MOST_MEMBERS)
    while last < most and found[last].mark == "," and found[last].holds == "nothing":
        last += 1
    if last == most or found[last].mark != "," or found[last].holds != "zu":
        return number
    if any(piece.introducer is not None or piece.joined for piece in found[number + 1 : last + 1]):
        return number
    opened = tokens[head.first].tag == "KOUI" or (_opens_list(tokens, head) and _ends_list(tokens, found[last]))
    return last if opened else number


def _end_of_subjects(tokens: Sequence[Token], found: Sequence[Segment], number: int) -> int:
    """Give the piece with the finite verb whose list of names begins in this one, behind a mark, else *number*."""
    head = found[number]
    if head.mark not in _OPENING or head.holds != "nothing" or not _nominal(tokens, head.first, head.end):
        return number
    last, most = number + 1, min(len(found), number + _MOST_MEMBERS)
    while last < most and found[last].mark == "," and found[last].holds == "nothing":
        if not _nominal(tokens, found[last].first, found[last].end):
            return number
        last += 1
    final = found[last] if last < most else None
    if final is None or final.mark != "," or final.finite is None or final.introducer is not None:
        return number
    joint = any(tokens[n].tag == "KON" for n in range(final.first, final.finite))
    return last if joint and _nominal(tokens, final.first, final.finite) else number


def _nominal(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether there is nothing but names, nouns and what stands before them."""
    return first < last and all(tokens[n].tag in _MEMBERS | {"FM", "KON"} for n in range(first, last))


def _opens_list(tokens: Sequence[Token], head: Segment) -> bool:
    """Whether an infinitive may begin there: with a preposition, or right behind a verb ("plant, Merz, …")."""
    if head.mark != "," or head.introducer is not None:
        return False
    behind_verb = head.start > 1 and tokens[head.start - 2].tag in FINITE | BARE | {"PTKVZ"}
    return tokens[head.first].tag in {"APPR", "APPRART", "PRF"} or (behind_verb and tokens[head.first].tag in _MEMBERS)


def _ends_list(tokens: Sequence[Token], piece: Segment) -> bool:
    """Whether the piece begins with the last members of a list."""
    joint = next((n for n in range(piece.first, piece.end) if tokens[n].tag in {"KON", "PTKZU", "VVIZU"}), piece.first)
    listed = tokens[joint].tag == "KON" and tokens[joint + 1].tag in _MEMBERS
    return listed and all(tokens[n].tag in _MEMBERS | {"FM"} for n in range(piece.first, joint))


def _bracket_asides(found: Sequence[Segment]) -> None:
    """Take a clause between two dashes for one in brackets."""
    for number, segment in enumerate(found[1:-1], start=1):
        behind = found[number + 1]
        own_verb = segment.holds == "finite" and segment.introducer is None
        if own_verb and segment.mark in _DASHES and behind.mark in _DASHES and behind.holds != "finite":
            segment.mark, behind.mark = "(", ")"


def _glued(tokens: Sequence[Token], number: int) -> bool:
    """Whether a hyphen or bracket joins what stands beside it."""
    token = tokens[number]
    if token.text in "()":
        return within_word(tokens, number)
    if token.text != "-" or not 0 < number < len(tokens) - 1:
        return False
    return tokens[number - 1].end == token.start and token.end == tokens[number + 1].start


def within_word(tokens: Sequence[Token], number: int) -> bool:
    """Whether a bracket parts a word that may be left out from the one it belongs to: "(Ober-)Bürgermeister"."""
    first = number if tokens[number].text == "(" else number - 2
    if first < 0 or first + 3 >= len(tokens) or tokens[first].text != "(" or tokens[first + 2].text != ")":
        return False
    return tokens[first + 1].text.endswith("-") and tokens[first + 2].end == tokens[first + 3].start


def _pieces(tokens: Sequence[Token], start: int, end: int, mark: str) -> Iterator[Segment]:
    cut = _cut(tokens, start, end)
    while cut is not None:
        yield _segment(tokens, start, cut, mark)
        start, mark = cut, ""
        cut = _cut(tokens, start, end)
    yield _segment(tokens, start, end, mark)


def _cut(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Find where a second clause begins within the stretch, without a mark before it."""
    finite: int | None = None
    joint: int | None = None
    for number in range(start, end):
        tag = tokens[number].tag
        if tag in FINITE:
            if joint is not None:
                return joint
            if finite is None:
                finite = number
            elif number == finite + 1 and _ends_with_verb(tokens, start, finite):
                return number
        elif tag == "KON" and number > start:
            if _joins_clauses(tokens, start, number, end, finite):
                return number
            verb_first = start and finite is None and number + 1 < end and tokens[number + 1].tag in FINITE
            if verb_first or _may_join(tokens, start, number, finite, joint):
                joint = number
        elif number > start + 1 and _begins_anew(tokens, number, end, behind_verb=finite is not None):
            return number
    return None


def _joins_clauses(tokens: Sequence[Token], start: int, number: int, end: int, finite: int | None) -> bool:
    """Whether what stands behind the conjunction is a clause, whatever follows."""
    if number + 1 < end and _opens_clause(tokens, number + 1, end):
        return True
    if finite is None or tokens[number - 1].tag not in {"VVPP", "VVINF"}:
        return False
    return _ends_bare(tokens, number, end) and not _ends_with_verb(tokens, start, finite)


def _may_join(tokens: Sequence[Token], start: int, number: int, finite: int | None, joint: int | None) -> bool:
    """Whether a finite verb behind the conjunction would begin a clause there."""
    if finite is None:
        return tokens[number - 1].tag in {"PTKVZ", "VVPP", "VVINF"}
    return joint is None or number == finite + 1 or not _ends_with_verb(tokens, start, finite)


def _ends_bare(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the stretch ends with a bare verb form and has no finite one."""
    last = end - 1
    while last > start and tokens[last].text in QUOTES:
        last -= 1
    return last > start + 1 and tokens[last].tag in BARE and all(tokens[n].tag not in FINITE for n in range(start, end))


def _begins_anew(tokens: Sequence[Token], number: int, end: int, *, behind_verb: bool) -> bool:
    if tokens[number].tag == "KOUI":
        return any(tokens[place].tag in {"PTKZU", "VVIZU"} for place in range(number, end))
    return behind_verb and tokens[number - 1].tag not in {"APPR", "APPRART"} and _opens_clause(tokens, number, end)


def _ends_with_verb(tokens: Sequence[Token], start: int, finite: int) -> bool:
    """Whether the clause up to this finite verb is one with the verb at its end."""
    return any(tokens[number].tag in {"KOUS", "PRELS", "PRELAT"} for number in range(start, finite))


def _opens_clause(tokens: Sequence[Token], number: int, end: int) -> bool:
    if tokens[number].tag not in {"KOUS", "PRELS", "PWAV", "PWS"}:
        return False
    last = end - 1
    while last > number and tokens[last].text in QUOTES:
        last -= 1
    return tokens[last].tag in FINITE


def _segment(tokens: Sequence[Token], start: int, end: int, mark: str) -> Segment:
    first, last = start, end - 1
    while first < end and tokens[first].text in QUOTES:
        first += 1
    while last > first and tokens[last].text in QUOTES:
        last -= 1
    segment = Segment(start, end, mark, "nothing", first, last=last)
    zu = False
    for number in range(start, end):
        tag = tokens[number].tag
        if tag in FINITE and segment.finite is None:
            segment.finite = number
            segment.holds = "finite"
        elif tag in {"PTKZU", "VVIZU"}:
            zu = True
    if zu and segment.finite is None:
        segment.holds = "zu"
    if first < end:
        segment.joined = tokens[first].tag == "KON"
        segment.introducer = _introducer(tokens, segment)
    return segment


def _verb_follows(tokens: Sequence[Token], start: int) -> bool:
    """Whether a piece behind this one, not itself a subordinate clause, ends with a finite verb."""
    opened = False
    for number in range(start + 1, len(tokens)):
        tag = tokens[number].tag
        if tokens[number - 1].tag == "$," and tag in {"KOUS", "PRELS", "PWAV", "APPR", "PRELAT"}:
            opened = tag != "APPR" or tokens[min(number + 1, len(tokens) - 1)].tag in {"PRELS", "PRELAT"}
        if tag in FINITE:
            ends = number + 1 == len(tokens) or tokens[number + 1].tag[0] == "$" or tokens[number + 1].tag == "KON"
            if opened and ends:
                opened = False
            elif not opened:
                return ends
    return False


def _introducer(tokens: Sequence[Token], segment: Segment) -> int | None:
    place = segment.first + segment.joined
    skipped = words("clauses", "before_conjunction")
    joining = words("clauses", "subordinators")
    while place < segment.last and tokens[place].text.lower() in skipped and tokens[place].tag not in {"KOUS", "PRELS"}:
        place += 1
    if place > segment.last:
        return None
    token = tokens[place]
    if token.tag == "KOUI":
        return place if segment.holds == "zu" else None
    governed = token.tag in {"APPR", "APPRART"} and place < segment.last and tokens[place + 1].tag in RELATIVES
    if segment.holds != "finite":
        if governed and segment.mark == "," and _verb_follows(tokens, segment.end):
            return place + 1
        waits = token.tag == "PRELS" or (token.tag in {"KOUS", "PWAV"} and _verb_follows(tokens, segment.end))
        return place if waits and (segment.mark == "," or not segment.start) and place < segment.last else None
    if token.tag == "KOUS" or (
        token.text.lower() in joining and token.tag in {"KOKOM", "PWAV", "APPR", "ADV"} and segment.verb_last
    ):
        return place if segment.finite != place + 1 or segment.verb_last else None
    if token.tag in {"APPR", "APPRART"} and place < segment.last and tokens[place + 1].tag in _PRONOUNS:
        place += 1
        token = tokens[place]
    if token.tag in _QUESTIONS and segment.finite is not None:
        second = segment.finite - place <= 1 or (segment.finite < segment.last and segment.start == 0)
        return None if second and not (segment.verb_last and segment.start) else place
    return place if token.tag in _PRONOUNS else None
