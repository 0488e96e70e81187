"""What the language data say of encounters: nouns and verbs that name them, words that tell their status."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any, Literal

from aktenlage.model.encounter import EncounterKind, Status
from aktenlage.read.mentions.lexicon import declension, role_of
from aktenlage.resources.load import load

Frame = Literal["mutual", "reception", "travel", "invite", "company", "attendance", "fate"]
SupportStatus = Literal["tense", "begun", "going_on", "over", "planned", "possible", "cancelled", "denied"]
SubjectPart = Literal["participant", "joins", "host", "announces", "confirms", "none"]


@dataclass(frozen=True, slots=True)
class NounFrame:
    """
    A noun that names an encounter; a *weak* one needs more company to count, a bare *counted* one an ordinal.

    A bare *accompanied* one needs the words for who else was there. One that *offers* an encounter makes it possible,
    as far as no verb says more. Who speaks before one that may be *addressed* takes part in it. One that is *happening*
    needs a verb that says so.
    """

    id: str
    kind: EncounterKind
    weak: bool = False
    counted: bool = False
    accompanied: bool = False
    offers: bool = False
    addressed: bool = False
    happening: bool = False


@dataclass(frozen=True, slots=True)
class NounWord:
    """An encounter noun as it stands in a text: *modifier* is the first part of a compound, lower-case."""

    frame: NounFrame
    modifier: str
    head_at: int


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A verb that tells an encounter and who takes which part in it."""

    id: str
    frame: Frame
    kind: EncounterKind
    partner: frozenset[str] = frozenset()
    goal: frozenset[str] = frozenset()
    host: frozenset[str] = frozenset()
    status: Status | None = None
    needs_partner: bool = False
    needs_object: bool = False
    needs_two: bool = False
    begun: bool = False
    needs_place: bool = False
    persons_only: bool = False
    needs_date: bool = False
    needs_word: frozenset[str] = frozenset()
    needs_noun: tuple[str, ...] = ()
    without_word: frozenset[str] = frozenset()
    sends: bool = False
    impersonal: bool = False
    bare: bool = False
    outcome: bool = False
    represented: bool = False
    passive: bool = False
    negative: bool = False
    one_side: bool = False
    singly: bool = False

    @property
    def plain(self) -> bool:
        """Whether the verb tells it by itself, without a word or noun beside it."""
        return not (self.needs_word or self.needs_noun)


@dataclass(frozen=True, slots=True)
class Support:
    """
    A verb that carries an encounter noun; *role* holds the roles and prepositions of the noun beside it.

    The day beside a verb with *day_of_verb* is not the encounter's: on that day it was called off.
    """

    id: str
    role: frozenset[str]
    status: SupportStatus
    subject: SubjectPart
    needs_word: frozenset[str] = frozenset()
    day_of_verb: bool = False

    @property
    def wished(self) -> bool:
        """Whether the subject does no more than wish, refuse or announce it."""
        return self.status in ("possible", "planned", "denied", "cancelled")


@dataclass(frozen=True, slots=True)
class _Head:
    frame: NounFrame
    only_compounds: bool
    first: frozenset[str]
    excluded: frozenset[str]


# What a verb frame holds as lists.
_WORDS = ("partner", "goal", "host", "needs_word", "without_word")


@cache
def verb_frames() -> dict[str, tuple[VerbFrame, ...]]:
    """Give the verb frames by lemma."""
    frames: dict[str, tuple[VerbFrame, ...]] = {}
    for entry in load("encounters/verbs")["verbs"]:
        given: dict[str, Any] = {field.name: entry[field.name] for field in fields(VerbFrame) if field.name in entry}
        given |= {key: frozenset(entry.get(key, ())) for key in _WORDS}
        given["needs_noun"] = tuple(noun.casefold() for noun in entry.get("needs_noun", ()))
        for lemma, beside in _by_verb(entry["lemmas"]):
            frame = VerbFrame(**given | ({"needs_word": beside} if beside else {}))
            frames[lemma] = (*frames.get(lemma, ()), frame)
    return frames


def _by_verb(lemmas: Iterable[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Give the verbs of *lemmas*, each with the words beside it ("auf Eis legen"); of two verbs either is one."""
    found: dict[str, frozenset[str]] = {}
    for lemma in lemmas:
        beside, _, verb = lemma.rpartition(" ")
        for key, words in ((verb, beside), (beside, verb)) if beside else ((verb, ""),):
            found[key] = found.get(key, frozenset()) | ({words} if words else set())
    yield from found.items()


@cache
def supports() -> dict[str, tuple[Support, ...]]:
    """Give the verbs that carry encounter nouns by lemma."""
    found: dict[str, tuple[Support, ...]] = {}
    for entry in load("encounters/support")["support"]:
        for lemma, beside in _by_verb(entry["lemmas"]):
            support = Support(
                entry["id"],
                frozenset(entry["role"]),
                entry["status"],
                entry["subject"],
                beside or frozenset(entry.get("needs_word", ())),
                entry.get("day_of_verb", False),
            )
            found[lemma] = (*found.get(lemma, ()), support)
    return found


@lru_cache(maxsize=65536)
def noun_word(text: str) -> NounWord | None:
    """Tell which encounter the noun *text* names, itself or as the last part of a compound."""
    if len(text) < 5 or len(text) > 60 or not text[0].isupper():
        return None
    lower = text.lower()
    heads, endings, lengths = _heads()
    for ending in endings:
        if not lower.endswith(ending):
            continue
        stem = lower[: len(lower) - len(ending)]
        for length in lengths:
            head = heads.get(stem[-length:]) if length <= len(stem) else None
            if head is not None:
                return _judge(head, stem[:-length], len(stem) - length)
    return None


def _judge(head: _Head, first: str, head_at: int) -> NounWord | None:
    hyphen = first.endswith("-")
    first = first.rstrip("-")
    plain = first.removesuffix("s")
    listed = first in head.first or plain in head.first
    if not first:
        return None if head.only_compounds else NounWord(head.frame, "", 0)
    if first in head.excluded or plain in head.excluded:
        return None
    if head.first and not listed and not hyphen:
        return None
    return NounWord(head.frame, first, head_at)


_NOUN_FLAGS = ("weak", "counted", "accompanied", "offers", "addressed", "happening")


@cache
def _heads() -> tuple[dict[str, _Head], tuple[str, ...], tuple[int, ...]]:
    data = load("encounters/nouns")
    heads: dict[str, _Head] = {}
    for entry in data["nouns"]:
        head = _Head(
            NounFrame(
                entry["id"],
                entry["kind"],
                **{key: entry[key] for key in _NOUN_FLAGS if key in entry},
            ),
            entry.get("only_compounds", False),
            frozenset(entry.get("first", ())),
            frozenset(entry.get("not", ())),
        )
        heads.update((word.lower(), head) for word in entry["words"])
    endings = tuple(sorted(data["endings"], key=len))
    return heads, endings, tuple(sorted({len(word) for word in heads}, reverse=True))


@cache
def status_words() -> dict[str, Any]:
    """Give the words beside a trigger that tell its status."""
    words: dict[str, Any] = load("encounters/status")
    return words


@cache
def attribute_status() -> dict[str, Status]:
    """Give the status that an adjective before the noun tells, by every inflected form."""
    words = status_words()
    return {
        stem + ending: status
        for status, stems in words["attributes"].items()
        for stem in stems
        for ending in words["adjective_endings"]
    }


@cache
def governor_status() -> dict[str, Status]:
    """Give the status that a noun before the encounter noun tells, by lemma."""
    return {noun: status for status, nouns in status_words()["governors"].items() for noun in nouns}


@cache
def governing_verb_status() -> dict[str, Status]:
    """Give the status that a superordinate verb gives to the encounter told below it, by lemma."""
    return {verb: status for status, verbs in status_words()["verbs"].items() for verb in verbs}


@cache
def noun_above_status() -> dict[str, Status]:
    """Give the status that a noun gives to the encounter of an infinitive that hangs on it, by lemma."""
    return {noun: status for status, nouns in status_words()["above"].items() for noun in nouns}


@cache
def party_words() -> dict[str, Any]:
    """Give the words that tell who takes part in what."""
    words: dict[str, Any] = load("encounters/parties")
    return words


@cache
def agent_roles() -> tuple[str, ...]:
    """Give the roles and prepositions of who does what a passive verb says."""
    return ("agent", *party_words()["agents"])


@cache
def place_words() -> dict[str, Any]:
    """Give the words that tell a place."""
    words: dict[str, Any] = load("encounters/places")
    return words


def place_class(word: str) -> bool:
    """Whether a word says what kind of place is named behind it ("in der Hafenstadt …")."""
    words = place_words()
    return word in words["classes"] or word.lower().endswith(tuple(words["class_heads"]))


@cache
def detail_words() -> dict[str, Any]:
    """Give the words that tell duration, number, occasion and outcome."""
    words: dict[str, Any] = load("encounters/details")
    return words


@cache
def voice_words() -> dict[str, Any]:
    """Give the words that tell who announces, confirms or denies."""
    words: dict[str, Any] = load("encounters/voices")
    return words


def is_body(lemma: str) -> bool:
    """Whether a noun stands for a body of several, or someone who speaks for one ("ministers", "negotiators")."""
    return lemma.lower().endswith(_bodies())


@cache
def unions() -> frozenset[str]:
    """Give the ids of the unions of states, whose members meet at their gatherings."""
    return frozenset((*load("memberships"), *party_words()["open_unions"]))


@cache
def sitting_bodies() -> frozenset[str]:
    """Give the ids of those whose session is a meeting: unions of states, and their councils."""
    return unions() | frozenset(party_words()["in_session"])


def is_matter(lemma: str) -> bool:
    """Whether a noun stands for what somebody says, writes or decides, and not for anybody ("verdict", "letter")."""
    return lemma.lower().endswith(_matters()) and not lemma.lower().endswith(_no_matters())


@cache
def _matters() -> tuple[str, ...]:
    return tuple(word.lower() for word in party_words()["matters"])


@cache
def _no_matters() -> tuple[str, ...]:
    return tuple(word.lower() for word in party_words()["no_matters"])


@lru_cache(maxsize=65536)
def is_calling(word: str) -> bool:
    """Whether a word before a name is a calling of people who do not act in politics ("singer", "historian")."""
    role = role_of(word)
    words = detail_words()
    civil = role is not None and role.office in words["civil_offices"] and role.noun not in words["civic"]
    return civil or word.lower().endswith(_callings())


@cache
def _callings() -> tuple[str, ...]:
    nouns = detail_words()["callings"]
    forms = (form for noun in nouns for weak in (False, True) for form, *_ in declension(noun, weak=weak))
    return tuple({form.lower() for form in forms})


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(word.lower() for word in party_words()["bodies"])
