"""What a reader asks a dossier: rows of named fields, each with its evidence, day and actors."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from aktenlage.dossier.evidence import Texts
from aktenlage.dossier.row import Row, edtf, is_over
from aktenlage.model.dossier import Disagreement, Dossier, Event

# Each view and the kinds of entries that it is made of.
LISTS: dict[str, tuple[str, ...]] = {
    "timeline": ("actor", "event"),
    "agenda": ("actor", "event"),
    "actors": ("actor", "event", "statement"),
    "statements": ("actor", "statement"),
    "positions": ("actor", "position"),
    "documents": ("actor", "document"),
    "sources": ("actor", "article", "origin"),
    "disagreements": ("actor", "event", "document"),
    "changes": ("actor", "event", "change"),
}
VIEWS = tuple(LISTS)


class Views:
    """The views of one dossier."""

    def __init__(self, dossier: Dossier, texts: Texts) -> None:
        self._dossier = dossier
        self._texts = texts
        self._actors = {actor.id: actor for actor in dossier.actors}
        self._events = {event.id: event for event in dossier.events}

    def rows(self, view: str) -> list[Row]:
        """Give the rows of one of `VIEWS`."""
        views: dict[str, Callable[[], Iterable[Row]]] = {
            "timeline": self.timeline,
            "agenda": self.agenda,
            "actors": self.actors,
            "statements": self.statements,
            "positions": self.positions,
            "documents": self.documents,
            "sources": self.sources,
            "disagreements": self.disagreements,
            "changes": self.changes,
        }
        return list(views[view]())

    def find_actor(self, name: str) -> str | None:
        """Give the id of the actor that is called *name*, or has this id; None if there is no such one."""
        folded = name.casefold()
        for actor in self._dossier.actors:
            if folded in (actor.id, actor.name.casefold(), *(each.casefold() for each in actor.names)):
                return actor.id
        ending = [actor.id for actor in self._dossier.actors if actor.name.casefold().split()[-1:] == [folded]]
        return ending[0] if len(ending) == 1 else None

    def _name(self, actor: str | None) -> str | None:
        known = self._actors.get(actor or "")
        return known.name if known else actor

    def _names(self, actors: Iterable[str]) -> list[str]:
        return [self._name(actor) or actor for actor in actors]

    def _concerned(self, actors: Iterable[str | None]) -> frozenset[str]:
        named = [actor for actor in actors if actor]
        states = [self._actors[actor].state for actor in named if actor in self._actors]
        return frozenset({*named, *(state for state in states if state)})

    def _of_event(self, event: Event, fields: Mapping[str, Any]) -> Row:
        evidence = tuple(dict.fromkeys(place for report in event.history for place in report.evidence))
        day = event.date or (event.history[-1].published if event.history else None)
        return Row(fields, evidence, day, self._concerned(each.actor for each in event.participants))

    def _who(self, event: Event) -> list[str]:
        return self._names(participant.actor for participant in event.participants)

    def _what(self, event: Event) -> dict[str, Any]:
        """When, in what state, who and where: what each row of an event begins with."""
        return {
            "date": event.date,
            "edtf": edtf(event.date),
            "status": event.status,
            "kind": event.kind,
            "who": self._who(event),
            "place": event.place,
        }

    def timeline(self) -> Iterable[Row]:
        """Give all events by date."""
        for event in self._dossier.events:
            yield self._of_event(
                event,
                {
                    **self._what(event),
                    "duration": event.duration,
                    "outlets": event.outlets,
                    "origins": event.independent_origins,
                    "id": event.id,
                },
            )

    def agenda(self) -> Iterable[Row]:
        """Give what is under way or ahead, and who has announced, confirmed or not confirmed it."""
        today = (self._dossier.as_of or "")[:10]
        for event in self._dossier.events:
            if event.status in ("ongoing", "planned", "possible") and not is_over(event.date, today):
                stances = _by_stance(event)
                yield self._of_event(
                    event,
                    {
                        **self._what(event),
                        "announced_by": self._names(stances.get("announces", ())),
                        "confirmed_by": self._names(stances.get("confirms", ())),
                        "unconfirmed_by": self._names(stances.get("unconfirmed", ())),
                        "origins": event.independent_origins,
                        "id": event.id,
                    },
                )

    def actors(self) -> Iterable[Row]:
        """Give all actors, those that do most first."""
        met = Counter(each.actor for event in self._dossier.events for each in event.participants)
        said = Counter(statement.speaker for statement in self._dossier.statements)
        for actor in sorted(self._dossier.actors, key=lambda each: (-met[each.id] - said[each.id], each.id)):
            fields = {
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind,
                "state": actor.state,
                "names": list(actor.names),
                "offices": [office.title for office in actor.offices],
                "events": met[actor.id],
                "statements": said[actor.id],
            }
            yield Row(fields, actors=self._concerned([actor.id]))

    def statements(self) -> Iterable[Row]:
        """Give all statements with the words of their first report."""
        for statement in self._dossier.statements:
            first = statement.evidence[0].article if statement.evidence else None
            words = [self._texts.words(place) for place in statement.evidence if place.article == first]
            fields = {
                "date": statement.date,
                "speaker": self._name(statement.speaker),
                "addressee": self._name(statement.addressee),
                "type": statement.type,
                "channel": statement.channel,
                "words": " … ".join(dict.fromkeys(words)),
                "articles": len(statement.reports),
            }
            actors = self._concerned([statement.speaker, statement.addressee])
            yield Row(fields, statement.evidence, statement.date, actors)

    def positions(self) -> Iterable[Row]:
        """Give every stance of every actor."""
        for standpoint in self._dossier.positions:
            for stance in standpoint.stances:
                fields = {
                    "actor": self._name(standpoint.actor),
                    "issue": standpoint.issue,
                    "stance": stance.stance,
                    "toward": self._name(stance.toward),
                    "date": stance.date,
                    "changed": standpoint.changed,
                    "words": self._texts.words(stance.evidence[0]) if stance.evidence else None,
                }
                yield Row(fields, stance.evidence, stance.date, self._concerned([standpoint.actor]))

    def documents(self) -> Iterable[Row]:
        """Give all plans and agreements."""
        for document in self._dossier.documents:
            fields = {
                "name": document.name,
                "kind": document.kind,
                "status": document.status,
                "versions": list(document.versions),
                "parties": self._names(document.parties),
                "endorsed_by": self._names(document.endorsed_by),
                "rejected_by": self._names(document.rejected_by),
            }
            actors = (*document.parties, *document.endorsed_by, *document.rejected_by)
            yield Row(fields, document.evidence, actors=self._concerned(actors))

    def sources(self) -> Iterable[Row]:
        """Give the articles and with which of them each shares text."""
        origins = {origin.id: origin for origin in self._dossier.origins}
        for source in self._dossier.articles:
            origin = origins.get(source.origin or "")
            fields = {
                "published": source.published,
                "outlet": source.outlet,
                "article": source.id,
                "title": source.title,
                "agencies": list(source.agencies),
                "origin": origin.name if origin else None,
                "shares_text_with": [other for other in (origin.articles if origin else ()) if other != source.id],
            }
            yield Row(fields, day=source.published)

    def disagreements(self) -> Iterable[Row]:
        """Give every value of an event or a document on which the reports differ."""
        for event in self._dossier.events:
            actors = self._concerned(each.actor for each in event.participants)
            for disagreement in event.disagreements:
                yield self._disagreement(disagreement, self._who(event), event.date, event.id, actors)
        for document in self._dossier.documents:
            actors = self._concerned((*document.parties, *document.endorsed_by, *document.rejected_by))
            for disagreement in document.disagreements:
                yield self._disagreement(disagreement, [document.name], None, document.id, actors)

    def _disagreement(
        self, disagreement: Disagreement, who: list[str], day: str | None, name: str, actors: frozenset[str]
    ) -> Row:
        fields = {
            "date": day,
            "who": who,
            "field": disagreement.field,
            "type": disagreement.type,
            "values": [_plain(value.value) for value in disagreement.values],
            "id": name,
        }
        return Row(fields, tuple(place for value in disagreement.values for place in value.evidence), day, actors)

    def changes(self) -> Iterable[Row]:
        """Give what each day brought."""
        for change in self._dossier.changes:
            event = self._events.get(change.event or "")
            told = change.after if isinstance(change.after, dict) else {}
            actors = [each.actor for each in event.participants] if event else [told.get("actor")]
            fields = {
                "at": change.at,
                "change": change.kind,
                "who": self._who(event) if event else self._names(actor for actor in actors if actor),
                "what": event.kind if event else told.get("issue") or told.get("name"),
                "from": self._told(change.before),
                "to": self._told(change.after),
                "event": change.event,
            }
            yield Row(fields, change.evidence, change.at, self._concerned(actors))

    def _told(self, value: Any) -> Any:
        if isinstance(value, dict):
            return value.get("stance") or value.get("status")
        return self._names(value) if isinstance(value, list | tuple) else value


def _by_stance(event: Event) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for confirmation in event.confirmations:
        found.setdefault(confirmation.stance, []).append(confirmation.actor)
    return found


def _plain(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
