"""Encounters that a noun names: its parties, and the verb that carries it."""

from collections.abc import Iterator
from dataclasses import replace

from aktenlage.read.encounters.compounds import compound_actors, pair_of
from aktenlage.read.encounters.dates import moved_to
from aktenlage.read.encounters.lexicon import NounWord, Support, noun_word, party_words, supports
from aktenlage.read.encounters.parties import (
    actors_of,
    parties_between,
    phrase_parties,
    phrases_parties,
    political,
    settle,
    unique,
)
from aktenlage.read.encounters.scan import company_behind, parties_behind, preposition_before
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting import complete
from aktenlage.read.encounters.status import (
    attributed,
    governing_noun,
    governor_of,
    is_setting,
    noun_status,
    verb_status,
)
from aktenlage.read.encounters.subjects import subject_parties
from aktenlage.read.encounters.surroundings import (
    considered,
    convened,
    has_word,
    is_object,
    is_subject,
    moves,
    not_asked,
    offered,
    other,
    own_talks,
    possessive,
    with_media,
)
from aktenlage.read.encounters.voices import voice_of

# Characters between a noun and its relative clause, with the genitives between them.
_RELATIVE_REACH = 60
# Tokens between talks and the accession that they are about.
_ACCESSION_REACH = 9


def noun_candidates(scene: Scene, at: Place) -> Iterator[Candidate]:
    """Give the encounters that the nouns of the clause at *at* name."""
    for token in at.clause.tokens:
        word = at.sentence.tokens[token]
        if word.pos not in ("NOUN", "PROPN"):
            continue
        noun = noun_word(word.text)
        part_of_name = word.pos == "PROPN" and token > 0 and at.sentence.tokens[token - 1].pos == "PROPN"
        here = replace(at, token=token)
        if noun is None or part_of_name or (noun.frame.offers and not offered(here)) or considered(here):
            continue
        if noun.frame.id in party_words()["sequels"] and any(p.first == token + 1 for p in at.clause.phrases):
            continue  # What it goes on with is named, and is no meeting.
        if noun.head_at or not noun.frame.counted or other(here) or company_behind(here):
            candidate = None if not_asked(here) else _candidate(scene, here, noun)
            if candidate is not None:
                yield from _moved(scene, candidate)


def _moved(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """What is put off to another day is off on its own day, over where it had begun, and planned for the new one."""
    day = moved_to(scene, candidate.at) if candidate.status == "cancelled" and moves(candidate.at) else None
    if day is None or not candidate.parties:
        yield candidate
        return
    later = replace(candidate, status="planned", date=day, duration=None, place=None, parties=list(candidate.parties))
    later.other, later.evidence, later.voices = True, [], {}
    candidate.date = None if candidate.date == day else candidate.date
    if candidate.duration and candidate.date:
        candidate.status = "held"
    if candidate.date or candidate.status == "held":
        yield candidate
    yield later


def _candidate(scene: Scene, at: Place, noun: NounWord) -> Candidate | None:
    support = find_support(at)
    candidate = Candidate(noun.frame.kind, noun_status(scene, at, support), at, weak=noun.frame.weak)
    candidate.definite = has_word(at, "definite") and not possessive(at)
    candidate.frames = [noun.frame.id]
    candidate.other = other(at) or noun.frame.id in party_words()["sequels"]
    if candidate.kind == "conference" and candidate.status == "possible" and convened(at):
        candidate.status = "planned"
    candidate.begun = support is not None and support.status == "begun"
    candidate.ended = support is not None and (support.status == "over" or moves(at))
    candidate.soft = support is None and attributed(at) == "planned"
    candidate.carried = support is not None
    voice = voice_of(at.clause) if support is not None and support.wished else None
    if voice is not None:
        candidate.voices[voice] = subject_parties(scene, at)
        candidate.pointer = voice == "unconfirmed"
    own = _own_parties(scene, at, noun, support)
    parties = own + _verb_parties(scene, at, noun, support, own)
    if support is not None and support.subject == "host":
        candidate.host = next(iter(subject_parties(scene, at)), None)
        parties += [candidate.host] if candidate.host else []
    if support is not None and support.wished:
        parties += _carrier_parties(scene, at)
    candidate.parties = settle(scene, parties)
    candidate.adds = support is not None and support.subject == "joins" and candidate.definite and not own
    candidate.resumed = support is not None and support.id == "resume" and candidate.status in ("planned", "possible")
    complete(scene, candidate, noun.modifier)
    if candidate.place is None and noun.frame.kind == "visit":
        candidate.place = _visited_state(scene, at)
    if candidate.voices.get("announced") and own_talks(at) and not (candidate.date or candidate.place):
        candidate.adds = candidate.sides = True
        candidate.parties = candidate.voices["announced"]
    if support is None and is_object(at):
        # What the verb does to it says nothing of its time: "kritisierte das Treffen am Montag".
        candidate.soft, candidate.date = True, None
    _add_relative_clause(scene, candidate)
    if not candidate.parties and not candidate.definite and support is not None and support.status == "planned":
        candidate.definite = True
    if with_media(at):
        return None
    candidate.inherits = "parties" if _inherits(candidate) else None
    candidate.leans = not candidate.inherits and not _stands(scene, candidate, own)
    return None if candidate.leans and not candidate.definite else candidate


def _inherits(candidate: Candidate) -> bool:
    """Whether it says when or where those told before met, and names nobody ("the second round was in …")."""
    at = candidate.at
    if candidate.parties or candidate.kind in ("visit", "conference") or not (candidate.date or candidate.place):
        return False
    behind = [p for p in at.clause.phrases if p.first == at.token + 1]
    unknown = [p for p in behind if p.role == "genitive" or p.preposition in party_words()["noun_prepositions"]]
    times = {p.first for p in unknown if noun_word(at.sentence.tokens[p.head].text)}
    named = any(p.first not in times for p in unknown)
    return candidate.carried and not named and (candidate.other or candidate.definite)


def find_support(at: Place) -> Support | None:
    """Give the entry of the clause's verb if it carries the noun, or the noun that this one hangs on."""
    if is_setting(at):
        return None  # The verb speaks of what takes place at its margins.
    support = _carried_by(at)
    if support is None:
        carrier = governing_noun(at)
        if carrier is not None and at.sentence.tokens[carrier].lemma in party_words()["carriers"]:
            support = _carried_by(replace(at, token=carrier))
            return support if support is not None and support.wished else None
    return support


def _carrier_parties(scene: Scene, at: Place) -> list[str]:
    """Give whose proposal it is, where the noun hangs on one ("the EU's proposal for a meeting")."""
    carrier = governing_noun(at)
    if carrier is None or at.sentence.tokens[carrier].lemma not in party_words()["carriers"]:
        return []
    genitive = next((p for p in at.clause.phrases if p.first == carrier + 1 and p.role == "genitive"), None)
    return phrase_parties(scene, at, genitive) if genitive else []


def _carried_by(at: Place) -> Support | None:
    verb, phrase = at.clause.verb, at.phrase
    if verb is None or (phrase is not None and phrase.head != at.token and not phrase.members):
        return None
    key = preposition_before(at) or ("unknown" if phrase is None else phrase.role)
    words = {at.sentence.tokens[number].text for number in at.clause.tokens}
    fitting = [support for support in supports().get(verb.lemma, ()) if key in support.role]
    nearer = (support for support in fitting if words & support.needs_word)
    return next(nearer, next((support for support in fitting if not support.needs_word), None))


def _own_parties(scene: Scene, at: Place, noun: NounWord, support: Support | None) -> list[str]:
    """Give the parties in the noun's own words, before it, in it and behind it."""
    found = _before(scene, at, support)
    if noun.modifier and noun.frame.kind != "visit":
        found += _in_compound(scene, at, noun)
    if noun.frame.kind == "visit" and possessive(at):
        return found
    return found + parties_behind(scene, at) + _joined_body(scene, at)


def _joined_body(scene: Scene, at: Place) -> list[str]:
    """Give the body that talks on joining it are held with ("talks with Serbia on its accession to the EU")."""
    if not company_behind(at):
        return []
    tokens = at.sentence.tokens
    for number in range(at.token + 1, min(at.token + _ACCESSION_REACH, len(tokens))):
        text = tokens[number].text
        if not text.endswith(tuple(party_words()["accession"])):
            continue
        inside = scene.mentions.touching(tokens[number].start, tokens[number].end)
        if inside and text not in party_words()["accession"]:
            return [party for mention in inside for party in actors_of(scene, mention)]
        phrase = next((p for p in at.clause.phrases if p.first == number + 1 and p.preposition), None)
        return phrase_parties(scene, at, phrase) if phrase else []
    return []


def _before(scene: Scene, at: Place, support: Support | None) -> list[str]:
    """Give the parties before the noun; a single adjective of a state tells its colour, not a party."""
    first = _left_edge(at)
    found = parties_between(scene, at.sentence, first, at.token)
    pairs = [actor for token in at.sentence.tokens[first : at.token] for actor in pair_of(token)]
    found = unique([*found, *(actor for actor in pairs if actor in scene.actors)])
    owners = [token for token in at.sentence.tokens[first : at.token] if token.pos == "PROPN"]
    owned = bool(owners) and owners[-1].text.endswith(tuple(party_words()["genitive_endings"]))
    offered = support is not None and support.status == "possible"
    return found if owned or offered or attributed(at) or len(found) > 1 else []


def _in_compound(scene: Scene, at: Place, noun: NounWord) -> list[str]:
    """Give the actors that the first parts of a compound name ("EU-Gipfel"), as far as the article has them."""
    return [actor for actor in compound_actors(at.word.text, noun) if actor in scene.actors]


def _left_edge(at: Place) -> int:
    """Where the noun's own words begin: behind the last word that cannot be its attribute."""
    passed = party_words()["attribute_openers"]
    for number in range(at.token - 1, -1, -1):
        token = at.sentence.tokens[number]
        if number not in at.clause.tokens:
            return number + 1
        if token.pos in ("ADJ", "PROPN", "NUM") or token.text.lower() in passed:
            continue
        return number + 1
    return 0


def _verb_parties(scene: Scene, at: Place, noun: NounWord, support: Support | None, own: list[str]) -> list[str]:
    """Give the parties that the verb adds: its subject, and whom it names with the prepositions of company."""
    words = party_words()
    alone = len(own) < 2
    subject = [] if is_subject(at) else subject_parties(scene, at)
    if not subject and alone and company_behind(at) and at.clause.kind == "dass" and at.clause.parent is not None:
        parent = at.sentence.clauses[at.clause.parent]
        return subject_parties(scene, Place(at.number, at.sentence, parent, at.token))
    if preposition_before(at) in words["attendance"] and noun.frame.kind == "conference" and not subject:
        return phrases_parties(scene, at, words["with"])
    if support is not None:
        company = phrases_parties(scene, at, words["with"]) if support.status == "tense" else []
        together = not own and len(subject) > 1 and not has_word(at, "definite")
        announces = support.subject in ("announces", "confirms") and alone and (company_behind(at) or together)
        if support.subject == "joins":
            company += phrases_parties(scene, at, words["beside"])
        if support.status == "possible":
            company += phrases_parties(scene, at, ("dative", "accusative"))
        takes_part = support.subject in ("participant", "joins") and not (_of_others(at, own) and support.wished)
        return subject + company if takes_part or announces else company
    if not alone:
        return []
    if governor_of(at) is not None:
        return subject
    preposition = preposition_before(at)
    if preposition in words["adjunct_prepositions"] and (possessive(at) or company_behind(at)):
        return subject
    if preposition in words["within"] and noun.frame.kind in ("meeting", "call") and not has_word(at, "definite"):
        addressed = phrases_parties(scene, at, ("dative", "accusative", *words["facing"]))
        people = [party for party in addressed if scene.actors[party].kind == "person"]
        if subject and people:
            return subject + people
    together = preposition in words["adjunct_prepositions"] and len(subject) > 1 and not has_word(at, "definite")
    strong = not noun.frame.weak and not has_word(at, "definite")
    attends = preposition in words["attendance"] and (noun.frame.kind == "conference" or bool(own) or strong)
    beside = preposition in words["beforehand"] and noun.frame.kind in ("visit", "meeting") and strong
    return subject if together or attends or beside else []


def _of_others(at: Place, own: list[str]) -> bool:
    """Whether the noun names two sides itself, and nobody with whom the subject would meet."""
    behind = [p.preposition for p in at.clause.phrases if p.first > at.token and p.preposition]
    company = set(party_words()["with"]) - set(party_words()["mutual_prepositions"])
    return len(own) > 1 and not company & set(behind)


def _add_relative_clause(scene: Scene, candidate: Candidate) -> None:
    """Take status, date and place from a relative clause behind the noun ("a summit, which takes place in …")."""
    at = candidate.at
    own = next((number for number, clause in enumerate(at.sentence.clauses) if clause is at.clause), None)
    for clause in at.sentence.clauses:
        between = scene.text[at.word.end : clause.start] if clause.start > at.word.end else ""
        near = 0 < len(between) <= _RELATIVE_REACH and not any(noun_word(word) for word in between.split())
        if clause.kind != "relative" or clause.parent != own or not near or clause.verb is None:
            continue
        there = Place(at.number, at.sentence, clause, clause.tokens[0])
        if not_asked(there) or not any("subject" in s.role for s in supports().get(clause.verb.lemma, ())):
            continue
        inner = Candidate(candidate.kind, verb_status(scene, there), there)
        complete(scene, inner)
        candidate.date = candidate.date or inner.date
        candidate.place = candidate.place or inner.place
        if inner.date or inner.place:
            candidate.status = inner.status


def _visited_state(scene: Scene, at: Place) -> str | None:
    """Give the state to which a visit is paid ("stattete … einen Besuch ab")."""
    visited = [scene.actors[party] for party in phrases_parties(scene, at, ("dative",))]
    return next((actor.name for actor in visited if actor.kind == "state"), None)


def _stands(scene: Scene, candidate: Candidate, own: list[str]) -> bool:
    """Whether there is enough to call it an encounter of its own."""
    told = bool(candidate.date or candidate.place)
    if not candidate.parties:
        gathering = candidate.kind == "conference" and bool(candidate.date and candidate.place)
        return told and (candidate.carried or gathering) and not candidate.weak
    if not any(political(scene, party) for party in candidate.parties):
        return False
    if candidate.definite and not own and not told and len(candidate.parties) < 2:
        return False
    named = bool(own) or company_behind(candidate.at)
    return not candidate.weak or len(candidate.parties) > 1 or (candidate.carried and named) or told
