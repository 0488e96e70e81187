"""What users decide is kept, survives later articles and new readings, and can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aktenlage import Article, Reading, Store, to_record
from aktenlage.errors import JudgementError
from aktenlage.model.annotation import Actor
from aktenlage.model.article import Span
from aktenlage.model.dossier import Event
from aktenlage.model.encounter import Encounter
from aktenlage.model.position import Position
from aktenlage.store.page import Wanted

PARIS = "Der französische Präsident Emmanuel Macron hat am Mittwoch Bundeskanzler Friedrich Merz in Paris empfangen."
ROME = "Emmanuel Macron und Friedrich Merz haben sich am 12. März in Rom getroffen."
ARTICLES = [
    Article("a", PARIS, outlet="Bote", published="2026-01-22"),
    Article("b", f"In Kürze. {PARIS}", outlet="Warte", published="2026-01-22"),
    Article("c", ROME, outlet="Bote", published="2026-03-13"),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "talks.sqlite") as store:
        for article in ARTICLES:
            store.add(article)
        yield store


def _events(store: Store) -> list[Event]:
    return list(store.view().events().items)


def test_merges_events_and_takes_it_back(store: Store) -> None:
    """Merged events are one with all reports; undone, the file says what it said before."""
    before = to_record(store.view().events())
    [paris, rome] = _events(store)

    merged = store.judge("merge", [paris.id, rome.id], reason="one meeting")
    [one] = _events(store)

    assert [report.article for report in one.reports] == ["a", "b", "c"]
    assert any("judgement" in link.reasons for link in one.links)
    assert store.view().event(rome.id) == one

    store.undo(merged.number)
    assert to_record(store.view().events()) == before


def test_splits_an_event_and_takes_it_back(store: Store) -> None:
    """The reports of the named article are an event of their own until that is undone."""
    before = to_record(store.view().events())
    [paris, _] = _events(store)

    split = store.judge("split", [paris.id], articles=["b"])

    told = sorted(report.article for event in _events(store) for report in event.reports)
    assert (len(_events(store)), told) == (3, ["a", "b", "c"])
    store.undo(split.number)
    assert to_record(store.view().events()) == before


def test_a_split_can_be_merged_again(store: Store) -> None:
    """Of two decisions over the same reports the later one stands."""
    [paris, _] = _events(store)
    store.judge("split", [paris.id], articles=["b"])
    first, second, _ = _events(store)

    store.judge("merge", [first.id, second.id])

    assert [[report.article for report in event.reports] for event in _events(store)] == [["a", "b"], ["c"]]


def test_corrects_a_field_and_tells_it(store: Store) -> None:
    """The value is the user's, the old one and the reason stand beside it."""
    [paris, _] = _events(store)

    store.judge("correct", [paris.id], field="place", value="Évian", reason="seen there", by="desk")
    corrected = store.view().event(paris.id)

    assert corrected is not None
    assert corrected.place == "Évian"
    [mark] = corrected.marks
    assert (mark.field, mark.before, mark.after, mark.reason, mark.by) == (
        "place",
        "Paris",
        "Évian",
        "seen there",
        "desk",
    )


def test_a_decision_outlives_later_articles(store: Store) -> None:
    """An earlier report that comes late changes the event's id, not what was decided over it."""
    [paris, _] = _events(store)
    store.judge("correct", [paris.id], field="place", value="Évian")

    store.add(Article("early", "Emmanuel Macron empfängt am Mittwoch Friedrich Merz in Paris.", published="2026-01-20"))
    event = _events(store)[0]

    assert event.id != paris.id
    assert event.place == "Évian"
    assert store.view().event(paris.id) == event


def test_hides_an_entry(store: Store) -> None:
    """What is hidden is left out unless it is asked for."""
    [paris, rome] = _events(store)

    store.judge("hide", [paris.id])

    assert [event.id for event in _events(store)] == [rome.id]
    assert store.view().events(Wanted(hidden=True)).total == 2


def test_a_past_day_knows_no_later_decision(store: Store) -> None:
    """What the file said on a day is not changed by what is decided now."""
    [paris, _] = _events(store)
    store.judge("correct", [paris.id], field="place", value="Évian")

    assert store.view(as_of="2026-01-23").events().items[0].place == "Paris"


def test_decisions_move_to_another_store(store: Store, tmp_path: Path) -> None:
    """Listed and taken over, they do there what they did here, and only once."""
    [paris, rome] = _events(store)
    merged = store.judge("merge", [paris.id, rome.id])
    store.judge("note", [paris.id], reason="to be asked")
    store.undo(merged.number)

    with Store(tmp_path / "other.sqlite") as other:
        for article in ARTICLES:
            other.add(article)
        assert other.take_judgements(store.judgements()) == 3
        assert other.take_judgements(store.judgements()) == 0
        here, there = (to_record(each.view().events())["items"] for each in (store, other))

    assert here == there


def test_decisions_come_before_their_articles(store: Store, tmp_path: Path) -> None:
    """Taken over into an empty store, they count from the moment on that their articles are there."""
    store.judge("merge", [event.id for event in _events(store)], reason="one meeting")

    with Store(tmp_path / "other.sqlite") as other:
        other.take_judgements(store.judgements())
        for article in ARTICLES:
            other.add(article)
            other.settle()

        assert to_record(other.view().events()) == to_record(store.view().events())


def test_takes_over_what_differs_only_in_words(store: Store, tmp_path: Path) -> None:
    """Two notes and two undoings of one second are four decisions, and an undoing finds its own again."""
    [paris, _] = _events(store)
    notes = [store.judge("note", [paris.id], reason=reason) for reason in ("first", "second")]

    with Store(tmp_path / "other.sqlite") as other:
        for article in ARTICLES:
            other.add(article)
        assert other.take_judgements(store.judgements()) == 2
        for note in notes:
            store.undo(note.number)
        assert other.take_judgements(store.judgements()) == 2

        assert _events(other)[0].marks == ()


def test_decides_over_several_entries_at_once(store: Store) -> None:
    """Each of the entries named bears the decision."""
    store.judge("accept", [event.id for event in _events(store)])

    assert [[mark.act for mark in event.marks] for event in _events(store)] == [["accept"], ["accept"]]


TWO = "Norwegen traf am Montag die Schweiz und am Dienstag Polen."
ONE = "Polen und Norwegen trafen sich am Dienstag in Warschau."


def _told(name: str, text: str, *encounters: Encounter) -> Reading:
    actors = tuple(Actor(each, each.upper(), "state", state=each, registered=True) for each in ("ch", "no", "pl"))
    whole = (Span(0, len(text)),)
    article = Article(name, text, published="2026-03-05", outlet=name)
    return Reading(article, actors=actors, sentences=whole, encounters=encounters)


@pytest.fixture
def twofold(tmp_path: Path) -> Iterator[Store]:
    """One sentence tells of two meetings."""
    with Store(tmp_path / "two.sqlite") as store:
        words = (Span(0, len(TWO)),)
        bern = Encounter("meeting", ("no", "ch"), "held", place="Bern", date="2026-03-02", evidence=words)
        warsaw = Encounter("meeting", ("no", "pl"), "held", place="Warschau", date="2026-03-03", evidence=words)
        store.add(_told("a", TWO, bern, warsaw))
        yield store


def test_parts_events_told_in_the_same_words(twofold: Store) -> None:
    """The decision is over the one that was meant, also when the other gets a further report."""
    [bern, warsaw] = _events(twofold)
    twofold.judge("correct", [bern.id], field="duration", value="PT2H")

    words = (Span(0, len(ONE)),)
    again = Encounter("meeting", ("no", "pl"), "held", place="Warschau", date="2026-03-03", evidence=words)
    twofold.add(_told("b", ONE, again))
    twofold.settle()
    twofold.judge("correct", [warsaw.id], field="place", value="Krakau")

    assert [(event.place, event.duration, len(event.marks)) for event in _events(twofold)] == [
        ("Bern", "PT2H", 1),
        ("Krakau", None, 1),
    ]
    assert to_record(twofold.dossier().events) == to_record(twofold.view().events().items)


def test_merges_events_told_in_the_same_words(twofold: Store) -> None:
    """Both become one and, taken back, two again."""
    merged = twofold.judge("merge", [event.id for event in _events(twofold)])
    assert len(_events(twofold)) == 1

    twofold.undo(merged.number)
    assert [event.place for event in _events(twofold)] == ["Bern", "Warschau"]


def test_gives_a_standpoint_another_issue_and_takes_it_back(tmp_path: Path) -> None:
    """The standpoint keeps its id and stands beside the one that is on that issue already."""
    text = "Norwegen fordert Frieden. Norwegen lehnt Abgaben ab."
    wants = (
        Position("no", "demands", issue="ceasefire", evidence=(Span(0, 25),)),
        Position("no", "rejects", issue="sanctions", evidence=(Span(26, 52),)),
    )
    with Store(tmp_path / "wants.sqlite") as store:
        store.add(Reading(Article("a", text, published="2026-03-05"), positions=wants))
        [first, _] = store.view().ids("position")
        corrected = store.judge("correct", [first], kind="position", field="issue", value="sanctions")

        assert [each.issue for each in store.view().positions().items] == ["sanctions", "sanctions"]
        assert store.view().ids("position")[0] == first
        store.undo(corrected.number)
        assert [each.issue for each in store.view().positions().items] == ["ceasefire", "sanctions"]


@pytest.mark.parametrize(
    ("act", "given", "key"),
    [
        ("merge", {}, "judge.two_events"),
        ("split", {"articles": ["a", "b"]}, "judge.no_part"),
        ("split", {"articles": ["c"]}, "judge.no_part"),
        ("correct", {"field": "id", "value": "x"}, "judge.no_field"),
        ("correct", {"field": "status", "value": "over"}, "judge.no_field"),
        ("correct", {"field": "date", "value": "bald"}, "judge.no_field"),
        ("note", {}, "judge.no_note"),
    ],
)
def test_refuses_what_cannot_be_decided(store: Store, act: str, given: dict[str, object], key: str) -> None:
    """Each with a message of its own, and nothing is kept."""
    [paris, _] = _events(store)

    with pytest.raises(JudgementError) as error:
        store.judge(act, [paris.id], **given)  # type: ignore[arg-type]

    assert error.value.key == key
    assert store.judgements() == []


def test_refuses_unknown_entries_and_numbers(store: Store) -> None:
    """What is not there cannot be judged, and nothing be taken back twice."""
    [paris, _] = _events(store)
    accepted = store.judge("accept", [paris.id])
    store.undo(accepted.number)

    for wrong in (lambda: store.judge("accept", ["e0"]), lambda: store.undo(99), lambda: store.undo(accepted.number)):
        with pytest.raises(JudgementError):
            wrong()
