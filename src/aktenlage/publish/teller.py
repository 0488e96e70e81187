"""Telling a dossier in one language: names, events, confirmations as words."""

from collections.abc import Iterable
from textwrap import shorten

from aktenlage.model.dossier import Disagreement, Dossier, Event, Evidence, Source
from aktenlage.publish.quotes import Quotes
from aktenlage.publish.section import Line
from aktenlage.publish.words import day_in_words, duration_in_words
from aktenlage.resources.load import load
from aktenlage.resources.messages import message

_EXCERPT = 180  # characters: about two lines on a page


class Teller:
    """Puts the values of one dossier into words of one interface language, ``de`` or ``en``."""

    def __init__(self, dossier: Dossier, quotes: Quotes, interface: str) -> None:
        self.dossier = dossier
        self.interface = interface
        self._quotes = quotes
        self._names = {actor.id: actor.name for actor in dossier.actors}
        self._sides = {actor.id: actor.state or actor.id for actor in dossier.actors}
        self._sources = {source.id: source for source in dossier.articles}
        self._issues = {issue["id"]: issue["labels"][interface] for issue in load("issues")}

    def say(self, key: str, **values: object) -> str:
        """A message of the interface."""
        return message(key, self.interface, **values)

    def day(self, value: str | None) -> str:
        """A date in words."""
        return day_in_words(value, self.interface)

    def name(self, actor: str | None) -> str:
        """An actor's name; what is no actor of the dossier is given as it is."""
        return self._names.get(actor, actor) if actor else self.say("actor.unknown")

    def names(self, actors: Iterable[str]) -> str:
        """Several names, enumerated."""
        told = [self.name(actor) for actor in actors]
        if len(told) < 2:
            return "".join(told)
        return self.say("list.and", first=", ".join(told[:-1]), last=told[-1])

    def side(self, actor: str) -> str:
        """Whom an actor stands for: the state, else the actor itself."""
        return self._sides.get(actor, actor)

    def issue(self, issue: str | None) -> str:
        """The label of an issue."""
        return self._issues.get(issue, issue) if issue else self.say("issue.other")

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
        who = self.names(participant.actor for participant in event.participants) or self.say("actor.unknown")
        text = self.say(f"event.{event.kind}", who=who)
        if event.place:
            text = self.say("event.in", event=text, place=self.name(event.place))
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
            text,
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
            told = self._value(disagreement.field, value.value)
            values.append(self.say("disagreement.value", value=told, outlets="; ".join(outlets)))
        return self.say(
            "disagreement.line",
            type=self.say(f"disagreement.{disagreement.type}"),
            field=self.say(f"field.{disagreement.field}"),
            values=" ↔ ".join(values),
        )

    def value(self, value: object) -> str:
        """A value of a change in words."""
        if value is None:
            return "–"
        if isinstance(value, list | tuple):
            return self.names(str(item) for item in value)
        return self.name(str(value))

    def _value(self, field: str, value: object) -> str:
        match field:
            case "date":
                return self.day(str(value))
            case "duration":
                return duration_in_words(str(value), self.interface)
            case "status":
                return self.say(f"status.{value}")
        return self.value(value)

    def _circumstances(self, event: Event) -> list[str]:
        told = []
        if event.duration and "X" not in event.duration:
            told.append(self.say("event.duration", duration=duration_in_words(event.duration, self.interface)))
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
