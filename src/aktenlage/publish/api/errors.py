"""The one shape of an error: ``{"error": {"code": …, "message": …}}``."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from aktenlage.errors import JudgementError, StoreError
from aktenlage.resources.messages import message

ERROR: dict[str, Any] = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
        }
    },
}
_CODES = {400: "bad_request", 401: "no_token", 403: "forbidden", 404: "not_found", 405: "bad_method"}


def problem(status: int, code: str, told: str, *, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """Give an error as a response."""
    return JSONResponse({"error": {"code": code, "message": told}}, status, headers)


def tell_errors(app: FastAPI) -> None:
    """Let *app* answer every error in the one shape."""

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: Exception) -> Response:
        del request
        assert isinstance(error, HTTPException)
        code = _CODES.get(error.status_code, "error")
        return problem(error.status_code, code, str(error.detail), headers=error.headers)

    @app.exception_handler(RequestValidationError)
    async def _validation(request: Request, error: Exception) -> Response:
        del request
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
        return problem(400, "bad_request", f"{where}: {first['msg']}")

    @app.exception_handler(JudgementError)
    async def _judgement(request: Request, error: Exception) -> Response:
        del request
        assert isinstance(error, JudgementError)
        status = 404 if error.key == "judge.unknown" else 409 if error.key == "judge.undone" else 400
        return problem(status, error.key, message(error.key, "en", **error.values))

    @app.exception_handler(StoreError)
    async def _store(request: Request, error: Exception) -> Response:
        del request
        assert isinstance(error, StoreError)
        return problem(503, error.key, message(error.key, "en"), headers={"Retry-After": "5"})
