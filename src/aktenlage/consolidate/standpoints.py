"""What each actor wants on each issue over time, and where that changed."""

from collections import defaultdict
from collections.abc import Sequence

from aktenlage.consolidate.actors import Actors
from aktenlage.model.dossier import Evidence, StanceTaken, Standpoint
from aktenlage.model.position import Stance
from aktenlage.model.reading import Reading

_FOR: frozenset[Stance] = frozenset({"accepts", "supports", "offers"})
_AGAINST: frozenset[Stance] = frozenset({"rejects"})


def unite_positions(readings: Sequence[Reading], actors: Actors) -> tuple[Standpoint, ...]:
    """Order the positions of all articles by actor and issue; equal ones become one, dated by its first report."""
    found: defaultdict[tuple[str, str | None], list[StanceTaken]] = defaultdict(list)
    for reading in sorted(readings, key=lambda each: (each.article.published or "9", each.article.id)):
        day = reading.article.published[:10] if reading.article.published else None
        for position in reading.positions:
            evidence = tuple(Evidence(reading.article.id, span.start, span.end) for span in position.evidence)
            toward = actors.one(position.toward) if position.toward else None
            taken = StanceTaken(position.stance, day, toward, evidence)
            _add(found[actors.one(position.actor), position.issue], taken)
    return tuple(
        Standpoint(actor, issue, tuple(stances), changed=issue is not None and has_changed(stances))
        for (actor, issue), stances in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or "~"))
    )


def has_changed(stances: Sequence[StanceTaken]) -> bool:
    """Whether an actor later was for what it had been against, or the other way round."""
    return any(
        _opposed(one.stance, other.stance)
        and one.date is not None
        and other.date is not None
        and one.date < other.date
        and (one.toward is None or other.toward is None or one.toward == other.toward)
        for number, one in enumerate(stances)
        for other in stances[number + 1 :]
    )


def _opposed(one: Stance, other: Stance) -> bool:
    return (one in _FOR and other in _AGAINST) or (one in _AGAINST and other in _FOR)


def _add(stances: list[StanceTaken], new: StanceTaken) -> None:
    """Put the same stance together as long as the actor has taken no opposite one since."""
    for at in range(len(stances) - 1, -1, -1):
        known = stances[at]
        if (known.stance, known.toward) == (new.stance, new.toward):
            evidence = tuple(dict.fromkeys((*known.evidence, *new.evidence)))
            stances[at] = StanceTaken(known.stance, known.date, known.toward, evidence)
            return
        if _opposed(known.stance, new.stance):
            break
    stances.append(new)
