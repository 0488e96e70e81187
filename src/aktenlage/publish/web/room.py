"""What all requests share: the store, what was counted over it, and the templates."""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from aktenlage.publish.plot import plot_style
from aktenlage.publish.web.access import Access
from aktenlage.store.gather import Label

if TYPE_CHECKING:
    from aktenlage.library import Store
    from aktenlage.store.view import View

_MOST_KEPT = 4_000
_NOTHING = object()
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Room:
    """One store and its readers."""

    def __init__(self, store: "Store", access: Access) -> None:
        self.store = store
        self.access = access
        self.lock = Lock()
        self.files = {
            file.name: (file.read_bytes(), _TYPES[f".{file.name.rpartition('.')[2]}"])
            for file in sorted((files("aktenlage.publish.web") / "static").iterdir(), key=lambda each: each.name)
        }
        self.files["plot.css"] = (plot_style().encode(), _TYPES[".css"])
        self.version = blake2b(b"".join(body for body, _ in self.files.values()), digest_size=5).hexdigest()
        self.templates = _templates()
        self._kept: dict[tuple[int, object], Any] = {}

    def view(self) -> "View":
        """Give what the store says now; what came in since is put together by one request while others wait."""
        with self.lock:
            return self.store.view()

    def kept(self, generation: int, name: object, make: Callable[[], Any]) -> Any:
        """Give what *make* gives, made once as long as nothing is written to the store."""
        key = (generation, name)
        known = self._kept.get(key, _NOTHING)
        if known is not _NOTHING:
            return known
        made = make()
        with self.lock:
            # Of an older state of the store nothing is asked any more.
            self._kept = {each: value for each, value in self._kept.items() if each[0] == generation}
            while len(self._kept) >= _MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = made
        return made

    def known(self, generation: int, name: object) -> Any:
        """Give what is kept under *name*, None if nothing is."""
        return self._kept.get((generation, name))

    def labels(self, view: "View", generation: int) -> dict[str, Label]:
        """Give what actors are called, by id."""
        known: dict[str, Label] = self.kept(generation, "labels", view.labels)
        return known


@cache
def _templates() -> Environment:
    """Compile all templates, once."""
    environment = Environment(
        loader=PackageLoader("aktenlage.publish.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in environment.list_templates():
        environment.get_template(name)
    return environment
