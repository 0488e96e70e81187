"""Events coded by PLOVER (openeventdata, draft 2.0), with extension fields for what it does not know."""

import json
from functools import cache
from typing import Any

from babel.core import get_global

from aktenlage.model.dossier import Event, StanceTaken, Standpoint
from aktenlage.model.timex import Timex
from aktenlage.publish.export.material import Material, places_of

_MANY = 3
_STANCES = {
    "demands": ("REQUEST", "change"),
    "rejects": ("REJECT", "change"),
    "accepts": ("AGREE", None),
    "supports": ("SUPPORT", None),
    "offers": ("AGREE", None),
    "accuses": ("ACCUSE", "disapprove"),
    "threatens": ("THREATEN", None),
}
_CONTEXTS = {
    "territory": "territory",
    "ceasefire": "military",
    "security_guarantees": "military",
    "alliances": "diplomatic",
    "forces_and_arms": "military",
    "sanctions": "economic",
    "prisoners": "human_rights",
    "reconstruction_and_economy": "economic",
    "recognition_and_status": "diplomatic",
    "governance": "political_institutions",
    "justice": "legal",
    "humanitarian": "human_security",
    "monitoring": "peacekeeping",
}
_SECTORS = {"person": "GOV", "state": "GOV", "organization": "IGO", "group": "PRE"}


def write_plover(material: Material) -> bytes:
    """One JSON object an event or stance; the mapping and what it loses stand in docs/exports.md."""
    records = [
        *(record for event in material.dossier.events if (record := _event(material, event)) is not None),
        *(_stance(material, point, stance) for point in material.dossier.positions for stance in point.stances),
    ]
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records if record is not None).encode()


def _event(material: Material, event: Event) -> dict[str, Any] | None:
    """A meeting held is CONSULT, one to come AGREE, one called off REJECT; a denied one is left out."""
    if event.status == "denied" or not event.participants:
        return None
    if event.status in ("planned", "possible"):
        kind, mode = "AGREE", None
    elif event.status == "cancelled":
        kind, mode = "REJECT", "meet"
    else:
        kind, mode = "CONSULT", _mode(event)
    hosts = [each.actor for each in event.participants if each.role == "host"]
    actors = [each.actor for each in event.participants if each.actor not in hosts] or hosts
    timex = Timex.find(event.date)
    first = event.reports[0].article if event.reports else None
    source = material.sources.get(first or "")
    return _record(
        id=event.id,
        date=timex.first.isoformat() if timex else (source.published or "")[:10] if source else "",
        enddate=timex.last.isoformat() if timex and timex.last != timex.first else None,
        event=kind,
        mode=mode,
        context=sorted({_CONTEXTS[topic] for topic in event.topics if topic in _CONTEXTS}),
        actor=[_coded(material, actor) for actor in actors],
        recipient=[_coded(material, actor) for actor in hosts if actor not in actors],
        event_loc={"name": event.place} if event.place else None,
        text=next((each.sentence for each in material.quoted(places_of(event))), None),
        aktenlage={
            "status": event.status,
            "date": event.date,
            "date_is_publication": timex is None,
            "outlets": event.outlets,
            "independent_origins": event.independent_origins,
            "evidence": [[place.article, place.start, place.end] for place in places_of(event)],
        },
    )


def _mode(event: Event) -> str:
    if event.kind == "call":
        return "phone"
    if event.kind == "visit":
        return "visit"
    mediated = any(each.role == "mediator" for each in event.participants)
    return "third-party" if mediated else "multilateral" if len(event.participants) >= _MANY else "visit"


def _stance(material: Material, standpoint: Standpoint, stance: StanceTaken) -> dict[str, Any]:
    kind, mode = _STANCES[stance.stance]
    place = stance.evidence[0] if stance.evidence else None
    return _record(
        id=f"{standpoint.actor}:{standpoint.issue or ''}:{stance.stance}:{stance.date or ''}:{place}",
        date=stance.date or "",
        event=kind,
        mode=mode,
        context=[_CONTEXTS[standpoint.issue]] if standpoint.issue in _CONTEXTS else [],
        actor=[_coded(material, standpoint.actor)],
        recipient=[_coded(material, stance.toward)] if stance.toward else [],
        text=material.words(place) if place else None,
        aktenlage={
            "stance": stance.stance,
            "issue": standpoint.issue,
            "date_is_publication": True,
            "evidence": [[each.article, each.start, each.end] for each in stance.evidence],
        },
    )


def _coded(material: Material, actor: str) -> dict[str, Any]:
    known = material.actors.get(actor)
    state = (known.id if known.kind == "state" else known.state) if known else None
    sector = _SECTORS[known.kind] if known else "PRE"
    return _record(code=_codes().get((state or "").upper()), sector=sector, name=material.name(actor), actor_id=actor)


@cache
def _codes() -> dict[str, str]:
    """ISO 3166 codes of three letters by those of two, from CLDR."""
    aliases = get_global("territory_aliases")
    return {two[0]: three for three, two in aliases.items() if len(three) == 3 and three.isalpha() and len(two) == 1}


def _record(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}
