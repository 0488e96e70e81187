"""Given names tell who is a man and who is a woman."""

import pytest

from aktenlage.resources.given import given_sex
from aktenlage.resources.registry import registry

NAMES = [
    ("Angela", True, "f"),
    ("Helmut", True, "m"),
    ("Hans-Dietrich", True, "m"),
    ("Jean-Claude", True, "m"),
    ("Heide-Marie", True, "f"),
    ("Kim", True, None),
    ("Merkel", False, None),
    ("Angela-Merkel", False, None),
    ("angela", False, None),
    ("-", False, None),
]

PEOPLE = [
    ("boris-pistorius", "m"),
    ("andrea-nahles", "f"),
    ("xi-jinping", "m"),  # No given name, but the entry has it.
    ("dominique-de-villepin", None),
    ("beatrix", None),
]


@pytest.mark.parametrize(("word", "given", "sex"), NAMES)
def test_knows_given_names(word: str, given: bool, sex: str | None) -> None:
    """A double name is known by both of its parts; a name that men and women bear tells nothing."""
    assert given_sex(word) == (given, sex)


@pytest.mark.parametrize(("person", "sex"), PEOPLE)
def test_people_of_the_registry_have_the_sex_of_their_name(person: str, sex: str | None) -> None:
    """An entry without a sex takes it from the given name, where there is one and it is clear."""
    assert registry().entries[person].sex == sex
