"""Each case of the corpus is a test of its own, and a known gap is a strict xfail."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article

CORPUS = yaml.safe_load(Path(__file__).with_name("encounters.de.yaml").read_text(encoding="utf-8"))
NAMED = ("participants", "announced_by", "confirmed_by", "denied_by", "unconfirmed_by")


def _read(text: str) -> list[dict[str, Any]]:
    """Read *text* and give its encounters with names for actors."""
    reading = read_article(Article("case", text, published=CORPUS["published"]))
    names = {actor.id: actor.name for actor in reading.actors}
    found = []
    for encounter in reading.encounters:
        fields = {name: getattr(encounter, name) for name in encounter.__slots__}
        fields |= {name: sorted(names[actor] for actor in fields[name]) for name in NAMED}
        fields["who"] = fields["participants"]
        fields["host"] = names.get(fields["host"])
        found.append(fields)
    return found


def _expected(case: dict[str, Any]) -> dict[str, Any]:
    """Give the values that a case asks for, its lists in order."""
    values = {key: value for key, value in case.items() if key not in ("text", "gap")}
    return {key: sorted(value) if isinstance(value, list) else value for key, value in values.items()}


def _cases(group_of_cases: str) -> Any:
    for group, cases in CORPUS[group_of_cases].items():
        for case in cases:
            gap = case.get("gap")
            marks = pytest.mark.xfail(reason=gap, strict=True) if gap else ()
            expected = [_expected(told) for told in case.get("told", [case])]
            yield pytest.param(case["text"], expected, marks=marks, id=f"{group}: {case['text'][:60]}")


def _shown(found: list[dict[str, Any]], expected: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give of each found encounter what the cases ask for."""
    return [{key: encounter[key] for key in expected[0]} for encounter in found]


@pytest.mark.parametrize(("text", "expected"), list(_cases("finds")))
def test_reads_one_encounter(text: str, expected: list[dict[str, Any]]) -> None:
    """The text tells one encounter with these values."""
    assert _shown(_read(text), expected) == expected


@pytest.mark.parametrize(("text", "expected"), list(_cases("several")))
def test_reads_several_encounters(text: str, expected: list[dict[str, Any]]) -> None:
    """The text tells these encounters, with parties of their own, in this order."""
    assert _shown(_read(text), expected) == expected


@pytest.mark.parametrize("case", CORPUS["chains"], ids=lambda case: case["text"][:60])
def test_tells_encounters_apart(case: dict[str, Any]) -> None:
    """A later sentence tells of another encounter of the same parties, whom it does not name."""
    found = _read(case["text"])

    assert [{"who": set(encounter["who"])} | {k: encounter[k] for k in case["told"][0]} for encounter in found] == [
        {"who": set(case["who"]), **told} for told in case["told"]
    ]


@pytest.mark.parametrize("text", CORPUS["ignores"])
def test_passes_over(text: str) -> None:
    """The text tells no encounter."""
    assert _read(text) == []
