"""
Analyse frequent words ahead of time, so that a first run is fast: ``python scripts/warm_words.py FOLDER``.

The folder holds text files, or JSON files with ``originalText``. Writes de/words.tsv.gz: for each word what the HanTa
model says of it, valid for the version of HanTa that its first line names.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from importlib.metadata import version
from pathlib import Path

from aktenlage.language.lines import reporting_lines
from aktenlage.language.sentences import sentence_bounds
from aktenlage.language.tagger import Tagger
from aktenlage.language.tokens import token_bounds

TARGET = Path(__file__).parents[1] / "src/aktenlage/resources/de/words.tsv.gz"
LEAST = 2
# Tags so far behind the best never win within a sentence.
MARGIN = 14.0


def main() -> None:
    """Read the arguments, analyse, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    tagger = Tagger("morphmodel_ger.pgz", {})
    counts: Counter[str] = Counter()
    tags: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for path in sorted(folder.rglob("*.json")):
        text = json.loads(path.read_text(encoding="utf-8"))["originalText"]
        for line in reporting_lines(text, ()):
            for start, end in sentence_bounds(text, line.start, line.end):
                words = [text[first:last] for first, last in token_bounds(text, start, end)]
                for word, tag in zip(words, tagger.path(words), strict=True):
                    counts[word.lower()] += 1
                    tags[word.lower()][tag] += 1
    lines = [f"HanTa {version('HanTa')}"]
    for word, count in sorted(counts.items()):
        if count < LEAST or not word.replace("-", "").isalpha():
            continue
        forward = [] if word in tagger.cache else tagger.analyze_forward(word)
        kept = [f"{tag}:{chance:.4f}" for tag, chance in forward if chance >= forward[0][1] - MARGIN]
        lemmas = [f"{tag}={tagger.lemma_of(word, tag)}" for tag, _ in tags[word].most_common(3)]
        lines.append(f"{word}\t{' '.join(kept)}\t{' '.join(lemmas)}")
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))


if __name__ == "__main__":
    main()
