"""Bodies that are named, though no registry knows them: "die Hilfsorganisation Oxfam", "der Deutsche Städtetag"."""

from aktenlage.language.agreement import gender_of
from aktenlage.model.annotation import Mention
from aktenlage.model.language import Sentence
from aktenlage.read.acting import acting_phrase, party_phrase
from aktenlage.read.bodynames import body_at, last_word, may_name
from aktenlage.read.groupfinds import Found
from aktenlage.read.groupwords import (
    ADJECTIVE_ENDING,
    group_words,
    named_like_a_noun,
    sentence_text,
)
from aktenlage.read.mentions.lexicon import role_of
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.registry import registry

_LONGEST_NAME = 5


def name_behind(found: Found, sentence: Sentence, at: int) -> int | None:
    """A class noun with a name behind it, with or without quotation marks."""
    data, tokens = group_words(), sentence.tokens
    word = tokens[at].text.lower()
    people = tokens[at].lemma.lower() in data.quoted_behind
    if not (people or data.classes.values(word, tokens[at].lemma.lower())) or at + 2 >= len(tokens):
        return None
    first = at + 1
    if people and tokens[first].text.lower() in data.definite:
        first += 1
    if tokens[first].text in data.quotes:
        return _quoted(found, sentence, first + 1)
    if people:
        return None
    last = first
    while (
        last < len(tokens) and last - first < _LONGEST_NAME and tokens[last].tag == "NE" and found.free(sentence, last)
    ):
        last += 1
    if last == first and named_like_a_noun(sentence, at) and found.free(sentence, at + 1):
        last += 1
    if last == first or tokens[first].text.lower() in data.no_names or not tokens[first].text[0].isupper():
        return None
    return found.add(sentence, first, last, "name", sentence_text(sentence, first, last), "organization")


def _quoted(found: Found, sentence: Sentence, first: int) -> int | None:
    """A name in quotation marks that begins there."""
    ends = range(first + 1, min(first + 1 + _LONGEST_NAME, len(sentence.tokens)))
    last = next((n for n in ends if sentence.tokens[n].text in group_words().quotes), None)
    if last is None:
        return None
    return found.add(sentence, first, last, "name", sentence_text(sentence, first, last), "organization")


def spelled_name(found: Found, sentence: Sentence, at: int) -> int | None:
    """A name that its spelling gives away, where it is told to say or do something."""
    if not may_name(sentence, at) or role_of(sentence.tokens[at].text) is not None:
        return None
    phrase = acting_phrase(sentence, at) or party_phrase(sentence, at)
    if phrase is None and sentence.tokens[at].tag in ("NE", "FM"):
        phrase = acting_phrase(sentence, last_word(sentence, at))
    if phrase is None:
        return None
    body = body_at(sentence, phrase, at, lambda first, last: found.unnamed(sentence, first, last))
    if body is None:
        return None
    bearer = found.bearers.get(body.name)
    if bearer is not None:
        found.mentions.append(Mention(sentence.tokens[at].start, sentence.tokens[at].end, "name", bearer))
        return at + 1
    name = found.long.get(body.name) or found.long.get(body.name.removesuffix("s")) or body.name
    last = found.add(sentence, body.first, body.last, "name", name, "organization")
    for short in (body.short, body.name if name != body.name else None):
        if short is not None:
            found.names[short] = found.mentions[-1].actor or ""
    return last


def name_by_ending(found: Found, sentence: Sentence, at: int) -> int | None:
    """A noun that names a body with its adjective: "der Deutsche Städtetag"."""
    tokens = sentence.tokens
    endings = group_words().endings.values(tokens[at].text.lower(), tokens[at].lemma.lower())
    if not endings:
        return None
    first = at
    while first > 1 and tokens[first - 1].tag == "ADJA" and tokens[first - 1].text[0].isupper():
        first -= 1
    several = tokens[at].text.removesuffix("s") != tokens[at].lemma.removesuffix("s")
    if first == at and (several or found.names_body(sentence, at + 1)):
        return None  # Several of them, none by name, or one whose name stands behind ("die Gewerkschaft Verdi").
    adjectives = [ADJECTIVE_ENDING.sub(endings[0], token.text) for token in tokens[first:at]]
    noun = tokens[at].text if tokens[at].text.lower() == tokens[at].lemma.lower() else tokens[at].lemma
    name = " ".join([*adjectives, noun])
    return found.add(sentence, first, at + 1, "name", name, "organization")


def part_of_body(found: Found, sentence: Sentence, at: int) -> int | None:
    """Read a part of a body that stands for it ("die SPD-Fraktion"), or the name of one before what it is."""
    token = sentence.tokens[at]
    first, _, noun = token.text.rpartition("-")
    place = gazetteer().one(first) if first and group_words().parts.values(noun.lower(), noun.lower()) else None
    if first and gazetteer().one(first) is None and noun.lower() in group_words().bearing:
        own = (
            gender_of(first.removesuffix("s")) is None and acting_phrase(sentence, at) is not None
        )  # not "die Regierungs-Partei"
        return found.add(sentence, at, at + 1, "name", first, "organization") if own else None
    entry = registry().entries.get(place.actor or "") if place is not None and place.sort == "body" else None
    behind = sentence.tokens[at + 1].tag if at + 1 < len(sentence.tokens) else ""
    if entry is None or behind == "NE":  # "der SPD-Politiker Lauterbach"
        return None
    if entry.id not in found.known:
        found.actors[entry.id] = registry().actor(entry)
    found.mentions.append(Mention(token.start, token.end, "description", entry.id))
    return at + 1
