"""Readings of many articles become one dossier."""

from collections.abc import Iterable, Sequence

from aktenlage.consolidate.actors import list_actors, unite_actors
from aktenlage.consolidate.changes import document_changes, standpoint_changes
from aktenlage.consolidate.cluster import Cluster
from aktenlage.consolidate.days import certain_moment, end_of
from aktenlage.consolidate.decided import decided
from aktenlage.consolidate.delegations import unite_delegations
from aktenlage.consolidate.documents import Chain, chain_documents
from aktenlage.consolidate.gathered import Gathered, Judges
from aktenlage.consolidate.origins import Origins, find_origins
from aktenlage.consolidate.passages import Passage, find_passages
from aktenlage.consolidate.standpoints import unite_positions
from aktenlage.consolidate.statements import unite_statements
from aktenlage.consolidate.words import words_of
from aktenlage.model.dossier import Change, Dossier, DossierDocument, Source
from aktenlage.model.judgement import Judgement
from aktenlage.model.reading import Reading


def assemble(
    readings: Iterable[Reading],
    *,
    as_of: str | None = None,
    passages: Sequence[Passage] | None = None,
    judgements: Iterable[Judgement] = (),
    judges: Judges = Judges(),  # noqa: B008 - a frozen value
) -> Dossier:
    """
    Make one dossier out of *readings* and what users decided over them, whatever their order.

    With *as_of*, an ISO day or time stamp, only what had surely appeared by then counts. *passages* are those that the
    articles share, where they are known already.
    """
    chosen = in_order(_published_by(readings, as_of))
    if passages is None:
        passages = find_passages(words_of(each.article.id, each.article.text, each.noise) for each in chosen)
    known = {each.article.id for each in chosen}
    shared = [each for each in passages if each.first.article in known and each.second.article in known]
    users = decided(judgements, as_of=as_of)
    origins = find_origins([each.article for each in chosen], shared)
    actors = unite_actors(chosen, judges.same_name)
    gathered = Gathered(chosen, actors, origins, shared, judges, users)
    clusters = gathered.clusters(gathered.accounts())
    chains = chain_documents(chosen, actors)
    positions = unite_positions(chosen, actors)
    documents = [document for chain in chains if (document := chain.document()) is not None]
    changes = [
        *gathered.event_changes(clusters),
        *(change for chain in chains for change in chain_changes(chain)),
        *standpoint_changes(positions),
    ]
    return Dossier(
        as_of=latest(chosen, as_of),
        articles=tuple(source_of(reading, origins) for reading in chosen),
        origins=origins.all,
        actors=list_actors(actors, chosen),
        events=gathered.events(clusters),
        statements=users.marked("statement", unite_statements(chosen, actors)),
        positions=users.marked("position", positions),
        documents=users.marked("document", documents),
        delegations=unite_delegations(chosen, actors, event_by_encounter(clusters)),
        changes=tuple(sorted(changes, key=lambda change: (change.at, change.event or "~", change.kind))),
    )


def in_order(readings: Iterable[Reading]) -> list[Reading]:
    """Order readings by publication, those without a date last."""
    return sorted(readings, key=lambda each: (each.article.published or "9", each.article.id))


def source_of(reading: Reading, origins: Origins) -> Source:
    """Give what the dossier says of an article."""
    article = reading.article
    return Source(
        article.id, article.outlet, article.title, article.published, article.agencies, origins.of[article.id]
    )


def event_by_encounter(clusters: Iterable[Cluster]) -> dict[tuple[str, int], str]:
    """Give the event of each article's encounters, by their number."""
    return {(account.article, account.number): cluster.id for cluster in clusters for account in cluster.accounts}


def chain_changes(chain: Chain) -> list[Change]:
    """Tell what each day brought to a document."""
    changes: list[Change] = []
    before: DossierDocument | None = None
    for day in chain.days():
        after = chain.document(day)
        if after is not None:
            changes += document_changes(day, before, after)
            before = after
    return changes


def _published_by(readings: Iterable[Reading], as_of: str | None) -> list[Reading]:
    if as_of is None:
        return list(readings)
    end = end_of(as_of)
    moments = ((reading, certain_moment(reading.article.published)) for reading in readings)
    return [reading for reading, moment in moments if moment is not None and moment <= end]


def latest(readings: Sequence[Reading], as_of: str | None) -> str | None:
    """Give the moment up to which a dossier counts: the one asked for, else that of the latest article."""
    if as_of is not None:
        return end_of(as_of).isoformat()
    moments = [moment for each in readings if (moment := certain_moment(each.article.published)) is not None]
    return max(moments).isoformat() if moments else None
