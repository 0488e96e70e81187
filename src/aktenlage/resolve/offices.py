"""Who held an office on a day."""

from typing import Any

from aktenlage.model.candidate import RoleUse
from aktenlage.model.registry import Entry
from aktenlage.resources.load import load
from aktenlage.resources.registry import Registry


def holder(role: RoleUse, day: str | None, registry: Registry) -> Entry | None:
    """Give the one who held the office that *role* names; None where unknown or not a single person's."""
    item = _office(role.office)
    if day is None or role.deputy or role.coming or item is None:
        return None
    bodies = role.of or ((item["of"],) if "of" in item else ())
    if role.noun not in item.get("only", item["words"] + item.get("women", [])):
        return None
    for office in item.get("looks_up", ()):
        for of in bodies:
            holders = registry.holders(office, of)
            if role.former:
                continue
            held = [entry for tenure, entry in holders if tenure.start and tenure.covers(day)]
            if held:
                return held[-1]
    return None


def _office(key: str) -> dict[str, Any] | None:
    return next((item for item in load("offices")["offices"] if item["id"] == key), None)
