"""Which tokens belong to which clause, and how the clauses hang together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aktenlage.language.clausekinds import kind_of, may_have_subject
from aktenlage.language.data import words
from aktenlage.language.segments import BARE, FINITE, QUOTES, Segment, segments
from aktenlage.model.language import ClauseKind, Token

_PAIRS = {"(": ")", "[": "]"}
_PAUSES = frozenset({",", "–", "-", "—"})
# What goes on with no noun before it.
_LOOSE = frozenset({"APPR", "APPRART", "ADV", "PRF", "PPER"})
_NAMING = frozenset({"NE", "NN", "ART", "ADJA", "APPR", "APPRART", "PPOSAT", "$("})
# With more words than this before it, a finite verb at the end is hardly one in second place.
_LONGEST_FIRST_PHRASE = 5


@dataclass(slots=True, eq=False)
class Draft:
    """
    A clause as it grows; *beside* is the clause that it is coordinated with and may share its subject with.

    *borrowed* is the finite verb of that clause where this one leaves its own out.
    """

    kind: ClauseKind
    parent: "Draft | None" = None
    beside: "Draft | None" = None
    introducer: int | None = None
    tokens: list[int] = field(default_factory=list)
    finite: int | None = None
    borrowed: int | None = None
    verb_last: bool = False
    closed: bool = False

    @property
    def complete(self) -> bool:
        """Whether nothing more can stand before its verb."""
        return self.closed or (self.verb_last and self.finite is not None)


class _Builder:
    """Goes through the segments of a sentence from left to right; *top* is the clause being read."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.clauses: list[Draft] = []
        self.top: Draft | None = None
        self.read_to = 0
        self.last_verb_first = -1
        self.last_finite = max((number for number, token in enumerate(tokens) if token.tag in FINITE), default=-1)
        self.brackets: list[tuple[str, Draft | None]] = []

    def read(self, segment: Segment) -> None:
        """Give the segment to an open clause or open one for it."""
        if segment.mark in _PAIRS:
            self.brackets.append((_PAIRS[segment.mark], self.top))
            inside = True
        else:
            inside = False
            if self.brackets and segment.mark == self.brackets[-1][0]:
                self.top = self.brackets.pop()[1] or self.top
        if self.top is not None and segment.start > self.read_to:
            self.top.tokens.extend(range(self.read_to, segment.start))
        if segment.end == segment.start:
            self.read_to = segment.start
            return
        if segment.mark in {":", ";", ".", "!", "?"}:
            self._reset(segment)
        clause = self._clause_of(segment, inside=inside)
        if segment.finite is not None and clause.finite is None:
            clause.finite = segment.finite
        clause.tokens.extend(range(max(self.read_to, segment.start) if self.top else self.read_to, segment.end))
        self.top = clause
        self.read_to = segment.end

    def finish(self) -> None:
        """Give the marks at the end to the clause that all hang on."""
        if self.top is None:
            self.top = self._new("main", None)
        root = self.top
        while root.parent is not None and root.parent.tokens:
            root = root.parent
        root.tokens.extend(range(self.read_to, len(self.tokens)))

    def _reset(self, segment: Segment) -> None:
        """Behind a colon, semicolon or full stop, a new clause begins where there is a verb."""
        top = self.top
        while top and top.parent:
            top = top.parent
        if top and segment.holds == "finite" and (segment.introducer is None or top.finite is None):
            top.closed = True
        self.top = top

    def _clause_of(self, segment: Segment, *, inside: bool) -> Draft:
        if segment.introducer is not None:
            return self._subordinate(segment, segment.introducer)
        if segment.holds == "zu":
            return self._infinitive(segment)
        if segment.holds == "finite":
            return self._with_finite(segment, inside=inside)
        return self._without_verb(segment)

    def _new(self, kind: ClauseKind, parent: Draft | None, **more: object) -> Draft:
        clause = Draft(kind, parent)
        for name, value in more.items():
            setattr(clause, name, value)
        self.clauses.append(clause)
        return clause

    def _subordinate(self, segment: Segment, introducer: int) -> Draft:
        kind = kind_of(self.tokens, segment, introducer, opens=self.top is None)
        top = self.top
        beside: Draft | None = None
        if (top is None or top.closed) and kind != "relative":
            top = self._new("main", top)
        elif segment.joined and top is not None and top.complete and top.verb_last:
            beside, top = top, top.parent
        elif top is not None and top.kind == "inserted" and kind != "relative":
            top = top.parent or top
        return self._new(kind, top, introducer=introducer, verb_last=True, beside=beside)

    def _infinitive(self, segment: Segment) -> Draft:
        top = self.top
        if top is not None and top.kind != "infinitive" and segment.joined and top.complete and top.parent:
            top = top.parent
        if segment.joined and top is not None and top.kind == "infinitive":
            return self._new("infinitive", top.parent, beside=top, closed=True)
        if top is not None and top.kind == "inserted" and top.parent is not None:
            top = top.parent
        begun = self._begun_infinitive(segment)
        if top is not None and top.parent is not None and begun:
            top, above = top.parent, top
            clause = self._new("infinitive", top, closed=True)
            clause.tokens = begun
            top.tokens = [number for number in top.tokens if number not in begun]
            above.parent = clause
            return clause
        return self._new("infinitive", top, closed=True)

    def _begun_infinitive(self, segment: Segment) -> list[int]:
        """Give the words before a relative clause that belong to the infinitive behind it ("plant, X, der …, zu …")."""
        relative = self.top
        if relative is None or relative.kind != "relative" or not relative.complete or segment.mark != ",":
            return []
        if relative.parent is None or relative.tokens[-1] + 1 < segment.start - 1 or segment.introducer is not None:
            return []
        end = relative.tokens[0] - 1
        above = [number for number in relative.parent.tokens if number < end]
        comma = next((number for number in reversed(above) if self.tokens[number].text == ","), None)
        if comma is None or comma not in relative.parent.tokens or comma + 1 >= end:
            return []
        begun = range(comma + 1, end + 1)
        free = self.tokens[comma + 1].tag in _LOOSE or self.tokens[comma - 1].tag not in {"NN", "NE"}
        verbs = any(self.tokens[number].tag in FINITE | BARE | {"PTKVZ"} for number in begun)
        return list(begun) if free and not verbs and set(begun) <= {*above, end} else []

    def _with_finite(self, segment: Segment, *, inside: bool) -> Draft:
        if inside:
            return self._new("inserted", self.top)
        top = self.top
        while segment.joined and top is not None and top.kind == "infinitive" and top.parent and top.parent.verb_last:
            top = top.parent
        if segment.joined and top is not None and top.verb_last and top.complete and self._goes_on(segment):
            return self._new(top.kind, top.parent, beside=top, introducer=top.introducer, verb_last=True)
        frames = (
            segment.mark == ","
            and self._frames(segment)
            and self._has_quotation(segment)
            and (self._quoted_before(segment) or may_have_subject(self.tokens, segment))
        )
        while top is not None and top.parent is not None and (top.complete or top.kind == "inserted" or frames):
            if not frames or top.parent.finite is not None:
                top = top.parent
            else:
                break
        if top is None:
            return self._new("main", None)
        if top.finite is None and not top.closed:
            if frames and segment.end < self.last_finite:
                return self._new("inserted", top)
            if top.verb_last and not segment.verb_last and top.parent is not None:
                return self._with_finite_above(segment, top.parent)
            return top
        return self._second(segment, top)

    def _has_quotation(self, segment: Segment) -> bool:
        """Whether what stands before is a whole clause, or part of one in quotation marks."""
        root = self.top
        while root is not None and root.parent is not None:
            root = root.parent
        parted = self._quoted_before(segment) or segment.end < self.last_verb_first
        return root is not None and (root.finite is not None or parted)

    def _quoted_before(self, segment: Segment) -> bool:
        """Whether a quotation ends before the comma before the segment."""
        place = segment.start - 2
        return place >= 0 and self.tokens[place].text in QUOTES

    def _with_finite_above(self, segment: Segment, above: Draft) -> Draft:
        """Leave a clause that waited in vain for its verb."""
        if above.finite is None and not above.closed:
            return above
        return self._second(segment, above)

    def _goes_on(self, segment: Segment) -> bool:
        """Whether a piece behind a conjunction has its verb at the end, as the clause before it."""
        if not segment.verb_last or segment.finite is None:
            return False
        long = segment.finite - segment.first > _LONGEST_FIRST_PHRASE
        return segment.mark == "" or long or self.tokens[segment.finite - 1].tag in BARE

    def _second(self, segment: Segment, top: Draft) -> Draft:
        """A finite verb where the clause has one already: a second clause."""
        verb_first = segment.finite == segment.first
        if segment.joined:
            return self._new("main", top.parent, beside=top)
        if verb_first and self._frames(segment) and not self._goes_on_about(segment, top):
            return self._new("inserted", top)
        if verb_first and segment.mark in _PAUSES:
            if (first := self._reported_subject(segment, top)) is not None:
                clause = self._new("main", top)
                clause.tokens = [number for number in top.tokens if number >= first]
                top.tokens = [number for number in top.tokens if number < first]
                return clause
            if top.tokens and top.finite == self._first_word(top):
                main = self._new("main", None)
                top.kind, top.parent = "adverbial", main
                return main
            if self._conditional(segment):
                return self._new("adverbial", top)
            return self._new("main", top.parent, beside=top)
        if top.closed:
            return self._new("main", top if segment.mark == ":" else None)
        return self._new("main", top if self._is_complement(segment, top) else None)

    def _reported_subject(self, segment: Segment, top: Draft) -> int | None:
        """Give where a reported clause begins whose subject an apposition parts from its verb ("er, X, solle …")."""
        verb = self.tokens[segment.finite or 0].verb
        if verb is None or verb.moods[:1] != ("subjunctive_1",) or may_have_subject(self.tokens, segment):
            return None
        commas = [n for n in top.tokens if n > (top.finite or 0) and self.tokens[n].text == ","]
        for comma in commas:
            behind = [n for n in top.tokens if n > comma]
            if behind and all(self.tokens[n].tag in _NAMING or self.tokens[n].text == "," for n in behind):
                return behind[0]
        return None

    def _frames(self, segment: Segment) -> bool:
        """Whether the segment's verb names the saying of what stands beside it."""
        finite = segment.finite
        if finite is None or finite != segment.first:
            return False
        if self.tokens[finite].lemma in words("clauses", "saying"):
            return True
        return any(
            token.verb is not None
            and token.verb.inflection == "participle"
            and token.lemma in words("clauses", "saying")
            for token in self.tokens[finite + 1 : segment.end]
        )

    def _goes_on_about(self, segment: Segment, top: Draft) -> bool:
        """Whether a piece that begins with a verb shares the subject before it: "…, fordert aber mehr Geld"."""
        if self._quoted_before(segment):
            return False
        if not may_have_subject(self.tokens, segment):
            return True
        verb = self.tokens[top.finite].verb if top.finite is not None else None
        reported = verb is not None and verb.moods[:1] == ("subjunctive_1",)
        behind = [t for t in self.tokens[segment.first + 1 : segment.end] if t.tag != "PRF"][:2]
        if len(behind) < 2:
            return False
        turns = behind[0].text.lower() in words("clauses", "turning")
        names = behind[1].tag in {"NE", "PPER", "PDS", "PIS"}
        stressed = behind[1].text.lower() in words("clauses", "before_conjunction")
        return turns and not (reported or names or stressed)

    def _conditional(self, segment: Segment) -> bool:
        verb = self.tokens[segment.finite or 0].verb
        lemma = self.tokens[segment.finite or 0].lemma
        helps = (
            lemma in words("verbs", "modals") or lemma in words("verbs", "perfect") or lemma in words("verbs", "future")
        )
        return verb is not None and helps and "subjunctive_2" in verb.moods

    def _first_word(self, clause: Draft) -> int:
        return next((number for number in clause.tokens if self.tokens[number].tag[0] != "$"), -1)

    def _is_complement(self, segment: Segment, top: Draft) -> bool:
        if segment.mark != ",":
            return False
        verb = self.tokens[segment.finite or 0].verb
        if verb is not None and verb.moods[:1] in {("subjunctive_1",), ("subjunctive_2",)}:
            return True
        return any(
            self.tokens[number].lemma in words("clauses", "saying") for number in top.tokens if self.tokens[number].verb
        )

    def _without_verb(self, segment: Segment) -> Draft:
        top = self.top
        if top is None:
            return self._new("main", None)
        shared = top.borrowed if top.finite is None else top.finite
        if shared is not None and self._second_verb(segment, top, shared):
            return self._new("main", top.parent, beside=top, borrowed=shared)
        word = self.tokens[segment.first].text.lower() if segment.first < segment.end else ""
        if word in words("clauses", "frame_openers") and top.finite is not None and self._names_speaker(segment):
            return self._new("inserted", top)
        while top.parent is not None and (top.complete or top.kind == "inserted") and segment.mark:
            if top.kind == "inserted" and self._explains(segment):
                break
            top = top.parent
        return top

    def _second_verb(self, segment: Segment, top: Draft, shared: int) -> bool:
        """Whether a piece has a full verb to the auxiliary of the clause before it ("…, es aber verworfen")."""
        if self.tokens[segment.last].tag not in BARE:
            return False
        if segment.joined and not segment.mark:
            return True
        auxiliary = self.tokens[shared].tag in {"VAFIN", "VMFIN"}
        whole = segment.mark == "," and segment.last - segment.first > segment.joined and not top.verb_last
        return auxiliary and whole and self._verb_of(top, segment.start - 2, shared)

    def _verb_of(self, clause: Draft, number: int, shared: int) -> bool:
        """Whether a bare form goes with the auxiliary of its clause, and is no attribute (", von allen begrüßt, …")."""
        if number == shared or number not in clause.tokens or self.tokens[number].tag not in BARE:
            return False
        comma = next((n for n in reversed(clause.tokens) if n < number and self.tokens[n].text == ","), None)
        return (
            comma is None or comma < shared or self.tokens[comma + 1].lemma not in words("cases", "agent_prepositions")
        )

    def _explains(self, segment: Segment) -> bool:
        """Whether a piece behind a frame may still be of it: ", sagte Merz, der Kanzler"."""
        return segment.first == segment.start and self.tokens[segment.first].tag in {"ART", "NN", "NE", "ADJA"}

    def _names_speaker(self, segment: Segment) -> bool:
        behind = range(segment.first + 1, segment.last + 1)
        return segment.mark in _PAUSES and bool(behind) and all(self.tokens[number].tag in _NAMING for number in behind)


def draft_clauses(tokens: Sequence[Token]) -> list[Draft]:
    """Give the clauses of a sentence in the order in which they begin."""
    builder = _Builder(tokens)
    pieces = segments(tokens)
    builder.last_verb_first = max((p.start for p in pieces if p.mark == "," and p.finite == p.first), default=-1)
    for segment in pieces:
        builder.read(segment)
    builder.finish()
    for clause in builder.clauses:
        if clause.verb_last and clause.finite is None and clause.parent is not None and clause.kind != "infinitive":
            clause.parent.tokens = sorted([*clause.parent.tokens, *clause.tokens])
            clause.tokens = []
    clauses = [clause for clause in builder.clauses if clause.tokens]
    dropped = {id(clause) for clause in builder.clauses if not clause.tokens}
    for clause in clauses:
        while clause.parent is not None and id(clause.parent) in dropped:
            clause.parent = clause.parent.parent
        if clause.finite is None and clause.borrowed is None and clause.kind == "main":
            clause.kind = "fragment"
    return sorted(clauses, key=lambda clause: clause.tokens[0])
