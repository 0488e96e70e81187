"""What papers are called and what becomes of them, as the language data give it."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from aktenlage.model.annotation import DocumentStatus
from aktenlage.read.wordlist import WordList
from aktenlage.resources.load import load

_SHAPED = ("heads", "phrases", "events", "endings")


Sort = Literal["agreement", "proposal", "outcome", "law", "standing", "demand"]


@dataclass(frozen=True, slots=True)
class Head:
    """The head noun of a paper's name in one of its forms; *sort* says what it means without a name of its own."""

    base: str
    kind: str
    sort: Sort
    form: str
    alone: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """
    What becomes of a paper; *subject* says what the clause's subject is to it.

    *of_proposal* is the stage of a mere proposal, whose author has not spoken then; *bare* says that the verb means it
    only where nothing stands beside but a time.
    """

    status: DocumentStatus
    subject: Literal["author", "party"] | None
    of_proposal: DocumentStatus | None = None
    bare: bool = False


class Lexicon:
    """The data, made ready for looking up."""

    def __init__(self) -> None:
        data = load("documents")
        self.heads: WordList[Head] = WordList(
            (f"*{form}", Head(head["base"], head["kind"], head["sort"], form, head.get("alone", True), plural))
            for head in data["heads"]
            for plural, forms in ((False, head["forms"]), (True, head.get("plural", ())))
            for form in forms
        )
        self.genders: dict[str, str] = {
            **{head["base"]: head["gender"] for head in data["heads"]},
            **{phrase["name"]: phrase["gender"] for phrase in data["phrases"]},
        }
        self.negotiated: tuple[str, ...] = tuple(data["negotiated"])
        self.none = WordList((word, True) for word in data["none"])
        self.phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for phrase in data["phrases"]:
            entry = (tuple(phrase["words"]), phrase["name"], phrase["kind"])
            self.phrases.setdefault(phrase["words"][0], []).append(entry)
        self.verbs: dict[str, list[tuple[tuple[str, ...], Happening]]] = {}
        self.participles: dict[str, Happening] = {}
        for event in data["events"]:
            happening = Happening(event["status"], event["subject"], event.get("of_proposal"), event.get("bare", False))
            for words in event["words"]:
                *beside, lemma = words.split()
                self.verbs.setdefault(lemma, []).append((tuple(beside), happening))
            self.participles |= dict.fromkeys(event["participles"], happening)
        for entries in self.verbs.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.nouns: dict[str, DocumentStatus] = {
            word: status for status, words in data["event_nouns"].items() for word in words
        }
        self.adopters: dict[str, str] = data["adopters"]
        self.stand_ins: dict[str, list[str]] = {}
        for sort, words in data["stand_ins"].items():
            for word in words:
                self.stand_ins.setdefault(word, []).append(sort)
        self.pronouns: dict[str, str] = data["pronouns"]
        self.towns: str = data["town_ending"]
        self.endings: tuple[str, ...] = tuple(data["endings"])
        self.singular: tuple[str, ...] = tuple(data["singular_endings"])
        self.with_points: str = data["with_points"]
        self._sets: dict[str, Any] = {
            key: frozenset(words) for key, words in data.items() if isinstance(words, list) and key not in _SHAPED
        }

    def among(self, group: str, word: str) -> bool:
        """Whether a word in lower case belongs to one of the plain lists of the data."""
        return word in self._sets[group]

    def group(self, name: str) -> frozenset[str]:
        """Give one of the plain lists."""
        words: frozenset[str] = self._sets[name]
        return words


@cache
def lexicon() -> Lexicon:
    """Give the words for papers."""
    return Lexicon()
