"""
Of which morphemes a word is likely to be made, as HanTa weighs it.

Most words of a text are known, but those that are not took more time than all else: HanTa weighs each stretch of
letters anew for each state before it. Here it is weighed once; the sums are the same, and so is their order.
"""

from functools import lru_cache
from operator import itemgetter

from aktenlage.language.hanta import (
    EMPTY,
    END_UNKNOWN,
    START,
    UNKNOWN,
    HanoverTagger,
    load_model,
    log_add_exp,
)

# The tags of a morpheme and of the one before it.
State = tuple[int, int]
# Logarithms of chances: below the first nothing is tried; of a row those are, but for the best few, near the next one.
_LEAST, _NEAR = -1e6, 1
_BEST = 3
# An unknown morpheme is longer than this, but in the shortest words, and seldom the whole word.
_SHORT, _SHORTEST_WORD = 2, 4
_WHOLE = 4.6
# The model tells unknown morphemes by their ends, and how long they are up to here.
_ENDING, _LONGEST = 4, 24


class MorphemeTagger(HanoverTagger):  # type: ignore[misc]
    """HanTa with a faster way through the morphemes of a word; its output is HanTa's."""

    def __init__(self, model: str) -> None:
        load_model(self, model)
        self._morphemes = frozenset().union(*self.LP_m_t.values())
        self._open = {
            tag: [self.Int_t + self.LP_hapax_t[tag] + chance for chance in self.LP_len_t[tag]]
            for tag in self.LP_hapax_t
            if tag in self.LP_s_t
        }
        self._endings = lru_cache(maxsize=65536)(self._of_ending)

    def analyze_forward(self, word: str) -> list[tuple[int, float]]:
        """Give the chances of a word's tags, the likeliest first."""
        rows, _ = self._rows(word, guess=not self.strict)
        ends: dict[State, float] = {}
        for state, so_far in rows[-1].items():
            for tag, move in self.LP_trans_final.get(state, ()):
                if so_far + move > ends.get((state[1], tag), _LEAST):
                    ends[state[1], tag] = so_far + move
        found: dict[int, float] = {}
        for (_, tag), chance in ends.items():
            found[-tag] = log_add_exp(found[-tag], chance) if -tag in found else chance
        return sorted(found.items(), key=itemgetter(1), reverse=True) or [(UNKNOWN, 0)]

    def analyze_viterbi(self, word: str, targetpos: int) -> list[tuple[int, int]]:
        """Give the tag of each morpheme of a word of this part of speech and where it ends; of known ones if it can."""
        before: dict[State, tuple[float, State]] = {}
        for guess in (False, True):
            rows, origins = self._rows(word, guess=guess, allowed=self.reachability.get(targetpos, frozenset()))
            for state, so_far in rows[-1].items():
                move = dict(self.LP_trans_final.get(state, ())).get(targetpos)
                end = (state[1], targetpos)
                if move is not None and so_far + move > before.get(end, (_LEAST,))[0]:
                    before[end] = so_far + move, state
            if before:
                break
        if not before:
            return [(UNKNOWN, len(word)), (END_UNKNOWN, len(word) + 1)]
        _, state = max(before.values(), key=itemgetter(0))
        path, place = [(targetpos, len(word) + 1)], len(word)
        while place > 0:
            path.append((state[1], place))
            state, place = origins[place][state]
        return path[::-1]

    def _rows(
        self, word: str, *, guess: bool, allowed: frozenset[int] | None = None
    ) -> tuple[list[dict[State, float]], list[dict[State, tuple[State, int]]]]:
        """
        Give the chances of the states behind each letter of a word, and from which state and letter each is reached.

        With *guess*, there may be morphemes that the model does not know; *allowed* are the tags that may be used.
        """
        rows: list[dict[State, float]] = [{(EMPTY, START): 0.0}, *({} for _ in word)]
        origins: list[dict[State, tuple[State, int]]] = [{} for _ in rows]
        for start, row in enumerate(rows):
            least = sorted(row.values(), reverse=True)[_BEST] - _NEAR if len(row) > _BEST else _LEAST
            onward = [
                (state, so_far + move, tag, self.LP_m_t[tag])
                for state, so_far in row.items()
                if so_far >= least
                for tag, move in self.LP_trans_nonfinal.get(state, ())
                if allowed is None or tag in allowed
            ]
            guessing = [each for each in onward if each[2] in self._open] if guess else []
            for end in range(start + 1, len(rows)):
                part, length = word[start:end], end - start
                new = guessing if length > _SHORT or len(word) < _SHORTEST_WORD else []
                endings = self._endings(part[1:][-_ENDING:]) if new else {}
                size, penalty = min(length, _LONGEST), _WHOLE if length == len(word) else 0
                reached, origin = rows[end], origins[end]
                for state, so_far, tag, spelled in onward if part in self._morphemes else new:
                    chance = spelled.get(part)
                    if chance is None:
                        if tag not in endings:
                            continue
                        chance = self._open[tag][size] + endings[tag] - penalty
                    following = (state[1], tag)
                    if so_far + chance > reached.get(following, _LEAST):
                        reached[following] = so_far + chance
                        origin[following] = state, start
        return rows, origins

    def _of_ending(self, ending: str) -> dict[int, float]:
        """Give how likely unknown morphemes end so, their first letter left out, by their tags."""
        tails = [ending[cut:] for cut in range(len(ending) + 1)]
        return {tag: next(self.LP_s_t[tag][tail] for tail in tails if tail in self.LP_s_t[tag]) for tag in self._open}
