"""Whether an encounter has happened, goes on, is planned, possible, called off or denied."""

from datetime import timedelta

from aktenlage.model.encounter import Status
from aktenlage.model.language import VerbGroup
from aktenlage.read.encounters.clause.governors import (
    PAST,
    at_a_stage,
    governor_of,
    is_setting,
    lacks_governor,
)
from aktenlage.read.encounters.clause.scan import located, preposition_before
from aktenlage.read.encounters.clause.surroundings import acts, has_word, is_subject, possessive
from aktenlage.read.encounters.lexicon import (
    Support,
    detail_words,
    governing_verb_status,
    noun_word,
    party_words,
    status_words,
)
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.above import asked_not_to, governed
from aktenlage.read.encounters.setting.beside import (
    attributed,
    headlined,
    of_another_noun,
    of_the_verb,
    takes_the_chance,
    until,
)
from aktenlage.read.encounters.setting.bydays import at_a_conference, by_day, just_begun
from aktenlage.read.encounters.setting.meant import came_otherwise, refused
from aktenlage.read.encounters.setting.reserve import (
    denied_by_determiner,
    is_ahead,
    is_asked,
    is_conditional,
    is_negated,
    is_not_yet,
    is_without,
)


def verb_status(scene: Scene, at: Place) -> Status:
    """Tell the status of an encounter that the clause's verb tells."""
    verb = at.clause.verb
    if verb is None:
        return by_day(scene, at) or "planned"
    if is_negated(at):
        if asked_not_to(at):
            return "possible"
        return refused(at)
    above = governed(at)
    if above:
        return above
    return tense_status(scene, at, verb)


def noun_status(scene: Scene, at: Place, support: Support | None) -> Status:
    """Tell the status of an encounter that a noun names."""
    if denied_by_determiner(at) or lacks_governor(at):
        return refused(at)
    words, above = attributed(at), governor_of(at)
    if words == "planned" and above in ("cancelled", "denied"):
        words = above  # "die Absage des geplanten Treffens"
    told = words or (None if takes_the_chance(at) or of_the_verb(at, support) else above)
    supported = _supported(scene, at, support, words, told) if support is not None else None
    if supported:
        return supported
    if told:
        return _agree(scene, at, told)
    preposition = preposition_before(at)
    for status, prepositions in status_words()["prepositions"].items():
        if preposition in prepositions:
            found: Status = status
            return "held" if found == "planned" and _had_been_before(scene, at) else found
    if preposition is not None and until(at):
        return "planned"
    noun = noun_word(at.word.text)
    if noun is not None and noun.frame.offers:
        return "possible"
    verb = at.clause.verb
    if verb is None:
        return headlined(at) or by_day(scene, at) or "held"
    return _beside_verb(scene, at, verb, preposition)


def _supported(scene: Scene, at: Place, support: Support, words: Status | None, told: Status | None) -> Status | None:
    """Tell what the verb that carries it makes of it; *words* are those before the noun, *told* also those above."""
    supported = carried_status(scene, at, support)
    if supported == "denied" and words == "planned":
        return "cancelled"  # What was set does not take place.
    if support.wished or supported in ("cancelled", "denied", "possible") or not told:
        return supported
    if words == "planned" and supported == "ongoing" and _some_day(scene, at):
        return "planned"  # "Die nächste Runde findet in Rom statt."
    if words in ("planned", "cancelled") and supported in ("held", "ongoing"):
        return supported  # What was expected or put off has come: "Das erwartete Treffen hat begonnen."
    if words == "cancelled" and supported == "planned" and not _in_the_past(at):
        return supported  # "Das verschobene Treffen soll im Mai stattfinden."
    if words == "ongoing" and support.status == "begun":
        return supported  # "die festgefahrenen Gespräche wieder aufzunehmen"
    # "Er war am Vorabend vom Gipfel zurückgekehrt."
    return supported if told == "planned" and support.status == "over" else None


def _had_been_before(scene: Scene, at: Place) -> bool:
    """Whether the pluperfect tells what had been before it, which is over as well ("Vor dem Treffen hatte er …")."""
    verb = at.clause.verb
    return verb is not None and verb.tense == "pluperfect" and by_day(scene, at) != "planned"


def _some_day(scene: Scene, at: Place) -> bool:
    """Whether it is said to take place without a word of when or of now."""
    verb, times = at.clause.verb, scene.times.within(at.clause.start, at.clause.end)
    return verb is not None and verb.lemma in status_words()["taking_place"] and not times


def _in_the_past(at: Place) -> bool:
    return at.clause.verb is not None and at.clause.verb.tense in PAST


def _beside_verb(scene: Scene, at: Place, verb: VerbGroup, preposition: str | None) -> Status:
    """Tell the status of an encounter that stands beside a verb of another matter."""
    words = status_words()
    if verb.lemma in words["deciding"] and preposition in words["decided_on"] and not is_setting(at):
        return "possible"
    if _of_running_talks(scene, at, verb):
        return "ongoing"
    governing = governing_verb_status().get(verb.lemma)
    if (
        governing
        and not (is_setting(at) or at_a_stage(at) or acts(at) or of_another_noun(at))
        and governing != "planned"
        and not located(at, preposition or "")
        and (preposition is None or preposition in words["object_prepositions"])
    ):
        return governing
    above = governed(at) if at.clause.kind == "infinitive" else None
    if above:
        return above
    day = by_day(scene, at)
    if day is None and preposition in words["within"] and _modal_past(verb):
        return "held"
    if day is None and preposition is not None and verb.modal is not None and verb.tense not in PAST:
        # What someone may or will do there says nothing of the gathering.
        return "planned"
    return day if day and preposition is not None else tense_status(scene, at, verb)


def _of_running_talks(scene: Scene, at: Place, verb: VerbGroup) -> bool:
    """Whether the present tense says how the talks are going ("Die Gespräche treten auf der Stelle")."""
    noun = noun_word(at.word.text)
    several = noun is not None and noun.frame.id in status_words()["going_on"] and at.word.text != at.word.lemma
    present = verb.tense == "present" and verb.modal is None and verb.mood != "subjunctive_2"
    known = several and present and acts(at) and (has_word(at, "definite") or possessive(at))
    return known and by_day(scene, at) is None and not (is_conditional(at) or is_asked(at) or is_negated(at))


def _modal_past(verb: VerbGroup) -> bool:
    """Whether the verb says what someone could or had to do."""
    told = verb.tense == "past" and verb.mood != "subjunctive_2"
    return told and verb.modal in status_words()["modals"]["past"]


def tense_status(scene: Scene, at: Place, verb: VerbGroup) -> Status:
    """Read the status off tense, mood, modal verb and the day told."""
    over = verb.tense in PAST and verb.mood != "subjunctive_2" and verb.modal not in status_words()["hypothetical"]
    if (is_conditional(at) or is_asked(at)) and not over:
        return "possible"
    if is_ahead(at):
        return "planned"
    if came_otherwise(scene, at, verb):
        return "cancelled"
    if _modal_past(verb) and by_day(scene, at) != "planned":
        return "held"  # "Am Montag konnte er mit ihm sprechen."
    if verb.modal and verb.tense not in ("perfect", "pluperfect"):
        return _modal(scene, at, verb)
    if verb.tense in PAST and not (verb.tense == "past" and verb.mood == "subjunctive_2"):
        return "ongoing" if _there_just_then(scene, at, verb) else "held"
    if verb.mood == "subjunctive_2":
        return "possible"
    if verb.tense == "future":
        return "planned"
    day = by_day(scene, at)
    if day:
        return day
    if verb.finite is None:
        return _purpose_reached(at) or _parent_status(scene, at) or "planned"
    return _present(scene, at, verb)


def _present(scene: Scene, at: Place, verb: VerbGroup) -> Status:
    """Tell whether a present tense without a day tells what goes on or what is to come."""
    words = status_words()
    lasts = verb.lemma in words["durative"] or _where_one_is(at) or not at.said.isdisjoint(words["just_then"])
    if not lasts or _of_what_is_ahead(scene, at):
        return "planned"
    later = (*detail_words()["then"], *detail_words()["afterwards"])
    return "ongoing" if at.said.isdisjoint(later) else "planned"


def _there_just_then(scene: Scene, at: Place, verb: VerbGroup) -> bool:
    """Whether somebody is said to have been somewhere when the news was made ("der sich gerade in Rom aufhielt")."""
    if verb.tense != "past" or verb.lemma not in status_words()["staying"]:
        return False
    if not at.said.isdisjoint(status_words()["just_then"]):
        return True
    today = by_day(scene, at) is not None and just_begun(scene, at, timedelta())
    return at.clause.kind == "relative" and (today or at_a_conference(at))


def _of_what_is_ahead(scene: Scene, at: Place) -> bool:
    """Whether a relative clause tells more of what is to come ("erwartet im März Macron, der am Gipfel teilnimmt")."""
    above = at.above
    if at.clause.kind != "relative" or above is None or above.clause.verb is None:
        return False
    return above.clause.verb.tense not in PAST and by_day(scene, above) == "planned"


def _where_one_is(at: Place) -> bool:
    """Whether a relative clause tells what somebody does where he is staying ("hält sich in Rom auf, wo er …")."""
    if at.clause.kind != "relative" or at.clause.parent is None:
        return False
    above = at.sentence.clauses[at.clause.parent].verb
    present = above is not None and above.tense == "present" and above.modal is None
    return present and above is not None and above.lemma in status_words()["staying"]


def _modal(scene: Scene, at: Place, verb: VerbGroup) -> Status:
    modals = status_words()["modals"]
    demanded = verb.modal in modals["demanded"] and verb.mood in ("subjunctive_1", "subjunctive_2")
    if demanded and by_day(scene, at) != "planned":
        return "possible"  # "Die beiden müssten miteinander reden, sagte er."
    if verb.modal in modals["liking"]:
        return "planned"
    if verb.modal in modals["possible"]:
        return "possible"
    return "planned"


def carried_status(scene: Scene, at: Place, support: Support) -> Status:
    """Tell the status of an encounter that the clause's verb carries as *support* says."""
    verb = at.clause.verb
    if verb is None:
        return "held"
    negated = is_negated(at) or is_without(at, support.needs_word)
    status = support.status
    if status in ("planned", "possible", "cancelled", "denied"):
        return _wished(scene, at, verb, status, negated=negated)
    if negated and status != "going_on":
        return "possible" if asked_not_to(at) else refused(at)
    told = governed(at) or tense_status(scene, at, verb)
    if status == "begun":
        noun = noun_word(at.word.text)
        if noun is not None and noun.frame.offers:
            return "possible"  # "Er nahm die Einladung wohlwollend auf."
        if _opens_another(at):
            return told  # "Der Besuch begann am Montag mit einem Gespräch."
        # "Er reiste ab, bevor die Verhandlungen begannen": that tells of no more than an hour.
        goes_on = told == "held" and at.clause.kind != "adverbial" and just_begun(scene, at)
        return "ongoing" if goes_on else told
    if status == "over":
        is_over = verb.lemma in party_words()["is"]  # "Das Treffen am Montag ist zu Ende."
        over = told == "planned" and not verb.modal and (is_over or by_day(scene, at) is None)
        return "held" if told == "ongoing" or over else told
    return _going_on(scene, at, verb, told) if status == "going_on" else told


def _opens_another(at: Place) -> bool:
    """Whether another encounter is said to begin with it."""
    subject = at.clause.subject
    another = (
        subject is not None and not is_subject(at) and noun_word(at.sentence.tokens[subject.head].text) is not None
    )
    return another and preposition_before(at) in party_words()["with"]


def _wished(scene: Scene, at: Place, verb: VerbGroup, status: Status, *, negated: bool) -> Status:
    """Tell what is left of what somebody wished for, planned, refused or called off, as the verb's form has it."""
    if negated:
        if status == "planned" and is_not_yet(at):
            return "possible"
        if _came_unannounced(at, verb):
            return tense_status(scene, at, verb)
        return "possible" if status == "denied" else "planned" if status == "cancelled" else "denied"
    if status in ("cancelled", "denied") and governed(at) == "possible":
        return "planned"  # Somebody only proposes to call it off.
    if status == "planned" and (governed(at) == "possible" or is_conditional(at)):
        return "possible"  # "Er schlug vor, einen Gipfel einzuberufen."
    if status == "planned" and verb.modal in status_words()["modals"]["possible"]:
        return "possible"
    if status == "planned" and is_subject(at) and verb.tense in PAST and _was_once(at, verb):
        return "cancelled"
    if status == "cancelled" and _burst(at, verb):
        return "held"
    return "denied" if status == "possible" and _in_vain(at) else status


def _burst(at: Place, verb: VerbGroup) -> bool:
    """Whether talks that had gone on came to nothing ("die Verhandlungen sind geplatzt", but not "das Treffen")."""
    several = at.word.text != at.word.lemma and is_subject(at)
    return several and verb.lemma in status_words()["bursting"] and verb.tense in PAST and attributed(at) is None


def _was_once(at: Place, verb: VerbGroup) -> bool:
    """Whether it had been set and came otherwise ("war ursprünglich geplant", "war geplant gewesen")."""
    said = {word.lower() for word in at.said}
    return not said.isdisjoint(status_words()["once"]) or (verb.voice == "stative" and verb.tense == "pluperfect")


def _going_on(scene: Scene, at: Place, verb: VerbGroup, told: Status) -> Status:
    """Tell whether talks that last or stall still do."""
    if told == "planned" and (verb.modal or by_day(scene, at) == "planned"):
        return told  # "Die Gespräche sollen am Freitag weitergehen."
    still = not at.said.isdisjoint(status_words()["still"])
    if verb.tense == "past" and still and just_begun(scene, at, timedelta()):
        return "ongoing"  # "Am Abend dauerten die Gespräche noch an": when the news was written.
    over = verb.tense in ("past", "pluperfect") or verb.modal is not None
    return "held" if told == "held" and over else "ongoing"


def _came_unannounced(at: Place, verb: VerbGroup) -> bool:
    """Whether it took place without a word before ("Der Besuch in … war nicht angekündigt worden")."""
    return verb.lemma in status_words()["announcing"] and verb.tense in PAST and verb.voice != "active"


def _in_vain(at: Place) -> bool:
    """Whether someone asks for it in vain."""
    said = {at.sentence.tokens[number].text for number in at.clause.tokens}
    return not said.isdisjoint(status_words()["in_vain"])


def _parent_status(scene: Scene, at: Place) -> Status | None:
    above = at.above
    if at.clause.kind == "infinitive" or above is None or above.clause.verb is None:
        return None
    return tense_status(scene, above, above.clause.verb) if above.clause.verb.tense is not None else None


def _purpose_reached(at: Place) -> Status | None:
    """Tell that what somebody did something for came about as well ("ging hinaus, um mit … zu telefonieren")."""
    clause = at.clause
    parent = at.sentence.clauses[clause.parent] if clause.kind == "infinitive" and clause.parent is not None else None
    if parent is None or parent.verb is None or clause.introducer is None or parent.negated:
        return None
    opener = at.sentence.tokens[clause.introducer].text.lower()
    done = parent.verb.tense in PAST and parent.verb.modal is None
    return "held" if done and opener in party_words()["purpose"] else None


def _agree(scene: Scene, at: Place, told: Status) -> Status:
    """A "next" encounter told of a past day is over."""
    day = by_day(scene, at)
    return "held" if told == "ongoing" and day == "held" else told
