"""
Figures of encounters and positions on annotated articles: ``python -m eval.encounters FOLDER [SET …] [--show]``.

Which sets there are and what FOLDER holds stands in ``eval/annotated.py``; the published scorer compares.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from aktenlage.model.record import to_record
from aktenlage.pipeline import read_article
from eval.annotated import SETS, annotated, arguments
from eval.command import run


def main() -> None:
    """Read the articles of each set and let the scorer compare."""
    options = arguments(__doc__).parse_args()
    for name in options.sets or SETS:
        print(name, flush=True)
        _score(options.folder, name, show=options.show)


def _score(folder: Path, name: str, *, show: bool) -> None:
    known = list(annotated(folder, name))
    kinds = {
        "gold": [each.gold for each in known],
        "articles": [{"id": each.article.id, "text": each.article.text} for each in known],
        "readings": [to_record(read_article(each.article)) for each in known],
    }
    with tempfile.TemporaryDirectory() as scratch:
        files = [Path(scratch) / f"{kind}.jsonl" for kind in kinds]
        for file, records in zip(files, kinds.values(), strict=True):
            file.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
        command = [sys.executable, str(folder / "encounters/score.py"), *map(str, files), *(["--show"] if show else [])]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    run(main)
