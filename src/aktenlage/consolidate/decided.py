"""What users decided over the file, brought to bear on what the articles say."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, product
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
from aktenlage.model.judgement import FIELDS, Act, Judgement, Target, TargetKind

# An account: its article and number.
Key = tuple[str, int]
Entry = TypeVar("Entry", Event, DossierStatement, Standpoint, DossierDocument)

# More than any reasons of likeness add up to.
DECIDED = 100.0
_MARKING = ("accept", "correct", "hide", "note")
_FEWEST_MERGED = 2
_LONGEST_VALUE = 400
_LISTS = ("participants", "topics")
_CHOICES: dict[str | None, tuple[str, ...]] = {"kind": get_args(EncounterKind), "status": get_args(Status)}


@dataclass(frozen=True, slots=True)
class Bound:
    """What users decided over accounts, each named by article and number: pairs of one event, and of two."""

    joined: tuple[tuple[Key, Key], ...] = ()
    parted: frozenset[tuple[Key, Key]] = frozenset()


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions that stand: none that was taken back."""

    judgements: tuple[Judgement, ...] = ()

    def over(self, kind: TargetKind) -> list[Judgement]:
        """Give the decisions over entries of a kind."""
        return [judgement for judgement in self.judgements if judgement.kind == kind]

    def bound(self, accounts: Sequence[Account]) -> Bound:
        """Say which of *accounts*, all those of their articles, users joined and parted; the later decision stands."""
        by_article = _by_article(accounts)
        merged: list[list[Key]] = []
        apart: set[tuple[Key, Key]] = set()
        for judgement in self.judgements:
            if judgement.act == "split":
                own, rest = (_keys(by_article, targets) for targets in (judgement.target, judgement.others))
                apart |= {_pair(one, other) for one, other in product(own, rest) if one != other}
            elif judgement.act == "merge":
                merged.append(_keys(by_article, judgement.target))
                apart -= {_pair(one, other) for one, other in combinations(merged[-1], 2)}
        joined: dict[tuple[Key, Key], None] = {}
        for keys in merged:
            for number, key in enumerate(keys):
                pairs = (_pair(key, earlier) for earlier in reversed(keys[:number]))
                joined.update(dict.fromkeys(islice((pair for pair in pairs if pair not in apart), 1)))
        return Bound(tuple(sorted(joined)), frozenset(apart))

    def marked_events(
        self, events: Sequence[Event], keys: Sequence[Iterable[Key]], accounts: Sequence[Account]
    ) -> tuple[Event, ...]:
        """Give *events*, made of the accounts *keys* each, with the decisions over them; see `bound`."""
        by_article = _by_article(accounts)
        made_of = {key: number for number, own in enumerate(keys) for key in own}

        def meant(target: Target) -> int | None:
            votes = Counter(made_of[key] for key in _keys(by_article, (target,)) if key in made_of)
            return votes.most_common(1)[0][0] if votes else None

        return self._marked("event", events, meant)

    def marked(self, kind: TargetKind, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Give *entries* with the decisions over them, and the values that users gave them."""
        if not self.over(kind):
            return tuple(entries)
        resting: defaultdict[str, list[tuple[Evidence, int]]] = defaultdict(list)
        for number, entry in enumerate(entries):
            for place in dict.fromkeys(places_of(entry)):
                resting[place.article].append((place, number))

        def meant(target: Target) -> int | None:
            near = [(w, p, n) for w in target.places for p, n in resting.get(w.article, ()) if overlap(w, p)]
            exact = Counter(number for wanted, place, number in near if wanted == place)
            votes = exact or Counter({number: 1 for _, _, number in near})
            return min(
                votes,
                key=lambda number: (-votes[number], -len(tells_of(entries[number]) & set(target.tells)), number),
                default=None,
            )

        return self._marked(kind, entries, meant)

    def _marked(
        self, kind: TargetKind, entries: Sequence[Entry], meant: Callable[[Target], int | None]
    ) -> tuple[Entry, ...]:
        marked = list(entries)
        for judgement in self.over(kind):
            if judgement.act in _MARKING:
                numbers = (meant(target) for target in judgement.target)
                for number in dict.fromkeys(number for number in numbers if number is not None):
                    marked[number] = _mark(marked[number], judgement)
        return tuple(marked)


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
    named = (Target(tuple(dict.fromkeys(places_of(entry))), tuple(sorted(tells_of(entry)))) for entry in entries)
    target = tuple(dict.fromkeys(named))
    others: tuple[Target, ...] = ()
    if act in ("merge", "split") and kind != "event":
        raise JudgementError(kind, "judge.events_only")
    if act == "merge" and len(target) < _FEWEST_MERGED:
        raise JudgementError(act, "judge.two_events")
    if act == "split":
        whole = target[0]
        own = tuple(place for place in whole.places if place.article in articles)
        rest = tuple(place for place in whole.places if place.article not in articles)
        if not own or not rest:
            raise JudgementError(act, "judge.no_part")
        target, others = (replace(whole, places=own),), (replace(whole, places=rest),)
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


def tells_of(entry: Any) -> set[str]:
    """Give what tells an entry from others that rest on the same words: as it was read, whatever users corrected."""
    if isinstance(entry, Event):
        kind, place, date, participants = (as_read(entry, name) for name in ("kind", "place", "date", "participants"))
        return _told(kind, place, date, more=participants)
    if isinstance(entry, Standpoint):
        return _told(entry.actor, as_read(entry, "issue"))
    return _told(entry.id)


def as_read(entry: Any, field: str) -> Any:
    """Give the value that a field had before users corrected it, participants by their ids."""
    corrected = (mark.before for mark in entry.marks if mark.act == "correct" and mark.field == field)
    return next(corrected, _plain(getattr(entry, field)))


def overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two places share words."""
    return one.article == other.article and one.start < other.end and other.start < one.end


def _told(*words: str | None, more: Iterable[str] = ()) -> set[str]:
    return {word for word in (*words, *more) if word}


def _by_article(accounts: Iterable[Account]) -> dict[str, list[Account]]:
    found: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        found[account.article].append(account)
    return found


def _keys(accounts: Mapping[str, Sequence[Account]], targets: Iterable[Target]) -> list[Key]:
    """Give the accounts that *targets* mean, in their order."""
    found = (_found(accounts.get(p.article, ()), p, target.tells) for target in targets for p in target.places)
    return list(dict.fromkeys((account.article, account.number) for account in found if account is not None))


def _found(own: Sequence[Account], place: Evidence, tells: Sequence[str]) -> Account | None:
    """Give the account of an article that rests on *place*: on just these words, else on words that overlap them."""
    exact = [account for account in own if place in account.evidence]
    near = exact or [account for account in own if any(overlap(place, each) for each in account.evidence)]
    return min(near, key=lambda account: (-len(_tells(account) & set(tells)), account.number), default=None)


def _tells(account: Account) -> set[str]:
    told = account.encounter
    return _told(told.kind, told.place, told.date, more=told.participants)


def _pair(one: Key, other: Key) -> tuple[Key, Key]:
    return (min(one, other), max(one, other))


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
