"""Encounters with one partner after the other, told by one verb ("empfing am Montag Merz, am Dienstag dann Macron")."""

from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import pairwise

from aktenlage.model.language import Phrase
from aktenlage.read.encounters.clause.actors import settle
from aktenlage.read.encounters.clause.excepted import excepted
from aktenlage.read.encounters.clause.parties import phrase_parties
from aktenlage.read.encounters.clause.scan import some_of_them
from aktenlage.read.encounters.lexicon import detail_words, noun_word, party_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.details import complete

_BOUNDARY = ("PUNCT", "CCONJ")


def apart(scene: Scene, candidate: Candidate, partner: Container[str], *, singly: bool = False) -> list[Candidate]:
    """
    Give an encounter for each phrase that names a partner of *candidate*, or *candidate* alone if one names them all.

    *partner* holds the roles and prepositions of the partner; each encounter takes day and place from its own part of
    the clause, and else from the whole. Where the clause says that they met in turn, or the verb alone that each is
    met *singly*, each named is met by himself.
    """
    found = list(_partners(scene, candidate, partner))
    groups = [parties for _, parties in found]
    named = {party for parties in groups for party in parties}
    shared = [party for party in candidate.parties if party not in named]
    if shared and len({tuple(parties) for parties in groups}) > 1:
        return [
            _part(scene, candidate, at, settle(scene, (_who_instead(scene, candidate, at) or shared) + parties))
            for at, parties in found
        ]
    return each_in_turn(scene, candidate, partner, singly=singly)


def _who_instead(scene: Scene, candidate: Candidate, part: Place) -> list[str]:
    """Give who does the same with the partner of this part ("Polen sprach mit Litauen, Dänemark mit Norwegen")."""
    tokens, phrases = part.sentence.tokens, part.clause.phrases
    first = next((p for p in phrases if p.first == part.clause.tokens[0] + 1 and p.preposition is None), None)
    behind = next((p for p in phrases if first is not None and p.first >= first.last), None)
    gap = tokens[first.last : behind.first] if first is not None and behind is not None else ()
    if first is None or behind is None or behind.preposition is None or any(t.pos in _BOUNDARY for t in gap):
        return []
    named = phrase_parties(scene, part, first) if tokens[part.clause.tokens[0]].pos in _BOUNDARY else []
    return named if set(named).isdisjoint(candidate.parties) else []


def each_elsewhere(scene: Scene, candidate: Candidate, partner: Container[str]) -> list[Candidate]:
    """Give an encounter for each partner with whom a noun tells one of its own day or place, or who is met in turn."""
    parts = apart(scene, candidate, partner)
    told = [(part.date, part.place) for part in parts]
    differ = all(any(there) for there in told) and len(set(told)) == len(told)
    return parts if differ else each_in_turn(scene, candidate, partner)


def each_in_turn(
    scene: Scene, candidate: Candidate, partner: Container[str], *, singly: bool = False
) -> list[Candidate]:
    """Give an encounter for each partner whom the clause says to be met by himself, or for each who met one alone."""
    at = candidate.at
    members = [member for phrase in _own(at, partner) for member in at.sentence.members(phrase)]
    groups = [phrase_parties(scene, at, member) for member in members]
    groups = [group for group in groups if group]
    named = {party for group in groups for party in group}
    others = [party for party in candidate.parties if party not in named]
    in_turn, jointly = _in_turn(at), at.has_phrase(party_words()["together_with"])
    if not (named and others and (in_turn or (singly and not jointly))):
        return [candidate]
    if len(groups) == 1:
        groups = [[party] for party in groups[0]]
    if len(groups) == 1 and in_turn:
        groups, others = [[party] for party in others], groups[0]
    found = [replace(candidate, parties=settle(scene, others + group)) for group in groups]
    for part, group in zip(found, groups, strict=True) if len(found) > 1 else ():
        part.apart, part.voices = {at.clause.start}, {voice: [*who] for voice, who in candidate.voices.items()}
        part.host = group[0] if candidate.host in named and others[0] not in named else candidate.host
    return found


def _in_turn(at: Place) -> bool:
    """Whether the clause says that people met one by one ("nacheinander", "in getrennten Gesprächen")."""
    words, tokens = party_words(), at.sentence.tokens
    for number in at.clause.tokens:
        if tokens[number].text.lower() in words["one_by_one"]:
            return True
        noun = noun_word(tokens[number].text)
        before = tokens[number - 1].text.lower() if number else ""
        if noun is not None and (noun.modifier.lower() in words["by_twos"] or before in words["separate"]):
            return True
    return False


def _own(at: Place, partner: Container[str]) -> list[Phrase]:
    """Give the phrases of the clause that name partners."""
    own = [p for p in at.clause.phrases if (p.preposition or p.role) in partner and not excepted(at, p)]
    alike = len({p.preposition or p.role for p in own}) == 1  # "Mit Tusk traf er Merz" tells of no two partners.
    return [phrase for phrase in own if alike and not some_of_them(at.sentence.tokens, phrase.first)]


def _partners(scene: Scene, candidate: Candidate, partner: Container[str]) -> Iterator[tuple[Place, list[str]]]:
    """Give the parts of the clause, each with the partner that its phrase names."""
    at = candidate.at
    singly = candidate.kind == "call" or bool(candidate.frames) or candidate.status == "held"
    parts = [part for phrase in _own(at, partner) for part in _repeated(at, phrase, singly=singly)]
    phrases = [part for part in parts if phrase_parties(scene, at, part)]
    begin = at.clause.tokens[0]
    for number, phrase in enumerate(phrases):
        following = phrases[number + 1] if number + 1 < len(phrases) else None
        end = _boundary(at, phrase, following) if following else at.clause.tokens[-1] + 1
        if end is None:
            return
        tokens = tuple(token for token in at.clause.tokens if begin <= token < end)
        inside = tuple(p for p in at.clause.phrases if begin <= p.first < end)
        yield replace(at, clause=replace(at.clause, tokens=tokens, phrases=inside)), phrase_parties(scene, at, phrase)
        begin = end


def _repeated(at: Place, phrase: Phrase, *, singly: bool) -> list[Phrase]:
    """Give the members of a list where words or towns part them, or a preposition before each of those met *singly*."""
    tokens, later = at.sentence.tokens, phrase.members[1:]
    each = singly and bool(later) and all(tokens[first].pos == "ADP" for first, _ in later)
    each = each or (phrase.first > 0 and tokens[phrase.first - 1].text.lower() in party_words()["both_alike"])
    each = each or _one_after_the_other(at, phrase) or _each_somewhere(at, phrase)
    return at.sentence.members(phrase) if each else [phrase]


def _one_after_the_other(at: Place, phrase: Phrase) -> bool:
    """Whether words like "then" part all members of a list ("zunächst Merz und danach Macron")."""
    words = (*party_words()["next_one"], *detail_words()["afterwards"])
    tokens = at.sentence.tokens
    edges = [(last, first) for (_, last), (first, _) in pairwise(phrase.members)]
    inside = [[t.text.lower() for t in tokens[max(last - 1, 0) : first + 2]] for last, first in edges]
    return bool(inside) and all(any(word in words for word in between) for between in inside)


def _each_somewhere(at: Place, phrase: Phrase) -> bool:
    """Whether a place of his own stands behind each member of a list ("Merz in Rom und Macron am Montag in Wien")."""
    words, ends = party_words()["place_prepositions"], [first for first, _ in phrase.members[1:]]
    ends.append(_end_of_run(at, phrase.last))
    starts = [p.first for p in at.clause.phrases if p.preposition in words]
    own = (any(first < start < end for start in starts) for (first, _), end in zip(phrase.members, ends, strict=False))
    return bool(phrase.members) and all(own)


def _end_of_run(at: Place, start: int) -> int:
    """Give where the phrases with a preposition end that follow one another from *start* on."""
    for phrase in at.clause.phrases:
        start = phrase.last if phrase.first == start and phrase.preposition is not None else start
    return start


def _boundary(at: Place, phrase: Phrase, following: Phrase) -> int | None:
    """Give where the part of *following* begins: behind a comma or conjunction, else they are no two partners."""
    between = range(phrase.last, following.first)
    return next((number for number in between if at.sentence.tokens[number].pos in _BOUNDARY), None)


def _part(scene: Scene, candidate: Candidate, at: Place, parties: list[str]) -> Candidate:
    part = Candidate(candidate.kind, candidate.status, at, parties, candidate.host, carried=candidate.carried)
    complete(scene, part)
    part.at, part.apart, part.voices = candidate.at, {candidate.at.clause.start}, dict(candidate.voices)
    part.date, part.place = part.date or candidate.date, part.place or candidate.place
    part.country = part.country or candidate.country
    return part
