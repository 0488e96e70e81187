"""The path of an article, as plain calls: noise, grammar, times, actors, then one reader after the other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from aktenlage.consolidate.actors import unite_actors
from aktenlage.consolidate.assemble import assemble, in_order
from aktenlage.consolidate.decided import Decided
from aktenlage.consolidate.gathered import Gathered, Judges
from aktenlage.consolidate.origins import find_origins
from aktenlage.consolidate.passages import Passage
from aktenlage.consolidate.places import Place
from aktenlage.language.analysis import analyse
from aktenlage.model.article import Article, Span
from aktenlage.model.dossier import Dossier
from aktenlage.model.judgement import Judgement
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading
from aktenlage.read.delegations import read_delegations, seat_delegates
from aktenlage.read.documents import read_documents
from aktenlage.read.encounters import leave_out_represented, read_compounds, read_encounters
from aktenlage.read.figures import read_figures
from aktenlage.read.groups import read_groups
from aktenlage.read.mentions import read_mentions
from aktenlage.read.noise import read_noise
from aktenlage.read.positions import read_positions
from aktenlage.read.statements import read_statements
from aktenlage.read.times import read_times
from aktenlage.resolve.actors import resolve_actors
from aktenlage.resolve.names import compare_names
from aktenlage.resources.gazetteer import gazetteer

Reader = Callable[[Analysis, Reading], tuple[Any, ...]]

# Two names from which on they are one: spellings, a given name left out, one slip; never a bare family name.
_SAME_NAME = 0.8
# The order matters: each reader may use what the ones before it found.
READERS: tuple[tuple[str, Reader], ...] = (
    ("statements", read_statements),
    ("encounters", read_encounters),
    ("delegations", read_delegations),
    ("encounters", seat_delegates),
    ("encounters", leave_out_represented),
    ("positions", read_positions),
    ("documents", read_documents),
    ("figures", read_figures),
)


def read_article(article: Article) -> Reading:
    """Read one article."""
    article, noise = read_noise(article)
    analysis = analyse(article.text, noise)
    sentences = tuple(Span(sentence.start, sentence.end) for sentence in analysis.sentences)
    reading = Reading(article, noise=noise, sentences=sentences)
    reading = replace(reading, times=read_times(analysis, reading))
    candidates = read_mentions(analysis, reading)
    actors, mentions = resolve_actors(candidates, analysis, reading)
    reading = replace(reading, actors=actors, mentions=mentions)
    for find_actors in (read_groups, read_compounds):
        actors, mentions = find_actors(analysis, reading)
        reading = replace(reading, actors=actors, mentions=mentions)
    for name, reader in READERS:
        found: dict[str, Any] = {name: reader(analysis, reading)}
        reading = replace(reading, **found)
    return reading


def make_dossier(
    readings: Iterable[Reading],
    *,
    as_of: str | None = None,
    passages: Sequence[Passage] | None = None,
    judgements: Iterable[Judgement] = (),
) -> Dossier:
    """
    Make one dossier out of *readings*; with *as_of* only out of what had appeared by that day or moment.

    *passages* are those that the articles share, where they are known already, *judgements* what users decided.
    """
    return assemble(readings, as_of=as_of, passages=passages, judgements=judgements, judges=JUDGES)


def gather(readings: Iterable[Reading], passages: Sequence[Passage], users: Decided) -> Gathered:
    """Gather *readings* with their actors and origins, as a dossier of all of them does."""
    ordered = in_order(readings)
    origins = find_origins([each.article for each in ordered], passages)
    return Gathered(ordered, unite_actors(ordered, JUDGES.same_name), origins, passages, JUDGES, users)


def _same_name(one: str, other: str) -> bool:
    return compare_names(one, other).score >= _SAME_NAME


@cache
def _place_of(name: str) -> Place:
    words = name.split()
    found = gazetteer().longest(words, 0)
    if found is None or found[0] < len(words):
        return Place(name)
    return Place(name, town=found[1].town, country=found[1].actor)


# What the steps of the path know for one another.
JUDGES = Judges(_same_name, _place_of)
