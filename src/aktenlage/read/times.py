"""Time expressions of an article."""

from aktenlage.model.annotation import Time
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading


def read_times(analysis: Analysis, reading: Reading) -> tuple[Time, ...]:
    """Time expressions of an article."""
    return ()
