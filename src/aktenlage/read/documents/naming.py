"""Where papers are named in a sentence, and what they are called in the nominative."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aktenlage.language.numbers import number_of
from aktenlage.model.language import Sentence, Token
from aktenlage.read.documents.lexicon import Head, lexicon

_MATTER_REACH = 5
_BEFORE = 12


@dataclass(frozen=True, slots=True)
class Paper:
    """
    One naming of a paper.

    *first* and *last* are its tokens, last exclusive, *head* the token of its noun; *own* says that the name is one of
    its own, *definite* that the article speaks of it as known.
    """

    sentence: Sentence
    first: int
    last: int
    head: int
    name: str
    base: str
    kind: str
    points: int | None
    own: bool
    definite: bool

    @property
    def start(self) -> int:
        """First code point."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Behind the last code point."""
        return self.sentence.tokens[self.last - 1].end


def papers_in(sentence: Sentence) -> Iterator[Paper]:
    """Give the papers that a sentence names."""
    at = 0
    while at < len(sentence.tokens):
        paper = _phrase(sentence, at) or _paper(sentence, at)
        if paper is not None:
            yield paper
        at = paper.last if paper is not None else at + 1


def _phrase(sentence: Sentence, at: int) -> Paper | None:
    tokens = sentence.tokens
    for words, name, kind in lexicon().phrases:
        if tokens[at].text.lower() == words[0]:
            found = tuple(token.text.lower() for token in tokens[at : at + len(words)])
            if found == words:
                last = at + len(words)
                return Paper(sentence, at, last, last - 1, name, name, kind, None, True, _definite(tokens, at))
    return None


def _paper(sentence: Sentence, at: int) -> Paper | None:
    tokens = sentence.tokens
    token = tokens[at]
    if not (token.text[0].isupper() or token.text[0].isdigit()):
        return None
    word = token.text.lower()
    if lexicon().none.values(word, word):
        return None
    heads = lexicon().heads.values(word, word)
    if not heads:
        return None
    head = max(heads, key=lambda head: len(head.form))
    before = token.text[: len(token.text) - len(head.form)]
    if (before and not _is_compound(before)) or (not before and not head.alone and not _points_behind(tokens, at + 1)):
        return None
    points = _points(before)
    name, first, last, own = _name(tokens, at, head, before)
    if points is None:
        points = _points_behind(tokens, last)
    return Paper(sentence, first, last, at, name, head.base, head.kind, points, own, _definite(tokens, first))


def _is_compound(before: str) -> bool:
    """Whether what stands before the head is long enough to be a word of its own."""
    return len(before.rstrip("-")) >= 2 and (before[-1].isalpha() or before[-1] == "-")


def _name(tokens: Sequence[Token], at: int, head: Head, before: str) -> tuple[str, int, int, bool]:
    data = lexicon()
    base = head.base if not before or before.endswith("-") else head.base.lower()
    name, first, last = before + base, at, at + 1
    own = before.endswith("-") or before[:-1].find("-") > 0
    if last < len(tokens) and data.among("numbered", head.base.lower()) and tokens[last].text.isdigit():
        return f"{name} {tokens[last].text}", first, last + 1, True
    if last + 1 < len(tokens) and data.among("place", tokens[last].text.lower()) and tokens[last + 1].tag == "NE":
        return f"{name} {tokens[last].text} {tokens[last + 1].text}", first, last + 2, True
    if at > 0 and _is_town(tokens, at - 1):
        return f"{tokens[at - 1].text} {name}", at - 1, last, True
    if not own:
        end = _matter(tokens, last)
        if end is not None:
            return " ".join([name, *(token.text for token in tokens[last:end])]), first, end, False
    return name, first, last, own


def _is_town(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    return (
        at > 0
        and len(word) > 4
        and word.endswith(lexicon().towns)
        and word[0].isupper()
        and tokens[at].tag in ("ADJA", "NE", "NN")
        and not lexicon().among("not_towns", word.lower())
        and (
            tokens[at - 1].tag in ("ART", "APPRART", "APPR", "ADJA", "PDAT")
            or lexicon().among("definite", tokens[at - 1].text.lower())
        )
    )


def _matter(tokens: Sequence[Token], at: int) -> int | None:
    """Give the end of the phrase that says what this agreement is about and tells it from others."""
    if at >= len(tokens) or not lexicon().among("matter", tokens[at].text.lower()):
        return None
    for number in range(at + 1, min(at + 1 + _MATTER_REACH, len(tokens))):
        if tokens[number].tag == "NN":
            return number + 1
        if tokens[number].tag not in ("ART", "ADJA", "PPOSAT"):
            return None
    return None


def _points(before: str) -> int | None:
    """Give the number in a compound like "20-Punkte-" or "Zehnpunkte"."""
    parts = [part for part in before.lower().split("-") if part]
    for number, part in enumerate(parts[1:], 1):
        if lexicon().among("points", part):
            return _whole(parts[number - 1])
    for point in lexicon().group("points"):
        if parts and parts[-1].endswith(point) and parts[-1] != point:
            return _whole(parts[-1].removesuffix(point))
    return None


def _points_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Give the number in "mit 20 Punkten"."""
    if (
        at + 2 < len(tokens)
        and tokens[at].text.lower() == lexicon().with_points
        and lexicon().among("points", tokens[at + 2].text.lower())
    ):
        return _whole(tokens[at + 1].text)
    return None


def _whole(word: str) -> int | None:
    value = number_of(word)
    return int(value) if value is not None and value == int(value) else None


def _definite(tokens: Sequence[Token], first: int) -> bool:
    """Whether an article or pronoun in front speaks of the paper as known."""
    for number in range(first - 1, max(-1, first - _BEFORE), -1):
        if tokens[number].tag in ("ART", "PDAT", "PPOSAT", "APPRART"):
            return lexicon().among("definite", tokens[number].text.lower()) or tokens[number].tag == "APPRART"
        if tokens[number].tag not in ("ADJA", "CARD", "ADV", "NE"):
            return False
    return False
