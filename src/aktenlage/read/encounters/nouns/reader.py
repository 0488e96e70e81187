"""Encounters that a noun names: its parties, and the verb that carries it."""

from collections.abc import Iterator
from dataclasses import replace

from aktenlage.read.encounters.clause.actors import political, settle
from aktenlage.read.encounters.clause.carrying import attended, find_support
from aktenlage.read.encounters.clause.governors import (
    PAST,
    at_a_stage,
    at_its_end,
    governing_noun,
    is_conditioned,
    is_setting,
)
from aktenlage.read.encounters.clause.parties import phrase_parties, phrases_parties
from aktenlage.read.encounters.clause.scan import company_behind, parties_behind, preposition_before, with_whom
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.clause.surroundings import (
    before_a_court,
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
from aktenlage.read.encounters.lexicon import (
    NounWord,
    Support,
    agent_roles,
    is_body,
    noun_word,
    party_words,
    place_words,
    sitting_bodies,
    status_words,
)
from aktenlage.read.encounters.nouns.company import carrier_parties, owners, speaker, verb_parties
from aktenlage.read.encounters.nouns.convening import had_been_asked, set_where_convened
from aktenlage.read.encounters.nouns.inherited import whom_it_inherits
from aktenlage.read.encounters.nouns.parties import in_compound, own_parties, who_is_there
from aktenlage.read.encounters.nouns.relatives import add_relative_clauses
from aktenlage.read.encounters.nouns.stops import at_each_stop
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.beside import attributed
from aktenlage.read.encounters.setting.dates import day_before_place, day_of_attribute, moved_to
from aktenlage.read.encounters.setting.days import day_value
from aktenlage.read.encounters.setting.details import complete
from aktenlage.read.encounters.setting.going_on import is_what_was_told
from aktenlage.read.encounters.setting.status import noun_status, tense_status
from aktenlage.read.encounters.voices.acting import doers
from aktenlage.read.encounters.voices.told import voice_of

# So many are told to meet, whoever else is there.
_SIDES = 2


def noun_candidates(scene: Scene, at: Place) -> Iterator[Candidate]:
    """Give the encounters that the nouns of the clause at *at* name."""
    for token in at.clause.tokens:
        word = at.sentence.tokens[token]
        if word.pos not in ("NOUN", "PROPN"):
            continue
        noun = noun_word(word.text)
        part_of_name = word.pos == "PROPN" and token > 0 and at.sentence.tokens[token - 1].pos == "PROPN"
        if noun is None or part_of_name:
            continue
        here = replace(at, token=token)
        if (noun.frame.offers and not offered(here)) or considered(here) or before_a_court(here):
            continue
        if noun.frame.id in party_words()["sequels"] and _of_something(here):
            continue  # What it goes on with is named, and is no meeting.
        bare = not noun.head_at and (noun.frame.counted or noun.frame.accompanied)
        counted = noun.frame.counted and (other(here) or attributed(here) == "planned" or _to_somebody(here))
        if not bare or company_behind(here) or _of_a_union(scene, here) or counted:
            visit = noun.frame.kind == "visit"
            told = not (not_asked(here) or (noun.frame.happening and find_support(here) is None))
            candidate = _candidate(scene, here, noun) if told else None
            if candidate is not None:
                for stop in at_each_stop(scene, candidate, place_words()["directions"]) if visit else [candidate]:
                    yield from _moved(scene, stop)


def _to_somebody(at: Place) -> bool:
    """Whether the verb says whom it is granted or refused to ("schlug ihm einen Termin ab")."""
    support = find_support(at)
    return support is not None and support.id in party_words()["to_somebody"]


def _of_something(at: Place) -> bool:
    """Whether anything but a place or a day stands behind the noun."""
    behind = next((p for p in at.clause.phrases if p.first == at.token + 1), None)
    return behind is not None and behind.preposition not in party_words()["place_prepositions"]


def _of_a_union(scene: Scene, at: Place) -> bool:
    """Whether the noun tells that those of a union of states or of several sides sit together."""
    behind = next((p for p in at.clause.phrases if p.first == at.token + 1 and p.role == "genitive"), None)
    sitting = phrase_parties(scene, at, behind) if behind is not None else []
    return len(sitting) > 1 or not sitting_bodies().isdisjoint(sitting)


def _moved(scene: Scene, candidate: Candidate) -> Iterator[Candidate]:
    """What is put off to another day is off on its own day, over where it had begun, and planned for the new one."""
    day = moved_to(scene, candidate.at) if candidate.status == "cancelled" and moves(candidate.at) else None
    again = day or _made_up_for(candidate)
    if again is not None and candidate.definite and not candidate.parties:
        # "Die Gespräche wurden auf Freitag vertagt": those who met before meet again then.
        candidate.status, candidate.date, candidate.place = "planned", again, None
        candidate.other, candidate.inherits, candidate.leans = True, "parties", False
    if day is None or not candidate.parties:
        yield candidate
        return
    later = replace(candidate, status="planned", date=day, duration=None, place=None, parties=list(candidate.parties))
    later.other, later.evidence, later.voices = True, [], {}
    # "Das für Freitag geplante Treffen" is put off as a whole: its old day is told no further.
    candidate.date = None if candidate.date in (day, day_of_attribute(scene, candidate.at)) else candidate.date
    if candidate.duration and candidate.date:
        candidate.status = "held"
    if candidate.status == "held":
        later.place = candidate.place  # Talks put off in their course go on where they were.
    if candidate.date or candidate.status == "held":
        yield candidate
    yield later


def _made_up_for(candidate: Candidate) -> str | None:
    """Give the day on which what was called off is to be made up for ("Das Treffen soll im März nachgeholt werden")."""
    support = find_support(candidate.at)
    makes_up = support is not None and support.id in party_words()["making_up"]
    return candidate.date if makes_up and candidate.status == "planned" else None


def _candidate(scene: Scene, at: Place, noun: NounWord) -> Candidate | None:
    support = find_support(at)
    candidate = _begin(scene, at, noun, support)
    own, there = own_parties(scene, at, noun, support), who_is_there(scene, at)
    beside = [] if _stays_away(candidate, support, own) else _parties_beside(scene, candidate, noun, support, own)
    candidate.parties = settle(scene, own + there + beside)
    if noun.modifier and noun.frame.kind == "conference":
        named = frozenset(in_compound(scene, at, noun))
        candidate.named_after = named - frozenset(parties_behind(scene, at) + subject_parties(scene, at))
    spoken = noun.frame.addressed and candidate.parties and preposition_before(at) in party_words()["before"]
    if spoken and at.clause.verb is not None:
        candidate.status = tense_status(scene, at, at.clause.verb)  # It is where they speak, and not what is to come.
    joins = support is not None and (support.subject in ("joins", "host") or _comes_too(at, noun, support))
    adding = bool(joins or there or _there(at, noun)) and candidate.definite
    candidate.adds = candidate.adds or (adding and (not own or (bool(joins) and own == with_whom(scene, at))))
    complete(scene, candidate, noun.modifier)
    _judge(scene, candidate, support)
    add_relative_clauses(scene, candidate)
    if with_media(scene, at):
        return None
    candidate.inherits = whom_it_inherits(scene, candidate)
    candidate.on_visit = not subject_parties(scene, at) and _of_one_side(scene, candidate)
    candidate.leans = not candidate.inherits and not _stands(scene, candidate, own + there)
    told = (candidate.carried or candidate.kind == "conference") and bool(candidate.date or candidate.place)
    return None if candidate.leans and not candidate.definite and not told else candidate


def _begin(scene: Scene, at: Place, noun: NounWord, support: Support | None) -> Candidate:
    """Begin with what the noun, the words before it and its verb tell of the encounter itself."""
    candidate = Candidate(noun.frame.kind, noun_status(scene, at, support), at, weak=noun.frame.weak)
    candidate.definite = has_word(at, "definite") and not possessive(at)
    candidate.frames, candidate.apart = [noun.frame.id], {at.clause.start} if is_setting(at) else set()
    earlier = support is not None and support.id in party_words()["preceding"]
    candidate.other = other(at) or earlier or noun.frame.id in party_words()["sequels"]
    if is_what_was_told(at):
        candidate.definite, candidate.other = True, False
    if candidate.status == "possible" and convened(at):
        set_where_convened(scene, candidate)
    candidate.begun = support is not None and support.status in ("begun", "going_on")
    candidate.ended = support is not None and (support.status == "over" or moves(at))
    candidate.ended = candidate.ended or at_its_end(at)
    candidate.resumed = (
        support is not None and support.id in party_words()["resuming"] and candidate.status in ("planned", "possible")
    )
    candidate.answers = support is not None and support.id in party_words()["accepting"]
    candidate.soft = support is None and (attributed(at) == "planned" or _only_before_it(at, candidate))
    if candidate.status == "possible" and candidate.definite and had_been_asked(at):
        candidate.soft = candidate.adds = True
    candidate.carried = support is not None or attended(at) or is_what_was_told(at)
    words = party_words()
    candidate.alone = noun.modifier in words["by_twos"] or not at.said.isdisjoint(words["face_to_face"])
    voice = voice_of(at.clause) if support is not None and support.wished else None
    if voice is not None:
        candidate.voices[voice] = doers(scene, at)
        candidate.pointer = voice == "unconfirmed" and candidate.status != "held"
    return candidate


def _only_before_it(at: Place, candidate: Candidate) -> bool:
    """Whether it is only said that something was so before it, and it may be over ("Im Vorfeld des Gipfels war …")."""
    verb, number = at.clause.verb, governing_noun(at)
    before = number is not None and at.sentence.tokens[number].lemma in status_words()["leading_up"]
    ahead = before and candidate.status == "planned" and candidate.definite
    return ahead and verb is not None and verb.tense in PAST


def _stays_away(candidate: Candidate, support: Support | None, own: list[str]) -> bool:
    """Whether the subject is said not to be at what others did; that took place ("Bei dem Treffen … fehlte")."""
    joins = support is not None and support.subject == "joins" and candidate.at.clause.negated
    if not joins or candidate.status != "denied" or len(own) < _SIDES:
        return False
    verb = candidate.at.clause.verb
    over = verb is not None and verb.tense in PAST
    candidate.status = "held" if over else "planned"
    return True


def _comes_too(at: Place, noun: NounWord, support: Support) -> bool:
    """Whether somebody comes to the meeting as well as those told before ("Auch Merz war zu dem Treffen gekommen")."""
    to_it = support.subject == "participant" and preposition_before(at) in party_words()["to"]
    return to_it and noun.frame.id not in party_words()["meals"] and not at.said.isdisjoint(party_words()["too"])


def _there(at: Place, noun: NounWord) -> bool:
    """Whether something happens at the gathering told before, named by no more than its noun ("auf dem Gipfel")."""
    bare = not noun.modifier and not any(phrase.first == at.token + 1 for phrase in at.clause.phrases)
    there = at_a_stage(at) or preposition_before(at) in party_words()["attendance"]
    return bare and noun.frame.kind == "conference" and there


def _parties_beside(
    scene: Scene, candidate: Candidate, noun: NounWord, support: Support | None, own: list[str]
) -> list[str]:
    """Give the parties that stand beside the noun's *own*: with its verb, with what it hangs on, or who says it."""
    at = candidate.at
    if _before_a_gathering(candidate, noun, own):
        return []
    parties = verb_parties(scene, at, noun, support, own)
    if support is not None and support.subject == "host":
        passive = at.clause.verb is not None and at.clause.verb.voice == "passive"
        behind = agent_roles() if passive else ("accusative",)
        hosts = phrases_parties(scene, at, behind) if is_subject(at) else subject_parties(scene, at)
        candidate.host = next(iter(hosts), None)
        parties = [*parties, *hosts]
    if support is not None and (support.wished or candidate.status == "denied"):
        parties = parties + carrier_parties(scene, at)
    if own or parties or (noun.frame.kind == "visit" and support is not None):
        parties = parties + owners(scene, at, own + parties)
    alone = len(settle(scene, own + parties)) == 1 and (candidate.status != "possible" or is_conditioned(at))
    if alone and candidate.kind in ("meeting", "call") and company_behind(at):
        parties = parties + speaker(scene, at)
    return parties


def _before_a_gathering(candidate: Candidate, noun: NounWord, own: list[str]) -> bool:
    """Whether it is only told what somebody did before a gathering ("die vor dem Gipfel mit Merz gesprochen hatte")."""
    ahead = preposition_before(candidate.at) in status_words()["prepositions"]["planned"]
    return ahead and candidate.kind == "conference" and not (own or noun.modifier)


def _judge(scene: Scene, candidate: Candidate, support: Support | None) -> None:
    """Set right what day, place and parties together tell of *candidate*."""
    at = candidate.at
    if candidate.definite and candidate.mediators and set(candidate.parties) <= set(candidate.mediators):
        candidate.adds = True
    after_all = candidate.duration or not at.said.isdisjoint(status_words()["without_result"])
    if candidate.status == "cancelled" and moves(at) and after_all and moved_to(scene, at) is None:
        candidate.status = "held"  # Put off after days of talking: they had met.
    if support is not None and _only_told_when_said(scene, candidate, support):
        candidate.date = None
    if candidate.voices.get("announced") and own_talks(at) and not (candidate.date or candidate.place):
        candidate.adds = candidate.sides = True
        candidate.parties = candidate.voices["announced"]
    if support is None and is_object(at):
        # What the verb does to it says nothing of its time: "kritisierte das Treffen am Montag".
        candidate.soft = True
        told = day_of_attribute(scene, at) or day_before_place(scene, at)
        candidate.date = told if len(candidate.parties) > 1 else None
    elif support is None and candidate.status == "ongoing":
        _set_over(scene, candidate)
    if not candidate.parties and support is not None and support.status == "planned":
        candidate.definite = True


def _set_over(scene: Scene, candidate: Candidate) -> None:
    """Set as over what has a day of its own that is over ("berichtete heute von dem Treffen am Montag in Rom")."""
    day = day_before_place(scene, candidate.at)
    if day is not None and scene.published is not None and day < scene.published:
        candidate.status, candidate.date = "held", day


def _only_told_when_said(scene: Scene, candidate: Candidate, support: Support) -> bool:
    """Whether the day is that on which someone called it off or spoke of it ("Am Montag bestätigte er das Treffen")."""
    verb, at = candidate.at.clause.verb, candidate.at
    active = verb is not None and verb.voice == "active" and not is_subject(at)
    spoken = verb is not None and verb.tense in PAST and support.subject in ("announces", "confirms")
    if not active or not (support.status == "cancelled" or spoken):
        return False
    times = [t for t in scene.times.within(at.clause.start, at.word.start) if day_value(t) == candidate.date]
    for_a_day = spoken and not {word.lower() for word in at.said}.isdisjoint(status_words()["planned_for"])
    return bool(candidate.date and times) and not for_a_day and not attributed(at)


def _with_sides(at: Place) -> bool:
    """Whether the clause tells that it is with sides or parties, without their names ("mit beiden Seiten")."""
    phrases = [p for p in at.clause.phrases if p.preposition in party_words()["with"]]
    return any(is_body(at.sentence.tokens[phrase.head].lemma) for phrase in phrases)


def _of_one_side(scene: Scene, candidate: Candidate) -> bool:
    """Whether it names the other side alone ("auch ein Gespräch mit Putin ist geplant")."""
    at = candidate.at
    told = candidate.kind == "meeting" and bool(candidate.parties) and not candidate.definite
    return told and set(candidate.parties) <= set(with_whom(scene, at))


def _stands(scene: Scene, candidate: Candidate, own: list[str]) -> bool:
    """Whether there is enough to call it an encounter of its own."""
    told = bool(candidate.date or candidate.place)
    if not candidate.parties:
        gathering = candidate.kind == "conference" and bool(candidate.date and candidate.place)
        return told and (candidate.carried or gathering) and not candidate.weak
    if not any(political(scene, party) for party in candidate.parties):
        return False
    verb = candidate.at.clause.verb
    modal = candidate.status == "possible" and verb is not None and verb.modal is not None
    vague = not told or (modal and candidate.kind != "conference")
    if candidate.definite and not own and vague and len(candidate.parties) < 2:
        return False
    named = bool(own) or company_behind(candidate.at) or _with_sides(candidate.at)
    return not candidate.weak or len(candidate.parties) > 1 or (candidate.carried and named) or told
