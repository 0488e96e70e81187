"""Encounters with one partner after the other, told by one verb ("empfing am Montag Merz, am Dienstag dann Macron")."""

from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import pairwise

from aktenlage.model.language import Phrase
from aktenlage.read.encounters.lexicon import detail_words, party_words
from aktenlage.read.encounters.parties import excepted, phrase_parties, settle
from aktenlage.read.encounters.scan import some_of_them
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting import complete

_BOUNDARY = ("PUNCT", "CCONJ")


def apart(scene: Scene, candidate: Candidate, partner: Container[str]) -> list[Candidate]:
    """
    Give an encounter for each phrase that names a partner of *candidate*, or *candidate* alone if one names them all.

    *partner* holds the roles and prepositions of the partner; each encounter takes day and place from its own part of
    the clause, and else from the whole.
    """
    found = list(_partners(scene, candidate, partner))
    named = {party for _, parties in found for party in parties}
    shared = [party for party in candidate.parties if party not in named]
    if len({tuple(parties) for _, parties in found}) <= 1 or not shared:
        return [candidate]
    return [_part(scene, candidate, at, settle(scene, shared + parties)) for at, parties in found]


def _partners(scene: Scene, candidate: Candidate, partner: Container[str]) -> Iterator[tuple[Place, list[str]]]:
    """Give the parts of the clause, each with the partner that its phrase names."""
    at, calls = candidate.at, candidate.kind == "call"
    own = [p for p in at.clause.phrases if (p.preposition or p.role) in partner and not excepted(at, p)]
    own = [p for p in own if not some_of_them(at.sentence.tokens, p.first)]
    phrases = [part for phrase in own for part in _repeated(at, phrase, calls=calls) if phrase_parties(scene, at, part)]
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


def _repeated(at: Place, phrase: Phrase, *, calls: bool) -> list[Phrase]:
    """Give the members of a list where the clause says that they are met in turn, or calls each; else the list."""
    tokens, later = at.sentence.tokens, phrase.members[1:]
    told = any(tokens[number].text.lower() in party_words()["one_by_one"] for number in at.clause.tokens)
    told = told or _one_after_the_other(at, phrase)
    each = calls and bool(later) and all(tokens[first].pos == "ADP" for first, _ in later)
    if not (told or each):
        return [phrase]
    parts = [replace(phrase, first=first, last=last, head=last - 1, members=()) for first, last in phrase.members]
    return parts or [phrase]


def _one_after_the_other(at: Place, phrase: Phrase) -> bool:
    """Whether words like "then" part all members of a list ("zunächst Merz und danach Macron")."""
    words = (*party_words()["next_one"], *detail_words()["afterwards"])
    tokens = at.sentence.tokens
    edges = [(last, first) for (_, last), (first, _) in pairwise(phrase.members)]
    inside = [[t.text.lower() for t in tokens[max(last - 1, 0) : first + 2]] for last, first in edges]
    return bool(inside) and all(any(word in words for word in between) for between in inside)


def _boundary(at: Place, phrase: Phrase, following: Phrase) -> int | None:
    """Give where the part of *following* begins: behind a comma or conjunction, else they are no two partners."""
    between = range(phrase.last, following.first)
    own = [number for number in between if number in at.clause.tokens]
    if len(own) < len(between) and all(at.sentence.tokens[number].pos in _BOUNDARY for number in own):
        return None  # A list goes on behind a relative clause: "mit Merz, der …, und Macron".
    return next((number for number in between if at.sentence.tokens[number].pos in _BOUNDARY), None)


def _part(scene: Scene, candidate: Candidate, at: Place, parties: list[str]) -> Candidate:
    part = Candidate(candidate.kind, candidate.status, at, parties, candidate.host, carried=candidate.carried)
    complete(scene, part)
    part.at, part.apart, part.voices = candidate.at, {candidate.at.clause.start}, dict(candidate.voices)
    part.date, part.place = part.date or candidate.date, part.place or candidate.place
    part.country = part.country or candidate.country
    return part
