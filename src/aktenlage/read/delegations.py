"""Who belongs to which delegation."""

from aktenlage.model.annotation import Delegation
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading


def read_delegations(analysis: Analysis, reading: Reading) -> tuple[Delegation, ...]:
    """Who belongs to which delegation."""
    return ()
