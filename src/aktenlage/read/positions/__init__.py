"""Who wants what."""

from aktenlage.read.positions.reader import read_positions

__all__ = ["read_positions"]
