"""What every page and file says in words: names, days, events, values of fields, in one language."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from aktenlage.model.dossier import Event
from aktenlage.publish.words import day_in_words, duration_in_words
from aktenlage.resources.load import load
from aktenlage.resources.messages import message, messages
from aktenlage.resources.registry import registry


class Wording:
    """Puts values into words of one interface language, ``de`` or ``en``; *names* are those of actors by id."""

    def __init__(self, names: Mapping[str, str], sides: Mapping[str, str], interface: str) -> None:
        self.interface = interface
        self._names = names
        self._sides = sides

    def say(self, key: str, **values: object) -> str:
        """A message of the interface."""
        return message(key, self.interface, **values)

    def label(self, kind: str, value: str) -> str:
        """The word for one of the record's own values, else the value as it is."""
        key = f"{kind}.{value}"
        return self.say(key) if key in messages(self.interface) else value

    def day(self, value: str | None) -> str:
        """A date in words."""
        return day_in_words(value, self.interface)

    def duration(self, value: str) -> str:
        """A duration in words."""
        return duration_in_words(value, self.interface)

    def name(self, actor: str | None) -> str:
        """An actor's name, also of one that is only in the registry; what is no actor is given as it is."""
        if not actor:
            return self.say("actor.unknown")
        if actor in self._names:
            return self._names[actor]
        known = registry().get(actor)
        return known.name if known else actor

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
        return issue_labels(self.interface).get(issue, issue) if issue else self.say("issue.other")

    def title(self, event: Event) -> str:
        """What an event was, with whom and where."""
        who = self.names(participant.actor for participant in event.participants) or self.say("actor.unknown")
        text = self.say(f"event.{event.kind}", who=who)
        return self.say("event.in", event=text, place=self.name(event.place)) if event.place else text

    def value(self, value: Any) -> str:
        """A value of a change in words."""
        if value is None:
            return "–"
        if isinstance(value, list | tuple):
            return self.names(str(item) for item in value)
        return self.name(str(value))

    def field_value(self, field: str, value: Any) -> str:
        """A value of a field in words."""
        if value is None or value in ([], ()):
            return "–"
        match field:
            case "date":
                return self.day(str(value))
            case "duration":
                return self.duration(str(value))
            case "status" | "kind" | "stance":
                return self.label(field, str(value))
            case "topics" if isinstance(value, list | tuple):
                return ", ".join(self.issue(str(item)) for item in value)
            case "issue":
                return self.issue(str(value))
        return self.value(value)


@cache
def issue_labels(interface: str) -> dict[str, str]:
    """Give the labels of the issue list by id."""
    return {issue["id"]: issue["labels"][interface] for issue in load("issues")}
