"""From tokens to candidates: what each word may be, then what stands together."""

from collections.abc import Iterator
from dataclasses import replace

from aktenlage.model.candidate import Candidate
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading
from aktenlage.read.mentions.atoms import atoms_of, single_names
from aktenlage.read.mentions.bodies import read_bodies
from aktenlage.read.mentions.families import Families
from aktenlage.read.mentions.offices import read_offices
from aktenlage.read.mentions.plain import read_plain
from aktenlage.read.mentions.reference import read_reference
from aktenlage.read.mentions.row import Row
from aktenlage.read.mentions.shared import read_shared
from aktenlage.resources.registry import family_keys
from aktenlage.resources.spelling import name_key


def read_mentions(analysis: Analysis, reading: Reading) -> tuple[Candidate, ...]:
    """Give the places that may name an actor, not yet resolved."""
    found = [atoms_of(sentence) for sentence in analysis.sentences]
    families = Families(
        key
        for atoms in found
        for atom in atoms.values()
        if atom.name and atom.name.strong
        for key in {name_key(atom.name.family), *family_keys(" ".join(atom.name.words))}
    )
    candidates: list[Candidate] = []
    for number, (sentence, atoms) in enumerate(zip(analysis.sentences, found, strict=True)):
        single_names(sentence, atoms, families)
        candidates += [replace(candidate, sentence=number) for candidate in _candidates(Row(sentence, atoms))]
    return tuple(sorted(candidates, key=lambda c: (c.start, c.end)))


def _candidates(row: Row) -> Iterator[Candidate]:
    bodies = list(read_bodies(row))
    rest = list(_others(row))
    said = {row.tokens[at].start for at in row.modifiers}
    bodies = [replace(body, role="modifier") if body.start in said else body for body in bodies]
    yield from bodies
    yield from read_shared(row, bodies)
    yield from rest


def _others(row: Row) -> Iterator[Candidate]:
    offices = list(read_offices(row))
    yield from offices
    yield from read_shared(row, offices)
    yield from read_plain(row)
    yield from read_reference(row)
