"""Whom the language data name by their ids stand in the registry."""

import pytest

from aktenlage.resources.load import load
from aktenlage.resources.registry import registry

UNIONS = sorted(load("memberships"))
KINDS = sorted(load("groups")["of_kind"])


@pytest.mark.parametrize("union", UNIONS)
def test_members_of_a_union_are_states(union: str) -> None:
    """A union of states and all its members have an entry."""
    entries = registry().entries

    assert union in entries
    assert {entries[state].kind for state in load("memberships")[union]} == {"state"}


@pytest.mark.parametrize("noun", KINDS)
def test_a_noun_of_a_kind_means_bodies(noun: str) -> None:
    """A noun like "Gewerkschaft" means bodies that have an entry, and may stand for one named before."""
    assert {registry().entries[body].kind for body in load("groups")["of_kind"][noun]} == {"organization"}
    assert noun in load("groups")["short"]


def test_groups_and_unions_have_entries() -> None:
    """So have the groups that are known by a number, the unions that have members, and their organs."""
    groups = load("groups")
    named = [
        *groups["by_number"].values(),
        *groups["unions"],
        *(b for bodies in groups["unions"].values() for b in bodies),
    ]

    assert set(named) <= set(registry().entries)
