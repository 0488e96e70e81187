"""The words that name a stance, as the language data give them, made ready for looking up."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from aktenlage.language.verbforms import participle_of
from aktenlage.model.position import Stance
from aktenlage.read.wordlist import WordList
from aktenlage.resources.load import load


@dataclass(frozen=True, slots=True)
class Frame:
    """
    What a word of stance wants beside it.

    *negated* is the stance of a negated clause, *matter* and *toward* name the phrases of the matter and of the other
    side, *holder* is the preposition before who holds the stance where the subject is the matter, *needs* is a clause
    that must hang on the verb, or an object, *objective* says that a genitive behind the noun is its matter and not its
    author, *yields* that the clause of the matter tells the stance where it has one of its own; *barred* words take the
    meaning away, with *only_bare* those alone that do not stand behind a preposition of the matter.
    """

    id: str
    stance: Stance
    negated: Stance | None
    only_negated: bool
    matter: tuple[str, ...]
    toward: tuple[str, ...]
    objective: bool
    yields: bool
    holder: str | None
    needs: str | None
    barred: WordList[bool] | None
    only_bare: bool = False

    def stance_of(self, *, negated: bool) -> Stance | None:
        """Give the stance of a clause with this word."""
        if self.only_negated:
            return self.stance if negated else None
        return self.negated if negated else self.stance


@dataclass(frozen=True, slots=True)
class Entry:
    """A verb or an adjective with the words that must stand beside it."""

    beside: tuple[str, ...]
    frame: Frame


class Lexicon:
    """Verbs, idioms and predicative adjectives by lemma, nouns, participles and judgements by word."""

    def __init__(self) -> None:
        self.verbs: dict[str, list[Entry]] = {}
        self.adjectives: dict[str, list[Entry]] = {}
        _enter(self.verbs, load("stances/verbs"))
        self.idioms: dict[str, list[Entry]] = {}
        _enter(self.adjectives, load("stances/adjectives"))
        _enter(self.idioms, load("stances/idioms"))
        self.nouns = WordList(_words(load("stances/nouns"), "words"))
        self.participles = {
            participle: entries[-1].frame
            for lemma, entries in self.verbs.items()
            if not entries[-1].beside and (participle := participle_of(lemma))
        }
        self.made_known = {participle_of(lemma) for lemma in load("stance-grammar")["making_known"]}
        evaluations = load("stances/evaluations")
        self.judgements = WordList(_words(evaluations, "words"))
        frames = {group["stance"]: _frame(group) for group in reversed(load("stances/adjectives"))}
        self.sides = {word: frames[stance] for word, stance in load("stance-grammar")["siding"].items()}
        self.label = next(_frame(group) for group in evaluations if group.get("label"))


def _enter(table: dict[str, list[Entry]], groups: Iterable[dict[str, Any]]) -> None:
    for group in groups:
        frame = _frame(group)
        for words in group["words"]:
            beside = words.split()
            lemma = beside.pop()
            if beside and lemma in load("stance-grammar")["willing"]:
                beside.insert(0, lemma)  # "Rache üben wollen" is found by its full verb.
                lemma = beside.pop()
            table.setdefault(lemma, []).append(Entry(tuple(beside), frame))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry.beside))


def _words(groups: Iterable[dict[str, Any]], key: str) -> list[tuple[str, Frame]]:
    return [(word, frame) for group in groups for frame in (_frame(group),) for word in group.get(key, ())]


def _frame(group: dict[str, Any]) -> Frame:
    barred = group.get("not")
    return Frame(
        group["id"],
        group["stance"],
        group.get("negated"),
        group.get("only") == "negated",
        tuple(group.get("matter", ())),
        tuple(group.get("toward", ())),
        group.get("objective", False),
        group.get("yields", False),
        group.get("holder"),
        group.get("needs"),
        WordList((word, True) for word in barred) if barred else None,
        group.get("only_bare", False),
    )


_SETS = (
    "reflexive",
    "speaker",
    "possessive",
    "agent",
    "hypothetical",
    "obliging",
    "evidential",
    "copulas",
    "genitive",
    "duty",
    "refusing",
    "indefinite",
    "purpose",
    "joining",
    "alike",
    "unlike",
    "equally",
    "besides",
    "also",
    "followers",
    "otherwise",
    "suing",
    "among_them",
    "dropping",
    "free",
    "both",
    "they",
    "supposing",
    "so_far",
    "protesting",
    "harmful",
    "not_only_wrong",
    "only",
    "with_whom",
    "inside",
    "therein",
    "company",
    "together",
    "lessening",
    "sources",
    "being_there",
    "meeting_with",
    "being",
    "among",
    "lacking",
    "opposed",
    "needing",
    "existing",
    "permission",
    "going",
    "willing",
    "planning",
    "idle",
    "purposes",
    "impersonal",
    "not_nominative",
    "nominative",
    "nominative_masculine",
    "filing",
    "third_person",
    "harming",
    "wronging",
    "announcing",
    "unless",
    "willed",
    "adversative",
    "contrary",
    "advising",
    "making_known",
    "somewhere",
    "told",
    "labelling",
    "opening",
    "closing",
    "finding",
    "wishing",
    "manner",
    "blaming",
    "denying",
    "accidental",
    "stative",
    "without",
    "coming",
    "on_a_day",
    "days",
    "important",
    "unsure",
    "voicing",
    "unnamed",
    "exemplary",
    "calling",
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small words that the reading turns on, as sets."""

    prepositions: dict[str, str]
    reflexive: frozenset[str]
    speaker: frozenset[str]
    possessive: frozenset[str]
    agent: frozenset[str]
    hypothetical: frozenset[str]
    obliging: frozenset[str]
    evidential: frozenset[str]
    copulas: frozenset[str]
    genitive: frozenset[str]
    duty: frozenset[str]
    refusing: frozenset[str]
    naming: dict[str, tuple[str, ...]]
    pronouns: dict[str, str]
    owing: dict[str, tuple[str, ...]]
    amounting: dict[str, tuple[str, ...]]
    bearing: dict[str, tuple[str, ...]]
    endings: tuple[str, ...]
    indefinite: frozenset[str]
    purpose: frozenset[str]
    joining: frozenset[str]
    alike: frozenset[str]
    unlike: frozenset[str]
    equally: frozenset[str]
    besides: frozenset[str]
    also: frozenset[str]
    followers: frozenset[str]
    otherwise: frozenset[str]
    suing: frozenset[str]
    among_them: frozenset[str]
    dropping: frozenset[str]
    free: frozenset[str]
    both: frozenset[str]
    they: frozenset[str]
    supposing: frozenset[str]
    so_far: frozenset[str]
    protesting: frozenset[str]
    harmful: frozenset[str]
    not_only_wrong: frozenset[str]
    only: frozenset[str]
    with_whom: frozenset[str]
    carrying: dict[str, tuple[str, ...]]
    inside: frozenset[str]
    therein: frozenset[str]
    pointing: dict[str, tuple[str, ...]]
    company: frozenset[str]
    together: frozenset[str]
    lessening: frozenset[str]
    sources: frozenset[str]
    being_there: frozenset[str]
    meeting_with: frozenset[str]
    being: frozenset[str]
    among: frozenset[str]
    lacking: frozenset[str]
    opposed: frozenset[str]
    needing: frozenset[str]
    existing: frozenset[str]
    permission: frozenset[str]
    going: frozenset[str]
    willing: frozenset[str]
    planning: frozenset[str]
    idle: frozenset[str]
    purposes: frozenset[str]
    impersonal: frozenset[str]
    not_nominative: frozenset[str]
    nominative: frozenset[str]
    nominative_masculine: frozenset[str]
    filing: frozenset[str]
    third_person: frozenset[str]
    harming: frozenset[str]
    wronging: frozenset[str]
    announcing: frozenset[str]
    unless: frozenset[str]
    willed: frozenset[str]
    adversative: frozenset[str]
    contrary: frozenset[str]
    advising: frozenset[str]
    making_known: frozenset[str]
    somewhere: frozenset[str]
    told: frozenset[str]
    labelling: frozenset[str]
    opening: frozenset[str]
    closing: frozenset[str]
    finding: frozenset[str]
    wishing: frozenset[str]
    manner: frozenset[str]
    blaming: frozenset[str]
    accidental: frozenset[str]
    stative: frozenset[str]
    without: frozenset[str]
    coming: frozenset[str]
    on_a_day: frozenset[str]
    days: frozenset[str]
    important: frozenset[str]
    unsure: frozenset[str]
    voicing: frozenset[str]
    unnamed: frozenset[str]
    exemplary: frozenset[str]
    calling: frozenset[str]
    denying: frozenset[str]
    representatives: WordList[bool]
    several: WordList[bool]
    crowd: WordList[bool]
    matters: WordList[bool]
    own: WordList[bool]
    writings: WordList[bool]
    announced: WordList[Stance]


@cache
def lexicon() -> Lexicon:
    """Give the words of stance."""
    return Lexicon()


@cache
def grammar() -> Grammar:
    """Give the small words."""
    data = load("stance-grammar")
    sets = {name: frozenset(data[name]) for name in _SETS}
    return Grammar(
        prepositions={form: bare for bare, forms in data["drawn_together"].items() for form in forms},
        endings=tuple(data["endings"]),
        naming={verb: tuple(words) for verb, words in data["naming"].items()},
        pronouns=data["pronouns"],
        owing={verb: tuple(tags) for verb, tags in data["owing"].items()},
        pointing={word: tuple(kinds) for word, kinds in data["pointing"].items()},
        carrying={verb: tuple(words) for verb, words in data["carrying"].items()},
        amounting={verb: tuple(words) for verb, words in data["amounting"].items()},
        bearing={verb: tuple(words) for verb, words in data["bearing"].items()},
        representatives=WordList((word, True) for word in data["representatives"]),
        several=WordList((word, True) for word in data["several"]),
        crowd=WordList((word, True) for word in data["crowd"]),
        writings=WordList((word, True) for word in data["writings"]),
        own=WordList((word, True) for word in data["own"]),
        matters=WordList((word, True) for word in data["matters"]),
        announced=WordList((word, stance) for stance, words in data["announced"].items() for word in words),
        **sets,
    )
