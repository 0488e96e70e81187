"""What a sentence tells of a paper: its stage, its authors and parties, which paper it replaces, and when."""

from dataclasses import dataclass, field

from aktenlage.model.annotation import DocumentStatus, Time
from aktenlage.model.article import Span
from aktenlage.model.index import Index
from aktenlage.model.language import Sentence, Token
from aktenlage.read.documents.lexicon import Happening, lexicon
from aktenlage.read.documents.naming import Paper
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View

_NOUN_REACH = 8


@dataclass(slots=True)
class Told:
    """What one sentence tells of one paper."""

    statuses: set[DocumentStatus] = field(default_factory=set)
    authors: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    date: str | None = None
    evidence: Span | None = None


def told_of(paper: Paper, who: Who, times: Index[Time]) -> Told:
    """Give what the sentence of a paper tells of it."""
    told = Told()
    _before(paper, who, times, told)
    _behind(paper, who, told)
    view = _clause_of(paper)
    if view is not None:
        told.evidence = Span(view.clause.start, view.clause.end)
        _happening(view, paper, who, times, told)
    else:
        told.evidence = Span(paper.sentence.start, paper.sentence.end)
    _noun(paper, view, told)
    return told


def _clause_of(paper: Paper) -> View | None:
    for number, clause in enumerate(paper.sentence.clauses):
        if paper.head in clause.tokens:
            return View(paper.sentence, number)
    return None


def _happening(view: View, paper: Paper, who: Who, times: Index[Time], told: Told) -> None:
    happening = happening_of(view)
    if happening is None or not _is_object(view, paper):
        return
    subject = view.phrase("subject")
    is_subject = subject is not None and subject.first <= paper.head < subject.last
    if happening.subject == "author" and is_subject and not view.passive:
        return
    if not_yet(view) or view.clause.negated:
        if happening.subject == "party" and happening.status != "negotiated":
            told.statuses.add("negotiated")
        return
    told.statuses.add(happening.status)
    actors = who.of_clause(view) if not is_subject or view.passive else ()
    if happening.subject == "party":
        beside = [phrase for phrase in view.clause.phrases if phrase.preposition in lexicon().group("with")]
        together = [actor for phrase in beside for actor in who.of_phrase(view.sentence, phrase)]
        told.parties += [*actors, *together]
    elif happening.subject == "author":
        told.authors += actors
    if told.date is None and happening.status != "negotiated":
        told.date = _date([t for t in times.within(view.clause.start, view.clause.end) if _own(view, t)])


def _is_object(view: View, paper: Paper) -> bool:
    """Whether the verb is about the paper itself, and not about something of it or beside it."""
    holding = [phrase for phrase in view.clause.phrases if phrase.first <= paper.head < phrase.last]
    return not holding or any(
        phrase.role not in ("genitive", "prepositional", "agent")
        or any(phrase.preposition in beside for beside, _ in lexicon().verbs.get(view.lemma or "", ()))
        for phrase in holding
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
    return not lexicon().group("not_yet").isdisjoint(view.words)


def _before(paper: Paper, who: Who, times: Index[Time], told: Told) -> None:
    """Read attributes in front: by whom it was presented and when, whose it is."""
    tokens = paper.sentence.tokens
    first = paper.first
    while first > 0 and tokens[first - 1].tag in ("ADJA", "CARD", "ADV"):
        first -= 1
    for token in tokens[first : paper.first]:
        happening = lexicon().participles.get(_bare(token))
        if happening is None:
            told.authors += [m.actor for m in who.mentions(token.start, token.end) if m.actor]
            continue
        told.statuses.add(happening.status)
        inside = tokens[_opening(tokens, first)].start, token.start
        actors = [m.actor for m in who.mentions(*inside) if m.actor]
        (told.authors if happening.subject == "author" else told.parties).extend(actors)
        told.date = _date(times.within(*inside)) or told.date
    if first > 0 and tokens[first - 1].tag == "NE" and tokens[first - 1].text.endswith("s"):
        near = [m for m in who.mentions(paper.sentence.start, tokens[first].start) if tokens[first].start - m.end <= 1]
        told.authors += [m.actor for m in near[-1:] if m.actor]
    compound = tokens[paper.head]
    told.authors += [m.actor for m in who.mentions(compound.start, compound.end) if m.actor]


def _opening(tokens: tuple[Token, ...], first: int) -> int:
    """Give the article that opens the phrase, behind which its extended attribute stands."""
    opening = first
    for number in range(first - 1, max(-1, first - 16), -1):
        if tokens[number].tag.startswith("$") or tokens[number].tag in ("VVFIN", "VAFIN", "VMFIN"):
            break
        if tokens[number].tag in ("ART", "PDAT", "APPRART", "APPR"):
            opening = number
    return opening


def _bare(token: Token) -> str:
    """Give an attributive participle without its ending."""
    word = token.text.lower()
    if token.lemma.lower() in lexicon().participles:
        return token.lemma.lower()
    for ending in lexicon().endings:
        if word.endswith(ending) and word.removesuffix(ending) in lexicon().participles:
            return word.removesuffix(ending)
    return word


def _behind(paper: Paper, who: Who, told: Told) -> None:
    """Read what stands behind: whose plan it is, between whom the agreement is."""
    tokens = paper.sentence.tokens
    at = paper.last
    if at >= len(tokens):
        return
    word = tokens[at].text.lower()
    joined = lexicon().among("among", word)
    if not joined and not (tokens[at].tag == "ART" and lexicon().among("genitive", word)) and tokens[at].tag != "NE":
        return
    step = 25 if joined else 12
    near: list[str] = []
    reach = tokens[at].end + step
    for mention in who.mentions(tokens[at].start, min(paper.sentence.end, tokens[at].start + 80)):
        if mention.start > reach or mention.actor is None:
            break
        near.append(mention.actor)
        reach = mention.end + step if joined else 0
    (told.parties if joined else told.authors).extend(near)


def _noun(paper: Paper, view: View | None, told: Told) -> None:
    """Read a noun in front that says what becomes of the paper, its signing for one."""
    tokens = paper.sentence.tokens
    for number in range(paper.first - 1, max(-1, paper.first - _NOUN_REACH), -1):
        status = lexicon().nouns.get(tokens[number].lemma.lower())
        if status is not None:
            late = view is not None and not_yet(view)
            told.statuses.add("negotiated" if late and status in ("signed", "agreed", "in_force") else status)
            return
        if tokens[number].tag not in ("ART", "ADJA", "APPR", "ADV", "PPOSAT", "NE", "CARD"):
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
