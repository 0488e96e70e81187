"""Bodies that stand for a state: "die ukrainische Delegation", "die US-Regierung", "die Regierung in Kiew"."""

from collections.abc import Iterator
from dataclasses import replace

from aktenlage.language.data import words as grammar_words
from aktenlage.model.candidate import Candidate
from aktenlage.read.mentions.lexicon import adjective_of, federal_state, organ_of, without_federal, words
from aktenlage.read.mentions.row import Row
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import name_key

# Before a bare plural stands nothing, a mark, a verb, a conjunction or a preposition.
_BEFORE_BARE = ("$", "V", "KO", "APPR")


def read_bodies(row: Row) -> Iterator[Candidate]:
    """Give the bodies whose state or organisation the words name."""
    for at, word in enumerate(row.texts):
        if not word[0].isupper() or (at in row.covered and not _organ_of_a_state(row, at)):
            continue
        prefix, dash, tail = word.rpartition("-")
        after = row.atoms.get(at + 1)
        noun = tail if dash else without_federal(word)
        if noun not in words("bodies") or (after and after.name):
            continue
        place = gazetteer().one(prefix) if dash else None
        federal = federal_state(word)
        first, of = _before(row, at)
        if at in row.atoms and at not in row.covered and _one(row, first - 1):
            continue
        if place and place.actor:
            of.append(place.actor)
        elif dash and len(states := {entry.state for entry in registry().family(name_key(prefix))} - {None}) == 1:
            of += [state for state in states if state]
        if federal and noun != word:
            of.append(federal)
        last = at + 1
        somewhere = word in words("only_there") and row.word(last) in words("inside")
        if not of and not somewhere:  # "Unterhändler in Genf" are there, whosever they are.
            last, of = _behind(row, last)
            last, of = _more_capitals(row, last, of) if word in words("several_bodies") else (last, of)
        opened = _opening(row, at)
        if not of and opened is not None and row.low(at + 1) not in grammar_words("clauses", "genitive_articles"):
            yield row.candidate(opened, at + 1, "description", "body", *_of_the_state(row, at))
        if of:
            row.used.add(at)
            yield replace(row.candidate(first, last, "description", "known", *dict.fromkeys(of)), plural=len(of) > 1)


def _organ_of_a_state(row: Row, at: int) -> bool:
    """Whether what is else an organ of a union is that of a state ("der iranische Sicherheitsrat", "… Irans")."""
    atom = row.atoms.get(at)
    if atom is None or atom.last != at + 1 or atom.place is None or organ_of(atom.place.actor or "") is None:
        return False
    before = at - 1
    while before > 0 and row.tokens[before].tag == "ADJA" and not adjective_of(row.texts[before]):
        before -= 1
    states = (registry().get(actor) for actor in adjective_of(row.word(before)))
    behind = row.atoms.get(at + 1) or (row.atoms.get(at + 2) if row.low(at + 1) in words("of") else None)
    owned = behind is not None and behind.place is not None and behind.place.sort == "state"
    return owned or any(state is not None and state.kind == "state" for state in states)


def _of_the_state(row: Row, at: int) -> tuple[str, ...]:
    """
    Give the state in whose capital one deals with its government, so that no word need say whose it is.

    Beside its opponents it is the only state that an adjective before it names, if any ("Im kenianischen Wahlstreit
    haben Regierung und Opposition …"): they may meet anywhere.
    """
    if _beside_opponents(row, at):
        told = {states for word in row.texts[:at] if (states := tuple(adjective_of(word)))}
        return next(iter(told)) if len(told) == 1 else ()
    return row.capitals(at) if row.texts[at] in words("in_capitals") else ()


def _opening(row: Row, at: int) -> int | None:
    """Give where a body begins that needs no word of whose it is: "die Regierung", "mit hohen Regierungsvertretern"."""
    before = at - 1
    while before >= 0 and row.tokens[before].tag == "ADJA":
        before -= 1
    if row.texts[at] in words("own_bodies") and row.low(before) in words("articles"):
        local = before == at - 1 or row.texts[at - 1].startswith(tuple(words("of_the_place")))
        return before if local else None
    if row.texts[at] in words("own_bodies") and _beside_opponents(row, at):
        return at
    opens = before < 0 or row.tokens[before].tag.startswith(_BEFORE_BARE)
    return before + 1 if row.texts[at] in words("own_bare") and opens else None


def _beside_opponents(row: Row, at: int) -> bool:
    """Whether it stands side by side with those in a state who are against it ("Regierung und Opposition")."""
    behind = row.word(at + 1) in words("and") and row.word(at + 2) in words("opponents")
    return behind or (row.word(at - 1) in words("and") and row.word(at - 2) in words("opponents"))


def _one(row: Row, at: int) -> bool:
    """Whether the article says that one person is meant: "ein ukrainischer Unterhändler"."""
    return row.low(at) in words("one") or (at == 0 and row.low(at) in words("oblique_articles"))


def _before(row: Row, at: int) -> tuple[int, list[str]]:
    """Give where the phrase begins, and the states of its adjectives or of a name in the genitive before it."""
    of: list[str] = []
    first, before = at, at - 1
    while before >= 0:
        states = adjective_of(row.texts[before])
        if states:
            of = [*states, *of]
            first = before
        elif row.texts[before] not in words("and") and not row.tokens[before].tag.startswith("ADJ"):
            break
        before -= 1
    owner = row.ends.get(at)
    if owner and owner.place and owner.place.actor and owner.place.sort == "state":
        row.modifiers.add(owner.first)
        return owner.first, [owner.place.actor]
    return first, of


def _behind(row: Row, last: int) -> tuple[int, list[str]]:
    """Give where the phrase ends, and the state or body that is named behind it."""
    joint = last + 1 + (row.word(last + 1) in words("articles"))
    if row.word(last) in words("and") and row.word(joint) in words("opponents"):
        _, of = _behind(row, joint + 1)  # "Regierung und Rebellen im Jemen": both are there.
        return last, of
    at = last + 1 if row.word(last) in words("body_of") else last
    at += at > last and row.word(at) in words("articles")
    after = row.atoms.get(at)
    if after and after.place and after.place.actor and (at > last or after.place.sort == "state"):
        row.modifiers.add(after.first)
        return after.last, [after.place.actor]
    return last, []


def _more_capitals(row: Row, last: int, of: list[str]) -> tuple[int, list[str]]:
    """Read the capitals that a list behind several bodies goes on with: "die Regierungen in Paris und Rom"."""
    found = [*of]
    while found and (row.word(last) == "," or row.word(last) in words("and")):
        after = row.atoms.get(last + 1 + (row.low(last + 1) in words("inside")))
        if after is None or after.place is None or after.place.sort != "capital" or not after.place.actor:
            break
        row.modifiers.add(after.first)
        found.append(after.place.actor)
        last = after.last
    return last, found
