"""Bodies and groups that no registry knows: "die Hilfsorganisation Oxfam", "die Opposition", "polnische Experten"."""

from aktenlage.model.annotation import Actor, Mention
from aktenlage.model.language import Analysis, Sentence
from aktenlage.model.reading import Reading
from aktenlage.read.bodynames import long_names, short_behind
from aktenlage.read.countrymen import read_countrymen
from aktenlage.read.fullest import at_fullest
from aktenlage.read.groupfinds import Found
from aktenlage.read.groupnames import name_behind, name_by_ending, part_of_body, spelled_name
from aktenlage.read.groupnouns import acting_group, body_named_before, group, group_led, members_of_union
from aktenlage.read.groupwords import tells_federation
from aktenlage.read.positions.holders import holder_of, seats
from aktenlage.read.regions import read_regions
from aktenlage.resources.registry import registry

# The first that reads something at a word is right.
_READERS = (
    name_behind,
    spelled_name,
    body_named_before,
    part_of_body,
    name_by_ending,
    group_led,
    group,
    members_of_union,
    acting_group,
)


def read_groups(analysis: Analysis, reading: Reading) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Give the actors and mentions of *reading* with the bodies and groups that are named only by nouns."""
    reading = read_regions(analysis, read_countrymen(analysis, reading))
    found = Found(reading)
    for sentence in analysis.sentences:
        _learn(found, sentence)
    for sentence in analysis.sentences:
        _read(found, sentence)
    mentions = sorted([*reading.mentions, *found.mentions], key=lambda m: (m.start, m.end))
    actors = (at_fullest(actor, reading) for actor in reading.actors)
    return (*actors, *found.actors.values()), tuple(mentions)


def _learn(found: Found, sentence: Sentence) -> None:
    """Note the full names of abbreviations, and whether a federation and its parts are told of."""
    found.in_federation = found.in_federation or tells_federation(sentence)
    found.long |= long_names(sentence, lambda first, last: found.unnamed(sentence, first, last))


def _read(found: Found, sentence: Sentence) -> None:
    holders = (holder_of(sentence, number) for number in range(len(sentence.tokens)))
    for holder in (*holders, *seats(sentence)):
        entry = registry().entries.get(holder) if holder is not None and holder not in found.known else None
        if entry is not None:
            found.actors[entry.id] = registry().actor(entry)
    _abbreviated(found, sentence)
    at = 0
    while at < len(sentence.tokens):
        at = _read_at(found, sentence, at) or at + 1


def _abbreviated(found: Found, sentence: Sentence) -> None:
    """Note what abbreviation stands in brackets behind the name of a known body."""
    for at, token in enumerate(sentence.tokens[1:], 1):
        short = short_behind(sentence.tokens, at) if token.text == "(" else None
        if short is None or found.taken.touching(sentence.tokens[at + 1].start, sentence.tokens[at + 1].end):
            continue
        for mention in found.taken.touching(sentence.tokens[at - 1].start, sentence.tokens[at - 1].end):
            actor = found.known.get(mention.actor or "")
            if actor is not None and actor.kind == "organization" and mention.end == sentence.tokens[at - 1].end:
                found.names[short] = actor.id


def _read_at(found: Found, sentence: Sentence, at: int) -> int | None:
    token = sentence.tokens[at]
    if token.tag not in ("NN", "NE", "FM") or not token.text[0].isupper():
        return None
    taken = found.taken.touching(token.start, token.end)
    if any(m.actor is not None or m.kind != "office" for m in taken):
        return None
    known = found.names.get(token.text) or found.names.get(token.text.removesuffix("s"))
    if known is not None:
        found.mentions.append(Mention(token.start, token.end, "name", known))
        return at + 1
    for read in _READERS:
        last = read(found, sentence, at)
        if last is not None:
            return last
    return None
