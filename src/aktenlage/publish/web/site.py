"""The pages of the reading room and their addresses."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from aktenlage.errors import StoreError
from aktenlage.publish.api.app import make_api
from aktenlage.publish.web.access import Access
from aktenlage.publish.web.desk import Desk, Missing
from aktenlage.publish.web.gate import Gate
from aktenlage.publish.web.meter import Meter
from aktenlage.publish.web.pages import (
    actors,
    articles,
    calendar,
    changes,
    decisions,
    documents,
    events,
    exports,
    network,
    positions,
    search,
    sources,
    standing,
    statements,
    timeline,
)
from aktenlage.publish.web.room import Room

if TYPE_CHECKING:
    from aktenlage.library import Store

Page = Callable[[Desk], Response]
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
PAGES: dict[str, Page] = {
    "/": standing.standing,
    "/timeline": timeline.timeline,
    "/event/{id:path}": events.event,
    "/actors": actors.actors,
    "/actor/{id:path}": actors.actor,
    "/positions": positions.positions,
    "/position/{id:path}": positions.position,
    "/documents": documents.documents,
    "/document/{id:path}": documents.document,
    "/network": network.network,
    "/calendar": calendar.calendar,
    "/articles": articles.articles,
    "/article/{id:path}": articles.article,
    "/sources": sources.sources,
    "/statements": statements.statements,
    "/statement/{id:path}": statements.statement,
    "/search": search.search,
    "/changes": changes.changes,
    "/decisions": decisions.decisions,
    "/export": exports.exports,
    "/export/{format}": exports.export,
}
FORMS: dict[str, Callable[[Desk, dict[str, list[str]]], Response]] = {
    "/decisions": decisions.decide,
    "/undo": decisions.undo,
    "/open": decisions.open_desk,
    "/close": decisions.close_desk,
}
_READS_A_MINUTE, _READS_AT_ONCE = 1200, 300
_WRITES_A_MINUTE, _WRITES_AT_ONCE = 60, 30
_PAST_A_MINUTE, _PAST_AT_ONCE = 6, 10


def make_site(
    store: "Store",
    *,
    write: bool = False,
    token: str | None = None,
    hosts: Collection[str] = LOOPBACK,
) -> ASGIApp:
    """
    Make the reading room of *store* as an ASGI application.

    With *write* everybody who reaches it may decide over the file, with *token* who knows it; *hosts* are the names
    under which it is reached. The interface for programs is part of it, under ``/api/v1``.
    """
    room = Room(store, Access(write=write, token=token))
    routes: list[BaseRoute] = [Route(path, _page(room, page), methods=["GET"]) for path, page in PAGES.items()]
    routes += [Route(path, _form(room, handler), methods=["POST"]) for path, handler in FORMS.items()]
    routes.append(Route("/static/{name}", _file(room), methods=["GET"]))
    routes.append(Mount("/api/v1", make_api(store, token=token)))
    app = Starlette(routes=routes, exception_handlers={HTTPException: _refused(room)})
    return Gate(
        app,
        hosts=hosts,
        reads=Meter(rate=_READS_A_MINUTE, burst=_READS_AT_ONCE),
        writes=Meter(rate=_WRITES_A_MINUTE, burst=_WRITES_AT_ONCE),
        past=Meter(rate=_PAST_A_MINUTE, burst=_PAST_AT_ONCE),
    )


def _page(room: Room, page: Page) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        return _told(Desk(room, request), lambda desk: _tagged(desk, page))

    return answer


def _form(room: Room, handler: Callable[[Desk, dict[str, list[str]]], Response]) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        form: dict[str, list[str]] = {}
        for name, value in parse_qsl((await request.body()).decode("utf-8", "replace"), keep_blank_values=True):
            form.setdefault(name, []).append(value)
        return await run_in_threadpool(_told, Desk(room, request), lambda desk: _checked(desk, handler, form))

    return answer


def _tagged(desk: Desk, page: Page) -> Response:
    tag = desk.tag()
    if tag in desk.request.headers.get("if-none-match", ""):
        response: Response = Response(status_code=304)
    else:
        response = page(desk)
    if response.status_code in (200, 304):
        response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def _checked(
    desk: Desk, handler: Callable[[Desk, dict[str, list[str]]], Response], form: dict[str, list[str]]
) -> Response:
    if not desk.room.access.is_ours(desk.request, {name: values[0] for name, values in form.items()}):
        return desk.page("message.html", status=403, title="web.forbidden", text="web.forbidden.form")
    response = handler(desk, form)
    response.headers["Cache-Control"] = "no-store"
    return response


def _told(desk: Desk, answer: Page) -> Response:
    try:
        return answer(desk)
    except Missing:
        return desk.page("message.html", status=404, title="web.missing", text="web.missing.text")
    except StoreError as error:
        # The page itself asks the store for names, which may be what fails.
        from aktenlage.resources.messages import message

        return PlainTextResponse(message(error.key, desk.language), 503)


def _refused(room: Room) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        key = "web.missing" if status == 404 else "web.refused"
        return Desk(room, request).page("message.html", status=status, title=key, text=f"{key}.text")

    return answer


def _file(room: Room) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        found = room.files.get(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        body, kind = found
        lasting = request.query_params.get("v") == room.version
        return Response(
            body,
            media_type=kind,
            headers={"Cache-Control": "public, max-age=31536000, immutable" if lasting else "no-cache"},
        )

    return answer
