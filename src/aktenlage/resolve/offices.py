"""Who held an office on a day."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from aktenlage.model.candidate import RoleUse
from aktenlage.model.registry import Entry, Tenure
from aktenlage.resources.load import load
from aktenlage.resources.registry import Registry


def holder(role: RoleUse, of: Iterable[str], day: str, registry: Registry) -> Entry | None:
    """Give the one who held the office that *role* names in *of* on *day*; None where that is not one known person."""
    for body in of:
        for office in offices_meant(role):
            found = _on_day(registry.holders(office, body), day)
            if len(found) == 1:
                return found[0]
            if found:
                return None
    return None


def held_by(entry: Entry, role: RoleUse, day: str, *, former: bool = False) -> bool:
    """Whether the person held the office that *role* names on *day*, or with *former* before it."""
    for tenure in entry.tenures:
        if tenure.office in offices_meant(role) and (not role.of or tenure.of in role.of):
            if former and tenure.end and tenure.end < day:
                return True
            if not former and tenure.covers(day):
                return True
    return False


def neighbour(entry: Entry, day: str, step: int, registry: Registry) -> Entry | None:
    """Give the predecessor (*step* -1) or successor (1) in the office that the person holds on *day*."""
    for tenure in entry.tenures:
        if not (tenure.start and tenure.covers(day)):
            continue
        row = sorted((t.start or "", e.id, e) for t, e in registry.holders(tenure.office, tenure.of) if t.start)
        at = next((n for n, (start, _, e) in enumerate(row) if e is entry and start == tenure.start), None)
        if at is not None and 0 <= at + step < len(row):
            return row[at + step][2]
    return None


def offices_meant(role: RoleUse) -> tuple[str, ...]:
    """Give the ids of the offices that a word may stand for."""
    item = office(role.office)
    if role.part:
        parts = load("offices")["parts"].items() if item.get("leads") else ()
        return tuple(held for part, held in parts if role.part.startswith(part))
    if role.noun not in item.get("only", item["words"] + item.get("women", [])):
        return ()
    return tuple(item.get("looks_up", ()))


def bodies_meant(role: RoleUse, counts: dict[str, int]) -> tuple[str, ...]:
    """Give the states or bodies whose office it is: as worded, or the one that the word implies."""
    if role.of:
        return role.of
    item = office(role.office)
    if "of" in item:
        return (item["of"],)
    if "default" in item:
        rival = max(item.get("rivals", ()), key=lambda state: counts.get(state, 0), default=None)
        if rival and counts.get(rival, 0) > counts.get(item["default"], 0):
            return (rival,)
        return (item["default"],)
    return ()


@cache
def office(key: str) -> dict[str, Any]:
    """Give the entry of an office's words."""
    return next(item for item in load("offices")["offices"] if item["id"] == key)


@cache
def broader(noun: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the offices, and the words for some, that a broader word may stand for."""
    found = [item for item in load("offices")["broader"] if noun in item["words"]]
    offices, nouns = (frozenset(word for item in found for word in item.get(key, ())) for key in ("offices", "nouns"))
    return offices, nouns


def _on_day(holders: Iterable[tuple[Tenure, Entry]], day: str) -> list[Entry]:
    """Those in office; on the day of a handover the newcomer, and none where dates are too rough to tell."""
    found = list(_covering(holders, day))
    newest = max((start for start, _ in found), default="")
    exact = [entry for start, entry in found if start == newest]
    return list({entry.id: entry for entry in exact}.values())


def _covering(holders: Iterable[tuple[Tenure, Entry]], day: str) -> Iterator[tuple[str, Entry]]:
    for tenure, entry in holders:
        if tenure.start and tenure.covers(day):
            yield tenure.start, entry
