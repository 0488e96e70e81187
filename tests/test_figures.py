"""The commands that measure the program end with one line where their data are missing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COMMANDS = {
    "actors": ["{gold}", "{folder}"],
    "copies": ["{folder}"],
    "encounters": ["{folder}", "even"],
    "facts": ["{folder}/facts.yaml", "{folder}"],
    "language": ["{folder}/test.conllu"],
    "pages": ["{folder}"],
    "quotes": ["{folder}"],
    "times": ["{folder}"],
}
# What these compute with is in the extra `eval`, which the tests do without.
MORE = ("copies", "language", "quotes")


@pytest.mark.parametrize("name", COMMANDS)
def test_missing_data_are_named_in_one_line(name: str, tmp_path: Path) -> None:
    if name in MORE:
        pytest.importorskip("numpy", reason="numpy, which the figure is computed with, is not installed")
    gold = ROOT / "eval/actors_gold/tuned.jsonl"
    arguments = [each.format(folder=tmp_path, gold=gold) for each in COMMANDS[name]]
    ended = subprocess.run(
        [sys.executable, "-m", f"eval.{name}", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert str(tmp_path) in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
