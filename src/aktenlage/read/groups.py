"""Bodies and groups that no registry knows: "die Hilfsorganisation Oxfam", "die Opposition", "polnische Experten"."""

import re
from collections.abc import Iterator

from aktenlage.language.agreement import gender_of
from aktenlage.model.annotation import Actor, ActorKind, Mention, MentionKind
from aktenlage.model.index import Index
from aktenlage.model.language import Analysis, Phrase, Sentence
from aktenlage.model.reading import Reading
from aktenlage.read.acting import acting_phrase, party_phrase
from aktenlage.read.bodynames import body_at, is_short, last_word, long_names, may_name, short_behind
from aktenlage.read.countrymen import read_countrymen
from aktenlage.read.fullest import at_fullest
from aktenlage.read.groupwords import (
    group_words,
    is_origin,
    led_group,
    named_like_a_noun,
    sentence_text,
    tells_federation,
)
from aktenlage.read.mentions.lexicon import role_of
from aktenlage.read.positions.holders import holder_of, seats
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import slug

_LONGEST_NAME = 5
_REACH = 2000  # how far back a bare noun looks for the body that it means, in code points
_RECENT = 20
_ADJECTIVE_ENDING = re.compile(r"(?:en|em|er|es|e)$")


def read_groups(analysis: Analysis, reading: Reading) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """Give the actors and mentions of *reading* with the bodies and groups that are named only by nouns."""
    reading = read_countrymen(analysis, reading)
    finder = _Finder(reading)
    for sentence in analysis.sentences:
        finder.learn(sentence)
    for sentence in analysis.sentences:
        finder.read(sentence)
    mentions = sorted([*reading.mentions, *finder.mentions], key=lambda m: (m.start, m.end))
    actors = (at_fullest(actor, reading) for actor in reading.actors)
    return (*actors, *finder.actors.values()), tuple(mentions)


class _Finder:
    """Gathers new actors in the order of the text."""

    def __init__(self, reading: Reading) -> None:
        self.actors: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self._names: dict[str, str] = {}
        self._long: dict[str, str] = {}
        self._in_federation = False
        self._text = reading.article.text
        self._known = {actor.id: actor for actor in reading.actors}
        self._taken: Index[Mention] = Index(reading.mentions)
        people = [actor for actor in reading.actors if actor.kind == "person"]
        self._bearers = {part: actor.id for actor in people for part in actor.name.split()}

    def learn(self, sentence: Sentence) -> None:
        """Note the full names of abbreviations, and whether a federation and its parts are told of."""
        self._in_federation = self._in_federation or tells_federation(sentence)
        self._long |= long_names(sentence, lambda first, last: self._unnamed(sentence, first, last))

    def read(self, sentence: Sentence) -> None:
        holders = (holder_of(sentence, number) for number in range(len(sentence.tokens)))
        for holder in (*holders, *seats(sentence)):
            entry = registry().entries.get(holder) if holder is not None and holder not in self._known else None
            if entry is not None:
                self.actors[entry.id] = registry().actor(entry)
        self._abbreviated(sentence)
        at = 0
        while at < len(sentence.tokens):
            at = self._read_at(sentence, at) or at + 1

    def _abbreviated(self, sentence: Sentence) -> None:
        """Note what abbreviation stands in brackets behind the name of a known body."""
        for at, token in enumerate(sentence.tokens[1:], 1):
            short = short_behind(sentence.tokens, at) if token.text == "(" else None
            if short is None or self._taken.touching(sentence.tokens[at + 1].start, sentence.tokens[at + 1].end):
                continue
            for mention in self._taken.touching(sentence.tokens[at - 1].start, sentence.tokens[at - 1].end):
                actor = self._known.get(mention.actor or "")
                if actor is not None and actor.kind == "organization" and mention.end == sentence.tokens[at - 1].end:
                    self._names[short] = actor.id

    def _read_at(self, sentence: Sentence, at: int) -> int | None:
        token = sentence.tokens[at]
        if token.tag not in ("NN", "NE", "FM") or not token.text[0].isupper():
            return None
        taken = self._taken.touching(token.start, token.end)
        if any(m.actor is not None or m.kind != "office" for m in taken):
            return None
        known = self._names.get(token.text) or self._names.get(token.text.removesuffix("s"))
        if known is not None:
            self.mentions.append(Mention(token.start, token.end, "name", known))
            return at + 1
        for read in (
            self._named,
            self._spelled,
            self._short,
            self._part,
            self._ending,
            self._led,
            self._group,
            self._members,
            self._acting,
        ):
            last = read(sentence, at)
            if last is not None:
                return last
        return None

    def _named(self, sentence: Sentence, at: int) -> int | None:
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
            return self._quoted(sentence, first + 1)
        if people:
            return None
        last = first
        while (
            last < len(tokens)
            and last - first < _LONGEST_NAME
            and tokens[last].tag == "NE"
            and self._free(sentence, last)
        ):
            last += 1
        if last == first and named_like_a_noun(sentence, at) and self._free(sentence, at + 1):
            last += 1
        if last == first or tokens[first].text.lower() in data.no_names or not tokens[first].text[0].isupper():
            return None
        return self._add(sentence, first, last, "name", sentence_text(sentence, first, last), "organization")

    def _quoted(self, sentence: Sentence, first: int) -> int | None:
        """A name in quotation marks that begins there."""
        ends = range(first + 1, min(first + 1 + _LONGEST_NAME, len(sentence.tokens)))
        last = next((n for n in ends if sentence.tokens[n].text in group_words().quotes), None)
        if last is None:
            return None
        return self._add(sentence, first, last, "name", sentence_text(sentence, first, last), "organization")

    def _spelled(self, sentence: Sentence, at: int) -> int | None:
        """A name that its spelling gives away, where it is told to say or do something."""
        if not may_name(sentence, at) or role_of(sentence.tokens[at].text) is not None:
            return None
        phrase = acting_phrase(sentence, at) or party_phrase(sentence, at)
        if phrase is None and sentence.tokens[at].tag in ("NE", "FM"):
            phrase = acting_phrase(sentence, last_word(sentence, at))
        if phrase is None:
            return None
        body = body_at(sentence, phrase, at, lambda first, last: self._unnamed(sentence, first, last))
        if body is None:
            return None
        bearer = self._bearers.get(body.name)
        if bearer is not None:
            self.mentions.append(Mention(sentence.tokens[at].start, sentence.tokens[at].end, "name", bearer))
            return at + 1
        name = self._long.get(body.name) or self._long.get(body.name.removesuffix("s")) or body.name
        last = self._add(sentence, body.first, body.last, "name", name, "organization")
        for short in (body.short, body.name if name != body.name else None):
            if short is not None:
                self._names[short] = self.mentions[-1].actor or ""
        return last

    def _ending(self, sentence: Sentence, at: int) -> int | None:
        """A noun that names a body with its adjective: "der Deutsche Städtetag"."""
        tokens = sentence.tokens
        endings = group_words().endings.values(tokens[at].text.lower(), tokens[at].lemma.lower())
        if not endings:
            return None
        first = at
        while first > 1 and tokens[first - 1].tag == "ADJA" and tokens[first - 1].text[0].isupper():
            first -= 1
        several = tokens[at].text.removesuffix("s") != tokens[at].lemma.removesuffix("s")
        if first == at and (several or self._names_body(sentence, at + 1)):
            return None  # Several of them, none by name, or one whose name stands behind ("die Gewerkschaft Verdi").
        adjectives = [_ADJECTIVE_ENDING.sub(endings[0], token.text) for token in tokens[first:at]]
        noun = tokens[at].text if tokens[at].text.lower() == tokens[at].lemma.lower() else tokens[at].lemma
        name = " ".join([*adjectives, noun])
        return self._add(sentence, first, at + 1, "name", name, "organization")

    def _part(self, sentence: Sentence, at: int) -> int | None:
        """Read a part of a body that stands for it ("die SPD-Fraktion"), or the name of one before what it is."""
        token = sentence.tokens[at]
        first, _, noun = token.text.rpartition("-")
        place = gazetteer().one(first) if first and group_words().parts.values(noun.lower(), noun.lower()) else None
        if first and gazetteer().one(first) is None and noun.lower() in group_words().bearing:
            own = (
                gender_of(first.removesuffix("s")) is None and acting_phrase(sentence, at) is not None
            )  # not "die Regierungs-Partei"
            return self._add(sentence, at, at + 1, "name", first, "organization") if own else None
        entry = registry().entries.get(place.actor or "") if place is not None and place.sort == "body" else None
        behind = sentence.tokens[at + 1].tag if at + 1 < len(sentence.tokens) else ""
        if entry is None or behind == "NE":  # "der SPD-Politiker Lauterbach"
            return None
        if entry.id not in self._known:
            self.actors[entry.id] = registry().actor(entry)
        self.mentions.append(Mention(token.start, token.end, "description", entry.id))
        return at + 1

    def _group(self, sentence: Sentence, at: int) -> int | None:
        data, tokens = group_words(), sentence.tokens
        name = None if self._means_two(sentence, at) else data.groups.get(tokens[at].text.lower())
        behind = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
        if name is None or (name in data.composed and behind in data.composed_of) or self._of_a_body(sentence, at):
            return None
        numbered = self._numbered(sentence, at)
        if numbered is not None:
            return numbered
        first = at
        if name in data.of_origin and at > 0 and tokens[at - 1].tag == "ADJA" and not tokens[at - 1].text[0].isupper():
            nations = self._taken.touching(tokens[at - 1].start, tokens[at - 1].end)
            if not nations and is_origin(tokens[at - 1].lemma):
                name = f"{_ADJECTIVE_ENDING.sub('', tokens[at - 1].text)}e {name}"
                first = at - 1
        if first == at and name in data.only_with_origin:
            return None
        known = self._in_brackets(sentence, at + 1)
        if known is not None:
            self.mentions.append(Mention(tokens[first].start, tokens[at].end, "description", known))
            return at + 1
        return self._add(sentence, first, at + 1, "description", name, "group")

    def _led(self, sentence: Sentence, at: int) -> int | None:
        """Read a group that is known by who leads it or stands beside it ("die Ministerpräsidenten der Länder")."""
        name = led_group(sentence, at, in_federation=self._in_federation)
        return self._add(sentence, at, at + 1, "description", name, "group") if name is not None else None

    def _numbered(self, sentence: Sentence, at: int) -> int | None:
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
        if group not in self._known:
            self.actors[group] = registry().actor(registry().entries[group])
        self.mentions.append(Mention(tokens[first - 1].start, tokens[at].end, "description", group))
        return at + 1

    def _in_brackets(self, sentence: Sentence, at: int) -> str | None:
        """Give the body whose abbreviation stands in brackets there ("die großen Schwellenländer (G20)")."""
        if short_behind(sentence.tokens, at) is None:
            return None
        inside = sentence.tokens[at + 1]
        named = (m.actor for m in self._taken.touching(inside.start, inside.end) if m.kind == "name")
        return next((actor for actor in named if actor in self._known), None)

    def _names_body(self, sentence: Sentence, at: int) -> bool:
        """Whether a known body is named there."""
        if at >= len(sentence.tokens):
            return False
        token = sentence.tokens[at]
        named = (m.actor for m in self._taken.touching(token.start, token.end) if m.kind == "name")
        return any(self._known[actor].kind == "organization" for actor in named if actor in self._known)

    def _of_a_body(self, sentence: Sentence, at: int) -> bool:
        """Whether the noun is followed by the name of the body whose people it means ("Kämpfer der PKK")."""
        tokens = sentence.tokens
        if at + 2 >= len(tokens) or tokens[at + 1].text.lower() not in group_words().definite:
            return False
        named = self._taken.touching(tokens[at + 2].start, tokens[at + 2].end)
        bodies = [self._known[m.actor] for m in named if m.actor in self._known and m.kind == "name"]
        return is_short(tokens[at + 2].text) or any(actor.kind == "organization" for actor in bodies)

    def _short(self, sentence: Sentence, at: int) -> int | None:
        """A bare definite noun that means the last body whose name ends so."""
        data, tokens = group_words(), sentence.tokens
        word = tokens[at].text.lower()
        if word not in data.short or at == 0 or tokens[at - 1].text.lower() not in data.definite:
            return None
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is not None and any(m.start == behind.start for m in self._taken.touching(behind.start, behind.end)):
            return None  # The name stands right behind it: "die Hilfsorganisation Ärzte ohne Grenzen".
        stem = tokens[at].lemma.lower()
        loose = word in data.any and acting_phrase(sentence, at) is not None
        for actor, mention in self._before(tokens[at].start):
            if mention.role is None and self._fits(actor, mention, stem, loose=loose):
                self.mentions.append(Mention(tokens[at - 1].start, tokens[at].end, "description", actor.id))
                return at + 1
        return None

    def _members(self, sentence: Sentence, at: int) -> int | None:
        """The members of a union mean the last one named ("die 26 Mitgliedstaaten")."""
        data, tokens = group_words(), sentence.tokens
        first = at - 1 if at and tokens[at - 1].tag in ("CARD", "ADJA") else at
        word = tokens[at].text.lower()
        if not first or not (word in data.members or (word in data.members_counted and tokens[first].tag == "CARD")):
            return None
        if tokens[first - 1].text.lower() not in data.definite:
            return None
        for actor, _ in self._before(tokens[at].start):
            union = data.unions.get(actor.id)
            if union is not None:
                if union not in self._known:
                    self.actors[union] = registry().actor(registry().entries[union])
                self.mentions.append(Mention(tokens[first].start, tokens[at].end, "description", union))
                return at + 1
        return None

    def _before(self, start: int) -> Iterator[tuple[Actor, Mention]]:
        """Give the actors named shortly before, the last first."""
        before = self._taken.within(max(0, start - _REACH), start) + self.mentions[-_RECENT:]
        for mention in sorted(before, key=lambda m: -m.start):
            actor = self._known.get(mention.actor or "") or self.actors.get(mention.actor or "")
            if actor is not None:
                yield actor, mention

    def _fits(self, actor: Actor, mention: Mention, stem: str, *, loose: bool) -> bool:
        """Whether a bare noun can mean this actor: a body named so, or any body where *loose*."""
        if actor.kind == "state":
            words = self._text[mention.start : mention.end].lower().split()
            return mention.kind == "description" and bool(words) and words[-1].endswith(stem) and len(words) > 1
        name = actor.name.lower()
        loose = loose and not group_words().not_any.values(name.split()[-1], name)
        meant = name.endswith(stem) or actor.id in group_words().of_kind.get(stem, ())
        return actor.kind == "organization" and (loose or meant)

    def _acting(self, sentence: Sentence, at: int) -> int | None:
        """A noun for people or a body that is told to say or do something: "linke Gruppen", "der Richter"."""
        data, tokens = group_words(), sentence.tokens
        word = tokens[at].text
        forms = word.lower(), tokens[at].lemma.lower()
        phrase = acting_phrase(sentence, at) if data.acting.values(*forms) else None
        if self._means_two(sentence, at):
            return None
        if phrase is None and data.met.values(*forms):
            phrase = party_phrase(sentence, at)
        if phrase is None or self._of_a_body(sentence, at) or not self._alone(sentence, phrase, at):
            return None
        first = at
        while first > phrase.first and tokens[first - 1].tag == "ADJA":
            first -= 1
        stem = word.removesuffix("n")
        dative = word.endswith("n") and any(
            words.values(stem.lower(), stem.lower()) for words in (data.acting, data.met)
        )
        name = stem if dative or (phrase.role == "agent" and word.endswith("ern")) else word
        if first < at and is_origin(tokens[first].lemma):
            name = f"{_ADJECTIVE_ENDING.sub('', tokens[first].text.lower())}e {name}"
        return self._add(sentence, first, at + 1, "description", name, "group")

    def _alone(self, sentence: Sentence, phrase: Phrase, at: int) -> bool:
        """Whether no name stands with the noun that tells whose it is, or who."""
        tokens = sentence.tokens
        first, last = next((m for m in phrase.members if m[0] <= at < m[1]), (phrase.first, phrase.last))
        behind = min(max(last, at + 2), len(tokens))
        if any(token.tag == "NE" for token in tokens[at + 1 : behind]):
            return False
        return not any(m.kind == "name" for m in self._taken.touching(tokens[first].start, tokens[behind - 1].end))

    def _means_two(self, sentence: Sentence, at: int) -> bool:
        """Whether the noun means two bodies named before ("Vertreter beider Fraktionen")."""
        if not at or sentence.tokens[at - 1].text.lower() not in group_words().both:
            return False
        bodies = {actor.id for actor, _ in self._before(sentence.tokens[at].start) if actor.kind == "organization"}
        return len(bodies) > 1

    def _unnamed(self, sentence: Sentence, first: int, last: int) -> bool:
        return not self._taken.touching(sentence.tokens[first].start, sentence.tokens[last - 1].end)

    def _free(self, sentence: Sentence, at: int) -> bool:
        token = sentence.tokens[at]
        return not self._taken.touching(token.start, token.end)

    def _add(self, sentence: Sentence, first: int, last: int, kind: MentionKind, name: str, sort: ActorKind) -> int:
        actor = slug(name)
        if actor not in self._known and actor not in self.actors:
            self.actors[actor] = Actor(actor, name, sort)
            if kind == "name":
                self._names[name] = actor
        short = short_behind(sentence.tokens, last) if kind == "name" else None
        if short is not None:
            self._names[short] = actor
        self.mentions.append(Mention(sentence.tokens[first].start, sentence.tokens[last - 1].end, kind, actor))
        return last
