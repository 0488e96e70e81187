"""How long an encounter lasts, by its clause or the adjective before its noun."""

from functools import cache

from aktenlage.model.annotation import Time
from aktenlage.read.encounters.clause.surroundings import moves
from aktenlage.read.encounters.lexicon import detail_words, noun_word, status_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.told_times import distance, times_of

# Characters before a duration in which its preposition stands.
_PREPOSITION = 6
# Tokens between an adjective and its noun.
_NOUN_REACH = 4


def duration_of(scene: Scene, at: Place) -> str | None:
    """Give the duration told in the clause."""
    told = [t for t in scene.times.within(at.sentence.start, at.sentence.end) if t.type == "DURATION"]
    inside = [time for time in times_of(at, told) if not (_only_apart(scene, time) or _of_another_noun(at, time))]
    inside = [time for time in inside if not _put_off_by(at, time)]
    return min(inside, key=lambda time: distance(at, time)).value if inside else None


def _of_another_noun(at: Place, time: Time) -> bool:
    """Whether an adjective says how long something else, or a journey, lasts ("since the four-day war")."""
    number = next((n for n in at.clause.tokens if at.sentence.tokens[n].end == time.end), None)
    if number is None or at.sentence.tokens[number].pos != "ADJ":
        return False
    behind = range(number + 1, min(number + 1 + _NOUN_REACH, len(at.sentence.tokens)))
    noun = next((n for n in behind if at.sentence.tokens[n].pos == "NOUN"), None)
    word = noun_word(at.sentence.tokens[noun].text) if noun is not None and noun != at.token else None
    return noun is not None and noun != at.token and (word is None or word.frame.kind == "visit")


def _put_off_by(at: Place, time: Time) -> bool:
    """Whether it says by how long something is put off ("wurde um eine Woche verschoben")."""
    around = next((phrase for phrase in at.clause.phrases if phrase.start <= time.start < phrase.end), None)
    return around is not None and around.preposition in status_words()["put_off_by"] and moves(at)


def _only_apart(scene: Scene, time: Time) -> bool:
    """Whether it says since when something has been so, or how far two things lie apart ("two days after the vote")."""
    words = scene.text[max(time.start - _PREPOSITION, 0) : time.end].lower().split()
    behind = scene.text[time.end : time.end + _PREPOSITION].split()[:1]
    apart = any(word in status_words()["apart"] for word in behind)
    apart = apart and not any(word in detail_words()["for_so_long"] for word in words)
    return apart or any(word in status_words()["since"] for word in words)


def adjective_duration(at: Place) -> str | None:
    """Read "a two-hour meeting" off the adjective before the noun."""
    for token in at.sentence.tokens[max(at.token - 4, 0) : at.token]:
        value = _durations().get(token.text.lower().rstrip(detail_words()["ending_letters"]))
        if value:
            return value
    return None


@cache
def _durations() -> dict[str, str]:
    data = detail_words()["durations"]
    return {
        f"{number}{unit}": f"{value}".replace("N", str(count))
        for number, count in data["numbers"].items()
        for unit, value in data["units"].items()
    }
