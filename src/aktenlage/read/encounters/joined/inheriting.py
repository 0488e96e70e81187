"""Who takes part in an encounter whose words name nobody: those of one told before, or two named shortly before."""

from dataclasses import replace

from aktenlage.read.encounters.clause.actors import settle, unique
from aktenlage.read.encounters.clause.parties import phrase_parties, phrases_parties
from aktenlage.read.encounters.clause.sides import two_sides
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.lexicon import is_body, noun_word, party_words
from aktenlage.read.encounters.scene import Candidate, Scene, backwards
from aktenlage.read.encounters.verbs.telling import plural
from aktenlage.read.mentions.lexicon import role_of
from aktenlage.resources.load import load

# Sentences over which a word like "the meeting" points back.
REACH = 25
# Sentences over which "both sides" means the two named there.
NEAR = 3
# So many are a pair.
_TWO = 2


def far(before: Candidate, candidate: Candidate) -> bool:
    """Whether too many sentences lie between them for one to mean those who took part in the other."""
    return candidate.at.number - before.at.number > NEAR


def fill(scene: Scene, joined: list[Candidate], candidate: Candidate) -> None:
    """Take over the parties of the last encounter that the words point at without naming them."""
    if candidate.inherits == "traveller":
        candidate.parties = _last_traveller(joined, candidate)
        return
    if candidate.inherits == "host":
        candidate.parties, candidate.other = _last_host(joined, candidate), True
        return
    if candidate.inherits == "faced":
        candidate.parties = _who_faced_whom(scene, candidate)
        return
    if candidate.kind == "conference" and not candidate.parties:
        candidate.parties = _whose_gathering(scene, joined, candidate)
        if candidate.parties or candidate.inherits in (None, "bodies"):
            return
    if candidate.incomplete:
        before = [known for known in joined if set(candidate.parties) & set(known.parties)]
    elif candidate.inherits == "pair":
        before = []
    elif candidate.inherits and not candidate.parties:
        before = _met_before(joined, candidate)
    elif candidate.resumed and not candidate.parties:
        before = [known for known in joined if known.parties and known.kind != "visit"]
    else:
        return
    inherited = _inherited(scene, joined, before, candidate)
    if inherited:
        inherited = _in_office(scene, candidate, inherited) if candidate.inherits == "states" else inherited
        inherited = _sides_of(scene, before, candidate, inherited) if _of_sides(candidate) else inherited
        inherited = [party for party in inherited if party in scene.actors]
        candidate.parties = settle(scene, unique(candidate.parties + inherited))


def _of_sides(candidate: Candidate) -> bool:
    """Whether it is one of a series that sides hold, whoever speaks for them ("the next round", "the negotiations")."""
    at, words = candidate.at, party_words()
    if candidate.inherits != "parties":
        return False
    series = not set(candidate.frames).isdisjoint(words["series"])
    many = candidate.frames == ["talks"] and at.word.text.removesuffix("s") != at.word.lemma
    subject = at.clause.subject
    sides = subject is not None and at.sentence.tokens[subject.head].lemma in words["sides"]
    return series or many or (sides and not candidate.frames)


def _sides_of(scene: Scene, before: list[Candidate], candidate: Candidate, parties: list[str]) -> list[str]:
    """Give the sides that met as told before, or that the article names, instead of the people who spoke for them."""
    if all(scene.actors[party].kind != "person" for party in parties if party in scene.actors):
        return parties
    bodies = [known for known in before if all(scene.actors[party].kind != "person" for party in known.parties)]
    if bodies:
        return bodies[-1].parties
    states = [scene.actors[party].state for party in parties if scene.actors[party].kind == "person"]
    theirs = [state for state in unique(state or "" for state in states) if state in scene.actors]
    told_as_sides = not candidate.frames and _TWO <= len(theirs) == len(parties)
    return two_sides(scene, candidate.at.sentence.end) or (theirs if told_as_sides else parties)


def _in_office(scene: Scene, candidate: Candidate, parties: list[str]) -> list[str]:
    """Give those of the parties who hold the office that the subject names, else the states of them all."""
    holders = _holders(scene, candidate, parties)
    if len(holders) >= _TWO:
        return holders
    people = [party for party in parties if scene.actors[party].kind == "person"]
    return [(scene.actors[party].state or party) if party in people else party for party in parties]


def _last_traveller(joined: list[Candidate], candidate: Candidate) -> list[str]:
    """Give who was shortly before told to travel."""
    visits = [known for known in joined if known.kind == "visit" and known.parties and not far(known, candidate)]
    return [party for known in visits[-1:] for party in known.parties if party != known.host]


def _last_host(joined: list[Candidate], candidate: Candidate) -> list[str]:
    """Give who was shortly before told to be visited."""
    visits = [known for known in joined if known.host and not far(known, candidate)]
    return [known.host for known in visits[-1:] if known.host]


def _inherited(scene: Scene, joined: list[Candidate], before: list[Candidate], candidate: Candidate) -> list[str]:
    """Give those who took part in the one told before, else two named shortly before, else the sides of the article."""
    if candidate.inherits == "pair":
        inherited = _between(scene, candidate) or _met_elsewhere(scene, joined, candidate)
    else:
        inherited = _latest_pair(before) if before else _pair_before(scene, candidate) if candidate.inherits else []
    if not inherited and candidate.inherits == "parties":
        inherited = _two_people(scene, candidate) or _two_who_say_so(scene, candidate)
    if not inherited and candidate.inherits == "states" and (candidate.frames or _of_office_holders(candidate)):
        inherited = _union_before(scene, candidate)
    several = len(inherited) > _TWO and not candidate.at.said.isdisjoint(party_words()["both"])
    if candidate.inherits and (several or not inherited):
        return two_sides(scene, candidate.at.sentence.end) or inherited
    return inherited


def _met_before(joined: list[Candidate], candidate: Candidate) -> list[Candidate]:
    """Give those of its kind that several took part in; what goes on with another is of the kind of the last one."""
    sequel = not set(candidate.frames).isdisjoint(party_words()["sequels"])
    last = [known for known in joined if known.parties][-1:] if sequel else []
    if last and not far(last[0], candidate):
        candidate.kind = last[0].kind
        return last
    first = candidate.at.number - REACH
    before = [known for known in joined if len(known.parties) > 1 and known.told_in[-1] >= first]
    return [known for known in before if known.kind == candidate.kind] or before


def _holders(scene: Scene, candidate: Candidate, parties: list[str]) -> list[str]:
    """Give those of the parties who hold the office that the subject names ("die Präsidenten wollen sich …")."""
    subject = candidate.at.clause.subject
    role = role_of(candidate.at.sentence.tokens[subject.head].text) if subject is not None else None
    if role is None:
        return []
    held = {party: [role_of(words.split()[-1]) for words in scene.actors[party].offices] for party in parties}
    return [party for party in parties if any(own is not None and own.office == role.office for own in held[party])]


def _is_body(scene: Scene, party: str) -> bool:
    """Whether a party is a body that may hold a series of conferences."""
    actor = scene.actors[party]
    return actor.registered and actor.kind in ("organization", "group")


def _whose_gathering(scene: Scene, joined: list[Candidate], candidate: Candidate) -> list[str]:
    """Give the bodies of the last conference where it is of their series, else whose chiefs or office-holders meet."""
    last = [known for known in joined if known.kind == "conference" and known.parties][-1:]
    bodies = [p for known in last for p in known.parties if candidate.inherits == "bodies" and _is_body(scene, p)]
    near = candidate.other or _of_office_holders(candidate) or _of_chiefs(candidate)
    only = scene.only_union if _of_chiefs(candidate) else []
    return bodies or (_union_before(scene, candidate) if near else []) or only


def _of_office_holders(candidate: Candidate) -> bool:
    """Whether the subject is the office-holders without a word of whose ("… einigten sich die Minister")."""
    at = candidate.at
    subject = at.clause.subject
    if subject is None or not plural(at) or any(p.first == subject.last and p.preposition for p in at.clause.phrases):
        return False
    head, opener = at.sentence.tokens[subject.head], at.sentence.tokens[subject.first]
    return head.pos == "NOUN" and opener.text.lower() in party_words()["definite"] and is_body(head.lemma)


def _of_chiefs(candidate: Candidate) -> bool:
    """Whether chiefs of state and government without a word of whose did something there."""
    tokens, chiefs = candidate.at.sentence.tokens, party_words()["chiefs"]
    return any(tokens[number].lemma in chiefs for number in candidate.at.clause.tokens)


def _union_before(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the union of states named last, if that is near: its members meet."""
    sentences, here = scene.analysis.sentences, candidate.at
    first = sentences[max(here.number - NEAR, 0)].start
    known = load("memberships")
    named = [m.actor for m in scene.mentions.within(first, here.word.start) if m.actor in known and m.role is None]
    return [actor for actor in named[-1:] if actor and actor in scene.actors]


def _latest_pair(before: list[Candidate]) -> list[str]:
    """Give the parties of the last encounter of two, else of the last one."""
    pair = next((known.parties for known in reversed(before) if len(known.parties) == _TWO and not known.alone), None)
    return pair or [party for party in before[-1].parties if party not in (before[-1].host, *before[-1].mediators)]


def _two_people(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the only two people whom the sentence before names, if any ("Merz lobte Tusk. Sie hatten sich …")."""
    number, subject = candidate.at.number, candidate.at.clause.subject
    sentence = scene.analysis.sentences[number - 1] if number else None
    itself = subject is not None and subject.head == candidate.at.token
    if subject is None or (candidate.at.sentence.tokens[subject.head].pos == "NOUN" and not itself):
        return []
    if sentence is None or sentence.paragraph != candidate.at.sentence.paragraph:
        return []
    mentions = scene.mentions.within(sentence.start, sentence.end)
    named = unique(m.actor for m in mentions if m.kind == "name" and m.role is None and m.actor is not None)
    people = [person for person in named if person in scene.actors and scene.actors[person].kind == "person"]
    return people if len(people) == _TWO else []


def _who_faced_whom(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the two of whom the sentence before says what one did to the other ("Merz hat Tusk Hilfe zugesagt. …")."""
    before = (there for number in backwards(candidate.at.number - 1, 0) for there in scene.clauses(number))
    at = next((there for there in before if there.clause.kind == "main"), None)
    if at is None:
        return []
    faced = phrases_parties(scene, at, ("dative", "accusative", "unknown", *party_words()["facing"]))
    doers = subject_parties(scene, at)
    pair = settle(scene, doers + faced)
    people = {scene.actors[party].kind == "person" for party in pair}
    return pair if len(pair) == _TWO and doers and len(people) == 1 else []


def _two_who_say_so(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the people who say what they do, named behind it ("Die beiden wollen …, sagten Merz und Macron")."""
    behind = (p for p in scene.clauses(candidate.at.number) if p.clause.start > candidate.at.clause.start)
    for there in behind:
        people = subject_parties(scene, there) if there.clause.kind == "inserted" else []
        if len(people) == _TWO and all(scene.actors[party].kind == "person" for party in people):
            return people
    return []


def _between(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the two between whom a sentence shortly before says that something is ("der Streit zwischen …")."""
    for number in backwards(candidate.at.number - 1, NEAR - 1):
        for there in scene.clauses(number):
            for phrase in there.clause.phrases:
                if phrase.preposition in party_words()["mutual_prepositions"]:
                    return phrase_parties(scene, replace(there, token=phrase.head), phrase)
    return []


def _met_elsewhere(scene: Scene, joined: list[Candidate], candidate: Candidate) -> list[str]:
    """Give the two sides that met as told before, where day and town are told ("Ein Treffen in Rom war im Mai")."""
    noun = noun_word(candidate.at.word.text)
    bare = noun is not None and not noun.modifier  # A "round of ministers" is of others.
    last = joined[-1:] if bare and candidate.date and candidate.place else []
    pairs = [known for known in last if known.kind == candidate.kind and not far(known, candidate)]
    pairs = [known for known in pairs if all(scene.actors[party].kind != "person" for party in known.parties)]
    return next((known.parties for known in pairs if len(known.parties) == _TWO), [])


def _pair_before(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the two states or bodies that a sentence shortly before names, if they are two."""
    for number in backwards(candidate.at.number - 1, NEAR - 1):
        sentence = scene.analysis.sentences[number]
        mentions = scene.mentions.within(sentence.start, sentence.end)
        bodies = [m.actor for m in mentions if m.actor and m.actor in scene.actors and m.role is None]
        bodies = unique(actor for actor in bodies if scene.actors[actor].kind in ("state", "organization"))
        states = {scene.actors[body].state for body in bodies if scene.actors[body].kind != "state"}
        bodies = [body for body in bodies if body not in states]  # A state and a party of its own are no pair.
        if len(bodies) > 1:
            return bodies if len(bodies) == _TWO else []
    return []
