"""How often a client may ask."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

_MOST_CLIENTS = 10_000


class Meter:
    """
    Lets each client ask *burst* times at once, and *rate* times a minute in the long run.

    >>> meter = Meter(rate=60, burst=2, clock=lambda: 0.0)
    >>> [meter.allows("a"), meter.allows("a"), meter.allows("a"), meter.allows("b")]
    [True, True, False, True]
    """

    def __init__(self, *, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate / 60
        self._burst = burst
        self._clock = clock
        self._lock = Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, client: str) -> bool:
        """Whether *client* may ask once more now; if so, it counts."""
        now = self._clock()
        with self._lock:
            left, at = self._left.pop(client, (float(self._burst), now))
            left = min(float(self._burst), left + (now - at) * self._rate)
            allowed = left >= 1
            self._left[client] = (left - 1 if allowed else left, now)
            while len(self._left) > _MOST_CLIENTS:
                self._left.popitem(last=False)
        return allowed
