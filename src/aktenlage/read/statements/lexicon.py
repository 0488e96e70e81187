"""The words of saying: verbs, nouns and function words, as the resource files hold them, ready for look-up."""

from dataclasses import dataclass
from functools import cache

from aktenlage.model.annotation import Act, Medium
from aktenlage.resources.load import load


@dataclass(frozen=True, slots=True)
class Verb:
    """
    A verb of saying.

    *needs* are the words that must stand in its clause too ("Abrede" for "in Abrede stellen"), *takes* what may
    say what was said: ``clause``, ``dass``, ``infinitive``, ``object``, ``naming``; *addressee* is a case; *cites* says
    that the subject of its passive speaks.
    """

    lemma: str
    prefix: str = ""
    needs: tuple[str, ...] = ()
    medium: Medium = "speech"
    act: Act | None = None
    takes: frozenset[str] = frozenset()
    addressee: str | None = None
    cites: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of saying: *source* behind "nach", *clause* with a complement, *quote* before a verbatim quotation."""

    group: str
    medium: Medium
    act: Act | None = None
    source: bool = False
    clause: bool = False
    quote: bool = False
    of: frozenset[str] = frozenset()


@cache
def words(kind: str) -> frozenset[str]:
    """Give the function words of a kind, in lower case."""
    return frozenset(load("speech/marks")["words"][kind])


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Give the verbs of saying by their lemma, those that need most other words first."""
    found: dict[tuple[str, tuple[str, ...]], Verb] = {}
    for group in (*load("speech/verbs")["verbs"], *load("speech/phrases")["verbs"]):
        for entry in group["verbs"]:
            *needs, barred = entry.split(" ")
            prefix, _, _ = barred.rpartition("|")
            lemma = barred.replace("|", "")
            needed = tuple(word.lower() for word in needs)
            known = found.get((lemma, needed))
            takes = frozenset(group["takes"])
            if known is None:
                found[lemma, needed] = Verb(
                    lemma,
                    prefix,
                    needed,
                    group["medium"],
                    group.get("act"),
                    takes,
                    group.get("addressee"),
                    group.get("cites", False),
                )
            else:
                found[lemma, needed] = Verb(
                    lemma,
                    known.prefix,
                    needed,
                    known.medium,
                    known.act or group.get("act"),
                    known.takes | takes,
                    known.addressee or group.get("addressee"),
                )
    by_lemma: dict[str, list[Verb]] = {}
    for verb in found.values():
        by_lemma.setdefault(verb.lemma, []).append(verb)
    return {lemma: tuple(sorted(entries, key=lambda verb: -len(verb.needs))) for lemma, entries in by_lemma.items()}


@cache
def _nouns() -> dict[str, Noun]:
    table: dict[str, Noun] = {}
    for group in load("speech/nouns")["nouns"]:
        for form in group["forms"]:
            known = table.get(form.lower())
            if known is not None:
                source, clause = group.get("source", False), group.get("clause", False)
                quote = group.get("quote", False)
                table[form.lower()] = Noun(
                    known.group,
                    known.medium,
                    known.act,
                    known.source or source,
                    known.clause or clause,
                    known.quote or quote,
                    known.of,
                )
                continue
            table[form.lower()] = Noun(
                group["id"],
                group["medium"],
                group.get("act"),
                group.get("source", False),
                group.get("clause", False),
                group.get("quote", False),
                frozenset(group.get("of", ())),
            )
    return table


_SHORTEST_END = 4


@cache
def _whole() -> frozenset[str]:
    return frozenset(form.lower() for form in load("speech/nouns")["whole"]["forms"])


@cache
def _noun_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(form) for form in _nouns() if len(form) >= _SHORTEST_END}, reverse=True))


def noun(word: str) -> Noun | None:
    """Give the noun of saying that the word is, or that its compound ends in."""
    folded = word.lower()
    table = _nouns()
    found = table.get(folded)
    if found is not None or not word[:1].isupper():
        return found if word[:1].isupper() else None
    for length in _noun_lengths():
        if length < len(folded) - 1 and (ending := folded[-length:]) in table and ending not in _whole():
            return table[ending]
    return None
