"""Positions are read with actor, stance, the other side, issue and matter."""

from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.model.article import Article
from aktenlage.model.position import Position
from aktenlage.pipeline import read_article
from aktenlage.resources.load import load

CORPUS = yaml.safe_load(Path(__file__).with_name("positions.de.yaml").read_text(encoding="utf-8"))
FILES = ("verbs", "idioms", "nouns", "adjectives", "evaluations")


def _positions(text: str) -> tuple[Position, ...]:
    return read_article(Article("test", text, published="2026-01-22")).positions


def _cases() -> Any:
    for case in chain.from_iterable(CORPUS["finds"].values()):
        gap = case.pop("gap", None)
        yield pytest.param(case, id=case["text"][:40], marks=pytest.mark.xfail(reason=gap, strict=True) if gap else ())


@pytest.mark.parametrize("case", list(_cases()))
def test_reads_positions(case: dict[str, Any]) -> None:
    """One of the positions read is the one that the case tells."""
    found = [
        {
            "text": case["text"],
            "actor": position.actor,
            "stance": position.stance,
            "toward": position.toward,
            "issue": position.issue,
            "about": position.about.of(case["text"]) if position.about else None,
        }
        for position in _positions(case["text"])
    ]

    assert case in [{key: position[key] for key in case} for position in found]


@pytest.mark.parametrize("text", CORPUS["ignores"])
def test_tells_no_position(text: str) -> None:
    """The sentence has a word of stance, or sounds like one, and tells none."""
    assert _positions(text) == ()


def test_every_group_has_a_case() -> None:
    """No group of words stands in the lexicon without a sentence that shows it."""
    groups = {group["id"] for file in FILES for group in load(f"stances/{file}")}

    assert groups <= set(CORPUS["finds"])


def test_one_entry_for_a_stance_told_twice() -> None:
    """An article that comes back to a demand does not make a second one of it."""
    text = "Moskau fordert den Abzug der Truppen. Am Abend verlangte der Kreml erneut den Abzug der Truppen."

    positions = _positions(text)

    assert [(p.actor, p.stance, len(p.evidence)) for p in positions] == [("ru", "demands", 2)]


def test_odd_characters_end_at_once() -> None:
    """A long row of signs and words without sense is read through."""
    assert isinstance(_positions("forderte „“ ( der, die ) von an " * 1_500), tuple)


def test_nobody_holds_what_he_turns_down() -> None:
    """Criticism that somebody rejects is another's, criticism that he repeats is his own."""
    turned_down = _positions("JD Vance wies seine scharfe Kritik an Donald Trump zurück.")
    repeated = _positions("JD Vance erneuerte seine scharfe Kritik an Donald Trump.")

    assert [position.stance for position in turned_down] == ["rejects"]
    assert [position.stance for position in repeated] == ["accuses"]
