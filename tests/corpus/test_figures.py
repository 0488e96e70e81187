"""Amounts are read with unit, counted thing and vagueness, and other numbers are left alone."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from aktenlage.language.analysis import analyse
from aktenlage.model.annotation import Figure, Time
from aktenlage.model.article import Article
from aktenlage.model.reading import Reading
from aktenlage.read.figures import read_figures

CORPUS = yaml.safe_load(Path(__file__).with_name("figures.de.yaml").read_text(encoding="utf-8"))


def _figures(text: str, times: tuple[Time, ...] = ()) -> tuple[Figure, ...]:
    return read_figures(analyse(text), Reading(Article("test", text), times=times))


def _cases() -> Any:
    for case in CORPUS["finds"]:
        gap = case.pop("gap", None)
        yield pytest.param(case, marks=pytest.mark.xfail(reason=gap, strict=True) if gap else ())


@pytest.mark.parametrize("case", list(_cases()))
def test_reads_figures(case: dict[str, Any]) -> None:
    """One of the figures found is the one that the case tells."""
    found = [
        (pytest.approx(f.value, rel=1e-3), f.upper, f.unit, f.of.of(case["text"]) if f.of else None, f.mod)
        for f in _figures(case["text"])
    ]

    assert (case["value"], case.get("upper"), case["unit"], case.get("of"), case.get("mod")) in found


@pytest.mark.parametrize("text", CORPUS["ignores"])
def test_leaves_other_numbers_alone(text: str) -> None:
    """Numbers in names, dates, times and small counts are no figures."""
    assert _figures(text) == ()


def test_leaves_times_alone() -> None:
    """What is read as a time is no amount."""
    text = "Ende 2014 Soldaten zu entsenden war neu."

    assert _figures(text, (Time(0, 9, "DATE", "2014"),)) == ()


def test_odd_characters_end_at_once() -> None:
    """A hundred thousand digits and signs are no trouble."""
    assert isinstance(_figures("9.€ 1,%$ " * 11_000), tuple)
