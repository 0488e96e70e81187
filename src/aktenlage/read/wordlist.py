"""Words and phrases with stars, looked up in a text: ``waffenruhe*``, ``*sanktion*``, ``abzug der * truppen``."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

V = TypeVar("V")

_LONGEST = 40


class WordList(Generic[V]):
    """
    Patterns, each with a value.

    A word fits as it stands or as its lemma. Results are kept by word, so that a word is compared with the patterns
    only once however often it occurs.
    """

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._starts: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._ends: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._inside: list[tuple[str, tuple[tuple[str, ...], V]]] = []
        # What fits a word and its lemma, and the values of single words among it.
        self._known: dict[tuple[str, str], tuple[list[tuple[tuple[str, ...], V]], list[V]]] = {}
        for pattern, value in entries:
            first, *rest = pattern.split()
            self._add(first, (tuple(rest), value))
        self._lengths_of_starts = sorted({len(start) for start in self._starts})
        self._lengths_of_ends = sorted({len(end) for end in self._ends})

    def _add(self, word: str, entry: tuple[tuple[str, ...], V]) -> None:
        bare = word.strip("*")
        if word.startswith("*") and word.endswith("*"):
            self._inside.append((bare, entry))
            return
        table = self._ends if word.startswith("*") else self._starts if word.endswith("*") else self._exact
        table.setdefault(bare, []).append(entry)

    def find(self, words: Sequence[str], lemmas: Sequence[str]) -> Iterator[tuple[int, int, V]]:
        """Give first word, word behind the last, and value of all that fits; both rows in lower case."""
        for number, (word, lemma) in enumerate(zip(words, lemmas, strict=True)):
            for rest, value in self._fitting(word, lemma)[0]:
                if not rest:
                    yield number, number + 1, value
                elif self._goes_on(rest, words, lemmas, number + 1):
                    yield number, number + 1 + len(rest), value

    def values(self, word: str, lemma: str) -> list[V]:
        """Give the values of all single words that fit."""
        return self._fitting(word, lemma)[1]

    def _fitting(self, word: str, lemma: str) -> tuple[list[tuple[tuple[str, ...], V]], list[V]]:
        known = self._known.get((word, lemma))
        if known is None:
            entries = list(self._compare(word, lemma))
            known = self._known[word, lemma] = entries, [value for rest, value in entries if not rest]
        return known

    def _compare(self, word: str, lemma: str) -> Iterator[tuple[tuple[str, ...], V]]:
        if len(self._known) > 200_000:
            self._known.clear()
        forms = (word,) if word == lemma else (word, lemma)
        seen: set[int] = set()
        for form in forms:
            short = form[:_LONGEST]
            found = list(self._exact.get(form, ()))
            for length in self._lengths_of_starts:
                found += self._starts.get(short[:length], ())
            for length in self._lengths_of_ends:
                found += self._ends.get(form[-length:], ())
            found += (entry for part, entry in self._inside if part in short)
            for entry in found:
                if id(entry) not in seen:
                    seen.add(id(entry))
                    yield entry

    @staticmethod
    def _goes_on(rest: tuple[str, ...], words: Sequence[str], lemmas: Sequence[str], at: int) -> bool:
        if at + len(rest) > len(words):
            return False
        return all(fits(pattern, words[at + n]) or fits(pattern, lemmas[at + n]) for n, pattern in enumerate(rest))


def fits(pattern: str, word: str) -> bool:
    """Say whether one word fits one pattern."""
    bare = pattern.strip("*")
    if pattern == "*":
        return True
    if pattern.startswith("*"):
        return bare in word if pattern.endswith("*") else word.endswith(bare)
    return word.startswith(bare) if pattern.endswith("*") else word == bare
