"""All that one article says."""

from dataclasses import dataclass

from aktenlage.model.annotation import Actor, Delegation, Document, Figure, Mention, Statement, Time
from aktenlage.model.article import Article, Noise, Span
from aktenlage.model.encounter import Encounter
from aktenlage.model.position import Position

SCHEMA = "aktenlage/reading/1"


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and every list of the record; a reader gets it as far as it is filled."""

    article: Article
    noise: tuple[Noise, ...] = ()
    sentences: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    positions: tuple[Position, ...] = ()
    documents: tuple[Document, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    figures: tuple[Figure, ...] = ()
