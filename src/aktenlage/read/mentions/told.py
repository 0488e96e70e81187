"""People told before, by what they are there: "der Gast", "die Minister", and whose meeting it is: "sein Treffen"."""

from collections.abc import Iterator
from dataclasses import replace

from aktenlage.model.candidate import Candidate, RoleUse
from aktenlage.read.mentions.lexicon import adjective_of, role_of, words
from aktenlage.read.mentions.row import Row


def read_told(row: Row, at: int) -> Iterator[Candidate]:
    """Read a noun for one guest, or for several people told before."""
    word = row.texts[at]
    if not _are_told(row, at):
        if word in words("guests") or word in words("female_guests"):
            yield from _guest(row, at)
    else:
        role = role_of(word) if word not in words("any_people") else None
        roles = (RoleUse(word, role.office, role.noun),) if role else ()
        yield replace(row.candidate(at - 1, at + 1, "description", "several"), plural=True, roles=roles)


def read_owner(row: Row, at: int) -> Iterator[Candidate]:
    """Read the possessive before an encounter: one man's ("sein Treffen"), or one woman's or several people's."""
    low = row.low(at)
    if low in words("possessives") and _before_encounter(row, at):
        male = low.startswith(tuple(words("his")))
        candidate = row.candidate(at, at + 1, "pronoun", "pronoun" if male else "either")
        yield replace(candidate, sex="m" if male else "f", role="modifier", subject=False)


def _guest(row: Row, at: int) -> Iterator[Candidate]:
    """Read "der Gast" or "den polnischen Gast", whom no name behind it explains."""
    female = row.texts[at] in words("female_guests")
    states = adjective_of(row.low(at - 1)) if row.tokens[at - 1].tag == "ADJA" else ()
    first = at - 2 if states else at - 1
    articles = (*words("feminine_articles"), *words("oblique_articles")) if female else words("guest_articles")
    named = row.word(at + 1)[:1].isupper() and role_of(row.word(at + 1)) is None
    if first >= 0 and row.low(first) in (*articles, *words("possessives")) and not named:
        candidate = row.candidate(first, at + 1, "description", "guest", *states)
        yield replace(candidate, sex="f") if female else candidate


def _before_encounter(row: Row, at: int) -> bool:
    """Whether the noun to which the possessive belongs names a meeting or journey."""
    phrases = (p for clause in row.sentence.clauses for p in clause.phrases if p.first <= at < p.head)
    heads = (row.texts[p.head].lower() for p in phrases if at - p.first <= (p.preposition is not None))
    return any(head.endswith(tuple(words("owned"))) for head in heads)


def _are_told(row: Row, at: int) -> bool:
    """Whether a plural with its article means people told before, and no words behind it say which ("die Minister")."""
    word, article, behind = row.texts[at], row.low(at - 1), row.word(at + 1)
    role = role_of(word)
    if word not in words("any_people") and (role is None or not role.plural):
        return False
    dative = article in words("accusative_articles") and word.endswith(tuple(words("dative_endings")))
    agents = {phrase.first for clause in row.sentence.clauses for phrase in clause.phrases if phrase.role == "agent"}
    of = behind.lower() in (*words("of"), *words("out_of"), ",") and at + 1 not in agents
    theirs = article in words("possessives") and word in words("any_people")
    return (dative or theirs or article in words("feminine_articles")) and not (of or behind[:1].isupper())
