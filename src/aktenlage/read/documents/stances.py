"""Who endorses or rejects a paper, and who wants or refuses changes, taken from the positions of the article."""

from aktenlage.model.article import Span
from aktenlage.model.language import Analysis
from aktenlage.model.position import Position
from aktenlage.model.reading import Reading
from aktenlage.read.documents.events import happening_of
from aktenlage.read.documents.lexicon import lexicon
from aktenlage.read.documents.pointing import meant
from aktenlage.read.documents.record import Record
from aktenlage.read.positions.clauses import View


def take_over_stances(analysis: Analysis, reading: Reading, records: list[Record]) -> None:
    """Add to the papers what the positions say of them."""
    for position in reading.positions:
        place = position.about or position.evidence[0]
        record = next((r for r in records if any(place.start <= p.start < place.end for p in r.papers)), None)
        changes = _speaks_of_changes(analysis, place)
        if record is None and changes:
            record = _spoken_of_before(records, place)
        if record is None:
            record = meant(analysis, place, records)
        if record is not None and _take_over(analysis, position, record, changes=changes):
            for span in position.evidence:
                record.show(span)


def _take_over(analysis: Analysis, position: Position, record: Record, *, changes: bool) -> bool:
    if changes:
        if position.stance == "demands":
            record.revised.append(position.actor)
        elif position.stance == "rejects" and record.supersedes is not None:
            record.rejected.append(position.actor)
        else:
            return False
    elif position.stance in ("supports", "accepts"):
        record.endorsed.append(position.actor)
    elif position.stance in ("rejects", "accuses"):
        record.rejected.append(position.actor)
    elif position.stance == "offers" and _proposes(analysis, position.evidence[0]):
        record.authors.append(position.actor)
    else:
        return False
    return True


def _speaks_of_changes(analysis: Analysis, place: Span) -> bool:
    return any(
        lexicon().among("changes", token.text.lower())
        for sentence in analysis.sentences
        if sentence.start < place.end and place.start < sentence.end
        for token in sentence.tokens
        if place.start <= token.start < place.end
    )


def _spoken_of_before(records: list[Record], place: Span) -> Record | None:
    """Give the paper that was spoken of last before a place; the newer one where it replaces another."""
    named = [(paper.start, record) for record in records for paper in record.papers if paper.start < place.start]
    if not named:
        return None
    last = max(named, key=lambda item: item[0])[1]
    return next((record for record in records if record.supersedes == last.name), last)


def _proposes(analysis: Analysis, place: Span) -> bool:
    for sentence in analysis.sentences:
        if sentence.start <= place.start < sentence.end:
            for number, clause in enumerate(sentence.clauses):
                happening = happening_of(View(sentence, number)) if clause.start <= place.start < clause.end else None
                if happening is not None and happening.subject == "author":
                    return True
    return False
