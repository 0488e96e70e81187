"""From the namings of papers to the documents of an article."""

from aktenlage.model.annotation import Document
from aktenlage.model.language import Analysis, Sentence
from aktenlage.model.reading import Reading
from aktenlage.read.documents.events import replaced_by_version, told_of
from aktenlage.read.documents.lexicon import lexicon
from aktenlage.read.documents.makers import name_makers
from aktenlage.read.documents.naming import Paper, papers_in
from aktenlage.read.documents.record import Record
from aktenlage.read.documents.stances import take_over_stances
from aktenlage.read.encounters.scene import Scene
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View

_NEAR = 2
# What a bare noun with a definite article may point back at where no paper of its own noun was named.
_KIN = {"agreement": ("agreement", "outcome"), "outcome": ("agreement", "outcome"), "proposal": ("proposal", "law")}


def read_documents(analysis: Analysis, reading: Reading) -> tuple[Document, ...]:
    """Give the papers of an article that have a name, an author, parties or points of their own."""
    who = Who(reading)
    scene = Scene(analysis, reading)
    records: list[Record] = []
    last: tuple[int, Record] | None = None
    for number, sentence in enumerate(analysis.sentences):
        here: list[tuple[Paper, Record]] = []
        for paper in papers_in(sentence):
            record = _known(records, paper)
            if record is None:
                record = Record([paper])
                records.append(record)
            else:
                record.papers.append(paper)
            record.add(told_of(paper, number, scene, who))
            here.append((paper, record))
        before = last[1] if last is not None and number - last[0] <= _NEAR else None
        _replace(sentence, here, before)
        if here:
            last = (number, _newest(here, before))
    if records:
        take_over_stances(analysis, reading, records)
        name_makers(analysis, reading, records)
    people = frozenset(actor.id for actor in reading.actors if actor.kind == "person")
    return tuple(record.document() for record in records if record.counts(people))


def _known(records: list[Record], paper: Paper) -> Record | None:
    """A paper of the same name is the same; a bare noun with a definite article is the last paper of that sort."""
    for record in reversed(records):
        keys = [other.key for other in record.papers]
        if paper.key in keys or (paper.definite and any(key.startswith(f"{paper.key} ") for key in keys)):
            return record
    single = [record for record in records if not all(other.plural for other in record.papers)]
    alike = [record for record in single if any(other.base == paper.base for other in record.papers)]
    if not paper.bare:
        unnumbered = [record for record in alike if all(other.bare for other in record.papers)]
        numbered = lexicon().among("numbered", paper.base.lower()) and paper.key.startswith(f"{paper.base.lower()} ")
        return unnumbered[-1] if numbered and len(unnumbered) == 1 else None
    if paper.points is not None or not paper.definite or paper.plural:
        return None
    kin = alike or [record for record in single if _akin(record.leading, paper)]
    return kin[-1] if kin else None


def _akin(known: Paper, paper: Paper) -> bool:
    """Whether a paper named by one noun may be called by the other later."""
    if paper.sort == "outcome" and not lexicon().among("generic", paper.base.lower()):
        return False
    return known.sort in _KIN.get(paper.sort, ()) and (known.kind == "plan") == (paper.kind == "plan")


def _replace(sentence: Sentence, here: list[tuple[Paper, Record]], before: Record | None) -> None:
    for number, (paper, record) in enumerate(here):
        newer = here[number - 1][1] if number else before
        if (
            newer is not None
            and newer is not record
            and (replaced_by_version(sentence, paper) or (number > 0 and _replaces(sentence, paper)))
        ):
            newer.supersedes = record.name


def _replaces(sentence: Sentence, paper: Paper) -> bool:
    for number, clause in enumerate(sentence.clauses):
        if paper.head in clause.tokens:
            return lexicon().among("replaces", View(sentence, number).lemma or "")
    return False


def _newest(here: list[tuple[Paper, Record]], before: Record | None) -> Record:
    """Give the paper that the next sentences speak of: the newer one where one replaces another."""
    names = {record.name for _, record in here}
    if before is not None and before.supersedes in names:
        return before
    return here[0][1]
