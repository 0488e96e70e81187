"""All verb forms of a clause as one: lemma with its prefix, tense, mood, voice, modality."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from aktenlage.language.clauses import Draft
from aktenlage.language.data import words
from aktenlage.language.names import is_given_name
from aktenlage.language.segments import BARE
from aktenlage.language.timenouns import is_time
from aktenlage.language.verbforms import takes_be
from aktenlage.model.language import Mood, Tense, Token, VerbForm, VerbGroup, Voice
from aktenlage.resources.load import load

_MODAL_AND_PARTICIPLE = 2
_BEFORE_ADJECTIVES = frozenset({"ART", "APPR", "APPRART", "PIAT", "PPOSAT", "PDAT"})
_INSIDE_ATTRIBUTES = frozenset({"ADV", "ADJD"})
# A negation that excepts somebody has a comma and a word before it, or a word and somebody's name behind it.
_BEFORE_EXCEPTED = 2
_OPENS_PHRASE = frozenset({"ART", "NE", "NN", "ADJA", "PPOSAT"})
_WITHIN_PHRASE = frozenset({"ART", "ADJA", "NN", "NE", "CARD", "PPOSAT", "PIAT", "PDAT", "KON", "$("})


def verb_group(tokens: Sequence[Token], clause: Draft) -> VerbGroup | None:
    """Give the verb group of the clause; None where it has no verb."""
    if clause.finite is None:
        return _nonfinite(tokens, clause) if clause.borrowed is None else _borrowing(tokens, clause, clause.borrowed)
    finite = tokens[clause.finite]
    cluster = _cluster(tokens, clause, clause.finite)
    chain = [clause.finite, *reversed(cluster)]
    full = tokens[chain[-1]]
    members = sorted(chain)
    lemma = full.lemma
    if len(chain) == 1 and (prefix := _prefix(tokens, clause, clause.finite)) is not None:
        lemma = tokens[prefix].text.lower() + lemma
        members.append(prefix)
    zu = [number for number in clause.tokens if tokens[number].tag == "PTKZU" and number + 1 in cluster]
    members = sorted([*members, *zu])
    shared = _shared_auxiliary(tokens, chain)
    voice, perfect, future = _layers(tokens, [*chain[:-1], shared, chain[-1]] if shared is not None else chain)
    if voice == "passive" and not future and _does_something(tokens, clause, full):
        voice, future = "active", True
    modal = next((tokens[number].lemma for number in chain[:-1] if tokens[number].tag[:2] == "VM"), None)
    moods = finite.verb.moods if finite.verb else ()
    mood: Mood | None = moods[0] if moods else None
    if finite.tag.endswith("IMP"):
        mood = "imperative"
    if clause.kind == "adverbial" and clause.introducer is None and "subjunctive_2" in moods:
        mood = "subjunctive_2"
    tense = _tense(finite.verb, perfect=perfect, future=future)
    return VerbGroup(lemma, tuple(members), clause.finite, tense, mood, voice, modal)


def _shared_auxiliary(tokens: Sequence[Token], chain: Sequence[int]) -> int | None:
    """Give the infinitive that two participles behind a modal verb share ("soll … getroffen und … haben")."""
    if len(chain) != _MODAL_AND_PARTICIPLE or tokens[chain[0]].tag != "VMFIN" or tokens[chain[1]].tag != "VVPP":
        return None
    last = max(chain)
    return next((number for number in range(last + 1, len(tokens)) if tokens[number].tag == "VAINF"), None)


def _borrowing(tokens: Sequence[Token], clause: Draft, finite: int) -> VerbGroup | None:
    """A clause that leaves out the finite verb of the one before: "hat A getroffen und B besucht"."""
    run = _last_run(tokens, [number for number in clause.tokens if tokens[number].tag in BARE])
    if not run:
        return None
    chain = [finite, *reversed(run)]
    voice, perfect, future = _layers(tokens, chain)
    verb = tokens[finite].verb
    modal = tokens[finite].lemma if tokens[finite].tag[:2] == "VM" else None
    mood = verb.moods[0] if verb and verb.moods else None
    tense = _tense(verb, perfect=perfect, future=future)
    return VerbGroup(tokens[run[0]].lemma, tuple(run), None, tense, mood, voice, modal)


def _nonfinite(tokens: Sequence[Token], clause: Draft) -> VerbGroup | None:
    verbs = [number for number in clause.tokens if tokens[number].tag in BARE]
    if not verbs or clause.kind == "fragment":
        return None
    run = _last_run(tokens, verbs)
    chain = list(reversed(run))
    voice, perfect, _ = _layers(tokens, chain)
    modal = next((tokens[number].lemma for number in chain[:-1] if tokens[number].tag[:2] == "VM"), None)
    zu = [number for number in clause.tokens if tokens[number].tag == "PTKZU" and number + 1 in run]
    members = tuple(sorted([*run, *zu]))
    return VerbGroup(tokens[run[0]].lemma, members, None, "perfect" if perfect else "present", None, voice, modal)


def _cluster(tokens: Sequence[Token], clause: Draft, finite: int) -> list[int]:
    """Give the bare verb forms that belong to the finite verb, the innermost first."""
    lemma, tag = tokens[finite].lemma, tokens[finite].tag
    if tag[:2] == "VV":
        return []
    verbs = [number for number in clause.tokens if tokens[number].tag in BARE]
    if clause.verb_last:
        verbs = [number for number in verbs if number < finite]
        run = _last_run(tokens, verbs) if verbs and _touches(tokens, verbs[-1], finite) else []
        if not run:
            run = _last_run(
                tokens, [number for number in clause.tokens if tokens[number].tag in BARE and number > finite]
            )
    else:
        behind = [number for number in verbs if number > finite]
        run = _last_run(tokens, behind) if behind else _last_run(tokens, verbs)
    if run and _has_zu(tokens, run[-1]) and tag[:2] == "VA" and lemma not in words("verbs", "with_zu"):
        return []
    return run


def _touches(tokens: Sequence[Token], verb: int, finite: int) -> bool:
    return all(tokens[number].tag in {"$(", "PTKZU"} for number in range(verb + 1, finite))


def _has_zu(tokens: Sequence[Token], number: int) -> bool:
    return tokens[number].tag == "VVIZU" or (number > 0 and tokens[number - 1].tag == "PTKZU")


def _last_run(tokens: Sequence[Token], verbs: Sequence[int]) -> list[int]:
    """Give the last stretch of neighbouring verb forms."""
    run: list[int] = []
    for number in reversed(verbs):
        if run and not all(tokens[between].tag in {"PTKZU", "$("} for between in range(number + 1, run[0])):
            break
        run.insert(0, number)
    return run


def _prefix(tokens: Sequence[Token], clause: Draft, finite: int) -> int | None:
    """Give the separated prefix of the finite verb."""
    if tokens[finite].tag[:2] != "VV" and tokens[finite].lemma not in words("verbs", "having"):
        return None
    found = [number for number in clause.tokens if number > finite and tokens[number].tag == "PTKVZ"]
    if found and tokens[finite].lemma in _adverbial_beside().get(tokens[found[-1]].text.lower(), ()):
        return None
    return found[-1] if found else None


@cache
def _adverbial_beside() -> dict[str, frozenset[str]]:
    return {prefix: frozenset(verbs) for prefix, verbs in load("verbs")["adverbial_prefixes"].items()}


def _layers(tokens: Sequence[Token], chain: Sequence[int]) -> tuple[Voice, bool, bool]:
    """Read the chain from the outermost verb inwards: voice, whether perfect, whether future."""
    voice: Voice = "active"
    perfect = future = False
    for outer, inner in pairwise(chain):
        lemma, form = tokens[outer].lemma, tokens[inner].tag
        if lemma in words("verbs", "passive"):
            if form in {"VVPP", "VAPP"}:
                voice = "passive"
            else:
                future = True
        elif lemma in words("verbs", "having"):
            perfect = perfect or not _has_zu(tokens, inner)
        elif lemma in words("verbs", "being"):
            if form == "VAPP" or (form == "VVPP" and takes_be(tokens[inner].lemma)):
                perfect = True
            elif form == "VVPP":
                voice = "stative"
            elif _has_zu(tokens, inner):
                voice = "passive"
    return voice, perfect, future


def _does_something(tokens: Sequence[Token], clause: Draft, full: Token) -> bool:
    """Whether what may be a participle is an infinitive by its object ("wird den Präsidenten empfangen")."""
    if full.text.lower() != full.lemma.lower():
        return False
    said = [tokens[n].text.lower() for n in clause.tokens]
    articles, agents = words("verbs", "accusative_words"), words("cases", "agent_prepositions")
    objects = (n for n in clause.tokens if tokens[n].text.lower() in articles)
    governed = {"APPR", "APPRART", "KON"}
    if not agents.isdisjoint(said):
        return False
    plain = any(not n or tokens[n - 1].tag not in governed for n in objects)
    return plain or (full.lemma in words("verbs", "without_dative") and _two_actors(tokens, clause))


def _two_actors(tokens: Sequence[Token], clause: Draft) -> bool:
    """
    Whether two are named, neither by a preposition: one before the verb and one behind it, or both behind it.

    Two behind it stand apart ("wird Merz am Montag Macron empfangen"), not joined or explained.
    """
    finite = clause.finite or 0
    open_names = [n for n in clause.tokens if tokens[n].tag in {"NE", "NN"} and not _governed(tokens, n)]
    behind = [n for n in open_names if n > finite and tokens[n].tag == "NE"]
    if any(n < finite and not is_time(tokens, n) for n in open_names):
        return bool(behind)
    return any(_stand_apart(tokens, one, other) for one, other in pairwise(behind))


def _stand_apart(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether nothing between two names joins them or says whose the second is; full names may follow each other."""
    between = tokens[one + 1 : other]
    full = is_given_name(tokens[one - 1].text) and is_given_name(tokens[other].text)
    if not between and full and not is_given_name(tokens[one].text):
        return True
    return bool(between) and between[0].tag in {"APPR", "APPRART", "ADV", "NN"} and tokens[other - 1].tag != "KON"


def _governed(tokens: Sequence[Token], number: int) -> bool:
    """Whether a preposition stands before the noun and its attributes."""
    place = number - 1
    while place >= 0 and tokens[place].tag in _WITHIN_PHRASE:
        if tokens[place].tag == "NN" and is_time(tokens, place):
            return False  # "am Montag Macron"
        place -= 1
    return place >= 0 and tokens[place].tag in {"APPR", "APPRART"}


def _tense(finite: VerbForm | None, *, perfect: bool, future: bool) -> Tense:
    past = finite is not None and finite.tense == "past"
    conditional = finite is not None and finite.moods[:1] == ("subjunctive_2",)
    if conditional:
        return "perfect" if perfect else "present"
    if future:
        return "future_perfect" if perfect else "future"
    if perfect:
        return "pluperfect" if past else "perfect"
    return "past" if past else "present"


def is_negated(tokens: Sequence[Token], clause: Draft) -> bool:
    """Whether the clause's verb is negated."""
    for number in clause.tokens:
        token = tokens[number]
        word = token.text.lower()
        if word in words("clauses", "negations"):
            behind = tokens[number + 1].text.lower() if number + 1 < len(tokens) else ""
            elsewhere = negates_attribute(tokens, number) or excepted_from(tokens, number) is not None
            if behind not in words("clauses", "not_only") and not elsewhere:
                return True
        elif token.tag == "PIAT" and token.lemma in words("clauses", "negated_determiner"):
            return True
    return False


def excepted_from(tokens: Sequence[Token], number: int) -> int | None:
    """Give the token behind a negation that only excepts somebody from what is told ("Merz, nicht aber Macron, …")."""
    if number < _BEFORE_EXCEPTED or number + _BEFORE_EXCEPTED >= len(tokens):
        return None
    turning = words("clauses", "excepting")
    if tokens[number - 1].text == "," and tokens[number + 1].text.lower() in turning:
        behind = number + 2
    elif tokens[number - 2].text == "," and tokens[number - 1].text.lower() in turning:
        behind = number + 1
        marks = (token.tag[0] for token in tokens[behind:] if token.tag[0] in "$V")
        if next(marks, "$") == "V":
            return None  # "Er kam, wollte aber nicht Macron treffen."
    else:
        return None
    return behind if tokens[behind].tag in _OPENS_PHRASE else None


def negates_attribute(tokens: Sequence[Token], number: int) -> bool:
    """Whether a negation belongs to an adjective before its noun ("der nicht anerkannten Republik")."""
    if not number or tokens[number - 1].tag not in _BEFORE_ADJECTIVES:
        return False
    following = next((token for token in tokens[number + 1 : number + 4] if token.tag not in _INSIDE_ATTRIBUTES), None)
    return following is not None and following.tag == "ADJA"
