"""What became of an event: its status out of what its articles said one after the other."""

from collections.abc import Sequence

from aktenlage.consolidate.account import Account
from aktenlage.model.encounter import Status

# Within a day, and where times of day are missing, what is further on was said later.
_STAGES: tuple[Status, ...] = ("possible", "planned", "denied", "cancelled", "ongoing", "held")
_STARTED = ("ongoing", "held")


def in_order(accounts: Sequence[Account]) -> list[Account]:
    """Sort accounts as they were said: by day, then by time where all of the day have one, then by stage."""
    untimed = {account.day for account in accounts if not account.moment}
    return sorted(
        accounts,
        key=lambda account: (
            account.day,
            "" if account.day in untimed else account.moment,
            _STAGES.index(account.encounter.status),
            account.key,
        ),
    )


def final_status(ordered: Sequence[Account]) -> Status:
    """
    Give the status after the last report.

    What comes later counts: a plan may become doubtful, be called off, and be taken up again. What has begun does not
    become a plan again because a later article still speaks of it as one; what was held stays held.
    """
    status = ordered[0].encounter.status
    for account in ordered[1:]:
        new = account.encounter.status
        if status == "held" or (status == "ongoing" and new in ("possible", "planned")):
            continue
        status = new
    return status


def is_contested(ordered: Sequence[Account], status: Status) -> bool:
    """Whether one report says that it took place and another, from that day or later, that it did not."""
    started = [
        account.days.first if account.days else account.day
        for account in ordered
        if account.encounter.status in _STARTED
    ]
    if status not in _STARTED or not started:
        return False
    return any(
        account.encounter.status in ("denied", "cancelled") and account.day >= min(started) for account in ordered
    )
