"""Finds the encounters of an article: candidates from nouns and verbs, joined to one entry each."""

from collections.abc import Iterator
from dataclasses import replace

from aktenlage.model.article import Span
from aktenlage.model.encounter import Encounter
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading
from aktenlage.read.encounters.apart import each_in_turn
from aktenlage.read.encounters.attending import add_hosts, add_those_heard
from aktenlage.read.encounters.carrying import attended
from aktenlage.read.encounters.datelines import stay_on_scene
from aktenlage.read.encounters.dates import date_of, goes_on, lasting
from aktenlage.read.encounters.governors import is_setting
from aktenlage.read.encounters.join import join, long_going_on
from aktenlage.read.encounters.journey import at_home, set_on_journeys
from aktenlage.read.encounters.lexicon import detail_words, party_words
from aktenlage.read.encounters.likely import likely_candidate
from aktenlage.read.encounters.nouns import noun_candidates
from aktenlage.read.encounters.outcome import find_outcomes
from aktenlage.read.encounters.parties import settle
from aktenlage.read.encounters.pronouns import pronoun_candidate
from aktenlage.read.encounters.scan import beside_the_point, preposition_before
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.signs import Told
from aktenlage.read.encounters.verbs import verb_candidates
from aktenlage.read.encounters.voices import hear
from aktenlage.read.issues import issue_list

# The first places that tell an encounter tell its topics.
_TOPIC_PLACES = 8
# What runs on for longer is no sentence.
_LONGEST_SENTENCE = 300
# A person and the body whose gathering he attends.
_ONE_AT_A_BODY = 2
# So many words of sports make a report of sports.
_SPORTS_WORDS = 4


def read_encounters(analysis: Analysis, reading: Reading) -> tuple[Encounter, ...]:
    """Find who met, called, visited or is to meet whom, one entry an encounter."""
    if _of_sports(analysis):
        return ()
    scene = Scene(analysis, reading)
    encounters = join(scene, list(_candidates(scene)))
    add_hosts(scene, encounters)
    add_those_heard(scene, encounters)
    set_on_journeys(scene, encounters)
    stay_on_scene(scene, encounters)
    hear(scene, encounters)
    find_outcomes(scene, encounters)
    return tuple(_finish(scene, encounter) for encounter in encounters if _is_news(scene, encounter))


def _those_there(scene: Scene, encounter: Candidate) -> tuple[str, ...]:
    """Give who takes part: a body that only names the gathering does where one person alone attends it, or nobody."""
    persons = [party for party in encounter.parties if scene.actors[party].kind == "person"]
    if not persons or (len(persons) + len(encounter.named_after) <= _ONE_AT_A_BODY and _attends(encounter.at)):
        return tuple(encounter.parties)
    return tuple(party for party in encounter.parties if party not in encounter.named_after)


def _attends(at: Place) -> bool:
    """Whether the words tell of being at the gathering, and not before it, behind it or at its margins."""
    words = party_words()
    return preposition_before(at) not in (*words["beforehand"], *words["of"]) and not is_setting(at)


def _is_news(scene: Scene, encounter: Candidate) -> bool:
    """Whether it is neither background of long ago nor somebody's being at home."""
    return not (long_going_on(scene, encounter) or at_home(scene, encounter))


def _of_sports(analysis: Analysis) -> bool:
    """Whether the article reports matches, where "meeting" means playing against each other."""
    words = frozenset(detail_words()["sports"])
    hits = sum(token.text in words for sentence in analysis.sentences for token in sentence.tokens)
    return hits >= _SPORTS_WORDS


def _candidates(scene: Scene) -> Iterator[Candidate]:
    told = told_clauses(scene)
    for number, each in enumerate(told):
        likely = None if each.candidates else likely_candidate(scene, told, number)
        for candidate in each.candidates if likely is None else (likely,):
            candidate.evidence = [Span(each.at.clause.start, each.at.clause.end)]
            candidate.told_in = [each.at.number]
            yield candidate


def told_clauses(scene: Scene) -> list[Told]:
    """Give the article's clauses, each with the encounters that its listed words tell."""
    told = []
    for number, sentence in enumerate(scene.analysis.sentences):
        if len(sentence.tokens) > _LONGEST_SENTENCE:
            continue
        for clause in sentence.clauses:
            if clause.tokens:
                at = Place(number, sentence, clause, clause.tokens[0])
                pointing = pronoun_candidate(scene, at)
                found = [each for candidate in _in_clause(scene, at) for each in _each_met(scene, candidate)]
                told.append(Told(at, [*found, *([pointing] if pointing is not None else [])]))
    return told


def _each_met(scene: Scene, candidate: Candidate) -> list[Candidate]:
    """Give the encounters with each of several that a noun tells as one ("getrennte Gespräche mit …")."""
    named = candidate.frames and not candidate.adds
    return each_in_turn(scene, candidate, party_words()["with"]) if named else [candidate]


def _in_clause(scene: Scene, at: Place) -> Iterator[Candidate]:
    """Give the clause's encounters; a noun beside its verb ("spoke in a call with") tells the same one."""
    nouns = list(noun_candidates(scene, at))
    told = verb_candidates(scene, at)
    verb = told[0] if told else None
    _name_who_came(scene, nouns, verb)
    if verb is None or (verb.adds and any(noun.adds for noun in nouns)):
        yield from nouns
        return
    gathering = _gathering_of_verb(nouns, verb)
    if gathering is not None:
        gathering.inherits = gathering.inherits or verb.inherits
        gathering.parties = settle(scene, gathering.parties + verb.parties)
        yield from nouns
        return
    same = [noun for noun in nouns if noun.carried or _same(noun, verb)]
    if verb.adds and same:
        for noun in same:  # "nimmt an einer Konferenz in … teil" tells the conference.
            noun.parties = settle(scene, noun.parties + verb.parties)
        yield from nouns
        return
    covering = [noun for noun in same if len(noun.parties) > 1]
    if covering:
        for noun in covering:
            noun.parties = settle(scene, noun.parties + verb.parties)
            noun.place = noun.place or verb.place
            noun.host = noun.host or verb.host
            noun.status = "ongoing" if verb.status == "ongoing" and noun.status == "held" else noun.status
    else:
        for noun in same:
            verb.duration = verb.duration or noun.duration
        if verb.begun and verb.date:
            verb.date = lasting(verb.date, verb.duration, ending=False)
            verb.status = "ongoing" if verb.status == "held" and goes_on(scene, verb.date) else verb.status
        nouns = [noun for noun in nouns if noun in same or not _only_reason(noun)]
        for noun in nouns:
            _apart_from_verb(scene, noun)
            if noun not in same and len(noun.parties) > 1 and beside_the_point(noun.at):
                for each in (noun, *told):
                    each.apart.add(at.clause.start)
        yield from told
    yield from (noun for noun in nouns if covering or noun not in same)


def _name_who_came(scene: Scene, nouns: list[Candidate], verb: Candidate | None) -> None:
    """Take over whom the verb calls the hosts or guests of a noun's encounter ("Gastgeber des Treffens war …")."""
    theirs = next((noun for noun in nouns if attended(noun.at)), None)
    if theirs is not None and verb is not None and verb.adds:
        theirs.parties = settle(scene, theirs.parties + verb.parties)
        theirs.adds, theirs.leans, theirs.inherits = True, False, None


def _gathering_of_verb(nouns: list[Candidate], verb: Candidate) -> Candidate | None:
    """Give the conference that a weak verb tells, or that a verb does where neither says who took part."""
    gatherings = [noun for noun in nouns if noun.kind == "conference"]
    nobody = verb.inherits is not None and not verb.parties
    return next((noun for noun in gatherings if verb.weak or (nobody and not noun.parties)), None)


def _only_reason(noun: Candidate) -> bool:
    """Whether it is only why the verb's encounter took place, and names one side alone."""
    return len(noun.parties) == 1 and preposition_before(noun.at) in party_words()["because"]


def _apart_from_verb(scene: Scene, noun: Candidate) -> None:
    """What stands beyond the finite verb is told of the verb's encounter ("nach einem Treffen … reiste er am")."""
    at = noun.at
    finite = at.clause.verb.finite if at.clause.verb is not None else None
    if noun.carried or finite is None or not beside_the_point(at):
        return
    before = at.token < finite
    tokens = tuple(number for number in at.clause.tokens if (number < finite) == before)
    noun.date = date_of(scene, replace(at, clause=replace(at.clause, tokens=tokens)), noun.status)


def _same(noun: Candidate, verb: Candidate) -> bool:
    shared = set(noun.parties) & set(verb.parties)
    return len(shared) > 1 and noun.kind != "conference"


def _finish(scene: Scene, candidate: Candidate) -> Encounter:
    spans = sorted(set(candidate.evidence))
    first = candidate.evidence[0]
    tokens = [
        token
        for number in sorted(set(candidate.told_in))
        for token in scene.analysis.sentences[number].tokens
        if any(span.start <= token.start < span.end for span in candidate.evidence[:_TOPIC_PLACES])
    ]
    topics = issue_list().find(tokens)
    return Encounter(
        kind=candidate.kind,
        participants=_those_there(scene, candidate),
        status=candidate.status,
        host=candidate.host,
        mediators=tuple(candidate.mediators),
        place=candidate.place,
        date=candidate.date,
        duration=candidate.duration,
        topics=topics,
        occasion=candidate.occasion,
        number=candidate.number,
        outcome=candidate.outcome,
        announced_by=tuple(candidate.voices.get("announced", ())),
        confirmed_by=tuple(candidate.voices.get("confirmed", ())),
        denied_by=tuple(candidate.voices.get("denied", ())),
        unconfirmed_by=tuple(candidate.voices.get("unconfirmed", ())),
        evidence=(first, *(span for span in spans if span != first)),
    )
