"""The times that a clause tells of what happens in it: not those of titles, of ends, and of what is set aside."""

from collections.abc import Sequence

from aktenlage.model.annotation import Time
from aktenlage.read.encounters.clause.contrast import embedded, is_set_aside, opening
from aktenlage.read.encounters.lexicon import status_words
from aktenlage.read.encounters.scene import Place

# No longer is a name in quotation marks, in code points.
_TITLE = 40
_OPENING = ("„", "»", '"', "“")
_CLOSING = ("“", "«", '"', "”")


def times_of(at: Place, times: Sequence[Time]) -> list[Time]:
    """Keep the times among the clause's own tokens."""
    tokens = [at.sentence.tokens[number] for number in at.clause.tokens]
    starts, ends = {token.start for token in tokens}, {token.end for token in tokens}
    own = [t for t in times if (t.start in starts or t.end in ends) and not (_in_a_title(at, t) or up_to(at, t))]
    before = [at.sentence.tokens[number] for number in (*opening(at), *embedded(at))]
    own = [time for time in own if not any(token.start <= time.start < token.end for token in before)]
    return [time for time in own if not is_set_aside(at, time.start, time.end)]


def up_to(at: Place, time: Time) -> bool:
    """Whether it is only the end of a time for something ("eine Frist bis Dezember")."""
    before = [token for token in at.sentence.tokens if token.end <= time.start]
    while before and before[-1].pos in ("DET", "ADJ"):
        before.pop()  # "bis in den frühen Dienstagmorgen"
    words = [token.text.lower() for token in before[-2:]]
    near = words[-1:] if words[-1:] and words[-1] not in status_words()["to_a_day"] else words
    return any(word in status_words()["until"] for word in near)


def _in_a_title(at: Place, time: Time) -> bool:
    """Whether the time is part of a name in quotation marks ("Movement of 23 March")."""
    opened = None
    for token in at.sentence.tokens:
        if token.text in _OPENING and opened is None:
            opened = token.start
        elif token.text in _CLOSING and opened is not None:
            if opened < time.start and time.end <= token.start and token.start - opened <= _TITLE:
                return True
            opened = None
    return False


def distance(at: Place, time: Time) -> tuple[bool, int]:
    """Order times: finer ones first, then what stands near, behind rather than before."""
    word = at.word
    away = time.start - word.end if time.start >= word.end else 2 * (word.start - time.start)
    return len(time.value) == 4, away
