"""Made-up texts in which each word follows another as it does in real ones, so that set phrases are as frequent."""

import json
import random
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

_WORDS = 18


def followers(folder: Path) -> dict[str, list[str]]:
    """Give for each word of the texts all words that stand behind it, as often as they do."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("*.json")):
        words = json.loads(path.read_text(encoding="utf-8"))["originalText"].split()
        for one, other in pairwise(words):
            found[one].append(other)
    return found


def sentence(follows: dict[str, list[str]], chance: random.Random) -> str:
    """Make a sentence."""
    word = chance.choice(follows["die"])
    words = [word]
    while len(words) < _WORDS:
        word = chance.choice(follows.get(word) or ["und"])
        words.append(word)
    return " ".join(words).rstrip(".") + "."
