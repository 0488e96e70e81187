"""The best-supported value of a field, and how the others disagree with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aktenlage.consolidate.account import Account
from aktenlage.consolidate.days import Days, days_of
from aktenlage.consolidate.pairs import about_equal, minutes
from aktenlage.consolidate.places import Place, relation
from aktenlage.model.dossier import Disagreement, DisagreementType, Value

_STARTED = ("held", "ongoing")
# An interval of so few days tells how long something lasts; a longer one only when it may have been.
_LASTING_DAYS = 4


@dataclass(frozen=True, slots=True)
class Support:
    """A value, the accounts that give it, and those of them that still stand."""

    value: Any
    accounts: tuple[Account, ...]
    standing: tuple[Account, ...]

    @property
    def origins(self) -> int:
        """How many origins stand behind it."""
        return len({account.origin for account in self.standing})

    @property
    def told(self) -> Value:
        """The value with the words that give it."""
        return Value(self.value, tuple(place for account in self.accounts for place in account.evidence[:1]))


def supports(accounts: Sequence[Account], standing: Sequence[Account], give: Callable[[Account], Any]) -> list[Support]:
    """Gather the values of a field; *standing* are the accounts that no later one took the place of."""
    values = dict.fromkeys(give(account) for account in accounts)
    return [
        Support(
            value,
            tuple(account for account in accounts if give(account) == value),
            tuple(account for account in standing if give(account) == value),
        )
        for value in values
        if value is not None
    ]


def best_date(found: Sequence[Support]) -> Support | None:
    """Choose a date: from those who know, then what most origins give, then the finer, then the later told."""
    if not found:
        return None
    dated = [support for support in found if days_of(support.value) is not None]
    if not dated:
        return max(found, key=lambda support: (bool(support.standing), support.origins, support.value))

    def rank(support: Support) -> tuple[Any, ...]:
        days = _days(support)
        knows = any(account.encounter.status in _STARTED for account in support.standing)
        backing = {account.origin for other in dated for account in other.standing if _days(other).covers(days)}
        lasting = 1 < days.length <= _LASTING_DAYS and any(days.covers(_days(other)) for other in dated)
        latest = max((account.day for account in support.standing), default=None)
        told = latest.toordinal() if latest else 0
        exact = days.length <= _LASTING_DAYS
        size = lasting, len(backing), -days.length
        return (bool(support.standing), knows, exact, *((*size, told) if knows else (told, *size)), support.value)

    return max(dated, key=rank)


def date_disagreements(best: Support | None, found: Sequence[Support]) -> list[tuple[DisagreementType, Support]]:
    """Type every other date: coarser, part of the whole, overtaken, or contradicting."""
    typed: list[tuple[DisagreementType, Support]] = []
    days = days_of(best.value) if best else None
    if best is None or days is None:
        return typed
    for other in found:
        theirs = days_of(other.value)
        if other is best or theirs is None or theirs == days:
            continue
        if theirs.covers(days):
            typed.append(("granularity", other))
        elif theirs.overlaps(days):
            typed.append(("scope", other))
        else:
            typed.append(("update" if is_overtaken(other, best) else "contradiction", other))
    return typed


def best_place(found: Sequence[Support], places: dict[str, Place]) -> Support | None:
    """Choose a place: what most origins give, those of its country included, then the finer, then the later told."""

    def rank(support: Support) -> tuple[Any, ...]:
        place = places[support.value]
        knows = any(account.encounter.status in _STARTED for account in support.standing)
        backing = {
            account.origin
            for other in found
            for account in other.standing
            if relation(place, places[other.value]) == "same"
            or (relation(place, places[other.value]) == "within" and place.town)
        }
        latest = max((account.day.toordinal() for account in support.standing), default=0)
        return (bool(support.standing), knows, len(backing), place.town is not None, latest, support.value)

    return max(found, key=rank, default=None)


def place_disagreements(
    best: Support | None, found: Sequence[Support], places: dict[str, Place]
) -> list[tuple[DisagreementType, Support]]:
    """Type every other place."""
    typed: list[tuple[DisagreementType, Support]] = []
    for other in found:
        if best is None or other is best:
            continue
        match relation(places[best.value], places[other.value]):
            case "same":
                typed.append(("wording", other))
            case "within":
                typed.append(("granularity", other))
            case _:
                typed.append(("update" if is_overtaken(other, best) else "contradiction", other))
    return typed


def best_of(found: Sequence[Support]) -> Support | None:
    """Choose any other value: what most origins give, then the later told."""

    def rank(support: Support) -> tuple[Any, ...]:
        latest = max((account.day.toordinal() for account in support.standing), default=0)
        return (bool(support.standing), support.origins, latest, str(support.value))

    return max(found, key=rank, default=None)


def other_disagreements(
    best: Support | None, found: Sequence[Support], *, alike: Callable[[Any, Any], bool], otherwise: DisagreementType
) -> list[tuple[DisagreementType, Support]]:
    """Type the other values of a field whose values are not ordered; those that are *alike* do not disagree."""
    if best is None:
        return []
    return [
        ("update" if otherwise != "wording" and is_overtaken(other, best) else otherwise, other)
        for other in found
        if other is not best and not alike(best.value, other.value)
    ]


def alike_durations(one: str, other: str) -> bool:
    """Whether two durations are the same but for rounding."""
    lengths = minutes(one), minutes(other)
    return lengths[0] is None or lengths[1] is None or about_equal(lengths[0], lengths[1])


def is_overtaken(old: Support, new: Support) -> bool:
    """Whether the old value was that of a plan, or withdrawn, and the new one came later."""
    if not old.standing:
        return True
    plans = all(account.encounter.status in ("planned", "possible", "cancelled") for account in old.standing)
    return plans and max(account.day for account in old.standing) < max(
        (account.day for account in new.standing), default=max(account.day for account in old.standing)
    )


def as_disagreements(
    field: str, best: Support | None, typed: Sequence[tuple[DisagreementType, Support]]
) -> list[Disagreement]:
    """Put the best value and all that disagree with it in one way side by side."""
    if best is None:
        return []
    kinds = dict.fromkeys(kind for kind, _ in typed)
    return [
        Disagreement(field, kind, (best.told, *(support.told for other, support in typed if other == kind)))
        for kind in kinds
    ]


def _days(support: Support) -> Days:
    days = days_of(support.value)
    if days is None:
        raise ValueError(support.value)
    return days
