"""The two sides of an article, whom "beide Seiten", "Fachleute beider Länder" or talks without a name mean."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from aktenlage.model.annotation import Mention
from aktenlage.model.language import Phrase, Sentence
from aktenlage.read.encounters.clause.actors import actors_of, unique
from aktenlage.read.encounters.lexicon import party_words
from aktenlage.read.encounters.scene import Scene

_TWO = 2
# What it says for two to be sides: a sentence names them alone, a list or "zwischen" does, and does so right before, or
# where the article begins; and what is too little to go by.
_TOGETHER, _LISTED, _BETWEEN, _NEAR, _OPENING, _LEAST = 2.0, 1.0, 3.0, 2.0, 2.0, 4.0
# The last sentences, which are near, and sentences that open an article.
_REACH, _FIRST = 2, 2
_LISTED_AS = ("subject", "genitive")
_STATES = frozenset({"state"})
_ANY = frozenset({"state", "organization", "group"})


def both_sides(scene: Scene, sentence: Sentence, first: int, last: int) -> tuple[list[str], int]:
    """Give the two sides whom the tokens from *first* up to *last* mean by "both", and where that noun begins."""
    words = party_words()
    said = _noun_behind_both(sentence, first, last)
    noun = sentence.tokens[said] if said is not None else None
    nouns = (*words["two_sides"], *words["two_camps"], *words["two_states"])
    if noun is None or noun.lemma not in nouns:
        return [], 0
    pairs = _named_together(scene, noun.start, _STATES if noun.lemma in words["two_states"] else _ANY)
    if noun.lemma in words["two_camps"]:
        pairs = [pair for pair in pairs if any(scene.actors[party].kind != "state" for party in pair)]
    return (pairs[0] if pairs else []), noun.start


def two_sides(scene: Scene, end: int) -> list[str]:
    """Give the two who by themselves, and not by people, are most often told to act or to be sides up to *end*."""
    words, pairs = party_words(), Counter[tuple[str, ...]]()
    for number, sentence in enumerate(s for s in scene.analysis.sentences if s.start < end):
        for phrase in _phrases_of_two(sentence):
            mutual = phrase.preposition in words["mutual_prepositions"]
            named = [m for m in scene.mentions.within(phrase.start, phrase.end) if m.role != "place"]
            named = [mention for mention in named if not _means_both(scene, mention)]
            people = any(scene.actors[party].kind == "person" for m in named for party in actors_of(scene, m))
            pair = tuple(sorted(_sides_of(scene, named, _ANY)))
            if len(pair) == _TWO and not people and (mutual or phrase.role == "subject"):
                pairs[pair] += _TWO if mutual or number == 0 else 1
    found, told = pairs.most_common(1)[0] if pairs else ((), 0)
    return list(found) if told >= _TWO else []


def _noun_behind_both(sentence: Sentence, first: int, last: int) -> int | None:
    """Give where the noun of "beide …" stands."""
    both = party_words()["both_of_them"]
    numbers = (number for number in range(first, last) if sentence.tokens[number].text.lower() in both)
    begin = next(numbers, last)
    return next((number for number in range(begin + 1, last) if sentence.tokens[number].pos == "NOUN"), None)


def _named_together(scene: Scene, end: int, kinds: frozenset[str]) -> list[list[str]]:
    """Give the pairs of these *kinds* that the article names together up to *end*, those named so most often first."""
    pairs: dict[tuple[str, ...], float] = {}
    before = [sentence for sentence in scene.analysis.sentences if sentence.start < end]
    for at, sentence in enumerate(before):
        mentions = [m for m in scene.mentions.within(sentence.start, sentence.end) if m.end <= end]
        mentions = [m for m in mentions if m.role != "place" and not _means_both(scene, m)]
        named = _sides_of(scene, mentions, kinds)
        for pair in combinations(sorted(named), _TWO):
            pairs[pair] = pairs.get(pair, 0) + _TOGETHER / (len(named) - 1)
        told = (_NEAR if len(before) - at <= _REACH else 0) + (_OPENING if at < _FIRST else 0)
        for phrase in _phrases_of_two(sentence):
            pair = tuple(sorted(_sides_of(scene, [m for m in mentions if _inside(m, phrase)], kinds)))
            if len(pair) == _TWO:
                between = phrase.preposition in party_words()["mutual_prepositions"]
                pairs[pair] = pairs.get(pair, 0) + told + (_BETWEEN if between else _LISTED)
    likely = sorted(pairs, key=lambda pair: -pairs[pair])
    return [list(pair) for pair in likely if pairs[pair] >= _LEAST]


def _means_both(scene: Scene, mention: Mention) -> bool:
    """Whether the mention itself only points at two named before."""
    words = scene.text[mention.start : mention.end].lower().split()
    return not set(party_words()["both_of_them"]).isdisjoint(words)


def _phrases_of_two(sentence: Sentence) -> Iterator[Phrase]:
    """Give the lists of two who do something, or have something with or between each other."""
    words = party_words()
    mutual = (*words["mutual_prepositions"], *words["with"])
    for phrase in (phrase for clause in sentence.clauses for phrase in clause.phrases):
        listed = len(phrase.members) == _TWO and (phrase.preposition in mutual or phrase.role in _LISTED_AS)
        if listed or phrase.preposition in words["mutual_prepositions"]:
            yield phrase


def _inside(mention: Mention, phrase: Phrase) -> bool:
    return phrase.start <= mention.start < phrase.end


def _sides_of(scene: Scene, mentions: Iterable[Mention], kinds: frozenset[str]) -> list[str]:
    """Give the states and bodies that are named, and those for which the people who are named stand."""
    actors = [scene.actors[party] for mention in mentions for party in actors_of(scene, mention)]
    sides = unique((actor.state or "") if actor.kind == "person" else actor.id for actor in actors)
    return [side for side in sides if side in scene.actors and scene.actors[side].kind in kinds]
