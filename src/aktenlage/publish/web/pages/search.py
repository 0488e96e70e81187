"""Search over everything."""

from starlette.responses import Response

from aktenlage.model.article import Span
from aktenlage.model.dossier import Evidence
from aktenlage.publish.quotes import pieces
from aktenlage.publish.web.desk import Desk
from aktenlage.store.page import Hit

_SIZE = 20
_ACTORS = 8
_KINDS = ("event", "statement", "position", "document")


def search(desk: Desk) -> Response:
    """Answer with the sentences in which all words stand, and the actors that are called so."""
    filters = desk.filters
    kind = filters.get("kind") if filters.get("kind") in _KINDS else None
    wanted = filters.wanted(size=_SIZE, sort=filters.get("outlet"))
    page = desk.view.search(filters.query, wanted, kind=kind)
    return desk.page(
        "search.html",
        page=page,
        hits=[_told(hit) for hit in page.items],
        actors=_called(desk, filters.query) if filters.page == 1 else [],
        outlets=[name for name, _ in desk.kept("outlets", desk.view.outlets) if name],
        entry=lambda kind, name: _entry(desk, kind, name),
        kinds=_KINDS,
    )


def _told(hit: Hit) -> tuple[Hit, list[tuple[str, bool]], Evidence]:
    """Give a hit, its sentence in pieces, and the place of its first word."""
    marks = [Evidence(hit.article, start, end) for start, end in hit.marks]
    told = list(pieces(hit.sentence, Span(0, len(hit.sentence)), marks))
    return hit, told, Evidence(hit.article, hit.start, hit.end)


def _called(desk: Desk, query: str) -> list[str]:
    folded = query.strip('" ').casefold()
    if len(folded) < 2:
        return []
    found = [actor for actor, label in desk.labels.items() if folded in label.name.casefold()]
    return sorted(found, key=lambda actor: (len(desk.labels[actor].name), actor))[:_ACTORS]


def _entry(desk: Desk, kind: str, name: str) -> str:
    """What an entry that rests on a hit is called."""
    if kind == "event":
        event = desk.kept(("event", name), lambda: desk.view.event(name))
        return desk.words.title(event) if event else name
    return desk.say(f"web.kind.{kind}")
