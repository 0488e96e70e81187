"""Part of speech and lemma of each word of a sentence, by the HanTa model with every word analysed once."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from math import inf

from aktenlage.language.hanta import EMPTY, END, START, UNKNOWN
from aktenlage.language.morphemes import MorphemeTagger
from aktenlage.resources.load import load, packed_lines

_STATES_KEPT = 5
# Logarithms of the chances of what is a common word, and of what the model has seen at all.
_COMMON = -11.0
_SEEN = -20.0
# The shortest part of a compound.
_SHORTEST_PART = 3
_NAMES = frozenset({"NE", "FM", "XY"})
# Words kept in memory; a long run over many articles must not grow without end.
_MOST_WORDS = 400_000


class Tagger(MorphemeTagger):
    """
    HanTa with the analysis of each word kept, and only the tags of the word tried; its output is HanTa's.

    Only, the capital of a word says nothing behind signs either, where a sentence may begin within a quotation.
    """

    def __init__(self, model: str, known: dict[str, str]) -> None:
        super().__init__(model)
        self._known = known
        self._chances: dict[tuple[str, bool], tuple[tuple[int, float], ...]] = {}
        self._lemmas: dict[tuple[str, int], str] = {}

    def tags(self, words: Sequence[str]) -> list[tuple[str, str]]:
        """Give the lemma and the tag of each word of a sentence."""
        if not words:
            return []
        path = self.path(words)
        return [(self._lemma(word, tag), self.int2tag[tag]) for word, tag in zip(words, path, strict=True)]

    def path(self, words: Sequence[str]) -> list[int]:
        """Give the model's number of the tag of each word of a sentence."""
        head = next((number for number, word in enumerate(words) if word.isalnum()), 0)
        chances = [
            self._word_chances(word, number > head and not (word in openers() and _after_sign(words[number - 1])))
            for number, word in enumerate(words)
        ]
        return self._best_path(chances)

    def analyze_forward(self, word: str) -> list[tuple[int, float]]:
        """Give the chances of a word's tags, from what is known ahead where it is."""
        known = self._known.get(word)
        if known is None or known[0] == "\t":
            return super().analyze_forward(word)
        pairs = (pair.split(":") for pair in known.split("\t", 1)[0].split(" "))
        return [(int(tag), float(chance)) for tag, chance in pairs]

    def lemma_of(self, word: str, tag: int) -> str:
        """Give the lemma of a word with this tag, from what is known ahead where it is."""
        known = self._known.get(word.lower())
        if known is not None:
            for pair in known.split("\t", 1)[1].split(" "):
                number, _, lemma = pair.partition("=")
                if number == str(tag):
                    return lemma
        return str(self._analyze(word, tag, taglevel=1)[0])

    def noun_lemma(self, word: str) -> str:
        """Give the lemma of a noun that stands alone."""
        return self._lemma(word, self.tag2int["NN"])

    def participle_lemma(self, word: str) -> str:
        """Give the infinitive of a past participle."""
        return self._lemma(word, self.tag2int["VV(PP)"])

    def is_common(self, word: str) -> bool:
        """Whether a word with a capital is much used as another word than a name."""
        chances = {self.int2tag[tag]: chance for tag, chance in self._word_chances(word, True)}
        other = max((chance for tag, chance in chances.items() if tag not in _NAMES), default=-inf)
        return other > _COMMON and other > chances.get("NE", -inf)

    def may_be_name(self, word: str) -> bool:
        """Whether the model, which has not seen the word, thinks that it may be a name."""
        return not self.is_word(word) and any(self.int2tag[tag] in _NAMES for tag, _ in self._word_chances(word, True))

    def is_word(self, word: str) -> bool:
        """Whether the model has seen the word, and does not only guess at it."""
        return max((chance for _, chance in self._word_chances(word, True)), default=-inf) > _SEEN

    def is_compound(self, word: str) -> bool:
        """Whether a noun is made of two words that the model has seen, as its last part tells ("Börsen-schluss")."""
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            front, last = word[:at], word[at:].capitalize()
            if self.is_word(last) and any(map(self.is_word, (front, front.lower(), front.rstrip("s")))):
                return True
        return False

    def _word_chances(self, word: str, casesensitive: bool) -> tuple[tuple[int, float], ...]:
        key = (word, casesensitive)
        chances = self._chances.get(key)
        if chances is None:
            if len(self._chances) > _MOST_WORDS:
                self._chances.clear()
            found = self._tag_word(word, cutoff=5, casesensitive=casesensitive, conditional=True)
            if casesensitive and word[:1].islower() and any(self.int2tag[tag][:2] == "VV" for tag, _ in found):
                # Of a verb and a noun, a small letter tells the verb.
                found = [each for each in found if self.int2tag[each[0]] != "NN"]
            chances = self._chances[key] = tuple(found)
        return chances

    def _lemma(self, word: str, tag: int) -> str:
        key = (word, tag)
        lemma = self._lemmas.get(key)
        if lemma is None:
            if len(self._lemmas) > _MOST_WORDS:
                self._lemmas.clear()
            lemma = self._lemmas[key] = self.lemma_of(word, tag)
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
    return Tagger("morphmodel_ger.pgz", _known_words())


def _known_words() -> dict[str, str]:
    """Give the words that this version of the model analysed ahead; what it says of one is read on demand."""
    head, *lines = packed_lines("words")
    if head != f"HanTa {version('HanTa')}":
        return {}
    return dict(line.split("\t", 1) for line in lines)
