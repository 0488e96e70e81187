"""Deciding over the file in the browser."""

from collections.abc import Callable

from lxml import html
from starlette.testclient import TestClient

from aktenlage import Store
from aktenlage.model.dossier import Event

Visit = Callable[..., TestClient]


def _send(room: TestClient, page: str, act: str, **fields: object) -> str:
    """Fill in a form of a page as a browser does, and send it."""
    found = html.fromstring(room.get(page).text)
    [form] = [form for form in found.forms if form.fields.get("act") == act]
    data: dict[str, object] = {}
    for name, value in form.form_values():
        data.setdefault(name, [])
        data[name].append(value)  # type: ignore[attr-defined]
    answer = room.post("/decisions", data={**data, **fields})
    assert answer.status_code == 200, answer.text
    return answer.text


def _undo(room: TestClient, number: int) -> None:
    form = html.fromstring(room.get("/decisions").text).xpath("//input[@name='form']/@value")[0]
    assert room.post("/undo", data={"form": form, "number": number}).status_code == 200


def _met(store: Store) -> Event:
    return next(event for event in store.view().events().items if len(event.reports) > 5)


def test_a_correction_is_told_with_its_reason_and_taken_back(visit: Visit, store: Store) -> None:
    """Only what was changed in the form counts as corrected; undoing restores what was."""
    room, before = visit(write=True), _met(store)
    path = f"/event/{before.id}"

    page = _send(
        room, path, "correct", **{"f-place": "Genf", "f-status": "planned", "reason": "Anruf beim Amt", "by": "A. B."}
    )

    after = store.view().event(before.id)
    assert after is not None
    assert (after.place, after.status, after.date) == ("Genf", "planned", before.date)
    assert [judgement.field for judgement in store.judgements()] == ["status", "place"]
    assert "Anruf beim Amt" in page
    assert "(Genf)" in room.get("/timeline").text
    for judgement in store.judgements():
        _undo(room, judgement.number)
    assert store.view().event(before.id) == before
    assert "zurückgenommen" in room.get("/decisions").text


def test_nothing_changed_is_no_decision(visit: Visit, store: Store) -> None:
    """Sending the form as it came decides nothing."""
    _send(visit(write=True), f"/event/{_met(store).id}", "correct")

    assert store.judgements() == []


def test_participants_are_given_by_name(visit: Visit, store: Store) -> None:
    """Names of the file are taken for its actors."""
    event = _met(store)
    _send(
        visit(write=True),
        f"/event/{event.id}",
        "correct",
        **{"f-participants": "Russland; Donald Trump; Herr Unbekannt"},
    )

    corrected = store.view().event(event.id)
    assert corrected is not None
    assert [each.actor for each in corrected.participants] == ["ru", "donald-trump", "Herr Unbekannt"]


def test_events_are_merged_and_split(visit: Visit, store: Store) -> None:
    """Two events become one, and reports of one event become one of their own."""
    room, view = visit(write=True), store.view()
    first, second = (event for event in view.events().items if event.place == "Davos" and event.kind == "visit")
    total = view.events().total

    _send(room, f"/event/{first.id}", "merge", id=[first.id, second.id])
    assert store.view().events().total == total - 1
    assert room.get(f"/event/{second.id}").status_code == 200

    big = _met(store)
    _send(room, f"/event/{big.id}", "split", article=big.reports[0].article)
    assert store.view().events().total == total


def test_hidden_entries_leave_the_lists(visit: Visit, store: Store) -> None:
    """What is hidden is missing from lists, is reached at its address, and comes back."""
    room = visit(write=True)
    statement = store.view().statements().items[0]

    _send(room, f"/statement/{statement.id}", "hide", reason="keine Aussage")

    assert f"/statement/{statement.id}" not in room.get("/statements?since=2026-01-01&until=2026-01-15").text
    assert "keine Aussage" in room.get(f"/statement/{statement.id}").text
    _undo(room, 1)
    assert f"/statement/{statement.id}" in room.get("/statements?since=2026-01-01&until=2026-01-15").text


def test_notes_and_acceptance_stand_beside_the_entry(visit: Visit, store: Store) -> None:
    """A note and an acceptance are shown with who gave them."""
    room = visit(write=True)
    path = f"/document/{store.view().documents().items[0].id}"

    _send(room, path, "note", reason="beim Verlag nachfragen")
    page = _send(room, path, "accept", by="Lektorat")

    assert "beim Verlag nachfragen" in page
    assert "Lektorat" in page


def test_a_bad_value_is_told_in_words(visit: Visit, store: Store) -> None:
    """A value that the field cannot have is refused with the reason, and nothing is kept."""
    room = visit(write=True)
    path = f"/event/{_met(store).id}"
    form = next(f for f in html.fromstring(room.get(path).text).forms if f.fields.get("act") == "correct")

    answer = room.post("/decisions", data={**dict(form.form_values()), "f-date": "übermorgen"})

    assert answer.status_code == 422
    assert "Das geht nicht" in answer.text
    assert store.judgements() == []
