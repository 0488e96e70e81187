"""What the language data say of bodies and groups that are named only by nouns."""

import re
from functools import cache

from aktenlage.model.language import Sentence
from aktenlage.read.wordlist import WordList
from aktenlage.resources.load import load

ADJECTIVE_ENDING = re.compile(r"(?:en|em|er|es|e)$")


class GroupWords:
    """The language data, made ready for looking up."""

    def __init__(self) -> None:
        data = load("groups")
        self.classes = WordList((word, True) for word in data["classes"])
        self.endings = WordList((word, ending) for ending, words in data["endings"].items() for word in words)
        self.groups = {word: name for name, words in data["groups"].items() for word in words}
        self.acting = WordList((word, True) for word in data["acting"])
        self.parts = WordList((word, True) for word in data["parts"])
        self.bearing = frozenset(data["bearing"])
        self.met = WordList((word, True) for word in data["met"])
        self.quoted_behind = frozenset(data["quoted_behind"])
        self.led: dict[str, str] = data["led"]
        self.ahead: dict[str, str] = data["ahead"]
        self.both = frozenset(data["both"])
        self.how_many = frozenset(data["how_many"])
        self.leaders = frozenset(data["leaders"])
        self.all_leaders: dict[str, str] = data["all_leaders"]
        self.before_all = tuple(data["before_all"])
        self.federal = frozenset(data["federal"])
        self.beside = frozenset(data["beside"])
        self.partners = frozenset(data["partners"])
        self.partners_of = frozenset(data["partners_of"])
        self.of_origin = frozenset(data["of_origin"])
        self.only_with_origin = frozenset(data["only_with_origin"])
        self.composed = frozenset(data["composed"])
        self.composed_of = frozenset(data["composed_of"])
        self.any = frozenset(data["any"])
        self.measures = frozenset(data["measures"])
        self.not_any = WordList((word, True) for word in data["not_any"])
        self.short = frozenset(data["short"])
        self.of_kind = {noun: frozenset(bodies) for noun, bodies in data["of_kind"].items()}
        self.numbered = frozenset(data["numbered"])
        self.by_number: dict[str, str] = data["by_number"]
        self.members = frozenset(data["members"])
        self.members_counted = frozenset(data["members_counted"])
        self.unions = {body: union for union, organs in data["unions"].items() for body in (union, *organs)}
        self.quotes = frozenset(data["quotes"])
        self.definite = frozenset(data["definite"])
        self.no_names = frozenset(data["no_names"])
        self.origin = tuple(data["origin_endings"])


@cache
def group_words() -> GroupWords:
    """Give the language data, read once."""
    return GroupWords()


def sentence_text(sentence: Sentence, first: int, last: int) -> str:
    """Give tokens as one text, as they stand but for spaces."""
    parts: list[str] = []
    for before, token in zip((None, *sentence.tokens[first:last]), sentence.tokens[first:last], strict=False):
        parts.append(token.text if before is None or token.start == before.end else f" {token.text}")
    return "".join(parts)


def is_origin(lemma: str) -> bool:
    """Whether an adjective is one of origin ("polnisch")."""
    return lemma.lower().endswith(group_words().origin)


def named_like_a_noun(sentence: Sentence, at: int) -> bool:
    """Whether a class noun has a name right behind it that looks like a noun: "der Energiekonzern Vattenfall"."""
    tokens = sentence.tokens
    if tokens[at].text.lower() in group_words().measures or at == 0:
        return False
    behind = tokens[at + 1]
    alone = at + 2 >= len(tokens) or tokens[at + 2].tag not in ("NN", "NE")
    opened = tokens[at - 1].tag in ("ART", "ADJA", "APPRART")
    return opened and behind.tag == "NN" and alone and behind.text == behind.lemma


def led_group(sentence: Sentence, at: int, *, in_federation: bool) -> str | None:
    """
    Give the group that a noun means by who leads it or stands beside it: "die Ministerpräsidenten der Länder".

    *in_federation* says that the article tells of a federation and its parts: then their leaders stand for all of them
    ("Merkel sprach mit den Ministerpräsidenten").
    """
    data, tokens = group_words(), sentence.tokens
    word = tokens[at].text.lower()
    behind = [token.text.lower() for token in tokens[at + 1 : at + 3]]
    if word in data.ahead and len(behind) > 1 and tokens[at + 1].tag == "KON" and behind[1] in data.led:
        return data.ahead[word]
    if word in data.all_leaders and in_federation and _of_nobody(sentence, at):
        return data.all_leaders[word]
    first = at - 1 if at and tokens[at - 1].text.lower() in data.how_many else at
    before = [token.text.lower() for token in tokens[max(first - 2, 0) : first]]
    if word in data.partners_of and _of_nobody(sentence, at) and _beside_partners(sentence):
        return data.led[word]
    if word not in data.led or len(before) < len(("leaders", "the")):
        return None
    led = before[1] in data.definite and before[0] in data.leaders
    beside = tokens[at - 1].tag == "KON" and before[0] in data.beside
    return data.led[word] if led or beside else None


def _of_nobody(sentence: Sentence, at: int) -> bool:
    """Whether a definite plural for leaders says neither who they are nor whose."""
    data, tokens = group_words(), sentence.tokens
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    told = behind is not None and (behind.tag in ("ART", "NE", "NN") or behind.text.lower() in data.composed_of)
    before = " ".join(token.text.lower() for token in tokens[max(at - 2, 0) : at])
    return not told and before.endswith(data.before_all)


def _beside_partners(sentence: Sentence) -> bool:
    """Whether those are told of as well with whom parts of a federation deal ("die Länder und die Gewerkschaften")."""
    return any(token.text.lower() in group_words().partners for token in sentence.tokens)


def tells_federation(sentence: Sentence) -> bool:
    """Whether the sentence tells of a federation or its parts ("Bund", "Länder")."""
    return any(token.text.lower() in group_words().federal for token in sentence.tokens)
