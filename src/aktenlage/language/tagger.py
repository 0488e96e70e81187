"""Part of speech and lemma of each word of a sentence, by the HanTa model with every word analysed once."""

from collections.abc import Sequence
from functools import cache
from math import inf

from aktenlage.language.hanta import EMPTY, END, START, UNKNOWN, HanoverTagger
from aktenlage.resources.load import load

_STATES_KEPT = 5
# Words kept in memory; a long run over many articles must not grow without end.
_MOST_WORDS = 400_000


class Tagger(HanoverTagger):  # type: ignore[misc]
    """
    HanTa with the analysis of each word kept, and only the tags of the word tried; its output is HanTa's.

    Only, the capital of a word says nothing behind signs either, where a sentence may begin within a quotation.
    """

    def __init__(self, model: str) -> None:
        super().__init__(model)
        self._chances: dict[tuple[str, bool], tuple[tuple[int, float], ...]] = {}
        self._lemmas: dict[tuple[str, int], str] = {}

    def tags(self, words: Sequence[str]) -> list[tuple[str, str]]:
        """Give the lemma and the tag of each word of a sentence."""
        if not words:
            return []
        head = next((number for number, word in enumerate(words) if word.isalnum()), 0)
        chances = [
            self._word_chances(word, number > head and not (word in openers() and _after_sign(words[number - 1])))
            for number, word in enumerate(words)
        ]
        path = self._best_path(chances)
        return [(self._lemma(word, tag), self.int2tag[tag]) for word, tag in zip(words, path, strict=True)]

    def noun_lemma(self, word: str) -> str:
        """Give the lemma of a noun that stands alone."""
        return self._lemma(word, self.tag2int["NN"])

    def participle_lemma(self, word: str) -> str:
        """Give the infinitive of a past participle."""
        return self._lemma(word, self.tag2int["VV(PP)"])

    def _word_chances(self, word: str, casesensitive: bool) -> tuple[tuple[int, float], ...]:
        key = (word, casesensitive)
        chances = self._chances.get(key)
        if chances is None:
            if len(self._chances) > _MOST_WORDS:
                self._chances.clear()
            found = self._tag_word(word, cutoff=5, casesensitive=casesensitive, conditional=True)
            chances = self._chances[key] = tuple(found)
        return chances

    def _lemma(self, word: str, tag: int) -> str:
        key = (word, tag)
        lemma = self._lemmas.get(key)
        if lemma is None:
            if len(self._lemmas) > _MOST_WORDS:
                self._lemmas.clear()
            lemma = self._lemmas[key] = self._analyze(word, tag, taglevel=1)[0]
        return lemma

    def _best_path(self, chances: Sequence[tuple[tuple[int, float], ...]]) -> list[int]:
        moves = self.LP_trans_word
        row: dict[tuple[int, int], float] = {(EMPTY, START): 0.0}
        back: list[dict[tuple[int, int], tuple[int, int]]] = []
        for found in chances:
            bound = sorted(row.values(), reverse=True)[_STATES_KEPT] - 1 if len(row) > _STATES_KEPT else -inf
            following: dict[tuple[int, int], float] = {}
            origin: dict[tuple[int, int], tuple[int, int]] = {}
            for state, so_far in row.items():
                if so_far < bound:
                    continue
                onward = moves[state]
                known = found if found and found[0][0] != UNKNOWN else [(tag, 0.0) for tag in onward if tag != END]
                last = state[1]
                for tag, chance in known:
                    if tag not in onward:
                        continue
                    total = so_far + onward[tag] + chance
                    reached = (last, tag)
                    if total > following.get(reached, -inf):
                        following[reached] = total
                        origin[reached] = state
            row = following
            back.append(origin)
        state = max(row, key=lambda reached: row[reached] + moves[reached].get(END, -inf))
        path: list[int] = []
        for origin in reversed(back):
            path.append(state[1])
            state = origin[state]
        path.reverse()
        return path


def _after_sign(word: str) -> bool:
    """Whether a sentence may begin behind this sign."""
    return word != "," and not word[-1].isalnum()


@cache
def openers() -> frozenset[str]:
    """Words whose capital tells that a sentence begins."""
    return frozenset(load("abbreviations")["openers"])


@cache
def tagger() -> Tagger:
    """The tagger for German."""
    return Tagger("morphmodel_ger.pgz")
