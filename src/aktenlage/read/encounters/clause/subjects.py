"""The subject of a clause, also where it stands outside: before a relative clause, above an infinitive."""

from itertools import pairwise

from aktenlage.model.language import Clause, Phrase
from aktenlage.read.encounters.clause.attributes import led_by
from aktenlage.read.encounters.clause.contrast import set_aside
from aktenlage.read.encounters.clause.parties import (
    antecedent_parties,
    parties_between,
    phrase_parties,
    phrases_parties,
    plural_verb,
)
from aktenlage.read.encounters.clause.speaking import speaking_of_himself
from aktenlage.read.encounters.lexicon import agent_roles, is_body, is_matter, party_words
from aktenlage.read.encounters.scene import Place, Scene

_DEEPEST = 4
_TWO = 2
_COLON = ":"


def subject_parties(scene: Scene, at: Place) -> list[str]:
    """Give the participants that the subject of the clause names."""
    clause = at.clause
    if clause.verb is None:
        return _opening_parties(scene, at)
    for _ in range(_DEEPEST):
        here = Place(at.number, at.sentence, clause, at.token)
        subject = clause.subject
        if subject is not None and not _is_introducer(clause, subject):
            subject = _instead(here, subject)
            found = phrase_parties(scene, here, subject) or led_by(scene, here, subject)
            found = found or (_whose(scene, here, subject) if clause is not at.clause else [])
            found = found or _behind_colon(scene, here, subject) or _explained_behind(scene, here, subject)
            found = found or speaking_of_himself(scene, at, subject)
            owned = not found and clause.parent is not None and clause.introducer == subject.first
            # "Russia, whose negotiators are to meet …": they are Russia's.
            return antecedent_parties(scene, here, at.sentence.clauses[clause.parent or 0]) if owned else found
        if clause.kind == "main" and subject is None:
            return _front_parties(scene, here)
        if clause.parent is None:
            return []
        parent = at.sentence.clauses[clause.parent]
        if clause.kind == "relative":
            return antecedent_parties(scene, here, parent)
        if clause.kind not in ("infinitive", "participial"):
            return []
        if parent.verb is not None and parent.verb.lemma in party_words()["object_control"]:
            above = Place(at.number, at.sentence, parent, at.token)
            asked = phrases_parties(scene, above, ("accusative", "dative"))
            if asked:
                return asked
        asking = _who_asks(scene, at, parent) if clause is at.clause else []
        if asking:
            return asking
        clause = parent
    return []


def _whose(scene: Scene, at: Place, subject: Phrase) -> list[str]:
    """Give those whose plan or offer the subject above an infinitive is ("Der Plan von Merz, … zu treffen, …")."""
    behind = next((p for p in at.clause.phrases if p.first == subject.last), None)
    of = behind is not None and behind.preposition in party_words()["of"]
    return phrase_parties(scene, at, behind) if behind is not None and of else []


def _behind_colon(scene: Scene, at: Place, subject: Phrase) -> list[str]:
    """Give those who several without a name are, by the list at the end ("Drei Minister berieten: A, B und C")."""
    last, tokens = next(reversed(at.clause.phrases), subject), at.sentence.tokens
    if not last.members or last.preposition or subject.last >= last.first or tokens[last.first - 1].text != _COLON:
        return []
    head = tokens[subject.head]
    several = plural_verb(at) and head.pos == "NOUN" and not is_matter(head.lemma)
    listed = phrase_parties(scene, at, last) if several else []
    people = len(listed) == len(last.members) and all(scene.actors[party].kind == "person" for party in listed)
    return listed if len(listed) > 1 and (people or is_body(head.lemma)) else []


def _explained_behind(scene: Scene, at: Place, subject: Phrase) -> list[str]:
    """Give the person whom what was taken for the subject explains ("Am Kopfende saß Merz, früherer Richter")."""
    verb, tokens = at.clause.verb, at.sentence.tokens
    behind = [p for p in at.clause.phrases if verb is not None and verb.finite is not None and p.first > verb.finite]
    first = behind[0] if behind and behind[0].preposition is None else None
    comma = first is not None and first.last < len(tokens) and tokens[first.last].text == ","
    if first is None or not comma or first.role != "accusative" or first.first >= subject.first:
        return []
    return [party for party in phrase_parties(scene, at, first) if scene.actors[party].kind == "person"]


def proposed_to(scene: Scene, at: Place) -> list[str]:
    """Give those to whom it is proposed above to do something together ("schlug Macron vor, … zu verhandeln")."""
    clause, words = at.clause, party_words()
    if clause.kind != "infinitive" or clause.parent is None or clause.introducer is not None:
        return []
    parent = at.sentence.clauses[clause.parent]
    verb, above = parent.verb, Place(at.number, at.sentence, parent, at.token)
    heads = {at.sentence.tokens[phrase.head].lemma for phrase in parent.phrases}
    proposes = verb is not None and verb.lemma in words["proposing"]
    makes = verb is not None and verb.lemma in words["making"] and not heads.isdisjoint(words["requests"])
    if verb is None or verb.voice != "active" or not (proposes or makes):
        return []
    return phrases_parties(scene, above, ("dative", "accusative", "unknown"))


def _who_asks(scene: Scene, at: Place, parent: Clause) -> list[str]:
    """
    Give whose request it is to do something ("Die Bitte von Merz, Macron zu treffen, …"), with who answers it.

    Where the infinitive names nobody else, whoever answers was to do it with him ("…, in Genf zu verhandeln, …").
    """
    tokens, words, above = at.sentence.tokens, party_words(), Place(at.number, at.sentence, parent, at.token)
    before = [phrase for phrase in parent.phrases if phrase.last <= at.clause.tokens[0]]
    pair = next(
        (p for p in pairwise(before) if tokens[p[0].head].lemma in words["requests"] and p[0].last == p[1].first), None
    )
    if pair is None or not (pair[1].role == "genitive" or pair[1].preposition in words["of"]):
        return []
    owner = phrase_parties(scene, above, pair[1])
    if not owner or phrases_parties(scene, at, ("accusative", "dative", "unknown", *words["with"])):
        return owner if tokens[pair[0].head].lemma in words["own_requests"] else []
    return [*owner, *subject_parties(scene, above), *phrases_parties(scene, above, agent_roles())]


def _instead(at: Place, subject: Phrase) -> Phrase:
    """Give the phrase that stands in for a subject set aside ("Nicht Merz, sondern Macron …"), else the subject."""
    aside = set_aside(at)
    others = (phrase for phrase in at.clause.phrases if subject.first in aside and phrase.first == aside.stop + 1)
    return next(others, subject)


def acting_parties(scene: Scene, at: Place) -> list[str]:
    """Give the participants that the subject names as acting; the owner of a letter or verdict does not act by it."""
    if tells_of_matter(at):
        return []
    return _besides(scene, at) + subject_parties(scene, at) + standing_for_others(scene, at)


def _besides(scene: Scene, at: Place) -> list[str]:
    """Give the persons beside whom the subject, too, does something ("Neben Merz berieten auch Macron und Starmer")."""
    words = party_words()
    first = at.clause.phrases[0].preposition if at.clause.phrases else None
    ahead = first in words["beside"] and first not in words["exceptions"]  # "Neben Merz saßen Macron und Starmer …"
    if at.said.isdisjoint(words["too"]) and not ahead:
        return []
    named = phrases_parties(scene, at, [first] if ahead and first else words["beside"])
    return [party for party in named if scene.actors[party].kind == "person"]


def standing_for_others(scene: Scene, at: Place) -> list[str]:
    """Give those who do for another side what the clause tells of the first ("für Belgrad …, für Pristina Thaçi")."""
    words = party_words()
    sides = [p for p in at.clause.phrases if p.preposition in (*words["on_behalf"], *words["origins"])]
    on_behalf = bool(sides) and sides[0].preposition in words["on_behalf"]
    if len(sides) < _TWO or not on_behalf or at.clause.phrases[0] is not sides[0]:
        return []
    others = [party for phrase in sides[1:] for party in _named_behind(scene, at, phrase)]
    return [party for party in others if scene.actors[party].kind == "person"]


def _named_behind(scene: Scene, at: Place, phrase: Phrase) -> list[str]:
    """Give whom a phrase for a side names, or the phrase without a preposition right behind it."""
    behind = next((p for p in at.clause.phrases if p.first == phrase.last and p.preposition is None), None)
    return phrase_parties(scene, at, phrase) + (phrase_parties(scene, at, behind) if behind is not None else [])


def tells_of_matter(at: Place) -> bool:
    """Whether the subject is what somebody says, writes or decides ("das Urteil", "der Brief")."""
    subject = at.clause.subject
    return subject is not None and not subject.members and is_matter(at.sentence.tokens[subject.head].lemma)


def _opening_parties(scene: Scene, at: Place) -> list[str]:
    """Give the parties with which a headline without a verb begins ("Trump nach Treffen mit …")."""
    tokens = at.sentence.tokens
    own = at.clause.tokens
    last = next((number for number in own if tokens[number].pos in ("ADP", "PUNCT")), own[-1] + 1)
    return parties_between(scene, at.sentence, own[0], last)


def _front_parties(scene: Scene, at: Place) -> list[str]:
    """Give the parties before the finite verb where no phrase could be told to be the subject."""
    verb = at.clause.verb
    if verb is None or verb.finite is None:
        return []
    front = [p for p in at.clause.phrases if p.last <= verb.finite and p.preposition is None and p.role != "genitive"]
    return phrase_parties(scene, at, front[0]) if front else []


def _is_introducer(clause: Clause, subject: Phrase) -> bool:
    return clause.introducer is not None and subject.head == clause.introducer
