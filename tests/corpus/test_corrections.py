"""Each rule for corrections finds its examples and leaves its counter-examples alone."""

import re

import pytest

from aktenlage.resources.load import load

RULES = load("corrections")


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in RULES for text in rule["for"]])
def test_finds(rule: dict[str, str], text: str) -> None:
    """The rule matches its own examples."""
    assert re.search(rule["match"], text)


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule["against"]])
def test_ignores(text: str) -> None:
    """No rule matches what any rule gives as a counter-example."""
    assert [rule["id"] for rule in RULES if re.search(rule["match"], text)] == []
