"""Actors named only by parts of words ("EU-Gipfel", "Nord- und Südkorea"), and states that others stand for."""

from collections.abc import Iterator

from aktenlage.model.annotation import Actor, Mention, MentionKind, MentionRole
from aktenlage.model.index import Index
from aktenlage.model.language import Analysis, Sentence, Token
from aktenlage.model.reading import Reading
from aktenlage.read.encounters.lexicon import NounWord, detail_words, is_body, noun_word, party_words
from aktenlage.read.mentions.lexicon import adjective_of, role_of
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.registry import registry

# Words between an adjective and its noun.
_REACH = 4
# No name of a state is longer.
_LONGEST_WORD = 40


def read_compounds(analysis: Analysis, reading: Reading) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Give the actors and mentions of *reading* with those that only parts of words name."""
    actors = {actor.id: actor for actor in reading.actors}
    taken: Index[Mention] = Index(reading.mentions)
    mentions = list(reading.mentions)
    for sentence in analysis.sentences:
        for mention in _in_sentence(sentence):
            free = not taken.touching(mention.start, mention.end)
            entries = [registry().entries.get(actor) for actor in mention.actors or (mention.actor or "",)]
            known = [entry for entry in entries if entry is not None]
            if free and len(known) == len(entries):
                # What colours a word for an encounter names an actor, but is no mention that others should resolve.
                mentions += [mention] if mention.role is None else []
                actors |= {entry.id: registry().actor(entry) for entry in known if entry.id not in actors}
    for state in _represented(reading):
        actors.setdefault(state, registry().actor(registry().entries[state]))
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    return tuple(actors.values()), tuple(mentions)


def _represented(reading: Reading) -> Iterator[str]:
    """Give the states for which office-holders stand whom the article never names ("der lettische Präsident")."""
    named = {actor for mention in reading.mentions if mention.kind == "name" for actor in mention.meant}
    holders = {actor for mention in reading.mentions if mention.kind == "office" for actor in mention.meant}
    for actor in reading.actors:
        if actor.kind == "person" and actor.id in holders - named and actor.state in registry().entries:
            yield actor.state


def compound_actors(word: str, noun: NounWord) -> list[str]:
    """Give the bodies and states that the first parts of a compound name and that take part in what it names."""
    first = word[: noun.head_at].rstrip("-")
    parts = dict.fromkeys(part for part in (first, *first.split("-")) if part)
    places = [place for part in parts if (place := gazetteer().one(part)) and place.actor]
    bodies = [place.actor for place in places if place.sort == "body" and place.actor and not place.beside]
    states = [place.actor for place in places if place.sort == "state" and place.actor]
    # A single state is what a conference is about ("Syrien-Konferenz"), but one side of talks; two of them meet,
    # and so do a body and a state ("EU-China-Gipfel").
    sides = len(states) + len(bodies) > 1 or noun.frame.id in party_words()["sided_nouns"]
    return list(dict.fromkeys(bodies + states if sides else bodies))


def _in_sentence(sentence: Sentence) -> Iterator[Mention]:
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        if token.text.endswith("-"):
            yield from _shortened(tokens[number : number + 3])
        if token.pos not in ("NOUN", "PROPN"):
            continue
        noun = noun_word(token.text)
        if token.text in party_words()["divided"]:
            yield _mention(token.start, token.end, party_words()["divided"][token.text], None, kind="name")
        elif noun is not None:
            if noun.head_at and noun.frame.kind != "visit":
                actors = compound_actors(token.text, noun)
                first = token.text[: noun.head_at].rstrip("-")
                yield from [_mention(token.start, token.start + len(first), actors, "modifier")] if actors else []
            yield from _adjectives(tokens[max(number - _REACH, 0) : number])
        elif token.text in detail_words()["leadership"] and number:
            before = adjective_of(tokens[number - 1].text.lower()) if tokens[number - 1].pos == "ADJ" else ()
            if len(before) == 1:  # "unter ägyptischer Vermittlung"
                yield _mention(tokens[number - 1].start, tokens[number - 1].end, list(before), "modifier")
        elif is_body(token.lemma):
            yield from _of_a_body(tokens, number)
        elif joined_by(token):
            yield _mention(token.start, token.end, [joined_by(token) or ""], "modifier")


def joined_by(token: Token) -> str | None:
    """Give the body that the first part of a word for accession names ("EU-Beitritt")."""
    first, _, noun = token.text.rpartition("-")
    place = gazetteer().one(first) if first and noun in party_words()["accession"] else None
    return place.actor if place is not None else None


def _shortened(tokens: tuple[Token, ...]) -> Iterator[Mention]:
    """Give the state whose name goes on in the last word only ("Nord- und Südkorea")."""
    if len(tokens) < 3 or tokens[1].pos != "CCONJ" or len(tokens[2].text) > _LONGEST_WORD:
        return
    begin, whole = tokens[0].text[:-1], tokens[2].text
    for cut in range(2, len(whole) - 2):
        place = gazetteer().one(begin + whole[cut:])
        if place is not None and place.sort == "state" and place.actor:
            yield _mention(tokens[0].start, tokens[0].end, [place.actor], None, kind="name")
            return


def _of_a_body(tokens: tuple[Token, ...], number: int) -> Iterator[Mention]:
    """Give whose body it is: by its first part, the adjective before it, or the capitals that its members come from."""
    first = tokens[number].text.rpartition("-")[0]
    owner = gazetteer().one(first) if first else None
    members = _members(tokens, number)
    theirs = members or not role_of(tokens[number].text)
    if owner is not None and owner.actor and owner.sort in ("body", "state") and theirs:
        yield _mention(tokens[number].start, tokens[number].end, [owner.actor], None)
    before = adjective_of(tokens[number - 1].text.lower()) if number and tokens[number - 1].pos == "ADJ" else ()
    several = tokens[number].lemma in party_words()["collectives"] or (members and _is_state(before))
    if len(before) == 1 and several:
        yield _mention(tokens[number - 1].start, tokens[number].end, list(before), None)
    if number + 1 < len(tokens) and tokens[number + 1].text in party_words()["origins"]:
        for token in tokens[number + 2 : number + 2 + _REACH]:
            place = gazetteer().one(token.text)
            if place is not None and place.sort == "capital" and place.actor:
                yield _mention(token.start, token.end, [place.actor], None)
            elif token.text not in party_words()["dividers"]:
                return


def _is_state(actors: tuple[str, ...]) -> bool:
    """Whether one state alone is meant: "europäische Politiker" are not those of the union."""
    entry = registry().entries.get(actors[0]) if len(actors) == 1 else None
    return entry is not None and entry.kind == "state"


def _members(tokens: tuple[Token, ...], number: int) -> bool:
    """Whether the noun tells several without names who stand for a state or body ("US-Senatoren")."""
    role = role_of(tokens[number].text)
    named = number + 1 < len(tokens) and tokens[number + 1].pos == "PROPN"
    several = role is None or (role.plural and not (number and tokens[number - 1].text.lower() in party_words()["one"]))
    listed = tokens[number].lemma.lower().endswith(tuple(party_words()["members"]))
    return listed and several and not named


def _adjectives(before: tuple[Token, ...]) -> Iterator[Mention]:
    """Give an adjective of two states before the noun."""
    for token in before:
        states = pair_of(token)
        if states:
            yield _mention(token.start, token.end, list(states), "modifier")


def pair_of(token: Token) -> tuple[str, ...]:
    """Give the two states of an adjective ("deutsch-französisch"), none where it names one."""
    states = adjective_of(token.text) if "-" in token.text else ()
    return states if len(states) > 1 else ()


def _mention(
    start: int, end: int, actors: list[str], role: MentionRole | None, *, kind: MentionKind = "description"
) -> Mention:
    return Mention(start, end, kind, actors[0], tuple(actors) if len(actors) > 1 else (), role)
