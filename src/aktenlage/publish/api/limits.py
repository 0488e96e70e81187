"""How much of a server one client may ask for: requests a second, and bytes a request."""

import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aktenlage.publish.api.errors import problem

# A burst of so many requests, refilled at so many a second; and the clients remembered.
BURST = 240
A_SECOND = 40.0
_CLIENTS = 10_000
LONGEST_BODY = 64 * 1024


class Limits:
    """Middleware that refuses a client who asks too often, and bodies that are too long."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        burst: int = BURST,
        a_second: float = A_SECOND,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._app = app
        self._burst = burst
        self._rate = a_second
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer 429 or 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        client = (scope.get("client") or ("", 0))[0]
        if not self._allows(client):
            headers = {"Retry-After": str(max(1, round(1 / self._rate)))}
            await problem(429, "too_many", "too many requests", headers=headers)(scope, receive, send)
            return
        length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        if not length.isdigit() or int(length) > LONGEST_BODY:
            await problem(413, "too_long", f"the body is longer than {LONGEST_BODY} bytes")(scope, receive, send)
            return
        await self._app(scope, _bounded(receive), send)

    def _allows(self, client: str) -> bool:
        now = self._clock()
        left, since = self._left.pop(client, (float(self._burst), now))
        left = min(float(self._burst), left + (now - since) * self._rate)
        allowed = left >= 1
        self._left[client] = (left - 1 if allowed else left, now)
        while len(self._left) > _CLIENTS:
            self._left.popitem(last=False)
        return allowed


def _bounded(receive: Receive) -> Receive:
    """Cut off a body that is longer than its head has said."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > LONGEST_BODY else message

    return bounded
