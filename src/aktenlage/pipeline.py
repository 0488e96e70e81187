"""The path of an article, as plain calls: noise, grammar, times, actors, then one reader after the other."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from aktenlage.consolidate.assemble import assemble
from aktenlage.language.analysis import analyse
from aktenlage.model.article import Article, Span
from aktenlage.model.dossier import Dossier
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading
from aktenlage.read.delegations import read_delegations
from aktenlage.read.documents import read_documents
from aktenlage.read.encounters import read_encounters
from aktenlage.read.figures import read_figures
from aktenlage.read.mentions import read_mentions
from aktenlage.read.noise import read_noise
from aktenlage.read.positions import read_positions
from aktenlage.read.statements import read_statements
from aktenlage.read.times import read_times
from aktenlage.resolve.actors import resolve_actors

Reader = Callable[[Analysis, Reading], tuple[Any, ...]]

# The order matters: each reader may use what the ones before it found.
READERS: tuple[tuple[str, Reader], ...] = (
    ("statements", read_statements),
    ("encounters", read_encounters),
    ("delegations", read_delegations),
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
    for name, reader in READERS:
        found: dict[str, Any] = {name: reader(analysis, reading)}
        reading = replace(reading, **found)
    return reading


def make_dossier(readings: Iterable[Reading], *, as_of: str | None = None) -> Dossier:
    """Make one dossier out of *readings*; with *as_of* only out of what had appeared by that day or moment."""
    return assemble(readings, as_of=as_of)
