"""What may name an actor, before it is resolved: the words and what they say of the actor."""

from dataclasses import dataclass
from typing import Literal

from aktenlage.model.annotation import ActorKind, MentionKind, MentionRole

Sex = Literal["m", "f"]
Form = Literal[
    "known",
    "person",
    "office",
    "kin",
    "age",
    "pronoun",
    "latter",
    "pair",
    "states",
    "countries",
    "counted",
    "several",
    "either",
    "guest",
    "native",
    "body",
]
Doer = Literal["own", "antecedent", "shared"]


@dataclass(frozen=True, slots=True)
class RoleUse:
    """
    A part that someone plays, as an article words it: "der frühere US-Außenminister".

    *office* is the id of the word's entry, *of* the states and bodies whose office it is, *person* the surname in
    "Trump-Berater" or "Trumps Schwiegersohn"; *part* is the office or body within a state that someone leads ("der
    Leiter des ukrainischen Präsidialamtes"); *possessive* marks "sein Amtskollege".
    """

    words: str
    office: str
    noun: str
    of: tuple[str, ...] = ()
    person: str | None = None
    part: str | None = None
    former: bool = False
    coming: bool = False
    deputy: bool = False
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A place that may name an actor.

    *form* says how: *actors* are registry ids where it is "known", *name* holds a person's name without its genitive
    ending, *roles* what the article calls the person there. *sentence* and *clause* count from 0; *subject* is a guess
    from the grammar, *doer* whose deed its clause tells: that of its own subject, of the one whom a relative clause
    hangs on, or of the subject that it shares with another clause; *strong* says
    that the words alone show that it is a person's name; *link* is where the name begins to which an office stands in
    apposition, *further* where those of others begin who hold it elsewhere; *inquit* marks the pronoun of "…, sagte
    er", which is nobody of what is said; *count* is how many, and *counted* of what kind, a word like "die drei" means;
    the candidate counts only beside one of the actors *beside*, where there are any; *party* is what brackets behind a
    name hold.
    """

    start: int
    end: int
    kind: MentionKind
    form: Form
    actors: tuple[str, ...] = ()
    name: str | None = None
    roles: tuple[RoleUse, ...] = ()
    sex: Sex | None = None
    plural: bool = False
    count: int = 2
    counted: ActorKind | None = None
    sentence: int = 0
    clause: int = -1
    subject: bool = False
    doer: Doer = "own"
    strong: bool = False
    definite: bool = False
    role: MentionRole | None = None
    age: int | None = None
    link: int | None = None
    further: tuple[int, ...] = ()
    inquit: bool = False
    beside: tuple[str, ...] = ()
    party: str | None = None
