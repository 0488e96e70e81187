"""What each clause tells: the encounters of its nouns and of its verb, as one where they are the same."""

from collections.abc import Iterator
from dataclasses import replace

from aktenlage.read.encounters.clause.actors import settle
from aktenlage.read.encounters.clause.carrying import attended
from aktenlage.read.encounters.clause.scan import beside_the_point, preposition_before
from aktenlage.read.encounters.clause.surroundings import is_object
from aktenlage.read.encounters.clause.tails import Tail, find_tails, tail_parties, without_tails
from aktenlage.read.encounters.lexicon import party_words, sitting_bodies, status_words, verb_frames
from aktenlage.read.encounters.nouns.reader import noun_candidates
from aktenlage.read.encounters.pronouns import pronoun_candidate
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.setting.details import complete
from aktenlage.read.encounters.setting.spans import leads_to_it
from aktenlage.read.encounters.verbs.apart import each_elsewhere
from aktenlage.read.encounters.verbs.attributive import attributive_visits
from aktenlage.read.encounters.verbs.reader import verb_candidates
from aktenlage.read.encounters.verbs.together import meeting_there
from aktenlage.read.encounters.weighed.signs import Told

# What runs on for longer is no sentence.
_LONGEST_SENTENCE = 300


def told_clauses(scene: Scene) -> list[Told]:
    """Give the article's clauses, each with the encounters that its listed words tell."""
    told = []
    for number, sentence in enumerate(scene.analysis.sentences):
        if len(sentence.tokens) > _LONGEST_SENTENCE:
            continue
        for at in scene.clauses(number):
            pointing = pronoun_candidate(scene, at)
            tails = find_tails(scene, at)
            bare = without_tails(at, tails)
            found = [each for candidate in _in_clause(scene, bare) for each in _each_met(scene, candidate)]
            found = _with_tails(scene, bare, tails, found) if tails else found
            found += [*([pointing] if pointing is not None else []), *attributive_visits(scene, at)]
            told.append(Told(at, found))
    return told


def _with_tails(scene: Scene, bare: Place, tails: list[Tail], found: list[Candidate]) -> list[Candidate]:
    """
    Add those whom parts without a verb name to the one encounter that the *bare* clause tells or says who was at.

    Who has a seat or side there is there with the others of the clause, whatever its verb says.
    """
    told = [candidate for candidate in found if candidate.carried or candidate.adds]
    if len(told) == 1 and told[0].status != "denied":
        told[0].parties = settle(scene, told[0].parties + tail_parties(tails, ("likewise", "placed", "led")))
    if found or bare.clause.negated:
        return found
    verb = bare.clause.verb
    meets = verb is not None and any(frame.frame == "mutual" for frame in verb_frames().get(verb.lemma, ()))
    there = tail_parties(tails, ("placed", "led") if meets else ("placed",))
    return [meeting_there(scene, bare, there)] if there else []


def _each_met(scene: Scene, candidate: Candidate) -> list[Candidate]:
    """Give the encounters with each of several that a noun tells as one ("getrennte Gespräche mit …")."""
    named = candidate.frames and not candidate.adds
    return each_elsewhere(scene, candidate, party_words()["with"]) if named else [candidate]


def _in_clause(scene: Scene, at: Place) -> Iterator[Candidate]:
    """Give the clause's encounters; a noun beside its verb ("spoke in a call with") tells the same one."""
    nouns = list(noun_candidates(scene, at))
    told = verb_candidates(scene, at)
    verb = told[0] if told else None
    _name_who_came(scene, nouns, verb)
    _part_from_gathering(nouns)
    for noun in nouns:
        asked = verb is not None and verb.close and noun.adds and noun.status == "possible"
        noun.status = verb.status if verb is not None and asked else noun.status  # "Zu ihnen war auch Merz eingeladen."
    if verb is None or (verb.adds and any(noun.adds for noun in nouns)):
        yield from nouns
        return
    gathering = _gathering_of_verb(nouns, verb)
    if gathering is not None:
        gathering.inherits = gathering.inherits or verb.inherits
        gathering.parties = settle(scene, gathering.parties + verb.parties)
        yield from nouns
        return
    earlier = next((noun for noun in nouns if _before_or_after(scene, noun, verb)), None)
    same = [noun for noun in nouns if noun is not earlier and (noun.carried or _same(noun, verb))]
    if verb.adds and same:
        for noun in same:  # "nimmt an einer Konferenz in … teil" tells the conference.
            noun.parties = settle(scene, noun.parties + verb.parties)
            noun.adds = noun.adds or _leads(noun)
        yield from nouns
        return
    covering = [noun for noun in same if len(noun.parties) > 1]
    if covering:
        for noun in covering:
            noun.parties = settle(scene, noun.parties + verb.parties)
            noun.place = noun.place or verb.place
            noun.host = noun.host or verb.host
            noun.status = "ongoing" if verb.status == "ongoing" and noun.status == "held" else noun.status
    else:
        for noun in same:
            verb.edge = "first" if verb.begun or (verb.duration is None and leads_to_it(noun.at)) else verb.edge
            verb.duration = verb.duration or noun.duration
        nouns = [noun for noun in nouns if noun in same or not _only_reason(noun)]
        for noun in nouns:
            _apart_from_verb(scene, noun)
            if noun not in same and len(noun.parties) > 1 and beside_the_point(noun.at):
                for each in (noun, *told):
                    each.apart.add(at.clause.start)
        yield from told
    yield from (noun for noun in nouns if covering or noun not in same)


def _leads(noun: Candidate) -> bool:
    """Whether a relative clause says who led the talks told before ("Merz, der die Verhandlungen geführt hatte, …")."""
    bare = noun.definite and noun.carried and len(noun.parties) == 1 and not (noun.place or noun.date)
    return bare and noun.at.clause.kind == "relative"


def _name_who_came(scene: Scene, nouns: list[Candidate], verb: Candidate | None) -> None:
    """Take over whom the verb calls the hosts or guests of a noun's encounter ("Gastgeber des Treffens war …")."""
    theirs = next((noun for noun in nouns if attended(noun.at)), None)
    if theirs is not None and verb is not None and verb.adds:
        theirs.parties = settle(scene, theirs.parties + verb.parties)
        theirs.adds, theirs.leans, theirs.inherits = True, False, None


def _part_from_gathering(nouns: list[Candidate]) -> None:
    """Set apart from a conference what the verb tells to have been there ("Auf dem Gipfel kam es zu einem Treffen")."""
    there = [noun for noun in nouns if noun.kind == "conference" and _is_there(noun.at)]
    met = [noun for noun in nouns if noun.kind == "meeting" and noun.carried and len(noun.parties) > 1]
    for noun in (*there, *met) if there and met else ():
        noun.apart = noun.apart | {noun.at.clause.start}


def _is_there(at: Place) -> bool:
    """Whether the noun says where something is ("auf dem Gipfel")."""
    return preposition_before(at) in party_words()["attendance"]


def _gathering_of_verb(nouns: list[Candidate], verb: Candidate) -> Candidate | None:
    """Give the conference that a weak verb tells, that several come together for, a union's own, or one of nobody."""
    gatherings = [noun for noun in nouns if noun.kind == "conference"]
    nobody = verb.inherits is not None and not verb.parties
    union = bool(verb.parties) and sitting_bodies().issuperset(verb.parties)
    for noun in gatherings:
        for_it = preposition_before(noun.at) in party_words()["to"] or is_object(noun.at)
        together = noun.carried and for_it and verb.kind == "meeting"
        its_own = union and _is_there(noun.at) and set(noun.parties) <= set(verb.parties)
        if verb.weak or together or its_own or (nobody and not noun.parties):
            return noun
    return None


def _only_reason(noun: Candidate) -> bool:
    """Whether it is only why the verb's encounter took place, and names one side alone."""
    return len(noun.parties) == 1 and preposition_before(noun.at) in party_words()["because"]


def _apart_from_verb(scene: Scene, noun: Candidate) -> None:
    """What stands beyond the finite verb is told of the verb's encounter ("nach einem Treffen … reiste er am")."""
    at = noun.at
    finite = at.clause.verb.finite if at.clause.verb is not None else None
    if noun.carried or finite is None or not beside_the_point(at):
        return
    before = at.token < finite
    tokens = tuple(number for number in at.clause.tokens if (number < finite) == before)
    noun.date = date_of(scene, replace(at, clause=replace(at.clause, tokens=tokens)), noun.status)


def _before_or_after(scene: Scene, noun: Candidate, verb: Candidate) -> bool:
    """
    Set apart what those whom the verb tells to meet did before or after ("Nach ihrem Treffen im Mai in Rom wollen …").

    It is told before the finite verb, and the words behind the verb tell another day or place.
    """
    at = noun.at
    finite = at.clause.verb.finite if at.clause.verb is not None else None
    unnamed = bool(noun.inherits and verb.inherits) and not (noun.parties or verb.parties)
    if verb.adds or noun.carried or finite is None or at.token > finite or not (unnamed or _same(noun, verb)):
        return False
    if not (beside_the_point(at) or preposition_before(at) in status_words()["since"]):
        return False
    before = _told_by(scene, noun, _side(at, finite, front=True))
    behind = _told_by(scene, verb, _side(at, finite, front=False))
    days = {before.date, behind.date} - {None}
    towns = {part.place for part in (before, behind) if part.place != part.country} - {None}
    apart = max(len(days), len(towns)) > 1 or {noun.kind, verb.kind} == {"meeting", "call"}
    if apart:
        for each, told in ((noun, before), (verb, behind)):
            each.date, each.place, each.country = told.date, told.place, told.country
            each.apart = each.apart | {at.clause.start}
    return apart


def _told_by(scene: Scene, candidate: Candidate, at: Place) -> Candidate:
    """Give what a part of the clause tells of day and place."""
    part = Candidate(candidate.kind, candidate.status, at, list(candidate.parties))
    complete(scene, part)
    return part


def _side(at: Place, finite: int, *, front: bool) -> Place:
    """Give the clause before or behind its finite verb."""
    tokens = tuple(number for number in at.clause.tokens if (number < finite) == front)
    phrases = tuple(phrase for phrase in at.clause.phrases if (phrase.first < finite) == front)
    return replace(at, clause=replace(at.clause, tokens=tokens, phrases=phrases))


def _same(noun: Candidate, verb: Candidate) -> bool:
    shared = set(noun.parties) & set(verb.parties)
    return len(shared) > 1 and noun.kind != "conference"
