"""
Figures of encounters and positions on gold articles, by halves: ``python -m eval.encounters FOLDER [--half even|odd]``.

FOLDER holds ``articles.jsonl``, ``dev.jsonl`` and ``score.py``, as the gold data are published. The rules were tuned on
the half of even article numbers; without ``--half`` both are scored, one after the other. ``--show`` lists the errors.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from aktenlage.model.article import Article
from aktenlage.model.record import to_record
from aktenlage.pipeline import read_article


def main() -> None:
    """Read the articles of each half and let the scorer compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    options, passed_on = parser.parse_known_args()
    for half in [options.half] if options.half else ["even", "odd"]:
        print(f"{half} article numbers", flush=True)
        _score(options.folder, half, passed_on)


def _score(folder: Path, half: str, passed_on: list[str]) -> None:
    articles, gold = (_half(folder / name, half) for name in ("articles.jsonl", "dev.jsonl"))
    readings = [to_record(read_article(_article(record))) for record in articles]
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for name, records in (("gold", gold), ("articles", articles), ("readings", readings)):
            file = Path(scratch) / f"{name}.jsonl"
            file.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
            files.append(str(file))
        subprocess.run([sys.executable, str(folder / "score.py"), *files, *passed_on], check=True)


def _half(file: Path, half: str) -> list[dict[str, Any]]:
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [record for record in records if int(record["id"]) % 2 == (half == "odd")]


def _article(record: dict[str, Any]) -> Article:
    return Article(record["id"], record["text"], title=record.get("title"), published=record.get("published"))


if __name__ == "__main__":
    main()
