"""Who said what."""

from aktenlage.model.annotation import Statement
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading


def read_statements(analysis: Analysis, reading: Reading) -> tuple[Statement, ...]:
    """Who said what."""
    return ()
