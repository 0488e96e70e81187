"""Tags corrected where the sentence around a word tells more than the tagger saw."""

from collections.abc import Sequence
from functools import cache

from aktenlage.language.data import words
from aktenlage.language.insertions import ends_in_participle, verb_behind_insertion, waits_for_participle
from aktenlage.language.relatives import tell_relative
from aktenlage.language.tagger import tagger
from aktenlage.language.tags import BARE, FINITE, OPENERS, OPENING, PHRASE, QUESTIONS
from aktenlage.language.verbforms import can_be_finite, participle_of
from aktenlage.resources.load import load

_BOUNDARY = frozenset({"$,", "$.", "$(", "KON"})
_QUOTES = frozenset("„“”\"'’‚‘»«›‹*") | {"``", "''"}
# A list before an infinitive is no longer than so many tokens.
_LONGEST_LIST = 60
# What may stand at the end of a clause that a second one is joined to.
_ENDS = frozenset({"NN", "NE", "PTKVZ", "ADJD", "VVPP", "VVINF"})
_WHOLE = frozenset({"NN", "NE", "ADV", "PAV", "ADJD"})
# With these an object begins, so that what stands before them is no attribute of it.
_OBJECT_OPENERS = frozenset({"ART", "PPOSAT", "PRF", "APPR"})


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
    _behind_titles(low, tags)
    _conjunctions(low, lemmas, tags)
    _articles_in_lists(low, tags)
    _second_halves(low, tags)
    _joined_past(low, lemmas, tags)
    start = waiting = 0
    for number in range(len(tags) + 1):
        if number == len(tags) or tags[number] in {"$,", "$."}:
            if number > start:
                waiting = _repair_stretch(low, lemmas, tags, start, number, waiting=waiting)
            start = number + 1
    if "$," in tags and FINITE.isdisjoint(tags):
        _present_behind_phrase(low, tags, 0, len(tags))


def _second_halves(low: Sequence[str], tags: list[str]) -> None:
    """The second half of a conjunction joins two members where no verb stands between ("sowohl … als auch …")."""
    halves = load("clauses")["halves"]
    for number, word in enumerate(low):
        for half in halves.get(word, ()):
            first, _, more = half.partition(" ")
            for place in range(number + 2, len(low)):
                if tags[place] in FINITE:
                    break
                if low[place] == first and (not more or low[place + 1 : place + 2] == [more]):
                    tags[place] = "KON"
                    break


def _past_of_saying(low: Sequence[str], lemmas: list[str], tags: list[str], first: int, end: int) -> None:
    """What looks like an adjective before the speaker is a verb of saying ("…, betonten Kanzler Merz und …")."""
    lemma = _weak_past().get(low[first])
    if lemma is not None and first + 1 < end and tags[first + 1] in {"NE", "NN", "ART", "PPOSAT"}:
        tags[first], lemmas[first] = "VVFIN", lemma


def _joined_past(low: Sequence[str], lemmas: list[str], tags: list[str]) -> None:
    """What looks like an adjective behind a joint may be the second verb ("lobte den Plan und verlangte Geduld")."""
    for number in range(2, len(tags) - 1):
        joined = tags[number] == "ADJA" and tags[number - 1] in {"KON", "$,"} and tags[number - 2] in _ENDS
        lemma = _weak_past().get(low[number]) if joined else None
        if lemma is None or lemma in words("clauses", "also_attributes"):
            continue
        first = next((n for n in range(number - 1, -1, -1) if tags[n] in {"$.", "KOUS", "PRELS"}), -1)
        comma = tags[number - 1] == "$,"
        follows = {"KON"} if comma else {"NN", "NE", "ART", "PPOSAT", "ADJA", "PIAT"}
        if tags[number + 1] in follows and not FINITE.isdisjoint(tags[first + 1 : number]):
            tags[number], lemmas[number] = "VVFIN", lemma


@cache
def _weak_past() -> dict[str, str]:
    """Give the verbs of saying by the forms of their weak past."""
    stems = {verb: verb.removesuffix("n").removesuffix("e") for verb in words("clauses", "saying")}
    return {stem + ending: verb for verb, stem in stems.items() for ending in ("te", "ten", "ete", "eten")}


def _adverbs(low: Sequence[str], tags: list[str]) -> None:
    """Words that together are no more than an adverb: "unter anderem", "mehr als" before a number."""
    for number in range(len(tags) - 1):
        numbers = low[number + 1] == "als" and low[number] in words("clauses", "more_or_less")
        counted = numbers and number + 2 < len(tags) and tags[number + 2] == "CARD"
        behind = low[number + 2] if number + 2 < len(tags) else ""
        phrase = f"{low[number]} {low[number + 1]}" in words("clauses", "adverbial_phrases")
        if counted or (phrase and behind not in words("clauses", "no_adverb_before")):
            tags[number] = tags[number + 1] = "ADV"


def _behind_titles(low: Sequence[str], tags: list[str]) -> None:
    """The two letters behind a former office are no preposition and noun ("Minister a. D.")."""
    for number in range(len(tags) - 1):
        if f"{low[number]} {low[number + 1]}" in _retired():
            tags[number] = tags[number + 1] = "NE"


@cache
def _retired() -> frozenset[str]:
    return frozenset(mark.lower() for mark in words("offices", "retired"))


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
    """What looks like a relative pronoun opens a sentence or a member of a list: "…, die Parteien und die Verbände"."""
    articles = words("clauses", "list_articles")
    for number in range(1, len(tags) - 1):
        if tags[number] == "PRELS" and tags[number - 1] == "$.":
            tags[number] = "PDS"
        if tags[number] != "PRELS" or tags[number - 1] != "$," or low[number] not in articles:
            continue
        end = number + 1
        while end < len(tags) and (tags[end] in PHRASE or (tags[end] == "ART" and low[end] in _genitive_articles())):
            end += 1
        joint = number + 1 < end < len(tags) - 1 and tags[end] == "KON"
        if joint and tags[end + 1] in {"ART", "PPOSAT"} and low[end + 1] in articles:
            tags[number] = "ART"


def _genitive_articles() -> frozenset[str]:
    return words("clauses", "genitive_articles")


@cache
def _genitive_endings() -> tuple[str, ...]:
    return tuple(words("clauses", "genitive_endings"))


def _repair_stretch(
    low: Sequence[str], lemmas: list[str], tags: list[str], start: int, end: int, *, waiting: int
) -> int:
    """Correct one stretch; give how many clauses with their verb at the end still wait for it."""
    finite = [number for number in range(start, end) if tags[number] in FINITE]
    if not finite and start == 0:
        finite = _past_behind_phrase(low, lemmas, tags, start, end) or _present_behind_phrase(low, tags, start, end)
    if len(finite) > 1 and _is_attribute(tags, start, finite[0]):
        tags[finite.pop(0)] = "ADJA"
    tell_relative(low, lemmas, tags, start, end, finite, waiting=waiting)
    _opening(low, tags, start, end, finite)
    opens = tags[start] == "APPR" and low[start] in words("clauses", "infinitive_openers")
    if opens and (_ends_in_zu(tags, start, end) or _lists_up_to_zu(tags, start)):
        tags[start] = "KOUI"
    first_word = next((number for number in range(start, end) if tags[number] != "$("), start)
    openers = OPENING if start else OPENING - QUESTIONS
    opened = any(tags[number] in openers for number in range(start, min(end, start + 3)))
    if opened:
        _finite_in_each(low, lemmas, tags, start, end)
    elif (
        not finite
        and start > 0
        and tags[first_word] in {"VVPP", "VVINF"}
        and _frames(low, lemmas, tags, first_word, end)
    ):
        tags[first_word] = "VVFIN"
    elif not finite and start > 0 and tags[first_word] == "ADJA":
        _past_of_saying(low, lemmas, tags, first_word, end)
    elif not finite and start == 0 and end < len(tags) and tags[end] == "$,":
        _finite_at_end(low, lemmas, tags, start, end)
    if len(finite) > 1:
        _bare_at_end(low, lemmas, tags, finite)
    elif finite == [start] and waits_for_participle(tags, start):
        tags[start] = "VVPP" if ends_in_participle(lemmas, low, tags, start, end) else tags[start]
    if finite:
        _participle(low, lemmas, tags, start, end)
        _prefixes(low, tags, finite[0], end)
    elif not opened:
        _prefix_behind_list(low, tags, start, end)
    found = any(tags[number] in FINITE for number in range(start, end))
    return max(waiting + opened - found, 0)


def _opening(low: Sequence[str], tags: list[str], start: int, end: int, finite: Sequence[int]) -> None:
    """
    Tell a conjunction from a preposition by where the verb stands.

    It may stand behind an adverb ("Erst als Merz am Dienstag kam, …"), and is a preposition where the one verb, with
    its prefix at the end, stands in second place ("Während des Treffens lehnte er … ab").
    """
    first = start + (tags[start] == "ADV" and low[start] in words("clauses", "before_conjunction"))
    if first >= end - 1 or low[first] not in words("clauses", "subordinators"):
        return
    if not finite:
        if tags[first] in {"APPR", "KOKOM", "ADV"} and verb_behind_insertion(tags, end):
            tags[first] = "KOUS"
        return
    if first < finite[-1] == end - 1 and tags[first] in {"APPR", "KOKOM", "ADV"}:
        tags[first] = "KOUS"
    second = len(finite) == 1 and finite[0] < end - 1
    genitive = tags[first + 1] in {"ART", "PPOSAT"} and low[first + 1].endswith(_genitive_endings())
    noun = genitive or (tags[first + 1] in PHRASE | {"ART"} and low[end - 1] in words("verbs", "prefixes"))
    if second and noun and tags[first] == "KOUS" and low[first] in words("clauses", "also_prepositions"):
        tags[first] = "APPR"


def _finite_in_each(low: Sequence[str], lemmas: list[str], tags: list[str], start: int, end: int) -> None:
    """Find the verb at the end of each of the subordinate clauses that "und" joins in a stretch."""
    first = start
    for number in range(start + 2, end):
        if tags[number] == "KON" and number + 1 < end and tags[number + 1] in OPENERS:
            _finite_at_end(low, lemmas, tags, first, number)
            first = number
    _finite_at_end(low, lemmas, tags, first, end)


def _past_behind_phrase(low: Sequence[str], lemmas: list[str], tags: list[str], start: int, end: int) -> list[int]:
    """Give the verb that looks like an adjective or noun behind a whole phrase, where a stretch has no other."""
    strong = load("verbs")["strong_past"]
    for number in range(start + 1, end - 1):
        if low[number] in strong and tags[number] in {"NN", "NE"} and tags[number - 1] in _WHOLE | {"PPER"}:
            tags[number], lemmas[number] = "VVFIN", strong[low[number]]
            return [number]
        ending = next((e for e in load("verbs")["past_endings"] if low[number].endswith(e)), None)
        alone = tags[number - 1] == "PIAT" and tags[number + 1] in _OBJECT_OPENERS  # "Die beiden vereinbarten ein …"
        if tags[number] == "ADJA" and ending is not None and (alone or tags[number - 1] in _WHOLE):
            tags[number] = "VVFIN"
            tags[number - 1] = "PIS" if alone else tags[number - 1]
            lemmas[number] = low[number].removesuffix(ending) + load("verbs")["past_endings"][ending]
            return [number]
    return []


def _present_behind_phrase(low: Sequence[str], tags: list[str], start: int, end: int) -> list[int]:
    """Give the verb that looks like an infinitive within a stretch that has no other ("Die Minister tagen in Rom")."""
    if low[start] in words("clauses", "infinitive_openers") or any(tags[n] in OPENING for n in range(start, end)):
        return []
    for number in range(start + 1, end - 1):
        within = tags[number + 1] in {"APPR", "APPRART", "ADV", "ART", "PTKZU"} and tags[number - 1] in {"NN", "NE"}
        if tags[number] == "VVINF" and within:
            tags[number] = "VVFIN"
            return [number]
    return []


def _is_attribute(tags: Sequence[str], start: int, number: int) -> bool:
    """Whether the first of two verbs is a participle before a noun ("Die von Rom gestützte Regierung verhandelte")."""
    pairs = (n for n in range(number - 2, start - 1, -1) if tags[n] == "ART" and tags[n + 1] in {"APPR", "APPRART"})
    opened = next(pairs, None)
    if opened is None or "KON" in tags[opened:number]:
        return False
    return tags[number] == "VVFIN" and tags[number + 1] in {"ADJA", "NN"}


def _participle(low: Sequence[str], lemmas: list[str], tags: list[str], start: int, end: int) -> None:
    """What looks like a prefix at the end is a participle behind a reflexive ("hat sich dazu bekannt")."""
    participle = load("verbs")["participles"].get(low[end - 1])
    if participle is not None and {"VAFIN", "PRF"} <= set(tags[start:end]):
        tags[end - 1], lemmas[end - 1] = "VVPP", participle


def _ends_in_zu(tags: Sequence[str], start: int, end: int) -> bool:
    """Whether the stretch ends in an infinitive with "zu" and has no other verb."""
    split = end - start > 2 and tags[end - 1] == "VVINF" and tags[end - 2] == "PTKZU"
    return split or tags[end - 1] == "VVIZU"


def _lists_up_to_zu(tags: Sequence[str], start: int) -> bool:
    """Whether a list parts the word from its infinitive with "zu" ("um Merz, Macron und Tusk zu treffen")."""
    for tag in tags[start + 1 : start + _LONGEST_LIST]:
        if tag in {"PTKZU", "VVIZU"}:
            return True
        if tag in FINITE or tag in BARE or tag in OPENING or tag == "$.":
            return False
    return False


def _finite_at_end(low: Sequence[str], lemmas: list[str], tags: list[str], start: int, end: int) -> None:
    """Where a clause has no finite verb, what ends it is one, if its form can be."""
    if any(tags[number] in FINITE for number in range(start, end)):
        return
    last = end - 1
    while last > 0 and tags[last] == "$(":
        last -= 1
    if tags[last] not in BARE or tags[last - 1] == "PTKZU" or not can_be_finite(low[last], lemmas[last]):
        return
    tags[last] = tags[last][:2] + "FIN"
    for number in range(start + 2, last):
        before = number - 1
        if tags[number] == "KON" and tags[before] in {"VVINF", "VVPP"} and can_be_finite(low[before], lemmas[before]):
            tags[before] = "VVFIN"


def _bare_at_end(low: Sequence[str], lemmas: list[str], tags: list[str], finite: Sequence[int]) -> None:
    """Behind an auxiliary or modal verb, a form that may be finite or not is not."""
    for place, number in enumerate(finite[1:], start=1):
        first = next((n for n in reversed(finite[:place]) if tags[n] in {"VAFIN", "VMFIN"}), finite[0])
        if tags[number] == "VMFIN" and tags[first] == "VAFIN" and _awaits_modal(tags, first, number):
            tags[number] = "VMINF"
        modal = tags[first] == "VMFIN" and lemmas[number] == low[number]
        if tags[number] == "VAFIN" and modal and tags[number - 1] in {"VVPP", "VAPP"}:
            tags[number] = "VAINF"
        if tags[number] not in {"VVFIN", "VAFIN"} or (
            "KON" in tags[first:number] and not _waits(low, lemmas, tags, first, number)
        ):
            continue
        if tags[number] == "VAFIN":
            if tags[first] == "VMFIN" and lemmas[number] == low[number]:
                tags[number] = "VAINF"
        elif tags[first] == "VAFIN" and participle_of(lemmas[number]) == low[number]:
            tags[number] = "VVPP"
        elif (tags[first] == "VMFIN" or lemmas[first] in words("verbs", "future")) and lemmas[number] == low[number]:
            tags[number] = "VVINF"


def _awaits_modal(tags: Sequence[str], first: int, number: int) -> bool:
    """Whether a modal verb behind an infinitive ends what an auxiliary began ("hätte … eröffnet werden sollen")."""
    passive = tags[number - 1] == "VAINF" and BARE.isdisjoint(tags[first : number - 2])
    return tags[number - 1] == "VVINF" or passive


def _waits(low: Sequence[str], lemmas: Sequence[str], tags: Sequence[str], first: int, number: int) -> bool:
    """Whether a modal verb, or that of a future, lacks a full verb before a conjunction, which so joins no clauses."""
    waiting = tags[first] == "VMFIN" or lemmas[first] in words("verbs", "future")
    if not waiting or any(tag in BARE for tag in tags[first:number]):
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


def _prefix_behind_list(low: Sequence[str], tags: list[str], start: int, end: int) -> None:
    """Find the prefix that a list with commas parts from its verb: "saßen Merz, Macron und Tusk beieinander"."""
    if end == len(tags) or tags[end] != "$." or "KON" not in tags[start:end]:
        return
    before = next((n for n in reversed(range(start)) if tags[n] in FINITE or tags[n] in OPENING), None)
    if before is not None:
        _prefixes(low, tags, before, end)


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
