"""Who "the Russian" is, and whom a capital stands for that is the seat of a body as well."""

from dataclasses import replace

from aktenlage.model.annotation import Actor, Mention
from aktenlage.model.language import Analysis, Clause, Phrase, Sentence
from aktenlage.model.reading import Reading
from aktenlage.read.mentions.lexicon import people_of
from aktenlage.resources.load import load
from aktenlage.resources.registry import registry

# Characters before an inhabitant within which somebody is told of whose state nobody knows.
_NEAR = 300


def read_countrymen(analysis: Analysis, reading: Reading) -> Reading:
    """Give *reading* with single inhabitants as the person of that state named last, and bodies at their seats."""
    mentions = [*reading.mentions]
    people = {actor.id: actor for actor in reading.actors if actor.kind == "person"}
    for sentence in analysis.sentences:
        for clause in sentence.clauses:
            for phrase in clause.phrases:
                state = _single(sentence, clause, phrase)
                start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.head].end
                actor = _last(reading.mentions, people, state, start) if state is not None else None
                actor = actor or (_stranger(reading.mentions, people, start, end) if state is not None else None)
                if actor is not None:
                    mentions = [m for m in mentions if m.start >= end or m.end <= start]
                    mentions.append(Mention(start, end, "description", actor))
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    return _at_seats(replace(reading, mentions=tuple(mentions)))


def _single(sentence: Sentence, clause: Clause, phrase: Phrase) -> str | None:
    """Give the state of a single inhabitant that a phrase names and no more: "der Russe", "den Franzosen"."""
    tokens = sentence.tokens
    if phrase.last - phrase.first != 2 or phrase.preposition is not None or phrase.head != phrase.first + 1:
        return None
    people, article = people_of(tokens[phrase.head].text), tokens[phrase.first].text.lower()
    if people is None or not people.singular or article not in load("groups")["definite"]:
        return None
    behind = tokens[phrase.last] if phrase.last < len(tokens) else None
    if behind is not None and behind.tag in ("NE", "NN"):
        return None
    verb = clause.verb.lemma if clause.verb is not None else None
    if phrase.role == "accusative" and article in load("mentions")["accusative_articles"]:
        # Several of them would be "die Franzosen", or a dative.
        return people.of if verb not in load("groups")["with_dative"] else None
    if phrase.role != "subject":
        return None
    finite = clause.verb.finite if clause.verb is not None else None
    form = tokens[finite].verb if finite is not None else None
    return people.of if form is not None and "singular" in form.numbers else None


def _last(mentions: tuple[Mention, ...], people: dict[str, Actor], state: str | None, start: int) -> str | None:
    before = [m for m in mentions if m.end <= start and m.actor in people and m.kind in ("name", "office")]
    fitting = [m.actor for m in before if m.actor is not None and people[m.actor].state == state]
    return fitting[-1] if fitting else None


def _stranger(mentions: tuple[Mention, ...], people: dict[str, Actor], start: int, end: int) -> str | None:
    """Give the one told of right before of whom nobody knows where he is from, unless somebody else is meant."""
    if any(m.actor in people for m in mentions if m.start < end and start < m.end):
        return None
    near = [m.actor for m in mentions if 0 <= start - m.end < _NEAR and m.actor in people]
    strangers = [actor for actor in near if actor is not None and people[actor].state is None]
    return strangers[-1] if strangers else None


def _at_seats(reading: Reading) -> Reading:
    """Let a capital stand for the body that sits there, unless the article names the state itself."""
    for state, body in load("groups")["seats"].items():
        named = [m for m in reading.mentions if state in m.meant]
        entry = registry().entries.get(body)
        if not named or entry is None or any(m.kind != "metonym" for m in named):
            continue
        mentions = tuple(replace(m, actor=body) if m in named else m for m in reading.mentions)
        actors = tuple(actor for actor in reading.actors if actor.id not in (state, body))
        own = next((actor for actor in reading.actors if actor.id == body), registry().actor(entry))
        reading = replace(reading, actors=(*actors, own), mentions=mentions)
    return reading
