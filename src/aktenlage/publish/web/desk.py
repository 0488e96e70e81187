"""One request at the reading room: what is asked, in which language, and how it is answered."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import islice
from textwrap import shorten
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from aktenlage.model.dossier import Event, Evidence, Source, StanceTaken, Standpoint
from aktenlage.publish.web.access import FORM_COOKIE
from aktenlage.publish.web.filters import PAGE, Filters, read_filters
from aktenlage.publish.web.proof import Proof, article_link, proofs
from aktenlage.publish.web.room import Room
from aktenlage.publish.wording import Wording
from aktenlage.resources.messages import LANGUAGES
from aktenlage.store.gather import Label
from aktenlage.store.page import Page

if TYPE_CHECKING:
    from aktenlage.store.quoted import Quoted
    from aktenlage.store.view import View

Item = TypeVar("Item")

_LANGUAGE_COOKIE = "aktenlage_lang"
_YEAR = 365 * 24 * 3600
_LONGEST_HEADER = 400
_EXCERPT = 260
_OFFERED = 60
_STANCES = 5
_SHOWN = 24


class Missing(Exception):  # noqa: N818 - an answer, not a fault
    """What is asked for is not in the file."""


class Desk:
    """Where one reader's question is answered; templates get it as ``desk``."""

    def __init__(self, room: Room, request: Request) -> None:
        self.room = room
        self.request = request
        self.language = _language(request)
        self.may_write = room.access.may_write(request)
        self._form_cookie = room.access.form_cookie(request) if self.may_write or room.access.has_token else ""
        self._found: dict[Evidence, Quoted] = {}

    @cached_property
    def view(self) -> "View":
        """What the store says."""
        return self.room.view()

    @cached_property
    def generation(self) -> int:
        """The state of the store."""
        return self.view.generation

    @cached_property
    def labels(self) -> dict[str, Label]:
        """What actors are called, by id."""
        return self.room.labels(self.view, self.generation)

    @cached_property
    def words(self) -> Wording:
        """What values are called in the reader's language."""
        names, sides = self.room.kept(self.generation, "names", lambda: _named(self.labels))
        return Wording(names, sides, self.language)

    @cached_property
    def filters(self) -> Filters:
        """What the reader narrows the list down to."""
        return read_filters(self.request.query_params, self.labels)

    @cached_property
    def as_of(self) -> str:
        """The day up to which articles count."""
        return (self.view.as_of or "")[:10]

    def say(self, key: str, **values: object) -> str:
        """A message in the reader's language."""
        return self.words.say(key, **values)

    def kept(self, name: object, make: Any) -> Any:
        """What *make* gives, made once for each state of the store."""
        return self.room.kept(self.generation, name, make)

    def fetch(self, places: Iterable[Evidence]) -> None:
        """Look up the sentences around *places*, all at once."""
        unknown = {place for place in places if place not in self._found}
        if unknown:
            self._found |= self.view.quoted(unknown)

    def proofs(self, places: Iterable[Evidence]) -> list[Proof]:
        """The sentences around *places*."""
        places = list(places)
        self.fetch(places)
        return proofs(places, self._found)

    def wording(self, places: Iterable[Evidence]) -> str:
        """The exact words of *places* in the first of their articles, gaps marked."""
        places = list(places)
        self.fetch(places)
        known = sorted(place for place in places if place in self._found)
        return " … ".join(self._found[place].words(place) for place in known if place.article == known[0].article)

    def part(self, items: Sequence[Item]) -> Page[Item]:
        """The part of a long list that this page of it shows."""
        offset = (self.filters.page - 1) * PAGE
        return Page(tuple(items[offset : offset + PAGE]), len(items), offset, PAGE)

    def excerpt(self, places: Iterable[Evidence]) -> str:
        """The first words of a passage, as many as two lines hold."""
        return shorten(self.wording(places), _EXCERPT, placeholder=" …")

    def best_known(self) -> list[str]:
        """The names that are offered where an actor is asked for."""
        known: list[str] = self.kept("best known", lambda: [row[0].name for row in self.view.busiest(limit=_OFFERED)])
        return known

    def name_list(self, actors: Iterable[str]) -> str:
        """Names to be changed in a form."""
        return "; ".join(self.words.name(actor) for actor in actors)

    def number(self, number: float) -> str:
        """A number as the reader's language writes it."""
        return f"{number:g}".replace(".", self.say("number.point"))

    def fields(self, fields: Iterable[str]) -> str:
        """Names of fields, enumerated."""
        return ", ".join(dict.fromkeys(self.words.label("field", field) for field in fields))

    def origin(self, origin: str | None) -> Any:
        """Where words come from; each is looked up once."""
        return self.kept(("origin", origin), lambda: self.view.origin(origin)) if origin else None

    def outlet(self, outlet: str | None, agencies: Iterable[str], article: str) -> str:
        """Who printed an article: the outlet, else the agency, else its id."""
        return outlet or "/".join(agencies) or article

    def heading(self, source: Source) -> str:
        """What an article without a title is called."""
        return f"{self.outlet(source.outlet, source.agencies, source.id)}, {self.words.day(source.published)}"

    def source(self, article: str) -> Any:
        """What the dossier says of an article; each is looked up once."""
        return self.kept(("source", article), lambda: self.view.source(article))

    def article(self, article: str, places: Iterable[Evidence] = ()) -> str:
        """The address of an article with *places* marked in it."""
        return article_link(article, places)

    def entry(self, kind: str, name: str) -> str:
        """The permanent address of an entry."""
        return f"/{kind}/{quote(name, safe='')}"

    def here(self, **changes: object) -> str:
        """The address of this page with other values; None takes one out."""
        query = {name: value for name, value in self.request.query_params.items() if name not in ("lang", "done")}
        query |= {name: str(value) for name, value in changes.items() if value is not None}
        for name, value in changes.items():
            if value is None:
                query.pop(name, None)
        path = quote(self.request.url.path)
        return f"{path}?{urlencode(query)}" if query else path

    def link(self, path: str, **query: object) -> str:
        """An address with values."""
        told = {name: str(value) for name, value in query.items() if value not in (None, "")}
        return f"{path}?{urlencode(told)}" if told else path

    def permanent(self, path: str) -> str:
        """A path as a whole address, to be cited."""
        return f"{str(self.request.base_url).rstrip('/')}{path}"

    def form_value(self) -> str:
        """What a form must send along."""
        return self.room.access.form_value(self._form_cookie)

    def first(self, places: Iterable[Evidence]) -> list[Evidence]:
        """As many places as a list shows of one entry; all stand on its own page."""
        return list(islice(places, _SHOWN))

    def fetch_events(self, events: Iterable[Event]) -> None:
        """Look up the sentences that a list of events shows."""
        self.fetch(place for event in events for place in self.first(self.event_places(event)))

    def last_stances(self, standpoint: Standpoint) -> tuple[StanceTaken, ...]:
        """As much of the way of a standpoint as fits into a list."""
        return standpoint.stances[-_STANCES:]

    def stance_places(self, standpoints: Iterable[Standpoint]) -> list[Evidence]:
        """The words that these rest on, as far as lists show them."""
        return [place for each in standpoints for taken in self.last_stances(each) for place in taken.evidence]

    def event_places(self, event: Event) -> list[Evidence]:
        """All words that an event rests on, those of its reports."""
        return list(dict.fromkeys(place for report in event.reports for place in report.evidence))

    def page(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """Answer with a page."""
        text = self.room.templates.get_template(template).render(desk=self, say=self.say, w=self.words, **values)
        return self.with_cookies(HTMLResponse(text, status))

    def with_cookies(self, response: Response) -> Response:
        """Let the browser keep the chosen language and what its forms are bound to."""
        chosen = self.request.query_params.get("lang")
        if chosen in LANGUAGES:
            response.set_cookie(_LANGUAGE_COOKIE, chosen, max_age=_YEAR, samesite="lax", httponly=True)
        if self._form_cookie and self.request.cookies.get(FORM_COOKIE) != self._form_cookie:
            secure = self.request.url.scheme == "https"
            response.set_cookie(FORM_COOKIE, self._form_cookie, httponly=True, samesite="strict", secure=secure)
        return response

    def tag(self) -> str:
        """What an answer depends on, as an entity tag says it."""
        parts = (
            self.room.version,
            str(self.generation),
            self.language,
            str(self.may_write),
            self._form_cookie,
            str(self.request.url),
        )
        return f'W/"{blake2b(chr(31).join(parts).encode(), digest_size=9).hexdigest()}"'


def _named(labels: Mapping[str, Label]) -> tuple[dict[str, str], dict[str, str]]:
    return (
        {actor: label.name for actor, label in labels.items()},
        {actor: label.state or actor for actor, label in labels.items()},
    )


def _language(request: Request) -> str:
    """Choose the language: asked for, kept, the first known of those that the browser prefers, else German."""
    for chosen in (request.query_params.get("lang"), request.cookies.get(_LANGUAGE_COOKIE)):
        if chosen in LANGUAGES:
            return str(chosen)
    for part in request.headers.get("accept-language", "")[:_LONGEST_HEADER].split(","):
        preferred = part.partition(";")[0].strip().lower()[:2]
        if preferred in LANGUAGES:
            return preferred
    return LANGUAGES[0]
