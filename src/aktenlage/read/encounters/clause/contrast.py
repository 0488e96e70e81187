"""What a sentence sets aside for something else: "not in Geneva, but in Basel", "after the summit in Rome …"."""

from aktenlage.language.timenouns import is_time
from aktenlage.language.verbgroups import excepted_from
from aktenlage.read.encounters.lexicon import place_words, status_words
from aktenlage.read.encounters.scene import Place

# Tokens between the negation and the word that gives what is right.
_REACH = 14


def set_aside(at: Place) -> range:
    """Give the tokens of the sentence that a negation excludes in favour of others; empty where there are none."""
    tokens = at.sentence.tokens
    words = status_words()
    for number in at.clause.tokens:
        only = number + 1 < len(tokens) and tokens[number + 1].text in words["only"]
        if only or tokens[number].text.lower() not in words["verb_negations"]:
            continue  # "Nicht nur Merz, sondern auch Macron": both.
        for other in range(number + 2, min(number + _REACH, len(tokens))):
            if tokens[other].text.lower() in words["instead"]:
                return range(number, other)
            form = tokens[other].verb
            if form is not None and form.inflection == "finite":
                break
    return _in_place_of(at) or _and_not(at) or _as_before(at)


def _in_place_of(at: Place) -> range:
    """Give the tokens that tell when or where it was to be before ("statt am Freitag")."""
    words, tokens = status_words()["in_place_of"], at.sentence.tokens
    replaced = (p for p in at.clause.phrases if tokens[p.first].text.lower() in words)
    phrase = next(replaced, None)
    return range(phrase.first, phrase.last) if phrase is not None else range(0)


def _and_not(at: Place) -> range:
    """Give the tokens that a negation behind a conjunction excepts ("traf Merz und nicht Macron")."""
    words, tokens = status_words(), at.sentence.tokens
    for number in at.clause.tokens[2:]:
        if tokens[number].text.lower() not in words["verb_negations"] or tokens[number - 1].text not in words["joined"]:
            continue
        phrase = next((p for p in at.clause.phrases if p.first > number), None)
        if phrase is not None and all(tokens[n].pos == "ADV" for n in range(number + 1, phrase.first)):
            return range(number, phrase.last)
    return range(0)


def _as_before(at: Place) -> range:
    """Give the tokens that tell of an earlier time or another place, when it was so as well ("wie schon im Mai")."""
    words, tokens = status_words()["as_before"], at.sentence.tokens
    for number in at.clause.tokens[:-1]:
        if tokens[number].text in words["as"] and tokens[number + 1].text in words["then"]:
            phrase = next((p for p in at.clause.phrases if p.first > number), None)
            comma = next((n for n in at.clause.tokens if n > number and tokens[n].text == ","), None)
            closed = comma if number and tokens[number - 1].text == "," else None
            finite = at.clause.verb.finite if at.clause.verb is not None and number == at.clause.tokens[0] else None
            return range(number, closed or finite or (phrase.last if phrase is not None else number + 2))
    return range(0)


def left_out(at: Place) -> frozenset[int]:
    """Give where the phrases begin that a negation only excepts from what is told ("Merz, nicht aber Macron, …")."""
    tokens, negations = at.sentence.tokens, status_words()["verb_negations"]
    denied = (number for number in at.clause.tokens if tokens[number].text.lower() in negations)
    return frozenset(n for n in (excepted_from(tokens, number) for number in denied) if n is not None)


def afterthoughts(at: Place) -> frozenset[int]:
    """Give the prepositions that a negation aside excepts ("…, nicht aber mit …", "allerdings nicht mit …")."""
    words, tokens = status_words(), at.sentence.tokens
    found = []
    for number in at.clause.tokens:
        opens = all(tokens[n].pos == "PUNCT" for n in at.clause.tokens if n < number)  # "…, nicht nach Rom zu reisen"
        first = number
        while first > 0 and tokens[first].pos != "PUNCT" and tokens[first - 1].text.lower() in words["asides"]:
            first -= 1
        # "Er reist jedoch nicht nach Rom" excepts nothing: no comma or dash stands before it.
        parted = tokens[first].pos == "PUNCT" or tokens[max(first - 1, 0)].pos == "PUNCT"
        aside = first < number and not opens and parted
        if not aside or tokens[number].text.lower() not in words["verb_negations"]:
            continue
        behind = number + 1
        while behind < len(tokens) and tokens[behind].text.lower() in words["asides"]:
            behind += 1
        if behind < len(tokens) and tokens[behind].pos == "ADP" and tokens[behind].tag != "PTKVZ":
            found.append((number, behind))
    return frozenset(number for pair in found for number in pair)


def embedded(at: Place) -> frozenset[int]:
    """Give the tokens in the attribute of another noun ("die im Mai in Genf vereinbarte Waffenruhe")."""
    tokens = at.sentence.tokens
    endings = tuple(status_words()["embedded_endings"])
    found: list[int] = []
    for phrase in at.clause.phrases:
        first = phrase.first + (phrase.preposition is not None)
        if phrase.members or phrase.first <= at.token < phrase.last or tokens[first].pos != "DET":
            continue
        inside = range(first + 1, phrase.head)
        participles = [n for n in inside if tokens[n].pos == "ADJ" and tokens[n].text.endswith(endings)]
        opened = next((n for n in inside if tokens[n].pos in ("ADP", "ADV", "NOUN")), None)
        if opened is not None and participles and opened < participles[-1]:
            found += range(opened, participles[-1] + 1)
    return frozenset(found)


def is_set_aside(at: Place, start: int, end: int) -> bool:
    """Whether the words from *start* up to *end*, in code points, are set aside."""
    aside = set_aside(at)
    if not aside:
        return False
    tokens = at.sentence.tokens
    return tokens[aside.start].start <= start and end <= tokens[aside.stop - 1].end


def opening(at: Place) -> range:
    """
    Give the tokens before the finite verb that tell of another event ("Nach dem Gipfel am Montag in Brüssel hat …").

    One constituent alone stands there, so that its day and place are its own.
    """
    verb = at.clause.verb
    first = at.clause.phrases[0] if at.clause.phrases else None
    if first is None or verb is None or verb.finite is None:
        return range(0)
    if any(at.sentence.tokens[n].pos not in ("ADV", "ADJ") for n in at.clause.tokens if n < first.first):
        return range(0)  # "Kurz vor dem Gipfel" opens the clause as well.
    head = at.sentence.tokens[first.head]
    event = first.preposition in place_words()["aside_of"] and head.pos == "NOUN" and first.last <= verb.finite
    if not event or is_time(at.sentence.tokens, first.head) or head.text in place_words()["arrivals"]:
        return range(0)
    own = at.word.pos == "NOUN" and at.token < verb.finite
    return range(0) if own else range(first.first, verb.finite)
