"""The chapters of a dossier, in the order in which people read them."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from itertools import combinations

from aktenlage.dossier.row import is_over
from aktenlage.model.dossier import Dossier, Event
from aktenlage.model.timex import Timex
from aktenlage.publish.quotes import Quotes
from aktenlage.publish.section import Group, Line, Section
from aktenlage.publish.teller import Teller

_LATEST = 6  # lines under "where things stand": what fits on a screen together with what is next


def sections(dossier: Dossier, quotes: Quotes, interface: str) -> tuple[Section, ...]:
    """Tell *dossier* in the interface language: every line with the numbers of its quotes."""
    teller = Teller(dossier, quotes, interface)
    return tuple(
        Section(key, teller.say(f"section.{key}"), teller.say(f"section.{key}.empty"), tuple(groups(teller)))
        for key, groups in _SECTIONS
    )


def _standing(teller: Teller) -> list[Group]:
    done = [event for event in teller.dossier.events if event.status not in ("planned", "possible")]
    latest = sorted(done, key=lambda event: (_last_report(event), *_by_date(event)), reverse=True)
    return _one(teller.event(event, brief=True) for event in latest[:_LATEST])


def _next(teller: Teller) -> list[Group]:
    today = (teller.dossier.as_of or "")[:10]
    coming = [
        event
        for event in teller.dossier.events
        if event.status in ("planned", "possible") and not is_over(event.date, today)
    ]
    return _one(teller.event(event, brief=True) for event in sorted(coming, key=_by_date))


def _timeline(teller: Teller) -> list[Group]:
    return _one(teller.event(event) for event in sorted(teller.dossier.events, key=_by_date))


def _meetings(teller: Teller) -> list[Group]:
    met: Counter[tuple[str, str]] = Counter()
    proof: dict[tuple[str, str], list[Event]] = {}
    for event in teller.dossier.events:
        if event.status in ("held", "ongoing"):
            for pair in combinations(sorted({participant.actor for participant in event.participants}), 2):
                if teller.side(pair[0]) != teller.side(pair[1]):
                    met[pair] += 1
                    proof.setdefault(pair, []).append(event)
    ranked = sorted(met.items(), key=lambda item: (-item[1], teller.names(item[0])))
    return _one(
        Line(
            teller.names(pair),
            badge=teller.say("count.times", count=count, number=count),
            details=tuple(
                dict.fromkeys(
                    f"{teller.day(event.date)}: {event.place or teller.say('place.unknown')}" for event in proof[pair]
                )
            ),
            quotes=teller.quotes(e for event in proof[pair] for report in event.reports for e in report.evidence),
        )
        for pair, count in ranked
    )


def _positions(teller: Teller) -> list[Group]:
    by_issue: dict[str | None, list[Line]] = {}
    for standpoint in sorted(teller.dossier.positions, key=lambda s: teller.name(s.actor)):
        for taken in standpoint.stances:
            toward = teller.say("position.toward", who=teller.name(taken.toward)) if taken.toward else None
            changed = teller.say("position.changed") if standpoint.changed else None
            by_issue.setdefault(standpoint.issue, []).append(
                Line(
                    teller.say(
                        f"position.{taken.stance}",
                        who=teller.name(standpoint.actor),
                        words=teller.excerpt(taken.evidence),
                    ),
                    when=teller.day(taken.date),
                    details=tuple(note for note in (toward, changed) if note),
                    quotes=teller.quotes(taken.evidence),
                )
            )
    ranked = sorted(by_issue.items(), key=lambda item: (item[0] is None, teller.issue(item[0])))
    return [Group(tuple(lines), teller.issue(issue)) for issue, lines in ranked]


def _documents(teller: Teller) -> list[Group]:
    lines = []
    for document in teller.dossier.documents:
        details = []
        if len(document.versions) > 1:
            details.append(teller.say("document.versions", versions=" → ".join(document.versions)))
        if document.endorsed_by:
            details.append(teller.say("document.endorsed", who=teller.names(document.endorsed_by)))
        if document.rejected_by:
            details.append(teller.say("document.rejected", who=teller.names(document.rejected_by)))
        lines.append(
            Line(
                document.name,
                badge=teller.say(f"document.status.{document.status}") if document.status else None,
                state=document.status,
                details=tuple(details),
                quotes=teller.quotes(document.evidence),
            )
        )
    return _one(lines)


def _delegations(teller: Teller) -> list[Group]:
    groups = []
    for delegation in teller.dossier.delegations:
        offices = delegation.offices or {}
        refs = teller.quotes(delegation.evidence)
        members = tuple(
            Line(
                teller.name(member),
                badge=teller.say("delegation.head") if member == delegation.head else None,
                details=(offices[member],) if member in offices else (),
                quotes=refs,
            )
            for member in delegation.members
        )
        groups.append(Group(members, teller.name(delegation.of)))
    return [group for group in groups if group.lines]


def _statements(teller: Teller) -> list[Group]:
    by_speaker: dict[str, list[Line]] = {}
    for statement in teller.dossier.statements:
        if statement.speaker and statement.type == "direct" and statement.evidence:
            words = teller.words(statement.evidence)
            addressee = (
                teller.say("statement.to", who=teller.name(statement.addressee)) if statement.addressee else None
            )
            by_speaker.setdefault(statement.speaker, []).append(
                Line(
                    words,
                    when=teller.day(statement.date),
                    details=tuple(note for note in (statement.channel, addressee) if note),
                    quotes=teller.quotes(statement.evidence),
                )
            )
    return [
        Group(tuple(lines), teller.name(who))
        for who, lines in sorted(by_speaker.items(), key=lambda i: teller.name(i[0]))
    ]


def _disagreements(teller: Teller) -> list[Group]:
    return _one(
        Line(
            teller.disagreement(disagreement),
            when=teller.day(event.date),
            details=(teller.event(event).text,),
            quotes=teller.quotes(evidence for value in disagreement.values for evidence in value.evidence),
        )
        for event in sorted(teller.dossier.events, key=_by_date)
        for disagreement in event.disagreements
    )


def _sources(teller: Teller) -> list[Group]:
    origins = {origin.id: origin for origin in teller.dossier.origins}
    lines = []
    for source in teller.dossier.articles:
        details = []
        if source.title:
            details.append(source.title)
        origin = origins.get(source.origin or "")
        if origin and len(origin.articles) > 1:
            others = [teller.outlet(article) for article in origin.articles if article != source.id]
            name = origin.name or teller.say("origin.unnamed")
            details.append(teller.say("origin.shared", origin=name, others="; ".join(others)))
        lines.append(
            Line(
                teller.outlet_name(source),
                when=teller.day(source.published),
                badge="/".join(source.agencies) or None,
                details=tuple(details),
            )
        )
    return _one(lines)


_SECTIONS: tuple[tuple[str, Callable[[Teller], list[Group]]], ...] = (
    ("standing", _standing),
    ("next", _next),
    ("timeline", _timeline),
    ("meetings", _meetings),
    ("positions", _positions),
    ("documents", _documents),
    ("delegations", _delegations),
    ("statements", _statements),
    ("disagreements", _disagreements),
    ("sources", _sources),
)


def _one(lines: Iterable[Line]) -> list[Group]:
    told = tuple(lines)
    return [Group(told)] if told else []


def _by_date(event: Event) -> tuple[date, date, str]:
    """Order events by their first day, then by their last; those without a day come last."""
    timex = Timex.find(event.date)
    return (timex.first, timex.last, event.id) if timex else (date.max, date.max, event.id)


def _last_report(event: Event) -> str:
    return max((report.published or "" for report in event.history), default="")
