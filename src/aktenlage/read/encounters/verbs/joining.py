"""Those whom another sentence adds to an encounter: who came along, was there as well, or was its host."""

from aktenlage.read.encounters.clause.parties import phrases_parties
from aktenlage.read.encounters.clause.subjects import standing_for_others, subject_parties
from aktenlage.read.encounters.lexicon import VerbFrame, agent_roles, is_body, party_words
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.verbs.telling import start


def join_in(scene: Scene, at: Place, frame: VerbFrame) -> Candidate | None:
    """Someone goes along, or takes part in what was told before."""
    meant = frame.bare and at.clause.verb is not None and at.clause.verb.modal is not None
    if meant or (at.clause.negated and not frame.outcome):
        return None
    passive = at.clause.verb is not None and at.clause.verb.voice != "active"
    agents = agent_roles() if passive else ()
    standing = agents if passive else frame.partner if frame.needs_partner else ("subject", "accusative", "unknown")
    named = phrases_parties(scene, at, standing) if frame.represented else []
    doers = subject_parties(scene, at) if named and not (passive or frame.needs_partner) else []
    if any(scene.actors[party].kind == "person" for party in doers):
        named = doers  # "Wadephul vertritt Merz": the other is not there.
    parties = [party for party in named if scene.actors[party].kind == "person"]
    if not (frame.represented and frame.needs_partner):
        parties = parties or phrases_parties(scene, at, ("subject", *agents, *frame.partner))
        alone = at.clause.kind == "main" and not (passive or frame.needs_partner)
        parties = parties or (subject_parties(scene, at) if alone else [])
    parties += [] if passive else standing_for_others(scene, at)
    if frame.persons_only:
        parties = [party for party in parties if scene.actors[party].kind == "person"]
    if len(parties) < (2 if frame.needs_two else 1):
        return None
    if frame.needs_partner and not passive and _along_with_a_thing(scene, at, frame):
        return None
    candidate = start(scene, at, frame, parties)
    candidate.adds = True
    if _mediates(at):
        candidate.mediators = list(candidate.parties)
    apart = not frame.needs_partner or frame.represented or not subject_parties(scene, at)
    candidate.definite = not frame.outcome and apart
    return candidate


def _along_with_a_thing(scene: Scene, at: Place, frame: VerbFrame) -> bool:
    """Whether what someone goes along with is no person or body ("begleitet den Umbau der Armee")."""
    partners = [p for p in at.clause.phrases if p.role in frame.partner and p.preposition is None]
    heads = [at.sentence.tokens[phrase.head] for phrase in partners]
    people = (is_body(head.lemma) or bool(scene.mentions.touching(head.start, head.end)) for head in heads)
    return bool(heads) and all(head.pos == "NOUN" for head in heads) and not any(people)


def _mediates(at: Place) -> bool:
    words = party_words()["mediators"]
    return any(at.sentence.tokens[number].text in words for number in at.clause.tokens)
