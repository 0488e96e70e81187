"""What every export works on: a dossier, the sentences behind it, names, links."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from aktenlage.dossier.evidence import Quoted, Texts
from aktenlage.model.dossier import Dossier, DossierActor, Event, Evidence, Source
from aktenlage.model.reading import Reading

# Characters of a quotation that leave the file; whole articles never do.
QUOTATION = 300


@dataclass(frozen=True)
class Material:
    """
    A dossier to be handed on.

    *find* gives the reading of an article by its id. *base* is the address at which the file is served, where it is;
    *quotation* the most characters of a quotation, *interface* the language of words for people.
    """

    dossier: Dossier
    find: Callable[[str], Reading | None]
    interface: str = "en"
    base: str | None = None
    quotation: int = QUOTATION
    texts: Texts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", Texts(self.find))

    @cached_property
    def actors(self) -> dict[str, DossierActor]:
        """The actors by id."""
        return {actor.id: actor for actor in self.dossier.actors}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The articles by id."""
        return {source.id: source for source in self.dossier.articles}

    @cached_property
    def events(self) -> dict[str, Event]:
        """The events by id."""
        return {event.id: event for event in self.dossier.events}

    @property
    def moment(self) -> str:
        """The time stamp that stands for the making of an export: it is that of the file, so that exports repeat."""
        return self.dossier.as_of or "1970-01-01T00:00:00+00:00"

    def name(self, actor: str | None) -> str:
        """An actor's name, empty for none."""
        known = self.actors.get(actor or "")
        return known.name if known else actor or ""

    def names(self, actors: Iterable[str]) -> list[str]:
        """The names of several actors."""
        return [self.name(actor) for actor in actors]

    def iri(self, kind: str, name: str) -> str:
        """The name of an entry in the world: its page where the file is served, else an URN."""
        safe = quote(name, safe="@")
        return f"{self.base.rstrip('/')}/{kind}/{safe}".rstrip("/") if self.base else f"urn:aktenlage:{kind}:{safe}"

    def url(self, article: str) -> str | None:
        """Where an article was printed, as far as that is known and safe to follow."""
        reading = self.find(article)
        url = reading.article.url if reading else None
        return url if url and url.startswith(("https://", "http://")) else None

    def words(self, place: Evidence) -> str:
        """The exact words, at most so many as may be quoted."""
        return self.short(self.texts.words(place))

    def short(self, words: str) -> str:
        """Words cut to the length of a quotation."""
        if len(words) <= self.quotation:
            return words
        whole, _, _ = words[: self.quotation + 1].rpartition(" ")
        return f"{whole} …" if whole else ""

    def quoted(self, evidence: Iterable[Evidence]) -> Iterator[Quoted]:
        """The sentences behind a fact, each once and cut to the length of a quotation."""
        for each in self.texts.quoted(evidence):
            yield Quoted(each.article, each.outlet, each.published, self.short(each.sentence))


def places_of(event: Event) -> list[Evidence]:
    """All words that an event rests on."""
    return list(dict.fromkeys(place for report in event.history for place in report.evidence))
