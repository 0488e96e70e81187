"""What the days that a clause tells say of whether an encounter is over, goes on or is to come."""

from datetime import date, timedelta

from aktenlage.model.annotation import Time
from aktenlage.model.encounter import Status
from aktenlage.read.encounters.clause.governors import PAST
from aktenlage.read.encounters.lexicon import noun_word, status_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.days import days_told
from aktenlage.read.encounters.setting.told_times import times_of

# Days after which talks that began are no longer taken to go on.
_STILL_GOING_ON = timedelta(days=3)
_WEEK = timedelta(days=6)
# A present tense that tells of the evening tells of what is to come.
_EVENING = ("TEV", "TNI")


def by_day(scene: Scene, at: Place) -> Status | None:
    """Give what the days told say; a week or month around publication says nothing."""
    if scene.published is None:
        return None
    published = date.fromisoformat(scene.published)
    times = times_of(at, scene.times.within(at.sentence.start, at.sentence.end))
    times = [time for time in times if not _none_up_to_now(at, time)]
    spans = [days for time in times if (days := days_told(time))]
    verb = at.clause.verb
    present = verb is None or verb.tense == "present"
    lasts = bool(spans) or (verb is not None and verb.lemma in status_words()["lasting"])
    if times and lasts and verb is not None and present and _since(at):
        return "ongoing"
    if not spans:
        return None
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    if first > published:
        return "planned"
    if last < published:
        return "held"
    if first == last == published and verb is not None and present:
        at_some_hour = verb.lemma not in status_words()["durative"] or verb.lemma in status_words()["at_some_hour"]
        return "planned" if at_some_hour else "ongoing"
    told = verb is not None and verb.tense in PAST and not verb.modal
    if first == last == published and told and not at_a_conference(at):
        return "planned" if for_a_day(scene, at) else "held"
    if first == published and any(time.value[10:] in _EVENING for time in times):
        return "planned" if present else "ongoing"
    return "ongoing" if last - first < _WEEK else None


def for_a_day(scene: Scene, at: Place) -> bool:
    """Whether something was done for a day ("bestellte ihn für Freitag ein")."""
    ahead = [phrase for phrase in at.clause.phrases if phrase.preposition in status_words()["planned_for"]]
    times = times_of(at, scene.times.within(at.sentence.start, at.sentence.end))
    return any(phrase.start <= time.start < phrase.end for phrase in ahead for time in times if days_told(time))


def at_a_conference(at: Place) -> bool:
    """Whether the word is one for a conference, which may go on beyond the day."""
    noun = noun_word(at.word.text)
    return noun is not None and noun.frame.kind == "conference"


def told_of_the_future(scene: Scene, at: Place) -> bool:
    """Whether every day that the clause tells is still to come."""
    return by_day(scene, at) == "planned"


def told_of_the_past(scene: Scene, at: Place) -> bool:
    """Whether every day that the clause tells is over, and what was done then was done before something else."""
    verb = at.clause.verb
    return verb is not None and verb.tense == "pluperfect" and by_day(scene, at) == "held"


def just_begun(scene: Scene, at: Place, reach: timedelta = _STILL_GOING_ON) -> bool:
    """Whether the day told is none or so near to publication that what began then may still go on."""
    if scene.published is None:
        return True
    times = times_of(at, scene.times.within(at.sentence.start, at.sentence.end))
    spans = [days for time in times if (days := days_told(time))]
    published = date.fromisoformat(scene.published)
    return not spans or published - max(first for first, _ in spans) <= reach


def had_gone_on_since(at: Place) -> bool:
    """Whether the day that the clause tells is the one since which something had gone on ("hatten seit Montag …")."""
    return at.clause.verb is not None and at.clause.verb.tense == "pluperfect" and _since(at)


def _none_up_to_now(at: Place, time: Time) -> bool:
    """Whether the time is how long there has been none ("der erste Besuch seit zehn Jahren")."""
    before = [p for p in at.clause.phrases if p.preposition is not None and p.start <= time.start]
    return bool(before) and before[-1].preposition in status_words()["since"] and _first(at, before[-1].first)


def _since(at: Place) -> bool:
    words, tokens = status_words()["since"], at.sentence.tokens
    adverbs = (n for n in at.clause.tokens if tokens[n].pos == "ADP" and tokens[n].text.lower() in words)
    begun = {*adverbs, *(phrase.first for phrase in at.clause.phrases if phrase.preposition in words)}
    return any(not _first(at, number) for number in begun)  # "seit gestern"


def _first(at: Place, number: int) -> bool:
    """Whether the words before a token tell of the first one ("erstmals seit …", "der erste Besuch seit …")."""
    tokens, words = at.sentence.tokens, status_words()["first_since"]
    for before in (n for n in reversed(at.clause.tokens) if n < number):
        if tokens[before].text.lower() in words:
            return True
        form = tokens[before].verb
        if form is not None and form.inflection == "finite":
            return False
    return False
