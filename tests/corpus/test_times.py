"""Each case of the corpus is a test of its own, and a known gap is a strict xfail."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.language.analysis import analyse
from aktenlage.model.article import Article
from aktenlage.model.reading import Reading
from aktenlage.read.times import read_times
from aktenlage.read.times.grammar import grammar

CORPUS = yaml.safe_load(Path(__file__).with_name("times.de.yaml").read_text(encoding="utf-8"))


def _cases() -> Iterator[Any]:
    for rule, cases in CORPUS["finds"].items():
        for case in cases:
            gap = case.get("gap")
            marks = pytest.mark.xfail(reason=gap, strict=True) if gap else ()
            expected = (case["span"], case["value"], case.get("mod"), rule)
            yield pytest.param(
                case["text"],
                case.get("published", CORPUS["published"]),
                expected,
                marks=marks,
                id=f"{rule}: {case['text']}",
            )


def _found(text: str, published: str | None) -> list[tuple[str, str, str | None, str | None]]:
    reading = Reading(Article("case", text, published=published))
    times = read_times(analyse(text), reading)
    return [(text[time.start : time.end], time.value, time.mod, time.rule) for time in times]


@pytest.mark.parametrize(("text", "published", "expected"), list(_cases()))
def test_finds_a_time_and_names_its_rule(text: str, published: str | None, expected: tuple[str, ...]) -> None:
    """The reader finds the time with its extent, its value and the rule that the corpus lists it under."""
    assert expected in _found(text, published)


@pytest.mark.parametrize("text", CORPUS["ignores"])
def test_leaves_what_is_no_time(text: str) -> None:
    """Words that look like times and are none give no time."""
    assert _found(text, CORPUS["published"]) == []


def test_every_rule_has_a_case() -> None:
    """No rule without a case for it; rules that only keep others away are tried by the cases against."""
    _, rules = grammar()

    assert {rule.id for rule in rules if rule.data["value"] is not None} - set(CORPUS["finds"]) == set()
