"""One entry an encounter: joins the mentions of one encounter in an article and keeps others apart."""

from dataclasses import replace
from datetime import date, timedelta

from aktenlage.read.encounters.clause.actors import settle, unique
from aktenlage.read.encounters.clause.carrying import find_support
from aktenlage.read.encounters.clause.surroundings import moves
from aktenlage.read.encounters.joined.agreeing import (
    LONG,
    OFF,
    after_all,
    agree,
    asked_and_came,
    begun_before,
    came_after_all,
    denies_another,
    left_the_others,
    meant_there,
    overlap_of,
)
from aktenlage.read.encounters.joined.attending import add_arrivals
from aktenlage.read.encounters.joined.inheriting import NEAR, far, fill
from aktenlage.read.encounters.joined.kinds import OPEN, comes_anyway
from aktenlage.read.encounters.joined.margins import at_its_margins
from aktenlage.read.encounters.joined.unkept import day_meant, name_who_cannot_come
from aktenlage.read.encounters.lexicon import party_words, status_words
from aktenlage.read.encounters.scene import Candidate, Scene
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.setting.days import DAY, days_of
from aktenlage.read.encounters.setting.namesakes import coming_day
from aktenlage.read.encounters.setting.reserve import is_doubted
from aktenlage.read.encounters.setting.spans import all_days
from aktenlage.read.encounters.setting.towns import country_of_regions

_YEAR = timedelta(days=365)
_TWO = 2


def join(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Join the candidates that tell of one encounter; the text's order decides which is first."""
    joined: list[Candidate] = []
    agreed: Candidate | None = None
    awaiting: list[Candidate] = []
    for told in candidates:
        alone = told.otherwise is not None and _known(scene, joined, told) is None
        candidate = told.otherwise if told.otherwise is not None and alone else told
        all_days(scene, candidate)
        name_who_cannot_come(scene, candidate)
        if _had_been_invited(joined, candidate):
            continue
        known = _known(scene, joined, candidate)
        if known is None and _called_off_by_a_body(scene, candidate):
            known = _known_alike(scene, joined, candidate)
        if known is not None:
            if not _absent_from(known, candidate):
                _merge(scene, known, candidate)
        elif _stands(candidate) or _awaits_parties(candidate):
            _take_in(scene, joined, candidate, agreed)
            if alone:
                _take_along(scene, joined, awaiting, candidate)
        elif _set_anew(joined, candidate):
            candidate.parties = list(joined[-1].parties)
            joined.append(candidate)
        elif candidate.adds and not candidate.definite:
            agreed = candidate  # They came to terms; the words behind may say where they talked.
        elif candidate.adds:
            awaiting.append(candidate)
    add_arrivals(scene, joined)
    return [known for known in joined if known.parties]


def _take_in(scene: Scene, joined: list[Candidate], candidate: Candidate, agreed: Candidate | None) -> None:
    """Take in an encounter of its own, with those whom its words point at; *agreed* are those who came to terms."""
    fill(scene, joined, candidate)
    known = _known(scene, joined, candidate) if candidate.inherits and candidate.parties else None
    if known is not None and (candidate.inherits == "faced" or _told_just_so(known, candidate)):
        _merge(scene, known, candidate)
        return
    if candidate.inherits == "faced" and not candidate.parties:
        return  # Nobody did anything to anybody there.
    if candidate.inherits == "pair" and not candidate.parties:
        candidate.inherits, candidate.leans = None, True
        if not _awaits_parties(candidate):
            return
    if agreed is not None and candidate.inherits and not candidate.parties and not far(agreed, candidate):
        candidate.parties = list(agreed.parties)
    _attend(joined, candidate)
    _stay_there(scene, joined, candidate)
    joined.append(candidate)


def _take_along(scene: Scene, joined: list[Candidate], awaiting: list[Candidate], candidate: Candidate) -> None:
    """Let those be there, too, who were said right before to be there, when nothing was told that they might be at."""
    if joined and joined[-1] is candidate:
        for before in awaiting:
            if not far(before, candidate):
                _merge(scene, candidate, before)


def _stay_there(scene: Scene, joined: list[Candidate], candidate: Candidate) -> None:
    """Set where and when the others are those who met apart from them, or may meet a traveller, if nothing is told."""
    larger = next((known for known in reversed(joined) if left_the_others(scene, known, candidate)), None)
    if larger is None and joined and candidate.status == "possible" and comes_anyway(joined[-1], candidate):
        larger = joined[-1] if not far(joined[-1], candidate) else None
    if larger is not None:
        candidate.date = candidate.date or larger.date
        candidate.place, candidate.country = candidate.place or larger.place, candidate.country or larger.country


def _attend(joined: list[Candidate], candidate: Candidate) -> None:
    """Let those who met at the margins of a conference told before without a name be those who attend it."""
    known = joined[-1] if joined else None
    if known is None or known.parties or known.status in OFF or candidate.status in ("possible", *OFF):
        return
    before = known.at.number < candidate.at.number and not far(known, candidate)
    if before and candidate.parties and at_its_margins(known, candidate):
        known.parties, known.leans = list(candidate.parties), False
        known.evidence += candidate.evidence
        known.told_in += candidate.told_in


def _set_anew(joined: list[Candidate], candidate: Candidate) -> bool:
    """Whether a new day is told of what was to be, or begun, on another told right before ("Nun soll es am … sein")."""
    last = joined[-1] if joined else None
    points = candidate.leans and candidate.definite and not (candidate.parties or candidate.frames)
    if last is None or not points or candidate.status != "planned" or candidate.date is None:
        return False
    before = last.status == "cancelled" or (candidate.resumed and last.date != candidate.date)
    return before and last.kind == candidate.kind and candidate.at.number - last.told_in[-1] <= 1


def _told_just_so(known: Candidate, candidate: Candidate) -> bool:
    """Whether those who met before are told again, or to have met on that day in that place by other words as well."""
    there = candidate.date is not None and candidate.place is not None
    same = there and (known.date, known.place) == (candidate.date, candidate.place)
    return (
        same
        or meant_there(known, candidate)
        or (candidate.inherits == "parties" and candidate.ended and not candidate.other)
    )


def _absent_from(known: Candidate, candidate: Candidate) -> bool:
    """Whether somebody is said not to be there, of whom nothing was told before ("nimmt an dem Treffen nicht teil")."""
    absent = candidate.adds and candidate.status == "denied" and bool(candidate.parties)
    return absent and len(known.parties) > 1 and set(known.parties).isdisjoint(candidate.parties)


def _called_off_by_a_body(scene: Scene, candidate: Candidate) -> bool:
    """Whether a body, which may speak for one of those that meet, calls off what was told before."""
    bodies = [party for party in candidate.parties if scene.actors[party].kind != "person"]
    return candidate.status == "cancelled" and candidate.definite and len(candidate.parties) == len(bodies) == 1


def _had_been_invited(joined: list[Candidate], candidate: Candidate) -> bool:
    """Whether it is the invitation to what was told right before ("Merz hatte ihn im Mai eingeladen")."""
    verb = candidate.at.clause.verb
    asked = candidate.status == "possible" and verb is not None and verb.lemma in party_words()["convening"]
    if not asked or verb is None or verb.tense != "pluperfect" or len(candidate.parties) < _TWO:
        return False
    came = (known for known in joined if known.status in ("held", "ongoing", "planned") and not far(known, candidate))
    return any(set(candidate.parties) <= set(known.parties) for known in came)


def _stands(candidate: Candidate) -> bool:
    """Whether it may be an encounter of its own; parties may still be told later."""
    enough = len(candidate.parties) > 1 or ((candidate.place or candidate.date) and candidate.parties)
    if candidate.inherits:
        return True
    added = candidate.adds and not (candidate.frames and enough)
    return not (candidate.pointer or candidate.leans or (added and not candidate.sides))


def _awaits_parties(candidate: Candidate) -> bool:
    """Whether it is told of, and one of the next sentences may say who takes part."""
    there = candidate.kind == "conference" or bool(candidate.date and candidate.frames and candidate.definite)
    told = candidate.carried or (there and bool(candidate.place))  # "Das Treffen am Freitag in Rom war kurz."
    return candidate.leans and told and not (candidate.parties or candidate.pointer)


def _known(scene: Scene, joined: list[Candidate], candidate: Candidate) -> Candidate | None:
    """Give the encounter told before that *candidate* tells again."""
    fitting = [known for known in joined if agree(scene, known, candidate)]
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
    return same_day, exact, overlap_of(scene, known, candidate), same_word, same_status, last


def long_going_on(scene: Scene, candidate: Candidate) -> bool:
    """Whether it is said to go on since a day more than a year ago: that is background and no encounter."""
    days = days_of(candidate.date) if candidate.date and candidate.status == "ongoing" else None
    if days is None or scene.published is None:
        return False
    return days[1] < date.fromisoformat(scene.published) - _YEAR


def _coarser(known: Candidate, candidate: Candidate) -> bool:
    """Whether the place known is no town, and no part of the country that is told now."""
    region = known.place in country_of_regions()
    return known.place == known.country and (not region or candidate.place != candidate.country)


def _merge(scene: Scene, known: Candidate, candidate: Candidate) -> None:
    day_known = known.date is not None
    taking_part = {party for each in (known, candidate) for party in each.parties if party not in each.named_after}
    known.named_after = (known.named_after | candidate.named_after) - taking_part
    known.parties = settle(scene, unique(known.parties + candidate.parties))
    if begun_before(known, candidate):
        known.date = _from_day_to_day(candidate.date, known.date)
    elif not (candidate.adds and known.date):
        known.date = _finer(known.date, candidate.date)
    of_its_day = candidate.date == known.date or (candidate.date is None and candidate.duration is not None)
    known.edge = known.edge or (candidate.edge if of_its_day else None)
    if candidate.place and (known.place is None or _coarser(known, candidate)):
        known.place = candidate.place
    known.country = known.country or candidate.country
    known.mediators = unique(known.mediators + candidate.mediators)
    known.host = known.host or candidate.host
    if known.kind == candidate.kind or "visit" not in (known.kind, candidate.kind):
        known.duration = known.duration or candidate.duration
        known.until = known.until or candidate.until
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
    if not candidate.pointer and not candidate.soft:
        _turn(scene, known, candidate, day_known=day_known)
    if (
        known.kind == "visit"
        and candidate.kind == "meeting"
        and not (candidate.adds or candidate.answers)
        and len(known.parties) > 1
    ):
        known.kind = "meeting"
        if known.status == "ongoing" and candidate.status == "held":
            known.status = "held"  # Whoever has come is still there, the meeting is over.
    if candidate.kind == "call":
        known.kind = "call"


def _turn(scene: Scene, known: Candidate, candidate: Candidate, *, day_known: bool) -> None:
    """Let the status be what is told now, where that is news; what is called off was for the day that was meant."""
    # What has not begun yet is not called off.
    called_off = candidate.status in OFF and known.status in OPEN and not candidate.begun
    called_off = called_off and not (known.status == "planned" and denies_another(known, candidate))
    called_off = called_off and not _put_off_before(known, candidate)
    # What someone wished for is planned once a day is told, or the other side has agreed to it.
    called_off = called_off or (
        known.status == "possible" and candidate.status == "planned" and bool(candidate.date or candidate.answers)
    )
    if asked_and_came(known, candidate):
        called_off, known.at = True, candidate.at  # It is news, and not the background that the asking was.
    # What was said to go on without a day is still to come where a day to come is told.
    set_for = known.status == "ongoing" and candidate.status == "planned" and candidate.date and not day_known
    # Who had refused comes after all.
    turned = known.status == "denied" and candidate.status == "planned" and after_all(candidate)
    turned = turned or (not day_known and came_after_all(known, candidate))
    # Whether it comes about is left open.
    turned = turned or (known.status == "planned" and _doubted(candidate))
    # Who does not come had been going to, where it is called off.
    turned = turned or (known.kind == "visit" and known.status == "denied" and candidate.status == "cancelled")
    if known.soft or called_off or set_for or turned or _goes_on(known, candidate, day_known=day_known):
        off = called_off and known.status == "planned" and candidate.at.has_phrase(status_words()["no_more"])
        known.status, known.soft = "cancelled" if off else candidate.status, False
    if known.status == "cancelled" and known.date is None:
        told_after = day_meant(scene, candidate.at)
        meant = day_meant(scene, known.at) or coming_day(scene, candidate.at, told_after)
        # What was planned may be for a day now over.
        known.date = meant or (date_of(scene, known.at, candidate.status) if called_off else None)


def _put_off_before(known: Candidate, candidate: Candidate) -> bool:
    """Whether what is to come had only been put off before ("empfängt Merz. Der Besuch war verschoben worden")."""
    plan, off = known.at.clause.verb, candidate.at.clause.verb
    firm = plan is not None and plan.tense in ("present", "future") and known.status == "planned"
    return firm and off is not None and off.tense == "pluperfect" and moves(candidate.at)


def _doubted(candidate: Candidate) -> bool:
    """Whether it is asked whether what the words point at comes about ("Ob das Treffen stattfindet, ist offen")."""
    points = candidate.close or (candidate.carried and candidate.definite and not candidate.ended)
    return candidate.status == "possible" and points and (is_doubted(candidate.at) or _hangs_in_the_balance(candidate))


def _hangs_in_the_balance(candidate: Candidate) -> bool:
    """Whether its verb says that it may not come about ("Das Treffen steht auf der Kippe")."""
    support = find_support(candidate.at) if candidate.frames else None
    return support is not None and support.id in party_words()["in_the_balance"]


def _goes_on(known: Candidate, candidate: Candidate, *, day_known: bool) -> bool:
    """Whether what was planned or told right before has begun, or what was told of a day lasts ("… dauert an")."""
    verb = candidate.at.clause.verb
    if verb is None or not (candidate.begun and candidate.status == "ongoing"):
        return False
    lasts = verb.tense == "present" or not candidate.at.said.isdisjoint(status_words()["still"])
    told_before = known.told_in[: -len(candidate.told_in)]  # Those of the candidate stand behind it by now.
    near = candidate.at.number - told_before[-1] <= NEAR
    begun = verb.tense == "perfect" and candidate.definite and near
    return known.status in OPEN or begun or (day_known and lasts)


def _from_day_to_day(first: str | None, last: str | None) -> str | None:
    """Give the interval between two days; the last day where the first is not told to the day."""
    days = first is not None and last is not None and DAY.fullmatch(first) and DAY.fullmatch(last)
    near = days and date.fromisoformat(last or "") - date.fromisoformat(first or "") <= LONG
    return f"{first}/{last}" if near else last


def _finer(first: str | None, second: str | None) -> str | None:
    if first is None or second is None:
        return first or second
    return second if len(second) > len(first) else first
