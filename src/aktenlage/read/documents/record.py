"""What an article tells of one paper, gathered while it is read."""

from dataclasses import dataclass, field

from aktenlage.model.annotation import Document, DocumentStatus
from aktenlage.model.article import Span
from aktenlage.read.documents.events import Told
from aktenlage.read.documents.lexicon import lexicon
from aktenlage.read.documents.naming import Paper

# What has gone farthest is what the paper is; a mere rejection by one side is not its end.
_STAGES: tuple[DocumentStatus, ...] = ("ended", "in_force", "signed", "agreed", "rejected", "negotiated", "proposed")

_NEGOTIATED = ("negotiated", "agreed", "signed")
# What one side lays down before the other.
_LAID_DOWN = ("plan", "ultimatum", "draft", "paper")
_REACHED = ("agreed", "signed", "ended", "in_force")


@dataclass(slots=True)
class Record:
    """A paper with all its namings, the first of which gives its name."""

    papers: list[Paper]
    statuses: set[DocumentStatus] = field(default_factory=set)
    authors: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    endorsed: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    revised: list[str] = field(default_factory=list)
    supersedes: str | None = None
    date: str | None = None
    evidence: list[Span] = field(default_factory=list)

    @property
    def leading(self) -> Paper:
        """The naming with the fullest name of those with the noun that says most and is used most."""
        bases = [paper.base for paper in self.papers]
        best = max(self.papers, key=lambda p: (p.sort == "law", p.own, p.sort != "outcome", bases.count(p.base)))
        same = [paper for paper in self.papers if paper.base == best.base]
        return max(same, key=lambda paper: (not paper.bare, len(paper.key), len(paper.name)))

    @property
    def name(self) -> str:
        """The name under which the paper is kept."""
        return self.leading.name

    def counts(self, people: frozenset[str]) -> bool:
        """Whether the paper is one of a negotiation; what one person signs alone is a contract of work."""
        sort = self.leading.sort
        makers = {*self.authors, *self.parties}
        actors = {*makers, *self.endorsed, *self.rejected}
        definite = any(paper.definite for paper in self.papers)
        if sort == "demand":
            return bool(makers) and "proposed" in self.statuses
        if sort == "law":
            return len(makers) > 1 and not self.statuses.isdisjoint(_NEGOTIATED)
        if (
            makers
            and len(makers) == 1
            and makers <= people
            and lexicon().among("unilateral", self.leading.base.lower())
        ):
            return False
        if any(not paper.plural and (paper.own or paper.points) for paper in self.papers):
            return sort != "standing" or bool(self.statuses or actors)
        if all(paper.plural for paper in self.papers):
            return len(makers) > 1 and bool(self.statuses)
        if sort == "outcome":
            return not self.statuses.isdisjoint(_REACHED) or ("proposed" in self.statuses and bool(actors))
        if sort == "agreement" and self.leading.kind != "treaty":
            return bool(self.statuses or actors or definite)
        if sort == "agreement" and self.statuses <= {"signed"} and len(actors) <= 1 and actors <= people:
            return False
        return bool((self.statuses or definite) and actors) or (sort == "agreement" and bool(self.statuses))

    def _usual(self) -> DocumentStatus | None:
        """What a paper is of which only its name and whose it is are told."""
        if not self.authors:
            return None
        if self.leading.kind == "resolution":
            return "in_force"
        return "proposed" if self.leading.sort == "proposal" or self.leading.kind in _LAID_DOWN else None

    def add(self, told: Told) -> None:
        """Take in what one sentence tells."""
        self.statuses |= told.statuses
        self.authors += told.authors
        self.parties += told.parties
        self.date = self.date or told.date
        if told.evidence is not None:
            self.show(told.evidence)

    def show(self, span: Span) -> None:
        """Take in a place as evidence."""
        if not any(other.covers(span) for other in self.evidence):
            self.evidence.append(span)

    @property
    def stage(self) -> DocumentStatus | None:
        """The farthest stage told; what has a number has been adopted."""
        told = self.statuses | {"agreed"} if self.leading.numbered else self.statuses
        return next((stage for stage in _STAGES if stage in told), None)

    def document(self) -> Document:
        """Give the document."""
        status = self.stage
        agreed = status in ("agreed", "signed", "in_force")
        return Document(
            name=self.name,
            kind=self.leading.kind,
            status=status or self._usual(),
            date=self.date,
            parties=_unique(self.authors + self.parties),
            supersedes=self.supersedes,
            points=next((paper.points for paper in self.papers if paper.points is not None), None),
            endorsed_by=_unique(self.endorsed + (self.parties if agreed else [])),
            rejected_by=_unique(self.rejected),
            revised_by=_unique(self.revised),
            evidence=tuple(sorted(self.evidence)),
        )


def _unique(actors: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actors))
