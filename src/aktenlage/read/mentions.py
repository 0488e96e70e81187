"""Where actors are named: names, offices, capitals, descriptions, pronouns."""

from aktenlage.model.annotation import Mention
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading


def read_mentions(analysis: Analysis, reading: Reading) -> tuple[Mention, ...]:
    """Give the places that may name an actor, not yet resolved."""
    return ()
