"""Parts of states that act: "Bayern und Sachsen", "Vertreter Hessens", "die schottische Regierung"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from aktenlage.model.annotation import Actor, Mention, MentionKind
from aktenlage.model.index import Index
from aktenlage.model.language import Analysis, Sentence
from aktenlage.model.reading import Reading
from aktenlage.read.acting import acting_phrase, party_phrase
from aktenlage.read.encounters.lexicon import noun_word
from aktenlage.resources.load import load
from aktenlage.resources.spelling import slug


@dataclass(frozen=True, slots=True)
class _Region:
    """The tokens of a name, last exclusive; *known* says that it is no other place's name."""

    first: int
    last: int
    name: str
    state: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """The tokens that stand for one or several parts of states."""

    first: int
    last: int
    regions: tuple[tuple[str, str | None], ...]


def read_regions(analysis: Analysis, reading: Reading) -> Reading:
    """Give *reading* with the parts of states that meet others, speak, or are spoken for."""
    taken = Index(reading.mentions)
    actors: dict[str, Actor] = {}
    mentions = [*reading.mentions]
    known = {actor.id for actor in reading.actors}
    for sentence in analysis.sentences:
        for told in (*_named(sentence), *_by_adjective(sentence)):
            start, end = sentence.tokens[told.first].start, sentence.tokens[told.last - 1].end
            before = taken.touching(start, end)
            if any(m.meant and m.kind != "metonym" for m in before):
                continue
            mentions = [mention for mention in mentions if mention not in before]
            people = _who_govern(sentence, told, taken)
            if people:
                mentions.append(Mention(start, end, "office", people[0], tuple(people) if len(people) > 1 else ()))
                continue
            found = {slug(name): Actor(slug(name), name, "organization", state=state) for name, state in told.regions}
            actors |= {key: actor for key, actor in found.items() if key not in known}
            kind: MentionKind = "name" if told.last - told.first == 1 else "description"
            several = tuple(found) if len(found) > 1 else ()
            mentions.append(Mention(start, end, kind, next(iter(found)), several))
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    return replace(reading, actors=(*reading.actors, *actors.values()), mentions=tuple(mentions))


def _who_govern(sentence: Sentence, told: _Told, taken: Index[Mention]) -> list[str]:
    """Give the people named right behind their offices, if as many ("die Minister von Hessen und Bayern, X und Y")."""
    tokens = sentence.tokens
    if told.last - told.first == 1 or told.last >= len(tokens) or tokens[told.last].text != ",":
        return []
    last = told.last + 1
    while last < len(tokens) and (tokens[last].tag in ("NE", "KON") or tokens[last].text == ","):
        last += 1
    named = taken.within(tokens[told.last].end, tokens[last - 1].end)
    people = list(dict.fromkeys(actor for mention in named if mention.kind == "name" for actor in mention.meant))
    return people if len(people) == len(told.regions) else []


def _named(sentence: Sentence) -> Iterator[_Told]:
    """Give the names that stand in a list, or alone, for those who act."""
    at = 0
    while at < len(sentence.tokens):
        listed = _list(sentence, at)
        if not listed:
            at += 1
            continue
        body = _body_before(sentence, at)
        towns = any(region.known for region in listed) or body is not None
        at = listed[-1].last
        if not towns:
            continue
        if body is not None:
            yield _Told(body, at, tuple((region.name, region.state) for region in listed))
        elif _acting(sentence, listed):
            for region in listed:
                yield _Told(region.first, region.last, ((region.name, region.state),))


def _list(sentence: Sentence, at: int) -> list[_Region]:
    """Give the names of a list that begins at a token."""
    found: list[_Region] = []
    region = _region(sentence, at)
    while region is not None:
        found.append(region)
        at = region.last
        linked = at < len(sentence.tokens) and sentence.tokens[at].text.lower() in _words("between")
        following = at + 1 if linked else at
        while linked and following < len(sentence.tokens) and sentence.tokens[following].text in _words("of"):
            following += 1
        region = _region(sentence, following) if linked else None
    return found


def _region(sentence: Sentence, at: int) -> _Region | None:
    """Give the part of a state that is named at a token, with the word for what it is before its name."""
    tokens = sentence.tokens
    if at >= len(tokens):
        return None
    kind = _kinds().get(tokens[at].text)
    first = at + 1 if kind is not None or tokens[at].text in _words("several") else at
    if first >= len(tokens):
        return None
    name = _nominative(tokens[first].text)
    behind = tokens[first + 1] if first + 1 < len(tokens) else None
    if name is None or (behind is not None and behind.tag == "NE"):
        return None
    if name in _regions():
        return _Region(at, first + 1, load("regions")["short"].get(name, name), _regions()[name], known=True)
    named = name if kind is None else f"{kind} {name}"
    return _Region(at, first + 1, named, _towns()[name], known=first > at)


def _nominative(word: str) -> str | None:
    """Give the name of a region or town without an ending of the genitive."""
    bare = next((word.removesuffix(end) for end in load("regions")["genitive_endings"] if word.endswith(end)), word)
    return next((name for name in (word, bare) if name in _regions() or name in _towns()), None)


def _body_before(sentence: Sentence, first: int) -> int | None:
    """Give the token of the government, or of those who speak for one, whose names follow ("Vertreter Hessens")."""
    tokens = sentence.tokens
    before = first - 1
    while before >= 0 and tokens[before].text.lower() in _words("of"):
        before -= 1
    if before < 0 or tokens[before].tag != "NN" or not tokens[before].text.lower().endswith(_bodies()):
        return None
    bare = before == first - 1
    genitive = tokens[first].text.endswith(tuple(load("regions")["genitive_endings"])) or first != before + 1
    return None if bare and not genitive else before


def _acting(sentence: Sentence, listed: list[_Region]) -> bool:
    """Whether those of a list meet somebody, say or do something, and are not only where something is."""
    tokens, first = sentence.tokens, listed[0].first
    before = [token.text.lower() for token in tokens[max(first - 2, 0) : first]]
    article = bool(before) and tokens[first - 1].tag == "ART"
    where = before[:-1] if article else before
    if where and where[-1] in _words("somewhere"):
        return False
    if first and tokens[first - 1].tag in ("NE", "FM"):
        return False
    owned = first > 0 and noun_word(tokens[first - 1].text) is not None and tokens[first].tag == "NE"
    heads = [region.last - 1 for region in listed]
    return owned or any(acting_phrase(sentence, n) or party_phrase(sentence, n) for n in heads)


def _by_adjective(sentence: Sentence) -> Iterator[_Told]:
    """Give the governments and their speakers whose region an adjective tells ("die bayerische Staatsregierung")."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        first, found = at, []
        while at < len(tokens) and (known := _adjectives().get(tokens[at].text.lower())):
            found.append(known)
            at += 1
            at += at + 1 < len(tokens) and tokens[at].text.lower() in _words("between")
        while found and at < len(tokens) and tokens[at].tag == "ADJA":
            at += 1
        noun = tokens[at] if found and at < len(tokens) else None
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        named = behind is not None and behind.tag in ("NE", "FM")
        if noun is not None and noun.tag == "NN" and noun.text.lower().endswith(_bodies()) and not named:
            yield _Told(first, at + 1, tuple(found))
        at += 1


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("regions")[group])


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(load("regions")["bodies"])


@cache
def _kinds() -> dict[str, str]:
    return {form: kind for kind, forms in load("regions")["kinds"].items() for form in forms}


@cache
def _regions() -> dict[str, str]:
    return {name: state for state, names in load("regions")["regions"].items() for name in names}


@cache
def _towns() -> dict[str, str]:
    return {name: state for state, names in load("regions")["towns"].items() for name in names}


@cache
def _adjectives() -> dict[str, tuple[str, str]]:
    """Give the region and its state of each form of an adjective."""
    data: Any = load("regions")
    return {
        stem + ending: (name, state)
        for state, names in data["regions"].items()
        for name, stems in names.items()
        for stem in stems
        for ending in data["adjective_endings"]
    }
