"""Finds the encounters of an article: candidates from nouns and verbs, joined to one entry each."""

from collections.abc import Iterator

from aktenlage.model.article import Span
from aktenlage.model.encounter import Encounter
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading
from aktenlage.read.encounters.candidates import told_clauses
from aktenlage.read.encounters.clause.actors import political, settle
from aktenlage.read.encounters.clause.governors import is_setting
from aktenlage.read.encounters.clause.scan import preposition_before
from aktenlage.read.encounters.joined.attending import add_hosts, add_those_heard
from aktenlage.read.encounters.joined.by_name import name_heads
from aktenlage.read.encounters.joined.join import join, long_going_on
from aktenlage.read.encounters.joined.journey import at_home, set_on_journeys
from aktenlage.read.encounters.joined.on_scene import stay_on_scene
from aktenlage.read.encounters.joined.topic import add_topics
from aktenlage.read.encounters.lexicon import party_words, verb_frames
from aktenlage.read.encounters.matches import is_match, of_sports
from aktenlage.read.encounters.outcome import find_outcomes
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.spans import all_days
from aktenlage.read.encounters.voices.hearing import hear
from aktenlage.read.encounters.weighed.likely import likely_candidate
from aktenlage.read.issues import issue_list

# The first places that tell an encounter tell its topics.
_TOPIC_PLACES = 8
_SEVERAL = 2
# A person and the body whose gathering he attends.
_ONE_AT_A_BODY = 2


def read_encounters(analysis: Analysis, reading: Reading) -> tuple[Encounter, ...]:
    """Find who met, called, visited or is to meet whom, one entry an encounter."""
    if of_sports(analysis):
        return ()
    scene = Scene(analysis, reading)
    if not any(political(scene, actor) for actor in scene.actors):
        return ()
    joined = join(scene, list(_candidates(scene)))
    encounters = [known for known in joined if any(political(scene, party) for party in known.parties)]
    name_heads(scene, encounters)
    add_hosts(scene, encounters)
    add_those_heard(scene, encounters)
    set_on_journeys(scene, encounters)
    add_topics(scene, encounters)
    stay_on_scene(scene, encounters)
    for encounter in encounters:
        all_days(scene, encounter)
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
    """Whether it is neither background of long ago nor somebody's being at home nor a match."""
    return not (long_going_on(scene, encounter) or at_home(scene, encounter) or is_match(scene, encounter))


def _candidates(scene: Scene) -> Iterator[Candidate]:
    told = told_clauses(scene)
    for number, each in enumerate(told):
        only_adds = all(candidate.adds and not candidate.frames for candidate in each.candidates)
        likely = likely_candidate(scene, told, number) if only_adds else None
        found = [likely] if likely is not None else []
        instead = [candidate.otherwise for candidate in each.candidates if candidate.otherwise is not None]
        for candidate in (*each.candidates, *instead, *found):
            candidate.evidence = [Span(each.at.clause.start, each.at.clause.end)]
            candidate.told_in = [each.at.number]
        if each.candidates and likely is not None and _stands_alone(scene, each.candidates[0]):
            each.candidates[0].otherwise = each.candidates[0].otherwise or likely
        yield from each.candidates or found


def _stands_alone(scene: Scene, candidate: Candidate) -> bool:
    """Whether a main clause tells what several people did, and not whom one of them brought along or sent."""
    people = [party for party in settle(scene, candidate.parties) if scene.actors[party].kind == "person"]
    verb = candidate.at.clause.verb
    frames = verb_frames().get(verb.lemma, ()) if verb is not None else ()
    brought = any(frame.sends or (frame.frame == "company" and frame.needs_partner) for frame in frames)
    return len(people) >= _SEVERAL and candidate.at.clause.kind == "main" and not brought


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
        place=candidate.place if candidate.kind != "call" else None,  # They are in two places.
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
