"""Bringing the entries of a store up to date: what was added or decided since, or everything at once."""

from collections.abc import Iterable, Sequence
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
from aktenlage.store.view import actor_in
from aktenlage.store.writer import replace_entries, write_dossier

# Of more new articles than this share of the store everything is put together at once: that is faster then.
_MOST = 0.2
_FEW = 50


def settle(database: Database, archive: Archive, judgements: Sequence[Judgement]) -> None:
    """Put together what is new; all of it or nothing is written."""
    with database.transaction() as connection:
        index = Index(connection)
        articles, last = index.new_articles()
        before = database.number(connection, "settled_judgement")
        fresh = [each for each in judgements if each.number > before]
        users = decided(judgements)
        total = len(archive)
        many = len(articles) > max(_FEW, _MOST * total)
        names = {*articles, *_judged(fresh, judgements)}
        if many or not _grown(database, connection, index, archive, names, users):
            _all(database, connection, index, archive, judgements, users)
        database.keep(connection, "settled_article", str(last))
        database.keep(connection, "settled_judgement", str(max((each.number for each in judgements), default=0)))
        database.keep(connection, "settled", str(database.number(connection, "generation")))


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


def _all(
    database: Database,
    connection: Connection,
    index: Index,
    archive: Archive,
    judgements: Sequence[Judgement],
    users: Decided,
) -> None:
    readings, passages = archive.readings(), known_passages(archive)
    dossier = make_dossier(readings, passages=passages, judgements=judgements)
    write_dossier(connection, dossier)
    gathered = gather(readings, passages, users)
    growth = Growth(index, archive.reading, partial(actor_in, connection), judges=JUDGES, users=users)
    growth.fill(gathered, gathered.clusters(gathered.accounts()))
    database.keep(connection, "as_of", dossier.as_of or "")
