"""Nouns for bodies and groups without a name: "die Opposition", "polnische Experten", "die 26 Mitgliedstaaten"."""

from aktenlage.model.annotation import Actor, Mention
from aktenlage.model.language import Phrase, Sentence
from aktenlage.read.acting import acting_phrase, party_phrase
from aktenlage.read.groupfinds import Found
from aktenlage.read.groupwords import (
    ADJECTIVE_ENDING,
    group_words,
    is_origin,
    led_group,
)
from aktenlage.resources.registry import registry


def group(found: Found, sentence: Sentence, at: int) -> int | None:
    """Read a noun for a group, with the adjective of where it comes from ("polnische Experten")."""
    data, tokens = group_words(), sentence.tokens
    name = None if found.means_two(sentence, at) else data.groups.get(tokens[at].text.lower())
    behind = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    if name is None or (name in data.composed and behind in data.composed_of) or found.of_a_body(sentence, at):
        return None
    numbered = _numbered(found, sentence, at)
    if numbered is not None:
        return numbered
    first = at
    if name in data.of_origin and at > 0 and tokens[at - 1].tag == "ADJA" and not tokens[at - 1].text[0].isupper():
        nations = found.taken.touching(tokens[at - 1].start, tokens[at - 1].end)
        if not nations and is_origin(tokens[at - 1].lemma):
            name = f"{ADJECTIVE_ENDING.sub('', tokens[at - 1].text)}e {name}"
            first = at - 1
    if first == at and name in data.only_with_origin:
        return None
    known = found.in_brackets(sentence, at + 1)
    if known is not None:
        found.mentions.append(Mention(tokens[first].start, tokens[at].end, "description", known))
        return at + 1
    return found.add(sentence, first, at + 1, "description", name, "group")


def group_led(found: Found, sentence: Sentence, at: int) -> int | None:
    """Read a group that is known by who leads it or stands beside it ("die Ministerpräsidenten der Länder")."""
    name = led_group(sentence, at, in_federation=found.in_federation)
    return found.add(sentence, at, at + 1, "description", name, "group") if name is not None else None


def _numbered(found: Found, sentence: Sentence, at: int) -> int | None:
    """Read a group that is known by its number ("die acht führenden Industrienationen")."""
    data, tokens = group_words(), sentence.tokens
    if tokens[at].text.lower() not in data.numbered:
        return None
    first = at
    while first and tokens[first - 1].tag in ("ADJA", "TRUNC", "KON"):
        first -= 1
    group = data.by_number.get(tokens[first - 1].text.lower()) if first else None
    if group is None or first == at:
        return None
    if group not in found.known:
        found.actors[group] = registry().actor(registry().entries[group])
    found.mentions.append(Mention(tokens[first - 1].start, tokens[at].end, "description", group))
    return at + 1


def body_named_before(found: Found, sentence: Sentence, at: int) -> int | None:
    """A bare definite noun that means the last body whose name ends so."""
    data, tokens = group_words(), sentence.tokens
    word = tokens[at].text.lower()
    if word not in data.short or at == 0 or tokens[at - 1].text.lower() not in data.definite:
        return None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is not None and any(m.start == behind.start for m in found.taken.touching(behind.start, behind.end)):
        return None  # The name stands right behind it: "die Hilfsorganisation Ärzte ohne Grenzen".
    stem = tokens[at].lemma.lower()
    loose = word in data.any and acting_phrase(sentence, at) is not None
    for actor, mention in found.before(tokens[at].start):
        if mention.role is None and _fits(found, actor, mention, stem, loose=loose):
            found.mentions.append(Mention(tokens[at - 1].start, tokens[at].end, "description", actor.id))
            return at + 1
    return None


def members_of_union(found: Found, sentence: Sentence, at: int) -> int | None:
    """The members of a union mean the last one named ("die 26 Mitgliedstaaten")."""
    data, tokens = group_words(), sentence.tokens
    first = at - 1 if at and tokens[at - 1].tag in ("CARD", "ADJA") else at
    word = tokens[at].text.lower()
    if not first or not (word in data.members or (word in data.members_counted and tokens[first].tag == "CARD")):
        return None
    if tokens[first - 1].text.lower() not in data.definite:
        return None
    for actor, _ in found.before(tokens[at].start):
        union = data.unions.get(actor.id)
        if union is not None:
            if union not in found.known:
                found.actors[union] = registry().actor(registry().entries[union])
            found.mentions.append(Mention(tokens[first].start, tokens[at].end, "description", union))
            return at + 1
    return None


def _fits(found: Found, actor: Actor, mention: Mention, stem: str, *, loose: bool) -> bool:
    """Whether a bare noun can mean this actor: a body named so, or any body where *loose*."""
    if actor.kind == "state":
        words = found.text[mention.start : mention.end].lower().split()
        return mention.kind == "description" and bool(words) and words[-1].endswith(stem) and len(words) > 1
    name = actor.name.lower()
    loose = loose and not group_words().not_any.values(name.split()[-1], name)
    meant = name.endswith(stem) or actor.id in group_words().of_kind.get(stem, ())
    return actor.kind == "organization" and (loose or meant)


def acting_group(found: Found, sentence: Sentence, at: int) -> int | None:
    """A noun for people or a body that is told to say or do something: "linke Gruppen", "der Richter"."""
    data, tokens = group_words(), sentence.tokens
    word = tokens[at].text
    forms = word.lower(), tokens[at].lemma.lower()
    phrase = acting_phrase(sentence, at) if data.acting.values(*forms) else None
    if found.means_two(sentence, at):
        return None
    if phrase is None and data.met.values(*forms):
        phrase = party_phrase(sentence, at)
    if phrase is None or found.of_a_body(sentence, at) or not _alone(found, sentence, phrase, at):
        return None
    first = at
    while first > phrase.first and tokens[first - 1].tag == "ADJA":
        first -= 1
    stem = word.removesuffix("n")
    dative = word.endswith("n") and any(words.values(stem.lower(), stem.lower()) for words in (data.acting, data.met))
    name = stem if dative or (phrase.role == "agent" and word.endswith("ern")) else word
    if first < at and is_origin(tokens[first].lemma):
        name = f"{ADJECTIVE_ENDING.sub('', tokens[first].text.lower())}e {name}"
    return found.add(sentence, first, at + 1, "description", name, "group")


def _alone(found: Found, sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether no name stands with the noun that tells whose it is, or who."""
    tokens = sentence.tokens
    first, last = next((m for m in phrase.members if m[0] <= at < m[1]), (phrase.first, phrase.last))
    behind = min(max(last, at + 2), len(tokens))
    if any(token.tag == "NE" for token in tokens[at + 1 : behind]):
        return False
    return not any(m.kind == "name" for m in found.taken.touching(tokens[first].start, tokens[behind - 1].end))
