"""One reading, short, for people on a terminal."""

from collections.abc import Iterator
from functools import cache

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from aktenlage.model.annotation import Statement, Time
from aktenlage.model.article import Span
from aktenlage.model.encounter import Encounter
from aktenlage.model.position import Position
from aktenlage.model.reading import Reading
from aktenlage.resources.messages import message

_LONGEST = 140


def show(reading: Reading, interface: str, *, explain: bool = False) -> None:
    """Print what *reading* says: head, encounters, statements, positions, documents, actors; *explain* adds times."""
    console = _console()
    article = reading.article
    console.print(f"[bold]{escape(article.title or article.id)}[/bold]", highlight=False)
    about = (article.outlet, article.published, ", ".join(article.agencies))
    console.print(f"[dim]{escape(' · '.join(part for part in about if part))}[/dim]", highlight=False)
    view = _View(reading, interface)
    sections = {
        "encounters": [view.encounter(item) for item in reading.encounters],
        "statements": [view.statement(item) for item in reading.statements],
        "positions": [view.position(item) for item in reading.positions],
        "documents": [item.name for item in reading.documents],
        "times": [view.time(item) for item in reading.times] if explain else [],
        "actors": [", ".join(actor.name for actor in reading.actors)] if reading.actors else [],
    }
    for name, lines in sections.items():
        if lines:
            console.print(f"  [cyan]{message(f'read.{name}', interface)}[/cyan]", highlight=False)
        for line in lines:
            console.print(Padding(escape(line), (0, 0, 0, 4)), highlight=False)
    if not any(sections.values()):
        console.print(Padding(message("read.nothing", interface), (0, 0, 0, 2)))
    console.print()


class _View:
    """The entries of one reading as lines."""

    def __init__(self, reading: Reading, interface: str) -> None:
        self._text = reading.article.text
        self._names = {actor.id: actor.name for actor in reading.actors}
        self._interface = interface

    def encounter(self, item: Encounter) -> str:
        kind = message(f"kind.{item.kind}", self._interface)
        status = message(f"status.{item.status}", self._interface)
        names = " – ".join(self._name(actor) for actor in item.participants)
        return " · ".join(part for part in (item.date, item.place, f"{kind} ({status})", names) if part)

    def time(self, item: Time) -> str:
        from aktenlage.read.times.grammar import notes

        value = f"{item.type} {item.value}" + (f" {item.mod}" if item.mod else "")
        words = self._text[item.start : item.end]
        return f"{words} · {value} · {item.rule}: {notes().get(item.rule or '', '')}"

    def statement(self, item: Statement) -> str:
        said = " … ".join(self._words(span) for span in item.spans)
        if item.speaker is None:
            return f"?: {said}"
        spoken = self._words(Span(item.speaker.start, item.speaker.end))
        return f"{self._name(item.speaker.actor) if item.speaker.actor else spoken}: {said}"

    def position(self, item: Position) -> str:
        stance = message(f"stance.{item.stance}", self._interface)
        return " ".join(self._position_parts(item, stance))

    def _position_parts(self, item: Position, stance: str) -> Iterator[str]:
        yield self._name(item.actor)
        yield stance
        if item.toward:
            yield f"→ {self._name(item.toward)}"
        if item.about:
            yield f"– {self._words(item.about)}"

    def _name(self, actor: str) -> str:
        return self._names.get(actor, actor)

    def _words(self, span: Span) -> str:
        words = " ".join(span.of(self._text).split())
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"


@cache
def _console() -> Console:
    return Console()
