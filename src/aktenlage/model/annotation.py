"""What readers find in one article, named as in the record: times, actors, statements, documents, figures."""

from dataclasses import dataclass, field
from typing import Literal

from aktenlage.model.article import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
ActorKind = Literal["person", "state", "organization", "group"]
MentionKind = Literal["name", "office", "metonym", "description", "pronoun"]
MentionRole = Literal["place", "modifier"]
StatementType = Literal["direct", "indirect", "reported", "free_indirect", "indirect_free_indirect"]
Medium = Literal["speech", "thought", "writing", "ST", "SW", "TW", "none"]
Act = Literal[
    "announces",
    "confirms",
    "denies",
    "no_comment",
    "demands",
    "rejects",
    "accepts",
    "supports",
    "offers",
    "accuses",
    "threatens",
]
DocumentStatus = Literal["proposed", "negotiated", "agreed", "signed", "rejected", "in_force", "ended"]


@dataclass(frozen=True, slots=True)
class Time:
    """
    A time expression as TIMEX3; *rule* is the id of the rule that found it.

    *date* is what it means as the date of an event: a TIMEX3 value or an interval, joined over a range such as
    "am Freitag und Samstag", counted out for "vor zwei Wochen"; None where it names no date.
    """

    start: int
    end: int
    type: TimeType
    value: str
    mod: str | None = None
    rule: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation or group; states carry ISO 3166 alpha-2 ids in lower case."""

    id: str
    name: str
    kind: ActorKind
    wikidata: str | None = None
    offices: tuple[str, ...] = ()
    state: str | None = None
    registered: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A place that names or stands for an actor; *actor* is an actor's id, None where it is unknown.

    *actors* holds all of them where the words mean several ("die beiden", "russische und ukrainische Unterhändler").
    *role* is "place" where a state is named as a place ("in der Ukraine"), and "modifier" where it is named only to
    say whose office or part another mention means ("Russlands Präsident Putin", "der Präsident der Ukraine").
    """

    start: int
    end: int
    kind: MentionKind
    actor: str | None
    actors: tuple[str, ...] = ()
    role: MentionRole | None = None

    @property
    def meant(self) -> tuple[str, ...]:
        """All actors that the words mean, whether one or several."""
        return self.actors or (() if self.actor is None else (self.actor,))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the words that name the speaker; *actor* is the first of *actors*, None where unknown."""

    start: int
    end: int
    actor: str | None = None
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that play a part, possibly in several pieces ("teilte … mit"): *spans* hold the pieces."""

    start: int
    end: int
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """
    One statement; *spans* hold the words of what was said, *cue* the word that says that it was said.

    *cue_lemma* is the verb or noun of the cue ("bestätigen", "Forderung"), *act* what its speaker does with it, where
    the cue implies one; *negated* says that the cue is negated ("bestätigte nicht"). *rule* is the id of the pattern
    that found the statement. What runs on without a cue of its own keeps *cue_lemma* and *act* None.
    """

    spans: tuple[Span, ...]
    type: StatementType
    medium: Medium = "speech"
    channel: str | None = None
    speaker: Speaker | None = None
    cue: Wording | None = None
    addressee: Speaker | None = None
    frame: Wording | None = None
    cue_lemma: str | None = None
    act: Act | None = None
    negated: bool = False
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """
    A plan, draft, agreement, resolution or communiqué.

    *parties* are the authors and signatories, *points* the number of points of a plan; *endorsed_by*, *rejected_by* and
    *revised_by* (who wants changes) hold actor ids.
    """

    name: str
    kind: str
    status: DocumentStatus | None = None
    date: str | None = None
    parties: tuple[str, ...] = ()
    supersedes: str | None = None
    points: int | None = None
    endorsed_by: tuple[str, ...] = ()
    rejected_by: tuple[str, ...] = ()
    revised_by: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Delegation:
    """
    A delegation: *of* is the actor that it stands for, *encounter* a number in the reading's list.

    *offices* gives the office of a member as the article words it, by actor id.
    """

    of: str | None
    head: str | None = None
    members: tuple[str, ...] = ()
    encounter: int | None = None
    offices: dict[str, str] = field(default_factory=dict)
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A number with its unit.

    *of* is the place of what it counts; *mod* is ``approx``, ``less_than``, ``more_than`` or None; *upper* is the upper
    end where *value* is the lower end of a range.
    """

    value: float
    unit: str | None
    of: Span | None = None
    mod: str | None = None
    evidence: tuple[Span, ...] = ()
    upper: float | None = None
