"""Telling a dossier in one language: names, events, confirmations as words."""

from collections.abc import Iterable
from textwrap import shorten

from aktenlage.model.dossier import Disagreement, Dossier, Event, Evidence, Source
from aktenlage.publish.quotes import Quotes
from aktenlage.publish.section import Line
from aktenlage.publish.wording import Wording

_EXCERPT = 180  # characters: about two lines on a page


class Teller(Wording):
    """Puts the values of one dossier into words of one interface language, ``de`` or ``en``."""

    def __init__(self, dossier: Dossier, quotes: Quotes, interface: str) -> None:
        super().__init__(
            {actor.id: actor.name for actor in dossier.actors},
            {actor.id: actor.state or actor.id for actor in dossier.actors},
            interface,
        )
        self.dossier = dossier
        self._quotes = quotes
        self._sources = {source.id: source for source in dossier.articles}

    def outlet(self, article: str) -> str:
        """Who printed an article and when."""
        source = self._sources[article]
        return f"{self.outlet_name(source)}, {self.day(source.published)}"

    def outlet_name(self, source: Source) -> str:
        """The outlet, else the agency, else the article's id."""
        return source.outlet or "/".join(source.agencies) or source.id

    def quotes(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """The numbers of the quotes that hold the evidence."""
        return self._quotes.numbers(evidence)

    def words(self, evidence: Iterable[Evidence]) -> str:
        """The exact words of a statement, as the first article that reports it prints them."""
        return self._quotes.words(evidence)

    def excerpt(self, evidence: Iterable[Evidence]) -> str:
        """The first words of a passage, as many as a line can hold."""
        return shorten(self.words(evidence), _EXCERPT, placeholder=" …")

    def event(self, event: Event, *, brief: bool = False) -> Line:
        """
        An event as a line: who, where, what came of it, who confirmed it, how many origins tell it.

        A *brief* line keeps of its details only what may change how the news is taken.
        """
        support = self.say(
            "event.support",
            outlets=self.say("count.outlets", count=event.outlets, number=event.outlets),
            origins=self.say("count.origins", count=event.independent_origins, number=event.independent_origins),
        )
        details = self._confirmations(event)
        if not brief:
            details = [*self._circumstances(event), *details, *self._history(event)]
            details += [self.disagreement(disagreement) for disagreement in event.disagreements]
        details.append(support)
        return Line(
            self.title(event),
            when=self.day(event.date),
            badge=self.say(f"status.{event.status}"),
            state=event.status,
            details=tuple(details),
            quotes=self.quotes(evidence for report in event.reports for evidence in report.evidence),
        )

    def disagreement(self, disagreement: Disagreement) -> str:
        """The values of a field that do not agree, side by side."""
        values = []
        for value in disagreement.values:
            outlets = sorted({self.outlet(evidence.article) for evidence in value.evidence})
            told = self.field_value(disagreement.field, value.value)
            values.append(self.say("disagreement.value", value=told, outlets="; ".join(outlets)))
        return self.say(
            "disagreement.line",
            type=self.say(f"disagreement.{disagreement.type}"),
            field=self.say(f"field.{disagreement.field}"),
            values=" ↔ ".join(values),
        )

    def _circumstances(self, event: Event) -> list[str]:
        told = []
        if event.duration and "X" not in event.duration:
            told.append(self.say("event.duration", duration=self.duration(event.duration)))
        if event.outcome:
            told.append(self.say("event.outcome", words=self.excerpt(event.outcome)))
        if event.occasion:
            told.append(self.say("event.occasion", occasion=event.occasion))
        if event.topics:
            told.append(self.say("event.topics", topics=", ".join(self.issue(topic) for topic in event.topics)))
        return told

    def _confirmations(self, event: Event) -> list[str]:
        by_stance: dict[str, list[str]] = {}
        for confirmation in event.confirmations:
            by_stance.setdefault(confirmation.stance, []).append(confirmation.actor)
        return [self.say(f"confirmation.{stance}", who=self.names(actors)) for stance, actors in by_stance.items()]

    def _history(self, event: Event) -> list[str]:
        steps: list[tuple[str, str | None]] = []
        for report in event.history:
            if not steps or steps[-1][0] != report.status:
                steps.append((report.status, report.published))
        if len(steps) < 2:
            return []
        told = [
            self.say("history.step", status=self.say(f"status.{status}"), day=self.day(published))
            for status, published in steps
        ]
        return [self.say("event.history", steps=" → ".join(told))]
