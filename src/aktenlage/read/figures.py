"""Numbers with what they count."""

from aktenlage.model.annotation import Figure
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading


def read_figures(analysis: Analysis, reading: Reading) -> tuple[Figure, ...]:
    """Numbers with what they count."""
    return ()
