"""Whether two places of an article tell of one encounter: by kind, day, place, status and who takes part."""

from datetime import date, timedelta

from aktenlage.model.encounter import Status
from aktenlage.read.encounters.clause.surroundings import has_word, possessive
from aktenlage.read.encounters.joined.inheriting import NEAR, REACH
from aktenlage.read.encounters.joined.kinds import OPEN, OVER, follows, kinds_agree
from aktenlage.read.encounters.joined.margins import at_its_margins
from aktenlage.read.encounters.lexicon import detail_words, party_words, status_words
from aktenlage.read.encounters.scene import Candidate, Scene
from aktenlage.read.encounters.setting.bydays import had_gone_on_since
from aktenlage.read.encounters.setting.dateline import town_of_news
from aktenlage.read.encounters.setting.days import DAY, days_of
from aktenlage.read.encounters.setting.meant import meant
from aktenlage.read.encounters.setting.towns import country_of_town, fit_together

_TOGETHER: tuple[frozenset[Status], ...] = (
    frozenset({"held", "ongoing"}),
    frozenset({"ongoing", "planned"}),
    frozenset({"planned", "possible", "cancelled", "denied"}),
)
OFF: frozenset[Status] = frozenset({"cancelled", "denied"})
# So many parties in common are more than chance.
_MANY = 2
# What was over so long before does not go on.
LONG = timedelta(days=14)


def agree(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether *candidate* tells of *known* again, or adds to it."""
    if _apart(scene, known, candidate):
        return False
    if known.inherits and candidate.inherits and not (known.parties or candidate.parties):
        return False  # Nothing tells that both are one.
    if known.leans and not known.parties:
        return candidate.adds and candidate.at.number - known.told_in[-1] <= NEAR
    near = candidate.at.number - known.told_in[-1] <= REACH
    if candidate.pointer:
        return near and known.status not in OVER
    if not (_statuses(known, candidate) or candidate.sides or _only_says_who(known, candidate)):
        return False
    if candidate.close and not _right_after(known, candidate):
        return False
    if candidate.answers and candidate.leans and known.status != "possible":
        return False
    if candidate.adds:
        beside = candidate.sides and _same_side(scene, known, candidate)
        awaited = not known.parties and candidate.at.number - known.told_in[-1] <= 1
        overlaps = overlap_of(scene, known, candidate) > 0 and not candidate.other
        return near and (candidate.definite or beside or awaited or overlaps)
    if candidate.resumed and not candidate.parties:
        return near and known.status in OPEN and bool(known.date or known.place)
    if not candidate.parties:
        return near and _means(known, candidate)
    if not known.parties:
        return near and not candidate.other
    return _same_parties(scene, known, candidate) or _host_of_what_is_off(known, candidate)


def _apart(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether kind, day, place or the words themselves keep them apart, whoever takes part."""
    return (
        _told_apart(known, candidate)
        or _by_themselves(known, candidate)
        or _beside(known, candidate)
        or at_its_margins(known, candidate)
        or not kinds_agree(known, candidate)
        or not (_dates(known.date, candidate.date) or begun_before(known, candidate) or _awaited(known, candidate))
        or _long_over(scene, known, candidate)
        or not _places(known, candidate)
        or _off_scene(scene, known, candidate)
    )


def _same_parties(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether enough of those who take part are the same for both to be one."""
    overlap = overlap_of(scene, known, candidate)
    fewer = min(len(known.parties), len(candidate.parties))
    same_day = candidate.date is not None and known.date == candidate.date
    exact = set(known.parties) & set(candidate.parties)
    same_place = known.place is not None and known.place == candidate.place
    if (
        not overlap
        or (not exact and overlap < _MANY and not (same_place or candidate.answers))
        or (not same_day and overlap < _MANY and overlap < fewer)
    ):
        return False
    if _in_other_company(scene, known, candidate):
        return False
    same_sentence = known.at.number == candidate.at.number
    # "The first this year" of the same parties counts the one told; "the second" is another.
    is_it = candidate.at.clause.verb is not None and candidate.at.clause.verb.lemma in party_words()["is"]
    counted = candidate.number == 1 and set(candidate.parties) <= set(known.parties)
    counted = counted and (is_it or len(candidate.parties) == len(known.parties))
    return not candidate.other or same_sentence or same_day or counted


def _host_of_what_is_off(known: Candidate, candidate: Candidate) -> bool:
    """Whether it is named who was to be visited by the one told not to go ("Der Besuch bei Merz wurde abgesagt")."""
    visits = known.kind == candidate.kind == "visit" and candidate.status == "cancelled" and known.status in OFF
    near = candidate.at.number - known.told_in[-1] <= 1
    return visits and near and candidate.definite and candidate.place is None and len(known.parties) == 1


def _in_other_company(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether a verb tells later that some of those there met by themselves, or one of them with others."""
    both = min(len(known.parties), len(candidate.parties)) >= _MANY
    if not both or candidate.frames or not candidate.carried or candidate.adds:
        return False
    if overlap_of(scene, known, candidate) == 1:
        met = (known.carried or follows(candidate)) and known.kind != "visit"
        return met and (known.at.number < candidate.at.number or _each_named(scene, known, candidate))
    return _some_of_them(scene, known, candidate)


def _some_of_them(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether people who were at a gathering told before do more there than what belongs to its course."""
    verb, in_its_course = candidate.at.clause.verb, party_words()["in_its_course"]
    beside_it = verb is None or any(verb.lemma in verbs for verbs in in_its_course.values())
    some = set(candidate.parties) < set(known.parties)
    people = all(scene.actors[party].kind == "person" for party in candidate.parties)
    later = known.told_in[-1] < candidate.at.number and known.status == candidate.status
    return some and people and not beside_it and later


def left_the_others(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether some of those at a gathering met by themselves then and there."""
    apart = _some_of_them(scene, known, candidate) and _in_other_company(scene, known, candidate)
    return apart and not _apart(scene, known, candidate)


def _each_named(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether one person meets another by name, and then another ("empfing Merz, danach sprach er mit")."""
    people = all(scene.actors[party].kind == "person" for party in (*known.parties, *candidate.parties))
    kinds = {known.kind, candidate.kind} <= {"meeting", "visit"} and known.kind == "meeting"
    return people and kinds and len(candidate.parties) == _MANY


def _awaited(known: Candidate, candidate: Candidate) -> bool:
    """Whether it tells who takes part in what was told without names."""
    return candidate.adds and not known.parties


def begun_before(known: Candidate, candidate: Candidate) -> bool:
    """Whether it says when those talks began that had their end told ("hatten am Freitag begonnen", "seit Freitag")."""
    since = had_gone_on_since(candidate.at) and bool(DAY.fullmatch(candidate.date or ""))
    begun = (candidate.begun and candidate.definite) or since
    begun = begun and {known.status, candidate.status} <= {"held", "ongoing"} and "/" not in (known.date or "/")
    alike = known.kind in (candidate.kind, "conference")
    return begun and alike and (candidate.date or "") < (known.date or "")


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


def _by_themselves(known: Candidate, candidate: Candidate) -> bool:
    """Whether the one is told as a talk of two alone, and in the other more took part ("zu einem Zweiergespräch")."""
    fewer, more = (known, candidate) if len(known.parties) <= len(candidate.parties) else (candidate, known)
    return fewer.alone and len(fewer.parties) == _MANY < len(more.parties)


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


def overlap_of(scene: Scene, known: Candidate, candidate: Candidate) -> int:
    """Count the parties that both have."""
    return sum(any(scene.alike(mine, yours) for yours in known.parties) for mine in candidate.parties)


def _statuses(known: Candidate, candidate: Candidate) -> bool:
    """What is planned may begin or be called off; what is over stays over: a past and a future one differ."""
    pair = {known.status, candidate.status}
    if len(pair) == 1 or known.soft or candidate.soft or any(pair <= group for group in _TOGETHER):
        return True
    if (known.date is None and came_after_all(known, candidate)) or meant_there(known, candidate):
        return True
    return (known.date is not None and known.date == candidate.date) or asked_and_came(known, candidate)


def meant_there(known: Candidate, candidate: Candidate) -> bool:
    """Whether it is told what those who met right before meant to talk of ("Beide wollten auch über Zölle reden")."""
    verb, words = candidate.at.clause.verb, detail_words()
    met = known.kind == candidate.kind and known.status in OVER and not candidate.frames
    same = bool(candidate.parties) and set(candidate.parties) <= set(known.parties)
    told = candidate.date not in (None, known.date) or candidate.place not in (None, known.place) or candidate.other
    said = {word.lower() for word in candidate.at.said}
    later = not said.isdisjoint((*words["afterwards"], *words["then"], *words["next"]))
    near = 0 <= candidate.at.number - known.told_in[-1] <= 1
    return near and met and same and not (told or later) and verb is not None and meant(verb)


def asked_and_came(known: Candidate, candidate: Candidate) -> bool:
    """Whether those who had been asked to it did something there ("hatte sie nach Rom gebeten. Dort sprachen …")."""
    verb, there = known.at.clause.verb, known.place is not None and known.place == candidate.place
    asked = verb is not None and verb.tense == "pluperfect" and verb.lemma in party_words()["convening"]
    near = 0 <= candidate.at.number - known.told_in[-1] <= 1
    return asked and there and near and known.status == "possible" and candidate.status in OVER


def after_all(candidate: Candidate) -> bool:
    """Whether it comes otherwise than was told before ("Nun will er doch mit ihm reden")."""
    return not candidate.at.said.isdisjoint(status_words()["after_all"])


def came_after_all(known: Candidate, candidate: Candidate) -> bool:
    """Whether what somebody was not sure of right before took place ("Gestern kam es doch zu der Begegnung")."""
    unsure = known.status in ("possible", "denied")
    near = candidate.at.number - known.told_in[-1] <= 1
    return unsure and near and candidate.status == "held" and candidate.definite and after_all(candidate)


def denies_another(known: Candidate, candidate: Candidate) -> bool:
    """Whether what is denied is not the one told before: its words do not point back, and its parties are others."""
    at = candidate.at
    answers = candidate.answers or (candidate.leans and not candidate.frames)
    points = answers or has_word(at, "definite") or possessive(at)
    return candidate.status == "denied" and not points and set(candidate.parties) != set(known.parties)


def _right_after(known: Candidate, candidate: Candidate) -> bool:
    """Whether it is near what was told, and where one side alone calls it off, no more than two were to meet."""
    one_of_many = candidate.status in OFF and candidate.parties and len(known.parties) > _MANY
    return candidate.at.number - known.told_in[-1] <= (1 if candidate.leans else NEAR) and not one_of_many


def _only_says_who(known: Candidate, candidate: Candidate) -> bool:
    """Whether the present tense says no more than who takes part in what had its beginning told in the past."""
    present = known.status == "held" and candidate.status in ("planned", "ongoing")
    return present and candidate.adds and candidate.definite and candidate.date is None


def _dates(first: str | None, second: str | None) -> bool:
    if first is None or second is None or first == second:
        return True
    if first.startswith(second) or second.startswith(first):
        return True
    return bool({*first.split("/")} & {*second.split("/")})


def _long_over(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """Whether one goes on, without a day told, and the other was over long before the article."""
    if {known.status, candidate.status} != {"ongoing", "held"} or scene.published is None:
        return False
    over, going = (known, candidate) if known.status == "held" else (candidate, known)
    if over.begun:
        return False
    days = days_of(over.date) if over.date and not going.date else None
    return days is not None and days[1] < date.fromisoformat(scene.published) - LONG


def _places(known: Candidate, candidate: Candidate) -> bool:
    first, second = known.place, candidate.place
    if first is None or second is None or first == second:
        return True
    if known.country and candidate.country and not fit_together(known.country, candidate.country):
        return False
    return first == known.country or second == candidate.country


def _off_scene(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    """
    Whether it was elsewhere than *known*, of which no place is told: that is news of the town of the report.

    "Das Treffen" of that day may tell the place where the news was.
    """
    if known.place is not None or candidate.place is None or known.at.number == candidate.at.number:
        return False
    if candidate.definite and candidate.frames and candidate.date in (None, known.date):
        return False
    town = town_of_news(scene, known)
    return town is not None and candidate.place not in (town, country_of_town(town))
