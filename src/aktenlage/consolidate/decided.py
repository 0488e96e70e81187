"""What users decided over the file, brought to bear on what the articles say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product
from typing import Any, TypeVar, get_args

from aktenlage.consolidate.account import Account
from aktenlage.consolidate.days import certain_moment, days_of, end_of
from aktenlage.errors import JudgementError
from aktenlage.model.dossier import (
    DossierDocument,
    DossierStatement,
    Event,
    Evidence,
    Mark,
    Participant,
    Standpoint,
)
from aktenlage.model.encounter import EncounterKind, Status
from aktenlage.model.judgement import FIELDS, Act, Judgement, TargetKind

Entry = TypeVar("Entry", Event, DossierStatement, Standpoint, DossierDocument)

# More than any reasons of likeness add up to.
DECIDED = 100.0
_MARKING = ("accept", "correct", "hide", "note")
_FEWEST_MERGED = 2
_LONGEST_VALUE = 400
_LISTS = ("participants", "topics")
_CHOICES: dict[str | None, tuple[str, ...]] = {"kind": get_args(EncounterKind), "status": get_args(Status)}


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions that stand: none that was taken back."""

    judgements: tuple[Judgement, ...] = ()

    def joined(self, accounts: Sequence[Account]) -> list[tuple[int, int]]:
        """Give the pairs of *accounts*, by number, that users made one event."""
        pairs: set[tuple[int, int]] = set()
        for judgement in self._of("merge"):
            numbers = [number for place in judgement.target if (number := _found(accounts, place)) is not None]
            pairs.update((min(pair), max(pair)) for pair in pairwise(dict.fromkeys(numbers)))
        return sorted(pairs - self.parted(accounts))

    def parted(self, accounts: Sequence[Account]) -> frozenset[tuple[int, int]]:
        """Give the pairs of *accounts*, by number, that users parted; the latest decision over a pair stands."""
        apart: set[tuple[int, int]] = set()
        for judgement in self.judgements:
            if judgement.act == "split":
                own, rest = _all_found(accounts, judgement.target), _all_found(accounts, judgement.others)
                apart |= {(min(pair), max(pair)) for pair in product(own, rest) if pair[0] != pair[1]}
            elif judgement.act == "merge":
                apart -= set(combinations(sorted(_all_found(accounts, judgement.target)), 2))
        return frozenset(apart)

    def marked(self, kind: TargetKind, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Give *entries* with the decisions over them, and the values that users gave them."""
        marked = list(entries)
        for judgement in self.judgements:
            if judgement.kind == kind and judgement.act in _MARKING:
                number = _meant(marked, judgement.target)
                if number is not None:
                    marked[number] = _mark(marked[number], judgement)
        return tuple(marked)

    def _of(self, act: str) -> Iterator[Judgement]:
        return (judgement for judgement in self.judgements if judgement.act == act)


UNDECIDED = Decided()


def decided(judgements: Iterable[Judgement], *, as_of: str | None = None) -> Decided:
    """Leave what stands of *judgements*; with *as_of* only what had been decided by then."""
    known = list(judgements)
    if as_of is not None:
        end = end_of(as_of)
        known = [each for each in known if (moment := certain_moment(each.at)) is not None and moment <= end]
    return Decided(tuple(each for each in standing(known) if each.act != "undo"))


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Leave out what was taken back; an undoing can be taken back as well."""
    known = sorted(judgements, key=lambda judgement: judgement.number)
    gone: set[int] = set()
    for judgement in reversed(known):
        if judgement.undoes is not None and judgement.number not in gone:
            gone.add(judgement.undoes)
    return [judgement for judgement in known if judgement.number not in gone]


def judgement_over(
    act: Act,
    kind: TargetKind,
    entries: Sequence[Event | DossierStatement | Standpoint | DossierDocument],
    *,
    articles: Sequence[str] = (),
    field: str | None = None,
    value: Any = None,
    reason: str | None = None,
    by: str | None = None,
) -> Judgement:
    """Make a decision over *entries*, named by the words that they rest on; raise JudgementError if it is none."""
    target = tuple(dict.fromkeys(place for entry in entries for place in places_of(entry)))
    others: tuple[Evidence, ...] = ()
    if act in ("merge", "split") and kind != "event":
        raise JudgementError(kind, "judge.events_only")
    if act == "merge" and len(entries) < _FEWEST_MERGED:
        raise JudgementError(act, "judge.two_events")
    if act == "split":
        own = tuple(place for place in target if place.article in articles)
        others = tuple(place for place in target if place.article not in articles)
        if not own or not others:
            raise JudgementError(act, "judge.no_part")
        target = own
    if act == "correct" and (field not in FIELDS[kind] or not _fits(field, value)):
        raise JudgementError(field or act, "judge.no_field", fields=", ".join(FIELDS[kind]))
    if act == "note" and not reason:
        raise JudgementError(act, "judge.no_note")
    return Judgement(0, "", act, kind, target, others, field, value, reason, by)


def _fits(field: str | None, value: Any) -> bool:
    """Whether a field can have the value: one of its own, days, a list of names, or words; empty for unknown."""
    if field in _LISTS:
        return isinstance(value, list) and all(isinstance(part, str) and part for part in value)
    if field in _CHOICES:
        return value in _CHOICES[field]
    if field == "date":
        return value is None or days_of(value) is not None
    return value is None or (isinstance(value, str) and 0 < len(value) <= _LONGEST_VALUE)


def places_of(entry: Any) -> Iterator[Evidence]:
    """Give all words that an entry of the dossier rests on."""
    if isinstance(entry, Event):
        for report in entry.history:
            yield from report.evidence
    elif isinstance(entry, Standpoint):
        for stance in entry.stances:
            yield from stance.evidence
    else:
        yield from entry.evidence


def _found(accounts: Sequence[Account], place: Evidence) -> int | None:
    """Give the account that rests on *place*: on just these words, else on words that overlap them."""
    own = [number for number, account in enumerate(accounts) if account.article == place.article]
    exact = [number for number in own if place in accounts[number].evidence]
    near = [n for n in own if any(each.start < place.end and place.start < each.end for each in accounts[n].evidence)]
    return next(iter((*exact, *near)), None)


def _all_found(accounts: Sequence[Account], places: Iterable[Evidence]) -> set[int]:
    return {number for place in places if (number := _found(accounts, place)) is not None}


def _meant(entries: Sequence[Entry], target: Sequence[Evidence]) -> int | None:
    """Give the entry that rests on most of *target*."""
    best: tuple[int, int] | None = None
    wanted = set(target)
    for number, entry in enumerate(entries):
        places = set(places_of(entry))
        exact = 2 * len(places & wanted)
        near = any(p.article == w.article and p.start < w.end and w.start < p.end for w in wanted for p in places)
        score = exact or int(near)
        if score and (best is None or score > best[0]):
            best = (score, number)
    return best[1] if best else None


def _mark(entry: Entry, judgement: Judgement) -> Entry:
    field, value = judgement.field, judgement.value
    before = getattr(entry, field) if judgement.act == "correct" and field else None
    mark = Mark(
        judgement.number,
        judgement.at,
        judgement.act,
        reason=judgement.reason,
        by=judgement.by,
        field=field,
        before=_plain(before),
        after=value,
    )
    entry = replace(entry, marks=(*entry.marks, mark))
    if judgement.act != "correct" or field is None:
        return entry
    given: Any = value
    if field == "participants" and isinstance(entry, Event):
        roles = {participant.actor: participant.role for participant in entry.participants}
        given = tuple(Participant(actor, roles.get(actor)) for actor in value)
    elif isinstance(value, list):
        given = tuple(value)
    changed: dict[str, Any] = {field: given}
    return replace(entry, **changed)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [part.actor if isinstance(part, Participant) else part for part in value]
    return value
