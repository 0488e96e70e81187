"""Bringing the entries of a store up to date: what was added or decided since, or everything at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from aktenlage.consolidate.decided import Decided, decided
from aktenlage.consolidate.passages import Passage
from aktenlage.growth import Growth
from aktenlage.model.judgement import Judgement
from aktenlage.pipeline import JUDGES, gather, make_dossier
from aktenlage.store.archive import Archive
from aktenlage.store.database import Database
from aktenlage.store.index import Index
from aktenlage.store.judgements import Judgements
from aktenlage.store.view import actor_in
from aktenlage.store.writer import replace_entries, write_dossier

# Of more new articles than this share of the store everything is put together at once: that is faster then.
_MOST = 0.2
_FEW = 50


def settle(database: Database, archive: Archive, judgements: Judgements) -> bool:
    """Put together what is new, if there is anything; all of it or nothing is written."""
    if is_settled(database):
        return False
    database.prepare_writing()
    with database.transaction(writing=True) as connection:
        state = _state(database, connection, judgements)
        if state.generation == database.number(connection, "settled"):
            return False
        index = Index(connection)
        articles, _ = index.new_articles()
        before = database.number(connection, "settled_judgement")
        fresh = [each for each in state.judgements if each.number > before]
        names = {*articles, *_judged(fresh, state.judgements)}
        many = len(articles) > max(_FEW, _MOST * len(archive))
        if not many and _grown(database, connection, index, archive, names, decided(state.judgements)):
            _keep(database, connection, state)
            return True
    _settle_all(database, archive, judgements)
    return True


def is_settled(database: Database) -> bool:
    """Whether the entries hold all that was written."""
    with database.transaction() as connection:
        return database.number(connection, "generation") == database.number(connection, "settled")


@dataclass(frozen=True, slots=True)
class _State:
    """How far a store had come when it was put together."""

    generation: int
    article: int
    judgements: list[Judgement]


def _state(database: Database, connection: Connection, judgements: Judgements) -> _State:
    _, last = Index(connection).new_articles()
    return _State(database.number(connection, "generation"), last, judgements.known(connection))


def _keep(database: Database, connection: Connection, state: _State) -> None:
    number = max((each.number for each in state.judgements), default=0)
    for key, value in (("article", state.article), ("judgement", number)):
        database.keep(connection, f"settled_{key}", str(value))
    database.keep(connection, "settled", str(state.generation))


def known_passages(archive: Archive) -> list[Passage]:
    """Give the passages that the articles of a store share."""
    return sorted(
        Passage(min(each.first, each.second), max(each.first, each.second), each.words) for each in archive.passages()
    )


def _judged(fresh: Iterable[Judgement], known: Sequence[Judgement]) -> set[str]:
    """Give the articles on which the entries rest that new decisions, and those that they take back, are about."""
    by_number = {each.number: each for each in known}
    found: set[str] = set()
    for judgement in fresh:
        each: Judgement | None = judgement
        while each is not None:
            found |= {place.article for place in each.places}
            each = by_number.get(each.undoes) if each.undoes is not None else None
    return found


def _grown(
    database: Database, connection: Connection, index: Index, archive: Archive, names: set[str], users: Decided
) -> bool:
    growth = Growth(index, archive.reading, partial(actor_in, connection), judges=JUDGES, users=users)
    part = growth.grow(names)
    if part is None:
        return False
    replace_entries(connection, part.gone, part.dossier, part.states)
    database.keep(connection, "as_of", max(database.text(connection, "as_of"), part.dossier.as_of or ""))
    return True


def _settle_all(database: Database, archive: Archive, judgements: Judgements) -> None:
    """Put everything together; others may write meanwhile, and what they wrote is left for the next time."""
    with database.transaction() as connection:
        state = _state(database, connection, judgements)
    readings, passages, users = archive.readings(), known_passages(archive), decided(state.judgements)
    dossier = make_dossier(readings, passages=passages, judgements=state.judgements)
    gathered = gather(readings, passages, users)
    clusters = gathered.clusters(gathered.accounts())
    with database.transaction(writing=True) as connection:
        write_dossier(connection, dossier)
        growth = Growth(Index(connection), archive.reading, partial(actor_in, connection), judges=JUDGES, users=users)
        growth.fill(gathered, clusters)
        database.keep(connection, "as_of", dossier.as_of or "")
        _keep(database, connection, state)
