"""Delegations: whom they stand for, who leads them, who belongs to them."""

from aktenlage.read.delegations.reader import read_delegations
from aktenlage.read.delegations.seating import seat_delegates

__all__ = ["read_delegations", "seat_delegates"]
