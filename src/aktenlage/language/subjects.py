"""Which phrase is the subject of a clause: evidence, weighed as learned from a treebank."""

from collections.abc import Iterator, Sequence
from functools import cache

from aktenlage.language import agreement
from aktenlage.language.bounds import genitive_name
from aktenlage.language.clauses import Draft
from aktenlage.language.data import words
from aktenlage.language.parts import Part
from aktenlage.language.segments import QUOTES
from aktenlage.language.timenouns import is_time
from aktenlage.model.language import Token, VerbForm, VerbGroup
from aktenlage.resources.load import load

# Names, with or without a title.
_NAMES = frozenset({"name", "named"})
# What two names are worth may differ by so much and tell nothing.
_TIE = 0.5
_SKIPPED = frozenset({"PRF", "$(", "ADV", "PTKNEG", "PAV"})


def find_subject(
    tokens: Sequence[Token], clause: Draft, group: VerbGroup | None, found: Sequence[Part], antecedent: Part | None
) -> int | None:
    """Give the number of the subject in *found*; *antecedent* is the phrase that a relative clause hangs on."""
    if group is None:
        return None
    candidates = open_parts(found)
    if clause.borrowed is not None and group.voice != "active":
        whole = (n for n, part in candidates if _kind(tokens, part) != "bare" and not is_time(tokens, part.head))
        return next(whole, None)
    if group.finite is None:
        return None
    weights = _weights()
    least = sum(weights.get(name, 0.0) for name in evidence_of_none(tokens, clause, group))
    worth = {
        number: sum(weights.get(name, 0.0) for name in evidence(tokens, clause, group, part, candidates, antecedent))
        for number, part in candidates
    }
    best = max(worth, key=lambda number: worth[number], default=None)
    if best is None or worth[best] <= least:
        return _only_one(tokens, clause, group, candidates)
    sure = _surely(tokens, clause, group, candidates)
    if sure is not None:
        return sure
    rivals = (number for number in worth if number != best and worth[best] - worth[number] < _TIE)
    best = next((number for number in rivals if _rather(tokens, group.finite, found[number], found[best])), best)
    if _goes_on_with_object(tokens, clause, group.finite, found[best]):
        return None
    if _is_done(tokens, clause, group, found[best], candidates) or _lasts(tokens, group, found[best]):
        return next((number for number, part in candidates if _does(tokens, group.finite, part)), best)
    return best


def _surely(
    tokens: Sequence[Token], clause: Draft, group: VerbGroup, candidates: Sequence[tuple[int, Part]]
) -> int | None:
    """
    Give the only phrase that can be nothing but a nominative ("wo sie der Präsident empfing").

    Of what somebody is or becomes, it is the person ("Sie ist der beste Präsident").
    """
    if group.voice != "active":
        return None
    if group.lemma in words("verbs", "copula"):
        persons = [number for number, part in candidates if _is_person(tokens[part.head])]
        return persons[0] if len(persons) == 1 else None
    sure = [(number, part) for number, part in candidates if _only_nominative(tokens, group, part)]
    if len(sure) != 1 or sure[0][1].holds in {"pronoun", "name"} or tokens[sure[0][1].first].tag != "ART":
        return None
    number, part = sure[0]
    head = tokens[part.head]
    differs = "number differs" in _agreement(tokens[group.finite or 0].verb, part, part.cases, head)
    before = part.first - 1 - (tokens[part.first - 1].text.lower() in words("clauses", "frame_openers"))
    apposed = before >= 0 and tokens[before].tag in {"$,", "$."} and before in clause.tokens
    return None if differs or apposed or is_time(tokens, part.head) else number


def _only_nominative(tokens: Sequence[Token], group: VerbGroup, part: Part) -> bool:
    """Whether it is surely a nominative; one who acts behind the verb is no genitive ("Iran warf der Minister …")."""
    others = part.cases & ~agreement.NOMINATIVE
    return not others & ~agreement.GENITIVE and (not others or _does(tokens, group.finite or 0, part))


def _is_person(head: Token) -> bool:
    """Whether it is a pronoun for a person, and not for a thing or nothing."""
    return head.tag == "PPER" and head.text.lower() not in words("cases", "expletive")


def _goes_on_with_object(tokens: Sequence[Token], clause: Draft, finite: int, part: Part) -> bool:
    """
    Whether a name is the object of a clause that begins with its verb and shares the subject before it.

    So is "Iran" in "Er wies das zurück und warf Iran Betrug vor".
    """
    first = next((number for number in clause.tokens if tokens[number].tag[0] not in "$K"), finite)
    quoted = finite > 1 and tokens[finite - 2].text in QUOTES  # "…“, versuchte Karl Meier zu erklären"
    goes_on = clause.beside is not None and first == finite and not quoted
    return goes_on and part.holds == "name" and not part.members


def _is_done(
    tokens: Sequence[Token], clause: Draft, group: VerbGroup, part: Part, candidates: Sequence[tuple[int, Part]]
) -> bool:
    """
    Whether a phrase before the verb is what somebody does, and nobody who acts ("Das Treffen sagte Merz ab").

    It may stand behind the verb as well where the participle comes first ("Vorbereitet hatte das Treffen Merz"), or
    behind who does it ("führten Merz und Macron Gespräche").
    """
    may_be_object = part.holds == "noun" and part.cases & agreement.ACCUSATIVE and not part.members
    if group.finite is None or not may_be_object or group.voice != "active":
        return False
    fronted = group.tokens[0] < group.finite
    before = clause.kind == "main" and (part.last <= group.finite or fronted)
    behind = any(other.last <= part.first and _does(tokens, group.finite, other) for _, other in candidates)
    thing = tokens[part.head].text.lower().endswith(tuple(words("cases", "things_done")))
    return (before or behind) and thing and group.lemma in words("cases", "deeds")


def _lasts(tokens: Sequence[Token], group: VerbGroup, part: Part) -> bool:
    """Whether a counted time before the verb says how long somebody acts ("Drei Stunden saßen Minister beisammen")."""
    before = group.finite is not None and part.last <= group.finite and group.voice == "active"
    counted = tokens[part.head].lemma in words("cases", "durations") and tokens[part.head - 1].pos == "NUM"
    return before and counted and part.holds == "noun"


def _does(tokens: Sequence[Token], finite: int, part: Part) -> bool:
    """Whether a phrase behind the verb names someone who acts, or stands for her, in the number of the verb."""
    head = tokens[part.head]
    she = _is_person(head) and part.head == finite + 1 and part.cases & agreement.ACCUSATIVE
    agent = head.text.lower().endswith(tuple(words("cases", "agent_endings")))
    acts = bool(she) or agent or part.holds in _NAMES
    differs = "number differs" in _agreement(tokens[finite].verb, part, part.cases, head)
    return part.first > finite and acts and not differs and not is_time(tokens, part.head)


def _rather(tokens: Sequence[Token], finite: int, part: Part, other: Part) -> bool:
    """
    Whether of two that may be the subject a phrase is it, though little speaks for it.

    Of two names, or a pronoun and a name, it is the one before the verb ("Die SPD kritisiert Kanzlerin Merkel"), of
    "sie" and "das" the person ("sie lehne das ab").
    """
    person = tokens[part.head].tag == "PPER"
    if person and tokens[other.head].tag == "PDS":
        return True
    return part.last <= finite < other.first and (person or part.holds in _NAMES) and other.holds in _NAMES


def _only_one(
    tokens: Sequence[Token], clause: Draft, group: VerbGroup, candidates: Sequence[tuple[int, Part]]
) -> int | None:
    """Give the only list of a main clause whose active verb is plural: that must have a subject."""
    verb = tokens[group.finite or 0].verb
    needs = clause.kind == "main" and clause.beside is None and group.voice == "active"
    if not needs or len(candidates) != 1 or verb is None or verb.numbers != ("plural",):
        return None
    number, part = candidates[0]
    return number if part.plural and not is_time(tokens, part.head) else None


def open_parts(found: Sequence[Part]) -> list[tuple[int, Part]]:
    """Phrases that may be the subject, with their numbers."""
    return [
        (number, part)
        for number, part in enumerate(found)
        if part.preposition is None and not part.genitive and part.cases & agreement.NOMINATIVE
    ]


def evidence_of_none(tokens: Sequence[Token], clause: Draft, group: VerbGroup) -> list[str]:
    """What speaks for a clause without a subject of its own."""
    finite = group.finite or 0
    names = ["none"]
    first = next((number for number in clause.tokens if tokens[number].tag[0] != "$"), finite)
    if clause.beside is not None:
        joined = tokens[first].tag == "KON"
        verb_first = finite == first + joined
        names.append("none shared" if verb_first else "none beside")
    elif all(token.tag[0] == "$" for token in tokens[:finite]):
        names.append("none verb first")
    verb = tokens[finite].verb
    if verb is not None and verb.persons and 3 not in verb.persons:
        names.append("none first person")
    if group.voice == "passive":
        names.append("none passive")
    return names


def evidence(
    tokens: Sequence[Token],
    clause: Draft,
    group: VerbGroup,
    part: Part,
    candidates: Sequence[tuple[int, Part]],
    antecedent: Part | None,
) -> list[str]:
    """What speaks for and against a phrase as subject, by name."""
    head = tokens[part.head]
    cases = _cases(part, clause, antecedent)
    names = [f"kind {_kind(tokens, part)}", f"case {_case(cases)}"]
    names.extend(_agreement(tokens[group.finite or 0].verb, part, cases, head))
    position = _position(tokens, clause, group.finite or 0, part)
    names.append(f"at {position}")
    names.append(f"{part.holds} at {position}")
    names.append(f"{_kind(tokens, part)} {_case(cases)}")
    order = next(place for place, (_, other) in enumerate(candidates) if other is part)
    names.append(f"order {min(order, 3)} of {min(len(candidates), 4)}")
    names.extend(_special(tokens, clause, group, part, position))
    if _case(cases) != "nominative" and any(_case(other.cases) == "nominative" for _, other in candidates):
        names.append("another is nominative")
    return names


def _special(tokens: Sequence[Token], clause: Draft, group: VerbGroup, part: Part, position: str) -> Iterator[str]:
    head = tokens[part.head]
    word = head.text.lower()
    if is_time(tokens, part.head):
        yield "time"
    if head.tag == "CARD":
        yield "number"
    if clause.introducer == part.head:
        yield "introducer"
    if group.lemma in words("verbs", "copula"):
        yield f"copula {_kind(tokens, part)}"
        yield f"copula at {position}"
        if word in words("cases", "pointing"):
            yield "copula pointing"
    elif word in words("cases", "expletive"):
        yield "expletive verb" if group.lemma in words("cases", "presentational") else f"expletive at {position}"
        if group.lemma in words("cases", "impersonal"):
            yield "expletive impersonal"
    if group.voice != "active":
        yield f"passive {_case(part.cases)}"
    if word.endswith(tuple(words("cases", "agent_endings"))):
        yield "agentive"
    if clause.kind == "inserted":
        yield f"inserted {part.holds} {position}"


def _kind(tokens: Sequence[Token], part: Part) -> str:
    if part.holds in {"pronoun", "name"}:
        return "pronoun " + tokens[part.head].tag if part.holds == "pronoun" else "name"
    first = tokens[part.first]
    if first.tag == "ART":
        return "definite" if first.text[0] in "dD" else "indefinite"
    if part.holds == "named":
        return "named"
    if part.first < part.head and first.tag == "NE" and genitive_name(tokens, part.first):
        return "definite"  # "Polens Minister" is as good as "der Minister Polens".
    return "determined" if first.tag[:2] in {"PD", "PI", "PP"} else "bare"


def _cases(part: Part, clause: Draft, antecedent: Part | None) -> int:
    """The readings of a phrase; a relative pronoun agrees with what it goes back to."""
    if antecedent is None or clause.introducer != part.head or clause.kind != "relative":
        return part.cases
    allowed = 0
    if antecedent.plural or not antecedent.cases & agreement.SINGULAR:
        allowed |= agreement.PLURAL
    elif not antecedent.cases & agreement.PLURAL:
        allowed |= agreement.SINGULAR
    return part.cases & allowed or part.cases


def _case(cases: int) -> str:
    if not cases & ~agreement.NOMINATIVE:
        return "nominative"
    if cases & agreement.ACCUSATIVE:
        return "direct" if not cases & (agreement.DATIVE | agreement.GENITIVE) else "any"
    return "oblique"


def _agreement(verb: VerbForm | None, part: Part, cases: int, head: Token) -> Iterator[str]:
    if verb is None or not verb.numbers:
        return
    nominative = cases & agreement.NOMINATIVE
    plural = part.plural or bool(nominative & agreement.PLURAL)
    singular = bool(nominative & agreement.SINGULAR)
    fits = ("plural" in verb.numbers and plural) or ("singular" in verb.numbers and singular)
    if not fits:
        yield "number differs"
    elif "plural" in verb.numbers and "singular" not in verb.numbers:
        yield "plural joined" if part.plural else "plural fits"
    elif part.plural:
        yield "singular joined"
    word = head.text.lower()
    person = 1 if word in words("cases", "first_person") else 2 if word in words("cases", "second_person") else 3
    if verb.persons and person not in verb.persons:
        yield "person differs"


def _position(tokens: Sequence[Token], clause: Draft, finite: int, part: Part) -> str:
    if clause.verb_last:
        start = clause.tokens[0] if clause.introducer is None else clause.introducer + 1
        return "head" if _only_skipped(tokens, start, part.first) else "inside"
    if part.last <= finite:
        return "before" if _only_skipped(tokens, part.last, finite) else "far before"
    return "behind" if _only_skipped(tokens, finite + 1, part.first) else "far behind"


def _only_skipped(tokens: Sequence[Token], start: int, end: int) -> bool:
    return all(tokens[number].tag in _SKIPPED for number in range(start, end))


@cache
def _weights() -> dict[str, float]:
    return {str(name): float(weight) for name, weight in load("subjects").items()}
