"""Deciding over the file: accepting, correcting, merging, splitting, hiding, noting, and taking back."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from starlette.responses import RedirectResponse, Response

from aktenlage.errors import JudgementError
from aktenlage.model.dossier import Participant
from aktenlage.model.judgement import FIELDS, Act, TargetKind
from aktenlage.publish.web.desk import Desk, Missing
from aktenlage.publish.web.filters import find_actor

Form = Mapping[str, list[str]]
_LONGEST = 2000
_PEOPLE = ("speaker", "addressee")
_ACTS: tuple[Act, ...] = ("accept", "correct", "merge", "split", "hide", "note")
Choice = TypeVar("Choice", bound=str)


def decisions(desk: Desk) -> Response:
    """Answer with the list of all decisions, the latest first."""
    known = desk.room.store.judgements()
    undone: dict[int | None, int] = {each.undoes: each.number for each in known if each.undoes is not None}
    newest = list(reversed(known))
    page = desk.part(newest)
    # Of an undoing that was itself undone nothing is left to take back.
    standing = {each.number for each in known if not _is_undone(each.number, undone)}
    desk.fetch(place for each in page.items for place in each.places[:1])
    return desk.page("decisions.html", page=page, standing=standing, undone=undone, entries=_entries(desk, page.items))


def decide(desk: Desk, form: Form) -> Response:
    """Take one decision, or one for each field that was corrected, and lead back to the entry."""
    _only_writers(desk)
    act, kind = _known(_one(form, "act"), _ACTS), _known(_one(form, "kind"), tuple(FIELDS))
    names = [name for name in form.get("id", []) if name]
    if act is None or kind is None or not names:
        raise Missing
    entry = desk.view.entry(kind, names[0])
    if entry is None:
        raise Missing
    reason, by = (_one(form, name).strip()[:_LONGEST] or None for name in ("reason", "by"))
    known: dict[str, Any] = {"kind": kind, "reason": reason, "by": by}
    made = []
    try:
        with desk.room.lock:
            if act == "correct":
                for field, value in _corrections(desk, kind, entry, form).items():
                    made.append(desk.room.store.judge("correct", names[:1], field=field, value=value, **known))
            else:
                articles = form.get("article", []) if act == "split" else []
                made.append(desk.room.store.judge(act, names, articles=articles, **known))
    except JudgementError as error:
        return _cannot(desk, error)
    path = desk.entry(kind, names[0])
    return RedirectResponse(desk.link(path, done=made[-1].number) if made else path, 303)


def undo(desk: Desk, form: Form) -> Response:
    """Take a decision back."""
    _only_writers(desk)
    number = _one(form, "number")
    if not number.isascii() or not number.isdecimal() or len(number) > 12:
        raise Missing
    try:
        with desk.room.lock:
            desk.room.store.undo(int(number), reason=_one(form, "reason").strip()[:_LONGEST] or None)
    except JudgementError as error:
        return _cannot(desk, error)
    return RedirectResponse("/decisions", 303)


def open_desk(desk: Desk, form: Form) -> Response:
    """Let in who knows the token."""
    if not desk.room.access.accepts(_one(form, "token")):
        return desk.page("message.html", status=403, title="web.forbidden", text="web.forbidden.token")
    response = RedirectResponse("/decisions", 303)
    desk.room.access.open_desk(response, secure=desk.request.url.scheme == "https")
    return response


def close_desk(desk: Desk, form: Form) -> Response:
    """Let a writer out."""
    del form
    response = RedirectResponse("/decisions", 303)
    desk.room.access.close_desk(desk.request, response)
    return response


def _corrections(desk: Desk, kind: TargetKind, entry: Any, form: Form) -> dict[str, Any]:
    """Give the fields whose value in the form is not what the entry has."""
    found: dict[str, Any] = {}
    for field in FIELDS[kind]:
        if f"f-{field}" not in form and f"has-{field}" not in form:
            continue
        told = [value.strip()[:_LONGEST] for value in form.get(f"f-{field}", []) if value.strip()]
        before = getattr(entry, field)
        after: Any
        if field == "participants":
            named = [name.strip() for name in ";".join(told).split(";")]
            after = [find_actor(name, desk.labels) or name for name in named if name]
            before = [each.actor for each in before if isinstance(each, Participant)]
        elif field == "topics":
            after, before = told, list(before)
        elif field in _PEOPLE:
            after = (find_actor(told[0], desk.labels) or told[0]) if told else None
        else:
            after = told[0] if told else None
        if after != before:
            found[field] = after
    return found


def _entries(desk: Desk, those: Any) -> dict[int, tuple[str, str] | None]:
    """What each decision concerns: the entry that rests on its words now, and its address."""
    found: dict[int, tuple[str, str] | None] = {}
    for each in those:
        names = desk.view.resting_on(each.kind, each.places[0]) if each.places else []
        if not names:
            found[each.number] = None
            continue
        label = desk.say(f"web.kind.{each.kind}")
        # Where several rest on the same words, it is the one that bears the decision.
        known = {name: desk.view.entry(each.kind, name) for name in names}
        bearers = (name for name, entry in known.items() if any(each.number == m.judgement for m in entry.marks))
        name = next(bearers, names[0])
        if each.kind == "event":
            label = desk.words.title(known[name])
        found[each.number] = (label, desk.entry(each.kind, name))
    return found


def _is_undone(number: int, undone: Mapping[int | None, int]) -> bool:
    by = undone.get(number)
    return by is not None and not _is_undone(by, undone)


def _cannot(desk: Desk, error: JudgementError) -> Response:
    told = desk.say(error.key, **error.values)
    return desk.page("message.html", status=422, title="web.refused", text="web.refused.because", because=told)


def _only_writers(desk: Desk) -> None:
    if not desk.may_write:
        raise Missing


def _known(value: str, choices: Sequence[Choice]) -> Choice | None:
    return next((each for each in choices if each == value), None)


def _one(form: Form, name: str) -> str:
    return next(iter(form.get(name, [])), "")
