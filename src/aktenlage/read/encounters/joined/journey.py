"""Meetings on a journey: the traveller takes part in them, and they are where and when the journey is."""

from aktenlage.model.encounter import Status
from aktenlage.read.encounters.clause.actors import settle, unique
from aktenlage.read.encounters.clause.carrying import find_support
from aktenlage.read.encounters.clause.scan import beside_the_point, company_behind
from aktenlage.read.encounters.joined.inheriting import NEAR
from aktenlage.read.encounters.joined.margins import set_at_margins
from aktenlage.read.encounters.lexicon import detail_words, party_words
from aktenlage.read.encounters.scene import Candidate, Scene
from aktenlage.read.encounters.setting.towns import capitals_of

# Sentences behind a visit in which a meeting belongs to it.
_REACH = 4
# The same behind a visit of several days.
_REACH_OF_DAYS = 15
# Whoever does not come meets nobody there.
_OFF = ("denied", "cancelled")
_NOW: tuple[frozenset[Status], ...] = (frozenset({"held", "ongoing"}), frozenset({"planned", "ongoing"}))


def set_on_journeys(scene: Scene, encounters: list[Candidate]) -> None:
    """Complete meetings told shortly after a visit, or at the margins of a conference, by what is known of it."""
    for meeting in encounters:
        if meeting.kind != "meeting" or not meeting.parties:
            continue
        set_at_margins(scene, meeting, encounters)
        third = _met_one_by_one(encounters, meeting) if meeting.place is None else None
        if third is not None:
            meeting.place, meeting.country = third.place, third.country
            meeting.date = meeting.date or third.date
        if meeting.place is None:
            meeting.place = next((c.place for c in encounters if _at_the_conference(c, meeting)), None)
        if meeting.place is None:
            meeting.place = next((known.place for known in _gone_on_with(encounters, meeting)), None)
        before = _told_right_before(encounters, meeting) if meeting.place is None else None
        if before is not None:
            meeting.place, meeting.country = before.place, before.country
            meeting.date = meeting.date or before.date
        if meeting.on_visit:
            meeting.parties = settle(scene, unique(_visitor(scene, encounters, meeting) + meeting.parties))
        visit = _visit_of(encounters, meeting)
        if visit is None:
            continue
        guests = [party for party in visit.parties if party != visit.host]
        if len(meeting.parties) == 1 and not set(guests) & set(meeting.parties):
            meeting.parties = settle(scene, guests + meeting.parties)
        if meeting.place == visit.place and meeting.status == visit.status and visit.duration is None:
            meeting.date = meeting.date or visit.date
        if meeting.place is None and visit.place != visit.country:
            meeting.place = visit.place
            meeting.date = meeting.date or (visit.date if visit.status == meeting.status else None)


def _met_one_by_one(encounters: list[Candidate], meeting: Candidate) -> Candidate | None:
    """Give one of the encounters told right before, at one place, in which each met another but not one another."""
    if meeting.status != "denied":
        return None
    near = [known for known in encounters if 0 <= meeting.at.number - known.told_in[-1] <= NEAR and known.place]
    each = [known for known in near if len(set(known.parties) & set(meeting.parties)) == 1 and known is not meeting]
    all_told = set(meeting.parties) <= {party for known in each for party in known.parties}
    at_one_place = len({(known.place, known.date) for known in each}) == 1
    return each[0] if all_told and at_one_place else None


def _visitor(scene: Scene, encounters: list[Candidate], meeting: Candidate) -> list[str]:
    """Give who travels: whose visit was told shortly before, or who met another of his new partner's state."""
    hosts = {scene.actors[party].state for party in meeting.parties} - {None}
    for known in reversed(encounters):
        if known is meeting or not 0 <= meeting.at.number - known.at.number <= NEAR or known.status in _OFF:
            continue
        if known.kind == "visit":
            return known.parties[:1]
        people = [party for party in known.parties if scene.actors[party].kind == "person"]
        guests = [party for party in people if scene.actors[party].state not in hosts]
        if known.kind == "meeting" and len(guests) == 1 < len(people):
            return guests
    return []


def at_home(scene: Scene, visit: Candidate) -> bool:
    """Whether someone is said to be in the capital of his own state, which is no visit."""
    if visit.kind != "visit" or len(visit.parties) != 1:
        return False
    state = scene.actors[visit.parties[0]].state
    return state is not None and visit.place in capitals_of(state)


def _gone_on_with(encounters: list[Candidate], meeting: Candidate) -> list[Candidate]:
    """Give the encounter of the same parties with which another is said to go on ("setzten die Beratungen … fort")."""
    support = find_support(meeting.at) if meeting.frames or meeting.resumed else None
    if support is None or support.id not in party_words()["going_on"]:
        return []
    earlier = [known for known in encounters if known.place and known.kind == "meeting" and known is not meeting]
    near = [known for known in earlier if 0 <= meeting.at.number - known.told_in[-1] <= NEAR]
    return [known for known in near if len(set(known.parties) & set(meeting.parties)) > 1][-1:]


def _told_right_before(encounters: list[Candidate], meeting: Candidate) -> Candidate | None:
    """Give the encounter of the sentence before on which a meeting follows at once ("im Anschluss sprach sie mit")."""
    said = {word.lower() for word in meeting.at.said}
    words = (*detail_words()["right_after"], *detail_words()["afterwards"])
    if said.isdisjoint(words) or meeting.frames:
        return None
    for known in reversed(encounters):
        away = meeting.at.number - known.told_in[-1]
        together = any({known.status, meeting.status} <= group for group in (*_NOW, {known.status}))
        if known is meeting or known.place is None or not 0 <= away <= 1 or not together:
            continue
        if set(known.parties) & set(meeting.parties) and _same_time(known, meeting):
            return known
    return None


def _at_the_conference(conference: Candidate, meeting: Candidate) -> bool:
    """Whether someone who met was at a conference told shortly before on that very day."""
    if conference.kind != "conference" or not (conference.place and conference.date and meeting.date):
        return False
    near = 0 <= meeting.at.number - conference.told_in[-1] <= _REACH and conference.status == meeting.status
    first, _, last = conference.date.partition("/")
    there = first <= meeting.date <= (last or first)
    return near and there and not set(conference.parties).isdisjoint(meeting.parties)


def _visit_of(encounters: list[Candidate], meeting: Candidate) -> Candidate | None:
    """Give the last visit told before the meeting on which its parties are, or may be."""
    alone = len(meeting.parties) == 1 and (meeting.incomplete or (bool(meeting.frames) and company_behind(meeting.at)))
    for visit in reversed(encounters):
        away = meeting.at.number - visit.at.number
        reach = _REACH_OF_DAYS if visit.duration is not None else _REACH
        if visit.kind != "visit" or visit is meeting or not 0 <= away <= reach or not visit.parties:
            continue
        if away == 0 and meeting.frames and beside_the_point(meeting.at):
            continue  # "Nach einem Gespräch mit Merz flog er nach Rom."
        together = any({visit.status, meeting.status} <= group for group in (*_NOW, {visit.status}))
        if together and _same_time(visit, meeting) and (alone or visit.parties[0] in meeting.parties):
            return visit
    return None


def _same_time(visit: Candidate, meeting: Candidate) -> bool:
    dates = (visit.date, meeting.date)
    within = bool(visit.date and meeting.date) and (meeting.date or "").startswith(visit.date or "")
    return None in dates or within or visit.duration is not None
