"""Whose a paper is where its own sentences do not say: who met over it, and who gives papers their numbers."""

from collections.abc import Iterator, Mapping

from aktenlage.model.encounter import Encounter
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading
from aktenlage.read.documents.lexicon import lexicon
from aktenlage.read.documents.record import Record

_CONCLUDED = ("agreed", "signed")
_MADE = ("agreement", "outcome")
_ONE_SIDED = ("plan", "ultimatum")
_TOGETHER = ("meeting", "conference")
_OVER = ("held", "ongoing")
# Sentences between the encounter and the paper that came of it.
_REACH = 2
_TWO = 2
_BODIES = ("organization", "group")


def name_makers(analysis: Analysis, reading: Reading, records: list[Record]) -> None:
    """Give the papers that have none yet their authors and parties."""
    kinds = {actor.id: actor.kind for actor in reading.actors}
    for record in records:
        if record.authors or record.parties:
            continue
        adopter = lexicon().adopters.get(record.leading.base.lower())
        if record.leading.numbered:
            record.authors += [adopter] if adopter in kinds else []
        elif record.stage in _CONCLUDED and record.leading.sort in _MADE and record.leading.kind not in _ONE_SIDED:
            encounter = None if record.leading.plural else _came_of(analysis, reading, record)
            if encounter is not None:
                record.parties += _who_agreed(encounter, kinds)


def _who_agreed(encounter: Encounter, kinds: Mapping[str, str]) -> list[str]:
    """Give the two who met, or the one body whose gathering it was; among more, some may not have agreed."""
    present = [actor for actor in encounter.participants if actor not in encounter.mediators]
    if encounter.kind == "conference":
        bodies = [actor for actor in present if kinds[actor] in _BODIES]
        return bodies if len(bodies) == 1 else []
    return present if len(present) == _TWO else []


def _came_of(analysis: Analysis, reading: Reading, record: Record) -> Encounter | None:
    """Give the encounter in whose sentence the paper is first told, or the only one shortly before."""
    at = next(n for n, sentence in enumerate(analysis.sentences) if sentence is record.papers[0].sentence)
    for number in range(at, max(-1, at - 1 - _REACH), -1):
        sentence = analysis.sentences[number]
        told = list(_told_in(reading, sentence.start, sentence.end))
        if told:
            return told[0] if len(told) == 1 else None
    return None


def _told_in(reading: Reading, start: int, end: int) -> Iterator[Encounter]:
    for encounter in reading.encounters:
        if (
            encounter.kind in _TOGETHER
            and encounter.status in _OVER
            and any(span.start < end and start < span.end for span in encounter.evidence)
        ):
            yield encounter
