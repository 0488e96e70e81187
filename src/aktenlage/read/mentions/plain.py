"""What is named outright: people, states and bodies, capitals that stand for a government, inhabitants."""

from collections.abc import Iterator
from dataclasses import replace

from aktenlage.model.candidate import Candidate
from aktenlage.read.mentions.atoms import Atom
from aktenlage.read.mentions.lexicon import People, adjective_of, organ_of, words
from aktenlage.read.mentions.namewords import Name
from aktenlage.read.mentions.row import Row
from aktenlage.resources.gazetteer import Place


def read_plain(row: Row) -> Iterator[Candidate]:
    """Give the candidates of names, after offices and bodies have been read."""
    for at in sorted(row.atoms):
        atom = row.atoms[at]
        if atom.name:
            yield _person(row, atom, atom.name)
        elif atom.place:
            yield from _place(row, atom, atom.place)
        elif atom.people and atom.people.plural and not (_qualifies(row, atom) or _one(row, atom)):
            yield _people(row, atom, atom.people)
        elif atom.people and atom.people.singular and _native(row, atom):
            yield replace(
                row.candidate(atom.first - 1, atom.last, "description", "native", atom.people.of),
                sex=atom.people.sex,
                subject=row.subject(atom.first),
            )


def _person(row: Row, atom: Atom, name: Name) -> Candidate:
    candidate = row.candidate(atom.first, atom.last, "name", "person")
    end = candidate.end
    if name.genitive:
        end -= len(row.texts[atom.last - 1]) - len(name.words[-1])
    before = row.ends.get(atom.first)
    return replace(
        candidate,
        end=end,
        name=" ".join(name.words),
        roles=tuple(row.roles.get(atom.first, ())),
        sex=name.sex or (before.role.sex if before and before.role else None),
        strong=name.strong,
        party=_party(row, atom),
    )


def _party(row: Row, atom: Atom) -> str | None:
    """Give the party in brackets behind a name."""
    if row.word(atom.last) != "(":
        return None
    inside = row.atoms.get(atom.last + 1)
    known = inside is not None and inside.place is not None and inside.place.sort == "body"
    return inside.place.actor if known and inside and inside.place else None


def _place(row: Row, atom: Atom, place: Place) -> Iterator[Candidate]:
    if place.actor is None or place.sort in ("town", "building") or _of_another(row, atom, place.actor):
        return
    located = row.located(atom.first)
    if place.sort in ("capital", "seat"):
        speaks = _speaks_from(row, atom) or _said_there(row, atom)
        if speaks or (not located and (place.sort == "seat" or _stands_for_government(row, atom))):
            yield row.candidate(atom.first, atom.last, "metonym", "known", place.actor)
        return
    candidate = row.candidate(atom.first, atom.last, "name", "known", place.actor)
    if located and candidate.role is None and (place.sort == "state" or row.texts[atom.first] in words("continents")):
        candidate = replace(candidate, role="place")
    yield replace(candidate, beside=place.beside)


def _of_another(row: Row, atom: Atom, organ: str) -> bool:
    """
    Whether an organ's bare name is that of another body's.

    "der Sicherheitsrat der Arabischen Liga", "sein Sicherheitsrat".
    """
    owner = organ_of(organ)
    if owner is None:
        return False
    if row.low(atom.first - 1) in words("possessives") or atom.first in row.used:
        return True
    behind = row.atoms.get(atom.last + 1) if row.low(atom.last) in words("of") else None
    whose = behind.place.actor if behind and behind.place else None
    return (whose or adjective_of(row.word(atom.first - 1)) or owner) != owner


def _qualifies(row: Row, atom: Atom) -> bool:
    """Whether a word for inhabitants says what someone or something is: "Schweizer Banken", "der Spanier Borrell"."""
    after = row.atoms.get(atom.last)
    if after and after.name:
        return True
    return bool(adjective_of(row.word(atom.first))) and row.word(atom.last)[:1].isupper()


def _one(row: Row, atom: Atom) -> bool:
    """Whether the article before a word for inhabitants is that of a man: "mit dem Russen"."""
    article, word = row.low(atom.first - 1), row.texts[atom.first]
    accusative = article in words("accusative_articles") and word.endswith(tuple(words("native_endings")))
    return accusative or article in words("one") & words("definite")


def _native(row: Row, atom: Atom) -> bool:
    """Whether a word for an inhabitant means somebody named before: "der Russe sagte"."""
    behind = row.word(atom.last)
    return row.low(atom.first - 1) in words("definite") and not behind[:1].isupper()


def _people(row: Row, atom: Atom, people: People) -> Candidate:
    return replace(row.candidate(atom.first, atom.last, "description", "known", people.of), plural=True)


def _speaks_from(row: Row, atom: Atom) -> bool:
    """Whether a word for what a government says stands before "from" and its capital ("confirmation from Moscow")."""
    before = atom.first - 1
    return before > 0 and row.low(before) in words("out_of") and row.texts[before - 1] in words("government_words")


def _said_there(row: Row, atom: Atom) -> bool:
    """Whether somebody whom the clause does not name says something in the capital ("in Moscow it was said")."""
    before = atom.first - 1 - (row.low(atom.first - 1) in words("articles"))
    clause = row.clause(atom.first)
    if clause is None or clause.verb is None or row.low(before) not in words("said_from"):
        return False
    if clause.verb.lemma in words("voiced_by_nobody"):
        return True
    said = {row.low(number) for number in clause.tokens}
    subject = row.low(clause.subject.head) if clause.subject is not None else ""
    unnamed = subject in words("unnamed_speakers")
    comes = row.low(before) in words("out_of") and (unnamed or subject in words("voiced"))
    if comes and not said.isdisjoint(words("voiced")):
        return True
    return (unnamed or not said.isdisjoint(words("nobody"))) and clause.verb.lemma in words("voicing")


def _stands_for_government(row: Row, atom: Atom) -> bool:
    """Whether a capital stands for the government, given that no preposition of place stands before it."""
    before = atom.first - 1
    if before < 0:
        return row.word(atom.last) not in words("dateline_signs")
    if row.texts[before][0].isupper() and row.tokens[before].tag.startswith("NN"):
        return False
    if not row.texts[before][0].isalnum() and row.texts[before] in words("no_metonym_behind"):
        return False
    if row.low(before) in words("from") and row.tokens[before - 1].tag == "NN":
        return False
    other = row.ends.get(before) if row.texts[before] in words("and") else None
    if other and other.place and other.place.town:
        return other.place.sort != "town" and not row.located(other.first)
    return True
