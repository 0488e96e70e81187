"""Encounters: who met, called, visited whom, or is to."""

from aktenlage.read.encounters.clause.compounds import read_compounds
from aktenlage.read.encounters.reader import read_encounters

__all__ = ["read_compounds", "read_encounters"]
