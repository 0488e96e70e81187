"""Who met, called or visited whom."""

from aktenlage.model.encounter import Encounter
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading


def read_encounters(analysis: Analysis, reading: Reading) -> tuple[Encounter, ...]:
    """Who met, called or visited whom."""
    return ()
