"""The words around the noun of a paper: attributes in front of it, and whose it is behind it."""

from dataclasses import dataclass, field

from aktenlage.model.annotation import Mention, Time
from aktenlage.model.language import Token
from aktenlage.read.documents.lexicon import Happening, lexicon
from aktenlage.read.documents.naming import Paper
from aktenlage.read.encounters.scene import Scene
from aktenlage.read.positions.actors import Who

_ATTRIBUTES = ("ADJA", "CARD", "ADV", "ADJD")
_OPENERS = ("ART", "PDAT", "PPOSAT", "PIAT", "APPRART", "APPR")
_INSIDE = ("APPR", "APPRART", "ADV", "PPER", "PRF", "ADJD")
_VERBS = ("VVFIN", "VAFIN", "VMFIN")
# An extended attribute is at most so many tokens long.
_LONGEST = 24


@dataclass(slots=True)
class Attributes:
    """What stands in front of a paper: events with their actors and times, and those whose paper it is."""

    events: list[tuple[Happening, list[str], list[Time]]] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)


def attributes(paper: Paper, scene: Scene, who: Who) -> Attributes:
    """Read the attributes in front of a paper."""
    found = Attributes()
    tokens = paper.sentence.tokens
    last = paper.first
    while last > 0 and tokens[last - 1].tag == "$(":
        last -= 1
    first = last
    while first > 0 and tokens[first - 1].tag in _ATTRIBUTES:
        first -= 1
    for token in tokens[first:last]:
        happening = lexicon().participles.get(_bare(token))
        if happening is None:
            found.owners += _actors(who.mentions(token.start, token.end))
            continue
        inside = tokens[_opening(tokens, first)].start, token.start
        actors = [a for m in who.mentions(*inside) if m.role != "place" for a in m.meant]
        found.events.append((happening, actors, scene.times.within(*inside)))
    if first > 0 and tokens[first - 1].tag == "NE" and tokens[first - 1].text.endswith("s"):
        near = [m for m in who.mentions(paper.sentence.start, tokens[first].start) if tokens[first].start - m.end <= 1]
        found.owners += _actors(near[-1:])
    compound = tokens[paper.head]
    found.owners += _actors(who.mentions(compound.start, compound.end))
    return found


def _actors(mentions: list[Mention]) -> list[str]:
    return [actor for mention in mentions for actor in mention.meant]


def _opening(tokens: tuple[Token, ...], first: int) -> int:
    """Give the article that opens the phrase: behind it stands what belongs to its extended attribute."""
    opening = first
    for number in range(first - 1, max(-1, first - _LONGEST), -1):
        tag = tokens[number].tag
        if tag in _VERBS or tag == "$.":
            break
        if tag in _OPENERS:
            if tag not in ("APPR", "APPRART") and tokens[number + 1].tag in _INSIDE:
                return number
            opening = number if not any(t.tag.startswith("$") for t in tokens[number:first]) else opening
    return opening


def _bare(token: Token) -> str:
    """Give an attributive participle without its ending."""
    word = token.text.lower()
    if token.lemma.lower() in lexicon().participles:
        return token.lemma.lower()
    for ending in lexicon().endings:
        if word.endswith(ending) and word.removesuffix(ending) in lexicon().participles:
            return word.removesuffix(ending)
    return word


def behind(paper: Paper, scene: Scene, who: Who, parties: list[str], authors: list[str]) -> None:
    """Read what stands behind: whose plan it is, between or with whom the agreement is."""
    tokens = paper.sentence.tokens
    at = paper.last
    while at < len(tokens) and tokens[at].tag == "$(" and tokens[at].text != "(":
        at += 1
    if at >= len(tokens):
        return
    word = tokens[at].text.lower()
    joined = lexicon().among("among", word)
    made_by = lexicon().among("by", word)
    owned = tokens[at].tag == "NE" or (tokens[at].tag == "ART" and lexicon().among("genitive", word))
    if not joined and not made_by and not owned:
        return
    step = 12 if owned else 25
    near: list[str] = []
    reach = tokens[at].end + step
    for mention in who.mentions(tokens[at].start, min(paper.sentence.end, tokens[at].start + 80)):
        if mention.start > reach or mention.actor is None:
            break
        if made_by and mention.role == "place":
            break
        near += mention.meant
        reach = mention.end + step if joined else 0
    (parties if joined else authors).extend(near)
