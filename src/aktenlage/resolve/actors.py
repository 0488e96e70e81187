"""Whom the mentions of an article mean."""

from collections.abc import Sequence

from aktenlage.model.annotation import Actor, Mention
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading


def resolve_actors(
    candidates: Sequence[Mention], analysis: Analysis, reading: Reading
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Give the actors of the article and its mentions, each with its actor or None."""
    return (), ()
