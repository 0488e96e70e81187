"""iCalendar (RFC 5545): what is planned, under way and past, for the calendars of others."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from aktenlage.model.dossier import Event
from aktenlage.model.timex import Timex
from aktenlage.publish.export.material import Material, places_of
from aktenlage.publish.words import day_in_words
from aktenlage.resources.messages import message

_STATUS = {
    "held": "CONFIRMED",
    "ongoing": "CONFIRMED",
    "planned": "TENTATIVE",
    "possible": "TENTATIVE",
    "cancelled": "CANCELLED",
    "denied": "CANCELLED",
}


def write_calendar(material: Material) -> bytes:
    """
    Events with a date as whole days; a planned one that its parties confirmed is CONFIRMED.

    The UID is the event's id and stays; SEQUENCE counts the reports, so that a later file replaces an earlier one.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Aktenlage//aktenlage//DE")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", message("export.calendar", material.interface))
    for event in material.dossier.events:
        timex = Timex.find(event.date)
        if timex is not None:
            calendar.add_component(_entry(material, event, timex))
    return bytes(calendar.to_ical())


def _entry(material: Material, event: Event, timex: Timex) -> Entry:
    entry = Entry()
    who = ", ".join(material.names(each.actor for each in event.participants))
    entry.add("uid", f"{event.id}@aktenlage")
    entry.add("dtstamp", datetime.fromisoformat(material.moment).astimezone(UTC))
    entry.add("dtstart", timex.first)
    entry.add("dtend", timex.last + timedelta(days=1))
    entry.add("summary", message(f"event.{event.kind}", material.interface, who=who))
    entry.add("status", _status(event))
    entry.add("sequence", len(event.history))
    entry.add("transp", "TRANSPARENT")
    if event.place:
        entry.add("location", event.place)
    told = [message(f"status.{event.status}", material.interface)]
    if (timex.last - timex.first).days > 0:
        told.append(day_in_words(event.date, material.interface))
    told += [f"{each.outlet or each.article}: {each.sentence}" for each in material.quoted(places_of(event)[:3])]
    entry.add("description", "\n".join(told))
    if material.base:
        entry.add("url", material.iri("event", event.id))
    return entry


def _status(event: Event) -> str:
    confirmed = {each.actor for each in event.confirmations if each.stance == "confirms"}
    if event.status == "planned" and len(confirmed) > 1:
        return "CONFIRMED"
    return _STATUS[event.status]
