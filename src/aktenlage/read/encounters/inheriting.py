"""Who takes part in an encounter whose words name nobody: those of one told before, or two named shortly before."""

from collections import Counter

from aktenlage.read.encounters.lexicon import party_words
from aktenlage.read.encounters.parties import phrase_parties, settle, unique
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.subjects import subject_parties
from aktenlage.read.mentions.lexicon import role_of

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
    if candidate.incomplete:
        before = [known for known in joined if set(candidate.parties) & set(known.parties)]
    elif candidate.inherits == "bodies":
        before = [known for known in joined if known.kind == "conference" and known.parties][-1:]
        candidate.parties = [p for known in before for p in known.parties if _is_body(scene, p)]
        return
    elif candidate.inherits == "pair":
        before = []
    elif candidate.inherits and not candidate.parties:
        before = _met_before(joined, candidate)
    elif candidate.resumed and not candidate.parties:
        before = [known for known in joined if known.parties and known.kind != "visit"]
    else:
        return
    if candidate.inherits == "pair":
        inherited = _between(scene, candidate)
    else:
        inherited = _latest_pair(before) if before else _pair_before(scene, candidate) if candidate.inherits else []
    if not inherited and candidate.inherits == "parties":
        inherited = _two_people(scene, candidate) or _two_who_say_so(scene, candidate)
    several = len(inherited) > _TWO and not candidate.at.said.isdisjoint(party_words()["both"])
    if candidate.inherits and (several or not inherited):
        inherited = _sides(scene, candidate) or inherited
    if inherited:
        inherited = _in_office(scene, candidate, inherited) if candidate.inherits == "states" else inherited
        inherited = [party for party in inherited if party in scene.actors]
        candidate.parties = settle(scene, unique(candidate.parties + inherited))


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


def _latest_pair(before: list[Candidate]) -> list[str]:
    """Give the parties of the last encounter of two, else of the last one."""
    pair = next((known.parties for known in reversed(before) if len(known.parties) == _TWO), None)
    return pair or [party for party in before[-1].parties if party not in (before[-1].host, *before[-1].mediators)]


def _two_people(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the only two people whom the sentence before names, if any ("Merz lobte Tusk. Sie hatten sich …")."""
    number, subject = candidate.at.number, candidate.at.clause.subject
    sentence = scene.analysis.sentences[number - 1] if number else None
    if subject is None or candidate.at.sentence.tokens[subject.head].pos == "NOUN":
        return []
    if sentence is None or sentence.paragraph != candidate.at.sentence.paragraph:
        return []
    mentions = scene.mentions.within(sentence.start, sentence.end)
    named = unique(m.actor for m in mentions if m.kind == "name" and m.role is None and m.actor is not None)
    people = [person for person in named if person in scene.actors and scene.actors[person].kind == "person"]
    return people if len(people) == _TWO else []


def _two_who_say_so(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the people who say what they do, named behind it ("Die beiden wollen …, sagten Merz und Macron")."""
    at = candidate.at
    saying = (clause for clause in at.sentence.clauses if clause.kind == "inserted" and clause.start > at.clause.start)
    for clause in saying:
        people = subject_parties(scene, Place(at.number, at.sentence, clause, clause.tokens[0]))
        if len(people) == _TWO and all(scene.actors[party].kind == "person" for party in people):
            return people
    return []


def _between(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the two between whom a sentence shortly before says that something is ("der Streit zwischen …")."""
    number = candidate.at.number
    for before, sentence in reversed([*enumerate(scene.analysis.sentences)][max(number - NEAR, 0) : number]):
        for clause in sentence.clauses:
            for phrase in clause.phrases:
                if phrase.preposition in party_words()["mutual_prepositions"]:
                    return phrase_parties(scene, Place(before, sentence, clause, phrase.head), phrase)
    return []


def _sides(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the two states, bodies or groups that the article so far most often names as acting or as two sides."""
    pairs: Counter[tuple[str, ...]] = Counter()
    for number, sentence in enumerate(scene.analysis.sentences[: candidate.at.number + 1]):
        for clause in sentence.clauses:
            for phrase in clause.phrases:
                mutual = phrase.preposition in party_words()["mutual_prepositions"]
                if mutual or (len(phrase.members) == _TWO and phrase.role == "subject"):
                    parties = phrase_parties(scene, Place(number, sentence, clause, phrase.head), phrase)
                    sides = all(scene.actors[party].kind != "person" for party in parties)
                    if len(parties) == _TWO and sides:
                        pairs[tuple(sorted(parties))] += _TWO if mutual or number == 0 else 1
    found, weight = pairs.most_common(1)[0] if pairs else ((), 0)
    return list(found) if weight >= _TWO else []


def _pair_before(scene: Scene, candidate: Candidate) -> list[str]:
    """Give the two states or bodies that a sentence shortly before names, if they are two."""
    number = candidate.at.number
    for sentence in reversed(scene.analysis.sentences[max(number - NEAR, 0) : number]):
        mentions = scene.mentions.within(sentence.start, sentence.end)
        bodies = [m.actor for m in mentions if m.actor and m.actor in scene.actors and m.role is None]
        bodies = unique(actor for actor in bodies if scene.actors[actor].kind in ("state", "organization"))
        states = {scene.actors[body].state for body in bodies if scene.actors[body].kind != "state"}
        bodies = [body for body in bodies if body not in states]  # A state and a party of its own are no pair.
        if len(bodies) > 1:
            return bodies if len(bodies) == _TWO else []
    return []
