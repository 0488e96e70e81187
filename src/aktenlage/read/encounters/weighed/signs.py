"""What a clause shows that may tell an encounter: its words, who stands in it, when, where, and what is around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from aktenlage.model.language import Phrase
from aktenlage.read.encounters.clause.actors import unique
from aktenlage.read.encounters.clause.excepted import excepted
from aktenlage.read.encounters.clause.parties import is_place, phrase_parties
from aktenlage.read.encounters.clause.subjects import acting_parties
from aktenlage.read.encounters.lexicon import is_body, noun_word, supports, verb_frames
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.places import spots
from aktenlage.read.signs import word_signs

# Above these, numbers of actors and of sentences tell nothing more.
_MOST_SUBJECTS, _MOST_PEOPLE, _MOST_PARTIES, _MOST_WITH, _MOST_SENTENCES = 3, 4, 5, 3, 4
# Shares of the other clauses that tell an encounter, and on how many on either side: more than most articles have.
_AROUND = 200
_SHARES = (0.0, 0.04, 0.1, 0.2)


@dataclass(frozen=True)  # Without slots: both neighbours ask for its nouns.
class Told:
    """A clause and the encounters that its listed words tell."""

    at: Place
    candidates: Sequence[Candidate]

    @cached_property
    def has_noun(self) -> bool:
        """Whether a noun for an encounter stands in the clause."""
        return any(noun_word(self.at.sentence.tokens[number].text) for number in self.at.clause.tokens)


def signs(scene: Scene, told: Sequence[Told], number: int) -> set[str]:
    """Give the signs of the clause told[*number*], among all clauses of the article, but for those of its people."""
    at = told[number].at
    found = {*_words(at), *_verb(at), *_around("before", told, number - 1), *_around("behind", told, number + 1)}
    found.update(f"listed {candidate.kind}" for candidate in told[number].candidates)
    found.add(_flag("listed", told[number].candidates))
    found.add(f"sentence {min(at.number, _MOST_SENTENCES)}")
    found.add(_flag("heading", at.sentence.heading))
    found.add(_flag("politics", scene.of_politics))
    found.add(f"share {_share(told, number)}")
    return found


def people_signs(scene: Scene, at: Place) -> set[str]:
    """Give the signs of who stands in the clause in which part, and of whether it tells a town and a day."""
    acting = unique(acting_parties(scene, at))
    beside = {
        party: role
        for phrase in at.clause.phrases
        if (phrase.role != "subject" or phrase.preposition) and scene.mentions.touching(phrase.start, phrase.end)
        for party, role in _parts(scene, at, phrase)
        if party not in acting
    }
    kinds = [scene.actors[party].kind for party in (*acting, *beside)]
    people, parties = kinds.count("person"), len(kinds)
    town = any(spot.town for spot in spots(scene, at))
    day = any(time.type in ("DATE", "TIME") for time in scene.times.within(at.clause.start, at.clause.end))
    where = f"{'town' if town else 'nowhere'} {'day' if day else 'never'}"
    found = {f"subject {scene.actors[party].kind}" for party in acting}
    for party, role in beside.items():
        kind = scene.actors[party].kind
        found.update((f"{role} {kind}", f"beside {kind}", f"beside as {role}"))
    found.update((f"subjects {min(len(acting), _MOST_SUBJECTS)}", _flag("town", town), _flag("day", day)))
    found.update((f"people {min(people, _MOST_PEOPLE)}", f"parties {min(parties, _MOST_PARTIES)}", where))
    found.update((f"{where} people {min(people, _MOST_WITH)}", f"{where} parties {min(parties, _MOST_WITH)}"))
    return found


def _parts(scene: Scene, at: Place, phrase: Phrase) -> Iterator[tuple[str, str]]:
    """Give whom a phrase names, each with the part that the phrase plays."""
    role = "excepted" if excepted(at, phrase) else phrase.preposition or phrase.role
    for party in phrase_parties(scene, at, phrase):
        yield party, "place" if is_place(scene, at, phrase, party) else role


def _flag(name: str, value: object) -> str:
    return f"{name} {'yes' if value else 'no'}"


def _words(at: Place) -> Iterator[str]:
    tokens = [at.sentence.tokens[number] for number in at.clause.tokens]
    yield from word_signs(tokens)
    for token in tokens:
        noun = noun_word(token.text)
        if noun is not None:
            yield from ("noun", f"noun {noun.frame.id}", f"noun for {noun.frame.kind}")
        elif token.pos == "NOUN" and is_body(token.lemma):
            yield "body"


def _verb(at: Place) -> Iterator[str]:
    verb = at.clause.verb
    yield f"clause {at.clause.kind}"
    yield _flag("negated", at.clause.negated)
    if verb is None:
        yield "no verb"
        return
    yield from (f"verb {verb.lemma}", f"tense {verb.tense}", f"modal {verb.modal}", f"mood {verb.mood}")
    yield f"voice {verb.voice}"
    frames = verb_frames().get(verb.lemma, ())
    yield from (f"frame {frame.frame}" for frame in frames if at.says(frame))
    if verb.lemma in supports():
        yield "carries nouns"


def _around(side: str, told: Sequence[Told], number: int) -> Iterator[str]:
    if not 0 <= number < len(told):
        yield f"{side} nothing"
        return
    verb = told[number].at.clause.verb
    yield f"{side} verb {verb.lemma if verb else None}"
    yield _flag(f"{side} listed", told[number].candidates)
    yield _flag(f"{side} noun", told[number].has_noun)


def _share(told: Sequence[Told], number: int) -> int:
    """Give a class of how many of the other clauses around tell an encounter by listed words."""
    around = told[max(number - _AROUND, 0) : number + _AROUND]
    others = sum(bool(each.candidates) for each in around) - bool(told[number].candidates)
    return sum(others > share * len(around) for share in _SHARES)
