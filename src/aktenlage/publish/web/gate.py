"""What every request passes: known host, size and rate; and what every answer bears: the headers of safety."""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aktenlage.publish.web.meter import Meter

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_LARGEST = 64 * 1024
_LONGEST_QUERY = 4096
_READING = {"GET", "HEAD"}
_PAST = b"as_of="


class Gate:
    """
    Stands before an application and lets in what is meant for it.

    *past* counts questions about a past day, for which the whole file is put together anew. *hosts* are the names under
    which it is reached; any other ``Host`` is refused, so that no foreign page can reach a
    server on this machine through a name of its own.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], reads: Meter, writes: Meter, past: Meter) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._reads = reads
        self._writes = writes
        self._past = past

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refusal(scope)
        if refused is not None:
            await PlainTextResponse(refused[1], refused[0])(scope, receive, safely)
            return
        body = _Limited(receive)
        await self._app(scope, body.receive, safely)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if _host(headers.get("host", "")) not in self._hosts:
            return 421, "Unknown host"
        if len(scope.get("query_string", b"")) > _LONGEST_QUERY or len(scope["path"]) > _LONGEST_QUERY:
            return 414, "Address too long"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > _LARGEST:
            return 413, "Too large"
        meter = self._reads if scope["method"] in _READING else self._writes
        if _PAST in scope.get("query_string", b""):
            meter = self._past
        client = scope.get("client")
        if not meter.allows(client[0] if client else ""):
            return 429, "Too many requests"
        return None


class _Limited:
    """A request's body, cut off where it grows too large although it did not say so."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._size = 0

    async def receive(self) -> Message:
        message = await self._receive()
        self._size += len(message.get("body", b""))
        return message if self._size <= _LARGEST else {"type": "http.disconnect"}


def _host(header: str) -> str:
    """
    Give the name in a ``Host`` header without the port.

    >>> _host("[::1]:8000"), _host("Localhost:80")
    ('[::1]', 'localhost')
    """
    name = header.lower()
    return name.partition("]")[0] + "]" if name.startswith("[") else name.partition(":")[0]
