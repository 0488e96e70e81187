"""Parts of a clause without a verb of their own, which add people: "…, ebenso Merz", "…, für die Bahn Vorstand X"."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from aktenlage.language.timenouns import is_time
from aktenlage.model.language import Phrase, Token
from aktenlage.read.encounters.clause.actors import unique
from aktenlage.read.encounters.clause.parties import parties_between
from aktenlage.read.encounters.lexicon import is_body, is_calling, party_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.mentions.lexicon import adjective_of, role_of

_COMMA = ","
_CLOSED = ")"
# What a list of people is made of, besides signs.
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "NUM", "PRON", "ADV", "X", "PUNCT"})
_NAMES = frozenset({"NOUN", "PROPN"})
# A seat stands so many tokens behind its owner's name at most, an apostrophe among them.
_OWNED = 2

# They are there as well, have a seat, side or part of their own there, or lead or accompany others; or a part only says
# what somebody was or is besides ("…, damals Chef der Nato").
TailKind = Literal["likewise", "placed", "led", "explains"]
# So many words stand before the noun that says it, at most.
_BEFORE_NOUN = 5


@dataclass(frozen=True, slots=True)
class Tail:
    """The tokens of such a part, those whom it names, and what its first words say of them."""

    tokens: range
    parties: tuple[str, ...]
    kind: TailKind


def tail_parties(tails: Iterable[Tail], kinds: Container[TailKind]) -> list[str]:
    """Give those whom the parts of these *kinds* add to what the clause tells."""
    return unique(party for tail in tails if tail.kind in kinds for party in tail.parties)


def without_tails(at: Place, tails: Iterable[Tail]) -> Place:
    """Leave out of the clause its parts without a verb, which are no subject or object of its verb."""
    left = {number for tail in tails for number in tail.tokens}
    if not left:
        return at
    phrases = [phrase for phrase in at.clause.phrases if phrase.head not in left]
    lost = any(phrase.role == "subject" and phrase.head in left for phrase in at.clause.phrases)
    if lost and not any(phrase.role == "subject" for phrase in phrases):
        phrases = _with_subject(phrases)
    tokens = tuple(number for number in at.clause.tokens if number not in left)
    return replace(at, clause=replace(at.clause, phrases=tuple(phrases), tokens=tokens))


def _with_subject(phrases: list[Phrase]) -> list[Phrase]:
    """Make the first phrase without a preposition the subject, where a part without a verb was taken for it."""
    bare = (number for number, p in enumerate(phrases) if p.preposition is None and p.role in ("accusative", "unknown"))
    first = next(bare, None)
    return [replace(p, role="subject") if number == first else p for number, p in enumerate(phrases)]


def find_tails(scene: Scene, at: Place) -> list[Tail]:
    """Give the parts between commas that open as such a part does, tell no time and name people."""
    verb = at.clause.verb
    if verb is None or verb.finite is None:
        return []
    tails = (_tail(scene, at, part, behind_verb=part.start >= verb.finite) for part in _parts(at))
    return [tail for tail in tails if tail is not None]


def _tail(scene: Scene, at: Place, part: range, *, behind_verb: bool) -> Tail | None:
    """Read a part; only where a participle says by whom people were led may it be before the verb, or name states."""
    if _explains(at, part):
        return Tail(part, (), "explains")
    tokens, opened = at.sentence.tokens, _opened(scene, at, part)
    if opened is None or scene.times.touching(tokens[part.start].start, tokens[part.stop - 1].end):
        return None
    people, kind = opened
    if kind != "led" and not behind_verb:
        return None
    found = parties_between(scene, at.sentence, people.start, people.stop)
    named = tuple(party for party in found if kind == "led" or scene.actors[party].kind == "person")
    return Tail(part, named, kind) if named else None


def _explains(at: Place, part: range) -> bool:
    """Whether a part behind a name says what he was or is at some time ("…, seinerzeit Präsident des Rates, …")."""
    tokens, words = at.sentence.tokens, party_words()
    named = part.start > 1 and tokens[part.start - 2].pos == "PROPN"
    if not named or tokens[part.start].text.lower() not in words["at_some_time"] or any(tokens[n].verb for n in part):
        return False
    nouns = (tokens[n] for n in part[1 : 1 + _BEFORE_NOUN] if tokens[n].tag == "NN" and not is_time(tokens, n))
    noun = next(nouns, None)
    return noun is not None and (role_of(noun.text) is not None or is_body(noun.lemma) or is_calling(noun.text))


def _parts(at: Place) -> Iterator[range]:
    """Give what stands between commas outside of brackets; a list of names behind a comma belongs to what is before."""
    tokens, own = at.sentence.tokens, set(at.clause.tokens)
    commas = [number for number in at.clause.tokens if tokens[number].text == _COMMA]
    ends = {number for number in own if number + 1 not in own}
    starts = [number + 1 for number in commas if number + 1 in own]
    for start in starts:
        stop = start
        while stop in own and not (stop in commas and not _goes_on(tokens, stop + 1, own)):
            stop += 1
            if stop - 1 in ends:
                break
        while stop > start and tokens[stop - 1].pos == "PUNCT" and tokens[stop - 1].text != _CLOSED:
            stop -= 1
        if stop > start:
            yield range(start, stop)


def _goes_on(tokens: tuple[Token, ...], first: int, own: set[int]) -> bool:
    """Whether only nouns, names and what stands before them follow up to the next comma."""
    number = first
    while number in own and tokens[number].text != _COMMA:
        if tokens[number].pos not in _NOMINAL or tokens[number].verb is not None:
            return False
        number += 1
    opener = tokens[first].text.lower() if first in own else ""
    return number > first and opener not in party_words()["likewise"]


def _opened(scene: Scene, at: Place, part: range) -> tuple[range, TailKind] | None:
    """Give the list of people in a part, and its kind, if it opens with a word for those who are there as well."""
    tokens, words = at.sentence.tokens, party_words()
    if any(token.verb is not None and token.verb.inflection == "finite" for token in _words(at, part)):
        return None
    led = _led(tokens, part)
    if led is not None:
        return led, "led"
    first = tokens[part.start].text.lower()
    if first in words["likewise"]:
        return part[1:], "likewise"
    if len(part) > 1 and first in words["in_role"] and tokens[part.start + 1].text in words["roles_there"]:
        return part[2:], "placed"
    people = _behind_side(scene, at, part) if first in words["beside_there"] or _faces(tokens, part) else None
    return (people, "placed") if people else None


def _words(at: Place, part: range) -> list[Token]:
    return [at.sentence.tokens[number] for number in part]


def _led(tokens: tuple[Token, ...], part: range) -> range | None:
    """Give by whom people are led or accompanied ("begleitet von Merz", "von Merz begleitet")."""
    words = party_words()
    agents = {*words["agents"], *(short for short, long in words["contracted"].items() if long in words["agents"])}
    said = [tokens[number].text.lower() for number in part]
    if said[0] in words["led_there"] and said[1:2] and said[1] in agents:
        return range(part.start + 2, part.stop)
    if said[0] in agents and said[-1] in words["led_there"]:
        return range(part.start + 1, part.stop - 1)
    return None


def _faces(tokens: tuple[Token, ...], part: range) -> bool:
    """Whether the part opens with whom somebody faces ("ihm gegenüber")."""
    second = tokens[min(part.start + 1, part.stop - 1)].text.lower()
    return tokens[part.start].tag == "PPER" and second in party_words()["facing"]


def _behind_side(scene: Scene, at: Place, part: range) -> range | None:
    """Give who is named behind a side or place at the table ("für die Bahn Vorstand …", "zwischen ihnen …")."""
    tokens, words = at.sentence.tokens, party_words()
    if _faces(tokens, part) or (len(part) > 1 and tokens[part.start + 1].tag in ("PPER", "PRF", "PIS")):
        return range(part.start + 2, part.stop)
    head = next((number for number in part[1:] if tokens[number].pos in _NAMES), None)
    if head is None or role_of(tokens[head].text):
        return None
    if tokens[head - 1].tag == "ADJA" and adjective_of(tokens[head - 1].text):
        return range(head, part.stop)  # "auf russischer Putin": a side without its noun.
    behind = head + 1
    for mention in scene.mentions.touching(tokens[head].start, tokens[head].end):
        actor = scene.actors.get(mention.actor or "")
        if actor is not None and actor.kind == "person" and mention.kind == "name":
            owner = any(tokens[number].text in words["seats"] for number in part if head < number <= head + _OWNED)
            return range(head, part.stop) if owner else None  # "an Trumps Seite Rubio": Trump is there as well.
        behind = max(behind, next((n for n in part if tokens[n].start >= mention.end), part.stop))
    return range(behind, part.stop)
