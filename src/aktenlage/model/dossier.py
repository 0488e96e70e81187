"""What many articles say together: the values of the dossier, named as in its contract."""

from dataclasses import dataclass
from typing import Any, Literal

from aktenlage.model.encounter import EncounterKind, Status
from aktenlage.model.position import Stance

SCHEMA = "aktenlage/dossier/1"

DisagreementType = Literal["contradiction", "granularity", "update", "version", "scope", "wording"]
ConfirmationStance = Literal["announces", "confirms", "denies", "no_comment", "unconfirmed"]
ParticipantRole = Literal["host", "guest", "mediator", "delegate", "party"]
ChangeKind = Literal["new", "status", "date", "place", "participants", "position", "document", "corrected", "retracted"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A place in an article's text; in JSON ``[article, start, end]``."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One article of the dossier, without its text; *origin* is where its words come from."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    agencies: tuple[str, ...] = ()
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words come from; *passages* are groups of places that carry the same text."""

    id: str
    kind: Literal["agency", "outlet", "unknown"]
    name: str | None
    articles: tuple[str, ...]
    passages: tuple[tuple[Evidence, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office; *start* and *end* are days, or None where unknown."""

    title: str
    of: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class DossierActor:
    """An actor with all names that the articles use."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...] = ()
    offices: tuple[OfficeHeld, ...] = ()
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A participant of an event and the role, where one is told."""

    actor: str
    role: ParticipantRole | None = None


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What one article said of an event's status."""

    status: Status
    article: str
    published: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """How a party stands to the news of an event."""

    actor: str
    stance: ConfirmationStance
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One article's report of an event."""

    article: str
    origin: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One of several values of a field, with the words that give it."""

    value: Any
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values that do not agree, kept side by side."""

    field: str
    type: DisagreementType
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Why reports of two articles are taken for one event: a score, and the points that each reason gave."""

    articles: tuple[str, str]
    score: float
    reasons: dict[str, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """
    What a user decided over an entry; *judgement* is its number, *at* a time stamp.

    Of a correction *before* and *after* are the values of *field*, called ``from`` and ``to`` in JSON.
    """

    judgement: int
    at: str
    act: str
    reason: str | None = None
    by: str | None = None
    field: str | None = None
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class Event:
    """
    One encounter as all its articles tell it; its fields hold the best-supported values.

    *number* is its place in a series ("third round" is 3); *links* say what joined its reports, *marks* what users
    decided over it.
    """

    id: str
    kind: EncounterKind
    participants: tuple[Participant, ...]
    place: str | None
    date: str | None
    duration: str | None
    topics: tuple[str, ...]
    status: Status
    history: tuple[StatusReport, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    reports: tuple[Report, ...] = ()
    outlets: int = 0
    independent_origins: int = 0
    disagreements: tuple[Disagreement, ...] = ()
    occasion: str | None = None
    outcome: tuple[Evidence, ...] = ()
    number: int | None = None
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierStatement:
    """One statement as its articles report it; *type* as in a reading, *reports* are article ids."""

    id: str
    speaker: str | None
    addressee: str | None = None
    channel: str | None = None
    date: str | None = None
    type: str | None = None
    reports: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceTaken:
    """A stance on an issue at a time."""

    stance: Stance
    date: str | None
    toward: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Standpoint:
    """All stances of an actor on an issue over time."""

    actor: str
    issue: str | None
    stances: tuple[StanceTaken, ...]
    changed: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierDocument:
    """
    A paper with its versions, oldest first; *parties* are the authors and signatories of the latest.

    *disagreements* tell versions of it apart from contradictions over one of them.
    """

    id: str
    name: str
    kind: str
    status: str | None
    versions: tuple[str, ...] = ()
    endorsed_by: tuple[str, ...] = ()
    rejected_by: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierDelegation:
    """A delegation with all members that its reports name; *event* is an event's id."""

    of: str | None
    head: str | None
    members: tuple[str, ...]
    event: str | None = None
    offices: dict[str, str] | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """
    Something that the file says since day *at* and did not say before.

    *before* and *after* are called ``from`` and ``to`` in JSON.
    """

    at: str
    kind: ChangeKind
    event: str | None
    before: Any
    after: Any
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """The record of a negotiation, as its articles up to *as_of* tell it."""

    as_of: str | None
    articles: tuple[Source, ...] = ()
    origins: tuple[Origin, ...] = ()
    actors: tuple[DossierActor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[DossierStatement, ...] = ()
    positions: tuple[Standpoint, ...] = ()
    documents: tuple[DossierDocument, ...] = ()
    delegations: tuple[DossierDelegation, ...] = ()
    changes: tuple[Change, ...] = ()
