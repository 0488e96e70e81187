"""Encounters: who met, called, visited whom, or is to."""

from aktenlage.read.encounters.clause.compounds import read_compounds
from aktenlage.read.encounters.reader import read_encounters
from aktenlage.read.encounters.represented import leave_out_represented

__all__ = ["leave_out_represented", "read_compounds", "read_encounters"]
