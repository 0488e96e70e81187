"""Subjects that are lists: a plural verb says that more than the first name of the list is meant."""

from collections.abc import Sequence

from aktenlage.model.annotation import Mention
from aktenlage.model.index import Index
from aktenlage.model.language import Sentence, Token
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.lexicon import grammar

_LONGEST = 60
_INSIDE = ("NE", "NN", "ART", "ADJA", "APPR", "APPRART", "CARD", "XY", "FM", "TRUNC", "PPOSAT", "PIAT", "PIDAT", "PAV")
_TITLE = ("NE", "NN", "ADJA", "TRUNC", "XY", "FM")
_NAMES = ("name", "office", "description", "metonym")


def joint_actors(view: View, actors: tuple[str, ...], mentions: Index[Mention], people: frozenset[str]) -> list[str]:
    """Give the actors that a list goes on with behind the first of *actors*, where the verb is in the plural."""
    start = _start(view, actors, mentions)
    if start is None:
        return []
    found: list[str] = []
    kept = 0
    for first, last, joined in _members(view.sentence.tokens, start):
        tokens = view.sentence.tokens[first:last]
        if tokens[0].text.lower() in grammar().not_nominative:
            break
        named = [m for m in mentions.within(tokens[0].start, tokens[-1].end) if m.kind in _NAMES and m.actor]
        persons = [m for m in named if m.actor in people and _titled(tokens, m)]
        chosen = next((m for m in persons if m.kind == "name"), persons[0] if persons else None)
        if chosen is None and named and _heads(tokens, named[0]):
            chosen = named[0]
        if chosen is not None:
            found += chosen.meant
        if joined:
            kept = len(found)
    return found[:kept]


def among_them(sentence: Sentence, at: int, mentions: Index[Mention]) -> list[Mention]:
    """Give who is named up to the next comma as some of those before: "several states, among them A and B"."""
    tokens = sentence.tokens[at:]
    if not tokens or tokens[0].text.lower() not in grammar().among_them:
        return []
    last = next((token for token in tokens if token.tag.startswith(("$", "V"))), tokens[-1])
    return [m for m in mentions.within(tokens[0].end, last.start) if m.kind in _NAMES and m.actor]


def _start(view: View, actors: tuple[str, ...], mentions: Index[Mention]) -> int | None:
    """Give the token behind the first actor, if the verb is in the plural and the actor is named in the clause."""
    verb = view.clause.verb
    if not actors or verb is None or verb.finite is None or view.passive:
        return None
    form = view.sentence.tokens[verb.finite].verb
    if form is None or form.numbers != ("plural",):
        return None
    for number in view.clause.tokens:
        token = view.sentence.tokens[number]
        for mention in mentions.touching(token.start, token.end):
            if mention.actor in actors and mention.kind in _NAMES:
                end = max(m.end for m in mentions.touching(token.start, token.end))
                return next((n for n, t in enumerate(view.sentence.tokens) if t.start >= end), None)
    return None


def _members(tokens: tuple[Token, ...], start: int) -> list[tuple[int, int, bool]]:
    """Give the parts of a list, each with whether a conjunction joins it to those before."""
    members: list[tuple[int, int, bool]] = []
    first, joined, number = start, False, start
    depth = 0
    opened = False
    while number < min(len(tokens), start + _LONGEST):
        token = tokens[number]
        if token.text in "()":
            depth += 1 if token.text == "(" else -1
        elif depth:
            pass
        elif token.tag == "KON" or token.text == "," or token.text.lower() in grammar().joining:
            if opened and number > first:
                members.append((first, number, joined))
            joined = token.text != "," if number > first or not opened else joined or token.text != ","
            first, opened = number + 1, True
        elif token.tag not in _INSIDE and token.text not in grammar().opening | grammar().closing:
            break
        number += 1
    if opened and number > first:
        members.append((first, number, joined))
    return members


def _titled(tokens: tuple[Token, ...], person: Mention) -> bool:
    """Whether only a title stands before a person, and not a thing that the person has or did."""
    before = [token for token in tokens[tokens[0].tag == "ART" :] if token.end <= person.start]
    head = _head(before)
    if head is None or all(token.tag in _TITLE for token in before):
        return True
    return bool(grammar().representatives.values(head.text.lower(), head.lemma.lower()))


def _heads(tokens: tuple[Token, ...], mention: Mention) -> bool:
    """Whether the first noun of the part is the one that the mention names."""
    head = _head(tokens)
    return head is not None and mention.start < head.end and head.start < mention.end


def _head(tokens: Sequence[Token]) -> Token | None:
    return next((t for t in tokens if t.tag in ("NN", "NE", "FM", "XY")), None)
