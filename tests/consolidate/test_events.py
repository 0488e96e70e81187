"""Encounters of many articles become events."""

from itertools import permutations

import pytest
from tests.consolidate.build import reading, told

from aktenlage.consolidate.assemble import assemble
from aktenlage.model.article import Span
from aktenlage.model.dossier import Dossier, Event
from aktenlage.model.record import to_record

PLAN = reading("plan", "2026-01-20", told("meeting", "us ru", "planned", place="Genf", date="2026-01-23"))
HELD = reading(
    "held",
    "2026-01-23T20:00:00+01:00",
    told("meeting", "witkoff putin", "held", place="Genf", date="2026-01-23", duration="PT3H"),
    told("meeting", "witkoff putin", "held", place="Moskau", date="2025-12"),
)
LATER = reading(
    "later", "2026-01-25", told("meeting", "us ru", "held", place="Genf", date="2026-01-23", duration="PT5H")
)


def _event(dossier: Dossier, day: str | None) -> Event:
    [event] = [event for event in dossier.events if event.date == day]
    return event


def test_a_plan_and_its_outcome_are_one_event() -> None:
    """The state and its envoy meet; the earlier meeting that an article mentions beside stays apart."""
    dossier = assemble([PLAN, HELD, LATER])

    event = _event(dossier, "2026-01-23")
    assert len(dossier.events) == 2
    assert (event.status, event.place) == ("held", "Genf")
    assert [report.status for report in event.history] == ["planned", "held", "held"]
    assert [participant.actor for participant in event.participants] == ["putin", "witkoff"]
    assert _event(dossier, "2025-12").outlets == 1


def test_disagreeing_durations_stay_side_by_side() -> None:
    """No value is dropped: both lengths stand with their words."""
    [disagreement] = _event(assemble([PLAN, HELD, LATER]), "2026-01-23").disagreements

    assert (disagreement.field, disagreement.type) == ("duration", "contradiction")
    assert {value.value: [place.article for place in value.evidence] for value in disagreement.values} == {
        "PT3H": ["held"],
        "PT5H": ["later"],
    }


def test_order_of_input_makes_no_difference() -> None:
    """The same articles give the same dossier."""
    records = [to_record(assemble(order)) for order in permutations([PLAN, HELD, LATER])]

    assert all(record == records[0] for record in records)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            told("meeting", "merz macron", "held", place="Paris", date="2026-01-12"),
            told("meeting", "merz macron", "held", place="Berlin", date="2026-01-19"),
        ),
        (
            told("call", "merz macron", "held", date="2026-01-12"),
            told("meeting", "merz macron", "held", date="2026-01-12"),
        ),
        (
            told("meeting", "rubio lawrow", "held", date="2026-01-12"),
            told("meeting", "trump putin", "held", date="2026-01-12"),
        ),
        (
            told("meeting", "us ir", "held", number=2, date="2026-01"),
            told("meeting", "us ir", "planned", number=3, date="2026-01"),
        ),
        (
            told("meeting", "us ir", "held", date="2026-01-12"),
            told("meeting", "us ru", "held", date="2026-01-12"),
        ),
        (
            told("call", "merz macron", "held"),
            told("call", "merz macron", "planned"),
        ),
    ],
    ids=["day", "call-or-meeting", "other-people", "round", "other-party", "over-and-ahead"],
)
def test_keeps_apart(one: object, other: object) -> None:
    """What looks alike but is not one event."""
    dossier = assemble([reading("a", "2026-01-13", one), reading("b", "2026-01-20", other)])  # type: ignore[arg-type]

    assert len(dossier.events) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            told("meeting", "merz macron", "planned", place="Paris", date="2026-W03"),
            told("meeting", "merz macron", "held", place="Paris", date="2026-01-14"),
        ),
        (
            told("meeting", "de fr", "planned", date="2026-01-14"),
            told("visit", "merz macron", "held", place="Paris", date="2026-01-14"),
        ),
        (
            told("meeting", "trump selenskyj", "held", place="Davos", date="2026-01-14"),
            told("meeting", "trump selenskyj", "held", place="Davos", date="2026-01-13"),
        ),
        (
            told("meeting", "trump putin", "planned", place="Budapest", date="2026-01-20"),
            told("meeting", "trump putin", "cancelled", place="Budapest"),
        ),
        (
            told("meeting", "us ir", "planned", place="Genf", date="2026-01-14", number=3),
            told("meeting", "araghtschi witkoff", "held", place="Genf", number=3),
        ),
    ],
    ids=["coarse-date", "states-and-people", "wrong-day", "called-off", "round"],
)
def test_puts_together(one: object, other: object) -> None:
    """What is told differently but is one event."""
    dossier = assemble([reading("a", "2026-01-13", one), reading("b", "2026-01-14", other)])  # type: ignore[arg-type]

    assert len(dossier.events) == 1


@pytest.mark.parametrize(
    ("statuses", "final"),
    [
        (["possible", "planned", "ongoing", "held"], "held"),
        (["planned", "cancelled"], "cancelled"),
        (["planned", "cancelled", "planned"], "planned"),
        (["held", "planned"], "held"),
        (["planned", "denied"], "denied"),
        (["denied", "held"], "held"),
        (["planned", "planned"], "planned"),
    ],
)
def test_status_follows_the_reports(statuses: list[str], final: str) -> None:
    """A later report counts, but what was held does not become a plan again, and a plan is never taken as held."""
    readings = [
        reading(f"a{day}", f"2026-01-{day}", told("meeting", "merz macron", status, place="Paris", date="2026-01-12"))
        for day, status in enumerate(statuses, start=10)
    ]

    [event] = assemble(readings).events

    assert event.status == final
    assert [report.status for report in event.history] == statuses


def test_confirmation_of_one_side_is_missing() -> None:
    """What a party leaves open stays open until it speaks."""
    day = {"place": "Genf", "date": "2026-01-23"}
    first = reading(
        "a", "2026-01-20", told("meeting", "us ru ua", "planned", announced_by=("ua",), unconfirmed_by=("ru",), **day)
    )
    second = reading("b", "2026-01-22", told("meeting", "us ru ua", "planned", confirmed_by=("ru",), **day))

    early = [(each.actor, each.stance) for each in assemble([first]).events[0].confirmations]
    late = [(each.actor, each.stance) for each in assemble([first, second]).events[0].confirmations]

    assert early == [("ru", "unconfirmed"), ("ua", "announces")]
    assert late == [("ru", "confirms"), ("ua", "announces")]


@pytest.mark.parametrize(
    ("values", "best", "kind"),
    [
        (["2026-01-23", "2026-W04"], "2026-01-23", "granularity"),
        (["2026-01-23/2026-01-24", "2026-01-23"], "2026-01-23/2026-01-24", "scope"),
        (["2026-01-23", "2026-01-22", "2026-01-23"], "2026-01-23", "contradiction"),
    ],
)
def test_dates_that_differ_are_typed(values: list[str], best: str, kind: str) -> None:
    """A coarser date is no contradiction, nor is the first of two days."""
    readings = [
        reading(f"a{number}", "2026-01-24", told("meeting", "trump putin", "held", place="Genf", date=value))
        for number, value in enumerate(values)
    ]

    [event] = assemble(readings).events

    assert event.date == best
    assert [(each.field, each.type) for each in event.disagreements] == [("date", kind)]


def test_a_new_day_for_a_plan_is_an_update() -> None:
    """What is put off gets its new day; the old one stays as overtaken."""
    old = reading("a", "2026-01-10", told("meeting", "trump putin", "planned", place="Budapest", date="2026-01-20"))
    new = reading("b", "2026-01-15", told("meeting", "trump putin", "planned", place="Budapest", date="2026-02-03"))

    dossier = assemble([new, old])

    [event] = dossier.events
    assert event.date == "2026-02-03"
    assert [(each.field, each.type) for each in event.disagreements] == [("date", "update")]
    assert [(change.at, change.kind, change.before, change.after) for change in dossier.changes] == [
        ("2026-01-10", "new", None, "planned"),
        ("2026-01-15", "date", "2026-01-20", "2026-02-03"),
    ]


def test_as_of_a_day_only_what_had_appeared_counts() -> None:
    """The dossier of a past day can be given again."""
    dossier = assemble([PLAN, HELD, LATER], as_of="2026-01-22")

    assert dossier.as_of == "2026-01-22T23:59:59+01:00"
    assert [article.id for article in dossier.articles] == ["plan"]
    assert [event.status for event in dossier.events] == ["planned"]


def test_two_encounters_of_one_sentence_have_their_own_ids() -> None:
    """An id names one event only."""
    both = reading(
        "a",
        "2026-01-20",
        told("meeting", "us cn", "held", place="London", date="2025-06", evidence=(Span(0, 4),)),
        told("meeting", "us cn", "held", place="Genf", date="2025-05", evidence=(Span(0, 4),)),
    )

    assert len({event.id for event in assemble([both]).events}) == 2


def test_a_reading_that_repeats_itself_makes_one_event() -> None:
    """The same entry twice is one event, and ids stay unique even where nothing else is known."""
    same = told("meeting", "us cn", "held", place="London", date="2025-06", evidence=(Span(0, 4),))
    empty = told("visit", "", "planned", evidence=(Span(0, 4),))

    dossier = assemble([reading("a", "2026-01-20", same, same, empty, empty)])

    assert [len(event.participants) for event in dossier.events].count(2) == 1
    assert len({event.id for event in dossier.events}) == len(dossier.events)


def test_event_ids_stay_when_articles_come() -> None:
    """A later report does not rename an event."""
    early = _event(assemble([PLAN]), "2026-01-23")
    late = _event(assemble([PLAN, HELD, LATER]), "2026-01-23")

    assert early.id == late.id
    assert late.links[0].score == pytest.approx(sum(late.links[0].reasons.values()), abs=0.01)
