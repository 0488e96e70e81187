"""Who may decide over the file, and how a form proves that it was ours."""

import hmac
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from hashlib import sha256
from threading import Lock
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

FORM_COOKIE = "aktenlage_form"
DESK_COOKIE = "aktenlage_desk"
FORM_FIELD = "form"
_MOST_DESKS = 1_000


class Access:
    """
    Who may write: everybody with *write*, which only fits a server that nobody else reaches; else who knows *token*.

    Without either the file can only be read.
    """

    def __init__(self, *, write: bool = False, token: str | None = None) -> None:
        self._write = write
        self._token = token or None
        self._secret = secrets.token_bytes(32)
        self._desks: OrderedDict[str, None] = OrderedDict()
        self._lock = Lock()

    @property
    def has_token(self) -> bool:
        """Whether a token opens the file for writing."""
        return self._token is not None

    def may_write(self, request: Request) -> bool:
        """Whether this request comes from somebody who may write."""
        return self._write or request.cookies.get(DESK_COOKIE, "") in self._desks

    def accepts(self, token: str) -> bool:
        """Whether *token* is the one that allows to write."""
        return self._token is not None and hmac.compare_digest(token.encode(), self._token.encode())

    def open_desk(self, response: Response, *, secure: bool) -> None:
        """Let the browser that gets *response* write from now on."""
        name = secrets.token_urlsafe(24)
        with self._lock:
            self._desks[name] = None
            while len(self._desks) > _MOST_DESKS:
                self._desks.popitem(last=False)
        response.set_cookie(DESK_COOKIE, name, httponly=True, samesite="strict", secure=secure)

    def close_desk(self, request: Request, response: Response) -> None:
        """Let the browser write no longer."""
        with self._lock:
            self._desks.pop(request.cookies.get(DESK_COOKIE, ""), None)
        response.delete_cookie(DESK_COOKIE)

    def form_cookie(self, request: Request) -> str:
        """Give what a browser's forms are bound to, made anew where it has none."""
        return request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(18)

    def form_value(self, cookie: str) -> str:
        """Give what a form must send along with the cookie."""
        return hmac.new(self._secret, cookie.encode(), sha256).hexdigest()

    def is_ours(self, request: Request, form: Mapping[str, str]) -> bool:
        """Whether a form was sent from a page of ours."""
        origin = request.headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower():
            return False
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        cookie = request.cookies.get(FORM_COOKIE)
        return cookie is not None and hmac.compare_digest(self.form_value(cookie), form.get(FORM_FIELD, ""))
