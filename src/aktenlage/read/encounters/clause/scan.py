"""The words behind an encounter noun: which actors stand there as parties."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from aktenlage.model.language import Phrase, Token
from aktenlage.read.encounters.clause.actors import unique
from aktenlage.read.encounters.clause.contrast import afterthoughts
from aktenlage.read.encounters.clause.parties import parties_between, phrase_parties
from aktenlage.read.encounters.lexicon import detail_words, is_body, noun_word, party_words, verb_frames
from aktenlage.read.encounters.scene import Place, Scene

# Words before some of those who take part.
_SOME = 2


def parties_behind(scene: Scene, at: Place) -> list[str]:
    """Give the parties behind the noun at *at*: genitives, and what follows prepositions of company."""
    found: list[str] = []
    for first, last in _stretches(at):
        phrases = [p for p in at.clause.phrases if p.first in (first - 1, first)]
        its_own = first == at.token + 2 and (not _is_of_verb(at) or _of_several(at, first - 1))
        if any(phrase.role == "subject" and phrase.first == first for phrase in phrases):
            continue  # "Engineered had the meeting X": it is what X does.
        if any(phrase.role == "agent" for phrase in phrases) and not its_own:
            continue  # "Overshadowed was the visit by the state of …", but not "At the end of the visit by Merz was …"
        whole = phrases and phrases[0].preposition not in party_words()["mutual_prepositions"]
        if phrases and (phrases[0].members or (whole and not _goes_on(at, phrases[0], last))):
            found += phrase_parties(scene, at, phrases[0])
        else:
            found += parties_between(scene, at.sentence, first, last)
    return unique(found)


def _is_of_verb(at: Place) -> bool:
    """Whether the noun is the verb's subject, so that "by" behind it may tell who does what the verb says."""
    return at.phrase is None or at.phrase.role == "subject"


def _of_several(at: Place, first: int) -> bool:
    """Whether several stand right behind a meeting or call ("Erwartet wird das Treffen von Merz und Macron")."""
    noun = noun_word(at.word.text)
    met = noun is not None and noun.frame.kind in ("meeting", "call")
    return met and any(phrase.first == first and phrase.members for phrase in at.clause.phrases)


def _goes_on(at: Place, phrase: Phrase, last: int) -> bool:
    """Whether a list goes on behind the phrase."""
    return phrase.last + 1 < last and at.sentence.tokens[phrase.last].text in party_words()["dividers"]


def some_of_them(tokens: Sequence[Token], number: int) -> bool:
    """Whether a list of some of those who take part begins at a token ("darunter", "unter ihnen")."""
    if not number or tokens[number - 1].text.lower() not in _some():
        return False
    before = [token.text.lower() for token in tokens[max(number - _SOME, 0) : number]]
    return before[-len(_some()[before[-1]]) :] == _some()[before[-1]]


@cache
def _some() -> dict[str, list[str]]:
    """Give the words before some of those who take part, by the last of them."""
    return {words[-1]: words for words in map(str.split, detail_words()["among"])}


def company_behind(at: Place) -> bool:
    """Whether a preposition of company ("with") stands behind the noun."""
    prepositions = _company(at)
    return any(
        _lemma(at.sentence.tokens[first - 1]) in prepositions for first, _ in _stretches(at) if first > at.token + 1
    )


def with_whom(scene: Scene, at: Place) -> list[str]:
    """Give the parties behind "with": the other side alone."""
    company = _company(at) - set(party_words()["mutual_prepositions"])
    tokens = at.sentence.tokens
    stretches = [s for s in _stretches(at) if s[0] > at.token + 1 and _lemma(tokens[s[0] - 1]) in company]
    firsts = {first - 1 for first, _ in stretches}
    return unique(
        p for phrase in at.clause.phrases if phrase.first in firsts for p in phrase_parties(scene, at, phrase)
    )


def _company(at: Place) -> frozenset[str]:
    """Give the prepositions of company; a meal, a reception or an appointment is also one at or by somebody."""
    words = party_words()
    return frozenset((*words["with"], *(words["received_by"] if _is_hosted(at.word) else ())))


def _is_hosted(token: Token) -> bool:
    noun = noun_word(token.text)
    return noun is not None and noun.frame.id in party_words()["hosted"]


def between(at: Place) -> bool:
    """Whether the noun tells all its parties by itself ("zwischen … und …")."""
    following = at.token + 1
    tokens = at.sentence.tokens
    return following < len(tokens) and tokens[following].text.lower() in party_words()["mutual_prepositions"]


def beside_the_point(at: Place) -> bool:
    """Whether the noun tells of another encounter than the verb ("nach Gesprächen mit", "Ende der Gespräche mit")."""
    words = party_words()
    noun = noun_word(at.word.text)
    phrase = at.phrase
    attribute = phrase is not None and phrase.role == "genitive" and phrase.head == at.token
    talks = noun is not None and noun.frame.kind in ("meeting", "call")
    return preposition_before(at) in (*words["beforehand"], *words["because"]) or (attribute and talks)


def without_setting(at: Place) -> Place:
    """Leave out of the clause the company of an encounter before or after it ("nach Gesprächen mit …")."""
    taken: set[int] = set()
    for number in at.clause.tokens:
        if noun_word(at.sentence.tokens[number].text) is None:
            continue
        here = replace(at, token=number)
        if beside_the_point(here):
            taken.update(first - 1 for first, _ in _stretches(here) if first > number + 1)
    if not taken:
        return at
    phrases = tuple(phrase for phrase in at.clause.phrases if phrase.first not in taken)
    return replace(at, clause=replace(at.clause, phrases=phrases))


def _stretches(at: Place) -> Iterator[tuple[int, int]]:
    """Give the token ranges behind the noun that hold parties; a finite verb ends the search."""
    words = party_words()
    own = [number for number in at.clause.tokens if number > at.token]
    first: int | None = at.token + 1 if _genitive(at) else None
    mutual = accompanied = False
    excepted = afterthoughts(at)
    met = _met_beside(at)
    previous = at.token
    for number in own:
        token = at.sentence.tokens[number]
        parted = number != previous + 1
        if parted and (accompanied or not _goes_on_behind(at, previous, number)):
            break
        if token.verb is not None and token.verb.inflection == "finite":
            break
        if token.pos == "ADP":
            lemma = _lemma(token)
            sent = lemma in words["origins"] and is_body(at.sentence.tokens[previous].lemma)  # "Kollegen aus …"
            inner = first is not None and (mutual or sent or lemma in words["inner_prepositions"])
            inner = inner or (first is not None and _apposed(at, first, number))
            if not inner:
                if first is not None:
                    yield first, number
                hosted = number > at.token + 1 and _is_hosted(at.sentence.tokens[number - 1])
                if hosted and lemma in words["received_by"]:
                    break  # "begann mit einem Empfang bei Merz"
                mutual = lemma in words["mutual_prepositions"]
                beside = number == at.token + 1 or first is not None
                if (
                    lemma in words["with"]
                    and accompanied
                    and at.sentence.tokens[previous].pos not in ("CCONJ", "PUNCT")
                ):
                    break  # "vor seinem Treffen mit Merkel mit Obama": whom the verb names
                accompanied = accompanied or lemma in words["with"]
                wanted = words["noun_prepositions"] if beside else words["with"]
                if (
                    at.sentence.tokens[number - 1].text.lower() in words["exceptions"]
                    or number in excepted
                    or number in met
                ):
                    break
                first = number + 1 if lemma in wanted else None
        elif token.pos == "CCONJ":
            mutual = False
        previous = number
    if first is not None and first <= previous:
        yield first, previous + 1


def _met_beside(at: Place) -> frozenset[int]:
    """Give the token of the "with" of whom the verb tells to meet ("telefonierte vor dem Gipfel mit Merz")."""
    verb, noun, words = at.clause.verb, noun_word(at.word.text), party_words()
    if noun is None or noun.frame.kind != "conference" or preposition_before(at) not in words["beforehand"]:
        return frozenset()
    company = [phrase.first for phrase in at.clause.phrases if phrase.preposition in words["with"]]
    frames = verb_frames().get(verb.lemma, ()) if verb is not None else ()
    wanted = any(f.frame == "mutual" and f.plain and not set(words["with"]).isdisjoint(f.partner) for f in frames)
    in_front = verb is not None and verb.finite is not None and at.clause.kind == "main" and at.token < verb.finite
    return frozenset(company if wanted and len(company) == 1 and not in_front else ())


def _apposed(at: Place, first: int, number: int) -> bool:
    """Whether a token is in an apposition to the phrase that begins at *first* ("mit A, Nachfolger von B, …")."""
    whole = [p for p in at.clause.phrases if p.first in (first - 1, first) and not p.members]
    return any(number < phrase.last and phrase.head < number for phrase in whole)


def _goes_on_behind(at: Place, comma: int, number: int) -> bool:
    """Whether a relative clause alone parts the noun from whom it is with ("das Treffen von A, der …, mit B")."""
    between = range(comma + 1, number)
    relative = all(c.kind == "relative" for c in at.sentence.clauses if not set(between).isdisjoint(c.tokens))
    return relative and _lemma(at.sentence.tokens[number]) in party_words()["with"]


def _genitive(at: Place) -> bool:
    """Whether the word behind the noun may begin a genitive or an apposition."""
    following = at.token + 1
    if following >= len(at.sentence.tokens) or following not in at.clause.tokens:
        return False
    token = at.sentence.tokens[following]
    return token.text.lower() in party_words()["genitive_openers"] or token.pos in ("PROPN", "NOUN", "ADJ")


def _lemma(token: Token) -> str:
    contracted: dict[str, str] = party_words()["contracted"]
    text = token.text.lower()
    return contracted.get(text, text)


def preposition_before(at: Place) -> str | None:
    """Give the preposition that governs the noun at *at*."""
    phrase = at.phrase
    if phrase is not None and phrase.head == at.token and phrase.preposition and not phrase.members:
        return phrase.preposition
    opener = at.sentence.tokens[phrase.first] if phrase is not None and phrase.head == at.token else None
    if opener is not None and opener.pos == "DET" and phrase is not None and phrase.preposition is None:
        return None  # "Ein für gestern geplantes Treffen …"
    for number in range(at.token - 1, max(at.token - 9, -1), -1):
        token = at.sentence.tokens[number]
        if token.pos == "ADP" or token.text.lower() in party_words()["adjunct_prepositions"]:
            return _lemma(token)
        owner = token.pos == "PROPN" and token.text.endswith(tuple(party_words()["genitive_endings"]))
        owner = owner and not _in_another_phrase(at, number)
        passed = owner or token.pos in ("DET", "ADJ", "NUM", "PRON", "ADV")
        if not passed or number not in at.clause.tokens:
            return None
    return None


def _in_another_phrase(at: Place, number: int) -> bool:
    """Whether a name stands in a phrase before that of the noun ("führte in Paris Gespräche")."""
    phrase = at.phrase
    apart = phrase is not None and phrase.head == at.token and number < phrase.first
    return apart and any(p.first <= number < p.last and p.preposition for p in at.clause.phrases)


def located(at: Place, preposition: str) -> bool:
    """Whether a preposition and its case say where something was done ("agreed at the summit"), and not on what."""
    words = party_words()
    if preposition not in words["at_or_on"] or at.phrase is None:
        return False
    inside = at.sentence.tokens[at.phrase.first : at.token]
    return any(token.text.lower() in words["datives"] for token in inside)
