"""Each rule of furniture finds its examples, and none of those against it."""

import pytest

from aktenlage.read.noise.rules import Rule, rules
from aktenlage.resources.load import load

ENTRIES = load("noise")
WHOLE = [
    (rule, entry)
    for name in ("items", "lines")
    for rule, entry in zip(getattr(rules(), name), ENTRIES[name], strict=True)
]
WHOLE.append((rules().pointer, ENTRIES["pointers"]))
ENDS = [
    (rule, entry)
    for name in ("captions", "trails")
    for rule, entry in zip(getattr(rules(), name), ENTRIES[name], strict=True)
]
LEADS = list(zip(rules().leads, ENTRIES["leads"], strict=True))


def _cases(entries, key):
    return [pytest.param(rule, words, id=f"{rule.id}: {words}") for rule, entry in entries for words in entry[key]]


@pytest.mark.parametrize(("rule", "words"), _cases(WHOLE, "for"))
def test_finds_whole_lines(rule: Rule, words: str) -> None:
    """The rule takes all of the line."""
    assert rule.pattern.fullmatch(words)
    assert not rule.excepts(words)


@pytest.mark.parametrize(("rule", "words"), _cases(WHOLE, "against"))
def test_leaves_other_lines(rule: Rule, words: str) -> None:
    """The rule does not take the line."""
    assert not rule.pattern.fullmatch(words) or rule.excepts(words)


@pytest.mark.parametrize(("rule", "words"), _cases(ENDS, "for"))
def test_finds_ends(rule: Rule, words: str) -> None:
    """The rule matches at the line's end."""
    assert rule.pattern.search(words)


@pytest.mark.parametrize(("rule", "words"), _cases(ENDS, "against"))
def test_leaves_other_ends(rule: Rule, words: str) -> None:
    """The rule does not match at the line's end."""
    assert not rule.pattern.search(words)


@pytest.mark.parametrize(("rule", "words"), _cases(LEADS, "for"))
def test_finds_beginnings(rule: Rule, words: str) -> None:
    """The rule matches all before the report's first word."""
    match = rule.pattern.match(words + " Minister trafen sich.")

    assert match
    assert words[match.end() :].strip().startswith("Die")


@pytest.mark.parametrize(("rule", "words"), _cases(LEADS, "against"))
def test_leaves_other_beginnings(rule: Rule, words: str) -> None:
    """The rule does not match where the report begins otherwise."""
    assert not rule.pattern.match(words + " Minister trafen sich.")
