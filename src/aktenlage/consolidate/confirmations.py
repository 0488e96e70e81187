"""Which party announced, confirmed, denied or left open that an event takes place."""

from collections.abc import Sequence

from aktenlage.consolidate.account import Account
from aktenlage.model.dossier import Confirmation, ConfirmationStance, Evidence

_OPEN: tuple[ConfirmationStance, ...] = ("unconfirmed", "no_comment")


def confirmations_of(ordered: Sequence[Account]) -> tuple[Confirmation, ...]:
    """Give each party's stance with all evidence; what was open is settled by what the party says then or later."""
    evidence: dict[tuple[str, ConfirmationStance], dict[Evidence, None]] = {}
    settled: set[str] = set()
    for account in ordered:
        for stance, actors in _stances(account):
            for actor in actors:
                evidence.setdefault((actor, stance), {}).update(dict.fromkeys(account.evidence))
                if stance not in _OPEN:
                    settled.add(actor)
    return tuple(
        Confirmation(actor, stance, tuple(places))
        for (actor, stance), places in sorted(evidence.items())
        if stance not in _OPEN or actor not in settled
    )


def _stances(account: Account) -> tuple[tuple[ConfirmationStance, tuple[str, ...]], ...]:
    told = account.encounter
    return (
        ("announces", told.announced_by),
        ("confirms", told.confirmed_by),
        ("denies", told.denied_by),
        ("unconfirmed", told.unconfirmed_by),
    )
