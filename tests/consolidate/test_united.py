"""Statements, standpoints, documents and delegations of many articles."""

from dataclasses import replace

from tests.consolidate.build import actor, reading, told

from aktenlage.consolidate.assemble import assemble
from aktenlage.model.annotation import Delegation, Document, Speaker, Statement
from aktenlage.model.article import Span
from aktenlage.model.position import Position


def _saying(name: str, day: str, words: str, kind: str = "direct", speaker: str = "us"):
    statement = Statement((Span(0, len(words)),), kind, speaker=Speaker(0, 1, speaker, (speaker,)))  # type: ignore[arg-type]
    return reading(name, day, text=f"{words}, hieß es.", statements=(statement,))


def test_one_utterance_in_two_reports() -> None:
    """Quoted here, told there: one statement with two reports; another speaker's and a later one stay apart."""
    dossier = assemble(
        [
            _saying("a", "2026-01-12", "„Wir werden die Grenze bei Narva morgen wieder öffnen“"),
            _saying("b", "2026-01-13", "man werde die Grenze bei Narva am Dienstag wieder öffnen", "indirect"),
            _saying("c", "2026-01-13", "„Wir werden die Grenze bei Narva morgen wieder öffnen“", speaker="ru"),
            _saying("d", "2026-03-13", "„Wir werden die Grenze bei Narva morgen wieder öffnen“"),
        ]
    )

    assert [(each.speaker, each.reports, each.type) for each in dossier.statements] == [
        ("us", ("a", "b"), "direct"),
        ("ru", ("c",), "direct"),
        ("us", ("d",), "direct"),
    ]


def _position(name: str, day: str, stance: str, issue: str | None = "territory"):
    position = Position("ru", stance, issue=issue, evidence=(Span(0, 3),))  # type: ignore[arg-type]
    return reading(name, day, text="Russland spricht.", positions=(position,))


def test_a_turn_is_marked_as_change() -> None:
    """What was rejected and is accepted later has changed, with the words of both sides."""
    dossier = assemble(
        [
            _position("a", "2026-01-12", "rejects"),
            _position("b", "2026-01-13", "rejects"),
            _position("c", "2026-01-20", "accepts"),
        ]
    )

    [standpoint] = dossier.positions
    [change] = dossier.changes
    assert standpoint.changed
    assert [(each.stance, each.date, len(each.evidence)) for each in standpoint.stances] == [
        ("rejects", "2026-01-12", 2),
        ("accepts", "2026-01-20", 1),
    ]
    assert (change.at, change.kind) == ("2026-01-20", "position")
    assert [place.article for place in change.evidence] == ["a", "c"]


def test_demanding_two_things_is_no_change() -> None:
    """Without an issue, or with stances that go together, nothing has turned."""
    together = [_position("a", "2026-01-12", "demands"), _position("b", "2026-01-20", "offers")]
    unknown = [_position("a", "2026-01-12", "rejects", None), _position("b", "2026-01-20", "accepts", None)]

    assert not assemble(together).positions[0].changed
    assert not assemble(unknown).positions[0].changed


def test_versions_of_a_plan_are_one_document() -> None:
    """The newer version gives name and status, the oldest stands first; what was refused stays."""
    old = Document("28-Punkte-Plan", "plan", "proposed", points=28, rejected_by=("ua",), evidence=(Span(0, 3),))
    new = Document("20-Punkte-Plan", "plan", "agreed", supersedes="28-Punkte-Plan", endorsed_by=("ua",), points=20)
    readings = [
        reading("a", "2026-01-12", text="Ein Plan.", documents=(old,)),
        reading("b", "2026-01-20", text="Noch ein Plan.", documents=(new,)),
    ]

    early, late = assemble(readings, as_of="2026-01-15"), assemble(readings)

    assert [(each.name, each.status) for each in early.documents] == [("28-Punkte-Plan", "proposed")]
    [document] = late.documents
    assert (document.name, document.status) == ("20-Punkte-Plan", "agreed")
    assert document.versions == ("28-Punkte-Plan", "20-Punkte-Plan")
    assert (document.endorsed_by, document.rejected_by) == (("ua",), ("ua",))
    assert [change.at for change in late.changes] == ["2026-01-12", "2026-01-20"]


def test_a_member_of_a_delegation_acts_for_its_state() -> None:
    """Whom an article only lists in a state's delegation belongs to that state."""
    delegation = Delegation("ua", None, ("hnatow",), None, {}, (Span(0, 3),))
    people = (actor("ua"), actor("hnatow"))

    dossier = assemble([replace(reading("a", "2026-01-20", delegations=(delegation,)), actors=people)])

    assert {each.id: each.state for each in dossier.actors}["hnatow"] == "ua"


def test_members_of_a_delegation_are_united() -> None:
    """Two lists of one event are one delegation; its members take part in the event."""
    talks = told("meeting", "us ua", "planned", place="Genf", date="2026-01-23")
    first = Delegation("us", None, ("witkoff",), 0, {"witkoff": "Sondergesandter"}, (Span(0, 3),))
    second = Delegation("us", "rubio", ("rubio", "witkoff"), None, {}, (Span(0, 3),))
    people = (actor("us"), actor("ua"), actor("witkoff"), actor("rubio"))
    readings = [
        replace(reading("a", "2026-01-20", talks, delegations=(first,)), actors=people),
        replace(reading("b", "2026-01-21", talks, delegations=(second,)), actors=people),
    ]

    dossier = assemble(readings)

    [event] = dossier.events
    [delegation] = dossier.delegations
    assert (delegation.head, set(delegation.members), delegation.event) == ("rubio", {"rubio", "witkoff"}, event.id)
    assert [(each.actor, each.role) for each in event.participants] == [("ua", None), ("witkoff", "delegate")]


def test_versions_of_a_plan_do_not_contradict() -> None:
    """Reports of 12 points and of 10 are of two versions; one version in two states on one day is a contradiction."""
    old = Document("12-Punkte-Plan", "plan", "proposed", points=12, evidence=(Span(0, 5),))
    new = Document("10-Punkte-Plan", "plan", "agreed", points=10, supersedes="12-Punkte-Plan", evidence=(Span(0, 5),))
    other = replace(new, status="rejected", supersedes=None)
    readings = [
        replace(reading("a", "2026-01-20"), documents=(old,)),
        replace(reading("b", "2026-01-22"), documents=(new,)),
        replace(reading("c", "2026-01-22"), documents=(other,)),
    ]

    [document] = assemble(readings).documents

    assert [(each.field, each.type) for each in document.disagreements] == [
        ("version", "version"),
        ("status", "contradiction"),
    ]
    assert [value.value for value in document.disagreements[0].values] == ["12-Punkte-Plan", "10-Punkte-Plan"]
