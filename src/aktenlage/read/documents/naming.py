"""Where papers are named in a sentence, and what they are called in the nominative."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aktenlage.language.numbers import number_of
from aktenlage.model.language import Sentence, Token
from aktenlage.read.documents.lexicon import Head, Sort, lexicon

_MATTER_REACH = 5
_BEFORE = 24
# What somebody's adjective or compound makes a paper of its own; with others it only says whose it is.
_DETERMINERS = ("ART", "ADJA", "PDAT", "PPOSAT", "APPRART", "CARD", "PIAT", "NE")
# Tags before which an article opens an extended attribute ("der im Mai geschlossene Vertrag").
_INSIDE = ("APPR", "APPRART", "ADV", "ADJD", "PRF")
_NAMED = ("agreement", "proposal", "standing")
_ISSUED = ("declaration", "communique")


@dataclass(frozen=True, slots=True)
class Paper:
    """
    One naming of a paper.

    *first* and *last* are its tokens, last exclusive, *head* the token of its noun; *own* says that the name is one of
    its own, *definite* that the article speaks of it as known, *sort* what the noun means without a name, *plural* that
    it means several, *numbered* that a number is part of its name, as it is given to what has been adopted.
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
    sort: Sort
    plural: bool
    numbered: bool = False

    @property
    def key(self) -> str:
        """The name in lower case without a first part that only says whose it is."""
        name = self.name.lower()
        at = name.find(self.base.lower())
        return name[at:] if at > 0 and lexicon().among("owners", name[:at]) else name

    @property
    def bare(self) -> bool:
        """Whether the noun stands without anything that tells this paper from others."""
        return self.key == self.base.lower()

    @property
    def issued(self) -> bool:
        """Whether it is of the kind that several agree on and give out."""
        return self.kind in _ISSUED and (self.own or self.sort == "agreement")

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
    for words, name, kind in lexicon().phrases.get(tokens[at].text.lower(), ()):
        last = at + len(words)
        if tuple(token.text.lower() for token in tokens[at:last]) == words:
            definite = _definite(tokens, at)
            return Paper(sentence, at, last, last - 1, name, name, kind, None, True, definite, "agreement", False)
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
    longest = max(len(head.form) for head in heads)
    bare = not _determined(tokens, at)
    head = next(h for h in sorted(heads, key=lambda h: h.plural != bare) if len(h.form) == longest)
    before = token.text[: len(token.text) - len(head.form)]
    if before and (not _is_compound(before) or head.sort == "demand"):
        return None
    if _absent(tokens, at):
        return None
    sort: Sort = head.sort
    if not before and not head.alone and not _points_behind(tokens, at + 1):
        if head.sort == "law":
            return None
        sort = "outcome"
    points = _points(before)
    name, first, last, own = _name(tokens, at, head, before)
    single = not head.plural or (own and " " in name)
    numbered = name.split()[-1].isdigit() and lexicon().among("numbered", head.base.lower())
    if points is None:
        points = _points_behind(tokens, last)
    joint = head.kind in _ISSUED and first > 0 and lexicon().among("jointly", tokens[first - 1].text.lower())
    own = (own and (sort in _NAMED or head.kind == "draft")) or before.lower().endswith(lexicon().negotiated) or joint
    definite = _definite(tokens, first)
    return Paper(
        sentence, first, last, at, name, head.base, head.kind, points, own, definite, sort, not single, numbered
    )


def _absent(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words in front say that there is no such paper."""
    first = at
    while first > 0 and tokens[first - 1].tag == "ADJA":
        first -= 1
    return first > 0 and lexicon().among("absent", tokens[first - 1].text.lower())


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
    dated = _dated(tokens, last)
    if dated is not None:
        return " ".join([name, *(token.text for token in tokens[last:dated])]), first, dated, True
    if head.kind == "draft":
        end = _drafted(tokens, last)
        if end is not None:
            return " ".join([name, *(token.text for token in tokens[last:end])]), first, end, True
    if at > 0 and _is_town(tokens, at - 1):
        return f"{tokens[at - 1].text} {name}", at - 1, last, True
    if not own:
        end = _matter(tokens, last)
        if end is not None:
            return " ".join([name, *(token.text for token in tokens[last:end])]), first, end, False
    return name, first, last, own


def _determined(tokens: Sequence[Token], at: int) -> bool:
    """Whether an article, an attribute or an owner stands in front, so that a form of both numbers is singular."""
    before = [token for token in tokens[max(at - 2, 0) : at] if token.tag != "$("]
    if not before:
        return False
    if before[-1].tag == "ADJA" and (len(before) == 1 or before[0].tag not in _DETERMINERS):
        return before[-1].text.endswith(lexicon().singular)
    return before[-1].tag in _DETERMINERS or (
        before[-1].text[0].isupper() and before[-1].text.endswith(lexicon().towns)
    )


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


def _dated(tokens: Sequence[Token], at: int) -> int | None:
    """Give the end of the date that tells this paper from others ("of 23 March 2009")."""
    data = lexicon()
    if at >= len(tokens) or not data.among("dated", tokens[at].text.lower()):
        return None
    last = at + 1
    while last < len(tokens) and (tokens[last].text[0].isdigit() or data.among("months", tokens[last].text.lower())):
        last += 1
    return last if last > at + 1 else None


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


def _drafted(tokens: Sequence[Token], at: int) -> int | None:
    """Give the end of the paper that this is the draft of ("of an agreement", "for a resolution")."""
    if at < len(tokens) and lexicon().among("matter", tokens[at].text.lower()):
        at += 1
    for number in range(at, min(at + _MATTER_REACH, len(tokens))):
        if tokens[number].tag == "NN":
            word = tokens[number].text.lower()
            return number + 1 if number > at and lexicon().heads.values(word, word) else None
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
    plain = True
    for number in range(first - 1, max(-1, first - _BEFORE), -1):
        token = tokens[number]
        opens = token.tag in ("ART", "PDAT", "PPOSAT", "APPRART")
        if opens and (plain or (token.tag != "APPRART" and tokens[number + 1].tag in _INSIDE)):
            return lexicon().among("definite", token.text.lower()) or token.tag == "APPRART"
        if token.tag not in ("ADJA", "CARD", "ADV", "NE", "$("):
            if tokens[first - 1].tag != "ADJA" or token.tag in ("VVFIN", "VAFIN", "VMFIN", "$."):
                return False
            plain = False
    return False
