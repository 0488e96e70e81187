"""Who goes along with whom: the one who is accompanied leads, whoever goes along is a member."""

from collections.abc import Iterator

from aktenlage.read.delegations.found import Found, people, state_of
from aktenlage.read.delegations.members import Member, members_between
from aktenlage.read.delegations.words import delegation_words, word_set
from aktenlage.read.encounters.clause.parties import antecedent_parties, parties_between
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.scene import Place, Scene

# Characters between a name and the clause that tells of it, with a bracket between.
_NEAR = 40


def accompanied(scene: Scene, at: Place, lemma: str) -> Iterator[Found]:
    """Give who is accompanied by whom, told by a verb, by a participle or by a noun of company."""
    tokens = at.sentence.tokens
    participles, nouns, inside = (word_set("accompany", group) for group in ("participles", "nouns", "in"))
    if at.clause.verb is not None and at.clause.verb.modal is not None and at.clause.verb.tense == "past":
        return  # Whoever was to go along may not have done so.
    if lemma in word_set("accompany", "verbs") and at.clause.verb is not None and at.clause.verb.voice == "active":
        leaders = people(scene, _objects(scene, at, ("accusative", "unknown")))
        companions = _named(people(scene, subject_parties(scene, at)))
        yield from _found(scene, leaders, companions) if companions else ()
        return
    last = max(at.clause.tokens) + 1
    for number in at.clause.tokens:
        word = tokens[number].text.lower()
        if word in participles:
            yield from _by_participle(scene, at, number, last)
            return
        if word in nouns and number and tokens[number - 1].text.lower() in inside:
            members = members_between(scene, at.sentence, number + 1, last)
            yield from _found(scene, people(scene, subject_parties(scene, at)), members)
            return


def _by_participle(scene: Scene, at: Place, number: int, last: int) -> Iterator[Found]:
    """Read "accompanied by X and Y": the company stands behind "by", on either side of the participle."""
    agents = delegation_words()["agents"]
    tokens = at.sentence.tokens
    opener = next((n for n in at.clause.tokens if tokens[n].text.lower() in agents), None)
    if opener is None:
        return
    members = members_between(scene, at.sentence, opener + 1, last if opener > number else number)
    leaders = people(scene, parties_between(scene, at.sentence, at.clause.tokens[0], min(opener, number)))
    if not leaders and at.clause.verb is not None and at.clause.verb.voice != "active":
        leaders = people(scene, parties_between(scene, at.sentence, number + 1, opener))
    if not leaders:
        leaders = people(scene, subject_parties(scene, at))
    if not leaders and at.clause.parent is not None:
        leaders = people(scene, antecedent_parties(scene, at, at.sentence.clauses[at.clause.parent]))
        leaders = leaders or _before(scene, at)
    yield from _found(scene, leaders[-1:], members)


def _before(scene: Scene, at: Place) -> list[str]:
    """Give the person named last before the clause, with his state in brackets behind the name."""
    near = scene.mentions.within(max(at.clause.start - _NEAR, at.sentence.start), at.clause.start)
    return [actor for m in near if m.kind == "name" for actor in people(scene, m.meant)][-1:]


def _objects(scene: Scene, at: Place, roles: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for phrase in at.clause.phrases:
        if phrase.role in roles and phrase.preposition is None:
            found += parties_between(scene, at.sentence, phrase.first, phrase.last)
    return found


def _named(actors: list[str]) -> list[Member]:
    return [Member(actor, "") for actor in actors]


def _found(scene: Scene, leaders: list[str], members: list[Member]) -> Iterator[Found]:
    company = [member for member in members if member.actor not in leaders]
    if leaders and (company or not members):
        yield Found(state_of(scene, leaders[0]), leaders[0], company)
