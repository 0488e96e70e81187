"""What each stretch of a sentence may be, before it is put together."""

from collections.abc import Sequence
from dataclasses import dataclass

from aktenlage.model.language import Sentence, Token
from aktenlage.read.mentions.families import Families, single_at
from aktenlage.read.mentions.lexicon import People, Role, office_words, people_of, role_of, words
from aktenlage.read.mentions.names import name_at
from aktenlage.read.mentions.namewords import Name
from aktenlage.resources.gazetteer import Place, gazetteer
from aktenlage.resources.given import given_sex
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import name_key


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of tokens, *last* exclusive, and one thing that it is."""

    first: int
    last: int
    place: Place | None = None
    name: Name | None = None
    role: Role | None = None
    people: People | None = None
    title: bool = False


def atoms_of(sentence: Sentence) -> dict[int, Atom]:
    """Give the atoms of a sentence by their first token."""
    tokens = sentence.tokens
    texts = [token.text for token in tokens]
    atoms: dict[int, Atom] = {}
    at = 0
    titled = False
    while at < len(tokens):
        atom = _atom(tokens, texts, at, titled=titled)
        if atom is None:
            titled = False
            at += 1
            continue
        atoms[at] = atom
        titled = atom.title or (atom.role is not None and atom.role.singular)
        at = atom.last
    return atoms


def single_names(sentence: Sentence, atoms: dict[int, Atom], families: Families) -> None:
    """Add names of one word: family names that the article or the registry knows."""
    covered = {n for atom in atoms.values() for n in range(atom.first, atom.last)}
    for at in range(len(sentence.tokens)):
        if at in covered:
            continue
        before = atoms.get(at - 1)
        titled = before is not None and (before.title or before.role is not None) and before.last == at
        name = single_at(sentence.tokens, at, families, titled=titled)
        if name:
            atoms[name.first] = Atom(name.first, name.last, name=name)
            holds = titled and before is not None and before.role is not None and before.role.singular
            if holds and sentence.tokens[at].tag == "NE":
                families.told.add(name_key(name.family))


def _there(texts: Sequence[str], at: int, name: Name) -> bool:
    """Whether a town stands there, and the name behind it is somebody else's ("traf in Riad Marco Rubio")."""
    preposition = at > 0 and texts[at - 1].lower() in words("towards_places")
    return preposition and registry().whole_name(texts[at : name.last], 0) == 0


def _atom(tokens: Sequence[Token], texts: Sequence[str], at: int, *, titled: bool) -> Atom | None:
    word = texts[at]
    if not (word[0].isalnum()):
        return None
    place = gazetteer().longest(texts, at) if gazetteer().first(word) else None
    if not word[0].isupper():
        return Atom(at, place[0], place=place[1]) if place else None
    name = name_at(tokens, at, titled=titled)
    if name and (place is None or (name.last > place[0] and place[0] == at + 1 and not _there(texts, at, name))):
        return Atom(at, name.last, name=name)
    if place and not (_one_member(texts, at, place[1]) or _adjective(tokens, at, place[0])):
        behind = texts[place[0]] if place[0] < len(texts) else ""
        if behind in words("no_persons") and behind[0].isupper() and not registry().family(name_key(behind)):
            return Atom(at, place[0] + 1)
        return Atom(at, place[0], place=place[1])
    if word in office_words("titles"):
        return Atom(at, at + 1, title=True)
    role = role_of(word)
    if role:
        return Atom(at, at + 1, role=role)
    people = people_of(word)
    if people:
        return Atom(at, at + 1, people=people)
    return None


def _adjective(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether the name of a party is an adjective here: "Linke Gruppen"."""
    return last == at + 1 < len(tokens) and tokens[at].tag == "ADJA" and tokens[last].tag == "NN"


def _one_member(texts: Sequence[str], at: int, place: Place) -> bool:
    """Whether the name of a party means one of its members: "Der Republikaner sagte"."""
    before = texts[at - 1].lower() if at else ""
    named = at + 1 < len(texts) and given_sex(texts[at + 1])[0]
    one = named or before in words("one") or (at == 1 and before in words("oblique_articles"))
    return one and place.sort == "body" and role_of(texts[at]) is not None
