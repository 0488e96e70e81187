"""Tags corrected where the sentence around a word tells more than the tagger saw."""

from collections.abc import Sequence

from aktenlage.language.data import words
from aktenlage.language.tagger import tagger
from aktenlage.language.verbforms import can_be_finite, participle_of
from aktenlage.resources.load import load

_BOUNDARY = frozenset({"$,", "$.", "$(", "KON"})
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_QUOTES = frozenset("„“”\"'’‚‘»«›‹*") | {"``", "''"}
_BARE = frozenset({"VVINF", "VVPP", "VAINF", "VAPP", "VMINF"})
_QUESTIONS = frozenset({"PWAV", "PWS", "PWAT"})
_OPENING = frozenset({"KOUS", "PRELS", "PRELAT"}) | _QUESTIONS
_WHOLE = frozenset({"NN", "NE", "ADV", "PAV", "ADJD"})
_OPENERS = frozenset({"KOUS", "PWAV", "PRELS"})
_PHRASE = frozenset({"ADJA", "NN", "NE", "CARD", "TRUNC", "PIS", "PIAT"})


def repair(low: Sequence[str], lemmas: list[str], tags: list[str]) -> None:
    """Correct lemmas and tags in place."""
    fixed = load("verbs")["lemmas"]
    for number, tag in enumerate(tags):
        if tag[0] == "V" and (lemma := fixed.get(f"{low[number]} {tag[2:]}")) is not None:
            lemmas[number] = lemma
    for number in range(1, len(tags)):
        if (
            tags[number] == "VAPP"
            and tags[number - 1] == "ADJD"
            and low[number] in words("verbs", "passive_participle")
        ):
            tags[number - 1] = "VVPP"
            lemmas[number - 1] = tagger().participle_lemma(low[number - 1])
    _adverbs(low, tags)
    _conjunctions(low, lemmas, tags)
    _articles_in_lists(low, tags)
    start = 0
    waiting = False
    for number in range(len(tags) + 1):
        if number == len(tags) or tags[number] in {"$,", "$."}:
            if number > start:
                waiting = _repair_stretch(low, lemmas, tags, start, number, waiting=waiting)
            start = number + 1


def _adverbs(low: Sequence[str], tags: list[str]) -> None:
    """Words that together are no more than an adverb: "unter anderem", "mehr als" before a number."""
    for number in range(len(tags) - 1):
        numbers = low[number + 1] == "als" and low[number] in words("clauses", "more_or_less")
        counted = numbers and number + 2 < len(tags) and tags[number + 2] == "CARD"
        behind = low[number + 2] if number + 2 < len(tags) else ""
        phrase = f"{low[number]} {low[number + 1]}" in words("clauses", "adverbial_phrases")
        if counted or (phrase and behind not in words("clauses", "no_adverb_before")):
            tags[number] = tags[number + 1] = "ADV"


def _conjunctions(low: Sequence[str], lemmas: list[str], tags: list[str]) -> None:
    """A subordinating conjunction that the tagger takes for a verb, and "bis" before an adverb ("bis zuletzt")."""
    for number, tag in enumerate(tags):
        if tag == "KON" and low[number] in words("clauses", "until") and number + 1 < len(tags):
            tags[number] = "ADV" if tags[number + 1] in {"ADV", "PAV"} else tag
        elif (
            tag == "VVFIN" and low[number] in words("clauses", "subordinators") and number and tags[number - 1] == "$,"
        ):
            tags[number], lemmas[number] = "KOUS", low[number]


def _articles_in_lists(low: Sequence[str], tags: list[str]) -> None:
    """What looks like a relative pronoun opens a member of a list: "…, die Parteien und die Verbände"."""
    articles = words("clauses", "list_articles")
    for number in range(1, len(tags) - 1):
        if tags[number] != "PRELS" or tags[number - 1] != "$," or low[number] not in articles:
            continue
        end = number + 1
        while end < len(tags) and (tags[end] in _PHRASE or (tags[end] == "ART" and low[end] in _genitive_articles())):
            end += 1
        joint = number + 1 < end < len(tags) - 1 and tags[end] == "KON"
        if joint and tags[end + 1] in {"ART", "PPOSAT"} and low[end + 1] in articles:
            tags[number] = "ART"


def _genitive_articles() -> frozenset[str]:
    return words("clauses", "genitive_articles")


def _repair_stretch(
    low: Sequence[str], lemmas: list[str], tags: list[str], start: int, end: int, *, waiting: bool
) -> bool:
    """Correct one stretch; give whether a clause with its verb at the end still waits for it."""
    finite = [number for number in range(start, end) if tags[number] in _FINITE]
    if not finite and start == 0:
        finite = _past_behind_phrase(low, lemmas, tags, start, end) or _present_behind_phrase(low, tags, start, end)
    if len(finite) > 1 and _is_attribute(tags, start, finite[0]):
        tags[finite.pop(0)] = "ADJA"
    _relative(low, tags, start, end, finite, waiting=waiting)
    if (
        finite
        and finite[-1] == end - 1
        and tags[start] in {"APPR", "KOKOM", "ADV"}
        and low[start] in words("clauses", "subordinators")
    ):
        tags[start] = "KOUS"
    if tags[start] == "APPR" and low[start] in words("clauses", "infinitive_openers") and _ends_in_zu(tags, start, end):
        tags[start] = "KOUI"
    first_word = next((number for number in range(start, end) if tags[number] != "$("), start)
    openers = _OPENING if start else _OPENING - _QUESTIONS
    opened = any(tags[number] in openers for number in range(start, min(end, start + 3)))
    if opened:
        first = start
        for number in range(start + 2, end):
            if tags[number] == "KON" and number + 1 < end and tags[number + 1] in _OPENERS:
                _finite_at_end(low, lemmas, tags, first, number)
                first = number
        _finite_at_end(low, lemmas, tags, first, end)
    elif (
        not finite
        and start > 0
        and tags[first_word] in {"VVPP", "VVINF"}
        and _frames(low, lemmas, tags, first_word, end)
    ):
        tags[first_word] = "VVFIN"
    elif not finite and start == 0 and end < len(tags) and tags[end] == "$,":
        _finite_at_end(low, lemmas, tags, start, end)
    if len(finite) > 1:
        _bare_at_end(low, lemmas, tags, finite)
    if finite:
        _participle(low, lemmas, tags, start, end)
        _prefixes(low, tags, finite[0], end)
    found = any(tags[number] in _FINITE for number in range(start, end))
    return (opened or waiting) and not found


def _past_behind_phrase(low: Sequence[str], lemmas: list[str], tags: list[str], start: int, end: int) -> list[int]:
    """Give the verb that looks like an adjective behind a whole phrase, where a stretch has no other."""
    for number in range(start + 1, end - 1):
        ending = next((e for e in load("verbs")["past_endings"] if low[number].endswith(e)), None)
        if tags[number] == "ADJA" and ending is not None and tags[number - 1] in _WHOLE:
            tags[number] = "VVFIN"
            lemmas[number] = low[number].removesuffix(ending) + load("verbs")["past_endings"][ending]
            return [number]
    return []


def _present_behind_phrase(low: Sequence[str], tags: list[str], start: int, end: int) -> list[int]:
    """Give the verb that looks like an infinitive within a stretch that has no other ("Die Minister tagen in Rom")."""
    if low[start] in words("clauses", "infinitive_openers") or any(tags[n] in _OPENING for n in range(start, end)):
        return []
    for number in range(start + 1, end - 1):
        within = tags[number + 1] in {"APPR", "APPRART", "ADV", "ART", "PTKZU"} and tags[number - 1] in {"NN", "NE"}
        if tags[number] == "VVINF" and within:
            tags[number] = "VVFIN"
            return [number]
    return []


def _is_attribute(tags: Sequence[str], start: int, number: int) -> bool:
    """Whether the first of two verbs is a participle before a noun ("Die von Rom gestützte Regierung verhandelte")."""
    opened = any(tags[n] == "ART" and tags[n + 1] in {"APPR", "APPRART"} for n in range(start, number - 1))
    return opened and tags[number] == "VVFIN" and tags[number + 1] in {"ADJA", "NN"} and "KON" not in tags[start:number]


def _participle(low: Sequence[str], lemmas: list[str], tags: list[str], start: int, end: int) -> None:
    """What looks like a prefix at the end is a participle behind a reflexive ("hat sich dazu bekannt")."""
    participle = load("verbs")["participles"].get(low[end - 1])
    if participle is not None and {"VAFIN", "PRF"} <= set(tags[start:end]):
        tags[end - 1], lemmas[end - 1] = "VVPP", participle


def _ends_in_zu(tags: Sequence[str], start: int, end: int) -> bool:
    """Whether the stretch ends in an infinitive with "zu" and has no other verb."""
    split = end - start > 2 and tags[end - 1] == "VVINF" and tags[end - 2] == "PTKZU"
    return split or tags[end - 1] == "VVIZU"


def _relative(
    low: Sequence[str], tags: list[str], start: int, end: int, finite: Sequence[int], *, waiting: bool
) -> None:
    """What looks like an article behind a comma is a relative pronoun if the verb stands at the end."""
    first = start
    if start and end - start > 2 and tags[first] in {"APPR", "APPRART"}:
        first += 1
    last = end - 1
    while last > first and tags[last] == "$(":
        last -= 1
    if not start or low[first] not in words("clauses", "relatives") or last <= first:
        return
    at_end = finite[-1] == last if finite else _verb_follows(tags, end)
    governed = first > start and len(finite) <= 1 and not waiting and not _open_clauses(tags, start)
    cluster = bool(finite) and not waiting and at_end and tags[last - 1] in _BARE and last > first + 2
    if (
        tags[first] in {"ART", "PDS"}
        and at_end
        and (
            cluster
            or governed
            or _parts(tags, start, end)
            or (tags[first + 1] not in _PHRASE and tags[first + 1] not in _FINITE)
        )
    ):
        tags[first] = "PRELS"
    elif tags[first] == "PRELS" and _opens_phrase(tags, first, last, finite, at_end=at_end):
        tags[first] = "ART"


def _opens_phrase(tags: Sequence[str], first: int, last: int, finite: Sequence[int], *, at_end: bool) -> bool:
    """Whether what looks like a relative pronoun is an article, by the verb of the stretch from *first* to *last*."""
    phrase = tags[first + 1] in _PHRASE
    if not at_end and (
        (phrase and tags[last] not in _BARE)
        or (finite and _closes_attribute(tags, first, finite[0]))
        or (not finite and _has_attribute(tags, first, last))
    ):
        return True
    if finite:
        return False
    with_zu = tags[last] == "VVIZU" or tags[last - 1] == "PTKZU"  # No relative clause ends in such an infinitive.
    return with_zu or (phrase and _takes_infinitive(tags, first, last + 1))


def _closes_attribute(tags: Sequence[str], first: int, finite: int) -> bool:
    """Whether a noun with an attribute stands before the verb ("die seit Jahren geltende Regel verbietet das")."""
    goes_on = finite + 1 < len(tags) and tags[finite + 1] in {"KON", "KOKOM"}
    nouns = finite
    while nouns > first and tags[nouns - 1] in {"NN", "NE"}:
        nouns -= 1
    return not goes_on and nouns < finite and tags[nouns - 1] == "ADJA" and tags[first + 1] != "ADJA"


def _has_attribute(tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a stretch without a verb has a noun with a long attribute ("der im Exil lebende Politiker")."""
    opened = tags[first + 1] in {"APPR", "APPRART", "ADV"} and tags[last] not in _BARE
    return opened and any(tags[n] == "ADJA" and tags[n + 1] in {"NN", "NE"} for n in range(first + 3, last))


def _open_clauses(tags: Sequence[str], end: int) -> bool:
    """Whether a clause that has begun before still lacks its verb."""
    openers = sum(tag in _OPENERS for tag in tags[:end])
    return openers + 1 > sum(tag in _FINITE for tag in tags[:end])


def _takes_infinitive(tags: Sequence[str], start: int, end: int) -> bool:
    """Whether a modal verb before the stretch, which ends the sentence, has no infinitive but the last word."""
    finite = next((number for number in range(start - 1, -1, -1) if tags[number] in _FINITE), None)
    closed = end == len(tags) or tags[end] == "$."
    if finite is None or not closed or tags[finite] != "VMFIN" or tags[end - 1] not in _BARE:
        return False
    return not any(tag in _BARE or tag in _OPENERS for tag in tags[finite:start])


def _parts(tags: Sequence[str], start: int, end: int) -> bool:
    """Whether the stretch, up to the verb it waits for, parts words from their verb ("The president, who …, said")."""
    verb = next((number for number in range(start, len(tags)) if tags[number] in _FINITE), end - 1)
    behind = max(verb + 1, end)
    follows = behind + 1 < len(tags) and tags[behind] == "$," and tags[behind + 1] in _FINITE
    return follows and not any(tag in _FINITE or tag in _OPENERS for tag in tags[:start])


def _verb_follows(tags: Sequence[str], end: int) -> bool:
    """Whether the next piece with a finite verb has it at its end."""
    for number in range(end + 1, len(tags)):
        if tags[number] in _OPENERS:
            return False
        if tags[number] in _FINITE:
            return number + 1 == len(tags) or tags[number + 1] in {"$,", "$.", "$("}
    return False


def _finite_at_end(low: Sequence[str], lemmas: list[str], tags: list[str], start: int, end: int) -> None:
    """Where a clause has no finite verb, what ends it is one, if its form can be."""
    if any(tags[number] in _FINITE for number in range(start, end)):
        return
    last = end - 1
    while last > 0 and tags[last] == "$(":
        last -= 1
    if tags[last] not in _BARE or tags[last - 1] == "PTKZU" or not can_be_finite(low[last], lemmas[last]):
        return
    tags[last] = tags[last][:2] + "FIN"
    for number in range(start + 2, last):
        before = number - 1
        if tags[number] == "KON" and tags[before] in {"VVINF", "VVPP"} and can_be_finite(low[before], lemmas[before]):
            tags[before] = "VVFIN"


def _bare_at_end(low: Sequence[str], lemmas: list[str], tags: list[str], finite: Sequence[int]) -> None:
    """Behind an auxiliary or modal verb, a form that may be finite or not is not."""
    first = finite[0]
    for number in finite[1:]:
        if tags[number] == "VMFIN" and tags[first] == "VAFIN" and tags[number - 1] == "VVINF":
            tags[number] = "VMINF"
        modal = tags[first] == "VMFIN" and lemmas[number] == low[number]
        if tags[number] == "VAFIN" and modal and tags[number - 1] in {"VVPP", "VAPP"}:
            tags[number] = "VAINF"
        if tags[number] not in {"VVFIN", "VAFIN"} or (
            "KON" in tags[first:number] and not _waits(low, tags, first, number)
        ):
            continue
        if tags[number] == "VAFIN":
            if tags[first] == "VMFIN" and lemmas[number] == low[number]:
                tags[number] = "VAINF"
        elif tags[first] == "VAFIN" and participle_of(lemmas[number]) == low[number]:
            tags[number] = "VVPP"
        elif (tags[first] == "VMFIN" or lemmas[first] in words("verbs", "future")) and lemmas[number] == low[number]:
            tags[number] = "VVINF"


def _waits(low: Sequence[str], tags: Sequence[str], first: int, number: int) -> bool:
    """Whether a modal verb before a conjunction has no full verb yet, so that the conjunction joins no clauses."""
    if tags[first] != "VMFIN" or any(tag in _BARE for tag in tags[first:number]):
        return False
    joint = tags.index("KON", first)
    return not low[first].endswith("n") or tags[joint - 1] == tags[joint + 1] in {"ADJD", "ADV", "NE"}


def _frames(low: Sequence[str], lemmas: list[str], tags: list[str], first: int, end: int) -> bool:
    """Whether a verb of saying that stands first has its speaker behind it."""
    if lemmas[first] not in words("clauses", "saying") or not can_be_finite(low[first], lemmas[first]):
        return False
    return first + 1 < end and tags[first + 1] in {"NE", "NN", "ART", "PPER", "PPOSAT", "ADJA", "PIS"}


def _ends(low: Sequence[str], tags: Sequence[str], number: int) -> bool:
    """Whether a clause may end before this word, or before a closing mark of quotation with the end behind it."""
    behind = number
    while behind < len(tags) and low[behind] in _QUOTES:
        behind += 1
    if behind > number:
        return behind == len(tags) or tags[behind] in {"$,", "$."}
    return number == len(tags) or tags[number] in _BOUNDARY


def _prefixes(low: Sequence[str], tags: list[str], finite: int, end: int) -> None:
    """A preposition with nothing behind it is the prefix of the verb before it."""
    if tags[finite] != "VVFIN":
        return
    prefixes = words("verbs", "prefixes")
    for number in range(finite + 1, end):
        if low[number] not in prefixes or not _ends(low, tags, number + 1):
            continue
        loose = low[number] in words("verbs", "loose_prefixes")
        if tags[number] in {"APPR", "APZR"} or (tags[number] in {"ADV", "ADJD"} and not loose):
            tags[number] = "PTKVZ"
