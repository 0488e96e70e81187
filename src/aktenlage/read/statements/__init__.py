"""Who said what."""

from aktenlage.read.statements.reader import read_statements

__all__ = ["read_statements"]
