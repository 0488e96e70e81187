"""Who is heard at a gathering that the article is about, and so takes part in it."""

from collections.abc import Iterator
from datetime import date, timedelta

from aktenlage.model.annotation import Mention
from aktenlage.model.article import Span
from aktenlage.model.language import Clause, Sentence
from aktenlage.read.encounters.clause.actors import settle
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.lexicon import party_words, unions
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.setting.days import days_of
from aktenlage.read.encounters.setting.places import spots
from aktenlage.read.mentions.lexicon import role_of
from aktenlage.resources.load import load
from aktenlage.resources.registry import registry

# The sentences in which an article says what it is about.
_LEAD = 3
# Sentences behind a gathering in which its host is named.
_REACH = 8
_NEWS = timedelta(days=4)
# Sentences behind a conference in which somebody comes to its town, and how long before it.
_NEXT = 3
_EVE = timedelta(days=1)
_KINDS = ("conference", "meeting")
# Words of an office that may stand before a name.
_OFFICE = 6
# Letters of the id of a state.
_STATE = 2


def add_those_heard(scene: Scene, encounters: list[Candidate]) -> None:
    """Add to a union's gathering in the lead whose office-holders say or do something, as far as told there."""
    for gathering in encounters:
        union = _union(scene, gathering) if _is_lead(scene, gathering) else None
        if union is None:
            continue
        for party, clause in _heard(scene, gathering):
            if party not in gathering.parties and _represents(scene, party, union):
                gathering.parties = settle(scene, [*gathering.parties, party])
                gathering.evidence.append(Span(clause.start, clause.end))
        return


def add_hosts(scene: Scene, encounters: list[Candidate]) -> None:
    """Add whoever is called the host by his name to the gathering told last before ("Gastgeber … bat um Geduld")."""
    titles = party_words()["host_titles"]
    for number, sentence in enumerate(scene.analysis.sentences):
        for at, title in enumerate(sentence.tokens):
            named = _explained_by(scene, sentence, at) if title.text in titles else None
            gathering = _hosted(encounters, number) if named is not None else None
            if named is not None and named.actor and gathering is not None and gathering.host is None:
                gathering.host = named.actor
                gathering.parties = settle(scene, [*gathering.parties, named.actor])
                gathering.evidence.append(Span(title.start, named.end))


def _explained_by(scene: Scene, sentence: Sentence, title: int) -> Mention | None:
    """Give the name right behind a title, or of the person who explains it ("der Gastgeber, Polens Premier …")."""
    tokens = sentence.tokens
    first = title + 2 if title + 1 < len(tokens) and tokens[title + 1].text == "," else title + 1
    for token in tokens[first : first + (_OFFICE if first > title + 1 else 1)]:
        named = next((m for m in scene.mentions.touching(token.start, token.end) if m.kind == "name"), None)
        actor = scene.actors.get(named.actor or "") if named is not None else None
        if named is not None and (actor is None or actor.kind == "person" or first == title + 1):
            return named
        if token.pos not in ("NOUN", "PROPN", "ADJ", "DET"):
            return None
    return None


def add_arrivals(scene: Scene, encounters: list[Candidate]) -> None:
    """Add to a conference whoever is said to have come to its town for it, rather than tell a visit of its own."""
    for visit in [known for known in encounters if known.kind == "visit"]:
        conference = next((known for known in encounters if _arrives(scene, visit, known)), None)
        if conference is not None:
            conference.parties = settle(scene, [*conference.parties, *visit.parties])
            conference.evidence += visit.evidence
            conference.told_in += visit.told_in
            encounters.remove(visit)


def _arrives(scene: Scene, visit: Candidate, conference: Candidate) -> bool:
    """Whether the visit is one of people to the town of the conference told shortly before, and at its time."""
    if conference.kind not in _KINDS or conference.place is None or conference.place != visit.place:
        return False
    near = 0 <= visit.at.number - conference.told_in[-1] <= _NEXT and visit.status not in ("cancelled", "denied")
    near = near and (conference.kind == "conference" or _too(visit, conference))
    people = all(scene.actors[party].kind == "person" for party in visit.parties)
    days, own = (days_of(known.date) if known.date else None for known in (visit, conference))
    then = days is None or own is None or (own[0] - _EVE <= days[0] and days[1] <= own[1])
    too_late = conference.status == "held" and visit.status in ("planned", "possible")
    return near and people and then and not too_late


def _too(visit: Candidate, meeting: Candidate) -> bool:
    """Whether a traveller comes as well as those who met right before ("Auch Merz war nach Posen gekommen")."""
    after = visit.at.number > meeting.told_in[0] and set(visit.parties).isdisjoint(meeting.parties)
    return after and bool(meeting.parties) and not visit.at.said.isdisjoint(party_words()["too"])


def _hosted(encounters: list[Candidate], number: int) -> Candidate | None:
    """Give the conference told last before that sentence, else the meeting, which has a host."""
    told = [known for known in encounters if known.status in ("held", "ongoing", "planned") and known.kind in _KINDS]
    conferences = [known for known in told if known.kind == "conference" and known.told_in[0] <= number]
    near = [known for known in told if any(0 <= number - before <= _REACH for before in known.told_in)]
    return max(conferences or near, key=lambda known: known.told_in[0], default=None)


def _is_lead(scene: Scene, known: Candidate) -> bool:
    """Whether it is told in the lead and was held just now."""
    days = days_of(known.date) if known.date else None
    recent = days is None or scene.published is None or date.fromisoformat(scene.published) - days[1] <= _NEWS
    return known.kind in _KINDS and known.status in ("held", "ongoing") and known.told_in[0] < _LEAD and recent


def _union(scene: Scene, gathering: Candidate) -> str | None:
    """Give the union of states whose gathering it is; one that meets others is only one side."""
    union = next((party for party in gathering.parties if party in unions()), None)
    others = [p for p in gathering.parties if scene.actors[p].kind != "person" and p != union]
    return union if gathering.kind == "conference" or not others else None


def _heard(scene: Scene, gathering: Candidate) -> Iterator[tuple[str, Clause]]:
    """Give the subjects of the clauses from the gathering on that tell no other place or day."""
    for number in range(gathering.told_in[0], len(scene.analysis.sentences)):
        for at in scene.clauses(number):
            verb = at.clause.verb
            if verb is None or verb.voice != "active" or at.clause.negated:
                continue
            if not _elsewhere(scene, at, gathering):
                yield from ((party, at.clause) for party in subject_parties(scene, at))


def _represents(scene: Scene, party: str, union: str) -> bool:
    """Whether someone holds an office in which one speaks there for a member, or for the union itself."""
    actor, entry = scene.actors[party], registry().get(party)
    if actor.kind != "person":
        return False
    roles = [role_of(words.split()[-1]) for words in actor.offices]
    offices = {role.office for role in roles if role is not None}
    if entry is not None and entry.tenures:
        held = [tenure for tenure in entry.tenures if tenure.covers(scene.published or "")]
        offices = {tenure.office for tenure in held if len(tenure.of) == _STATE or tenure.of == union}
    members = load("memberships").get(union)
    belongs = members is None or actor.state in members or union in {t.of for t in (entry.tenures if entry else ())}
    return belongs and not offices.isdisjoint(party_words()["representing"])


def _elsewhere(scene: Scene, at: Place, gathering: Candidate) -> bool:
    """Whether the clause tells another place or day than the gathering's."""
    if any(spot.town and spot.name != gathering.place for spot in spots(scene, at)):
        return True
    told = date_of(scene, at, "held")
    days, own = days_of(told) if told else None, days_of(gathering.date) if gathering.date else None
    return days is not None and own is not None and not (own[0] <= days[0] and days[1] <= own[1])
