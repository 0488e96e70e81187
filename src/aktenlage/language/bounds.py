"""Where between two nouns side by side one phrase ends and the next begins."""

from collections.abc import Sequence
from functools import cache

from aktenlage.language import agreement
from aktenlage.language.data import words
from aktenlage.language.names import end_of_whole_name, has_article, is_given_name
from aktenlage.language.timenouns import is_time
from aktenlage.model.language import Token
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import name_key

_NOUNS = frozenset({"NN", "NE", "FM"})
_STATES = frozenset({"state", "body", "capital"})
# Words of the longest name of a state.
_LONGEST = 4


def begins_another(tokens: Sequence[Token], preposition: str | None, nouns: Sequence[int], behind: int) -> bool:
    """Whether the noun at *behind* begins a phrase of its own, behind the *nouns* of one with this preposition."""
    if _inside_place(tokens, nouns, behind):
        return False
    return (
        _parts(tokens, nouns[-1], behind)
        or _someone_there(tokens, preposition, nouns[-1], behind)
        or _someone_then(tokens, preposition, nouns[-1], behind)
        or _two_places(tokens, preposition, nouns, behind)
    )


def _inside_place(tokens: Sequence[Token], nouns: Sequence[int], behind: int) -> bool:
    """Whether the noun goes on with the name of a place that the phrase begins with ("in San Francisco")."""
    if tokens[nouns[-1]].tag != "NE" or tokens[behind].tag != "NE" or not gazetteer().first(tokens[nouns[0]].text):
        return False
    known = gazetteer().longest([token.text for token in tokens[nouns[0] : behind + _LONGEST]], 0)
    return known is not None and known[0] > behind - nouns[0]


def genitive_name(tokens: Sequence[Token], number: int) -> bool:
    """Whether a name looks like a genitive ("Merkels"), and is none that ends in s itself ("Belarus")."""
    token = tokens[number]
    if token.text == token.lemma or not token.text.endswith("s"):
        return False
    return gazetteer().one(token.text) is None or gazetteer().one(token.lemma) is not None


def _someone_there(tokens: Sequence[Token], preposition: str | None, before: int, behind: int) -> bool:
    """Whether a person's name begins behind a place, or a state's: "traf in Paris Angela Merkel", "für Japan …"."""
    place = preposition in words("cases", "locating") or (
        preposition is not None and tokens[before].tag == "NE" and gazetteer().one(tokens[before].text) is not None
    )
    if place and _known_there(tokens, before, behind):
        return True
    if not place or not is_given_name(tokens[behind].text):
        return False
    if tokens[before].lemma.lower().endswith(tuple(words("cases", "named_after_people"))):
        return False
    named = behind + 1 < len(tokens) and tokens[behind].tag == "NE" == tokens[behind + 1].tag
    return named and (_is_town(tokens, before) or not is_given_name(tokens[before].text))


def _someone_then(tokens: Sequence[Token], preposition: str | None, before: int, behind: int) -> bool:
    """Whether a full name, also with its title, begins behind a time or a reason ("traf seit dem Krieg Karl Meier")."""
    if preposition not in words("cases", "circumstances") or tokens[before].tag != "NN":
        return False
    if tokens[before].text.lower().endswith((*words("cases", "agent_endings"), *words("cases", "told_by_people"))):
        return False
    first = behind + (tokens[behind].tag == "NN")
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].tag == "NE":
        last += 1
    full = first < last and tokens[first].tag == "NE" and is_given_name(tokens[first].text)
    return full and not genitive_name(tokens, last)


def _known_there(tokens: Sequence[Token], before: int, behind: int) -> bool:
    """Whether a known family name stands behind a town or a house ("traf in Rom Meloni", "… im Kanzleramt Merz")."""
    if tokens[behind].tag != "NE" or gazetteer().one(tokens[behind].text) is not None:
        return False
    house = tokens[before].text.lower().endswith(tuple(words("cases", "houses")))
    there = _is_town(tokens, before) if tokens[before].tag == "NE" else house
    return there and bool(registry().family(name_key(tokens[behind].text)))


def _is_town(tokens: Sequence[Token], last: int) -> bool:
    """Whether the name of a town ends with that word."""
    for first in range(max(last - _LONGEST, 0), last + 1):
        known = gazetteer().longest([token.text for token in tokens[first : last + 1]], 0)
        if known is not None and known[0] > last - first and known[1].is_town:
            return True
    return False


def _two_places(tokens: Sequence[Token], preposition: str | None, nouns: Sequence[int], behind: int) -> bool:
    """Whether a whole name of a place ends before another one ("verhandelten in Genf Serbien und das Kosovo")."""
    if preposition not in words("cases", "locating") or tokens[behind].tag != "NE":
        return False
    named = [token.text for token in tokens[nouns[0] : behind + 1]]
    known = gazetteer().longest(named, 0)
    return known is not None and known[0] == len(named) - 1 and gazetteer().first(named[-1])


def _parts(tokens: Sequence[Token], before: int, behind: int) -> bool:
    """Whether a new phrase begins between two nouns: behind a time, and before the genitive of a name."""
    surname = tokens[behind].tag == "NE" and is_given_name(tokens[before].text)  # "Michael Sommer"
    if tokens[behind].tag in _NOUNS and not surname and is_time(tokens, before) != is_time(tokens, behind):
        return not _measured(tokens, before, behind)
    if tokens[before].tag == "NE" == tokens[behind].tag:
        return _another_name(tokens, before, behind) or _owned_there(tokens, before, behind)
    if tokens[before].tag == tokens[behind].tag == "NN":
        return _office_behind(tokens, before, behind) or _offered(tokens, before, behind)
    if tokens[before].tag == "NN" and tokens[behind].tag == "NE" and behind + 1 < len(tokens):
        owned = genitive_name(tokens, behind) and tokens[behind + 1].tag in {"NN", "ADJA"}
        return owned or _done_by(tokens, before, behind) or _state_behind_person(tokens, before, behind)
    return tokens[before].tag == "NE" and tokens[behind].tag == "NN" and not genitive_name(tokens, before)


def _state_behind_person(tokens: Sequence[Token], before: int, behind: int) -> bool:
    """Whether a state stands behind somebody's office, and so is what he acts on ("warf der Minister Russland vor")."""
    named = gazetteer().longest([token.text for token in tokens[behind : behind + _LONGEST]], 0)
    if named is None or genitive_name(tokens, behind) or named[1].sort not in _STATES:
        return False
    last = behind + named[0]
    goes_on = last < len(tokens) and tokens[last].tag == "NE"
    return not goes_on and tokens[before].text.lower().endswith(tuple(words("cases", "offices_of_people")))


def _done_by(tokens: Sequence[Token], before: int, behind: int) -> bool:
    """Whether behind what is done the one who does it is named ("vorbereitet hatte das Treffen Karl Müller")."""
    word, last = tokens[behind].text, behind
    while last + 1 < len(tokens) and tokens[last + 1].tag == "NE":
        last += 1
    if genitive_name(tokens, last) or gazetteer().one(word) is not None:
        return False
    person = is_given_name(word) or bool(registry().family(name_key(word)))
    return person and tokens[before].text.lower().endswith(tuple(words("cases", "things_done")))


def _office_behind(tokens: Sequence[Token], before: int, behind: int) -> bool:
    """Whether an office with a name begins behind a source, or a noun for nobody ("trotz der Kritik Minister X")."""
    word, office = tokens[before].text.lower(), tokens[behind].text.lower()
    named = [token.tag == "NE" for token in tokens[behind + 1 : behind + 3]]
    if not named or not named[0] or not (all(named[1:]) or is_given_name(tokens[behind + 1].text)):
        return False
    if word.endswith(_sources()):
        return is_given_name(tokens[behind + 1].text)
    held = office.endswith(tuple(words("cases", "offices_of_people")))
    nobody = not word.endswith((*words("cases", "agent_endings"), *words("cases", "told_by_people")))
    return held and nobody and agreement.gender_of(tokens[before].lemma) == "f"


def _offered(tokens: Sequence[Token], before: int, behind: int) -> bool:
    """Whether behind somebody the thing begins that he is offered or refused ("bot der Regierung Verhandlungen an")."""
    receives = tokens[before].text.lower().endswith((*words("cases", "agent_endings"), *words("cases", "receivers")))
    return receives and tokens[behind].text.lower().endswith(tuple(words("cases", "things_done")))


@cache
def _sources() -> tuple[str, ...]:
    return tuple(word.lower() for word in words("cases", "nouns_of_saying"))


def _measured(tokens: Sequence[Token], before: int, behind: int) -> bool:
    """Whether a counted time behind a preposition says how long what follows lasted ("nach zwei Wochen Streik")."""
    number = before - 1
    while number > 0 and tokens[number].tag in {"ADJA", "ADV"}:
        number -= 1
    counted = tokens[number].tag == "CARD" or (tokens[number].tag == "PIAT" and tokens[number].lemma == "mehrere")
    while number > 0 and tokens[number].tag in {"CARD", "PIAT", "ADV", "ADJA", "KOKOM", "PIS"}:
        number -= 1
    durable = tokens[before].lemma in words("cases", "durations") and tokens[behind].tag == "NN"
    return durable and counted and tokens[number].lemma in words("cases", "before_durations")


def _another_name(tokens: Sequence[Token], before: int, behind: int) -> bool:
    """Whether behind a name another one begins ("besuchte Merkel Polen", "lud die Nato Merz ein")."""
    family, following = tokens[before].text, tokens[behind].text
    start, end = max(0, before - registry().longest_name), behind + registry().longest_name
    whole = start + end_of_whole_name([token.text for token in tokens[start:end]], before - start)
    if whole > behind:
        return False
    if whole == behind and is_given_name(following):
        return True
    if not (family[0].isupper() or has_article(family)) or is_given_name(family):
        return False
    if (party := gazetteer().one(family)) is not None:
        people = registry().family(name_key(following))
        namesakes = any(family in entry.name.split() for entry in people)
        return party.sort in {"state", "body"} and (bool(people) or is_given_name(following)) and not namesakes
    full = before > 0 and is_given_name(tokens[before - 1].text)
    known = bool(registry().family(name_key(family)))
    if is_given_name(following):
        return full or known
    others = registry().family(name_key(following)) if known else ()
    if others and not any(family in entry.name.split() for entry in others):
        return True
    place = gazetteer().one(following)
    return (full or known) and place is not None and place.sort == "state"


def _owned_there(tokens: Sequence[Token], before: int, behind: int) -> bool:
    """Whether behind a place the state begins whose office or body is told ("traf in Kiew Polens Präsidenten")."""
    owned = behind + 1 < len(tokens) and tokens[behind + 1].tag in {"NN", "ADJA"} and genitive_name(tokens, behind)
    places = (gazetteer().one(tokens[before].text), gazetteer().one(tokens[behind].lemma))
    return owned and all(place is not None for place in places)
