"""The REST API over a store: read-only, unless a token is set."""

import secrets
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, FastAPI, Header, HTTPException, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from aktenlage.library import Store
from aktenlage.model.dossier import Evidence
from aktenlage.model.judgement import Judgement
from aktenlage.model.reading import Reading
from aktenlage.model.record import to_json, to_record
from aktenlage.publish.api.errors import ERROR, tell_errors
from aktenlage.publish.api.limits import Limits
from aktenlage.publish.api.schema import page_of, schema_of
from aktenlage.store.page import Hit, Wanted
from aktenlage.store.view import KINDS, LISTS, View

_MOST = 200
_DEEPEST = 1_000_000
Name = Annotated[str, Path(min_length=1, max_length=300, description="The entry's id.")]
_TEXT = {"min_length": 1, "max_length": 300}


class Decision(BaseModel):
    """A decision over entries."""

    model_config = ConfigDict(extra="forbid")

    act: Literal["accept", "correct", "merge", "split", "hide", "note"]
    kind: Literal["event", "statement", "position", "document"] = "event"
    entries: list[Annotated[str, Field(max_length=300)]] = Field(min_length=1, max_length=50)
    articles: list[Annotated[str, Field(max_length=300)]] = Field(default=[], max_length=500)
    field: str | None = Field(None, max_length=50)
    value: str | list[str] | None = None
    reason: str | None = Field(None, max_length=2_000)
    by: str | None = Field(None, max_length=200)


class Undoing(BaseModel):
    """Why a decision is taken back, and by whom."""

    model_config = ConfigDict(extra="forbid")

    reason: str | None = Field(None, max_length=2_000)
    by: str | None = Field(None, max_length=200)


def make_api(store: Store, *, token: str | None = None) -> FastAPI:
    """
    Make the application; without a *token* nobody can write.

    Every answer bears an ``ETag`` that changes when the store does. ``as_of`` asks what the file said on a past day.
    """
    app = FastAPI(
        title="Aktenlage",
        version="1",
        description="The file of a negotiation: every entry leads to the exact words of its source.",
        docs_url=None,
        redoc_url=None,
        responses={
            status: {"description": told, "content": {"application/json": {"schema": ERROR}}}
            for status, told in ((400, "wrong input"), (404, "no such entry"), (429, "too many requests"))
        },
    )
    app.add_middleware(Limits)
    tell_errors(app)
    _add_reading(app, store)
    _add_judging(app, store, token)
    return app


def _add_reading(app: FastAPI, store: Store) -> None:
    def view(as_of: Annotated[date | None, Query(description="What the file said on this day.")] = None) -> View:
        return store.view(as_of=as_of.isoformat() if as_of else None)

    Seen = Annotated[View, Depends(view)]  # noqa: N806 - a type

    @app.get("/", summary="What the store holds", responses=_answers(_OVERVIEW))
    def overview(request: Request, seen: Seen) -> Response:
        told = {"as_of": seen.as_of, "generation": seen.generation, "counts": seen.counts()}
        return _answer(request, seen, told)

    @app.get("/articles/{name:path}/reading", summary="An article with all findings", responses=_answers(_READING))
    def reading(request: Request, seen: Seen, name: Name) -> Response:
        found = seen.reading(name) if seen.source(name) is not None else None
        return _answer(request, seen, _known(found))

    # Behind the readings: an article's id may hold slashes.
    for kind, value in KINDS.items():
        _add_lists(app, kind, value, Seen)

    @app.get("/search", summary="Sentences in which all words stand, in any form", responses=_answers(page_of(Hit)))
    def search(
        request: Request,
        seen: Seen,
        wanted: Annotated[Wanted, Depends(_wanted)],
        q: Annotated[str, Query(min_length=1, max_length=400, description='"…" finds words in a row.')],
    ) -> Response:
        return _answer(request, seen, seen.search(q, wanted))

    @app.get("/evidence", summary="The entries that rest on words of an article", responses=_answers(_RESTING))
    def evidence(
        request: Request,
        seen: Seen,
        article: Annotated[str, Query(min_length=1, max_length=300)],
        start: Annotated[int, Query(ge=0, le=10_000_000)],
        end: Annotated[int, Query(ge=0, le=10_000_000)],
    ) -> Response:
        place = Evidence(article, start, end)
        return _answer(
            request,
            seen,
            {kind: seen.resting_on(kind, place) for kind in ("event", "statement", "position", "document")},
        )


def _add_lists(app: FastAPI, kind: str, value: Any, Seen: Any) -> None:  # noqa: N803 - a type
    name = LISTS[kind]

    def entries(request: Request, seen: Seen, wanted: Annotated[Wanted, Depends(_wanted)]) -> Response:
        return _answer(request, seen, getattr(seen, name)(wanted))

    app.get(f"/{name}", summary=f"List {name}", name=name, operation_id=name, responses=_answers(page_of(value)))(
        entries
    )
    if kind in ("change", "delegation"):
        return

    def entry(request: Request, seen: Seen, name: Name) -> Response:
        return _answer(request, seen, _known(seen.entry(kind, name)))

    path = "{name:path}" if kind == "article" else "{name}"
    app.get(
        f"/{name}/{path}", summary=f"One {kind}", name=kind, operation_id=kind, responses=_answers(schema_of(value))
    )(entry)


def _add_judging(app: FastAPI, store: Store, token: str | None) -> None:
    def may_write(authorization: Annotated[str | None, Header()] = None) -> None:
        if token is None:
            raise HTTPException(403, "this server is read-only")
        given = (authorization or "").removeprefix("Bearer ")
        if not secrets.compare_digest(given.encode(), token.encode()):
            raise HTTPException(401, "a token is needed", headers={"WWW-Authenticate": "Bearer"})

    refused: dict[int | str, dict[str, Any]] = {
        status: {"description": told, "content": {"application/json": {"schema": ERROR}}}
        for status, told in ((401, "no token"), (403, "read-only"), (409, "already undone"))
    }

    @app.get("/judgements", summary="All decisions", responses=_answers(_JUDGEMENTS))
    def judgements(request: Request) -> Response:
        return _answer(request, store.view(), [to_record(each) for each in store.judgements()])

    @app.post(
        "/judgements",
        status_code=201,
        summary="Decide over entries",
        dependencies=[Depends(may_write)],
        responses={
            **refused,
            201: {"description": "kept", "content": {"application/json": {"schema": schema_of(Judgement)}}},
        },
    )
    def judge(decision: Decision) -> Response:
        kept = store.judge(
            decision.act,
            decision.entries,
            kind=decision.kind,
            articles=decision.articles,
            field=decision.field,
            value=decision.value,
            reason=decision.reason,
            by=decision.by,
        )
        return Response(to_json(kept), 201, media_type="application/json")

    @app.post(
        "/judgements/{number}/undo",
        status_code=201,
        summary="Take a decision back",
        dependencies=[Depends(may_write)],
        responses={
            **refused,
            201: {"description": "kept", "content": {"application/json": {"schema": schema_of(Judgement)}}},
        },
    )
    def undo(number: Annotated[int, Path(ge=0, le=2**31)], undoing: Undoing) -> Response:
        kept = store.undo(number, reason=undoing.reason, by=undoing.by)
        return Response(to_json(kept), 201, media_type="application/json")


def _wanted(
    actor: Annotated[
        str | None, Query(**_TEXT, description="Whom it concerns, by id; a state also by its people.")
    ] = None,
    part: Annotated[str | None, Query(**_TEXT, description="In which part: speaker, host, member …")] = None,
    status: Annotated[str | None, Query(**_TEXT)] = None,
    sort: Annotated[str | None, Query(**_TEXT, description="The kind of event, statement, actor; the outlet.")] = None,
    issue: Annotated[str | None, Query(**_TEXT)] = None,
    article: Annotated[str | None, Query(**_TEXT, description="Which article it rests on, by id.")] = None,
    since: Annotated[date | None, Query()] = None,
    until: Annotated[date | None, Query()] = None,
    newest: Annotated[bool, Query(description="The newest first.")] = False,
    hidden: Annotated[bool, Query(description="Also what users have hidden.")] = False,
    offset: Annotated[int, Query(ge=0, le=_DEEPEST)] = 0,
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 50,
) -> Wanted:
    return Wanted(
        actor=actor,
        part=part,
        status=status,
        sort=sort,
        issue=issue,
        article=article,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        newest_first=newest,
        hidden=hidden,
        offset=offset,
        limit=limit,
    )


def _known(found: Any) -> Any:
    if found is None:
        raise HTTPException(404, "there is no such entry")
    return found


def _answer(request: Request, seen: View, told: Any) -> Response:
    tag = f'"{seen.generation}-{seen.as_of}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(to_json(told), media_type="application/json", headers=headers)


def _answers(schema: dict[str, Any]) -> dict[int | str, dict[str, Any]]:
    return {
        200: {"description": "found", "content": {"application/json": {"schema": schema}}},
        304: {"description": "not changed"},
    }


_OVERVIEW = {
    "type": "object",
    "required": ["as_of", "generation", "counts"],
    "properties": {
        "as_of": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "generation": {"type": "integer"},
        "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
    },
}
_READING = {
    "type": "object",
    "required": ["schema", "id"],
    "properties": {**schema_of(Reading)["properties"], "schema": {"type": "string"}, "id": {"type": "string"}},
}
_RESTING = {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}}
_JUDGEMENTS = {"type": "array", "items": schema_of(Judgement)}
