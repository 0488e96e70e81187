"""One entry an encounter: joins the mentions of one encounter in an article and keeps others apart."""

import re
from dataclasses import replace
from datetime import date, timedelta

from aktenlage.model.encounter import Status
from aktenlage.read.encounters.dates import days_of, lasting
from aktenlage.read.encounters.inheriting import NEAR, REACH, far, fill
from aktenlage.read.encounters.lexicon import detail_words, party_words, place_words
from aktenlage.read.encounters.parties import settle, unique
from aktenlage.read.encounters.places import country_of_regions, fit_together
from aktenlage.read.encounters.scene import Candidate, Scene

_TOGETHER: tuple[frozenset[Status], ...] = (
    frozenset({"held", "ongoing"}),
    frozenset({"ongoing", "planned"}),
    frozenset({"planned", "possible", "cancelled", "denied"}),
)
_OPEN: frozenset[Status] = frozenset({"planned", "possible"})
_OVER: frozenset[Status] = frozenset({"held", "ongoing"})
_OFF: frozenset[Status] = frozenset({"cancelled", "denied"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAYS = re.compile(r"P(\d+)D")
# So many parties in common are more than chance.
_MANY = 2
# What was over so long before does not go on.
_LONG = timedelta(days=14)
_YEAR = timedelta(days=365)


def join(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Join the candidates that tell of one encounter; the text's order decides which is first."""
    joined: list[Candidate] = []
    agreed: Candidate | None = None
    for candidate in candidates:
        known = _known(scene, joined, candidate)
        if known is None and _called_off_by_a_body(scene, candidate):
            known = _known_alike(scene, joined, candidate)
        if known is not None:
            _merge(scene, known, candidate)
        elif _stands(candidate) or _awaits_parties(candidate):
            fill(scene, joined, candidate)
            if candidate.inherits == "pair" and not candidate.parties:
                candidate.inherits, candidate.leans = None, True
                if not _awaits_parties(candidate):
                    continue
            if agreed is not None and candidate.inherits and not candidate.parties and not far(agreed, candidate):
                candidate.parties = list(agreed.parties)
            joined.append(candidate)
        elif candidate.adds and not candidate.definite:
            agreed = candidate  # They came to terms; the words behind may say where they talked.
    return [known for known in joined if known.parties]


def _called_off_by_a_body(scene: Scene, candidate: Candidate) -> bool:
    """Whether a body, which may speak for one of those that meet, calls off what was told before."""
    bodies = [party for party in candidate.parties if scene.actors[party].kind != "person"]
    return candidate.status == "cancelled" and candidate.definite and len(candidate.parties) == len(bodies) == 1


def _stands(candidate: Candidate) -> bool:
    """Whether it may be an encounter of its own; parties may still be told later."""
    enough = len(candidate.parties) > 1 or (candidate.place and candidate.parties)
    if candidate.inherits:
        return True
    added = candidate.adds and not (candidate.frames and enough)
    return not (candidate.pointer or candidate.leans or (added and not candidate.sides))


def _awaits_parties(candidate: Candidate) -> bool:
    """Whether it is told of, and one of the next sentences may say who takes part."""
    told = candidate.carried or (candidate.kind == "conference" and bool(candidate.place))
    return candidate.leans and told and not (candidate.parties or candidate.pointer)


def _known(scene: Scene, joined: list[Candidate], candidate: Candidate) -> Candidate | None:
    """Give the encounter told before that *candidate* tells again."""
    fitting = [known for known in joined if _agree(scene, known, candidate)]
    if not fitting:
        return None
    return max(fitting, key=lambda known: _closeness(scene, known, candidate))


def _known_alike(scene: Scene, joined: list[Candidate], candidate: Candidate) -> Candidate | None:
    """Give the encounter of its kind that *candidate*, which loses its parties, tells again."""
    bare = replace(candidate, parties=[])
    known = _known(scene, [other for other in joined if other.kind == bare.kind], bare)
    if known is not None:
        candidate.parties = []
    return known


def _closeness(scene: Scene, known: Candidate, candidate: Candidate) -> tuple[int, ...]:
    same_day = candidate.date is not None and known.date == candidate.date
    exact = len(set(known.parties) & set(candidate.parties))
    same_word = any(frame in known.frames for frame in candidate.frames)
    last = known.told_in[-1]
    if candidate.adds:
        return same_day, same_word, exact, last
    same_status = known.status == candidate.status
    return same_day, exact, _overlap(scene, known, candidate), same_word, same_status, last


def _agree(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    if (
        _told_apart(known, candidate)
        or _beside(known, candidate)
        or not _kinds(known, candidate)
        or not (_dates(known.date, candidate.date) or _begun_before(known, candidate) or _awaited(known, candidate))
        or _long_over(scene, known, candidate)
        or not _places(known, candidate)
    ):
        return False
    if known.leans and not known.parties:
        return candidate.adds and candidate.at.number - known.told_in[-1] <= NEAR
    near = candidate.at.number - known.told_in[-1] <= REACH
    if candidate.pointer:
        return near and known.status not in _OVER
    if not _statuses(known, candidate) and not candidate.sides:
        return False
    if candidate.adds:
        beside = candidate.sides and _same_side(scene, known, candidate)
        awaited = not known.parties and candidate.at.number - known.told_in[-1] <= 1
        overlaps = _overlap(scene, known, candidate) > 0 and not candidate.other
        return near and (candidate.definite or beside or awaited or overlaps)
    if candidate.resumed and not candidate.parties:
        return near and known.status in _OPEN and bool(known.date or known.place)
    if not candidate.parties:
        return near and _means(known, candidate)
    if not known.parties:
        return near and not candidate.other
    overlap = _overlap(scene, known, candidate)
    fewer = min(len(known.parties), len(candidate.parties))
    same_day = candidate.date is not None and known.date == candidate.date
    exact = set(known.parties) & set(candidate.parties)
    same_place = known.place is not None and known.place == candidate.place
    if (
        not overlap
        or (not exact and overlap < _MANY and not same_place)
        or (not same_day and overlap < _MANY and overlap < fewer)
    ):
        return False
    if overlap == 1 and _with_others(scene, known, candidate):
        return False
    same_sentence = known.at.number == candidate.at.number
    # "The first this year" of the same parties counts the one told; "the second" is another.
    is_it = candidate.at.clause.verb is not None and candidate.at.clause.verb.lemma in party_words()["is"]
    counted = candidate.number == 1 and set(candidate.parties) <= set(known.parties)
    counted = counted and (is_it or len(candidate.parties) == len(known.parties))
    return not candidate.other or same_sentence or same_day or counted


def _with_others(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether verbs tell two meetings of one person, each with another one ("empfing Merz, danach sprach er mit")."""
    people = [{p for p in c.parties if scene.actors[p].kind == "person"} for c in (known, candidate)]
    told = candidate.carried and known.carried and not candidate.frames and known.kind == candidate.kind == "meeting"
    return told and all(len(c.parties) == len(own) == _MANY for c, own in zip((known, candidate), people, strict=True))


def _awaited(known: Candidate, candidate: Candidate) -> bool:
    """Whether it tells who takes part in what was told without names."""
    return candidate.adds and not known.parties


def _begun_before(known: Candidate, candidate: Candidate) -> bool:
    """Whether it says when those talks began that had their end told ("die Gespräche hatten am Freitag begonnen")."""
    begun = candidate.begun and candidate.definite and {known.status, candidate.status} <= {"held", "ongoing"}
    return begun and known.kind == candidate.kind and (candidate.date or "") < (known.date or "")


def _told_apart(known: Candidate, candidate: Candidate) -> bool:
    """Whether one clause tells both as different ones: partners in turn, or a gathering and what was at its margins."""
    if known.apart & candidate.apart:
        return True
    one_clause = known.at.clause.start in candidate.apart or candidate.at.clause.start in known.apart
    return known.kind != candidate.kind and one_clause


def _beside(known: Candidate, candidate: Candidate) -> bool:
    """Whether one sentence tells a conference and a meeting there, where not all of the one take part in the other."""
    two = {known.kind, candidate.kind} == {"meeting", "conference"} and not candidate.adds
    if not two or known.at.number != candidate.at.number:
        return False
    gathering, meeting = (known, candidate) if known.kind == "conference" else (candidate, known)
    return bool(meeting.parties) and bool(set(gathering.parties) - set(meeting.parties))


def _means(known: Candidate, candidate: Candidate) -> bool:
    """Whether words without parties ("the talks", "a meeting is planned") speak of *known*."""
    if candidate.kind == "conference" and known.kind == "meeting" and "conference" in candidate.frames:
        return False  # Two who met are no conference; "the summit" of theirs may be told of.
    if candidate.other:
        return candidate.definite and known.other
    return candidate.definite


def _same_side(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether someone of the same state takes part."""
    states = {scene.actors[party].state or party for party in known.parties}
    return any(scene.actors[party].state in states for party in candidate.parties)


def _overlap(scene: Scene, known: Candidate, candidate: Candidate) -> int:
    """Count the parties that both have."""
    return sum(any(scene.alike(mine, yours) for yours in known.parties) for mine in candidate.parties)


def _kinds(known: Candidate, candidate: Candidate) -> bool:
    pair = {known.kind, candidate.kind}
    if pair == {"meeting", "visit"}:
        visit = known if known.kind == "visit" else candidate
        if (
            candidate.status == "cancelled"
            or _of_days(visit)
            or not (candidate.parties and known.parties)
            or {known.status, candidate.status} == {"ongoing", "planned"}
            or not (candidate.adds or _together(known, candidate))
            or (candidate is visit and _onward(candidate))
        ):
            return False  # A journey called off by its name, whom a visitor meets in the course of it, or elsewhere.
    return len(pair) == 1 or pair in ({"meeting", "conference"}, {"meeting", "visit"}) or _was_a_call(known, candidate)


def _was_a_call(known: Candidate, candidate: Candidate) -> bool:
    """Whether a call and a talk told shortly after one another are one ("sprach mit Modi. In dem Telefonat …")."""
    if {known.kind, candidate.kind} != {"call", "meeting"} or len(known.parties) != _MANY or not candidate.definite:
        return False
    talk = known if candidate.kind == "call" else candidate
    verb, word = talk.at.clause.verb, talk.at.word
    one_talk = talk.frames == ["talks"] and word.text == word.lemma  # "die Gespräche" are not what a call was.
    said = talk is known and verb is not None and verb.lemma in party_words()["talking"] and not talk.frames
    others = set(candidate.parties) - set(known.parties)
    near = 0 < candidate.at.number - known.told_in[-1] <= NEAR
    return near and talk.place is None and not others and (one_talk or said)


def _onward(visit: Candidate) -> bool:
    """Whether a journey is said to follow upon what was told before ("danach reiste er nach Rom weiter")."""
    verb, words = visit.at.clause.verb, detail_words()
    goes_on = verb is not None and verb.lemma in (*words["onward"], *place_words()["returns"])
    return goes_on or not {word.lower() for word in visit.at.said}.isdisjoint((*words["afterwards"], *words["then"]))


def _together(known: Candidate, candidate: Candidate) -> bool:
    """Whether a journey and a meeting are told as one: by place or day, or one right behind the other."""
    same_day = known.date is not None and known.date == candidate.date
    return same_day or known.place == candidate.place or candidate.at.number - known.told_in[-1] <= 1


def _of_days(visit: Candidate) -> bool:
    """Whether a visit lasts several days."""
    days = _DAYS.fullmatch(visit.duration or "")
    return days is not None and int(days[1]) >= _MANY


def _statuses(known: Candidate, candidate: Candidate) -> bool:
    """What is planned may begin or be called off; what is over stays over: a past and a future one differ."""
    pair = {known.status, candidate.status}
    if len(pair) == 1 or known.soft or candidate.soft or any(pair <= group for group in _TOGETHER):
        return True
    return known.date is not None and known.date == candidate.date


def _dates(first: str | None, second: str | None) -> bool:
    if first is None or second is None or first == second:
        return True
    if first.startswith(second) or second.startswith(first):
        return True
    return bool({*first.split("/")} & {*second.split("/")})


def long_going_on(scene: Scene, candidate: Candidate) -> bool:
    """Whether it is said to go on since a day more than a year ago: that is background and no encounter."""
    days = days_of(candidate.date) if candidate.date and candidate.status == "ongoing" else None
    if days is None or scene.published is None:
        return False
    return days[1] < date.fromisoformat(scene.published) - _YEAR


def _long_over(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether one goes on, without a day told, and the other was over long before the article."""
    if {known.status, candidate.status} != {"ongoing", "held"} or scene.published is None:
        return False
    over, going = (known, candidate) if known.status == "held" else (candidate, known)
    if over.begun:
        return False
    days = days_of(over.date) if over.date and not going.date else None
    return days is not None and days[1] < date.fromisoformat(scene.published) - _LONG


def _places(known: Candidate, candidate: Candidate) -> bool:
    first, second = known.place, candidate.place
    if first is None or second is None or first == second:
        return True
    if known.country and candidate.country and not fit_together(known.country, candidate.country):
        return False
    return first == known.country or second == candidate.country


def _coarser(known: Candidate, candidate: Candidate) -> bool:
    """Whether the place known is no town, and no part of the country that is told now."""
    region = known.place in country_of_regions()
    return known.place == known.country and (not region or candidate.place != candidate.country)


def _merge(scene: Scene, known: Candidate, candidate: Candidate) -> None:
    day_known = known.date is not None
    known.parties = settle(scene, unique(known.parties + candidate.parties))
    if _begun_before(known, candidate):
        known.date = _from_day_to_day(candidate.date, known.date)
    elif not (candidate.adds and known.date):
        known.date = _finer(known.date, candidate.date)
    if candidate.place and (known.place is None or _coarser(known, candidate)):
        known.place = candidate.place
    known.country = known.country or candidate.country
    known.mediators = unique(known.mediators + candidate.mediators)
    known.host = known.host or candidate.host
    if known.kind == candidate.kind or "visit" not in (known.kind, candidate.kind):
        known.duration = known.duration or candidate.duration
    known.number = known.number or candidate.number
    known.occasion = known.occasion or candidate.occasion
    known.outcome = known.outcome or candidate.outcome
    known.evidence += candidate.evidence
    known.told_in += candidate.told_in
    known.apart |= candidate.apart
    known.frames += candidate.frames
    for voice, actors in candidate.voices.items():
        known.voices[voice] = unique(known.voices.get(voice, []) + actors)
    known.weak = known.weak and candidate.weak
    known.ended = known.ended or candidate.ended
    if known.ended and known.date:
        known.date = lasting(known.date, known.duration, ending=True)
    if not candidate.pointer and not candidate.soft:
        # What has not begun yet is not called off.
        called_off = candidate.status in _OFF and known.status in _OPEN and not candidate.begun
        # What someone wished for is planned once a day is told.
        called_off = called_off or (
            known.status == "possible" and candidate.status == "planned" and bool(candidate.date)
        )
        # What was said to go on without a day is still to come where a day to come is told.
        set_for = known.status == "ongoing" and candidate.status == "planned" and candidate.date and not day_known
        if known.soft or called_off or set_for or (candidate.begun and candidate.status == "ongoing"):
            known.status, known.soft = candidate.status, False
    if known.kind == "visit" and candidate.kind == "meeting" and not candidate.adds and len(known.parties) > 1:
        known.kind = "meeting"
        if known.status == "ongoing" and candidate.status == "held":
            known.status = "held"  # Whoever has come is still there, the meeting is over.
    if candidate.kind == "call":
        known.kind = "call"


def _from_day_to_day(first: str | None, last: str | None) -> str | None:
    """Give the interval between two days; the last day where the first is not told to the day."""
    days = first is not None and last is not None and _DAY.fullmatch(first) and _DAY.fullmatch(last)
    near = days and date.fromisoformat(last or "") - date.fromisoformat(first or "") <= _LONG
    return f"{first}/{last}" if near else last


def _finer(first: str | None, second: str | None) -> str | None:
    if first is None or second is None:
        return first or second
    return second if len(second) > len(first) else first
