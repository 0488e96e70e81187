"""What one article tells, by the keys under which other articles may tell the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from aktenlage.consolidate.account import Account
from aktenlage.consolidate.actors import Actors
from aktenlage.consolidate.cluster import blocks_of
from aktenlage.consolidate.days import Days, published_days
from aktenlage.consolidate.documents import keys_of
from aktenlage.model.annotation import Delegation, Document, Statement
from aktenlage.model.position import Position
from aktenlage.model.reading import Reading

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Item:
    """Something told; *value* where it must be known again without the article, with the file's ids of actors."""

    kind: str
    key: str
    number: int = 0
    value: Any = None


def items_of(reading: Reading, accounts: Sequence[Account], actors: Actors) -> Iterator[Item]:
    """Give all that *reading* tells; *accounts* are those of its encounters."""
    for account in accounts:
        for block in sorted(blocks_of(account)):
            yield Item("block", "|".join(block), account.number)
    for number, statement in enumerate(reading.statements):
        for key in sorted(statement_keys(statement, reading, actors)):
            yield Item("statement", key, number)
    for number, position in enumerate(reading.positions):
        united = _position(position, actors)
        yield Item("position", position_key(united.actor, united.issue), number, united)
    for number, document in enumerate(reading.documents):
        paper = _document(document, actors)
        for key in dict.fromkeys(keys_of(paper)):
            yield Item("document", key, number, paper)
    for number, delegation in enumerate(reading.delegations):
        yield Item("delegation", delegation_key(delegation, reading, actors), number, _delegation(delegation, actors))
        for member in delegation.members:
            yield Item("sent", member, number, delegation.of)
    for actor in reading.actors:
        yield Item("actor", actor.id)


def statement_keys(statement: Statement, reading: Reading, actors: Actors, *, around: int = 0) -> set[str]:
    """
    Give a key for each week in which the statement may have been reported, *around* weeks before and after too.

    Statements without a known speaker are told by nobody else.
    """
    speaker = statement.speaker.actor if statement.speaker else None
    if speaker is None:
        return set()
    who = actors.one(speaker)
    days = published_days(reading.article.published)
    return {f"{who}|"} if days is None else {f"{who}|{week}" for week in _weeks(days, around)}


def _weeks(days: Days, around: int) -> range:
    return range(days.first.toordinal() // _WEEK - around, days.last.toordinal() // _WEEK + around + 1)


def position_key(actor: str, issue: str | None) -> str:
    """Give the key of a standpoint."""
    return f"{actor}|{issue or ''}"


def delegation_key(delegation: Delegation, reading: Reading, actors: Actors) -> str:
    """Give whose delegation it is; one of nobody known is told by its article only."""
    people = [actors.one(name) for name in (delegation.head, *delegation.members) if name]
    sides = {side for person in people if (side := actors.side(person)) != person}
    of = actors.one(delegation.of) if delegation.of else next(iter(sides)) if len(sides) == 1 else None
    return of or f"?{reading.article.id}"


def _position(position: Position, actors: Actors) -> Position:
    toward = actors.one(position.toward) if position.toward else None
    return replace(position, actor=actors.one(position.actor), toward=toward)


def _document(document: Document, actors: Actors) -> Document:
    return replace(
        document,
        parties=_each(document.parties, actors),
        endorsed_by=_each(document.endorsed_by, actors),
        rejected_by=_each(document.rejected_by, actors),
    )


def _delegation(delegation: Delegation, actors: Actors) -> Delegation:
    return replace(
        delegation,
        of=actors.one(delegation.of) if delegation.of else None,
        head=actors.one(delegation.head) if delegation.head else None,
        members=_each(delegation.members, actors),
        offices={actors.one(name): office for name, office in delegation.offices.items()},
    )


def _each(names: tuple[str, ...], actors: Actors) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actors.one(name) for name in names))
