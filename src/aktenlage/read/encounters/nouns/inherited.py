"""Who of those told before takes part in what a noun tells that names nobody ("die zweite Runde war in Rom")."""

from aktenlage.model.language import Phrase
from aktenlage.read.encounters.clause.scan import preposition_before
from aktenlage.read.encounters.clause.surroundings import has_word, is_object
from aktenlage.read.encounters.lexicon import is_body, noun_word, party_words
from aktenlage.read.encounters.scene import Candidate, Inheritance, Place, Scene
from aktenlage.read.encounters.setting.beside import attributed
from aktenlage.read.encounters.setting.dates import day_before_place


def whom_it_inherits(scene: Scene, candidate: Candidate) -> Inheritance | None:
    """Tell who of those told before met, if it says when or where and names nobody ("the second round was in …")."""
    at = candidate.at
    dated = bool(candidate.date or candidate.place)
    theirs = has_word(at, "theirs") and not is_object(at) and candidate.kind in ("meeting", "call")
    if theirs and not candidate.parties and (dated or (candidate.other and candidate.carried)):
        return "parties"  # "Ihr nächstes Treffen soll in Rom stattfinden."
    if dated and not candidate.parties and at.word.lemma in party_words()["returned"]:
        return "host"  # "Der Gegenbesuch soll im Mai stattfinden."
    if candidate.parties or candidate.kind == "visit" or not dated:
        return None
    if candidate.kind == "conference":
        return "bodies" if candidate.carried and (candidate.other or candidate.date) else None
    behind = [p for p in at.clause.phrases if p.first == at.token + 1]
    unknown = [p for p in behind if p.role == "genitive" or p.preposition in party_words()["noun_prepositions"]]
    tokens, kinds = at.sentence.tokens, party_words()["of_this_kind"]
    unknown = [p for p in unknown if not (noun_word(tokens[p.head].text) or tokens[p.head].text in kinds)]
    if any(not _delegates(scene, at, phrase) for phrase in unknown):
        return None
    if unknown:
        return "states" if candidate.carried or (candidate.date and candidate.place) else None
    if not candidate.carried:
        return "parties" if _of_both(candidate) else "faced" if _where_it_was_said(scene, candidate) else None
    known = candidate.other or candidate.definite or (attributed(at) == "planned" and not _explained(at))
    return "parties" if known else "pair"


def _explained(at: Place) -> bool:
    """Whether a relative clause behind the noun says more of it, and so perhaps who was to be there."""
    return any(p.clause.kind == "relative" and p.clause.start > at.word.start for p in at.below)


def _of_both(candidate: Candidate) -> bool:
    """Whether those told before did something at another one, then and there ("Bei der ersten Runde lobten beide")."""
    at, subject = candidate.at, candidate.at.clause.subject
    both = subject is not None and at.sentence.tokens[subject.first].text.lower() in party_words()["unnamed"]
    there = preposition_before(at) in party_words()["within"]
    return both and there and candidate.other and bool(candidate.date and candidate.place)


def _where_it_was_said(scene: Scene, candidate: Candidate) -> bool:
    """Whether the words tell on what occasion something was said or done ("Bei dem Treffen am Freitag in Rom …")."""
    at = candidate.at
    single = (
        candidate.kind in ("meeting", "call")
        and at.word.text.removesuffix("s") == at.word.lemma
        and not candidate.other
    )
    within = preposition_before(at) in (*party_words()["within"], *party_words()["beforehand"])
    return single and within and candidate.status == "held" and day_before_place(scene, at) is not None


def _delegates(scene: Scene, at: Place, phrase: Phrase) -> bool:
    """Whether the phrase is office-holders of the states told before ("der Außenminister")."""
    head = at.sentence.tokens[phrase.head]
    if phrase.role != "genitive" or "-" in head.text or not is_body(head.lemma):
        return False
    return not any(mention.actor for mention in scene.mentions.touching(phrase.start, phrase.end))
