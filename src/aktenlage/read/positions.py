"""Who wants what."""

from aktenlage.model.language import Analysis
from aktenlage.model.position import Position
from aktenlage.model.reading import Reading


def read_positions(analysis: Analysis, reading: Reading) -> tuple[Position, ...]:
    """Who wants what."""
    return ()
