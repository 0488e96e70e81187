"""Whom "sie" and "beide" mean: those whom the last subject, or the last list, names together."""

from collections.abc import Sequence

from aktenlage.model.candidate import Candidate
from aktenlage.model.language import Analysis, Clause, Phrase, Sentence
from aktenlage.resolve.offices import broader, offices_meant
from aktenlage.resources.load import load
from aktenlage.resources.registry import registry

Found = Sequence[tuple[Candidate, tuple[str, ...] | None]]

# How many sentences back the pronoun may reach.
_REACH = 2
_FARTHEST = 5
_TWO = 2
_PEOPLE = ("person", "office", "native")
_SIDES = ("states", "countries")
# Who does something, and to whom.
_FACED = ("subject", "dative", "accusative", "unknown")
_HEADS = frozenset({"NN", "NE", "FM", "PPER"})


def together(candidate: Candidate, analysis: Analysis, found: Found) -> tuple[str, ...] | None:
    """Give the ids of those whom a plural pronoun or "both" means; None where they are not named together."""
    if candidate.form in ("several", "either"):
        meant = _several(candidate, analysis, found)
        return meant if meant is not None and _may_be(candidate, found, meant) else None
    if candidate.form == "counted":
        return _counted(candidate, analysis, found)
    if candidate.form in _SIDES:
        return _sides(candidate, analysis, found)
    both = _both(candidate, analysis, found) if candidate.form == "pair" else None
    return (_homes_of_others(candidate, found, both) or both) if both else None


def _may_be(candidate: Candidate, found: Found, meant: tuple[str, ...]) -> bool:
    """
    Whether none of those does what is done to "them", and they hold the office by which "they" are called.

    A title before the first of a list is that of the others too, of whom no other is told.
    """
    if not candidate.subject and not _doers(candidate, found).isdisjoint(meant):
        return False
    offices = {office for role in candidate.roles for office in (role.office, *broader(role.noun)[0])}
    called = [(c, ids[0]) for c, ids in found if ids and len(ids) == 1 and c.roles]
    holders = {actor for c, actor in called if _holds(c, offices)}
    others = {actor for _, actor in called} - holders
    return not offices or (not holders.isdisjoint(meant) and others.isdisjoint(meant))


def _doers(candidate: Candidate, found: Found) -> set[str]:
    """Give who does something to "them" in the same clause, and so is none of them."""
    place = (candidate.sentence, candidate.clause)
    subjects = (ids for c, ids in found if c.subject and (c.sentence, c.clause) == place and ids)
    return {actor for ids in subjects for actor in ids}


def _counted(candidate: Candidate, analysis: Analysis, found: Found) -> tuple[str, ...] | None:
    """Give as many as the word counts, where the nearest list, or a sentence on the whole, names just so many."""
    for number in range(candidate.sentence, max(candidate.sentence - _FARTHEST, -1), -1):
        sentence = analysis.sentences[number]
        near = [(c, ids) for c, ids in found if c.sentence == number and ids and c.end <= candidate.start]
        named = [(c, ids) for c, ids in near if c.role is None and len(ids) == 1 and _of_kind(ids[0], candidate)]
        lists = [p for clause in sentence.clauses for p in clause.phrases if len(p.members) == candidate.count]
        for phrase in reversed(lists):
            ids = _meant_by(sentence, phrase, named)
            if len(ids) == candidate.count:
                return ids
        for forms in (_PEOPLE, ("known",)):
            meant = tuple(dict.fromkeys(ids[0] for c, ids in named if c.form in forms))
            if len(meant) == candidate.count:
                return meant
    return None


def _of_kind(actor: str, candidate: Candidate) -> bool:
    """Whether an actor can be one of those counted; who is not registered is a person."""
    entry = registry().get(actor)
    kind = entry.kind if entry is not None else "person"
    return candidate.counted is None or kind == candidate.counted


def _sides(candidate: Candidate, analysis: Analysis, found: Found) -> tuple[str, ...] | None:
    """Give the two states or bodies that the nearest list of two names together, else who does something to whom."""
    for number in range(candidate.sentence, max(candidate.sentence - _FARTHEST, -1), -1):
        sentence = analysis.sentences[number]
        near = [(c, ids) for c, ids in found if c.sentence == number and ids and c.end <= candidate.start]
        sides = [(c, ids) for c, ids in near if len(ids) == 1 and _is_side(ids[0], candidate)]
        pairs = [p for clause in sentence.clauses for p in clause.phrases if len(p.members) == _TWO]
        for phrase in reversed(pairs):
            ids = _meant_by(sentence, phrase, sides)
            if len(ids) == _TWO:
                return ids
        back = candidate.sentence - number
        faced = _facing(sentence, near, _kinds_meant(analysis, candidate)) if 0 < back <= _REACH else ()
        if faced:
            return faced
    return None


def _kinds_meant(analysis: Analysis, candidate: Candidate) -> frozenset[str]:
    """Give the kinds of actors that "both" means by its noun: countries, bodies alone ("beide Parteien"), or either."""
    if candidate.form == "countries":
        return frozenset({"state"})
    tokens = analysis.sentences[candidate.sentence].tokens
    noun = next((token.text for token in tokens if token.end == candidate.end), "")
    return frozenset({"organization"} if noun in load("mentions")["body_pairs"] else {"state", "organization"})


def _facing(sentence: Sentence, near: Found, kinds: frozenset[str]) -> tuple[str, ...]:
    """Give the two sides of which a main clause says what one does to the other ("Orbán warf der Ukraine vor, …")."""
    against = (*load("mentions")["against"], *load("mentions")["mutual"])
    for clause in sentence.clauses:
        faced = [p for p in clause.phrases if p.role in _FACED or p.preposition in against]
        sides = dict.fromkeys(side for phrase in faced for side in _sides_at(sentence, phrase, near, kinds))
        if clause.kind == "main" and len(sides) == _TWO:
            return tuple(sides)
    return ()


def _sides_at(sentence: Sentence, phrase: Phrase, near: Found, kinds: frozenset[str]) -> list[str]:
    """Give the sides for which what heads a phrase stands: a person stands for his state."""
    head = sentence.tokens[phrase.head]
    named = [ids[0] for c, ids in near if ids and c.role is None and c.start <= head.start < c.end and len(ids) == 1]
    entries = [entry for actor in named if (entry := registry().get(actor)) is not None]
    states = [entry.state for entry in entries if entry.kind == "person" and "state" in kinds]
    return [side for side in (*states, *(e.id for e in entries if e.kind in kinds)) if side is not None]


def _is_side(actor: str, candidate: Candidate) -> bool:
    """Whether an actor can be one of two countries, or of two sides."""
    entry = registry().get(actor)
    return entry is not None and (entry.kind == "state" if candidate.form == "countries" else entry.kind != "person")


def _both(candidate: Candidate, analysis: Analysis, found: Found) -> tuple[str, ...] | None:
    """Give the two who hold the office that the word names, else whom the nearest sentence names together."""
    holders = _holders(candidate, found)
    if holders:
        return holders
    for back in range(_FARTHEST):
        number = candidate.sentence - back
        if number < 0:
            return None
        sentence = analysis.sentences[number]
        near = [(c, ids) for c, ids in found if c.sentence == number and ids and c.end <= candidate.start]
        before = next((ids for c, ids in reversed(near) if c.form == "pair"), None)
        if before is not None:
            return before
        people = [(c, ids) for c, ids in near if c.form in _PEOPLE and c.role is None and not _of_theirs(c, ids or ())]
        pairs = [p for clause in sentence.clauses for p in clause.phrases if len(p.members) == _TWO]
        for phrase in reversed(pairs):
            ids = _meant_by(sentence, phrase, people)
            if len(ids) == _TWO:
                return ids
        named = tuple(dict.fromkeys(actor for _, ids in people for actor in ids))
        if len(named) == _TWO:
            return named
    return None


def _holders(candidate: Candidate, found: Found) -> tuple[str, ...] | None:
    """Give the last two whom the article called by the office before ("die beiden Präsidenten")."""
    meant = {office for role in candidate.roles for office in (role.office, *broader(role.noun)[0])}
    called = [
        ids[0]
        for c, ids in found
        if c.end <= candidate.start and ids and len(ids) == 1 and c.form == "person" and _holds(c, meant)
    ]
    latest = tuple(dict.fromkeys(reversed(called)))[:_TWO]
    return tuple(reversed(latest)) if len(latest) == _TWO else None


def _of_theirs(candidate: Candidate, ids: tuple[str, ...]) -> bool:
    """Whether office-holders of those told before stand for their states, and are no people named ("ihre Minister")."""
    return len(ids) > 1 and any(role.possessive for role in candidate.roles)


def _homes_of_others(candidate: Candidate, found: Found, both: tuple[str, ...]) -> tuple[str, ...]:
    """Give the states of two of whom each holds another office than the word names ("Die beiden Außenminister …")."""
    meant = {office for role in candidate.roles for office in offices_meant(role)}
    held = {
        actor: {o for c, ids in found if ids == (actor,) for r in c.roles for o in offices_meant(r)} for actor in both
    }
    entries = [entry for actor in both if (entry := registry().get(actor)) is not None]
    homes = tuple(dict.fromkeys(entry.state for entry in entries if entry.kind == "person" and entry.state))
    others = bool(meant) and all(offices and meant.isdisjoint(offices) for offices in held.values())
    return homes if others and len(homes) == len(both) else ()


def _holds(candidate: Candidate, offices: set[str]) -> bool:
    return any(role.office in offices and not (role.former or role.coming) for role in candidate.roles)


def _several(candidate: Candidate, analysis: Analysis, found: Found) -> tuple[str, ...] | None:
    """
    Give the ids of those whom a plural pronoun means, None where they are not named together.

    The nearest subject of a plural verb counts, whoever it is; without one in a sentence, a list of people in it.
    """
    for back in range(_REACH + 1):
        number = candidate.sentence - back
        if number < 0:
            return None
        sentence = analysis.sentences[number]
        near = [(c, ids) for c, ids in found if c.sentence == number and ids is not None and c.end <= candidate.start]
        listed: list[Phrase] = []
        own = sentence.clauses[candidate.clause] if not (candidate.subject or back) else None
        for clause in reversed(sentence.clauses):
            if clause is own:
                continue  # Whom those do something to, they are not.
            phrases = [phrase for phrase in clause.phrases if phrase.end <= candidate.start]
            subject = next((phrase for phrase in phrases if phrase.role == "subject"), None)
            if subject is not None and _plural(sentence, clause):
                if clause.kind != "relative":
                    return _meant_by(sentence, _whose(phrases, subject), near) or None
            elif clause.kind == "main":
                listed += [phrase for phrase in phrases if len(phrase.members) > 1]
        ids = next((ids for phrase in listed if (ids := _meant_by(sentence, phrase, near))), ())
        if len(ids) > 1:
            return ids
    return None


def _whose(phrases: Sequence[Phrase], subject: Phrase) -> Phrase:
    """Give the list right behind the subject that says whose people they are ("Vertreter von … und …"), else it."""
    behind = next((phrase for phrase in phrases if phrase.first == subject.last and len(phrase.members) > 1), None)
    of = behind is not None and (behind.role == "genitive" or behind.preposition in load("mentions")["of"])
    return behind if behind is not None and of and not subject.members else subject


def _plural(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause's verb can only have a plural subject."""
    finite = clause.verb.finite if clause.verb is not None else None
    verb = sentence.tokens[finite].verb if finite is not None else None
    return verb is not None and verb.numbers == ("plural",)


def _meant_by(sentence: Sentence, phrase: Phrase, near: Found) -> tuple[str, ...]:
    """Give one actor for each member of a phrase, or all whom a word that means several stands for."""
    meant: dict[str, None] = {}
    for first, last in phrase.members or ((phrase.first, phrase.last),):
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        head = next((token for token in sentence.tokens[first:last] if token.tag in _HEADS), sentence.tokens[first])
        own = [(c, ids) for c, ids in near if ids and c.role is None]
        people = [ids for c, ids in own if c.form == "person" and start <= c.start and c.end <= end]
        chosen = people or [ids for c, ids in own if c.start < head.end and head.start < c.end]
        if not chosen:
            return ()
        meant |= dict.fromkeys(chosen[0])
    return tuple(meant)
