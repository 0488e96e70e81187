"""Noun phrases around a verb of saying: who speaks, and to whom."""

from aktenlage.language.attributes import DETERMINERS
from aktenlage.read.statements.lexicon import words
from aktenlage.read.statements.views import QUOTE, Clause, View, is_finite

_NOUNS = frozenset({"NN", "NE", "FM", "XY", "TRUNC"})
_PRONOUNS = frozenset({"PPER", "PIS", "PDS", "PRELS", "PWS", "PPOSS"})
_INSIDE = frozenset({"ADJA", "CARD"})
_PREPOSITIONS = frozenset({"APPR", "APPRART"})
_DANGLING = frozenset({"KON", "APPR", "APPRART", "ART", "$,"})
_LONGEST_ASIDE = 6
_OPENERS = frozenset("„“\"»«‚›'")
_CLOSERS = frozenset("“”\"«»’‘‹'")

Range = tuple[int, int]


def starts_phrase(view: View, place: int) -> bool:
    """Whether a noun phrase may begin at the token."""
    token = view.tokens[place]
    if token.tag == QUOTE:
        return False
    return token.tag in DETERMINERS | _NOUNS | _PRONOUNS | _INSIDE or token.text in _OPENERS


def phrase_end(view: View, first: int, stop: int, *, wide: bool = False) -> int:
    """
    Find the end of the noun phrase that begins at *first*, *stop* at the latest.

    A *wide* phrase takes in every prepositional attribute, as before a finite verb, where one constituent stands.
    """
    tokens = view.tokens
    place, noun_seen = first, False
    while place < stop:
        token = tokens[place]
        tag = token.tag
        if token.text in _OPENERS or token.text in _CLOSERS:
            place = _past_quotation(view, place, stop)
            noun_seen = True
        elif tag in _PRONOUNS:
            return place if place > first else place + 1
        elif tag in _NOUNS:
            noun_seen = True
            place += 1
        elif tag == "CARD" and noun_seen and place + 1 < stop and tokens[place + 1].tag in _NOUNS | _INSIDE:
            break
        elif tag in _INSIDE or (tag in DETERMINERS and not noun_seen):
            place += 1
        elif tag in DETERMINERS:
            if not _genitive(view, place) or not _noun_follows(view, place + 1, stop):
                break
            place += 1
        elif (
            not noun_seen and tag in {"ADV", "ADJD", "PTKNEG"} and place + 1 < stop and tokens[place + 1].tag in _INSIDE
        ):
            place += 1
        else:
            onward = _onward(view, place, stop, wide=wide) if noun_seen else None
            if onward is None:
                break
            place = onward
    while place - first > 1 and tokens[place - 1].tag in _DANGLING:
        place -= 1
    return place


def _onward(view: View, place: int, stop: int, *, wide: bool) -> int | None:
    """Say where the phrase goes on behind a preposition, a conjunction, a bracket or a comma, if it does."""
    tokens = view.tokens
    token = tokens[place]
    if token.text == "(":
        for end in range(place + 1, min(place + _LONGEST_ASIDE, len(tokens))):
            if tokens[end].text == ")":
                return end + 1
        return None
    if token.tag in _PREPOSITIONS:
        joins = wide or view.lower[place] in words("joined_to_speaker_behind_verb")
        return place + 1 if joins and _noun_follows(view, place + 1, stop) else None
    if token.tag == "KON":
        return place + 1 if _noun_follows(view, place + 1, stop) else None
    if token.text == ",":
        end = place + 1
        while end < stop and tokens[end].text not in {",", ":", ";"} and tokens[end].tag != QUOTE:
            if tokens[end].verb is not None and is_finite(tokens[end]):
                return None
            end += 1
        if end == place + 1 or tokens[place + 1].tag not in DETERMINERS | _NOUNS | _INSIDE:
            return None
        if not wide and end < len(tokens) and tokens[end].text not in {",", ".", ")"} and end != stop:
            return None
        reached = phrase_end(view, place + 1, end, wide=True)
        return _past_comma(view, reached, stop) if reached == end else None
    return None


def _past_comma(view: View, place: int, stop: int) -> int:
    """Step over the comma that closes an apposition when the verb follows."""
    return place


def _genitive(view: View, place: int) -> bool:
    word, following = view.lower[place], view.tokens[place + 1] if place + 1 < len(view.tokens) else None
    if following is not None and following.tag == "ADJA" and following.text.endswith("e"):
        return False  # a strong ending is none of the genitive's: a new subject begins
    return word[-1:] in {"s", "r"} and word not in words("pointers")


def _noun_follows(view: View, place: int, stop: int) -> bool:
    while place < stop:
        tag = view.tokens[place].tag
        if tag in _NOUNS or view.tokens[place].text in _OPENERS:
            return True
        if tag not in _INSIDE | DETERMINERS and tag not in {"ADV", "ADJD"}:
            return False
        place += 1
    return False


def _past_quotation(view: View, place: int, stop: int) -> int:
    start = view.tokens[place].start
    for quotation in view.inline:
        if quotation.start <= start < quotation.end:
            while place < stop and view.tokens[place].start < quotation.end:
                place += 1
            return place
    return place + 1


def subject(view: View, clause: Clause) -> Range | None:
    """Find the noun phrase that is likely the clause's subject."""
    finite = clause.finite
    if finite is None:
        return None
    before = [place for place in clause.tokens if place < finite]
    pronoun = _pronoun_behind(view, clause, finite)
    if pronoun is not None:
        return pronoun
    if clause.kind == "main" and before:
        found = _prefield(view, before, finite)
        if found is not None:
            return found
    if clause.kind == "relative" and clause.introducer is not None:
        return _relative_subject(view, clause)
    start = finite + 1 if clause.kind in {"main", "first"} else clause.first
    return _first_nominative(view, [place for place in clause.tokens if place >= start and place != clause.introducer])


def _prefield(view: View, before: list[int], finite: int) -> Range | None:
    first = 0
    while first < len(before) and _passable(view, before[first]):
        first += 1
    if first == len(before):
        return None
    place = before[first]
    if _spoken(view, place, finite):
        return None
    if not starts_phrase(view, place) or view.lower[place] in words("not_subject"):
        return None
    if view.tokens[place].tag in _PRONOUNS and view.lower[place] in words("pointers") | words("expletives"):
        return None
    end = phrase_end(view, place, finite, wide=True)
    return (place, end) if end > place else None


def _pronoun_behind(view: View, clause: Clause, finite: int) -> Range | None:
    """Give the pronoun right behind the verb, which can only be its subject ("Die Tat nannte er …")."""
    place = finite + 1
    if clause.kind not in {"main", "first"} or place not in clause.tokens:
        return None
    token = view.tokens[place]
    nominative = token.tag == "PPER" and view.lower[place] not in words("not_subject") | words("expletives")
    return (place, place + 1) if nominative and view.lower[place] in words("nominatives") else None


def _spoken(view: View, place: int, finite: int) -> bool:
    """Whether words in quotation marks fill all the place before the verb: they are said, they do not say."""
    start = view.tokens[place].start
    return any(quotation.start == start and view.tokens[finite - 1].start < quotation.end for quotation in view.inline)


def _passable(view: View, place: int) -> bool:
    tag = view.tokens[place].tag
    return tag in {"KON", "ADV", "PAV", "PTKANT", QUOTE} or (
        view.lower[place] in words("particles") and tag not in DETERMINERS | _NOUNS
    )


def _relative_subject(view: View, clause: Clause) -> Range | None:
    introducer = clause.introducer
    assert introducer is not None
    rest = [place for place in clause.tokens if place > introducer]
    if view.tokens[introducer].tag == "PRELAT":
        owned = phrase_end(view, introducer + 1, clause.finite or introducer + 1)
        return _first_nominative(view, [place for place in rest if place >= owned])
    if view.lower[introducer] in words("not_subject"):
        return _first_nominative(view, rest)
    for place in rest:
        if view.tokens[place].tag == "PPER" and view.lower[place] not in words("not_subject"):
            return (place, place + 1)
    return (introducer, introducer + 1)


def _first_nominative(view: View, places: list[int]) -> Range | None:
    """Find the first noun phrase of these tokens that no preposition governs and that may be a nominative."""
    number = 0
    allowed = set(places)
    while number < len(places):
        place = places[number]
        token = view.tokens[place]
        if token.tag in _PREPOSITIONS or token.tag == "APPO":
            end = phrase_end(view, place + 1, _run_end(view, place, allowed))
            number = _number_at(places, max(end, place + 1))
            continue
        if token.tag == "PRF" or not starts_phrase(view, place) or view.lower[place] in words("expletives"):
            number += 1
            continue
        end = phrase_end(view, place, _run_end(view, place, allowed))
        if view.lower[place] not in words("not_subject") and end > place and not _is_time(view, place, end):
            return (place, end)
        number = _number_at(places, max(end, place + 1))
    return None


def _is_time(view: View, first: int, last: int) -> bool:
    return all(view.tokens[place].tag == "CARD" for place in range(first, last))


def _run_end(view: View, place: int, allowed: set[int]) -> int:
    """Behind the stretch from *place* on that holds nothing but the clause's own tokens and signs."""
    end = place
    while end < len(view.tokens) and (
        end in allowed or view.tokens[end].tag[0] == "$" or view.tokens[end].text in "()"
    ):
        end += 1
    while end > place and end - 1 not in allowed and view.tokens[end - 1].text != ")":
        end -= 1
    return end


def _number_at(places: list[int], place: int) -> int:
    number = 0
    while number < len(places) and places[number] < place:
        number += 1
    return number


def agent(view: View, clause: Clause) -> Range | None:
    """Find who acts in a passive clause ("von der Polizei")."""
    allowed = set(clause.tokens)
    for place in clause.tokens:
        if view.lower[place] in words("agents") and view.tokens[place].tag in _PREPOSITIONS | {"APPO"}:
            end = phrase_end(view, place + 1, _run_end(view, place, allowed))
            if end > place + 1:
                return (place + 1, end)
    return None


def addressee(view: View, clause: Clause, speaker: Range | None, case: str | None) -> Range | None:
    """Find who is spoken to: behind "gegenüber" and the like, else the object in the verb's case."""
    allowed = set(clause.tokens)
    for place in clause.tokens:
        if view.lower[place] in words("addressed") and view.tokens[place].tag in _PREPOSITIONS | {"APPO"}:
            end = phrase_end(view, place + 1, _run_end(view, place, allowed))
            if end > place + 1:
                return (place + 1, end)
    if case is None:
        return None
    governed = False
    place = clause.first
    while place < clause.last:
        token = view.tokens[place]
        if place not in allowed or (speaker is not None and speaker[0] <= place < speaker[1]):
            governed = False
            place += 1
        elif token.tag in _PREPOSITIONS:
            governed = True
            place += 1
        elif token.tag != "PRF" and starts_phrase(view, place):
            end = max(phrase_end(view, place, _run_end(view, place, allowed)), place + 1)
            fits = view.lower[place] not in words(case) and token.tag not in {"CARD", "PRELS", "PWS"}
            if not governed and fits and not _is_time(view, place, end):
                return (place, end)
            governed = False
            place = end
        else:
            place += 1
    return None
