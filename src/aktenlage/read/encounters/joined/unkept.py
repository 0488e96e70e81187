"""Who was to take part in what does not come about, where its own words name one side alone or nobody."""

from aktenlage.read.encounters.clause.actors import actors_of, settle, unique
from aktenlage.read.encounters.clause.parties import phrase_parties, phrases_parties
from aktenlage.read.encounters.clause.scan import with_whom
from aktenlage.read.encounters.clause.speaking import speaks_for_others
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.clause.surroundings import is_subject
from aktenlage.read.encounters.joined.agreeing import OFF
from aktenlage.read.encounters.lexicon import agent_roles, party_words, status_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene, backwards
from aktenlage.read.encounters.setting.conjuncts import day_of_conjunct
from aktenlage.read.encounters.setting.dates import date_of

# So many are a pair.
_TWO = 2
_COLON = ":"


def name_who_cannot_come(scene: Scene, candidate: Candidate) -> None:
    """Add who was to meet the one named, where the words before say why not ("Merz ist krank. Das Treffen mit …")."""
    at = candidate.at
    if not candidate.frames:
        return
    met = candidate.kind in ("meeting", "call")
    pair, named = (_before_colon(scene, candidate), set(with_whom(scene, at))) if met else ([], set())
    called_off = candidate.status == "cancelled" and set(candidate.parties) <= named
    refused = candidate.status in OFF and set(candidate.parties) <= _refusing(scene, at)
    one_side = len(candidate.parties) == 1 and is_subject(at)
    if pair or not (one_side and (called_off or refused)):
        candidate.parties = pair or candidate.parties
        return
    before = _main_clause_before(scene, at)
    parties = _who_refused(scene, at) or (subject_parties(scene, before) if before is not None else [])
    people = [
        party for party in parties if scene.actors[party].kind == "person" and not speaks_for_others(scene, party)
    ]
    if len(people) == len(parties) == 1:
        candidate.parties, candidate.on_visit = settle(scene, people + candidate.parties), False


def _refusing(scene: Scene, at: Place) -> set[str]:
    """Give by whom a passive tells it was refused ("Ein Besuch wurde von der Junta abgelehnt")."""
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    return set(phrases_parties(scene, at, agent_roles())) if passive else set()


def day_meant(scene: Scene, at: Place) -> str | None:
    """Give the day on which somebody meant to do what has been called off ("wollte am Montag nach Rom fliegen")."""
    verb = at.clause.verb
    meant = verb is not None and verb.tense == "past" and verb.modal in status_words()["modals"]["intended"]
    return date_of(scene, at, "cancelled") or day_of_conjunct(scene, at, "cancelled") if meant else None


def _before_colon(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the two people of whom one refuses the other behind a colon ("Merz lässt Tusk warten: Zu dem Treffen …")."""
    at = candidate.at
    colon = at.clause.tokens[0] - 1
    if candidate.status not in OFF or len(candidate.parties) > 1 or colon < 1:
        return []
    if at.sentence.tokens[colon].text != _COLON:
        return []
    named = [m for m in scene.mentions.within(at.sentence.start, at.clause.start) if m.kind in ("name", "office")]
    people = unique(party for mention in named for party in actors_of(scene, mention))
    pair = settle(scene, [party for party in people if not speaks_for_others(scene, party)] + candidate.parties)
    persons = all(scene.actors[party].kind == "person" for party in pair)
    return pair if len(pair) == _TWO and persons else []


def _who_refused(scene: Scene, at: Place) -> list[str]:
    """Give whose refusal the clause names ("Nach der Absage von Merz ist das Treffen mit … vom Tisch")."""
    tokens, refusals = at.sentence.tokens, status_words()["governors"]["cancelled"]
    for before, phrase in zip(at.clause.phrases, at.clause.phrases[1:], strict=False):
        of = phrase.role == "genitive" or phrase.preposition in party_words()["of"]
        if tokens[before.head].lemma in refusals and before.last == phrase.first and of:
            return phrase_parties(scene, at, phrase)
    return []


def _main_clause_before(scene: Scene, at: Place) -> Place | None:
    """Give the main clause right before one, in its sentence or in the one before it."""
    before = (there for number in backwards(at.number, 1) for there in reversed(scene.clauses(number)))
    main = next((p for p in before if p.clause.kind == "main" and p.clause.start < at.clause.start), None)
    return main if main is not None and main.sentence.paragraph == at.sentence.paragraph else None
