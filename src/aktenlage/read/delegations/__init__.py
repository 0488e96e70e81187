"""Delegations: whom they stand for, who leads them, who belongs to them."""

from aktenlage.read.delegations.reader import read_delegations

__all__ = ["read_delegations"]
