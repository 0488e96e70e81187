"""What a sentence tells of a paper: its stage, its authors and parties, and when."""

from dataclasses import dataclass, field

from aktenlage.model.annotation import DocumentStatus, Time
from aktenlage.model.article import Span
from aktenlage.model.language import Sentence
from aktenlage.read.documents.lexicon import Happening, lexicon
from aktenlage.read.documents.naming import Paper
from aktenlage.read.documents.phrase import attributes, behind
from aktenlage.read.encounters.clause.parties import phrases_parties
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View

_NOUN_REACH = 14
_PROPOSED = ("plan", "proposal")
# Tokens between a paper and the relative clause that tells of it.
_RELATIVE_REACH = 5


@dataclass(slots=True)
class Told:
    """
    What one sentence tells of one paper.

    *issued* says that it is of the kind that is given out, *proposed* that one side lays it before the other.
    """

    statuses: set[DocumentStatus] = field(default_factory=set)
    authors: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    date: str | None = None
    evidence: Span | None = None
    issued: bool = False
    proposed: bool = False


def told_of(paper: Paper, number: int, scene: Scene, who: Who) -> Told:
    """Give what the sentence of a paper, with its number in the article, tells of it."""
    told = Told(issued=paper.issued, proposed=paper.kind in _PROPOSED)
    _before(paper, scene, who, told)
    behind(paper, scene, who, told.parties, told.authors)
    view = _clause_of(paper)
    if view is not None:
        told.evidence = Span(view.clause.start, view.clause.end)
        _happening(view, Place(number, paper.sentence, view.clause, paper.head), scene, who, told)
        for relative in _relatives(paper, view):
            _happening(relative, Place(number, paper.sentence, relative.clause, paper.head), scene, who, told)
    else:
        told.evidence = Span(paper.sentence.start, paper.sentence.end)
    _noun(paper, view, who, told)
    return told


def _clause_of(paper: Paper) -> View | None:
    for number, clause in enumerate(paper.sentence.clauses):
        if paper.head in clause.tokens:
            return View(paper.sentence, number)
    return None


def _relatives(paper: Paper, view: View) -> list[View]:
    """Give the relative clauses that say more of the paper."""
    return [
        child
        for child in view.children
        if child.clause.kind == "relative"
        and child.clause.tokens
        and 0 <= child.clause.tokens[0] - paper.last <= _RELATIVE_REACH
        and not any(token.verb for token in paper.sentence.tokens[paper.last : child.clause.tokens[0]])
    ]


def _happening(view: View, at: Place, scene: Scene, who: Who, told: Told) -> None:
    happening = happening_of(view)
    if happening is None or not _is_object(view, at.token) or (happening.bare and not _says_only_when(view, at, scene)):
        if told.issued and not not_yet(view) and not view.clause.negated and not _is_pending(view, at.token):
            told.statuses.add("agreed")
            told.parties += _makers(view, at, scene, who) if _is_issued(view, at.token) else ()
        return
    subject = view.phrase("subject")
    head = view.clause.introducer if view.clause.kind == "relative" and at.token not in view.clause.tokens else at.token
    is_subject = subject is not None and head is not None and subject.first <= head < subject.last
    if happening.subject is not None and is_subject and not view.passive and happening.status != "negotiated":
        return
    if lexicon().among("without", view.introducer or ""):
        return
    if view.clause.negated or not_yet(view):
        if happening.status in ("agreed", "signed"):
            told.statuses.add("negotiated")
            told.parties += _makers(view, at, scene, who) if happening.status == "agreed" and not is_subject else ()
        return
    if told.proposed and happening.of_proposal is not None:
        told.statuses.add(happening.of_proposal)
        return
    told.statuses.add(happening.status)
    actors = _makers(view, at, scene, who) if not is_subject or view.passive else ()
    if happening.subject == "party":
        told.parties += [*actors, *phrases_parties(scene, at, lexicon().group("with"))]
    elif happening.subject == "author":
        told.authors += actors
    if told.date is None and happening.status != "negotiated":
        times = scene.times.within(view.clause.start, view.clause.end)
        told.date = _date([time for time in times if _own(view, time)])


def _makers(view: View, at: Place, scene: Scene, who: Who) -> tuple[str, ...]:
    """Give who does what the clause tells: its subject, in the passive its agent."""
    found = who.of_clause(view)
    listed = phrases_parties(scene, at, ("agent",)) if view.passive else subject_parties(scene, at)
    return tuple(listed) if len(listed) > len(found) else found


def _is_object(view: View, token: int) -> bool:
    """Whether the verb is about the paper itself, and not about something of it or beside it."""
    holding = [phrase for phrase in view.clause.phrases if phrase.first <= token < phrase.last]
    words = [phrase for phrase in view.clause.phrases if any(phrase.last == held.first for held in holding)]
    if any(held.role == "genitive" for held in holding):
        holding = [
            p for p in words if lexicon().among("wordings", view.sentence.tokens[p.head].text.lower())
        ] or holding
    return not holding or any(
        phrase.role not in ("genitive", "prepositional", "agent")
        or any(phrase.preposition in beside for beside, _ in lexicon().verbs.get(view.lemma or "", ()))
        for phrase in holding
    )


def _says_only_when(view: View, at: Place, scene: Scene) -> bool:
    """Whether nothing but times stands beside the paper and what hangs on its noun."""
    own = [p for p in view.clause.phrases if p.first <= (at.token or 0) < p.last or p.first == (at.token or 0) + 1]
    return all(phrase in own or scene.times.within(phrase.start, phrase.end) for phrase in view.clause.phrases)


def _is_issued(view: View, token: int) -> bool:
    """Whether the paper is where the clause's subject says something ("in a declaration they condemned …")."""
    return any(
        phrase.first <= token < phrase.last and lexicon().among("issued", phrase.preposition or "")
        for phrase in view.clause.phrases
    )


def _is_pending(view: View, token: int) -> bool:
    """Whether the paper is what the clause's subject has still to make ("about a declaration they quarrelled")."""
    return any(
        phrase.first <= token < phrase.last and lexicon().among("pending", phrase.preposition or "")
        for phrase in view.clause.phrases
    )


def _own(view: View, time: Time) -> bool:
    return any(time.start <= token.start < time.end for token in view.tokens)


def happening_of(view: View) -> Happening | None:
    """Give what a clause's verb tells of the papers in it."""
    for beside, happening in lexicon().verbs.get(view.lemma or "", ()):
        if all(view.has(word) for word in beside):
            return happening
    return None


def not_yet(view: View) -> bool:
    """Whether the clause tells of what is to come or might be."""
    verb = view.clause.verb
    if verb is not None and (verb.modal is not None or verb.tense in ("future", "future_perfect")):
        return True
    if view.clause.kind == "infinitive" and not (verb is not None and verb.tense == "perfect"):
        return True
    return not lexicon().group("not_yet").isdisjoint(view.words)


def _before(paper: Paper, scene: Scene, who: Who, told: Told) -> None:
    """Read attributes in front: by whom it was presented and when, whose it is."""
    found = attributes(paper, scene, who)
    for happening, actors, times in found.events:
        told.statuses.add(happening.status)
        (told.authors if happening.subject == "author" else told.parties).extend(actors)
        told.date = _date(times) or told.date
    told.authors += found.owners


def _noun(paper: Paper, view: View | None, who: Who, told: Told) -> None:
    """Read a noun in front that says what becomes of the paper, its signing for one, and between whom it is."""
    tokens = paper.sentence.tokens
    named = who.mentions(paper.sentence.start, paper.start)
    for number in range(paper.first - 1, max(-1, paper.first - _NOUN_REACH), -1):
        token = tokens[number]
        status = lexicon().nouns.get(token.lemma.lower())
        if status is not None:
            late = view is not None and not_yet(view)
            told.statuses.add("negotiated" if late and status in ("signed", "agreed", "in_force") else status)
            if number + 1 < len(tokens) and lexicon().among("among", tokens[number + 1].text.lower()):
                told.parties += [actor for m in named if m.start >= token.end for actor in m.meant]
            return
        inside = any(mention.start <= token.start < mention.end for mention in named)
        if not inside and token.tag not in ("ART", "ADJA", "APPR", "ADV", "PPOSAT", "NE", "CARD", "KON"):
            return


def _date(times: list[Time]) -> str | None:
    dates = [time.value for time in times if time.type == "DATE" and time.value[:1].isdigit()]
    return dates[0] if len(dates) == 1 else None


def replaced_by_version(sentence: Sentence, paper: Paper) -> bool:
    """Whether the paper stands behind a noun like "version", as the older one."""
    for number in range(paper.first - 1, max(-1, paper.first - 14), -1):
        token = sentence.tokens[number]
        if lexicon().among("versions", token.lemma.lower()):
            return True
        if token.tag.startswith("$") and token.text != ",":
            return False
    return False
