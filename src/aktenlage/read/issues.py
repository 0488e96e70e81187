"""What a passage is about: the issues of the issue list whose cue words stand in it."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from aktenlage.model.language import Analysis, Token
from aktenlage.read.wordlist import WordList
from aktenlage.resources.load import load, load_user_file

# The one file that `use_own_issues` named.
_OWN_FILE: list[Path] = []
_FULL, _HALF = 2, 1


class IssueList:
    """
    Issues with their cue words.

    >>> mine = IssueList([{"id": "whaling", "cues": ["walfang*"]}])
    >>> mine.ids
    ('whaling',)
    """

    def __init__(self, entries: Sequence[dict[str, Any]]) -> None:
        self.ids = tuple(entry["id"] for entry in entries)
        self._rank = {issue: number for number, issue in enumerate(self.ids)}
        self._cues = WordList(
            (cue, (entry["id"], weight))
            for entry in entries
            for key, weight in (("cues", _FULL), ("weak", _HALF))
            for cue in entry.get(key, ())
        )
        self._not = WordList((cue, entry["id"]) for entry in entries for cue in entry.get("not", ()))

    def find(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Give the ids of the issues that the words speak of, the one with most cues first."""
        words = [token.text.lower() for token in tokens]
        lemmas = [token.lemma.lower() for token in tokens]
        barred = {(n, issue) for first, last, issue in self._not.find(words, lemmas) for n in range(first, last)}
        scores: dict[str, int] = {}
        counted: set[tuple[int, str]] = set()
        for first, _, (issue, weight) in sorted(self._cues.find(words, lemmas), key=lambda hit: -hit[2][1]):
            if (first, issue) not in barred and (first, issue) not in counted:
                counted.add((first, issue))
                scores[issue] = scores.get(issue, 0) + weight
        return tuple(sorted(scores, key=lambda issue: (-scores[issue], self._rank[issue])))


def use_own_issues(path: Path | None) -> None:
    """Let the issues of a user's file come before those shipped, None only the latter."""
    _OWN_FILE[:] = [path] if path else []
    issue_list.cache_clear()


@cache
def issue_list() -> IssueList:
    """Give the issues shipped, and before them those of a user's own file; one of the same id takes its place."""
    own = load_user_file(_OWN_FILE[0], "issues") if _OWN_FILE else []
    taken = {entry["id"] for entry in own}
    return IssueList([*own, *(entry for entry in load("issues") if entry["id"] not in taken)])


def issues_in(analysis: Analysis, start: int, end: int) -> tuple[str, ...]:
    """Give the ids of the issues that the words between the two offsets speak of, the likeliest first."""
    tokens = [
        token
        for sentence in analysis.sentences
        if sentence.start < end and start < sentence.end
        for token in sentence.tokens
        if start <= token.start and token.end <= end
    ]
    return issue_list().find(tokens)
