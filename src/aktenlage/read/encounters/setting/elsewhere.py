"""Whether a place told in the clause is that of something else: a topic, a journey, another encounter, an office."""

from aktenlage.language.timenouns import is_time
from aktenlage.model.annotation import Mention
from aktenlage.model.language import Phrase, Sentence, Token
from aktenlage.read.encounters.clause.contrast import embedded, opening, set_aside
from aktenlage.read.encounters.clause.explained import apposed
from aktenlage.read.encounters.lexicon import noun_word, party_words, place_class, place_words, status_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.towns import known_place
from aktenlage.read.mentions.lexicon import role_of

# No longer is a preposition, in code points.
_SHORT = 6


def tokens_aside(at: Place) -> frozenset[int]:
    """Give the tokens of the clause at which no place of the encounter is told."""
    opened = opening(at)
    front = opened if opened and _of_no_place(at) else range(0)
    return frozenset((*set_aside(at), *embedded(at), *front))


def maybe_aside(scene: Scene, at: Place) -> frozenset[int]:
    """Give the tokens at which a place may be that of another event: what opens the clause, and what that hangs on."""
    return frozenset((*opening(at), *_front_attributes(scene, at)))


def is_elsewhere(scene: Scene, at: Place, preposition: int, *, goals: bool) -> bool:
    """Whether the place behind the preposition is that of something else; with *goals* journeys lead to their own."""
    if _homeward(at, preposition) or _of_a_topic(scene, at, preposition) or _of_several_words(at, preposition):
        return True
    if _of_a_journey(scene, at, preposition) and not goals:
        return True
    explains = any(p.first == preposition and apposed(at, p) for p in at.clause.phrases)
    return explains or _in_a_name(scene, at.sentence.tokens[preposition])


def of_another_event(scene: Scene, at: Place, preposition: int) -> bool:
    """Whether the place may be that of a conference told beside it, or of what was before or after."""
    return _of_a_conference(at, preposition) or _before_or_after(scene, at, preposition)


def _of_several_words(at: Place, number: int) -> bool:
    """Whether a preposition is only the first word of one that says another thing ("im Anschluss an")."""
    phrase = next((p for p in at.clause.phrases if p.first == number), None)
    return phrase is not None and phrase.preposition != at.sentence.tokens[number].lemma


def _of_no_place(at: Place) -> bool:
    """Whether the phrase that opens the clause names another encounter, or who says so ("Nach Angaben des … in …")."""
    head = at.sentence.tokens[at.clause.phrases[0].head]
    return noun_word(head.text) is not None or head.lemma in status_words()["reports"]


def _front_attributes(scene: Scene, at: Place) -> list[int]:
    """
    Give the tokens before the finite verb that only say more of the phrase with which the clause begins.

    "Die Rebellen in Darfur haben in Abuja verhandelt": one constituent alone stands before the verb.
    """
    verb, phrases = at.clause.verb, at.clause.phrases
    if at.clause.kind != "main" or verb is None or verb.finite is None or not phrases or phrases[0].last > verb.finite:
        return []
    first = phrases[0]
    head = at.sentence.tokens[first.head]
    named = any(m.start <= head.start < m.end for m in scene.mentions.within(first.start, first.end))
    thing = head.pos == "NOUN" and not (noun_word(head.text) or is_time(at.sentence.tokens, first.head))
    house = place_class(head.text) or any(head.text in place_words()[group] for group in ("sites", "doors"))
    if first.preposition is None:
        return [*range(first.last, verb.finite)] if thing or named else []
    return [*range(first.last, verb.finite)] if thing and not (house or named or known_place(head.text)) else []


def _before_or_after(scene: Scene, at: Place, preposition: int) -> bool:
    """Whether the place may be that of what was before or after ("after the beginning of the riots in")."""
    before = _outermost(at, preposition)
    if before is None or before.preposition not in place_words()["aside_of"]:
        return False
    head = at.sentence.tokens[before.head]
    day = any(time.date for time in scene.times.touching(before.start, before.end))
    told = day or (noun_word(head.text) and before.head == at.token)
    return not told and head.pos == "NOUN" and head.text not in place_words()["arrivals"]


def _of_a_conference(at: Place, preposition: int) -> bool:
    """Whether the place stands right behind another encounter, a conference ("zur Vorbereitung des Gipfels in …")."""
    before = _right_before(at, preposition)
    noun = noun_word(at.sentence.tokens[before.head].text) if before is not None and before.role == "genitive" else None
    return noun is not None and noun.frame.kind == "conference" and before is not None and before.head != at.token


def _right_before(at: Place, token: int) -> Phrase | None:
    """Give the phrase that ends there, be it one that was set aside as the company of an encounter before."""
    whole = next((clause for clause in at.sentence.clauses if clause.start == at.clause.start), at.clause)
    return next((phrase for phrase in whole.phrases if phrase.last == token), None)


def _outermost(at: Place, first: int) -> Phrase | None:
    """Give the phrase right before a token, or the one on which it hangs as a genitive ("über den Bau eines …")."""
    before = _right_before(at, first)
    while before is not None and (before.role == "genitive" or _of_partners(at, before)):
        before = _right_before(at, before.first)
    return before


def _of_partners(at: Place, phrase: Phrase) -> bool:
    """Whether a phrase says who took part in what the noun before it names ("nach dem Treffen von Merz mit …")."""
    before = _right_before(at, phrase.first)
    noun = noun_word(at.sentence.tokens[before.head].text) if before is not None else None
    return noun is not None and phrase.preposition in (*party_words()["of"], *party_words()["with"])


def _in_a_name(scene: Scene, preposition: Token) -> bool:
    """Whether the preposition is part of what names an actor ("the government in"), and no office-holders met there."""
    around = scene.mentions.touching(preposition.start, preposition.end)
    around = [mention for mention in around if not _governed(scene, mention)]
    heads = [scene.text[mention.start : preposition.start].split() for mention in around]
    return any(head and not role_of(head[0]) for head in heads)


def _governed(scene: Scene, mention: Mention) -> bool:
    """Whether a preposition of place stands before it: it is a house then ("im Außenministerium in Wien")."""
    before = scene.text[max(mention.start - _SHORT, 0) : mention.start].split()
    return bool(before) and before[-1].lower() in place_words()["houses_in"]


def _of_a_topic(scene: Scene, at: Place, preposition: int) -> bool:
    """Whether the place belongs to what is talked about ("talks on the war in")."""
    before = _right_before(at, preposition)
    about = _outermost(at, preposition)
    before = about if about is not None and about.preposition in party_words()["about"] else before
    if at.sentence.tokens[preposition].text.lower() in place_words()["directions"]:
        return False
    if before is None or noun_word(at.sentence.tokens[before.head].text):
        told = at.sentence.tokens[preposition].text.lower() in place_words()["topics_of_nouns"]
        return told and before is not None  # "der Gipfel zu Syrien"
    if at.clause.verb is not None and at.clause.verb.lemma in place_words()["topic_verbs"] and _matter(at, before):
        return True
    if scene.times.touching(before.start, before.end) or is_time(at.sentence.tokens, before.head):
        return False  # "for 14 November in Nice", "zum ersten Mal in Berlin"
    head = at.sentence.tokens[before.head]
    if any(mention.kind == "name" for mention in scene.mentions.touching(head.start, head.end)):
        return False  # "for Sudan in Oslo"
    return before.preposition in place_words()["topic_prepositions"]


def _matter(at: Place, phrase: Phrase) -> bool:
    """Whether a phrase is what somebody talks through ("erörterten die Lage in …")."""
    subject = at.clause.subject
    noun = at.sentence.tokens[phrase.head].pos == "NOUN"
    return noun and phrase.preposition is None and not (subject and subject.head == phrase.head)


def _homeward(at: Place, preposition: int) -> bool:
    """Whether the place is where someone returns to from the encounter."""
    verb, tokens = at.clause.verb, at.sentence.tokens
    if verb is None or verb.lemma not in place_words()["returns"]:
        return False
    before = _right_before(at, preposition)
    of_the_noun = before is not None and noun_word(tokens[before.head].text) is not None
    return not of_the_noun and tokens[preposition].text.lower() in place_words()["directions"]


def _on_the_way(scene: Scene, at: Place, way: Phrase) -> bool:
    """Whether something else happens on the way to a place ("traf ihn auf dem Weg nach"), which is not there."""
    told = scene.text[way.start : way.end].lower().startswith(tuple(place_words()["on_the_way"]))
    return told and at.clause.verb is not None and at.clause.verb.lemma not in place_words()["being"]


def _of_a_journey(scene: Scene, at: Place, preposition: int) -> bool:
    """Whether the place is that of a journey before or after which it happens ("before his trip to")."""
    before = _right_before(at, preposition)
    if before is None or before.head == at.token:
        return False
    head = at.sentence.tokens[before.head].text
    if head in place_words()["ways"]:
        return _on_the_way(scene, at, before)
    if before.preposition not in place_words()["aside_of"]:
        return False
    noun = noun_word(head)
    return head in place_words()["departures"] or (noun is not None and noun.frame.kind == "visit")


def explains_office(scene: Scene, sentence: Sentence, preposition: int, last: int) -> bool:
    """Whether the place tells where the person named behind it holds office ("the envoy in …, …")."""
    tokens = sentence.tokens
    before = tokens[preposition - 1]
    touching = scene.mentions.touching(before.start, before.end) if preposition else []
    office = before.pos == "NOUN" and any(mention.kind in ("office", "description") for mention in touching)
    behind = [token.pos for token in tokens[last : last + 2]]
    return office and (behind[:1] == ["PROPN"] or behind == ["PUNCT", "PROPN"])
