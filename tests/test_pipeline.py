"""The whole path of an article, on texts that nobody would print and on real ones."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aktenlage.model.article import Article
from aktenlage.model.record import to_record
from aktenlage.pipeline import make_dossier, read_article

ROOT = Path(__file__).parents[1]

# What readers look for, in any order: what a broken page or a hostile one may put side by side.
WORDS = """Der Kremlchef|Moskau|Trumps|sagte|, er habe|„|“|»|am Donnerstag|um 22.20 Uhr|vom 23. bis|25. Jänner|
20-Punkte-Plan|traf|soll|teilte|mit|laut|zufolge|.|!|?|:|,|;|(dpa)|Anzeige|Stand:|Quelle:|00:00 / 02:14|80 Prozent|
3.000|die beiden|sie|forderte|lehnte|ab|nicht|USA|EU|Abu Dhabi|in|Genf|–|-|…|<b>|&amp;|🙂|ﬁ|İ|½|²"""
PIECES = [*WORDS.replace("\n", "").split("|"), "\n", "\n\n", "\u200b", "\u00ad", "\u202e", "e\u0301"]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=60).map(" ".join)


@given(text=TEXTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reads_whatever_comes(text: str) -> None:
    """No text makes the reading fail, and every place it gives lies in the text."""
    record = to_record(read_article(Article("a", text, published="2026-01-22")))
    length = len(text)

    json.dumps(record, ensure_ascii=False, allow_nan=False)
    for name in ("noise", "mentions", "times"):
        assert all(0 <= entry["start"] < entry["end"] <= length for entry in record[name])
    for name in ("encounters", "positions", "documents", "figures"):
        assert all(0 <= start < end <= length for entry in record[name] for start, end in entry["evidence"])


REPEATED = """a|.|,|„|(|-|A |1|1.|x-|der |Trump |sagte |und |am Freitag |Dr. |„Ja“, sagte er. |Moskau, |vom 1. bis |
Treffen von A und |<div>|🙂|(dpa) |Quelle: """


@pytest.mark.parametrize("piece", [*REPEATED.replace("\n", "").split("|"), " ", "\n", "\u0301"])
def test_hostile_repetition_costs_no_more_than_its_length(piece: str) -> None:
    """Twice the text takes at most about twice the time: no pattern runs away."""
    read_article(Article("a", piece * 50, published="2026-01-22"))
    text = piece * (20_000 // len(piece))
    began = time.process_time()
    read_article(Article("a", text, published="2026-01-22"))

    assert time.process_time() - began < 5


def test_the_same_input_gives_the_same_output() -> None:
    """Two processes with different hash seeds print the same bytes."""
    command = [sys.executable, "-m", "aktenlage", "read", str(ROOT / "examples" / "davos")]
    printed = [
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]

    assert printed[0] == printed[1]
    assert printed[0].count(b"\n") == 14


def test_one_name_for_a_person_of_many_spellings() -> None:
    """Each article keeps its spelling of a known person; the file has the registry's name and all spellings."""
    spellings = ["Abbas Araghchi", "Abbas Araghtschi"]
    texts = [f"Der iranische Außenminister {name} traf am Montag in Genf Johann Wadephul." for name in spellings]
    readings = [read_article(Article(str(n), text, published="2026-01-20")) for n, text in enumerate(texts)]
    [person] = [each for each in make_dossier(readings).actors if "Araghtschi" in each.name]

    read = [next(each.name for each in reading.actors if each.id == person.id) for reading in readings]
    assert read == spellings
    assert person.name == "Abbas Araghtschi"
    assert person.names == tuple(spellings)
